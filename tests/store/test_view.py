"""Reading: what is asked for, all of it, in the same order whatever the order of writing."""

import random

import pytest

from rashomon.errors import DamagedCase, NotFound
from rashomon.store import Store
from rashomon.testing import sample_record


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_writing_does_not_matter(tmp_path, everything, report, seed):
    pairs = [report(number) for number in range(12)]
    seen = []
    for name in ("one.db", "two.db"):
        with Store(tmp_path / name) as store:
            for document, claim in pairs:
                with store.writing() as w:
                    w.add_documents([document])
                    w.add_claims([claim])
            read = everything(store.view())
            seen.append({key: read[key] for key in ("documents", "claims", "graphs", "counts")})
            random.Random(seed).shuffle(pairs)
    assert seen[0] == seen[1]


@pytest.mark.parametrize("noun", ["document", "claim", "incident"])
@pytest.mark.parametrize("name", ["d-nothing", "", "'; DROP TABLE claims --", "<b>", "\0", "x" * 100_000])
def test_an_id_that_is_not_there(store, fill, noun, name):
    fill(store)
    with pytest.raises(NotFound, match=noun):
        getattr(store.view(), noun)(name)


def test_one_of_each_by_id(store, fill):
    fill(store)
    record, view = sample_record(), store.view()
    assert view.document(record.documents[0].id) == record.documents[0]
    assert view.claim(record.claims[0].id) == record.claims[0]
    assert view.incident(record.incidents[0].id) == record.incidents[0]
    wanted = [document.id for document in record.documents[:2]]
    assert [document.id for document in view.documents([*wanted, "d-nothing", *wanted])] == sorted(wanted)
    assert view.documents([]) == []


def test_a_merged_incident_answers_to_its_old_id(store):
    record = sample_record()
    incident = record.incidents[0]
    merged = type(incident)(**{**{f: getattr(incident, f) for f in incident.__struct_fields__}, "aliases": ("i-old",)})
    with store.writing() as w:
        w.replace_views([merged, *record.incidents[1:]], [], [], [])
    assert store.view().incident("i-old") == merged


def test_an_alias_never_hides_an_incident(store):
    first, *rest = sample_record().incidents
    other = type(first)(id="i-0", title="Another", type="ASSAULT", aliases=(first.id, "i-old"))
    third = type(first)(id="i-1", title="A third", type="ASSAULT", aliases=("i-old",))
    with store.writing() as w:
        w.replace_views([third, first, *rest, other], [], [], [])
    assert store.view().incident(first.id) == first
    assert store.view().incident("i-old") == other
    assert store.check() == []


def test_claims_of_a_document_of_a_maker_and_at_a_place(store, fill):
    fill(store)
    record, view = sample_record(), store.view()
    document = record.documents[0]
    mine = sorted((claim for claim in record.claims if claim.document == document.id), key=lambda claim: claim.id)
    assert view.claims(document.id) == mine
    maker = record.claims[0].maker
    assert view.claims(maker=maker) == [claim for claim in view.claims() if claim.maker == maker]
    assert view.claims(document.id, maker) == [claim for claim in mine if claim.maker == maker]
    assert view.claims(maker="nobody") == []
    span = mine[0].spans[0]
    at = view.claims_at(document.id, span.end - 1, span.end)
    assert mine[0] in at
    assert at == [claim for claim in mine if any(s.start < span.end <= s.end for s in claim.spans)]
    assert view.claims_at(document.id, 10**6, 10**6 + 1) == []


def test_what_a_maker_has_yet_to_do(store, report):
    documents = [report(number)[0] for number in range(5)]
    with store.writing() as w:
        w.add_documents(documents)
        w.done("linker 1", [documents[0].id, documents[3].id])
    view = store.view()
    assert view.pending("linker 1") == sorted(documents[number].id for number in (1, 2, 4))
    assert view.pending("linker 2") == sorted(document.id for document in documents)


def test_documents_by_bytes_and_by_text(store, report):
    document, _ = report()
    with store.writing() as w:
        w.add_documents([document])
    view = store.view()
    assert view.same_bytes(document.digest) == view.same_text(document.text_digest) == [document.id]
    assert view.same_bytes("00") == view.same_text("00") == view.versions("nowhere") == []


def test_findings_of_one_incident(store, fill):
    fill(store)
    view = store.view()
    for finding in view.findings():
        assert finding in view.findings(finding.incident)
        assert {item.incident for item in view.findings(finding.incident)} == {finding.incident}


DAMAGE = [
    ("documents", "UPDATE documents SET text = replace(text, 'people', 'peoplf')"),
    ("documents", "UPDATE documents SET body = '{' || body"),
    ("documents", "UPDATE documents SET body = '', seal = 0, text = ''"),
    ("claims", "UPDATE claims SET body = replace(body, '14', '41')"),
    ("claims", "UPDATE claims SET seal = seal + 1"),
    ("graphs", "UPDATE graphs SET body = replace(body, 'GROUP', 'GRAUP')"),
    ("actors", "UPDATE actors SET body = replace(body, 'a', 'b')"),
    ("places", "UPDATE places SET body = replace(body, '1', '2')"),
    ("judgements", "UPDATE judgements SET score = 77"),
    ("judgements", "UPDATE judgements SET verdict = 'maybe'"),
    ("receipts", "UPDATE receipts SET reason = 'because'"),
    ("ledger", "UPDATE receipts SET received_at = '1970-01-01'"),
    ("incidents", "UPDATE incidents SET body = replace(body, 'e', 'a')"),
    ("findings", "UPDATE findings SET body = replace(body, '1', '2')"),
    ("disagreements", "UPDATE disagreements SET body = replace(body, 'e', 'a')"),
    ("ties", "UPDATE ties SET body = replace(body, 'e', 'a')"),
]


@pytest.mark.parametrize(("noun", "damage"), DAMAGE)
def test_a_row_that_is_not_what_was_written_is_never_returned(store, fill, noun, damage):
    fill(store)
    store._main.rows(damage)
    with pytest.raises(DamagedCase):
        getattr(store.view(), noun)()
    assert store.check() != []


@pytest.mark.parametrize("damage", ["x'00'", "x''", "randomblob(99)", "substr(data, 1, 5)", "data || data"])
def test_raw_bytes_that_are_not_what_came_in_are_never_returned(store, fill, damage):
    fill(store)
    digest = store.view().raw_digests()[0]
    intact = store.view().raw(digest)
    store._main.rows("UPDATE raw SET data = CAST(" + damage + " AS BLOB) WHERE digest = ?", (digest,))
    view = store.view()
    if damage == "data || data":
        # What follows the end of the packed bytes is not read.
        assert view.raw(digest) == intact
        return
    with pytest.raises(DamagedCase, match=digest):
        view.raw(digest)
    assert any(digest in problem for problem in store.check())


def test_a_batch_larger_than_the_texts_at_hand(store, report):
    pairs = [report(number) for number in range(150)]
    with store.writing() as w:
        w.add_documents([document for document, _ in pairs])
        assert w.add_claims([claim for _, claim in pairs]) == 150
        assert w.add_claims([claim for _, claim in reversed(pairs)]) == 0
    assert store.check() == []
