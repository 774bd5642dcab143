"""Figures become tolls by side, on invented claims."""

import pytest
import satp
from satp import Part

from rashomon.records import FigureClaim, Mention, Span


def figure(words, number=1, start=0, **more):
    """A figure claim on people killed in the sentence that begins at ``start``."""
    counted = None if words is None else Mention(words=words, start=0, end=0, why=more.pop("why", ""))
    return FigureClaim(
        id=more.pop("id", f"c-{words}-{start}"), document="0", spans=(Span(start=start, end=start + 1, quote=""),),
        voices=(), measure=more.pop("measure", "killed"), counted=counted, lower=number, upper=number, **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("words", "more", "side"),
    [
        ("villagers", {}, "civilian"),
        ("Police personnel", {}, "security"),
        ("Police informer", {}, "civilian"),
        ("Maoist cadre", {}, "maoist"),
        ("Congress party leader", {}, "official"),
        ("Maoist leader", {}, "maoist"),
        ("Salwa Judum activist", {}, "other"),
        ("soldiers", {}, "security"),
        ("cadres", {"why": 'of "CPI-Maoist"'}, "maoist"),
        ("members", {"why": 'of "CRPF"'}, "security"),
        ("gunmen", {"class_": "combatant"}, "maoist"),
        ("bodies", {}, ""),
        (None, {}, ""),
        ("persons", {}, ""),
        ("victim", {}, ""),
        ("former Maoist", {}, "civilian"),
        ("poll officials", {}, "official"),
        ("Police official", {}, "security"),
    ],
)
def test_sides(words, more, side):
    assert satp.side_of(figure(words, **more)) == side


@pytest.mark.parametrize(
    "more",
    [
        {"reality": "neg"},
        {"reality": "fut"},
        {"basis": "conflict"},
        {"basis": "period"},
        {"background": True},
        {"measure": "injured"},
    ],
)
def test_figures_of_something_else_are_left_out(more):
    assert list(satp.parts([figure("villagers", 3, **more)], "killed")) == []


def told(*claims):
    """The toll, sides of which there is nobody left out."""
    return {side: number for side, number in satp.toll(list(satp.parts(claims, "killed"))).items() if number}


def test_the_sides_of_a_sentence_are_added_up():
    assert told(figure("soldiers", 3), figure("villagers", 2)) == {"total": 5, "security": 3, "civilian": 2}


def test_of_two_sentences_the_larger_number_stands():
    assert told(figure("soldiers", 3), figure("policemen", 4, start=90)) == {"total": 4, "security": 4}


def test_bodies_are_those_of_the_dead():
    assert told(figure("Maoists", 3), figure("bodies", 2, start=90)) == {"total": 3, "maoist": 3}
    assert told(figure("Maoists", 3), figure("bodies", 5, start=90)) == {"total": 5, "maoist": 5}
    assert told(figure(None, 2)) == {"total": 2, "civilian": 2}


def test_parts_move_from_their_whole():
    whole = figure("persons", 5, id="w")
    assert told(whole, figure("constables", 2, part_of="w")) == {"total": 5, "civilian": 3, "security": 2}
    assert told(figure("SFs", 5, id="w"), figure("constables", 2, part_of="w")) == {"total": 5, "security": 5}


def test_others_are_of_the_side_before_them():
    hurt = figure("others", 3, measure="injured")
    (part,) = satp.parts([figure("soldiers", 2), hurt], "injured")
    assert part.side == "security"


def test_what_a_whole_does_not_tell_its_parts_do():
    whole = figure("persons", 3, id="w")
    assert told(whole, figure("soldiers", 2, part_of="w")) == {"total": 3, "civilian": 1, "security": 2}


def test_a_figure_that_was_put_right_is_left_out():
    old = figure("villagers", 3, reasons={"superseded": "4"})
    assert told(old, figure("villagers", 4, start=9)) == {"total": 4, "civilian": 4}


def test_an_open_end_counts_as_its_other_end():
    assert told(figure("villagers", None)) == {}
    (part,) = satp.parts([FigureClaim(id="c", document="0", spans=(Span(start=0, end=1, quote=""),), voices=(),
                                      measure="killed", lower=0, upper=6)], "killed")  # fmt: skip
    assert part == Part("c", "", 6, 0)


ROW = {column: "0" for columns in satp.COLUMNS.values() for column in columns.values()}


def test_annotated_tolls():
    row = {**ROW, "deaths.total_fatalities": "2", "deaths.civilian_fatalities": "2"}
    assert satp.annotated(row, "killed") == {
        "total": 2, "civilian": 2, "security": 0, "maoist": 0, "official": 0, "other": 0,
    }  # fmt: skip
    assert satp.annotated({**row, "deaths.civilian_fatalities": "NA"}, "killed") is None
    assert satp.annotated({}, "killed") is None


def test_shares_that_are_exact():
    two, none = satp.annotated({**ROW, "deaths.total_fatalities": "2"}, "killed"), satp.annotated(ROW, "killed")
    assert satp.exact([(none, none), (two, none), (two, {**two, "civilian": 2}), (two, two)]) == (75.0, 50.0)
    assert satp.exact([]) == (0.0, 0.0)


def test_rows_tell_the_silent_summaries_apart():
    row = {**ROW, "deaths.total_fatalities": "1", "deaths.civilian_fatalities": "1"}
    found = list(satp.measured([row, ROW], [[figure("villager")], [figure("villager")]]))
    assert [line[1:] for line in found[:3]] == [(50.0, 50.0, 2), (100.0, 100.0, 1), (0.0, 0.0, 1)]


def test_the_kept_fifth_is_fixed():
    kept = [number for number in range(1000) if satp.held_out(str(number))]
    assert 150 < len(kept) < 250
    assert kept == [number for number in range(1000) if satp.held_out(str(number))]


def test_incidents_that_the_model_learned_from_are_known(tmp_path):
    file = tmp_path / "standoff.jsonl"
    file.write_text('{"id": "satp/311070501/p0"}\n{"id": "fakes/outlet-1/p2"}\n', encoding="utf-8")
    assert satp.learned(file) == {"311070501"}
    shipped = satp.learned()
    assert len(shipped) == 90
    assert sum(map(satp.held_out, shipped)) == 20  # as the protocol says


def test_no_data_no_table(tmp_path):
    assert satp.table(tmp_path) is None
