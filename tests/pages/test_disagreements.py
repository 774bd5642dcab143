"""Disagreements in a real browser: on one axis, the widest gap first, each side with its sentences."""

import re
from collections.abc import Iterator

import msgspec
import pytest
from playwright.sync_api import Page

from pages_cases import causal_record
from pages_support import Open, made, plain, saved_rows

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = causal_record()


@pytest.fixture(scope="module")
def html() -> str:
    return made(RECORD)


def differing(page: Page) -> Iterator[dict[str, str]]:
    for one in page.locator(".dispute").all():
        for side in one.locator(".side").all():
            for claim in side.locator(".evidence").all():
                yield {
                    "disagreement": one.get_attribute("id") or "",
                    "side": plain(side.locator("h3 bdi").inner_text()),
                    "sentence": plain(claim.locator("q").inner_text()),
                }


def test_disagreements_are_saved_row_by_row_widest_gap_first(view: Open) -> None:
    page = view("#/disagreements")
    rows = saved_rows(page, page.get_by_role("button", name="Save CSV"))
    assert [{key: plain(row[key]) for key in one} for row, one in zip(rows, differing(page), strict=True)] == list(
        differing(page)
    )
    gaps = [float(found[1]) for row in rows if (found := re.search(r"([\d.]+)×", row["gap"]))]
    assert gaps == sorted(gaps, reverse=True)
    assert len(set(gaps)) > 1


def test_a_disagreement_on_figures_is_drawn_in_the_order_of_its_values(view: Open) -> None:
    page = view("#/disagreements")
    drawn = page.locator(".dispute:has(.dispute-ruler)")
    assert drawn.count() > 0
    for one in drawn.all():
        places = one.locator(".strip .at").evaluate_all("all => all.map((dot) => parseFloat(dot.getAttribute('x')))")
        assert len(places) > 1
        assert all(0 <= place <= 100 for place in places)
        assert len(set(places)) > 1


def test_a_disagreement_has_an_address(view: Open) -> None:
    one = RECORD.disagreements[-1]
    page = view(f"#/disagreements?sel={one.id}")
    assert page.locator(".dispute.chosen").get_attribute("id") == one.id
    assert page.locator(".dispute.chosen").evaluate("one => one.getBoundingClientRect().top < innerHeight")
    page = view("#/disagreements?sel=x-none")
    assert "No disagreement of this dossier has the id" in page.locator("main").inner_text()


def test_filters_leave_what_they_say(view: Open) -> None:
    page = view("#/disagreements")
    for option in page.get_by_label("told by").locator("option").all():
        words = option.inner_text()
        page.get_by_label("told by").select_option(label=words)
        assert page.locator(".dispute").count() == int(re.search(r"\((\d+)\)$", words)[1])


def test_where_reports_agree_the_page_opens_on_what_one_says_of_itself(view: Open) -> None:
    within = tuple(msgspec.structs.replace(one, scope="within") for one in RECORD.disagreements)
    page = view("#/disagreements", made(msgspec.structs.replace(RECORD, disagreements=within)))
    assert page.locator("[aria-pressed=true]").inner_text() == f"Inside one report {len(within)}"
    assert page.locator(".dispute").count() == len(within)
