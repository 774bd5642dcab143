"""The drawings: three goldens as text, and positions that rise with the value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.show.axis import Axis, axis
from rashomon.show.glyphs import event_shape, range_glyph, ruler, strip, tie_lines

HEAD = ' height="20" aria-hidden="true" focusable="false">'
RAIL = '<line class="rail" x1="0%" x2="100%" y1="10" y2="10"/>'


def test_range_glyph_is_rail_span_caps_and_diamond() -> None:
    assert range_glyph(Axis(50), (15, 45), best=30) == (
        f'<svg class="glyph"{HEAD}{RAIL}'
        '<line class="span" x1="30%" x2="90%" y1="10" y2="10"/>'
        '<line class="cap" x1="30%" x2="30%" y1="5" y2="15"/><line class="cap" x1="90%" x2="90%" y1="5" y2="15"/>'
        '<svg class="at" x="60%" y="10"><path class="best" d="M0 -5L5 0L0 5L-5 0Z"/></svg></svg>'
    )


def test_strip_of_an_open_figure_runs_to_the_end_over_the_band() -> None:
    assert strip(Axis(50), (15, None), False, band=(10, 20)) == (
        f'<svg class="strip"{HEAD}<rect class="band" x="20%" width="20%" y="3" height="14"/>{RAIL}'
        '<line class="far" x1="30%" x2="100%" y1="10" y2="10"/>'
        '<svg class="at" x="100%" y="10"><path class="arrow" d="M-6 -4L0 0L-6 4"/></svg>'
        '<line class="cap" x1="30%" x2="30%" y1="5" y2="15"/></svg>'
    )


def test_a_pair_with_both_signs_is_two_parallel_lines() -> None:
    assert tie_lines(["-", "+", "-"]) == (
        '<svg class="tie" width="48" height="20" aria-hidden="true" focusable="false">'
        '<line class="plus" x1="0" x2="48" y1="7" y2="7"/><line class="minus" x1="0" x2="48" y1="13" y2="13"/></svg>'
    )


@pytest.mark.parametrize(
    ("bounds", "approx", "has", "lacks"),
    [
        ((19, 19), False, 'class="dot"', "span"),
        ((36, 44), True, 'class="span"', "hatch"),
        ((24, 99), True, 'class="hatch"', 'class="span"'),
        ((0, 32), False, 'class="arrow" d="M6 -4L0 0L6 4"', 'class="span"'),
        ((None, None), False, 'class="rail"', "cap"),
    ],
)
def test_each_shape_of_bounds_has_its_drawing(
    bounds: tuple[int | None, int | None], approx: bool, has: str, lacks: str
) -> None:
    drawn = strip(axis([99]), bounds, approx)
    assert has in drawn
    assert lacks not in drawn


def test_what_is_set_aside_is_drawn_hollow() -> None:
    assert 'class="strip aside"' in strip(axis([9]), (3, 3), False, aside=True)


def test_unknown_event_families_are_an_outline() -> None:
    assert 'class="shape other"' in event_shape("opera")


def test_ruler_labels_never_crowd() -> None:
    assert ruler(Axis(100, root=True)).count("<text") <= 6


@given(st.lists(st.integers(0, 10**9), min_size=1), st.booleans())
def test_positions_rise_with_the_value_and_stay_inside(values: list[int], root: bool) -> None:
    scale = axis(values, root)
    places = [scale.at(value) for value in sorted(values)]
    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= 100
    assert list(scale.ticks) == sorted(set(scale.ticks))
