"""Which mentions of a passage are one: the `same` edges, without those that join what the words tell apart."""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import product
from typing import Final

from rapidfuzz.distance import Indel

from rashomon.interpret.wording import is_pronoun, phrases, tokens, word_set
from rashomon.records import Edge, Node
from rashomon.values.names import abbreviates, alike, is_acronym, name_key
from rashomon.values.nations import country_codes
from rashomon.values.quantity import compatible, read_quantity
from rashomon.vocab import load, table
from rashomon.vocab.scheme import HURT

NAMED: Final = frozenset({"PER", "ORG", "GPE", "LOC", "FAC"})
# Letters: names that begin alike may be one (Syria, Syrian).
ALIKE: Final = 3
# How alike two words of names must be to be one misspelt (Vreeman, Vriemann), of 1.
SPELT: Final = 0.8
_NEW: Final = re.compile(r"(?i)\b(?:an?|another|other|more|further|additional) (?:[\w-]{1,16} ){0,1}$")
Lines = Sequence[tuple[int, int]]


class _Text:
    """The words of a passage's mentions, where they stand, and what is said of them."""

    def __init__(self, text: str, nodes: Mapping[str, Node], edges: Sequence[Edge], lines: Lines) -> None:
        self.text, self.nodes, self.lines = text, nodes, lines
        self.names: dict[str, str] = {}
        self.numbers: dict[str, list[str]] = {}
        self.harms: dict[str, set[str]] = {}
        for edge in edges:
            if edge.label == "count":
                self.numbers.setdefault(edge.target, []).append(self.words(edge.source))
            elif edge.label == "target" and nodes[edge.source].type in HURT:
                self.harms.setdefault(edge.target, set()).add(nodes[edge.source].type)

    def words(self, node: str) -> str:
        return self.text[self.nodes[node].start : self.nodes[node].end]

    def says(self, word: str) -> bool:
        """Whether the text has a whole word in lower case, after a blank."""
        return re.search(rf" {re.escape(word)}\b", self.text) is not None

    def equal(self, one: str, other: str) -> bool:
        """Whether two mentions have the same words."""
        return self.words(one).lower() == self.words(other).lower()

    def name(self, node: str) -> str:
        """The name that a mention is; "" if it is none, or a common noun with the capital of a headline."""
        if node not in self.names:
            name = _name(self.words(node), self.nodes[node].type)
            self.names[node] = "" if name and " " not in name and self.says(name.lower()) else name
        return self.names[node]

    def line(self, node: str) -> int:
        return bisect_right(self.lines, (self.nodes[node].start, len(self.text)))


def clusters(text: str, nodes: Mapping[str, Node], edges: Sequence[Edge], lines: Lines) -> dict[str, tuple[str, ...]]:
    """Connected sets of the `same` edges, by member; mentions without one are left out. ``lines`` are the sentences.

    Inside a sentence a link stands ("Ada Korr, alias Tal Vree"). From sentence to sentence one is left out where it
    would join two names that can't be one, or two groups of people whom numbers, harm or words tell apart. Links of
    equal words come first, then those inside a sentence, then the most probable.
    """
    told = _Text(text, nodes, edges, lines)
    links = sorted(
        (
            not told.equal(edge.source, edge.target),
            told.line(edge.source) != told.line(edge.target),
            -edge.p,
            edge.source,
            edge.target,
        )
        for edge in edges
        if edge.label == "same"
    )
    held = {node: frozenset((node,)) for node in nodes}
    for _, far, _, source, target in links:
        one, other = held[source], held[target]
        if one is other or (far and not _stands(told, source, target, held)):
            continue
        joined = one | other
        held.update(dict.fromkeys(joined, joined))
    return {node: tuple(name for name in nodes if name in ids) for node, ids in held.items() if len(ids) > 1}


def _stands(told: _Text, one: str, other: str, held: Mapping[str, frozenset[str]]) -> bool:
    """Whether a link from sentence to sentence may stand, with all that it would bring together."""
    if _apart(told, one, other):
        return False
    pairs = [_names(told, a, b) for a, b in product(held[one], held[other])]
    return "one" in pairs or "two" not in pairs


def _names(told: _Text, one: str, other: str) -> str:
    """Whether two mentions of one type are names of "one" or of "two" (not a word in common, nor known as names of
    one); "" where either is no name."""
    kind = told.nodes[one].type
    if kind != told.nodes[other].type or kind not in NAMED:
        return ""
    left, right = told.name(one), told.name(other)
    if not left or not right:
        return ""
    return "one" if left == right or _may_be_one(left, right, kind) else "two"


