"""Hostile text and numbers: kept exactly, or refused in words."""

import hashlib

import msgspec
import pytest

from rashomon.errors import CaseError
from rashomon.records import Actor, Alias, Judgement, Maker, Place, Receipt
from rashomon.store.rows import seal
from rashomon.testing import make_claim, make_document

AT = "2031-05-14T08:00:00Z"
HOSTILE = [
    "nul \0 inside\0",
    "\0",
    '\'; DROP TABLE claims; -- "" `x` \\ %s ?1 :a {0}',
    "bidi \u202e\u2066 and zero\u200bwidth \ufeff\u200d",
    "👩‍👩‍👧‍👦🇲🇱 e\u0301 \U0010ffff",
    "line\rends\r\nof\u2028every\u2029kind\x85\x0b\x0c",
    "\x1b[31mred\x1b[0m \x07 \x7f",
    "جبهة الكثبان الحمراء 特別",
    "<script>alert(1)</script>&lt; =1+1 \ufffe\uffff",
    "word" * 50_000,
    " ",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_exactly(store, text):
    document = make_document(text, source=text[:300], title=text, byline=text, reasons={text[:99]: text})
    claim = make_claim("figure", document, text, measure="killed", words=text, maker=text[:99], reasons={"actor": text})
    actor = Actor(
        id="a-1", name=text, aliases=(Alias(words=text, document=document.id, count=1),), external={text: text}
    )
    place = Place(id="p-1", name=text, lat=-0.0, lon=179.99999999999997, why=text)
    judgement = Judgement(id="j-1", left=text, right=text, relation="same actor", why=text, maker=text, made=AT)
    receipt = Receipt(source=text, digest="1", outcome="stored", document=document.id, reason=text)
    with store.writing() as w:
        w.add_documents([document])
        w.add_claims([claim])
        w.add_actors([actor])
        w.add_places([place])
        w.add_judgements([judgement])
        w.receive(receipt, AT)
        w.set_maker(Maker(name=text, version=text, settings=text, model=text))
        w.set_meta("name", text)
        w.done(text, [document.id])
    view = store.view()
    assert (view.documents(), view.claims(), view.actors(), view.places()) == ([document], [claim], [actor], [place])
    assert (view.judgements(), view.receipts()) == ([judgement], [receipt])
    assert view.makers()[0].model == view.meta()["name"] == text
    assert view.pending(text) == []
    assert view.claims(maker=text[:99]) == view.claims_at(document.id, 0, 1) == [claim]
    assert view.versions(text[:300]) == [document.id]
    assert store.check() == []


LONE = "half \ud83d an emoji"


@pytest.mark.parametrize(
    "write",
    [
        lambda w, d: w.add_documents([make_document(LONE)]),
        lambda w, d: w.add_documents([make_document("x", title=LONE)]),
        lambda w, d: w.add_documents([msgspec.structs.replace(make_document("x"), source=LONE)]),
        lambda w, d: w.add_claims(
            [msgspec.structs.replace(make_claim("figure", d, d.text, measure="killed"), words=LONE)]
        ),
        lambda w, d: w.add_actors([Actor(id="a-1", name=LONE)]),
        lambda w, d: w.add_places([Place(id="p-1", name=LONE)]),
        lambda w, d: w.add_judgements([Judgement(id="j-1", left=LONE, right="b", relation="same actor")]),
        lambda w, d: w.receive(Receipt(source=LONE, digest="1", outcome="quarantined"), AT),
        lambda w, d: w.receive(Receipt(source="x", digest="1", outcome="quarantined"), LONE),
        lambda w, d: w.set_meta("name", LONE),
        lambda w, d: w.done(LONE, [d.id]),
        lambda w, d: w.attempt(LONE),
        lambda w, d: w.set_maker(Maker(name=LONE, version="1", settings="s")),
    ],
)
def test_lone_surrogates_are_refused_in_words(store, write):
    document = make_document("A quiet day.")
    with store.writing() as w:
        w.add_documents([document])
    with pytest.raises(CaseError, match="lone surrogate"), store.writing() as w:
        write(w, document)
    assert store.view().documents() == [document]
    assert store.check() == []


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_json_cannot_say_is_refused(store, number):
    document = make_document("A quiet day.")
    claim = msgspec.structs.replace(make_claim("figure", document, document.text, measure="killed"), score=number)
    with store.writing() as w:
        w.add_documents([document])
        with pytest.raises(CaseError, match="claim"):
            w.add_claims([claim])
        with pytest.raises(CaseError, match="place"):
            w.add_places([Place(id="p-1", name="Hanwe", lat=number)])
        with pytest.raises(CaseError, match="judgement"):
            w.add_judgements([Judgement(id="j-1", left="a", right="b", relation="same actor", score=number)])


def test_very_large_figures_are_kept_or_refused_never_changed(store):
    document = make_document("10^400 killed.")
    claims = [
        make_claim("figure", document, document.text, measure="killed", lower=value)
        for value in (2**63, 2**64, -(2**63), 10**400)
    ]
    kept, refused = [], []
    with store.writing() as w:
        w.add_documents([document])
        for claim in claims:
            try:
                kept += [claim] * w.add_claims([claim])
            except CaseError as error:
                refused.append(error.reason)
    assert sorted(claim.lower for claim in store.view().claims()) == sorted(claim.lower for claim in kept)
    assert len(kept) >= 1
    assert all("kept exactly" in reason for reason in refused)


def test_whole_numbers_where_a_fraction_may_stand_and_lists_where_tuples_are_meant(store):
    document = make_document("A quiet day.")
    claim = msgspec.structs.replace(make_claim("figure", document, document.text, measure="killed"), score=1)
    listed = msgspec.structs.replace(claim, spans=list(claim.spans), score=1)
    with store.writing() as w:
        w.add_documents([document])
        w.add_claims([claim])
        assert w.add_claims([listed]) == 0
        w.add_judgements([Judgement(id="j-1", left="a", right="b", relation="same actor", score=2)])
    assert store.view().claims() == [claim]
    assert store.view().judgements()[0].score == 2.0
    assert store.check() == []


def test_a_seal_is_the_crc_of_its_parts():
    assert seal("ab", "c") == seal("abc") == 0x352441C2
    assert seal("abd") != seal("abc")


def test_a_digest_is_of_the_bytes_not_of_the_text(store):
    data = "Sévaré".encode("latin-1")
    with store.writing() as w:
        w.keep(hashlib.sha256(data).hexdigest(), data)
    assert store.view().raw(store.view().raw_digests()[0]) == data
