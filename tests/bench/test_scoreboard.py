"""The scoreboard's tables, its peers, and the page it writes into."""

import tomllib
from types import ModuleType

import pytest
import scoreboard
from board import Peer, Table, peers
from graph_score import HEADLINE, ROWS, Tally
from hand_made import GOLD, graph


def test_rows_stand_beside_their_peers():
    peer = Peer("others", "somebody", {"role": 52, "graph": 55})
    lines = scoreboard.row_table(dict.fromkeys(ROWS, Tally(1, 2, 2)), [peer]).split("\n")
    assert lines[0] == "| row | P | R | F1 | F1, others | annotated |"
    assert "| role | 50.0 | 50.0 | 50.0 | 52.0 | 2 |" in lines
    assert "| tie | 50.0 | 50.0 | 50.0 |  | 2 |" in lines
    assert lines[-1] == "| **graph** |  |  | 50.0 | 55.0 |  |"


def test_kinds_are_the_ids_first_part():
    pair = (GOLD, GOLD)
    lines = scoreboard.kind_table([("b/1/p1", pair), ("a/1/p1", pair), ("a/2/p1", (GOLD, graph("x")))]).split("\n")
    assert [line.split(" | ")[:3] for line in lines[2:]] == [["| a", "2", "66.7"], ["| b", "1", "100.0"]]


def test_prose_is_news_unless_listed_and_voices_within_voices_count_in_both():
    nested = graph("{Witnesses|g1:GROUP} {said|s1:SAY} the {army|o1:ORG} {denied|s2:REJECT} it", "s1 content s2")
    lines = scoreboard.voice_table([("a/p1", (GOLD, GOLD)), ("a/p2", (nested, nested))], ["a/p2"]).split("\n")
    assert [line.split(" | ")[:2] for line in lines[2:]] == [
        ["| news", "1"],
        ["| opinion", "1"],
        ["| embedded voices", "1"],
    ]


def test_opinion_passages_are_listed_once():
    listed = tomllib.loads(scoreboard.OPINION.read_text("utf-8"))["opinion"]
    assert listed == sorted(set(listed))
    assert listed


def test_types_that_nobody_annotated_are_left_out():
    assert scoreboard.type_table([(GOLD, GOLD)], ("SAY", "KILL", "AID")).split("\n")[2:] == [
        "| SAY | 1 | 100.0 | 100.0 | 100.0 |",
        "| KILL | 1 | 100.0 | 100.0 | 100.0 |",
    ]


def test_peers_give_known_rows_and_their_source():
    found = peers("claimgraph")
    assert len(found) == 2
    for peer in found:
        assert set(peer.f1) <= {*ROWS, "graph"}
        assert set(peer.f1) >= set(HEADLINE)
        assert len(peer.source.split()) > 10


def test_missing_data_is_said(tmp_path):
    title, said = scoreboard.news(tmp_path, None)
    assert title.startswith("###")
    assert said == "No data at hand: the data folder has no `claimgraph/passages/dev.txt`."


def benchmark(name, table):
    module = ModuleType(name)
    module.table = lambda data: table
    return module


def test_a_public_benchmark_is_a_section_and_missing_data_is_named(tmp_path):
    table = Table(name="towns", title="Towns", protocol="Found.", head=("row", "F1"), rows=(("all", 1.0),))
    found = list(scoreboard.public(tmp_path, [benchmark("towns", table), benchmark("rivers", None)]))
    assert found[:2] == ["### Towns", "Found."]
    assert found[-1] == "No data at hand for: rivers."


@pytest.mark.parametrize("module", scoreboard.PUBLIC, ids=lambda module: module.__name__)
def test_a_public_benchmark_without_its_data_has_no_table(tmp_path, module):
    assert module.table(tmp_path) is None


def test_only_what_is_between_the_markers_changes():
    page = f"a\n{scoreboard.BEGIN}\nold\n{scoreboard.END}\nb\n"
    once = scoreboard.written(page, "new")
    assert once == f"a\n{scoreboard.BEGIN}\n\nnew\n\n{scoreboard.END}\nb\n"
    assert scoreboard.written(once, "new") == once


@pytest.mark.parametrize("page", ["", scoreboard.BEGIN, f"{scoreboard.END}{scoreboard.BEGIN}"])
def test_a_page_without_markers_is_refused(page):
    with pytest.raises(ValueError, match="markers"):
        scoreboard.written(page, "new")


def test_the_projects_page_has_its_markers():
    page = scoreboard.PAGE.read_text("utf-8")
    assert page.count(scoreboard.BEGIN) == page.count(scoreboard.END) == 1
