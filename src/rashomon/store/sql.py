"""Every statement that reads or writes a case, as constants: plain SQL, values always bound.

Only the two search statements and the ``json_each`` that unfolds a bound list are SQLite's own; the rest is meant to
run on PostgreSQL too. Text is ordered by code point (SQLite's BINARY, PostgreSQL's ``COLLATE "C"``).
"""

# what came in
KEEP_RAW = "INSERT INTO raw (digest, size, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING digest"
RAW = "SELECT size, data FROM raw WHERE digest = ?"
RAW_DIGESTS = "SELECT digest FROM raw ORDER BY digest"
COUNT_ATTEMPT = """
INSERT INTO attempts (digest, tries) VALUES (?, 1)
ON CONFLICT (digest) DO UPDATE SET tries = attempts.tries + 1 RETURNING tries"""
END_ATTEMPTS = "DELETE FROM attempts WHERE digest = ?"
SET_ATTEMPTS = "UPDATE attempts SET tries = ? WHERE digest = ?"
ATTEMPTS = "SELECT tries FROM attempts WHERE digest = ?"
# The first receipt stands; only one that brought no document gives way to one that does (a later, better reading).
RECEIVE = """
INSERT INTO receipts (source, digest, outcome, document, reason, received_at, seal) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (source, digest) DO UPDATE SET outcome = excluded.outcome, document = excluded.document,
    reason = excluded.reason, received_at = excluded.received_at, seal = excluded.seal
WHERE receipts.document IS NULL AND excluded.document IS NOT NULL
RETURNING source"""
TAKE_BACK = "DELETE FROM receipts WHERE source = ? AND digest = ? AND document IS NULL AND reason = ?"
RECEIPTS = "SELECT source, digest, outcome, document, reason, received_at, seal FROM receipts ORDER BY ordinal"
RECEIPT = """
SELECT source, digest, outcome, document, reason, received_at, seal FROM receipts WHERE source = ? AND digest = ?"""

# documents
ADD_DOCUMENT = """
INSERT INTO documents (id, source, version, digest, text_digest, title, body, text, seal)
SELECT ?1, ?2, 1 + coalesce((SELECT max(version) FROM documents WHERE source = ?2), 0), ?3, ?4, ?5, ?6, ?7, ?8
WHERE true ON CONFLICT (id) DO NOTHING RETURNING id"""
# a report that came under a later name only, and the later name's only one, while the earlier name has none
DOCUMENT_UNDER_LATER_NAME = """
SELECT d.id, d.body, d.text, d.seal, NULL FROM documents AS d WHERE d.id = ?1 AND d.source > ?2
AND NOT EXISTS (SELECT 1 FROM documents AS o WHERE o.id <> d.id AND o.source IN (d.source, ?2))"""
RENAME_DOCUMENT = "UPDATE documents SET source = ?, body = ?, seal = ? WHERE id = ?"
DOCUMENTS = """
SELECT d.id, d.body, d.text, d.seal, newer.id FROM documents AS d
LEFT JOIN documents AS newer ON newer.source = d.source AND newer.version = d.version + 1
ORDER BY d.id"""
DOCUMENTS_BY_ID = """
SELECT d.id, d.body, d.text, d.seal, newer.id FROM documents AS d
LEFT JOIN documents AS newer ON newer.source = d.source AND newer.version = d.version + 1
WHERE d.id IN (SELECT value FROM json_each(?)) ORDER BY d.id"""
LENGTHS = "SELECT id, length(text) FROM documents WHERE id IN (SELECT value FROM json_each(?))"
DOCUMENT_TEXT = "SELECT text FROM documents WHERE id = ?"
VERSIONS = "SELECT id FROM documents WHERE source = ? ORDER BY version"
SAME_BYTES = "SELECT id FROM documents WHERE digest = ? ORDER BY id"
SAME_TEXT = "SELECT id FROM documents WHERE text_digest = ? ORDER BY id"
PENDING = """
SELECT d.id FROM documents AS d
WHERE NOT EXISTS (SELECT 1 FROM progress AS p WHERE p.maker = ? AND p.document = d.id) ORDER BY d.id"""

