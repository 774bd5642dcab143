"""Outlets beside one another in a real browser: the same from both sides, blank is not 0, files are the page."""

import re
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Locator, Page

from outlets_case import DESK, HARBOUR, RELIEF, STATE, outlets_record
from pages_support import Look, Open, every_look, faults, made, saved_rows, texts
from rashomon.records import FigureClaim
from rashomon.show.lookup import sentence_of

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = outlets_record()
CLAIMS = {claim.id: claim for claim in RECORD.claims}


def pair_at(a: str, b: str) -> str:
    return f"#/outlets/{quote(a, safe='')}/vs/{quote(b, safe='')}"


VIEWS = (
    "#/outlets",
    f"#/outlets?all=1&pin={quote(HARBOUR)},{quote(STATE)}",
    "#/outlets?rows=pairs",
    pair_at(HARBOUR, RELIEF),
    pair_at(STATE, DESK),
    "#/outlets/Nobody/vs/Harbour%20Post",
)


@pytest.fixture(scope="module")
def html() -> str:
    return made(RECORD)


def file_of(page: Page) -> list[dict[str, str]]:
    """The rows of the file that the page gives out."""
    return saved_rows(page, page.get_by_role("button", name="CSV"))


@every_look
@pytest.mark.parametrize("at", VIEWS)
def test_a_view_has_no_fault(view: Open, at: str) -> None:
    assert faults(view(at)) == []


def dumbbells(page: Page) -> list[dict[str, object]]:
    """Each line of figures on a pair's page: incident, both sides in words, how they stand, and where the dots are."""
    return page.locator(".o-dumbbell").evaluate_all("""rows => rows.map(row => ({
        about: row.firstElementChild.innerText,
        a: row.querySelector('.o-a .said').innerText, b: row.querySelector('.o-b .said').innerText,
        how: row.lastElementChild.innerText,
        dots: Object.fromEntries([...row.querySelectorAll('.odot')].map(dot =>
            [dot.textContent.slice(-1), Math.round(dot.querySelector('circle').getBoundingClientRect().x)])),
    }))""")


def columns(page: Page, heading: str) -> list[str]:
    section = page.locator("section").filter(has=page.get_by_role("heading", name=heading, exact=True))
    return [re.sub(r"^Only [AB] ", "Only ", text) for text in texts(section.locator(".o-sides > div"))]


@every_look
def test_a_pair_is_the_same_from_the_other_side_mirrored(view: Open) -> None:
    page = view(pair_at(HARBOUR, RELIEF))
    ours = dumbbells(page)
    named, told = columns(page, "Only one of them names it"), columns(page, "Only one of them reports it")
    assert [(one["a"], one["b"], one["how"]) for one in ours[:2]] == [
        ("2", "6", "differ, 3 times"), ("39", "81", "differ, 2.08 times")
    ]  # fmt: skip
    page.get_by_role("link", name="Swap sides").click()
    page.locator("h1", has_text=re.compile("A.*Relief")).wait_for()
    assert unquote(page.url).endswith(f"{RELIEF}/vs/{HARBOUR}")
    turned = [
        {**one, "a": one["b"], "b": one["a"], "dots": {"A": one["dots"]["B"], "B": one["dots"]["A"]}}  # type: ignore[index]
        for one in dumbbells(page)
    ]
    assert turned == ours
    assert columns(page, "Only one of them names it") == named[::-1]
    assert columns(page, "Only one of them reports it") == told[::-1]
    assert "Shelling of Old Quay" in told[0]
    assert "Shelling of Linden Camp" in told[1]


@every_look
def test_dots_stand_in_the_order_of_their_values(view: Open) -> None:
    page = view("#/outlets")
    places = {}
    for row in page.locator(".o-row").all():
        if "Umm Dell" in row.inner_text():
            for dot in row.locator(".odot").all():
                places[dot.locator("title").text_content()] = dot.locator("circle").bounding_box()
    low, high = places["Harbour Post: 39"], places["Relief Monitor: 81"]
    assert low is not None
    assert high is not None
    assert low["x"] + low["width"] < high["x"]
    assert page.locator(".odot", has=page.locator("title", has_text="at least 14")).locator("path.open").count() == 1


def row_of(page: Page, place: str) -> Locator:
    return page.locator(".o-row").filter(has=page.get_by_role("heading", name=f"Shelling of {place}", exact=True))


@every_look
def test_blank_is_not_0(view: Open) -> None:
    page = view(f"#/outlets?pin={quote(STATE)}")
    said = {place: row_of(page, place).locator(".o-cell") for place in ("Tal Oreb", "Umm Dell", "Hanwe")}
    visible = "e => { e.querySelectorAll('.vh, .o-label').forEach(x => x.remove()); return e.innerText.trim(); }"
    assert [cell.evaluate(visible) for cell in said.values()] == ["5", "no figure", ""]
    page.get_by_role("button", name="Outlets two by two").click()
    table = page.locator(".o-pairs tbody tr")
    cells = {
        texts(row.locator("th"))[0]: [cell.evaluate(visible) for cell in row.locator("td").all()] for row in table.all()
    }
    assert cells[f"{DESK} and {STATE}"] == ["1", "1", "1", "", "", "", "too few to compare"]
    assert cells[f"{HARBOUR} and {RELIEF}"] == ["5", "1", "1", "5", "2", "3 times", ""]


