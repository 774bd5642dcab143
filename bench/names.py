"""Names in a claim graph: which mentions are names, and the classes of corpora of names that they fall in."""

from collections.abc import Iterable, Mapping, Sequence

from extents import Extent, exact, overlap
from graph_score import Tally

from rashomon.interpret.wording import is_pronoun
from rashomon.records import Graph, Node
from rashomon.resolve.countries import country_of

# Endings of adjectives and peoples that no country table holds ("African"); towns seldom end so.
PEOPLES = ("ian", "can", "ese", "ish")

Classed = dict[str, list[Extent]]  # where the names of each class stand


def is_people(words: str) -> bool:
    """Whether words name a people or nationality, not its place: by the country tables, or by their ending."""
    known = country_of(words)
    if known:
        return known[1] in ("adjective", "people")
    return " " not in words and words.rstrip("s").endswith(PEOPLES)


def is_name(text: str, node: Node) -> bool:
    """Whether a mention is a name: a word of it is capitalised, and not only because it begins a sentence.

    A mention whose only capital begins a sentence is a name unless the text has the word in lower case, too.
    """
    words = text[node.start : node.end]
    capitals = [word for word in words.split() if word[:1].isupper() or word[1:2].isupper()]
    if not capitals or is_pronoun(words):
        return False
    begins = text[: node.start].rstrip(" \"'“‘(")[-1:] in ("", ".", "?", "!", "\n", ":")
    only_first = begins and len(capitals) == 1 and words.startswith(capitals[0])
    return not (only_first and f" {words.split()[0].lower()} " in text)


def titles(text: str, graph: Graph) -> set[str]:
    """Mentions that are the title of the person named right after them."""
    nodes = {node.id: node for node in graph.nodes}
    found = set()
    for edge in graph.edges:
        if edge.label == "same" and edge.source in nodes and edge.target in nodes:
            one, other = sorted((nodes[edge.source], nodes[edge.target]), key=lambda node: node.start)
            if one.type == other.type == "PER" and text[one.end : other.start] == " ":
                found.add(one.id)
    return found


def by_class(
    annotated: Iterable[Classed], found: Iterable[Classed], classes: Sequence[str]
) -> Mapping[str, tuple[Tally, Tally]]:
    """Equal and overlapping names by class, and in all."""
    total = {name: (Tally(), Tally()) for name in (*classes, "all")}
    for left, right in zip(annotated, found, strict=True):
        for name in classes:
            a, b = left.get(name, []), right.get(name, [])
            both = exact(a, b), overlap(a, b)
            for row in (name, "all"):
                total[row] = total[row][0] + both[0], total[row][1] + both[1]
    return total


def rows(total: Mapping[str, tuple[Tally, Tally]]) -> tuple[tuple[object, ...], ...]:
    """A table's rows: F1 exact, then precision, recall and F1 of overlap, then how many were annotated."""
    return tuple((name, e.f1, o.precision, o.recall, o.f1, o.annotated) for name, (e, o) in total.items())


HEAD = ("class", "F1, exact", "P, overlap", "R, overlap", "F1, overlap", "annotated")
