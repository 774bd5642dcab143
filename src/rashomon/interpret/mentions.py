"""Mentions as claims show them: the words with the names tied to them, and names in place of pronouns."""

from rashomon.interpret.weave import Weave, once
from rashomon.interpret.wording import is_adjective, is_name, is_pronoun
from rashomon.records import Mention, Span

# What may stand between a name and the noun that it is part of: "French troops", "Mali's army", "AQIM-linked men".
BEFORE = frozenset(
    {" ", "'s ", "’s ", "' ", "’ ", "s ", "-", "-linked ", "-affiliated ", "-backed ", "-led ", "-based ", "-aligned ",
     "-allied ", "-held ", "-run ", "-inspired ", "-supported ", "-controlled ", " linked "}
)  # fmt: skip
# ... and between a noun and the name after it: "fighters of the Front", "troops from Chad".
AFTER = frozenset({" of ", " of the ", " from ", " from the ", " in ", " in the ", " with ", " with the "})
DEEPEST = 3


@once
def mention_of(weave: Weave, node_id: str) -> Mention:
    """The mention that a claim carries for a node: the node's own words, under whose offsets it is resolved.

    A pronoun is replaced by the name it stands for in the passage. ``why`` tells what the passage says of the mention,
    as clauses joined by "; ": ``said as "they"``, ``same as "AQIM"``, ``of "Mali"``, ``in "Mali"``, ``leads "AQIM"``.
    """
    shown = standing_for(weave, node_id)
    span = weave.span_of(shown)
    why = "; ".join(_clauses(weave, node_id, shown))
    return Mention(words=span.quote, start=span.start, end=span.end, type=weave.nodes[shown].type, why=why)


@once
def phrase_of(weave: Weave, node_id: str) -> Span:
    """A mention with the names tied to it that stand directly beside it: "AQIM-linked fighters", "troops from Chad"."""
    return weave.span(*extent(weave, node_id))


@once
def standing_for(weave: Weave, node_id: str) -> str:
    """The mention that a pronoun stands for in its passage (itself if it is no pronoun, or nothing is known)."""
    if not is_pronoun(weave.words(node_id)):
        return node_id
    return representative(weave, node_id) or node_id


@once
def representative(weave: Weave, node_id: str) -> str | None:
    """The best wording of a cluster: a name before a description, the longer before the shorter, then the first.

    Of places the first is best, an adjective ("Malian") only where there is nothing else.
    """
    best = [other for other in weave.cluster(node_id) if not is_pronoun(weave.words(other))]

    def rank(other: str) -> tuple[bool, bool, bool, int, int]:
        words, node = weave.words(other), weave.nodes[other]
        if node.type == "GPE":
            return (not is_name(words), is_adjective(words), False, 0, node.start)
        return (not is_name(words), is_title(weave, other), node.type == "GROUP", -len(words), node.start)

    return min(best, key=rank) if best else None


@once
def is_title(weave: Weave, node_id: str) -> bool:
    """Whether a person's mention is the title before a name: {Mayor} {Sory Diakité}."""
    node = weave.nodes[node_id]
    if node.type != "PER":
        return False
    return any(
        node.end < weave.nodes[other].start <= node.end + 2 and weave.nodes[other].type == "PER"
        for other in weave.cluster(node_id)
    )


def extent(weave: Weave, node_id: str, depth: int = 0) -> tuple[int, int]:
    """Start and end of a mention with the names that stand directly beside it and are tied to it."""
    node = weave.nodes[node_id]
    start, end = node.start, node.end
    text = weave.document.text
    if depth >= DEEPEST or node.type in ("GPE", "TIME", "QUANT"):
        return start, end
    beside = [edge.target for edge in weave.out(node_id, "of", "ally", "enemy")]
    beside += [edge.source for edge in weave.into(node_id, "leads")]
    for other in sorted(beside, key=lambda one: -weave.nodes[one].start):
        if weave.nodes[other].end <= start and text[weave.nodes[other].end : start] in BEFORE:
            start = extent(weave, other, depth + 1)[0]
    if node.type == "PER" or text[node.start].isupper():
        return start, end
    for other in beside:
        first, last = extent(weave, other, depth + 1)
        if first >= end and text[end:first] in AFTER:
            end = last
    return start, end


def mention_spans(weave: Weave, node_id: str) -> list[Span]:
    """The spans that a mention rests on: its phrase, and where a name stands for it, the pronoun and that name."""
    shown = standing_for(weave, node_id)
    return [phrase_of(weave, shown)] if shown == node_id else [weave.span_of(node_id), phrase_of(weave, shown)]


def _clauses(weave: Weave, node_id: str, shown: str) -> list[str]:
    found = []
    if shown != node_id:
        found.append(f'said as "{weave.words(node_id)}"')
    other = representative(weave, shown)
    if other and other != shown and weave.words(other).lower() != weave.words(shown).lower():
        found.append(f'same as "{phrase_of(weave, other).quote}"')
    for edge in weave.out(shown, "of", "in", "leads"):
        found.append(f'{edge.label} "{phrase_of(weave, standing_for(weave, edge.target)).quote}"')
    return found
