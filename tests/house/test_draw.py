"""The page of drawn graphs: what is compared with what, and that a comment on another graph is not shown."""

import importlib.util
from pathlib import Path

import pytest

from rashomon.annotate.notation import read_marked
from rashomon.records import Graph

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def draw():
    spec = importlib.util.spec_from_file_location("draw", DOCS / "draw.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def graph(marked: str, edges: str = "", flags: str = "") -> tuple[str, Graph]:
    """A text and its graph from the notation."""
    read = read_marked(marked, edges, flags)
    assert not read.problems
    whole = Graph(document="d", start=0, end=len(read.text), nodes=read.nodes, edges=read.edges, maker="t")
    return read.text, whole


HAND = graph(
    "{Colonel|x0:PER} {Arn|x1:PER} {said|s1:SAY} the {army|o1:ORG} {shot|a1:ASSAULT} {men|g1:GROUP}.",
    "x0 same x1; s1 agent x1; s1 content a1; a1 agent o1; a1 target g1",
)


@pytest.mark.parametrize(
    ("marked", "edges", "flags", "right", "missed", "words"),
    [
        (
            "{Colonel|x0:PER} {Arn|x1:PER} {said|s1:SAY} the {army|o1:ORG} {shot|a1:ASSAULT} {men|g1:GROUP}.",
            "x1 same x0; s1 agent x0; s1 content a1; a1 agent o1; a1 target g1",
            "",
            5,
            [],
            [],
        ),
        (
            "Colonel {Arn|x1:PER} {said|s1:SAY} the {army|o1:ORG} {shot|a1:ASSAULT} {men|g1:GROUP}.",
            "s1 agent x1; s1 agent o1; a1 agent o1; a1 target g1",
            "a1 poss",
            3,
            ["`said` content `shot`", "`Colonel` same `Arn`"],
            ["`shot` ASSAULT · poss, by hand ASSAULT", "`Colonel` PER not marked"],
        ),
        (
            "{Colonel Arn|x1:PER} {said|s1:SAY} the {army|o1:GROUP} {shot|a1:ASSAULT} {men|g1:GROUP}.",
            "s1 agent x1; s1 content a1; a1 agent o1; a1 target g1",
            "",
            4,
            ["`Colonel` same `Arn`"],
            [
                "`Colonel Arn` PER, by hand not marked so",
                "`army` GROUP, by hand ORG",
                "`Colonel` PER not marked",
                "`Arn` PER not marked",
            ],
        ),
    ],
    ids=["another mention of the same", "missed, extra, flag", "wider span"],
)
def test_a_graph_is_compared_with_that_by_hand(draw, marked, edges, flags, right, missed, words):
    choice = draw.Choice("n", "r.txt", HAND[0], "")
    drawn = draw.compared(choice, graph(marked, edges, flags), HAND)
    assert (drawn.right, list(drawn.missed), list(drawn.words)) == (right, missed, words)
    assert (drawn.f1 == 1.0) == (not missed and not words)


def test_a_comment_is_shown_only_below_its_own_graph(draw):
    now = draw.digest(*HAND)
    for digest, shown in ((now, True), ("0123456789ab", False), ("", False)):
        drawn = draw.compared(draw.Choice("n", "r.txt", HAND[0], "What we think of it.", digest), HAND, HAND)
        assert drawn.stale == (not shown)
        assert ("What we think of it." in draw.section(drawn)) == shown


def test_the_digest_follows_words_types_and_edges(draw):
    marked = "{Arn|x1:PER} {said|s1:SAY} so."
    whole, other = graph(marked, "s1 agent x1"), graph(marked.replace("PER", "ORG"), "s1 agent x1")
    assert len({draw.digest(*whole), draw.digest(*other), draw.digest(*graph(marked)), draw.digest(*HAND)}) == 4
    renamed = graph(marked.replace("x1", "x7"), "s1 agent x7")
    assert draw.digest(*renamed) == draw.digest(*whole)


def test_checked_renews_only_what_is_named(draw):
    source = (DOCS / "graphs.toml").read_text("utf-8")
    before = {choice.name: choice for choice in draw.choices(source)}
    name = sorted(before)[3]
    after = {choice.name: choice for choice in draw.choices(draw.checked(source, {name: "feedfeedfeed"}))}
    assert {key for key in after if after[key] != before[key]} == {name}
    assert after[name].graph == "feedfeedfeed"


def test_every_chosen_sentence_has_a_picture_and_a_graph_by_hand(draw):
    chosen = draw.choices((DOCS / "graphs.toml").read_text("utf-8"))
    with draw.BY_HAND.open(encoding="utf-8") as lines:
        blocks = list(draw.read_blocks(lines))
    assert len({choice.name for choice in chosen}) == len(chosen) == 20
    assert all(draw.by_hand(blocks, choice)[1].nodes for choice in chosen)
    assert {choice.name for choice in chosen} == {path.stem for path in (DOCS / "graphs").glob("*.svg")}
