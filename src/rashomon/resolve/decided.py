"""What people decided of actors (merged, split off, renamed), carried over to every mention that it touches.

A decision is one judgement by a person. What follows from it for mentions is worked out on every run and never stored,
so that it holds for reports that come later, and is gone when the decision is taken back.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

import msgspec

from rashomon.records import Actor, Judgement, content_id
from rashomon.values.judgements import PERSON, SAME_ACTOR, prevailing
from rashomon.values.names import name_key

SAME: Final = SAME_ACTOR
"""``left`` and ``right`` are one actor, or, by the verdict, not; ``left`` is the one that stays."""
SPLIT: Final = "split off"
"""Of the mentions of ``left``, those written ``right``, or in the report ``right``, mean another actor."""
NAME: Final = "actor name"
"""``left`` is to be called ``right``."""
RELATIONS: Final = (SAME, SPLIT, NAME)

Words = Callable[[str], str]
"""The words at a mention key."""


class Decided:
    """The decisions of people on actors that are in force; of two that contradict each other, the later holds."""

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        people = [j for j in judgements if j.made is not None and j.retired is None and j.relation in RELATIONS]
        self._people = sorted(people, key=lambda j: (j.made or "", j.id), reverse=True)
        self.names = {left: j.right for left, j in prevailing(people, NAME).items() if j.verdict == "same"}

    def __bool__(self) -> bool:
        return bool(self._people)

    @cached_property
    def _merged(self) -> dict[str, tuple[str, Judgement]]:
        """(the actor that stands for it, the merger that says so) of every actor that is merged away."""
        groups: dict[str, set[str]] = {}
        apart: list[tuple[str, str]] = []
        held: list[Judgement] = []
        for j in (j for j in self._people if j.relation == SAME):
            one, two = (groups.setdefault(name, {name}) for name in (j.left, j.right))
            if j.verdict == "different":
                apart += [(j.left, j.right)] if one is not two else []
            elif j.verdict == "same" and not any((a in one and b in two) or (a in two and b in one) for a, b in apart):
                held.append(j)
                one |= two
                groups.update(dict.fromkeys(one, one))
        found = {}
        for group in {id(group): group for group in groups.values()}.values():
            mergers = [j for j in held if j.left in group]  # the latest first
            kept = next((j.left for j in mergers if all(other.right != j.left for other in mergers)), None)
            kept = kept or (mergers[0].left if mergers else None)
            for name in group - {kept}:
                if mergers:
                    found[name] = (kept or name, next(j for j in mergers if name in (j.left, j.right)))
        return found

    @cached_property
    def splits(self) -> Mapping[str, Sequence[Judgement]]:
        """The splits of each actor, the latest first; one that a later judgement calls off is left out."""
        found: dict[str, list[Judgement]] = {}
        seen: set[tuple[str, str]] = set()
        for j in (j for j in self._people if j.relation == SPLIT):
            if (j.left, j.right) not in seen and j.verdict == "different":
                found.setdefault(j.left, []).append(j)
            seen.add((j.left, j.right))
        return found

    def home(self, actor: str) -> str:
        """The actor that stands for this one: itself, unless it was merged with another."""
        return self._merged[actor][0] if actor in self._merged else actor

    def of(self, actor: str, mention: str, words: Words) -> tuple[str, list[Judgement]]:
        """Whom a mention of an actor means, and the decisions that say so (none: it stays)."""
        why: list[Judgement] = []
        document = mention.rpartition(":")[0]
        seen = {actor}
        while True:
            splits = [j for one in dict.fromkeys((actor, self.home(actor))) for j in self.splits.get(one, ())]
            split = next((j for j in splits if _meant(j, document, mention, words)), None)
            if split is None or split_id(split) in seen:
                break
            why.append(split)
            actor = split_id(split)
            seen.add(actor)
        if actor in self._merged:
            kept, merger = self._merged[actor]
            why.append(merger)
            actor = kept
        return actor, why


def _meant(split: Judgement, document: str, mention: str, words: Words) -> bool:
    """Whether a split is about a mention: by its report, or by its words."""
    return split.right == document or name_key(words(mention)) == name_key(split.right)


def split_id(split: Judgement) -> str:
    """The id of the actor that a split makes; the same whenever the same is split off."""
    return content_id("a", split.left, SPLIT, name_key(split.right) or split.right)


def carried(judgements: Sequence[Judgement], words: Words, decided: Decided | None = None) -> list[Judgement]:
    """The judgements with what people's decisions on actors make of them: a judgement more for each mention touched.

    Those stand under the person's name with the time of the decision, so they outrank the machine's; where a person's
    own word on a mention names an actor that is merged or split, it gives way to what follows from both.
    ``decided``: people's decisions, where they are not among the judgements.
    """
    decided = Decided(judgements) if decided is None else decided
    if not decided:
        return list(judgements)
    gone: set[str] = set()
    more: list[Judgement] = []
    for mention, j in sorted(prevailing(judgements, "is actor").items()):
        if j.verdict != "same":
            continue
        actor, why = decided.of(j.right, mention, words)
        if actor == j.right:
            continue
        if j.made is not None:
            gone.add(j.id)
        more.append(_follows(j, actor, why))
    return [*(j for j in judgements if j.id not in gone), *more]


def _follows(j: Judgement, actor: str, why: Sequence[Judgement]) -> Judgement:
    """A judgement on a mention as people's decisions have it."""
    told = "; ".join([*(said(one) for one in why), *([j.why] if j.why else [])])
    made = max([one.made or "" for one in why] + [j.made or ""])
    identity = content_id("j", PERSON, j.left, actor, *(one.id for one in why))
    return msgspec.structs.replace(j, id=identity, right=actor, maker=PERSON, made=made, score=1.0, why=told)


def said(j: Judgement) -> str:
    """A decision in words, with its reason."""
    words = {
        SAME: f"a person merged {j.right} into {j.left}"
        if j.verdict == "same"
        else f"a person holds {j.left} and {j.right} apart",
        SPLIT: f"a person split '{j.right}' off {j.left}",
        NAME: f"a person calls {j.left} '{j.right}'",
    }[j.relation]
    return f"{words} ({j.why})" if j.why else words


def with_decided(actors: Iterable[Actor], judgements: Sequence[Judgement], known: Mapping[str, Actor]) -> list[Actor]:
    """The actors and those that only people's decisions bring in: split off, or merged with and ``known`` elsewhere."""
    found = {actor.id: actor for actor in actors}
    for j in sorted(judgements, key=lambda j: (j.made or "", j.id)):
        if j.retired is not None or j.made is None:
            continue
        if j.relation == SPLIT:
            before = found.get(j.left) or known.get(j.left)
            kind, country = (before.kind, before.country) if before else ("other", None)
            name = f"{before.name if before else j.left} (in one report)" if j.right.startswith("d-") else j.right
            found.setdefault(split_id(j), Actor(id=split_id(j), name=name, kind=kind, country=country))
        elif j.relation == SAME and j.left not in found and j.left in known:
            found[j.left] = known[j.left]
    return [found[name] for name in sorted(found)]


def named(actors: Iterable[Actor], judgements: Iterable[Judgement]) -> tuple[Actor, ...]:
    """The actors under the names that people gave them."""
    names = Decided(judgements).names
    return tuple(msgspec.structs.replace(a, name=names[a.id]) if a.id in names else a for a in actors)
