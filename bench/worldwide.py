"""Worldwide English newswire: names in news from Africa, Asia, Latin America and elsewhere outside the West."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from annotated import read
from board import Table, json_lines
from names import HEAD, Classed, by_class, is_name, is_people, rows, titles

from rashomon.records import Graph

FILE = Path("data", "worldwide", "dev.jsonl.gz")
CLASSES = ("Person", "Organization", "Location", "NORP", "Facility", "Date", "Money")
TYPES = {
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "Location",
    "LOC": "Location",
    "GROUP": "NORP",
    "FAC": "Facility",
}
CLOSING = (*",.;:!?%)]-", "n't", "n’t")  # no space before these
OPENING = (*"([$£€-", "")  # none after these
CURRENCIES = (
    "$",
    "€",
    "£",
    "¥",
    "₹",
    "dollar",
    "euro",
    "pound",
    "rupee",
    "crore",
    "yuan",
    "yen",
    "rand",
    "peso",
    "USD",
)
PROTOCOL = """\
155 articles of the development part of Worldwide English newswire (Shan, Bauer and others 2023), whole; the set is \
used for this measurement and nothing else. Text is put together from its tokens, without their labels. Outermost \
names only. Of our mentions, names count (a capital that is not just a sentence's first, no pronouns, no title \
before a person): `PER` is Person, `ORG` Organization, `GPE` and `LOC` Location or, where the words are a people's \
or its adjective, NORP, as are named `GROUP`s, `FAC` Facility, `TIME` Date, `QUANT` with a currency Money. Product \
and Misc (diseases, laws, works, ideas) have no counterpart and are left out. The scheme is one of conflict news: it \
marks times, numbers and things only where they take part in an act, and the articles are on anything, so recall of \
Date, Money and Facility has a bound below 100. Exact means the same tokens."""


def table(data: Path) -> Table | None:
    """F1 of names by class; None without the data."""
    path = data / FILE
    if not path.exists():
        return None
    articles = [laid_out(article["rows"]) for article in json_lines(path)]
    texts = [text for text, _ in articles]
    found = [classed(text, graph) for text, graph in zip(texts, read(texts), strict=True)]
    total = by_class([names for _, names in articles], found, CLASSES)
    return Table(
        name="worldwide",
        title="Names: Worldwide English newswire",
        protocol=PROTOCOL,
        head=HEAD,
        rows=rows(total),
    )


def classed(text: str, graph: Graph) -> Classed:
    """The names of a graph in the set's classes."""
    found: Classed = {name: [] for name in CLASSES}
    before = titles(text, graph)
    for node in graph.nodes:
        words = text[node.start : node.end]
        name = TYPES.get(node.type)
        if node.type in ("GPE", "LOC") and is_people(words):
            name = "NORP"
        if node.type == "TIME":
            found["Date"].append(((node.start, node.end),))
        elif node.type == "QUANT" and any(sign in words or sign in words.lower() for sign in CURRENCIES):
            found["Money"].append(((node.start, node.end),))
        elif name and node.id not in before and is_name(text, node):
            found[name].append(((node.start, node.end),))
    return found


def laid_out(tokens: Iterable[Sequence[str]]) -> tuple[str, Classed]:
    """An article's text from its tokens with labels (B-, I-, O; an empty token ends a paragraph), and its names."""
    text = ""
    names: Classed = {name: [] for name in CLASSES}
    begun: tuple[str, int] | None = None
    end = 0
    for (token, label), space in spaced([(row[0], row[1] if len(row) > 1 else "") for row in tokens]):
        if begun and not label.startswith("I-"):
            if begun[0] in names:
                names[begun[0]].append(((begun[1], end),))
            begun = None
        text += space if text else ""
        if label.startswith("B-"):
            begun = label[2:], len(text)
        text += token
        end = len(text)
    if begun and begun[0] in names:
        names[begun[0]].append(((begun[1], end),))
    return text, names


def spaced(tokens: Sequence[tuple[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each token with what stands before it: a space, nothing, or the end of a paragraph."""
    last = older = ""
    for token, label in tokens:
        if not token:
            last = older = "\n"
            continue
        initials = last == "." and len(older) == len(token) == 1 and token.isalpha()
        glued = token in CLOSING or token.startswith(("'s", "’s")) or last in OPENING or initials
        yield (token, label), "\n\n" if last == "\n" else "" if glued else " "
        last, older = token, last