# graphs and claims
ADD_GRAPH = """
INSERT INTO graphs (document, maker, starts_at, ends_at, body, seal) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING RETURNING document"""
GRAPHS = "SELECT document, body, seal FROM graphs ORDER BY document, maker, starts_at, ends_at"
GRAPHS_OF_DOCUMENT = """
SELECT document, body, seal FROM graphs WHERE document = ? ORDER BY maker, starts_at, ends_at"""
GRAPHS_OF_MAKER = """
SELECT document, body, seal FROM graphs WHERE maker = ? ORDER BY document, starts_at, ends_at"""
GRAPHS_OF_BOTH = """
SELECT document, body, seal FROM graphs WHERE document = ? AND maker = ? ORDER BY starts_at, ends_at"""
GRAPH_LISTS = (GRAPHS, GRAPHS_OF_DOCUMENT, GRAPHS_OF_MAKER, GRAPHS_OF_BOTH)
ADD_CLAIM = """
INSERT INTO claims (id, document, kind, maker, quote, body, seal) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (id, maker) DO NOTHING RETURNING id"""
ADD_SPAN = """
INSERT INTO spans (claim, maker, ordinal, document, starts_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT DO NOTHING"""
CLAIMS = "SELECT id, body, seal FROM claims ORDER BY id, maker"
CLAIM = "SELECT id, body, seal FROM claims WHERE id = ? ORDER BY ordinal DESC LIMIT 1"
CLAIMS_OF_DOCUMENT = "SELECT id, body, seal FROM claims WHERE document = ? ORDER BY id, maker"
CLAIMS_OF_MAKER = "SELECT id, body, seal FROM claims WHERE maker = ? ORDER BY id"
CLAIMS_OF_BOTH = "SELECT id, body, seal FROM claims WHERE document = ? AND maker = ? ORDER BY id"
CLAIM_LISTS = (CLAIMS, CLAIMS_OF_DOCUMENT, CLAIMS_OF_MAKER, CLAIMS_OF_BOTH)
CLAIMS_AT = """
SELECT c.id, c.body, c.seal FROM claims AS c
WHERE (c.id, c.maker) IN
    (SELECT s.claim, s.maker FROM spans AS s WHERE s.document = ? AND s.starts_at < ? AND s.ends_at > ?)
ORDER BY c.id, c.maker"""

# actors, places, judgements
ADD_ACTOR = """
INSERT INTO actors (maker, id, name, body, seal) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id, maker) DO UPDATE SET name = excluded.name, body = excluded.body, seal = excluded.seal
WHERE actors.body > excluded.body RETURNING id"""
ACTORS = "SELECT id, body, seal FROM actors WHERE maker = coalesce(?, maker) ORDER BY id, maker"
ADD_PLACE = """
INSERT INTO places (maker, id, name, body, seal) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id, maker) DO UPDATE SET name = excluded.name, body = excluded.body, seal = excluded.seal
WHERE places.body > excluded.body RETURNING id"""
PLACES = "SELECT id, body, seal FROM places WHERE maker = coalesce(?, maker) ORDER BY id, maker"
ADD_JUDGEMENT = """
INSERT INTO judgements (id, left_item, right_item, relation, verdict, score, why, maker, made, retired, seal)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING id"""
RETIRE = "UPDATE judgements SET retired = ? WHERE id = ? AND retired IS NULL RETURNING id"
HAS_JUDGEMENT = "SELECT id FROM judgements WHERE id = ?"
JUDGEMENTS = """
SELECT id, left_item, right_item, relation, verdict, score, why, maker, made, retired, seal
FROM judgements ORDER BY id"""
ACTIVE_JUDGEMENTS = """
SELECT id, left_item, right_item, relation, verdict, score, why, maker, made, retired, seal
FROM judgements WHERE retired IS NULL ORDER BY id"""
DECISIONS = """
SELECT id, left_item, right_item, relation, verdict, score, why, maker, made, retired, seal
FROM judgements WHERE retired IS NULL AND made IS NOT NULL ORDER BY id"""
# those on a report's mentions, whose keys begin with the report's id: ';' is what follows ':'
JUDGEMENTS_ON = """
SELECT id, left_item, right_item, relation, verdict, score, why, maker, made, retired, seal
FROM judgements WHERE left_item >= ?1 || ':' AND left_item < ?1 || ';' AND retired IS NULL AND made IS NULL
AND maker IN (SELECT value FROM json_each(?2)) ORDER BY id"""
LAST_DECIDED = "SELECT coalesce(max(made), '') FROM judgements"
MACHINE_JUDGEMENTS = """
SELECT id, left_item, right_item, relation, verdict, score, why, maker, made, retired, seal
FROM judgements WHERE maker = ? AND made IS NULL ORDER BY id"""
DROP_JUDGEMENT = "DELETE FROM judgements WHERE id = ?"

