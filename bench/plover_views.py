"""What the PLOVER chooser goes by: a sentence seen as acts, as an order of triggers, as words and as vectors."""

from collections.abc import Callable, Sequence

import numpy as np
from annotated import Encoded
from chooser import Floats, Item
from plover_rules import ROOTS, Scene, Span, acts, best, root, touches

from rashomon.annotate.words import split

STEM = 5  # letters of a word that count
AFTER, BEFORE = 6, 3  # words after the source, and before the target
NEAR = 25  # characters after the source and before the target whose words' vectors count
LONGEST = 4  # triggers, source and target in a row


def views(scene: Scene, encoded: Encoded) -> Item:
    """Every view of a sentence."""
    source, target = scene.source[1], scene.target[0]
    return Item(
        names={
            "acts": act_names(scene),
            "order": order(scene),
            "words": {word for _, word in words(scene.text)},
            "after the source": after_source(scene),
            "before the target": before_target(scene),
        },
        vectors={
            "after the source": mean(encoded, lambda start: source <= start < source + NEAR),
            "before the target": mean(encoded, lambda start: target - NEAR <= start < target),
            "sentence": mean(encoded, lambda _: True),
        },
    )


def act_names(scene: Scene) -> set[str]:
    """The rules' root, the acts' types, flags and words, and which of them are between source and target."""
    found = acts(scene)
    act = best(found)
    named = {f"rules {root(scene)}"}
    if act:
        named |= {f"best {act.node.type}.{act.node.mode}", f"best {act.node.type} {act.node.flag}"}
        named |= {f"best said {said.node.type}" for said in act.content}
        named |= stems("best", act.words) | stems("object", act.objects)
        named |= {stem for said in act.content for stem in stems("said", said.words)}
    for one in found:
        named.add(f"{one.node.type} {one.by} {one.to} {one.said}")
        if one.by or one.to:
            named |= {f"{one.node.type}.{one.node.mode}", f"{one.node.type} {one.node.flag}", *stems("act", one.words)}
    return named


def stems(of: str, text: str) -> set[str]:
    """The first letters of words, as names."""
    return {f"{of} {word}" for _, word in words(text)}


def words(text: str) -> list[tuple[int, str]]:
    """Where each word starts, and its first letters."""
    found = split(text)
    return [(start, text[start:end].lower()[:STEM]) for start, end in zip(found.starts, found.ends, strict=True)]


def order(scene: Scene) -> set[str]:
    """Up to four triggers in a row, with source and target among them; a flag stands with its trigger."""
    row = [(scene.source[0], "<S>"), (scene.target[0], "<T>")]
    for node in scene.graph.nodes:
        inside = touches(node, scene.source) or touches(node, scene.target)
        if node.type in ROOTS and not inside:
            row.append((node.start, f"{node.type}.{node.flag}" if node.flag else node.type))
    return runs(["^", *(name for _, name in sorted(row)), "$"], LONGEST)


def runs(row: Sequence[str], longest: int) -> set[str]:
    """Every run of up to so many things in a row."""
    return {" ".join(row[i : i + n]) for n in range(1, longest + 1) for i in range(len(row) - n + 1)}


def after_source(scene: Scene) -> set[str]:
    """The words after the source, alone and in twos; the target is one word."""
    row: list[str] = []
    for start, word in words(scene.text):
        if start >= scene.source[1]:
            name = "<T>" if within(start, scene.target) else word
            row += [name] if name != "<T>" or row[-1:] != ["<T>"] else []
    return runs(row[:AFTER], 2)


def before_target(scene: Scene) -> set[str]:
    """The words before the target, the last two as one, and the target's own."""
    found = words(scene.text)
    before = [word for start, word in found if start < scene.target[0]][-BEFORE:]
    own = {f"target {word}" for start, word in found if within(start, scene.target)}
    return own | {f"before {word}" for word in before} | {" ".join(before[-2:])}


def within(start: int, span: Span) -> bool:
    """Whether a place is inside a span."""
    return span[0] <= start < span[1]


def mean(encoded: Encoded, where: Callable[[int], bool]) -> Floats:
    """The mean vector of the words that start at such places; zeros if there are none."""
    rows = [i for i, start in enumerate(encoded.starts) if where(start)]
    if not rows:
        return np.zeros(encoded.vectors.shape[1], np.float32)
    return np.asarray(encoded.vectors[rows].mean(0), np.float32)
