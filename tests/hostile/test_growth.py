"""Reports that say one thing thousands of times: every stage takes time in proportion, and nothing quadratic is left.

Each case took minutes where every pair was compared; the limit is processor time.
"""

import msgspec
import pytest

import rashomon
from rashomon.annotate import Annotator
from rashomon.reconcile.accounts import at_odds_over_day
from rashomon.reconcile.gathered import Gathered
from rashomon.records import Incident
from rashomon.resolve import Resolver
from rashomon.show.marks import Part, marked, wrapped
from rashomon.testing import make_claim, make_day, make_document, make_mention

KILLED = "Gunmen of the Salt Front killed at least 12 villagers in the town of Dessan on Monday, the mayor said. "
TEXTS = {
    "one sentence": KILLED * 400,
    "one paragraph": (KILLED + "\n\n") * 400,
    "capitals": KILLED.upper() * 300,
    "mentions": "Musa Adan attacked the town. Musa Adan left the town. Adan shelled the town. He said he held it. "
    * 300,
    "no stops": "gunmen killed villagers in the town and " * 1_000,
    "numbers": " ".join(map(str, range(200_000))),
    "digits": "1" * 1_000_000,
    "punctuation": "!?.,;:-" * 150_000,
    "one-word paragraphs": "bombed\n\n" * 100_000,
    "names": "The army killed " + ", ".join(f"Ada Korr {'abc'[n % 3]}" for n in range(5_000)) + ".",
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_whole_way_of_one_report(limited, tmp_path, name):
    (tmp_path / "report.txt").write_text(TEXTS[name])
    with limited(), rashomon.open(tmp_path / "case.db") as case:
        assert case.read([str(tmp_path / "report.txt")]).stored == 1
        case.update()
        assert case.faults == ()
        assert case.json()
        assert case.dossier(static=True)


def test_events_told_alike_are_compared_once(limited):
    document = make_document("The raid killed one. " * 3_000)
    words = "The raid killed one."
    claim = make_claim("event", document, words, type="KILL", trigger="killed", time=make_day("2031-05-12"))
    events = tuple(msgspec.structs.replace(claim, id=f"c-{n:05}") for n in range(6_000))
    other = msgspec.structs.replace(claim, id="c-x", document="d-2", time=make_day("2031-05-20"))
    incident = Incident(id="i-1", title="Raid", type="KILL")
    with limited(5.0):
        assert at_odds_over_day(Gathered(incident=incident, events=events)) == []
    target = make_mention(document, "one")
    events = tuple(msgspec.structs.replace(e, roles={"target": (target,)}) for e in (*events[:3], other))
    (found,) = at_odds_over_day(Gathered(incident=incident, events=events))
    assert {claim for side in found.sides for claim in side.claims} == {"c-00000", "c-00001", "c-00002", "c-x"}


def test_a_page_finds_the_parts_of_a_sentence(limited):
    document = make_document("The raid killed one. " * 4_000)
    words = "The raid killed one."
    claim = make_claim("event", document, words, type="KILL", trigger="killed")
    length = len(words) + 1
    span = claim.spans[0]
    claims = [
        msgspec.structs.replace(
            claim, id=f"c-{n}", spans=(msgspec.structs.replace(span, start=n * length, end=n * length + len(words)),)
        )
        for n in range(4_000)
    ]
    parts = [Part(n * length + 4, n * length + 8, "actor", "who", f"c-{n}") for n in range(4_000)]
    with limited(8.0):
        page = wrapped(document.text, 0, len(document.text), claims, parts)
    assert page.count("raid</") == 4_000
    assert marked(document.text, 0, 20, parts[:1]) == marked(document.text, 0, 20, parts)


def test_a_text_that_stands_many_times_is_read_once_and_placed_everywhere(monkeypatch):
    read = []
    real = Annotator._read
    monkeypatch.setattr(Annotator, "_read", lambda self, *of: read.extend(of[1]) or real(self, *of))
    paragraph = (KILLED * 6).strip()
    document = make_document("\n\n".join([paragraph] * 50 + ["12 34 56, 78."]))
    (graphs,) = Annotator(threads=1)([document])
    assert len({passage.text for passage in read}) == len(read) <= 3
    for graph in graphs:
        assert all(graph.start <= node.start < node.end <= graph.end for node in graph.nodes)
    (alone,) = Annotator(threads=1)([make_document(paragraph)])
    shown = [(n.type, n.start - graphs[20].start, n.p) for n in graphs[20].nodes]
    assert shown == [(n.type, n.start, n.p) for n in alone[0].nodes]


def test_mentions_of_one_actor_are_resolved_in_proportion(limited):
    document = make_document("Musa Adan attacked the town. Adan shelled the town. He said he held the town. " * 1_500)
    (graphs,) = Annotator(threads=1)([document])
    with limited(6.0):
        Resolver()([(document, graphs)])
