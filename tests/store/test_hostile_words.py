"""SQL in whatever is asked or written stays words: nothing is found by it, nothing changes, and it comes back whole."""

import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from rashomon.errors import RashomonError
from rashomon.records import Judgement, Receipt
from rashomon.store import Store, View
from rashomon.testing import make_claim, make_document

# As sqlmap tries them: ends of strings and comments, always true, unions, stacked statements, blind and slow ones, and
# what SQLite and its full-text search add of their own.
HOSTILE = (
    "'", '"', "`", "''", "\\'", "')", "'))", ";", "--", "/*", "' --", "'/*", "' #", "%", "_", "*", "?", "?1", ":a",
    "@a", "$a", "' OR 1=1", "' OR '1'='1", "' OR '1'='1' --", '" OR ""="', "') OR ('1'='1", "1 OR 1=1", "' AND 1=0",
    "' OR 1=1 LIMIT 1 --", "' UNION SELECT 1", "' UNION ALL SELECT NULL,NULL,NULL --",
    "' UNION SELECT sql,1,2 FROM sqlite_schema --", "'; DROP TABLE document; --", "'; DELETE FROM claim; --",
    "'; UPDATE claim SET body='' WHERE '1'='1", "'; VACUUM; --", "'; ATTACH DATABASE 'owned.db' AS x; --",
    "'; PRAGMA user_version=99; --", "'; SELECT load_extension('x'); --", "' AND randomblob(1000000000) --",
    "' AND (WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM r) SELECT n FROM r) --",
    "' AND substr(sqlite_version(),1,1)='3", "CASE WHEN 1=1 THEN 'a' ELSE abs(-9223372036854775808) END", "x'41'",
    "NULL", "rowid", '" OR document', "document MATCH 'a'", "NEAR(a b)", "a AND b", "a NOT b", "^a",
    "{title text}: a", "-title:a", "a*", '"a" + "b"', "fts5(", "rank MATCH 'bm25(1)'", "optimize", "integrity-check",
    "\ufeff'", "ʼ OR 1=1", "＇ OR 1=1", "%27 OR 1=1", "&#39; OR 1=1", "\x00' OR 1=1", "'\x00", "' OR 1=1\n--", "\x1a",
    "𝟏 OR 1=1", "'||(SELECT 1)||'", "[", "]", "[{", '["a"]', '{"$ne": 1}', "x" * 100_000,
)  # fmt: skip


def asked(view: View) -> dict[str, tuple[Callable[..., Any], list[str]]]:
    """Each method of a view that takes words, and the names of those parameters."""
    found = {}
    for name, method in inspect.getmembers(view, inspect.ismethod):
        words = [p.name for p in inspect.signature(method).parameters.values() if str(p.annotation) in WORDS]
        if words and not name.startswith("_"):
            found[name] = (method, words)
    return found


WORDS = {"str", "str | None", "<class 'str'>", "collections.abc.Sequence[str]", "Sequence[str]"}
WORDS |= {"collections.abc.Sequence[str] | None", "Sequence[str] | None"}
FOUND = {"search", "judgements", "sums", "sums_of_views", "pending"}  # finds words, or leaves out what is named


def test_every_way_to_ask_is_tried(store: Store) -> None:
    tried = asked(store.view())
    assert {"document", "documents", "claims", "claims_at", "incident", "raw", "receipt", "search", "versions"} <= set(
        tried
    )
    assert tried["claims"][1] == ["document", "maker"]


@pytest.mark.parametrize("access", ["write", "read"])
def test_nothing_is_found_by_sql_and_nothing_changes(
    store: Store, path: Path, fill: Any, everything: Any, access: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fill(store)
    monkeypatch.chdir(tmp_path)
    before = everything(store.view())
    files = set(tmp_path.iterdir())
    opened = store if access == "write" else Store(path, readonly=True)
    view = opened.view()
    for name, (method, parameters) in asked(view).items():
        for words in HOSTILE:
            wanted = {p: [words] if "Sequence" in str(inspect.signature(method).parameters[p].annotation) else words
                      for p in parameters}  # fmt: skip
            wanted |= {p.name: 0 for p in inspect.signature(method).parameters.values() if p.annotation is int}
            if name == "search":
                wanted = {"text": words}
            try:
                found = method(**wanted)
            except RashomonError:
                continue
            assert name in FOUND or not found, (name, words[:40])
    if opened is not store:
        opened.close()
    assert everything(store.view()) == before
    own = {path.with_name(f"{path.name}-{end}") for end in ("wal", "shm")}
    assert set(tmp_path.iterdir()) - own == files - own
    assert store.check() == []


def test_sql_in_reports_and_decisions_comes_back_whole(store: Store, path: Path) -> None:
    kept = [words for words in HOSTILE if "\x00" not in words and words.strip()]
    documents = [
        make_document(f"{words} It burned.", source=words, title=words, publisher=words, byline=words, url=words)
        for words in kept
    ]
    claims = [make_claim("event", d, "It burned.", type="ASSAULT", trigger="burned", hedge=d.title) for d in documents]
    with store.writing() as w:
        w.add_documents(documents)
        w.add_claims(claims)
        for number, words in enumerate(kept):
            w.receive(Receipt(source=words, digest=str(number), outcome="quarantined", reason=words), words)
            made = Judgement(id=f"j-{number}", left=words, right=words, relation="same actor", verdict="same",
                             maker=words, why=words)  # fmt: skip
            w.add_judgements([made])
            w.done(words, [documents[number].id])
    view = store.view()
    assert {d.id: d for d in view.documents()} == {d.id: d for d in documents}
    assert {c.id: c for c in view.claims()} == {c.id: c for c in claims}
    assert [r.reason for r in view.receipts()] == kept
    assert sorted(j.why for j in view.judgements(active=False)) == sorted(kept)
    for number, words in enumerate(kept):
        assert view.versions(words) == [documents[number].id]
        assert documents[number].id not in view.pending(words)
    assert store.check() == []


def test_the_connection_that_reads_can_do_nothing_else(store: Store, path: Path, fill: Any) -> None:
    """Were a statement ever glued together: what it could do is read."""
    fill(store)
    with Store(path, readonly=True) as reading:
        connection = reading.view()._connection
        for statement in ("DELETE FROM claim", "DROP TABLE claim", "CREATE TABLE x(y)", "PRAGMA user_version = 9"):
            with pytest.raises(RashomonError):
                connection.rows(statement)
        with pytest.raises(RashomonError):
            connection.rows("SELECT load_extension('x')")
    # defensive: the pragma changes nothing, so the schema is not for writing even for the one who writes
    with store.writing() as w:
        w._connection.rows("PRAGMA writable_schema = ON")
        with pytest.raises(RashomonError, match="may not be modified"):
            w._connection.rows("UPDATE sqlite_schema SET sql = sql")
