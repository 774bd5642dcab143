"""A passage as a language model is shown it, and its answer held against it: text verbatim, graph legal."""

import re
import unicodedata

import msgspec

from rashomon.annotate.notation import Marked, Problem, read_marked
from rashomon.records import Edge, Graph, Node, Row

# Braces and bars in a report would read as markup. Their look-alikes are shown instead, one for one.
LOOKALIKES = str.maketrans("{}|", "❴❵❘")
INVISIBLE = frozenset({"Cc", "Cf", "Cs"})
CONTEXT = 30  # characters of text shown before a change
SHOWN = 120  # characters shown of a change
# The fullest passages of our own corpus are four times their text when marked, and their edges as long again.
MOST_TIMES, MOST_BESIDE = 30, 20_000
LINE = re.compile(r"^[ \t>`]{0,8}([TEM]):(.*)$", re.MULTILINE)


class Line(Row, frozen=True, kw_only=True):
    """A passage on one line: blanks run together, invisible characters left out, nothing in it that reads as markup.

    ``places`` holds the offset in the document of each character, so that what is marked on the line is found in the
    report, character for character.
    """

    text: str
    places: tuple[int, ...]


def line_of(text: str, start: int) -> Line:
    """The line of a passage that begins at ``start`` of its document; an empty one if nothing in it can be seen."""
    kept: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text, start):
        if character.isspace():
            if kept and kept[-1] != " ":
                kept.append(" ")
                places.append(place)
        elif unicodedata.category(character) not in INVISIBLE:
            kept.append(character)
            places.append(place)
    if kept and kept[-1] == " ":
        kept.pop()
        places.pop()
    return Line(text="".join(kept).translate(LOOKALIKES), places=tuple(places))


def check(line: Line, answer: str) -> tuple[Marked, list[Problem]]:
    """What the answer says of the line, and everything that is wrong with it, in words; nothing wrong: use it."""
    empty = Marked(text="", nodes=(), edges=(), problems=())
    most = MOST_TIMES * len(line.text) + MOST_BESIDE
    if len(answer) > most:
        return empty, [Problem("too long", f"the answer has {len(answer):,} characters; {most:,} are more than enough")]
    parts = _parts(answer)
    missing = [name for name in "TE" if name not in parts]
    if missing:
        words = " and ".join(f"'{name}:'" for name in missing)
        return empty, [Problem("not the notation", f"the answer has no line that begins with {words}")]
    marked = read_marked(parts["T"], parts["E"], parts.get("M", ""))
    problems = list(marked.problems)
    # Where marks are malformed the text can't be compared: their letters would count as text.
    if not any(problem.kind == "malformed span" for problem in problems) and marked.text != line.text:
        problems.insert(0, _change(line.text, marked.text))
    return marked, problems


def graph_of(marked: Marked, line: Line, bare: Graph, p: float) -> Graph:
    """``bare`` (document, passage, maker) with the checked nodes and edges at their places, each with ``p``."""
    nodes = tuple(_placed(node, line, p) for node in marked.nodes)
    edges = tuple(Edge(e.source, e.label, e.target, p) for e in marked.edges)
    return msgspec.structs.replace(bare, nodes=nodes, edges=edges)


def _placed(node: Node, line: Line, p: float) -> Node:
    start, end = line.places[node.start], line.places[node.end - 1] + 1
    return msgspec.structs.replace(node, start=start, end=end, p=p)


def _parts(answer: str) -> dict[str, str]:
    """The last line T of the answer and the lines E and M after it; what stands around them is talk."""
    parts: dict[str, str] = {}
    for match in LINE.finditer(answer.replace("\r", "")):
        name, rest = match.group(1), match.group(2).strip()
        if name == "T":
            parts = {"T": rest}
        elif parts:
            parts.setdefault(name, rest)
    return parts


def _change(source: str, answer: str) -> Problem:
    """Where and how the answer's text is not the source's: the stretch from the first to the last difference."""
    first = _alike(source, answer)
    last = _alike(source[first:][::-1], answer[first:][::-1])
    if 0 < first < len(source):
        first = source.rfind(" ", 0, first) + 1  # whole words read better than letters
    was, now = source[first : len(source) - last], answer[first : len(answer) - last]
    where = f"at character {first}" + (f", after '{source[max(0, first - CONTEXT) : first]}'" if first else "")
    said = f"the passage has '{_clipped(was)}', the answer '{_clipped(now)}'"
    return Problem("text changed", f"the text was changed {where}: {said}")


def _alike(a: str, b: str) -> int:
    """How many characters two texts have in common before they part."""
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))


def _clipped(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}..."
