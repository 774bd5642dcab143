"""The laws of writing: whole or not at all, twice is once, nothing false, nothing lost."""

import hashlib

import msgspec
import pytest

from rashomon.errors import CaseError, NotFound
from rashomon.records import Edge, Graph, Judgement, Maker, Node, Receipt, Span
from rashomon.testing import make_document, sample_record

AT = "2031-05-14T08:00:00Z"


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def test_writing_twice_writes_nothing(store, fill, everything):
    fill(store)
    first = everything(store.view())
    changes = store._main._inner.total_changes()
    fill(store)
    assert everything(store.view()) == first
    assert store._main._inner.total_changes() == changes


def test_each_add_says_how_many_were_new(store, report):
    document, claim = report(1)
    other, second = report(2)
    with store.writing() as w:
        assert w.add_documents([document]) == 1
        assert w.add_documents([document, other, other]) == 1
        assert w.add_claims([claim]) == 1
        assert w.add_claims([claim, second]) == 1
        assert w.done("stage", [document.id]) == 1
        assert w.done("stage", [document.id, other.id]) == 1
        assert w.set_maker(Maker(name="n", version="1", settings="s"))
        assert not w.set_maker(Maker(name="n", version="1", settings="s"))
        assert w.set_maker(Maker(name="n", version="1", settings="s", model="m"))
        assert w.set_meta("name", "Mali")
        assert not w.set_meta("name", "Mali")
    assert [maker.model for maker in store.view().makers()] == [None, "m"]
    assert store.view().meta()["name"] == "Mali"


def test_the_sample_record_comes_back_as_it_went_in(store, fill):
    fill(store)
    record, view = sample_record(), store.view()
    for name in ("documents", "claims", "actors", "places", "incidents", "disagreements", "judgements"):
        assert getattr(view, name)() == sorted(getattr(record, name), key=lambda item: item.id)
    assert view.findings() == sorted(record.findings, key=lambda item: (item.incident, item.field, item.policy))
    assert view.ties() == sorted(record.ties, key=lambda item: (item.left, item.right, item.relation, item.sign))
    assert store.check() == []


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_an_error_inside_leaves_nothing(store, fill, everything, report, error):
    before = everything(store.view())

    def write_and_fail() -> None:
        with store.writing() as w:
            w.add_documents([report()[0]])
            w.attempt("aa")
            raise error

    with pytest.raises(error):
        write_and_fail()
    assert everything(store.view()) == before
    assert store.view().attempts("aa") == 0
    fill(store)


def test_nothing_is_written_outside_a_with(store, report):
    w = store.writing()
    with pytest.raises(CaseError, match="outside"):
        w.add_documents([report()[0]])
    with w:
        w.add_documents([report()[0]])
        with pytest.raises(CaseError, match="already"), store.writing():
            pass
    with pytest.raises(CaseError, match="outside"):
        w.attempt("aa")
    assert len(store.view().documents()) == 1


def test_received_is_stored_and_duplicate_and_quarantined(store, report):
    document, _ = report()
    with store.writing() as w:
        w.add_documents([document])
        assert w.receive(Receipt(source="a", digest="1", outcome="stored", document=document.id), AT)
        assert w.receive(Receipt(source="b", digest="1", outcome="duplicate", document=document.id), AT)
        assert w.receive(Receipt(source="c", digest="2", outcome="quarantined", reason="empty"), AT)
        assert not w.receive(Receipt(source="a", digest="1", outcome="duplicate", document=document.id), "later")
        assert not w.receive(Receipt(source="c", digest="2", outcome="quarantined", reason="other"), "later")
    view = store.view()
    counts = view.counts()
    assert counts["received"] == counts["stored"] + counts["duplicate"] + counts["quarantined"] == 3
    assert [(at, receipt.reason) for at, receipt in view.ledger()] == [(AT, ""), (AT, ""), (AT, "empty")]
    assert view.receipt("c", "2") == view.receipts()[2]
    assert view.receipt("c", "1") is None


