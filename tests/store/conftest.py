"""What the tests of the store share: invented reports, a case that holds some, and all that a view can read."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rashomon.records import Graph, Maker, Node, Receipt
from rashomon.store import Store, View
from rashomon.testing import make_claim, make_document, sample_record

AT = "2031-05-14T08:00:00Z"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with Store(path) as opened:
        yield opened


@pytest.fixture
def fill() -> Callable[[Store], None]:
    """Writes the sample record and its raw bytes, receipts, graphs, makers and progress."""

    def write(store: Store) -> None:
        record = sample_record()
        with store.writing() as w:
            w.set_maker(Maker(name="linker", version="1", settings="ab12"))
            w.add_documents(record.documents)
            for document in record.documents:
                data = document.text.encode()
                digest = hashlib.sha256(data).hexdigest()
                w.keep(digest, data)
                w.receive(Receipt(source=document.source, digest=digest, outcome="stored", document=document.id), AT)
                node = Node(id="g1", start=0, end=5, type="GROUP")
                end = len(document.text)
                w.add_graphs([Graph(document=document.id, start=0, end=end, nodes=(node,), edges=(), maker="m")])
            w.receive(Receipt(source="bad.pdf", digest="ff", outcome="quarantined", reason="encrypted"), AT)
            w.add_claims(record.claims)
            w.add_actors(record.actors)
            w.add_places(record.places)
            w.add_judgements(record.judgements)
            w.done("m", [document.id for document in record.documents])
            w.replace_views(record.incidents, record.findings, record.disagreements, record.ties)

    return write


@pytest.fixture
def everything() -> Callable[[View], dict[str, Any]]:
    """All that a view can read, by name."""

    def read(view: View) -> dict[str, Any]:
        names = ("documents", "graphs", "claims", "actors", "places", "ledger", "makers", "meta", "counts")
        views = ("incidents", "findings", "disagreements", "ties")
        found = {name: getattr(view, name)() for name in (*names, *views)}
        found["judgements"] = view.judgements(active=False)
        found["raw"] = [view.raw(digest) for digest in view.raw_digests()]
        return found

    return read


@pytest.fixture
def report() -> Callable[..., Any]:
    """A document and a claim that it makes; ``number`` makes it another one."""

    def make(number: int = 0, source: str | None = None) -> Any:
        text = f"The Red Dune Front shelled Hanwe. At least {number + 3} people were killed, the mayor said."
        document = make_document(text, source=source or f"reports/{number}.txt")
        sentence = f"At least {number + 3} people were killed, the mayor said."
        return document, make_claim("figure", document, sentence, measure="killed", lower=number + 3)

    return make


@pytest.fixture
def check_promises() -> Callable[[Path, set[str], set[str]], None]:
    """Reopens a case after a crash, with what had been acknowledged: digests of bytes kept, ids of documents."""

    def check(path: Path, kept: set[str], stored: set[str]) -> None:
        with Store(path) as store:
            assert store.check() == []
            view = store.view()
            assert kept <= set(view.raw_digests())
            documents = {document.id for document in view.documents()}
            assert stored <= documents
            assert {claim.document for claim in view.claims()} == documents
            assert {receipt.document for receipt in view.receipts()} == documents
            assert view.pending("stage") == []
            assert all(view.attempts(receipt.digest) == 0 for receipt in view.receipts())

    return check
