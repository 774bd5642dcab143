"""What the samples' table expects of the record, and when a figure meets it."""

import pytest
import sample_record
from sample_record import SAMPLES, Expected, expectations, reached

from rashomon.records import FigureClaim, Span, Voice

DOCUMENT = sample_record.Document(
    id="d-1", source="a.txt", digest="", text_digest="", text="The army said 26 gunmen were killed. Four died."
)


def row(figure: str, voice: str = "the army", counted: str = "gunmen killed") -> str:
    """A row of the table."""
    return f"| `a.txt` | {voice} | {counted} | {figure} | 26 gunmen were killed |"


@pytest.mark.parametrize(
    ("figure", "lower", "upper", "approx"),
    [
        ("17..", 17, None, False),
        ("..12", None, 12, False),
        ("26", 26, 26, False),
        ("1,101..", 1101, None, False),
        ("20,000, approximately", 20000, 20000, True),
        ("14, before 9", 14, 14, False),
        ("31, nine of them children", 31, 31, False),
    ],
)
def test_figures_of_the_table(figure, lower, upper, approx):
    (found,) = expectations(row(figure))
    assert (found.report, found.lower, found.upper, found.approx) == ("a.txt", lower, upper, approx)


@pytest.mark.parametrize("line", [row("denied"), row("dozens"), "| report | voice |", "|---|---|---|---|---|", "text"])
def test_rows_without_a_number_are_left_out(line):
    assert expectations(line) == []


@pytest.mark.parametrize(
    ("voice", "author"),
    [("the army", False), ("the author", True), ("the author, by way of the union", None), ("IOMOR", None)],
)
def test_who_says_it(voice, author):
    (found,) = expectations(row("26", voice))
    assert found.author is author


def test_the_samples_expect_many_figures():
    found = expectations((SAMPLES / "README.md").read_text("utf-8"))
    assert len(found) >= 35
    assert {e.report for e in found} <= {path.name for path in (SAMPLES / "reports").iterdir()}


def claim(lower, upper, quote="26 gunmen were killed", voices=2, **more):
    """A figure claim of the document."""
    start = DOCUMENT.text.index(quote)
    speakers = [Voice(words="", start=0, end=0), Voice(words="army", start=4, end=8, form="indirect")]
    return FigureClaim(
        id="c-1",
        document="d-1",
        spans=(Span(start=start, end=start + len(quote), quote=quote),),
        voices=tuple(speakers[:voices]),
        lower=lower,
        upper=upper,
        **{"measure": "killed", **more},
    )


EXACT = Expected("a.txt", False, "gunmen killed", 26, 26, False, "26 gunmen were killed")
MOST = Expected("a.txt", False, "gunmen killed", None, 26, False, "26 gunmen were killed")
ABOUT = Expected("a.txt", False, "gunmen killed", 26, 26, True, "26 gunmen were killed")
FREED = Expected("a.txt", False, "workers freed", 26, 26, False, "26 gunmen were killed")


@pytest.mark.parametrize(
    ("expected", "found", "result"),
    [
        (EXACT, claim(26, 26), (True, True, True)),
        (EXACT, claim(26, 26, voices=1), (True, True, False)),
        (EXACT, claim(26, 26, measure="injured"), (True, False, False)),
        (EXACT, claim(26, None), (False, False, False)),
        (EXACT, claim(26, 26, quote="Four died."), (False, False, False)),
        (MOST, claim(0, 26), (True, True, True)),
        (MOST, claim(26, 26), (True, True, True)),
        (MOST, claim(26, None), (False, False, False)),
        (ABOUT, claim(24, 28, approx=True), (True, True, True)),
        (ABOUT, claim(24, 28), (False, False, False)),
        (FREED, claim(26, 26), (True, False, False)),
        (FREED, claim(26, 26, measure="released"), (True, True, True)),
    ],
)
def test_reached(expected, found, result):
    assert reached(expected, DOCUMENT, [found]) == result


def test_one_claim_has_to_have_it_all():
    assert reached(EXACT, DOCUMENT, [claim(26, 26, voices=1), claim(26, 26, measure="injured")]) == (True, True, False)
