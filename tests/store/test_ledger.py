"""Attempts at parsing, and receipts that give way: what a case notes before it knows what came in."""

from rashomon.records import Receipt


def test_deaths_are_kept_where_they_are_to_be(store):
    with store.writing() as w:
        assert [w.attempt("aa"), w.attempt("aa")] == [1, 2]
        w.settled("aa", 1)
        assert w.attempt("aa") == 2
        w.settled("aa")
        assert w.attempt("aa") == 1


def test_only_a_receipt_that_names_no_document_is_taken_back(store, report):
    document, _ = report()
    stored = Receipt(source="a.txt", digest="aa", outcome="stored", document=document.id)
    begun, bad = (Receipt(source="b.txt", digest="bb", outcome="quarantined", reason=why) for why in ("begun", "bad"))
    with store.writing() as w:
        w.add_documents([document])
        for receipt in (stored, begun):
            w.receive(receipt, "now")
        for receipt in (stored, bad):
            w.take_back(receipt)
        assert w.view().receipts() == [stored, begun]
        w.take_back(begun)
    assert store.view().receipts() == [stored]