def test_a_quarantined_input_can_still_become_a_document(store, report):
    document, _ = report()
    with store.writing() as w:
        w.receive(Receipt(source="a", digest="1", outcome="quarantined", reason="hung twice"), AT)
        w.add_documents([document])
        assert w.receive(Receipt(source="a", digest="1", outcome="stored", document=document.id), "later")
        assert not w.receive(Receipt(source="a", digest="1", outcome="quarantined", reason="hung twice"), "last")
    assert [receipt.outcome for receipt in store.view().receipts()] == ["stored"]
    assert store.view().counts()["received"] == 1


def test_a_receipt_for_a_document_that_is_not_there_is_refused(store):
    with pytest.raises(CaseError, match="fit together"), store.writing() as w:
        w.receive(Receipt(source="a", digest="1", outcome="stored", document="d-nothing"), AT)
    assert store.view().receipts() == []


@pytest.mark.parametrize("data", [b"", b"\0", b"x" * 100_000, bytes(range(256)) * 50])
def test_raw_bytes_come_back(store, data):
    with store.writing() as w:
        assert w.keep(sha(data), data)
        assert not w.keep(sha(data), data)
    assert store.view().raw(sha(data)) == data


def test_raw_bytes_under_a_wrong_digest_are_refused(store):
    with pytest.raises(CaseError, match="SHA-256"), store.writing() as w:
        w.keep(sha(b"a"), b"b")
    with pytest.raises(NotFound):
        store.view().raw(sha(b"a"))


def test_attempts_are_counted_until_one_ends_well(store):
    for expected in (1, 2, 3):
        with store.writing() as w:
            assert w.attempt("aa") == expected
    with store.writing() as w:
        assert w.attempt("bb") == 1
        w.settled("aa")
    assert (store.view().attempts("aa"), store.view().attempts("bb")) == (0, 1)


def moved(claim, by=1):
    span = claim.spans[0]
    return msgspec.structs.replace(claim, spans=(Span(start=span.start + by, end=span.end + by, quote=span.quote),))


@pytest.mark.parametrize(
    "spoil",
    [
        moved,
        lambda claim: moved(claim, -10_000),
        lambda claim: moved(claim, 10_000),
        lambda claim: msgspec.structs.replace(claim, spans=()),
        lambda claim: msgspec.structs.replace(claim, spans=(*claim.spans, Span(start=0, end=3, quote="the"))),
        lambda claim: msgspec.structs.replace(claim, spans=(Span(start=-4, end=0, quote=""),)),
    ],
)
def test_a_claim_whose_quote_is_not_in_the_text_is_refused(store, report, spoil):
    document, claim = report()
    with store.writing() as w:
        w.add_documents([document])
    with pytest.raises(CaseError, match=claim.id), store.writing() as w:
        w.add_claims([claim, spoil(claim)])
    assert store.view().claims() == []


@pytest.mark.parametrize("where", ["trigger", "cue"])
def test_triggers_and_cues_are_quotes_too(store, where):
    record = sample_record()
    wrong = Span(start=0, end=4, quote="nope")
    for claim in record.claims:
        if where == "trigger" and hasattr(claim, "trigger"):
            spoiled = msgspec.structs.replace(claim, trigger=wrong)
            break
        if where == "cue" and len(claim.voices) > 1:
            voices = (claim.voices[0], msgspec.structs.replace(claim.voices[1], cue=wrong))
            spoiled = msgspec.structs.replace(claim, voices=voices)
            break
    with store.writing() as w:
        w.add_documents(record.documents)
        with pytest.raises(CaseError, match="nope"):
            w.add_claims([spoiled])


def test_claims_and_graphs_of_unknown_documents_are_refused(store, report):
    document, claim = report()
    with pytest.raises(NotFound), store.writing() as w:
        w.add_claims([claim])
    with pytest.raises(NotFound), store.writing() as w:
        w.add_graphs([Graph(document=document.id, start=0, end=1, nodes=(), edges=(), maker="m")])
    with pytest.raises(CaseError), store.writing() as w:
        w.done("m", [document.id])


@pytest.mark.parametrize(("start", "end", "node"), [(0, 10_000, 5), (-1, 5, 5), (5, 4, 5), (0, 5, 10_000), (0, 5, -1)])
def test_a_graph_outside_its_document_is_refused(store, report, start, end, node):
    document, _ = report()
    nodes = (Node(id="a1", start=min(node, 0), end=node, type="ORG"),)
    graph = Graph(document=document.id, start=start, end=end, nodes=nodes, edges=(), maker="m")
    with store.writing() as w:
        w.add_documents([document])
        with pytest.raises(CaseError, match="document"):
            w.add_graphs([graph])