# what is done
SET_MAKER = """
INSERT INTO makers (name, version, settings, model) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING name"""
MAKERS = "SELECT name, version, settings, model FROM makers ORDER BY name, version, settings, model"
DONE = "INSERT INTO progress (maker, document) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING document"
SET_META = """
INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value
WHERE meta.value <> excluded.value RETURNING key"""
META = "SELECT key, value FROM meta ORDER BY key"

# views
DROP_VIEWS = (
    "DELETE FROM incident_aliases",
    "DELETE FROM incidents",
    "DELETE FROM findings",
    "DELETE FROM disagreements",
    "DELETE FROM ties",
)
VIEWS = (
    "SELECT id, body, seal FROM incidents ORDER BY id",
    "SELECT alias, incident FROM incident_aliases ORDER BY alias",
    "SELECT ordinal, incident, body, seal FROM findings ORDER BY ordinal",
    "SELECT id, about, body, seal FROM disagreements ORDER BY id",
    "SELECT ordinal, left_actor, right_actor, body, seal FROM ties ORDER BY ordinal",
)
ADD_VIEWS = (
    "INSERT INTO incidents (id, body, seal) VALUES (?, ?, ?)",
    "INSERT INTO incident_aliases (alias, incident) VALUES (?, ?)",
    "INSERT INTO findings (ordinal, incident, body, seal) VALUES (?, ?, ?, ?)",
    "INSERT INTO disagreements (id, about, body, seal) VALUES (?, ?, ?, ?)",
    "INSERT INTO ties (ordinal, left_actor, right_actor, body, seal) VALUES (?, ?, ?, ?, ?)",
)
INCIDENTS = "SELECT id, body, seal FROM incidents ORDER BY id"
INCIDENT = """
SELECT id, body, seal FROM incidents WHERE id = ?1
UNION ALL
SELECT i.id, i.body, i.seal FROM incidents AS i JOIN incident_aliases AS a ON a.incident = i.id
WHERE a.alias = ?1 AND NOT EXISTS (SELECT 1 FROM incidents WHERE id = ?1)"""
FINDINGS = "SELECT incident, body, seal FROM findings ORDER BY ordinal"
FINDINGS_OF_INCIDENT = "SELECT incident, body, seal FROM findings WHERE incident = ? ORDER BY ordinal"
DISAGREEMENTS = "SELECT id, body, seal FROM disagreements ORDER BY id"
TIES = "SELECT left_actor, body, seal FROM ties ORDER BY ordinal"

# counts
COUNTS = """
SELECT 'received', count(*) FROM receipts
UNION ALL SELECT 'stored', count(*) FROM receipts WHERE outcome = 'stored'
UNION ALL SELECT 'duplicate', count(*) FROM receipts WHERE outcome = 'duplicate'
UNION ALL SELECT 'quarantined', count(*) FROM receipts WHERE outcome = 'quarantined'
UNION ALL SELECT 'raw', count(*) FROM raw
UNION ALL SELECT 'documents', count(*) FROM documents
UNION ALL SELECT 'graphs', count(*) FROM graphs
UNION ALL SELECT 'claims', count(*) FROM claims
UNION ALL SELECT 'actors', count(*) FROM actors
UNION ALL SELECT 'places', count(*) FROM places
UNION ALL SELECT 'judgements', count(*) FROM judgements
UNION ALL SELECT 'incidents', count(*) FROM incidents
UNION ALL SELECT 'findings', count(*) FROM findings
UNION ALL SELECT 'disagreements', count(*) FROM disagreements
UNION ALL SELECT 'ties', count(*) FROM ties"""

