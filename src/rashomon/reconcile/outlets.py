"""Outlets two by two: what both tell, what only one tells, how figures differ, what each calls whom, who is quoted."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final, Literal

from rashomon.reconcile.coverage import Coverage
from rashomon.records import FigurePair, OutletPair, Quoted, Told, WordsPair
from rashomon.values.names import name_key
from rashomon.values.voices import folded

# Fewer shared incidents than this say little of how two outlets differ.
ENOUGH: Final = 5
# In a case of more outlets, pairs without a shared incident are left out: their number grows with the square.
ALL_PAIRS: Final = 30
NONE: Final = Told()

Words = tuple[tuple[str, int], ...]
How = Literal["same", "overlap", "apart", "one only"]


def outlet_pairs(outlets: Mapping[str, Coverage], origin: Mapping[str, str]) -> tuple[OutletPair, ...]:
    """Every pair of outlets, in the order of their names; ``origin`` maps a report to its group of reprints.

    In a case of more than `ALL_PAIRS` outlets only those that share an incident. Time grows with what pairs share.
    """
    keys = sorted(outlets)
    wanted = set(combinations(keys, 2)) if len(keys) <= ALL_PAIRS else _sharing(outlets)
    return tuple(pair(outlets[a], outlets[b], origin) for a, b in sorted(wanted))


def _sharing(outlets: Mapping[str, Coverage]) -> set[tuple[str, str]]:
    tellers: dict[str, list[str]] = {}
    for key in sorted(outlets):
        for incident in outlets[key].incidents:
            tellers.setdefault(incident, []).append(key)
    return {two for keys in tellers.values() for two in combinations(keys, 2)}


def pair(a: Coverage, b: Coverage, origin: Mapping[str, str]) -> OutletPair:
    """Two outlets side by side; ``pair(b, a)`` is the same, mirrored."""
    both = tuple(sorted(a.incidents & b.incidents))
    copied = [{origin.get(document, document) for document in side.documents} for side in (a, b)]
    return OutletPair(
        a=a.name,
        b=b.name,
        both=both,
        only_a=tuple(sorted(a.incidents - b.incidents)),
        only_b=tuple(sorted(b.incidents - a.incidents)),
        figures=tuple(_figures(a, b, both)),
        actors=tuple(
            WordsPair(about=actor, a=_counted(a.names[actor]), b=_counted(b.names[actor]))
            for actor in sorted(a.names.keys() & b.names.keys())
            if _differ(a.names[actor], b.names[actor])
        ),
        acts=tuple(
            WordsPair(about=act[0], type=act[1], a=_counted(a.acts[act]), b=_counted(b.acts[act]))
            for act in sorted(a.acts.keys() & b.acts.keys())
            if _differ(a.acts[act], b.acts[act])
        ),
        quoted=tuple(_quoted(a, b)),
        copies=len(copied[0] & copied[1]),
        few=len(both) < ENOUGH,
    )


def _figures(a: Coverage, b: Coverage, both: Sequence[str]) -> Iterable[FigurePair]:
    """The figures of shared incidents, field by field; one that only one of the two gives stands beside a blank."""
    for incident in both:
        ours, theirs = a.figures.get(incident, {}), b.figures.get(incident, {})
        for field in sorted(ours.keys() | theirs.keys()):
            left, right = ours.get(field, NONE), theirs.get(field, NONE)
            how, gap = compared(left, right)
            yield FigurePair(incident=incident, field=field, a=left, b=right, how=how, gap=gap)


def compared(a: Told, b: Told) -> tuple[How, float | None]:
    """How two figures stand to each other, and how many times the one is the other where they are apart."""
    if not a.claims or not b.claims:
        return "one only", None
    if (a.low, a.high) == (b.low, b.high):
        return "same", None
    for one, other in ((a, b), (b, a)):
        if one.high is not None and other.low is not None and one.high < other.low:
            return "apart", round(other.low / one.high, 2) if one.high else None
    return "overlap", None


def _differ(a: Counter[str], b: Counter[str]) -> bool:
    return a.keys() != b.keys() and {_spelling(word) for word in a} != {_spelling(word) for word in b}


def _spelling(word: str) -> str:
    """Words that are written differently only by case, hyphens and accents are one: Al-Qaeda, Al Qaeda."""
    return name_key(word) or word.casefold()


def _counted(words: Counter[str]) -> Words:
    """Words with how often they stand, the commonest first; spellings of one word are one."""
    total: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for word in sorted(words, key=lambda w: (-words[w], w)):
        total[spelt.setdefault(_spelling(word), word)] += words[word]
    return tuple(sorted(total.items(), key=lambda item: (-item[1], item[0])))


def _quoted(a: Coverage, b: Coverage) -> Iterable[Quoted]:
    """Everybody quoted by either, those quoted by both first, then by how often."""
    keys = sorted(
        a.quoted.keys() | b.quoted.keys(),
        key=lambda k: (not (k in a.quoted and k in b.quoted), -len(a.quoted.get(k, [])) - len(b.quoted.get(k, [])), k),
    )
    for key in keys:
        left, right = a.quoted.get(key, []), b.quoted.get(key, [])
        said = Counter([*left, *right])
        words = min(said, key=lambda w: (-said[w], w))
        known = key != folded(words)
        yield Quoted(words=" ".join(words.split()), actor=key if known else None, a=len(left), b=len(right))
