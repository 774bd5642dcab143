"""Templates are aligned and their fillers compared as the protocol says."""

import pytest
from muc4_score import ROLES, TYPE, Counts, Template, aligned, annotated, normal, overall, score, template


def made(type_, **fillers):
    """A template; each filler is its mentions, divided by a slash."""
    return template({TYPE: type_, **{role: [one.split("/") for one in found] for role, found in fillers.items()}})


GOLD = made("bombing", PerpInd=["two rebels/rebels"], Target=["bridge", "the bank/bank office"], Weapon=["bomb"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Bridge", "bridge"),
        ('"santa rosa" farm', "santa rosa farm"),
        ("an a-10  plane", "a10 plane"),
        ("anarchist", "anarchist"),
    ],
)
def test_normal(words, expected):
    assert normal(words) == expected


def test_annotated_mentions_lose_their_offsets():
    row = {TYPE: "arson", "PerpInd": [[["rebels", 4], ["The rebels", 9]]], "Target": [], "Victim": [[["ana", 3]]]}
    found = annotated(row)
    assert found.of("PerpInd") == (frozenset({"rebels"}),)
    assert found.of("Victim") == (frozenset({"ana"}),)
    assert found.of("Weapon") == ()


CASES = [
    ("itself", [GOLD], (5, 5, 5, 5)),
    ("one mention is enough", [made("bombing", PerpInd=["rebels"], Target=["bank office"])], (3, 3, 3, 5)),
    ("a mention too many", [made("bombing", PerpInd=["rebels/gunmen"])], (1, 2, 1, 5)),
    ("two for one filler", [made("bombing", Target=["bank", "bank office"])], (3, 3, 2, 5)),
    ("another role", [made("bombing", Victim=["bridge"])], (1, 2, 1, 5)),
    ("another type", [made("attack", Target=["bridge"])], (0, 2, 0, 5)),
    ("the better of two", [made("bombing"), made("bombing", Weapon=["bomb"])], (2, 3, 2, 5)),
    ("nothing", [], (0, 0, 0, 5)),
]


@pytest.mark.parametrize(("predicted", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_one_document(predicted, expected):
    assert overall(aligned(predicted, [GOLD])) == Counts(*expected)


def test_either_type_will_do():
    assert overall(aligned([made("attack")], [made("bombing / attack")])).f1 == 100


def test_each_annotated_template_is_used_once():
    gold = [made("attack", Victim=["ana"]), made("attack", Victim=["ben"])]
    found = aligned([made("attack", Victim=["ben"]), made("attack", Victim=["ana"])], gold)
    assert overall(found).f1 == 100
    assert overall(aligned([made("attack", Victim=["ana", "ben"])], gold)) == Counts(2, 3, 2, 4)


def test_rows_add_up_over_documents():
    found = score([([GOLD], [GOLD, GOLD]), ([made("arson")], []), ([], [made("attack", Victim=["ana"])])])
    assert found[TYPE] == Counts(1, 2, 1, 2)
    assert found["Target"] == Counts(2, 2, 2, 2)
    assert found["Victim"] == Counts(0, 0, 0, 1)
    assert overall(found) == Counts(5, 6, 5, 7)
    assert set(found) == {TYPE, *ROLES}


def test_figures_are_per_cent():
    counts = Counts(1, 2, 1, 4)
    assert (counts.precision, counts.recall, round(counts.f1, 1)) == (50, 25, 33.3)
    assert (Counts().precision, Counts().recall, Counts().f1) == (0, 0, 0)


def test_a_template_without_fillers_has_none():
    assert Template("attack").of("Weapon") == ()
