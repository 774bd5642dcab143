"""The gate fails on a broken floor, and raising never lowers one."""

import gate
import graph_score
import msgspec
import pytest
import sample_record

FLOORS = {"corpus": {"graph": 60.0, "role": 50.0}}


@pytest.fixture
def floors(tmp_path):
    """A floors file in a folder of its own."""
    path = tmp_path / "floors.json"
    path.write_bytes(msgspec.json.encode(FLOORS))
    return path


@pytest.mark.parametrize(
    ("graph", "role", "code"),
    [(60.0, 50.0, 0), (99.0, 51.0, 0), (59.9, 50.0, 1), (99.0, 0.0, 1)],
)
def test_exit_code(floors, capsys, graph, role, code):
    assert gate.main([], floors, {"corpus": {"graph": graph, "role": role}}) == code
    assert ("BROKEN" in capsys.readouterr().out) == bool(code)
    assert msgspec.json.decode(floors.read_bytes()) == FLOORS


@pytest.mark.parametrize("measured", [{}, {"corpus": {"graph": 70.0}}, {"samples": {"graph": 70.0, "role": 60.0}}])
def test_a_floor_without_a_value_is_broken(floors, capsys, measured):
    assert gate.main([], floors, measured) == 1
    assert "BROKEN" in capsys.readouterr().out


def test_a_value_without_a_floor_is_fine(floors, capsys):
    assert gate.main([], floors, {"corpus": {"graph": 60.0, "role": 50.0, "tie": 1.0}}) == 0
    assert "tie" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("graph", "becomes"),
    [(75.04, 74.0), (61.5, 60.5), (60.9, 60.0), (60.0, 60.0), (12.0, 60.0)],
)
def test_raising_never_lowers(floors, capsys, graph, becomes):
    gate.main(["--raise"], floors, {"corpus": {"graph": graph, "role": 50.0, "tie": 0.4}, "samples": {"figures": 90.0}})
    assert msgspec.json.decode(floors.read_bytes()) == {
        "corpus": {"graph": becomes, "role": 50.0, "tie": 0.0},
        "samples": {"figures": 89.0},
    }
    assert "none was lowered" in capsys.readouterr().out


def test_raising_keeps_a_floor_that_was_not_measured(floors, capsys):
    assert gate.main(["--raise"], floors, {"corpus": {"graph": 80.0}}) == 1
    assert msgspec.json.decode(floors.read_bytes())["corpus"] == {"graph": 79.0, "role": 50.0}
    assert "1 of 2" in capsys.readouterr().out


def test_raising_without_floors_sets_them(tmp_path, capsys):
    path = tmp_path / "new.json"
    assert gate.main(["--raise"], path, {"corpus": {"graph": 61.3}}) == 0
    assert msgspec.json.decode(path.read_bytes()) == {"corpus": {"graph": 60.3}}
    assert "60.3" not in capsys.readouterr().out


def test_the_floors_of_the_project_are_figures_of_known_rows():
    floors = msgspec.json.decode(gate.FLOORS.read_bytes(), type=dict[str, dict[str, float]])
    assert set(floors) == {"corpus", "samples"}
    assert set(floors["corpus"]) == {*graph_score.ROWS, "graph"}
    assert set(floors["samples"]) == set(sample_record.ROWS)
    assert all(0 <= floor <= 100 for rows in floors.values() for floor in rows.values())
