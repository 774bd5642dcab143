"""Damage is found wherever it is, and never read as if it were a record."""

import os
import random

import pytest

from rashomon.errors import CaseError
from rashomon.store import Store, examine

PAGE = 4096
SWAP_STEP = int(os.environ.get("RASHOMON_SWAP_STEP", "2"))
FLIPS = int(os.environ.get("RASHOMON_FLIPS", "30"))


@pytest.fixture
def whole(path, fill, everything):
    """The bytes of a sound case, and what can be read from them."""
    with Store(path) as store:
        fill(store)
        read = everything(store.view())
    del read["meta"], read["counts"]
    return path.read_bytes(), read


def false_rows(path, everything, written):
    """What is read of the case but was never written; nothing if it is refused.

    Rows may be missing or in another order where an index is damaged: only `examine` sees that.
    """
    read = read_or_refuse(path, everything)
    return [item for name in read or () for item in read[name] if item not in written[name]]


def read_or_refuse(path, everything):
    """What can be read of the case, or None if it is refused."""
    try:
        with Store(path) as store:
            read = everything(store.view())
    except CaseError:
        return None
    del read["meta"], read["counts"]
    return read


def test_an_overwritten_page_is_always_found(path, whole, everything):
    content, read = whole
    noise = random.Random(7)
    for page in range(len(content) // PAGE):
        spoiled = bytearray(content)
        spoiled[page * PAGE : (page + 1) * PAGE] = noise.randbytes(PAGE)
        path.write_bytes(spoiled)
        assert examine(path) != [], f"page {page + 1}"
        assert false_rows(path, everything, read) == [], f"page {page + 1}"


def test_pages_that_changed_places_are_found(path, whole, everything):
    content, read = whole
    pages = len(content) // PAGE
    for page in range(1, pages - 1, SWAP_STEP):
        spoiled = bytearray(content)
        here, there = slice(page * PAGE, (page + 1) * PAGE), slice((page + 1) * PAGE, (page + 2) * PAGE)
        spoiled[here], spoiled[there] = content[there], content[here]
        path.write_bytes(spoiled)
        assert examine(path) != [] or content[here] == content[there], f"page {page + 1}"
        assert false_rows(path, everything, read) == [], f"page {page + 1}"


def test_a_flipped_bit_is_found_or_changes_nothing(path, whole, everything):
    content, read = whole
    noise = random.Random(11)
    for place in sorted(noise.randrange(100, len(content)) for _ in range(FLIPS)):
        spoiled = bytearray(content)
        spoiled[place] ^= 1 << noise.randrange(8)
        path.write_bytes(spoiled)
        problems = examine(path)
        path.write_bytes(spoiled)
        assert false_rows(path, everything, read) == [], f"byte {place}"
        if not problems:
            assert read_or_refuse(path, everything) == read, f"byte {place}"


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM spans WHERE ordinal = 0", "spans"),
        ("UPDATE spans SET ends_at = ends_at + 1", "spans"),
        ("INSERT INTO spans SELECT 'c-none', maker, 0, document, 0, 1 FROM spans LIMIT 1", "spans"),
        ("UPDATE claims SET kind = 'tie'", "columns"),
        ("UPDATE claims SET quote = 'nothing'", "columns"),
        ("UPDATE documents SET title = title || '!'", "columns"),
        ("UPDATE actors SET name = 'x'", "columns"),
        ("UPDATE graphs SET ends_at = ends_at - 1", "columns"),
        ("DELETE FROM documents", "does not hold"),
        ("INSERT INTO incident_aliases SELECT 'i-x', id FROM incidents LIMIT 1", "view"),
    ],
)
def test_rows_that_do_not_fit_together_are_found(store, fill, damage, said):
    fill(store)
    store._main.rows("PRAGMA foreign_keys = OFF")
    store._main.rows(damage)
    problems = store.check()
    assert any(said in problem for problem in problems), problems


def test_a_sound_case_has_no_problems_and_many_problems_are_cut(store, fill, report):
    fill(store)
    assert store.check() == []
    with store.writing() as w:
        w.add_documents([report(number)[0] for number in range(150)])
    store._main.rows("UPDATE documents SET seal = 0")
    assert len(store.check()) == 100


def test_examining_what_is_not_there(tmp_path):
    assert "no such file" in examine(tmp_path / "none.db")[0]
    assert "not a regular file" in examine(tmp_path)[0]


@pytest.mark.parametrize("index", ["claim_words", "document_words"])
def test_a_search_index_that_lost_its_words_is_found_and_rebuilt(store, fill, index):
    fill(store)
    before = [store.view().search("depot", among=among) for among in ("claims", "documents")]
    store._main.rows(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
    assert ["search index" in problem for problem in store.check()] == [True]
    assert [store.view().search("depot", among=among) for among in ("claims", "documents")] != before
    with store.writing() as w:
        w.rebuild_search()
    assert store.check() == []
    assert [store.view().search("depot", among=among) for among in ("claims", "documents")] == before
