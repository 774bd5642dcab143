-- Version 1 of the case file. One statement per table; every body is the JSON of a record, every seal the CRC-32 of
-- what it seals. Keys that refer to a document are checked at commit, so that the order of writing is free.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- What came in. Bytes are kept before any parser sees them; tries counts parse attempts that have not ended well.
CREATE TABLE raw (
    digest TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

CREATE TABLE attempts (
    digest TEXT PRIMARY KEY,
    tries INTEGER NOT NULL
) STRICT;

CREATE TABLE receipts (
    ordinal INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'duplicate', 'quarantined')),
    document TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT NOT NULL,
    received_at TEXT NOT NULL,
    seal INTEGER NOT NULL,
    UNIQUE (source, digest)
) STRICT;
CREATE INDEX receipts_of_document ON receipts (document);

-- Facts.
CREATE TABLE documents (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    version INTEGER NOT NULL,
    digest TEXT NOT NULL,
    text_digest TEXT NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    text TEXT NOT NULL,
    seal INTEGER NOT NULL,
    UNIQUE (source, version)
) STRICT;
CREATE INDEX documents_of_bytes ON documents (digest);
CREATE INDEX documents_of_text ON documents (text_digest);

CREATE TABLE graphs (
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    maker TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL,
    PRIMARY KEY (document, maker, starts_at, ends_at)
) STRICT;

-- A claim is known by id and maker: when a better model reads a report again, both readings stay.
CREATE TABLE claims (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    kind TEXT NOT NULL,
    maker TEXT NOT NULL,
    quote TEXT NOT NULL,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL,
    UNIQUE (id, maker)
) STRICT;
CREATE INDEX claims_of_document ON claims (document, id);

CREATE TABLE spans (
    claim TEXT NOT NULL,
    maker TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    document TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    PRIMARY KEY (claim, maker, ordinal),
    FOREIGN KEY (claim, maker) REFERENCES claims (id, maker) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE INDEX spans_of_document ON spans (document, starts_at);

CREATE TABLE actors (
    id TEXT NOT NULL,
    maker TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL,
    PRIMARY KEY (id, maker)
) STRICT;

CREATE TABLE places (
    id TEXT NOT NULL,
    maker TEXT NOT NULL,
    name TEXT NOT NULL,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL,
    PRIMARY KEY (id, maker)
) STRICT;

-- Decisions: never deleted, only retired.
CREATE TABLE judgements (
    id TEXT PRIMARY KEY,
    left_item TEXT NOT NULL,
    right_item TEXT NOT NULL,
    relation TEXT NOT NULL,
    verdict TEXT NOT NULL,
    score REAL NOT NULL,
    why TEXT NOT NULL,
    maker TEXT NOT NULL,
    made TEXT,
    retired TEXT,
    seal INTEGER NOT NULL
) STRICT;
CREATE INDEX judgements_of_left ON judgements (left_item, relation);
CREATE INDEX judgements_of_right ON judgements (right_item, relation);

-- What is done: which stage (with which settings and model) has been over which document.
CREATE TABLE makers (
    name TEXT NOT NULL,
    version TEXT NOT NULL,
    settings TEXT NOT NULL,
    model TEXT NOT NULL,
    PRIMARY KEY (name, version, settings, model)
) STRICT;

CREATE TABLE progress (
    maker TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (maker, document)
) STRICT, WITHOUT ROWID;

-- Views: dropped and rebuilt from the rows above.
CREATE TABLE incidents (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL
) STRICT;

CREATE TABLE incident_aliases (
    alias TEXT PRIMARY KEY,
    incident TEXT NOT NULL REFERENCES incidents (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE findings (
    ordinal INTEGER PRIMARY KEY,
    incident TEXT NOT NULL,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL
) STRICT;
CREATE INDEX findings_of_incident ON findings (incident, ordinal);

CREATE TABLE disagreements (
    id TEXT PRIMARY KEY,
    about TEXT NOT NULL,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL
) STRICT;

CREATE TABLE ties (
    ordinal INTEGER PRIMARY KEY,
    left_actor TEXT NOT NULL,
    right_actor TEXT NOT NULL,
    body TEXT NOT NULL,
    seal INTEGER NOT NULL
) STRICT;

-- Search. The words live in the tables above; facts are only ever added, so one trigger each keeps the index whole.
CREATE VIRTUAL TABLE document_words USING fts5 (
    title, text, content = 'documents', content_rowid = 'ordinal', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER document_added AFTER INSERT ON documents BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.ordinal, new.title, new.text);
END;

CREATE VIRTUAL TABLE claim_words USING fts5 (
    quote, content = 'claims', content_rowid = 'ordinal', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claim_added AFTER INSERT ON claims BEGIN
    INSERT INTO claim_words (rowid, quote) VALUES (new.ordinal, new.quote);
END;
