"""Bounds, findings and their fields in words."""

import pytest

from rashomon.records import Finding
from rashomon.show import figures


@pytest.mark.parametrize(
    ("lower", "upper", "approx", "kind"),
    [
        (14, None, False, "least"),
        (0, 32, False, "most"),
        (None, 32, False, "most"),
        (19, 19, False, "point"),
        (36, 44, True, "about"),
        (24, 99, True, "vague"),
        (None, None, False, "none"),
        (0, 0, False, "point"),
    ],
)
def test_bounds_have_a_shape(lower: int | None, upper: int | None, approx: bool, kind: str) -> None:
    assert figures.shape(lower, upper, approx) == kind


@pytest.mark.parametrize(
    ("low", "best", "high", "words", "gap"),
    [
        (16, 39, 44, "39 (16–44)", "high is 2.8× low"),
        (12, None, 19, "12–19", "high is 1.6× low"),
        (5, 5, 5, "5", ""),
        (31, None, None, "at least 31", ""),
        (None, None, 32, "up to 32", ""),
        (None, None, None, "no figure", ""),
        (0, None, 9, "0–9", ""),
        (None, 7, None, "7", ""),
        (10**400, None, 10**500, "over 1,000,000,000,000–over 1,000,000,000,000", ""),
    ],
)
def test_findings_are_said_with_their_range(
    low: int | None, best: int | None, high: int | None, words: str, gap: str
) -> None:
    found = Finding(incident="i-1", field="killed", policy="range", low=low, best=best, high=high)
    assert figures.whole(found) == words
    assert figures.gap(found) == gap


@pytest.mark.parametrize(
    ("field", "measure", "group", "label"),
    [
        ("killed", "killed", "", "killed"),
        ("killed: hostages", "killed", "hostages", "hostages killed"),
        (
            "killed: combatants (Army of Ilmara)",
            "killed",
            "combatants (Army of Ilmara)",
            "combatants (Army of Ilmara) killed",
        ),
        ("killed: civilians (cumulative)", "killed, running total", "civilians", "civilians killed, running total"),
        ("killed (conflict)", "killed, the whole conflict", "", "killed, the whole conflict"),
        ("attackers", "force size", "attackers", "attackers"),
        ("force size", "force size", "", "in the force"),
        ("killed: bodies found", "killed", "bodies found", "bodies found"),
        ("killed: injured who died", "killed", "injured who died", "injured who died"),
        ("weapons: bombs", "weapons", "bombs", "bombs"),
        ("", "figure", "", "figure"),
    ],
)
def test_fields_name_measure_group_and_basis(field: str, measure: str, group: str, label: str) -> None:
    assert figures.measure_of(field) == measure
    assert figures.group_of(field) == group
    assert figures.label(field) == label
