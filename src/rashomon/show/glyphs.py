"""Small drawings as SVG text: range glyph, claim strip, axis ruler, tie lines, event shapes.

All x are per cent, so that a strip fills its cell at any width without distortion; colours are classes of the page's
style sheet, so that light, dark and print each have their own. Words stand beside every drawing; it is hidden from
screen readers.
"""

from collections.abc import Sequence

from markupsafe import Markup

from rashomon.show.axis import Axis
from rashomon.show.figures import number, shape

MIDDLE = 10
HEIGHT = 20
DIAMOND = "M0 -5L5 0L0 5L-5 0Z"
DOT = "M-3.5 -3.5H3.5V3.5H-3.5Z"
SHAPES = {
    "air": "M8 2L15 14H1Z",
    "shelling": "M2 2H14V14H2Z",
    "ground": "M8 0.5L15.5 8L8 15.5L0.5 8Z",
    "taking": "M8 1.5a6.5 6.5 0 1 0 0.01 0Z",
    "bomb": "M6 1H10V6H15V10H10V15H6V10H1V6H6Z",
    "other": "M8 2.5a5.5 5.5 0 1 0 0.01 0Z",
}
Bounds = tuple[int | None, int | None]


def _line(kind: str, start: float, end: float, y: float = MIDDLE) -> str:
    return f'<line class="{kind}" x1="{start:g}%" x2="{end:g}%" y1="{y:g}" y2="{y:g}"/>'


def _cap(at: float, kind: str = "cap") -> str:
    return f'<line class="{kind}" x1="{at:g}%" x2="{at:g}%" y1="5" y2="15"/>'


def _mark(path: str, at: float, kind: str) -> str:
    return f'<svg class="at" x="{at:g}%" y="{MIDDLE}"><path class="{kind}" d="{path}"/></svg>'


def _open(at: float, right: bool) -> str:
    end = 100 if right else 0
    head = "M-6 -4L0 0L-6 4" if right else "M6 -4L0 0L6 4"
    return _line("far", min(at, end), max(at, end)) + _mark(head, end, "arrow")


def _frame(kind: str, inside: str) -> Markup:
    svg = f'<svg class="{kind}" height="{HEIGHT}" aria-hidden="true" focusable="false">{inside}</svg>'
    return Markup(svg)


def _reach(scale: Axis, bounds: Bounds, kind: str) -> str:
    """The thick part of a glyph with its caps; an open end runs to the rail's end as an arrow."""
    lower, upper = bounds
    low = None if lower is None else scale.at(lower)
    high = None if upper is None else scale.at(upper)
    if low is not None and high is not None:
        return _line(kind, low, high) + _cap(low) + (_cap(high) if high != low else "")
    if low is not None:
        return _open(low, right=True) + _cap(low)
    if high is not None:
        return _open(high, right=False) + _cap(high)
    return ""


def range_glyph(scale: Axis, bounds: Bounds, best: int | None = None, vague: bool = False) -> Markup:
    """Thin rail, thick span from low to high with caps, a diamond at best; hatched if all words behind it are vague."""
    inside = _line("rail", 0, 100) + _reach(scale, bounds, "hatch" if vague else "span")
    if best is not None:
        inside += _mark(DIAMOND, scale.at(best), "best")
    return _frame("glyph", inside)


def strip(scale: Axis, bounds: Bounds, approx: bool, band: Bounds = (None, None), aside: bool = False) -> Markup:
    """One account's figure on the shared axis, over the pale band of the finding's range; hollow if set aside."""
    inside = _line("rail", 0, 100)
    low, high = band
    if low is not None and high is not None:
        start, end = scale.at(low), scale.at(high)
        inside = f'<rect class="band" x="{start:g}%" width="{max(end - start, 0.5):g}%" y="3" height="14"/>' + inside
    kind = shape(bounds[0], bounds[1], approx)
    if kind == "point" and bounds[0] is not None:
        inside += _mark(DOT, scale.at(bounds[0]), "dot")
    else:
        given = (None, bounds[1]) if kind == "most" else bounds
        inside += _reach(scale, given, "hatch" if kind == "vague" else "span")
    return _frame("strip aside" if aside else "strip", inside)


def ruler(scale: Axis) -> Markup:
    """The axis with its labels; drawn once above the strips that share it."""
    labels = []
    last = -20.0
    for value in scale.ticks:
        at = scale.at(value)
        anchor = "start" if at == 0 else "end" if at == 100 else "middle"
        if at - last >= 14 or at == 100:
            labels.append(f'<text x="{at:g}%" y="11" text-anchor="{anchor}">{number(value)}</text>')
            last = at
        labels.append(f'<line class="tick" x1="{at:g}%" x2="{at:g}%" y1="15" y2="20"/>')
    return _frame("ruler", "".join(labels))


def tie_lines(signs: Sequence[str]) -> Markup:
    """Allied solid, hostile dashed, neither dotted; two signs are two parallel lines."""
    kinds = {"+": "plus", "-": "minus"}
    seen = [sign for sign in ("+", "-", "0") if sign in signs]
    first = MIDDLE - 3 * (len(seen) - 1)
    lines = "".join(
        f'<line class="{kinds.get(sign, "zero")}" x1="0" x2="48" y1="{first + 6 * n}" y2="{first + 6 * n}"/>'
        for n, sign in enumerate(seen)
    )
    svg = f'<svg class="tie" width="48" height="{HEIGHT}" aria-hidden="true" focusable="false">{lines}</svg>'
    return Markup(svg)


def event_shape(kind: str) -> Markup:
    """The shape that stands for an event's family; the hue only repeats it."""
    path = SHAPES.get(kind, SHAPES["other"])
    family = kind if kind in SHAPES else "other"
    size = 'width="16" height="16" aria-hidden="true" focusable="false"'
    return Markup(f'<svg class="shape {family}" {size}><path d="{path}"/></svg>')
