"""The laws of the stage: exact quotes, stable ids, no dependence on order."""

import msgspec
import pytest

from rashomon.annotate.notation import read_blocks
from rashomon.interpret import Interpreter
from rashomon.interpret.interpreter import sure
from rashomon.records import Edge, EventClaim, Graph, Node
from rashomon.testing import make_document

REPORT = """### one
T: {Fighters|h1:GROUP} of the {Dune Front|o1:ORG} {stormed|a1:ASSAULT} a {depot|f1:FAC} at {Orra|g1:GPE} on {Monday|t1:TIME}, {killing|k1:KILL} {at least 14|q1:QUANT} {people|h2:GROUP}, including {three|q2:QUANT} {children|h3:GROUP}, {staff|h4:GROUP} {said|s1:SAY}.
E: h1 of o1; a1 agent h1; a1 target f1; f1 in g1; a1 time t1; a1 causes k1; k1 target h2; k1 target h3; q1 count h2; q2 count h3; s1 agent h4; s1 content a1; s1 content k1
### two
T: “The {Front|o1:ORG} will {return|m1:MOVE},” {it|o2:ORG} {warned|w1:THREATEN.violence}. {Kaveth|g1:GPE} {sent|d1:AID.military} {rifles|b1:OBJ} to the {Front|o3:ORG} in {2029|t1:TIME}. The {raid|a1:ASSAULT} 🕊 came after {arrests|c1:COERCE.arrest}.
E: o2 same o1; w1 agent o2; w1 content m1; m1 agent o1; d1 agent g1; d1 theme b1; d1 target o3; o3 same o1; d1 time t1; c1 causes a1
M: m1 hyp
"""  # noqa: E501


def report(published="2031-05-14"):
    """Two passages of one document."""
    blocks = list(read_blocks(REPORT.splitlines(keepends=True)))
    document = make_document(" ".join(block.text for block in blocks), published=published)
    graphs, at = [], 0
    for block in blocks:
        nodes = tuple(msgspec.structs.replace(n, start=n.start + at, end=n.end + at) for n in block.graph.nodes)
        end = at + len(block.text)
        graphs.append(
            Graph(document=document.id, start=at, end=end, nodes=nodes, edges=block.graph.edges, maker="person")
        )
        at = end + 1
    return document, graphs


def test_every_span_and_mention_quotes_the_text():
    document, graphs = report()
    (claims,) = Interpreter()([(document, graphs)])
    assert len(claims) > 15
    for claim in claims:
        quoted = [(s.start, s.end, s.quote) for s in claim.spans]
        quoted += [(v.start, v.end, v.words) for v in claim.voices]
        quoted += [(v.cue.start, v.cue.end, v.cue.quote) for v in claim.voices if v.cue]
        if isinstance(claim, EventClaim):
            quoted += [(m.start, m.end, m.words) for mentions in claim.roles.values() for m in mentions]
        assert [document.text[start:end] for start, end, _ in quoted] == [quote for *_, quote in quoted]


def test_the_sentence_comes_first_and_holds_the_trigger():
    document, graphs = report()
    (claims,) = Interpreter()([(document, graphs)])
    for claim in claims:
        sentence, trigger = claim.spans[0], claim.spans[1]
        assert sentence.start <= trigger.start
        assert trigger.end <= sentence.end


def test_ids_are_unique_and_claims_in_text_order():
    (claims,) = Interpreter()([report()])
    ids = [claim.id for claim in claims]
    assert len(set(ids)) == len(ids)
    starts = [claim.spans[1].start for claim in claims]
    assert starts == sorted(starts)


def test_every_kind_of_claim_is_there():
    (claims,) = Interpreter()([report()])
    kinds = {type(claim).__name__.removesuffix("Claim") for claim in claims}
    assert kinds == {"Event", "Figure", "Tie", "Flow", "Cause", "Naming"}


def test_the_order_of_documents_graphs_nodes_and_edges_does_not_matter():
    document, graphs = report()
    other = make_document("Nothing.", source="other")
    plain = Interpreter()([(document, graphs), (other, [])])
    turned = [
        msgspec.structs.replace(graph, nodes=graph.nodes[::-1], edges=graph.edges[::-1]) for graph in reversed(graphs)
    ]
    assert Interpreter()([(other, []), (document, turned)]) == plain[::-1]


def test_overlapping_graphs_give_one_claim_the_surer_one():
    document, graphs = report()
    doubtful = msgspec.structs.replace(
        graphs[0], nodes=tuple(msgspec.structs.replace(node, p=0.5) for node in graphs[0].nodes), maker="model"
    )
    (alone,) = Interpreter()([(document, graphs)])
    (both,) = Interpreter()([(document, [doubtful, *graphs])])
    assert both == alone


@pytest.mark.parametrize("published", ["2031-05-14", None])
def test_the_same_input_gives_the_same_claims(published):
    assert Interpreter()([report(published)]) == Interpreter()([report(published)])


def test_claims_survive_json():
    (claims,) = Interpreter()([report()])
    for claim in claims:
        assert msgspec.json.decode(msgspec.json.encode(claim), type=type(claim)) == claim


def test_every_null_has_a_reason():
    (claims,) = Interpreter()([report(None)])
    for claim in claims:
        for name in ("time", "period", "as_of", "event", "counted", "amount", "origin", "dest"):
            if getattr(claim, name, "") is None:
                assert claim.reasons[name], (claim, name)


def test_empty_and_odd_graphs_give_nothing():
    document = make_document("", source="empty")
    graph = Graph(document=document.id, start=0, end=0, nodes=(), edges=(), maker="m")
    assert Interpreter()([(document, [graph]), (document, [])]) == [[], []]


def test_what_the_annotator_is_unsure_of_is_left_out():
    graph = Graph(
        document="d-1",
        start=0,
        end=20,
        nodes=(
            Node(id="n1", start=0, end=6, type="GROUP", p=0.9),
            Node(id="n2", start=7, end=13, type="ASSAULT", p=0.8),
            Node(id="n3", start=14, end=18, type="GPE", p=0.3),
        ),
        edges=(Edge("n2", "agent", "n1", 0.45), Edge("n2", "target", "n3", 0.9), Edge("n2", "place", "n1", 0.7)),
        maker="annotator/2",
    )
    kept = sure(graph, 0.5)
    assert [n.id for n in kept.nodes] == ["n1", "n2"]
    assert [(e.source, e.label, e.target) for e in kept.edges] == [("n2", "place", "n1")]
    assert sure(graph, 0.0) == graph


def test_what_a_number_counts_is_kept():
    nodes = (Node(id="n1", start=0, end=2, type="QUANT"), Node(id="n2", start=3, end=6, type="GROUP"))
    graph = Graph(document="d", start=0, end=9, nodes=nodes, edges=(Edge("n1", "count", "n2", 0.31),), maker="a")
    assert sure(graph, 0.4) == graph
