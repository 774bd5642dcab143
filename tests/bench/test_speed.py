"""What the speed benchmark counts, copies and prints."""

import annotator_speed
import pytest
import speed
import stage_speed
from long_reports import WORDS, reports, write_pages
from sample_copies import NAMES, REPORTS, changed

from rashomon.read.reading import parse
from rashomon.read.received import Received


def test_operations_are_counted_from_the_shapes():
    weights = 6 * (4 * 384 * 384 + 2 * 384 * 1536) + 384 * 71
    assert annotator_speed.flops(1, 1) == 2 * (weights + 6 * 2 * 384)
    assert annotator_speed.flops(3, 64) == 3 * annotator_speed.flops(1, 64)
    assert annotator_speed.flops(1, 128) > 2 * annotator_speed.flops(1, 64)


def test_copies_tell_of_other_events():
    text = (REPORTS / "meridian-dessan-strike.txt").read_text("utf-8")
    copies = [changed(text, copy) for copy in range(1, 12)]
    assert len({*copies, text}) == 12
    for copy in copies:
        assert "Dessan" not in copy.split()
        assert len(copy.split()) == len(text.split())


@pytest.mark.parametrize(
    ("text", "copy", "expected"),
    [
        ("Dessan", 1, "Dissen"),
        ("37 injured, at 9, in 2031, 1,100 dead", 3, "40 injured, at 9, in 2031, 1,100 dead"),
        ("13 March 2031", 2, "15 March 2031"),
        ("The market", 4, "The market"),
    ],
)
def test_changes(text, copy, expected):
    assert changed(text, copy) == expected


def test_names_of_the_samples_are_known():
    everything = "".join(path.read_text("utf-8") for path in REPORTS.iterdir() if path.suffix != ".pdf")
    assert [name for name in NAMES if name not in everything] == []


def test_long_reports_are_pages_that_are_read_whole(tmp_path):
    told = list(reports(14))
    assert all(WORDS <= report.words < WORDS + 150 for report in told)
    assert len({report.paragraphs for report in told}) == 14
    for report, path in zip(told, write_pages(tmp_path / "pages", told), strict=True):
        (entry,) = parse(Received(source=path.name, name=path.name, data=path.read_bytes()))
        assert entry.document.title == report.title
        assert entry.document.published.from_.startswith(report.day.isoformat())
        assert all(paragraph in entry.document.text for paragraph in report.paragraphs)
        assert "Weather" not in entry.document.text


def test_a_stage_within_another_is_not_counted_twice(monkeypatch):
    now = 0.0
    monkeypatch.setattr(stage_speed.time, "process_time", lambda: now)
    clock = stage_speed.Clock()

    def spend(seconds):
        nonlocal now
        now += seconds

    def outer():
        spend(2)
        clock.under("inner", spend)(5)
        spend(1)

    clock.under("outer", outer)()
    assert clock.seconds == {stage_speed.BESIDES: 0.0, "outer": 3.0, "inner": 5.0}


def test_the_table_has_a_line_a_measure():
    assert speed.table({"part": {"documents": 22.0, "peak_mb": 439.7, "seconds": 0.2061}}).split("\n")[2:] == [
        "| part | documents | 22 |",
        "| part | peak mb | 440 |",
        "| part | seconds | 0.206 |",
    ]


def test_a_part_without_figures_has_a_line():
    assert speed.table({"part": {}}).split("\n")[2:] == ["| part | none | |"]


def test_a_command_is_measured():
    text, used = speed.run([speed.sys.executable, "-c", "import os; print(os.environ['WORD'])"], WORD="here")
    assert text == "here\n"
    assert used["seconds"] > 0
    assert used["peak_mb"] > 1


def test_a_command_that_fails_stops_the_benchmark():
    with pytest.raises(SystemExit, match="exit code 3"):
        speed.run([speed.sys.executable, "-c", "raise SystemExit(3)"])