# sums of seals: a table whose rows are others, or fewer, has another sum
SUMS = """
SELECT 'documents', count(*), coalesce(sum(seal), 0), coalesce(sum(seal * version), 0) FROM documents
UNION ALL SELECT 'claims', count(*), coalesce(sum(seal), 0), 0 FROM claims
UNION ALL SELECT 'actors', count(*), coalesce(sum(seal), 0), 0 FROM actors
UNION ALL SELECT 'places', count(*), coalesce(sum(seal), 0), 0 FROM places
UNION ALL SELECT 'judgements', count(*), coalesce(sum(seal), 0), 0 FROM judgements
    WHERE retired IS NULL AND (made IS NOT NULL OR maker NOT IN (SELECT value FROM json_each(?)))
UNION ALL SELECT maker, count(*), 0, 0 FROM progress GROUP BY maker
ORDER BY 1"""
SUMS_OF_VIEWS = """
SELECT 'incidents', count(*), coalesce(sum(seal), 0) FROM incidents
UNION ALL SELECT 'aliases', count(*), 0 FROM incident_aliases
UNION ALL SELECT 'findings', count(*), coalesce(sum(seal), 0) FROM findings
UNION ALL SELECT 'disagreements', count(*), coalesce(sum(seal), 0) FROM disagreements
UNION ALL SELECT 'ties', count(*), coalesce(sum(seal), 0) FROM ties
UNION ALL SELECT 'judgements', count(*), coalesce(sum(seal), 0) FROM judgements
    WHERE made IS NULL AND maker IN (SELECT value FROM json_each(?))
ORDER BY 1"""

# the check: whole rows, to be compared with what their records would be written as
DOCUMENT_ROWS = "SELECT id, source, digest, text_digest, title, body, text, seal FROM documents ORDER BY id"
GRAPH_ROWS = """
SELECT document, maker, starts_at, ends_at, body, seal FROM graphs ORDER BY document, maker, starts_at, ends_at"""
CLAIM_ROWS = """
SELECT c.id, c.document, c.kind, c.maker, c.quote, c.body, c.seal, d.text
FROM claims AS c LEFT JOIN documents AS d ON d.id = c.document ORDER BY c.document, c.id"""
SPANS_OF_CLAIM = """
SELECT claim, maker, ordinal, document, starts_at, ends_at FROM spans WHERE claim = ? AND maker = ? ORDER BY ordinal"""
COUNT_SPANS = "SELECT count(*) FROM spans"
ACTOR_ROWS = "SELECT id, name, body, seal FROM actors ORDER BY id"
PLACE_ROWS = "SELECT id, name, body, seal FROM places ORDER BY id"

# rank 1: the index is compared with the words that it indexes, not only with itself
CHECK_SEARCH = (
    "INSERT INTO document_words (document_words, rank) VALUES ('integrity-check', 1)",
    "INSERT INTO claim_words (claim_words, rank) VALUES ('integrity-check', 1)",
)
REBUILD_SEARCH = (
    "INSERT INTO document_words (document_words) VALUES ('rebuild')",
    "INSERT INTO claim_words (claim_words) VALUES ('rebuild')",
)

# search: SQLite's FTS5; bm25 is the smaller the better
SEARCH_DOCUMENTS = """
SELECT d.id, d.id, snippet(document_words, -1, '', '', '…', 24), bm25(document_words, 4.0, 1.0) AS score
FROM document_words JOIN documents AS d ON d.ordinal = document_words.rowid
WHERE document_words MATCH ? ORDER BY score, d.id LIMIT ?"""
SEARCH_CLAIMS = """
SELECT c.id, c.document, c.quote, bm25(claim_words) AS score
FROM claim_words JOIN claims AS c ON c.ordinal = claim_words.rowid
WHERE claim_words MATCH ? ORDER BY score, c.id LIMIT ?"""
