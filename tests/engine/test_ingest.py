"""What comes in: in the ledger from the first moment, whatever ends the program, and read when it comes again."""

import gzip
import hashlib

import pytest

from rashomon.engine import ingest
from rashomon.read import ReadOptions, Received, isolated
from rashomon.store import Store

REPORT = Received(
    source="a.txt", name="a.txt", data=b"Gunmen killed 12 villagers in Dessan on Monday, the mayor said.\n"
)
DIGEST = hashlib.sha256(REPORT.data).hexdigest()


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "case.db") as opened:
        yield opened


def take(store, received=REPORT):
    return ingest.take(store, received, ReadOptions())


def ledger(store):
    return [(r.source, r.outcome, r.reason) for r in store.view().receipts()]


@pytest.fixture
def reading(monkeypatch):
    """Put a reader in the place of the real one; it is given what `isolated` is given."""
    return lambda read: monkeypatch.setattr(ingest, "isolated", read)


def dies(store, reading, times=1):
    """As if the program were killed while it reads the report, so many times."""

    class Death(BaseException):
        pass

    def read(*_, **__):
        raise Death

    reading(read)
    for _ in range(times):
        with pytest.raises(Death):
            take(store)


def test_what_is_being_read_is_in_the_ledger(store, reading):
    seen = []
    reading(lambda *given, **how: seen.extend(ledger(store)) or isolated(*given, **how))
    take(store)
    assert seen == [("a.txt", "quarantined", ingest.BEGUN)]
    assert ledger(store) == [("a.txt", "stored", "")]


def test_after_a_death_it_is_read_apart_and_nothing_is_held_against_it(store, reading):
    dies(store, reading)
    assert ledger(store) == [("a.txt", "quarantined", ingest.BEGUN)]
    trusted = []
    reading(lambda *given, trusting: trusted.append(trusting) or isolated(*given, trusting))
    assert take(store).stored == 1
    assert trusted == [False]
    assert ledger(store) == [("a.txt", "stored", "")]
    assert store.view().attempts(DIGEST) == 0


def test_what_died_once_and_can_not_be_read_is_never_trusted_again(store, reading):
    dies(store, reading)
    reading(lambda *_, **__: [ingest.Entry(source="a.txt", digest=DIGEST, problem="a.txt: is a bomb")])
    for _ in range(3):
        assert take(store).problems == (("a.txt", "a.txt: is a bomb"),)
        assert store.view().attempts(DIGEST) == 1
    assert ledger(store) == [("a.txt", "quarantined", "a.txt: is a bomb")]


def test_what_ends_the_program_again_and_again_is_set_aside(store, reading):
    dies(store, reading, ingest.MOST_DEATHS)
    assert take(store).problems == (("a.txt", ingest.SET_ASIDE),)
    reading(isolated)
    assert take(store).stored == 1


def test_a_person_who_ends_the_program_is_not_held_against_the_report(store, reading):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    reading(stopped)
    for _ in range(3):
        with pytest.raises(KeyboardInterrupt):
            take(store)
    assert store.view().attempts(DIGEST) == 0
    assert ledger(store) == [("a.txt", "quarantined", ingest.BEGUN)]


def test_of_two_equal_files_the_first_by_name_is_kept_whichever_came_first(tmp_path):
    other = Received(source="b.txt", name="b.txt", data=REPORT.data)
    kept = []
    for number, order in enumerate(((REPORT, other), (other, REPORT))):
        with Store(tmp_path / f"{number}.db") as store:
            assert [take(store, one).stored for one in order] == [1, 0]
            kept.append(store.view().documents())
            assert store.check() == []
    assert kept[0] == kept[1]
    assert kept[0][0].source == kept[0][0].path == "a.txt"


def test_a_file_with_versions_keeps_its_name(store):
    newer = Received(source="b.txt", name="b.txt", data=b"Gunmen killed 14 villagers in Dessan, the mayor said.\n")
    take(store, Received(source="b.txt", name="b.txt", data=REPORT.data))
    take(store, newer)
    assert take(store).duplicate == 1
    documents = {d.digest: d for d in store.view().documents()}
    assert documents[DIGEST].source == "b.txt"
    assert documents[DIGEST].superseded_by


def test_a_packed_report_that_was_set_aside_and_is_read_now_is_once_in_the_ledger(store, reading):
    data = gzip.compress(REPORT.data, mtime=0)
    packed = Received(source="a.gz", name="a.gz", data=data)
    problem = ingest.Entry(source="a.gz", digest=hashlib.sha256(data).hexdigest(), problem="a.gz: took too long")
    reading(lambda *_, **__: [problem])
    assert take(store, packed).quarantined == 1
    reading(isolated)
    assert take(store, packed).stored == 1
    assert ledger(store) == [("a.gz", "stored", "")]
