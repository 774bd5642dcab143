"""The makers and the sample record keep what they promise."""

import msgspec
import pytest

from rashomon.records import Record
from rashomon.testing import make_claim, make_day, make_document, make_mention, make_regions, make_span, sample_record

RECORD = sample_record()


def test_sample_is_the_same_every_time_and_survives_json() -> None:
    assert sample_record() == RECORD
    assert msgspec.json.decode(msgspec.json.encode(RECORD), type=Record) == RECORD


def test_every_span_of_the_sample_quotes_what_stands_there() -> None:
    texts = {document.id: document.text for document in RECORD.documents}
    for claim in RECORD.claims:
        text = texts[claim.document]
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)
        assert all(text[voice.start : voice.end] == voice.words for voice in claim.voices)


def test_every_id_that_the_sample_names_is_in_it() -> None:
    claims, actors = {c.id for c in RECORD.claims}, {a.id for a in RECORD.actors}
    incidents, documents = {i.id for i in RECORD.incidents}, {d.id for d in RECORD.documents}
    assert len(claims) == len(RECORD.claims)
    assert {c for i in RECORD.incidents for c in i.claims} <= claims
    assert {p.claim for f in RECORD.findings for p in (*f.backing, *f.set_aside)} <= claims
    assert {c for d in RECORD.disagreements for s in d.sides for c in s.claims} <= claims
    assert {end for tie in RECORD.ties for end in (tie.left, tie.right)} <= actors
    assert {f.incident for f in RECORD.findings} <= incidents
    assert {c.document for c in RECORD.claims} <= documents


def test_the_sample_is_rich() -> None:
    assert {type(claim).__name__ for claim in RECORD.claims} == {
        "EventClaim", "FigureClaim", "TieClaim", "FlowClaim", "CauseClaim", "NamingClaim"}  # fmt: skip
    assert {claim.reality for claim in RECORD.claims} >= {"fact", "neg", "fut", "hyp"}
    assert {tie.sign for tie in RECORD.ties} == {"+", "-"}
    assert {d.scope for d in RECORD.disagreements} == {"within", "between"}
    assert any(f.high is None for f in RECORD.findings)
    assert any(f.low is None for f in RECORD.findings)
    assert any(i.background for i in RECORD.incidents)


def test_makers_find_their_words() -> None:
    document = make_document("🕊 One died. One died again.", published="2031-05-14")
    second = make_span(document, "One died again.")
    assert make_mention(document, "died", second).start == 16
    assert document.published == make_day("2031-05-14")
    with pytest.raises(ValueError, match="substring not found"):
        make_span(document, "two")


def test_a_claim_s_id_follows_from_its_content() -> None:
    document = make_document("One died.")
    first, same, other = (
        make_claim("event", document, "One died.", type=t, trigger="died") for t in ("KILL", "KILL", "SAY")
    )
    assert first.id == same.id != other.id


def test_regions_cover_the_text() -> None:
    document = make_regions(make_document("Title\nBody\nFoot"), {"Title": "title", "Foot": "boilerplate"})
    assert [(r.kind, r.start, r.end) for r in document.regions] == [
        ("title", 0, 5), ("body", 5, 11), ("boilerplate", 11, 15)]  # fmt: skip