@every_look
def test_too_few_incidents_are_said_and_the_numbers_shown(view: Open) -> None:
    page = view(pair_at(HARBOUR, STATE))
    assert "too few to compare: they share 2 incidents" in page.get_by_role("note").inner_text()
    assert [(one["a"], one["b"]) for one in dumbbells(page)] == [("at least 14", "5")]
    assert view(pair_at(HARBOUR, RELIEF)).get_by_role("note").count() == 0


def test_the_file_of_incidents_is_the_page(view: Open) -> None:
    page = view(f"#/outlets?all=1&pin={quote(HARBOUR)},{quote(quote(DESK, safe='/ %'))}")
    assert page.locator(".o-head .o-pin").count() == 2
    rows = file_of(page)
    shown = page.locator(".o-row")
    assert [row["incident"] for row in rows] == texts(shown.locator("h2"))
    for row, line in zip(rows, shown.all(), strict=True):
        letters = {key.split(": ", 1)[0]: value for key, value in row.items() if re.match(r"[A-Z]: ", key)}
        said = line.locator(".o-said li").evaluate_all(
            "all => all.map(li => [li.querySelector('.letter span').textContent, li.querySelector('.said').innerText])"
        )
        assert {key: value for key, value in letters.items() if value not in ("", "no figure")} == dict(said)
        silent = line.locator(".o-silent .letter > span:first-child").all_inner_texts()
        assert sorted(silent) == sorted(key for key, value in letters.items() if value == "no figure")
        assert row["gap"] in line.inner_text()


def test_the_file_of_a_pair_is_the_page(view: Open) -> None:
    page = view(pair_at(RELIEF, STATE))
    rows = file_of(page)
    body = " ".join(page.locator("main").inner_text().split())
    for row in rows:
        for key in ("first says", "other says"):
            words = row[key] if row["what"] in ("figure", "doer") else ""
            assert words in body, row
    figures = [row for row in rows if row["what"] == "figure"]
    both = [(row["first says"], row["other says"]) for row in figures if row["first says"] and row["other says"]]
    assert both == [(one["a"], one["b"]) for one in dumbbells(page)]
    assert {row["note"] for row in rows} == {"too few to compare"}
    told = [row["about"] for row in rows if row["what"] == "incident"]
    assert len(told) == page.locator("section", has_text="Only one of them reports it").locator("li").count()


@pytest.mark.parametrize("at", VIEWS[:2] + VIEWS[3:5])
def test_every_figure_leads_to_its_sentence(view: Open, at: str) -> None:
    page = view(at)
    links = page.locator("a.said").evaluate_all("all => all.map(a => [a.innerText, a.getAttribute('href')])")
    assert links
    for words, href in links:
        found = re.fullmatch(r"#/doc/([^/?]+)\?c=([^&]+)", href)
        assert found is not None
        claim = CLAIMS[found[2]]
        assert claim.document == found[1]
        assert words in sentence_of(claim).quote
    figures = {claim.id for claim in RECORD.claims if isinstance(claim, FigureClaim)}
    if at == VIEWS[1]:
        assert figures <= {href.rsplit("=", 1)[1] for _, href in links}


@every_look
def test_outlets_are_pinned_by_keyboard_and_the_address_keeps_them(view: Open, look: Look) -> None:
    page = view("#/outlets")
    bar = page.get_by_role("toolbar")
    assert bar.locator("button[tabindex='0']").count() == 1
    bar.locator("button").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert texts(page.locator(".o-head .o-pin")) == [DESK]
    assert page.evaluate("document.activeElement.innerText").endswith(DESK)
    page.reload()
    page.locator(".o-head .o-pin").wait_for(state="attached")
    assert texts(page.locator(".o-head .o-pin")) == [DESK]
    # where there is no room for columns, each row says whose cell it is
    named = page.locator(".o-head .o-pin" if look.width >= 1100 else ".o-cell:not(.o-blank) .o-label").first
    assert named.is_visible()
    assert DESK in named.inner_text()


@every_look
def test_rows_are_walked_by_keys(view: Open) -> None:
    page = view("#/outlets")
    heads = texts(page.locator(".o-row h2"))
    for expected in (heads[0], heads[1], heads[2]):
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.innerText") == expected
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.innerText") == heads[1]


def test_rows_are_sorted_and_the_rule_is_followed(view: Open) -> None:
    page = view("#/outlets")
    assert texts(page.locator(".o-row h2"))[0] == "Shelling of Tal Oreb"
    page.get_by_label("Sorted by").select_option(label="date")
    assert [text.rsplit(" ", 1)[1] for text in texts(page.locator(".o-row h2"))] == [
        "Oreb", "Dell", "Hanwe", "Bridge", "Wells"
    ]  # fmt: skip
    before = texts(page.locator(".o-whole"))
    page.get_by_label("Figures by").select_option(label="acled")
    assert "sort=date" in page.url
    assert texts(page.locator(".o-whole")) != before


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ("#/outlets/Nobody/vs/Harbour%20Post", "No outlet of this case is called “Nobody”."),
        ("#/outlets/Harbour%20Post/vs/Harbour%20Post", "Two different outlets are needed."),
        ("#/outlets/Harbour%20Post", "Two different outlets are needed."),
        ("#/outlets/__proto__/vs/constructor", "No outlet of this case is called “__proto__”."),
    ],
)
def test_an_unknown_pair_says_so(view: Open, at: str, says: str) -> None:
    page = view(at)
    assert says in page.locator("main").inner_text()
    page.get_by_role("link", name="Show all pairs").click()
    page.locator(".o-pairs").wait_for()
