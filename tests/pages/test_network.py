"""The network in a real browser: what is drawn is what the record asserts, for eyes and hands of every kind."""

import re
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from pages_support import DAY, Open, every_look, made
from rashomon.engine.analyses import beside
from rashomon.records import Period, TiePeriod, Triad, TriadSide, content_id
from rashomon.show import dossier
from ties_support import HOSTILE, count, lines, rich, spots

pytestmark = pytest.mark.usefixtures("page_built")


RECORD = rich()
NAMES = {actor.id: actor.name for actor in RECORD.actors}
PLACES = {actor.id: at for at, actor in enumerate(RECORD.actors)}
CLAIMS = {claim.id: claim for claim in RECORD.claims}
DOCUMENTS = {document.id: document for document in RECORD.documents}
TRIAD = Triad(
    actors=(RECORD.actors[0].id, RECORD.actors[1].id, RECORD.actors[3].id),
    sides=tuple(
        TriadSide(left=left.id, right=right.id, sign="-", relations=("hostile",), claims=(RECORD.claims[0].id,))
        for left, right in pairwise((*(RECORD.actors[n] for n in (0, 1, 3)), RECORD.actors[0]))
    ),  # type: ignore[arg-type] - three of them
    balanced=False,
    why="three who are all against each other",
)

Line = tuple[str, str, str]


def lines_at(last: str, first: str = "") -> set[Line]:
    """The lines asserted from ``first`` up to ``last``, counted from the record itself."""
    found = set()
    for tie in RECORD.ties:
        for span in tie.periods:
            for name in span.claims:
                start, end = days_of(span, DOCUMENTS[CLAIMS[name].document].published)
                if start is not None and start <= last and (end or "9999") >= first:
                    found.add((min(tie.left, tie.right), max(tie.left, tie.right), tie.sign))
    return found


def days_of(span: TiePeriod, published: Period | None) -> tuple[str | None, str]:
    if span.period:
        return (span.period.from_ or "")[:10], (span.period.to or "")[:10]
    if span.background or published is None:
        return None, ""
    return (published.from_ or "")[:10], (published.to or "")[:10]


@pytest.fixture(scope="module")
def html() -> str:
    return dossier(RECORD, DAY, beside=beside(RECORD)._replace(triads=(TRIAD,)))


def written(found: set[Line]) -> list[str]:
    """Lines as the page names them: left and right as the first tie of the record has them."""
    ends = {}
    for tie in RECORD.ties:
        ends.setdefault((min(tie.left, tie.right), max(tie.left, tie.right), tie.sign), (tie.left, tie.right))
    return sorted(f"{PLACES[ends[one][0]]} {PLACES[ends[one][1]]} {one[2]}" for one in found)


DAYS = ("2018-01-01", "2019-03-01", "2028-12-31", "2029-01-01", "2031-05-11", "2031-05-12", "2031-05-13", "2031-05-14")


@every_look
def test_ties_up_to_a_day_are_those_of_the_record(network: Open) -> None:
    page = network()
    for day in DAYS:
        page.get_by_label("day", exact=True).fill(day)
        assert count(page) == len(lines_at(day))
        assert sorted(name.split()[2] for name in lines(page)) == sorted(sign for _, _, sign in lines_at(day))
        assert {frozenset(name.split()) for name in lines(page)} == {
            frozenset(n.split()) for n in written(lines_at(day))
        }


@pytest.mark.parametrize(("first", "last"), [("2019-01-01", "2019-12-31"), ("2031-05-12", "2031-05-12"),
                                             ("2031-01-01", "2031-05-13"), ("2025-01-01", "2028-12-31")])  # fmt: skip
def test_ties_in_a_window_are_those_of_the_record(network: Open, first: str, last: str) -> None:
    page = network(f"?mode=window&from={first}&to={last}&view=table")
    assert count(page) == len(lines_at(last, first))
    assert page.locator(".tie-row").count() == len(lines_at(last, first))


