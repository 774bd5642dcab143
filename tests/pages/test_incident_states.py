"""The states of an incident's page: crowds, revisions, texts withheld or changed, merged ids, two reports, a phone."""

import re

import msgspec
import pytest

from incident_case import AMBUSH, FIGURES, MARKET, QUOTES, RAID, RECORD, incident_at
from pages_support import Open, every_look, is_outlined, made
from rashomon.records import Record, Seeming, Side
from rashomon.show.reports import Texts

pytestmark = pytest.mark.usefixtures("page_built")


def crowd(size: int) -> Record:
    """The sample with ``size`` more accounts of the raid's dead, every other one superseded."""
    first = FIGURES["at least 14"]
    more = [msgspec.structs.replace(first, id=f"c-{n:04}", lower=n + 1, upper=n + 1,
            reasons={"superseded": "said otherwise later"} if n % 2 else {}) for n in range(size)]  # fmt: skip
    finding = RECORD.findings[0]
    backing = (*finding.backing, *(msgspec.structs.replace(finding.backing[0], claim=one.id) for one in more))
    raid = msgspec.structs.replace(RAID, claims=(*RAID.claims, *(one.id for one in more)))
    return msgspec.structs.replace(
        RECORD,
        claims=(*RECORD.claims, *more),
        incidents=(raid, MARKET, AMBUSH),
        findings=(msgspec.structs.replace(finding, backing=backing), *RECORD.findings[1:]),
    )


def test_a_crowd_of_accounts_is_listed_by_outlet_without_the_superseded(open_incident: Open) -> None:
    record = crowd(60)
    page = open_incident(record=record)
    group = page.locator(".group").first
    shown = group.locator(".account").count()
    outlets = group.locator(".by-outlet").all_inner_texts()
    assert len(outlets) == len(set(outlets)) == 3
    page.get_by_role("button", name="show superseded (30)").click()
    assert group.locator(".account").count() == shown + 30


def test_a_revision_is_history_and_no_disagreement(open_incident: Open) -> None:
    sides = tuple(
        Side(says=f"{FIGURES[words].lower} killed", claims=(FIGURES[words].id,)) for words in ("12", "Nineteen")
    )
    seeming = Seeming(kind="revision", about=RAID.id, why="superseded: the same origin later said 19", sides=sides)
    page = open_incident(record=msgspec.structs.replace(RECORD, seeming=(seeming,)))
    section = page.locator(".differences section", has=page.get_by_role("heading", name="Revisions"))
    assert "No disagreement: revision" in section.inner_text()
    assert "because: superseded" in section.inner_text()


@pytest.mark.parametrize("texts", ["excerpts", "none"])
def test_a_withheld_text_still_shows_each_sentence(view: Open, texts: Texts) -> None:
    page = view(incident_at(RAID), made(RECORD, texts))
    for claim in RAID.claims:
        page.locator(f'.accounts [data-claim="{claim}"]').first.click()
        assert is_outlined(page, QUOTES[claim])
    assert re.search("in this dossier|left out of", page.locator(".notice").inner_text())


@every_look
def test_a_changed_text_is_not_highlighted_and_says_so(open_incident: Open) -> None:
    claim = RAID.claims[0]
    harbour = RECORD.documents[0]
    changed = msgspec.structs.replace(harbour, text=harbour.text.replace("Fighters", "Members", 1))
    record = msgspec.structs.replace(RECORD, documents=(changed, *RECORD.documents[1:]))
    page = open_incident(record=record, query=f"?claim={claim}&view=text")
    notice = page.locator(".astray")
    assert "does not stand in this text" in notice.inner_text()
    assert QUOTES[claim] in notice.inner_text()
    assert page.locator(".outlined").count() == 0
    assert page.locator(".passage .k").count() == 0
    assert "not in its text" in page.locator(".evidence-bar").inner_text()


def test_unknown_and_merged_ids_say_so(open_incident: Open) -> None:
    merged = msgspec.structs.replace(RAID, aliases=("i-old",))
    record = msgspec.structs.replace(RECORD, incidents=(merged, MARKET, AMBUSH))
    page = open_incident(msgspec.structs.replace(RAID, id="i-old"), record)
    assert "i-old was merged into this incident" in page.locator(".moved").inner_text()
    assert RAID.title in page.locator("h1").inner_text()
    page = open_incident(msgspec.structs.replace(RAID, id="i-none"))
    assert "holds no incident “i-none”" in page.locator("main").inner_text()
    page = open_incident(query="?claim=c-none")
    assert "no claim “c-none”" in page.locator("main").inner_text()


def test_two_reports_are_aligned_by_question(open_incident: Open) -> None:
    page = open_incident()
    page.get_by_role("link", name="compare two reports").click()
    killed = page.locator("tr", has=page.get_by_role("rowheader", name="Killed")).first
    assert "at least 14" in killed.locator("td").nth(0).inner_text()
    assert "19" in killed.locator("td").nth(1).inner_text()
    assert "told differently" in killed.locator("th").inner_text()
    sentences = page.locator("td .quoted").evaluate_all("links => links.map(link => [link.href, link.textContent])")
    assert len(sentences) > 10
    for href, words in sentences:
        assert words == QUOTES[href.split("c=")[1]]
    page.get_by_role("button", name="swap").click()
    assert "at least 14" in killed.locator("td").nth(1).inner_text()
    killed.locator("td").nth(1).locator(".quoted").first.click()
    page.locator(".document .outlined").wait_for()


def test_a_phone_shows_one_part_at_a_time(open_incident: Open) -> None:
    page = open_incident(width=390)
    strip, text, sides = page.locator(".account").first, page.locator(".passage"), page.locator(".differences")
    assert [part.is_visible() for part in (strip, text, sides)] == [True, False, False]
    strip.click()
    assert text.is_visible()
    assert page.locator(".outlined").is_visible()
    page.locator(".outlined .k").first.click()
    page.get_by_role("button", name="Differences").click()
    assert [part.is_visible() for part in (strip, text, sides)] == [False, False, True]
