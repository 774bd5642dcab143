"""The dossier's page in a real browser: every view silent, accessible, within its width, asking for nothing."""

import pytest

from pages_support import Open, every_look, faults, sample_page
from rashomon.testing import sample_record

pytestmark = pytest.mark.usefixtures("page_built")
RECORD = sample_record()
ACTOR = RECORD.actors[0].id
RAID = RECORD.incidents[0]
VIEWS = (
    "#/explore",
    "#/explore?status=machine+only&history=1",
    "#/disagreements",
    "#/disagreements?view=seeming",
    "#/nowhere",
    f"#/incident/{RAID.id}?claim={RAID.claims[3]}",
    f"#/incident/{RAID.id}?view=text&claim={RAID.claims[3]}",
    f"#/incident/{RAID.id}?view=differences",
    f"#/incident/{RAID.id}/compare",
    f"#/doc/{RAID.documents[0]}?c={RAID.claims[0]}",
    "#/reports",
    "#/network",
    f"#/network?actor={ACTOR}",
    "#/network?view=matrix",
    "#/network?view=table&mode=window&from=2031-05-12",
    f"#/actor/{ACTOR}",
    "#/actor/a-none",
    "#/incident/i-none",
    "#/doc/d-none",
    "#/actors",
)


@every_look
@pytest.mark.parametrize("at", VIEWS)
def test_a_view_has_no_fault(view: Open, at: str) -> None:
    assert faults(view(at)) == []


def test_printing_shows_the_static_twin(view: Open) -> None:
    page = view("#/disagreements")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#page").is_hidden()
    assert page.locator("#reports").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#page").is_visible()
    assert page.locator("#reports").count() == 0


def test_without_scripts_the_twin_is_the_page(open_page: Open) -> None:
    page = open_page(sample_page(), script=False)
    assert page.locator("h1").inner_text() == RECORD.case
    assert page.locator("#reports").is_visible()


def test_the_rule_can_be_switched_in_place(view: Open) -> None:
    page = view("#/disagreements?view=within")
    page.get_by_label("Figures by").select_option(label="ucdp")
    assert "rule=ucdp" in page.url
    assert "view=within" in page.url