@every_look
def test_both_signs_of_a_pair_are_two_parallel_lines(network: Open) -> None:
    page = network()
    guard, front = PLACES[RECORD.ties[0].left], PLACES[RECORD.ties[0].right]
    found = [page.locator(f'.line[data-tie="{guard} {front} {sign}"]') for sign in "+-"]
    ends = [[float(line.get_attribute(end) or "") for end in ("x1", "y1", "x2", "y2")] for line in found]
    (ax, ay, bx, by), (cx, cy, dx, dy) = ends
    assert (bx - ax, by - ay) == pytest.approx((dx - cx, dy - cy))
    assert abs(ax - cx) + abs(ay - cy) > 4


@every_look
def test_nobody_moves_while_time_does(network: Open) -> None:
    page = network()
    before, drawn = spots(page), lines(page)
    page.get_by_role("slider", name="Up to").focus()
    page.keyboard.press("Home")
    page.wait_for_function("location.hash.includes('to=')")
    assert lines(page) != drawn
    assert spots(page) == before
    page.keyboard.press("End")
    assert lines(page) == drawn
    assert spots(page) == before


def test_the_slider_goes_by_keys_drag_field_and_brackets_alike(network: Open) -> None:
    page = network()
    thumb = page.get_by_role("slider", name="Up to")
    thumb.focus()
    last = thumb.get_attribute("aria-valuetext")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert thumb.get_attribute("aria-valuetext") != last
    day = parse_qs(page.url.split("?")[1])["to"][0]
    by_keys = count(page), lines(page)
    page.get_by_role("button", name="all time").click()
    page.get_by_label("day", exact=True).fill(day)
    assert (count(page), lines(page)) == by_keys
    box = page.locator(".track").bounding_box()
    assert box is not None
    at = thumb.bounding_box()
    assert at is not None
    page.mouse.move(at["x"] + 12, at["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 2, at["y"] + 12, steps=4)
    page.mouse.up()
    assert count(page) == len(lines_at(parse_qs(page.url.split("?")[1])["to"][0]))
    before = page.url
    page.locator("h1").click()
    page.keyboard.press("]")
    assert page.url != before
    page.keyboard.press("[")
    assert count(page) <= by_keys[0]
    page.go_back()
    assert "to=" in page.url


def test_wider_is_said_by_more_and_faint_by_one(network: Open) -> None:
    page = network()
    army, ministry = (PLACES[content_id("a", name)] for name in ("Army of Ilmara", "Defence Ministry of Ilmara"))
    many = page.locator(f'.line[data-tie="{army} {ministry} +"]')
    widths = page.locator(".line.once").evaluate_all(
        "all => all.map(one => parseFloat(getComputedStyle(one).strokeWidth))"
    )
    assert float(many.evaluate("one => parseFloat(getComputedStyle(one).strokeWidth)")) > max(widths)
    assert many.evaluate("one => getComputedStyle(one).opacity") == "1"
    assert page.locator(".line.once").first.evaluate("one => Number(getComputedStyle(one).opacity)") < 1


@every_look
def test_the_graph_can_be_walked_by_keys_alone(network: Open) -> None:
    page = network()
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hasAttribute('data-actor')"):
            break
    here = page.evaluate("document.activeElement.dataset.actor")
    neighbours = {end for name in lines(page) for end in name.split()[:2] if here in name.split()[:2] and end != here}
    reached = set()
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.locator(f'[data-actor="{here}"]').focus()
        page.keyboard.press(key)
        reached.add(page.evaluate("document.activeElement.dataset.actor"))
    assert reached - {here}
    assert reached - {here} <= neighbours
    order = []
    page.keyboard.press("End")
    last = page.evaluate("document.activeElement.dataset.actor")
    page.keyboard.press("Home")
    for _ in range(len(spots(page))):
        order.append(page.evaluate("document.activeElement.dataset.actor"))
        page.keyboard.press("j")
    assert sorted(order) == sorted(spots(page))
    assert order[-1] == last
    chosen = page.evaluate("document.activeElement.dataset.actor")
    page.keyboard.press("Enter")
    assert RECORD.actors[int(chosen)].id in page.url
    assert page.evaluate("document.activeElement.dataset.actor") == chosen
    assert page.locator(".tie-panel h2").inner_text() == HOSTILE.replace("\u202e", "⟨U+202E⟩")
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.dataset.actor") == chosen
    page.keyboard.press("Escape")
    assert "actor=" not in page.url


def test_every_tick_leads_to_its_sentence(network: Open) -> None:
    page = network("?view=table")
    links = page.locator(".tie-row").evaluate_all(
        "all => all.map(row => [row.dataset.tie,"
        " [...row.querySelectorAll('a.tick')].map(one => one.getAttribute('href'))])"
    )
    for name, ticks in links:
        left, right, sign = name.split()
        ends = {RECORD.actors[int(left)].id, RECORD.actors[int(right)].id}
        ties = [tie for tie in RECORD.ties if {tie.left, tie.right} == ends and tie.sign == sign]
        told = [claim for tie in ties for span in tie.periods for claim in span.claims]
        found = [urlsplit(re.sub(r"^#", "", tick)) for tick in ticks]
        assert sorted((url.path, url.query) for url in found) == sorted(
            (f"/doc/{CLAIMS[claim].document}", f"c={claim}") for claim in told
        )


def test_a_strip_of_ticks_is_one_tab_stop(network: Open) -> None:
    page = network("?view=table")
    strip = page.locator(".tie-row", has=page.locator("a.tick:nth-of-type(2)")).first.locator(".tie-when")
    ticks = strip.locator("a.tick")
    assert ticks.count() > 1
    assert strip.locator('a[tabindex="0"]').count() == 1
    ticks.first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.getAttribute('href')") == ticks.nth(1).get_attribute("href")


def test_without_a_time_is_said_and_no_day_is_made_up(network: Open) -> None:
    page = network("?view=table")
    row = page.locator(".tie-row", has_text="negotiates with")
    assert "no time said, report undated" in row.inner_text()
    assert row.locator("svg.ticks").count() == 0
    page.goto(page.url.replace("?view=table", "?to=2031-05-14"))
    page.get_by_text("without any time").wait_for()
    assert "negotiates" not in page.locator(".graph").inner_html()


def test_a_change_of_sides_has_both_sentences_and_triads_come_on_request(network: Open) -> None:
    page = network(f"?actor={RECORD.ties[0].left}")
    turn = page.locator(".turn").first
    assert "until 2030" in turn.inner_text()
    assert turn.locator("a.quoted").count() == 2
    trios = page.locator(".trios")
    assert trios.locator(".trio").first.is_hidden()
    trios.locator("summary").first.click()
    assert "not balanced" in trios.locator(".trio").first.inner_text()


def test_a_line_opens_its_pair_with_all_sentences(network: Open) -> None:
    page = network()
    page.locator(".pair", has=page.locator(".line.minus")).first.locator(".hit").dispatch_event("click")
    assert "," in parse_qs(page.url.split("?")[1])["actor"][0]
    assert page.locator(".tie-panel .tie-said a.quoted").count() >= 1


def test_only_neighbours_are_drawn_on_request(network: Open) -> None:
    guard = RECORD.ties[0].left
    page = network(f"?actor={guard}")
    page.get_by_label("only neighbours").check()
    near = {end for tie in RECORD.ties if guard in (tie.left, tie.right) for end in (tie.left, tie.right)}
    assert sorted(spots(page)) == sorted(str(PLACES[end]) for end in near)
    page.reload()
    assert len(spots(page)) == len(near)


def test_an_empty_time_names_the_nearest_day(network: Open) -> None:
    page = network("?mode=window&from=2019-04-05&to=2019-04-20&sign=with,neither")
    assert count(page) == 1  # allied until 2030
    page = network("?mode=window&from=2019-04-05&to=2019-04-20&sign=against")
    assert "No ties asserted in this window; nearest is" in page.locator(".empty").first.inner_text()
    page.get_by_role("button", name="12 May 2031").click()
    assert count(page) > 0


def test_a_case_without_ties_says_so(network: Open) -> None:
    bare = msgspec.structs.replace(RECORD, ties=(), changes=())
    page = network(html=made(bare))
    assert "No report of this case says" in page.locator(".empty").inner_text()
