"""Tables of benchmarks, and others' figures beside them."""

import tomllib

import board
import pytest
from board import Peer, Table

TABLE = Table(
    name="towns",
    title="Towns",
    protocol="Which towns are found.",
    head=("row", "F1"),
    rows=(("big", 50.0), ("small", 25.0)),
    notes=("Few.",),
)


def test_a_table_is_markdown():
    assert board.markdown(["row", "F1"], [["a", 1.25], ["b", 3], ["c", None]]).split("\n") == [
        "| row | F1 |",
        "| --- | ---: |",
        "| a | 1.2 |",
        "| b | 3 |",
        "| c |  |",
    ]


def test_a_section_has_its_protocol_and_others_figures_by_row():
    title, protocol, table, sources, note = board.section(TABLE, [Peer("others", "a paper\n", {"big": 60})])
    assert (title, protocol, sources, note) == ("### Towns", TABLE.protocol, "- *others*: a paper", "Few.")
    assert table.split("\n") == [
        "| row | F1 | others |",
        "| --- | ---: | ---: |",
        "| big | 50.0 | 60.0 |",
        "| small | 25.0 |  |",
    ]


def test_a_section_without_others_lists_no_sources():
    assert len(list(board.section(TABLE, []))) == 4


@pytest.mark.parametrize("name", tomllib.loads(board.PEERS.read_text("utf-8")))
def test_every_peer_says_where_its_figures_are_from(name):
    for peer in board.peers(name):
        assert len(peer.source.split()) > 5
        assert all(0 <= value <= 100 for value in peer.f1.values())


def test_a_benchmark_without_peers_has_none():
    assert board.peers("nothing") == []