def _name(words: str, kind: str) -> str:
    """A name without the nouns for its kind ("Ardel city" -> Ardel); "" for what is no name."""
    if is_pronoun(words) or not words[:1].isupper():
        return ""
    plain = [word.strip(".,'’\"“”()") for word in words.split()]
    common = word_set("relations", "office", "words") | word_set("cues", "naming", "kinds")
    parts = [word for word in plain if word.lower() not in common]
    if kind == "PER" and (len(parts) < len(plain) or words.endswith(".")):
        return ""  # a title, or a name with one: not sure enough
    if kind == "ORG" and (len(parts) < len(plain) or (len(parts) == 1 and not _known(parts[0]))):
        return ""
    return " ".join(parts) if all(part[:1].isupper() for part in parts if len(part) > ALIKE) else ""


def _may_be_one(left: str, right: str, kind: str) -> bool:
    known = _known(left), _known(right)
    if known[0] and known[1]:
        return known[0] == known[1]
    if kind == "GPE" and bool(known[0]) != bool(known[1]):
        return True  # a capital stands for its country
    short = [name for name in (left, right) if is_acronym(name)]
    if len(short) == 1:
        return True
    if short:
        return left[:1] == right[:1]
    one, other = name_key(left), name_key(right)
    shared = any(_near(a, b) for a, b in product(one.split(), other.split()))
    same = shared or one[:ALIKE] == other[:ALIKE] or abbreviates(left, right) or abbreviates(right, left)
    return same or alike(one, other) is not None


def _near(one: str, other: str) -> bool:
    """Whether two words of names may be one word, in another form or spelling: Syrian, Vriemann for Vreeman."""
    if one[: ALIKE + 1] == other[: ALIKE + 1]:
        return True
    return min(len(one), len(other)) > ALIKE and Indel.normalized_similarity(one, other) >= SPELT


def _known(name: str) -> str:
    """The country or the actor of the register that a name is; "" if neither knows it."""
    low = name.casefold()
    return country_codes().get(low) or country_codes().get(f"the {low}") or _register().get(low, "")


@cache
def _register() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("actors"):
        for column in ("name", "aliases", "acronyms"):
            for name in row[column].split(";"):
                found.setdefault(name.strip().casefold(), row["name"])
    found.pop("", None)
    return found


def _apart(told: _Text, one: str, other: str) -> bool:
    """Whether two mentions are told apart: towns from provinces, the dead from the wounded, "four more" from them."""
    first, last = sorted((one, other), key=lambda node: told.nodes[node].start)
    left, right = told.words(first), told.words(last)
    if is_pronoun(left) or is_pronoun(right):
        return False
    kinds = {told.nodes[one].type, told.nodes[other].type}
    if kinds <= {"GPE", "LOC"}:
        return {_size(left), _size(right)} == {"town", "region"}
    return kinds == {"GROUP"} and _two_groups(told, first, last)


def _two_groups(told: _Text, first: str, last: str) -> bool:
    left, right = told.words(first), told.words(last)
    before = told.text[max(0, told.nodes[last].start - 30) : told.nodes[last].start]
    classes = _class(left), _class(right)
    if all(classes) and classes[0] != classes[1]:
        return True
    counts = [read_quantity(number) for node in (first, last) for number in told.numbers.get(node, [])[:1]]
    if len(counts) == 2 and all(count.figure for count in counts):
        return not compatible(counts[0], counts[1])
    if _NEW.search(before) or tokens(right)[-1:] in (["others"], ["other"]):
        return True
    harms = _harms(told, first), _harms(told, last)
    return bool(harms[0] and harms[1]) and not harms[0] & harms[1]


def _harms(told: _Text, node: str) -> set[str]:
    """What is done to a group, by its acts or its own words ("the wounded")."""
    words = set(tokens(told.words(node)))
    own = {
        kind for kind, noun in (("KILL", "killed"), ("INJURE", "injured")) if words & word_set("measures", "noun", noun)
    }
    return own or told.harms.get(node, set())


def _class(words: str) -> str:
    counted = load("classes")["counted"]
    found = next((name for name in counted if phrases("classes", "counted", name).search(words)), "")
    return {"hostage": "civilian", "detainee": ""}.get(found, found)


def _size(words: str) -> str:
    """Whether a place is called a town or a region, by the last word that tells; "" if none does."""
    for word in reversed(tokens(words)):
        for size in ("town", "region"):
            if word in word_set("cues", "place_sizes", size):
                return size
    return ""
