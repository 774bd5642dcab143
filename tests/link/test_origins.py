"""Reprints, cut reprints, wire copies; and the origins of an incident."""

from typing import Any

import msgspec
import pytest

from rashomon.link.origins import Origins, candidate_documents, credits, ends
from rashomon.link.witnesses import independent, origins
from rashomon.records import AnyClaim, Document, Origin, Voice
from rashomon.testing.makers import make_claim, make_document

STORY = " ".join(
    f"On day {n} the {who} of Arden said that {n + 3} houses near the old {what} had burned."
    for n, (who, what) in enumerate([("mayor", "mill"), ("judge", "ford"), ("priest", "bridge"), ("baker", "gate")] * 3)
)
OTHER = " ".join(
    f"In week {n} a {who} from Bruck counted {n + 7} carts along the {what} road."
    for n, (who, what) in enumerate([("clerk", "north"), ("guard", "south"), ("miller", "east"), ("smith", "west")] * 3)
)
CUT = STORY[: len(STORY) // 3]


def document(text: str, source: str, **fields: Any) -> Document:
    return make_document(text, source=source, **({"published": "2031-05-02"} | fields))


@pytest.mark.parametrize(
    ("left", "right", "verdict", "why"),
    [
        (STORY, "Headline changed. " + STORY, "same", "near-duplicate"),
        (STORY, OTHER, "unsure", "0%"),
        (STORY, CUT + " " + OTHER[:60], "same", "cut reprint"),
        (
            STORY + OTHER,
            STORY[:300] + " Our reporter adds much: " + " ".join(f"word{n}" for n in range(60)),
            "unsure",
            "%",
        ),
        ("Too short.", "Too short.", "same", "the same short text"),
        ("Too short.", "Too short too.", "unsure", "too short"),
        ("", "", "unsure", "too short"),
    ],
)
def test_verdicts(left: str, right: str, verdict: str, why: str) -> None:
    a, b = document(left, "a"), document(right, "b")
    (judgement,) = Origins()([(a, b)])
    assert (judgement.verdict, judgement.relation) == (verdict, "same origin")
    assert why in judgement.why
    assert Origins()([(b, a)]) == [judgement]


WALL = "You have read all your free articles for this month. " + " ".join(f"Choose offer {n} now." for n in range(30))


@pytest.mark.parametrize(
    ("left", "right", "text", "verdict"),
    [
        ("Three dead in Arden fire", "Minister visits Bruck harbour works", WALL, "unsure"),
        (
            "Three dead in Arden fire",
            "Minister visits Bruck harbour works",
            f"In Bruck the works began. {WALL}",
            "same",
        ),
        ("Houses burn near Arden mill", "Old bridge at Arden: houses burned", STORY, "same"),
        ("Houses burn near Arden mill", "Exclusive", STORY, "same"),  # too short a headline to tell
        (None, None, WALL, "same"),
    ],
)
def test_the_page_around_two_reports_makes_them_no_reprints(
    left: str | None, right: str | None, text: str, verdict: str
) -> None:
    (judgement,) = Origins()([(document(text, "a", title=left), document(text, "b", title=right))])
    assert judgement.verdict == verdict
    assert ("headline" in judgement.why) == (verdict == "unsure")


def test_a_shared_agency_needs_less_common_text() -> None:
    own = " ".join(f"sentence{n} of our own" for n in range(40))
    left = document(f"ARDEN (Reuters) - {STORY[:500]} {own}", "a")
    right = document(f"{STORY[:500]} {OTHER} \n\nReuters contributed to this report.", "b")
    late = msgspec.structs.replace(right, published=document("", "x", published="2031-06-01").published)
    assert [j.verdict for j in Origins()([(left, right), (left, late)])] == ["same", "unsure"]


@pytest.mark.parametrize(
    ("text", "byline", "expected"),
    [
        ("ARDEN (Reuters) - Fire.", None, {"Reuters"}),
        ("ARDEN, May 2 (AFP) — Fire.", None, {"AFP"}),
        ("Fire.", "By the Associated Press", {"AP"}),
        ("Fire. " * 100 + "\n— Xinhua", None, {"Xinhua"}),
        ("The AP said nothing of Reuters.", None, set()),
        ("", None, set()),
    ],
)
def test_credits(text: str, byline: str | None, expected: set[str]) -> None:
    assert credits(document(text, "a", byline=byline)) == expected


def test_candidates_find_reprints_and_cut_reprints_among_many() -> None:
    others = [document(" ".join(f"w{n}x{k}" for k in range(80)), f"o{n}") for n in range(60)]
    story, reprint, cut = document(STORY, "s"), document("New. " + STORY, "r"), document(CUT + OTHER, "c")
    found = candidate_documents([*others, story, reprint, cut])
    pairs = {frozenset((a.id, b.id)) for a, b in found}
    assert frozenset((story.id, reprint.id)) in pairs
    assert frozenset((story.id, cut.id)) in pairs
    assert len(pairs) <= 3
    assert candidate_documents([cut, *reversed(others), reprint, story]) == found


def claim(source: Document, *speakers: tuple[str, str | None]) -> AnyClaim:
    voices = (
        Voice(words="", start=0, end=0),
        *(Voice(words=w, start=0, end=0, actor=a, form="indirect") for w, a in speakers),
    )
    return make_claim("event", source, source.text, type="ASSAULT", trigger="attacked", voices=voices)


def test_the_origins_of_an_incident() -> None:
    texts = ["They attacked here.", "They attacked there.", "They attacked again."]
    a, b, c = (
        document(t, str(n), publisher=p)
        for n, (t, p) in enumerate(zip(texts, ("Post One", "Two", "post  one "), strict=True))
    )
    known = {d.id: d for d in (a, b, c)}
    group = {d: d for d in known}
    claims = [claim(a), claim(b, ("the minister", "a-min")), claim(a, ("the minister", "a-min")), claim(c)]
    found = origins(claims, known, group)
    assert [(o.documents, o.speaker) for o in found] == [
        (tuple(sorted((a.id, c.id))), None),
        (tuple(sorted((a.id, b.id))), "a-min"),
    ]
    assert found[0].why == "reports of one outlet"
    assert not independent(found, group)
    assert independent([Origin(documents=(a.id,)), Origin(documents=(b.id,))], group)
    assert not independent([Origin(documents=(a.id,)), Origin(documents=(b.id,))], {a.id: a.id, b.id: a.id})


def test_an_unnamed_speaker_is_one_origin_in_each_report() -> None:
    a, b = document("They attacked here.", "0"), document("They attacked there.", "1")
    claims = [claim(a, ("residents", None)), claim(b, ("Residents", None))]
    found = origins(claims, {a.id: a, b.id: b}, {a.id: a.id, b.id: b.id})
    assert [o.speaker for o in found] == ["residents", "residents"]


def test_reports_that_a_person_told_apart_are_two_even_if_of_one_outlet() -> None:
    reports = [
        document(text, f"{n}.txt", publisher="Arden Post") for n, text in enumerate((STORY, OTHER, STORY + OTHER))
    ]
    claims = [make_claim("event", d, d.text[:20], trigger=d.text[:2], type="KILL") for d in reports]
    known = {d.id: d for d in reports}
    group = {d.id: d.id for d in reports}
    (whole,) = origins(claims, known, group)
    assert whole.why == "reports of one outlet"
    one, other = reports[0].id, reports[1].id
    found = origins(claims, known, group, frozenset({(one, other), (other, one)}))
    assert len(found) == 2
    assert not any({one, other} <= set(o.documents) for o in found)


def quoting(source: Document, sentence: str, speaker: str) -> AnyClaim:
    start = sentence.index(speaker)
    said = Voice(words=speaker, start=start, end=start + len(speaker), form="direct")
    voices = (Voice(words="", start=0, end=0), said)
    return make_claim("event", source, sentence, type="ASSAULT", trigger="attacked", voices=voices)


@pytest.mark.parametrize(
    ("left", "right", "speakers", "number"),
    [
        ("we were attacked in our beds", "We were attacked, in our beds,", ("a nurse", "a nurse"), 1),
        ("we were attacked in our beds", "we were attacked in our beds", ("a nurse", "a guard"), 2),
        ("we were attacked in our beds", "we were attacked at the gate", ("a nurse", "a nurse"), 2),
        ("we were attacked", "we were attacked", ("a nurse", "a nurse"), 2),  # too few words to be one quotation
    ],
)
def test_one_quotation_of_one_speaker_is_one_origin(
    left: str, right: str, speakers: tuple[str, str], number: int
) -> None:
    texts = [f"“{said}” {who} said." for said, who in zip((left, right), speakers, strict=True)]
    reports = [document(text, str(n)) for n, text in enumerate(texts)]
    claims = [quoting(r, r.text, who) for r, who in zip(reports, speakers, strict=True)]
    found = origins(claims, {d.id: d for d in reports}, {d.id: d.id for d in reports})
    assert len(found) == number
    assert origins(claims[::-1], {d.id: d for d in reports}, {d.id: d.id for d in reports}) == found


@pytest.mark.parametrize("length", [0, 100, 300, 1000])
def test_what_is_kept_of_a_text_tells_the_same_credits(length):
    for text in (f"DESSAN (AP) - {'x' * length}", f"{'x' * length} (Reuters)", f"{'x' * length} (AFP) {'x' * length}"):
        document = make_document(text)
        assert credits(ends(document)) == credits(document)
        assert len(ends(document).text) <= 600