def test_graphs_of_two_makers_stand_side_by_side(store, report):
    document, _ = report()
    nodes = (Node(id="a1", start=0, end=3, type="ORG"), Node(id="b1", start=4, end=7, type="KILL", flag="poss", p=0.25))
    first = Graph(document=document.id, start=0, end=9, nodes=nodes, edges=(Edge("b1", "agent", "a1", 0.5),), maker="m")
    second = msgspec.structs.replace(first, maker="n")
    with store.writing() as w:
        w.add_documents([document])
        assert w.add_graphs([second, first]) == 2
        assert w.add_graphs([first, second]) == 0
    view = store.view()
    assert view.graphs() == view.graphs(document=document.id) == [first, second]
    assert view.graphs(document.id, "n") == view.graphs(maker="n") == [second]
    assert view.graphs("d-other") == []


def test_a_changed_file_is_a_new_version_and_the_old_one_says_so(store):
    texts = ("At least 5 died.", "At least 7 died.", "At least 9 died.")
    documents = [make_document(text, source="wire/1.txt") for text in texts]
    other = make_document("Quiet.", source="wire/2.txt")
    for document in (*documents, other, documents[0]):
        with store.writing() as w:
            w.add_documents([document])
    view = store.view()
    assert view.versions("wire/1.txt") == [document.id for document in documents]
    successors = [view.document(document.id).superseded_by for document in documents]
    assert successors == [documents[1].id, documents[2].id, None]
    assert view.document(other.id) == other


def test_what_a_reader_claims_about_versions_is_not_stored(store, report):
    document, _ = report()
    with store.writing() as w:
        w.add_documents([msgspec.structs.replace(document, superseded_by="d-other")])
    assert store.view().document(document.id) == document


def test_judgements_are_kept_for_ever(store):
    person = Judgement(id="j-1", left="a", right="b", relation="same actor", maker="person", made=AT)
    machine = Judgement(id="j-2", left="a", right="b", relation="same actor", verdict="different", score=-2.5, why="x")
    with store.writing() as w:
        assert w.add_judgements([person, machine]) == 2
        assert w.retire("j-1", "2031-06-01T00:00:00Z")
        assert not w.retire("j-1", "2031-07-01T00:00:00Z")
        assert w.add_judgements([person, machine]) == 0
        w.drop_views()
        with pytest.raises(NotFound):
            w.retire("j-3", AT)
    retired = msgspec.structs.replace(person, retired="2031-06-01T00:00:00Z")
    assert store.view().judgements() == [machine]
    assert store.view().judgements(active=False) == [retired, machine]
    assert store.check() == []


def test_views_dropped_and_rebuilt_are_identical(store, fill, everything):
    fill(store)
    record, before = sample_record(), everything(store.view())
    with store.writing() as w:
        w.drop_views()
    view = store.view()
    assert view.incidents() == view.findings() == view.disagreements() == view.ties() == []
    assert view.claims() == before["claims"]
    backwards = [tuple(reversed(getattr(record, name))) for name in ("incidents", "findings", "disagreements", "ties")]
    with store.writing() as w:
        assert w.replace_views(*backwards)
        assert not w.replace_views(*backwards)
    assert everything(store.view()) == before


def test_views_that_contradict_themselves_change_nothing(store, fill, everything):
    fill(store)
    before = everything(store.view())
    incident = sample_record().incidents[0]
    with pytest.raises(CaseError), store.writing() as w:
        w.replace_views([incident, incident], [], [], [])
    assert everything(store.view()) == before


def test_two_makers_readings_of_one_claim_are_both_kept(store, report):
    document, claim = report(1)
    later = msgspec.structs.replace(claim, maker="interpreter/9+0", reality="poss")
    with store.writing() as w:
        w.add_documents([document])
        assert w.add_claims([claim]) == 1
    with store.writing() as w:
        assert w.add_claims([later]) == 1
        assert w.add_claims([claim, later]) == 0
    view = store.view()
    assert view.claims(maker=claim.maker) == [claim]
    assert view.claims(maker=later.maker) == [later]
    assert view.claim(claim.id) == later
    assert store.check() == []
