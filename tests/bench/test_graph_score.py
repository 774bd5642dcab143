"""The scorer on graphs made by hand, whose figures can be counted on fingers."""

import pytest
from graph_score import HEADLINE, ROWS, Tally, by_type, edge_rows, f1_rows, headline, match, score
from hand_made import EDGES, GOLD, TEXT, graph


def tallies(predicted, gold=GOLD):
    """Row -> (hits, predicted, annotated), rows without a count left out."""
    found = score([(gold, predicted)])
    return {row: (t.hits, t.predicted, t.annotated) for row, t in found.items() if t != Tally()}


def changed(old: str, new: str, edges: str = EDGES, flags: str = "k1 poss"):
    """The annotated graph with a piece of its marked text replaced."""
    assert TEXT.count(old) == 1
    return graph(TEXT.replace(old, new), edges, flags)


PERFECT = {
    "mention": (5, 5, 5),
    "trigger": (2, 2, 2),
    "exact": (7, 7, 7),
    "role": (4, 4, 4),
    "who-said-what": (2, 2, 2),
    "count": (1, 1, 1),
    "flag": (1, 1, 1),
}

CASES = [
    ("itself", GOLD, {}),
    ("other ids", graph(TEXT.replace("|k1", "|z9"), EDGES.replace("k1", "z9"), "z9 poss"), {}),
    ("a missing node, no edges", changed("{people|g2:GROUP} in", "people in", "", ""), {
        "mention": (4, 4, 5), "exact": (6, 6, 7), "role": (0, 0, 4), "who-said-what": (0, 0, 2),
        "count": (0, 0, 1), "flag": (0, 0, 1),
    }),
    ("overlap is enough", changed("the {army|o1:ORG}", "{the army|o1:ORG}"), {"exact": (6, 7, 7)}),
    ("close type at an edge's end", changed("{Qarn|l1:LOC}", "{Qarn|l1:GPE}"), {
        "mention": (4, 5, 5), "exact": (6, 7, 7),
    }),
    ("a speech act for SAY", changed("{said|s1:SAY}", "{said|s1:ACCUSE}"), {"trigger": (1, 2, 2), "exact": (6, 7, 7)}),
    ("far type at an edge's end", changed("{Qarn|l1:LOC}", "{Qarn|l1:PER}"), {
        "mention": (4, 5, 5), "exact": (6, 7, 7), "role": (3, 4, 4),
    }),
    ("a mode is not scored", changed("{said|s1:SAY}", "{said|s1:SAY.claim-responsibility}"), {}),
    ("wrong label", graph(TEXT, EDGES.replace("k1 target", "k1 theme"), "k1 poss"), {"role": (3, 4, 4)}),
    ("wrong speaker", graph(TEXT, EDGES.replace("s1 agent g1", "s1 agent o1"), "k1 poss"), {
        "role": (3, 4, 4), "who-said-what": (1, 2, 2),
    }),
    ("missing edge", graph(TEXT, EDGES.replace("; k1 place l1", ""), "k1 poss"), {"role": (3, 3, 4)}),
    ("wrong flag", graph(TEXT, EDGES, "k1 neg"), {"flag": (0, 1, 1)}),
    ("flag on another trigger", graph(TEXT, EDGES, "s1 poss"), {"flag": (0, 1, 1)}),
    ("no flag", graph(TEXT, EDGES), {"flag": (0, 0, 1)}),
]  # fmt: skip


@pytest.mark.parametrize(("predicted", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_rows(predicted, expected):
    assert tallies(predicted) == {**PERFECT, **expected}


SAME = "{He|a1:PER}, {Kelesh|a2:PER}, the {general|a3:PER}, and {Somane|a4:PER} {met|m1:CONSULT}."


@pytest.mark.parametrize(
    ("gold", "predicted", "expected"),
    [
        ("a2 same a1; a3 same a1", "a2 same a1; a3 same a1", (3, 3, 3)),
        ("a2 same a1; a3 same a1", "a2 same a1; a3 same a2", (3, 3, 3)),  # the same cluster, linked otherwise
        ("a2 same a1; a3 same a1", "a2 same a1", (1, 1, 3)),
        ("a2 same a1", "a2 same a1; a3 same a1; a4 same a1", (1, 6, 1)),
        ("a2 same a1", "", (0, 0, 1)),
    ],
)
def test_same_is_scored_over_pairs_of_the_clusters(gold, predicted, expected):
    assert tallies(graph(SAME, predicted), graph(SAME, gold))["same"] == expected


@pytest.mark.parametrize(
    ("label", "source", "rows"),
    [
        ("agent", "KILL", ("role",)),
        ("agent", "THREATEN", ("role", "who-said-what")),
        ("target", "SAY", ("role",)),
        ("content", "REQUEST", ("who-said-what",)),
        ("causes", "ASSAULT", ("cause",)),
        ("count", "QUANT", ("count",)),
        ("enemy", "ORG", ("tie",)),
    ],
)
def test_the_rows_of_an_edge(label, source, rows):
    assert edge_rows(label, source) == rows


def test_the_larger_shared_part_wins_and_matching_is_one_to_one():
    gold = graph("{rebel army|a1:ORG} {depot|f1:FAC}")
    predicted = graph("{rebel|b1:ORG} {army depot|b2:ORG}")
    assert match(gold, predicted, lambda left, right: left == right) == {"b1": "a1"}


def test_an_edge_of_an_unknown_node_is_not_counted():
    loose = GOLD.__class__(document="", start=0, end=1, nodes=(), edges=GOLD.edges, maker="")
    assert tallies(loose)["role"] == (0, 0, 4)


def test_passages_add_up():
    found = score([(GOLD, GOLD), (GOLD, graph("nothing marked"))])
    assert found["mention"] == Tally(hits=5, predicted=5, annotated=10)


def test_the_headline_is_the_mean_of_its_rows():
    found = dict.fromkeys(ROWS, Tally(1, 2, 2)) | {"flag": Tally(0, 0, 3)}
    assert headline(found) == round(50 * (len(HEADLINE) - 1) / len(HEADLINE), 1)
    assert f1_rows(found)["graph"] == headline(found)


def test_by_type_counts_each_type():
    found = by_type([(GOLD, changed("{said|s1:SAY}", "{said|s1:ACCUSE}"))])
    assert found["KILL"] == Tally(1, 1, 1)
    assert found["SAY"] == Tally(0, 0, 1)
    assert found["ACCUSE"] == Tally(0, 1, 0)
    assert found["GROUP"] == Tally(2, 2, 2)


@pytest.mark.parametrize(
    ("tally", "p", "r", "f1"),
    [(Tally(), 0, 0, 0), (Tally(1, 2, 4), 50, 25, 100 / 3), (Tally(0, 5, 5), 0, 0, 0), (Tally(3, 3, 3), 100, 100, 100)],
)
def test_figures_of_a_tally(tally, p, r, f1):
    assert (tally.precision, tally.recall, tally.f1) == pytest.approx((p, r, f1))
