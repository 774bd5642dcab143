"""Whether the words beside a person and a group say that the person leads it, not only belongs to it."""

import re
from functools import cache
from typing import Final

from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import any_of, word_set
from rashomon.vocab import load

# How much of the text on both sides of the two names is looked at, and how far apart they may stand, in characters.
SIDE: Final = 40
APART: Final = 70
_LEFT, _RIGHT = "\x01", "\x02"
_IS: Final = r"(?:is|was|was/is|is/was|remains|remained|became|has been|had been)"


def leads_by_words(weave: Weave, person: str, group: str) -> bool:
    """Whether a leader's word ties the two: "Korr, the leader of the Front", "Front leader Korr", "is its emir".

    A deputy, a former leader and "a leader of the Front" don't lead it.
    """
    one, other = weave.nodes[person], weave.nodes[group]
    if other.type not in ("ORG", "GROUP") or one.type != "PER" or weave.sentence(person) != weave.sentence(group):
        return False
    first, last = sorted((one, other), key=lambda node: node.start)
    if not first.end <= last.start <= first.end + APART:
        return False
    text = weave.document.text
    owner = f"{_RIGHT}'s" if weave.words(group).lower() in ("its", "their", "whose") else _RIGHT
    marks = (_LEFT, owner) if first is one else (owner, _LEFT)
    around = text[max(0, first.start - SIDE) : first.start], text[last.end : last.end + SIDE]
    told = f"{around[0]}{marks[0]}{text[first.end : last.start]}{marks[1]}{around[1]}"
    own = weave.words(person).lower().split()
    titled = bool(own) and own[-1] in word_set("relations", "leader", "words")
    if titled and not set(own[:-1]) <= word_set("relations", "leader", "still") | {"the", "its", "their"}:
        return False
    patterns = _titles() if titled else _names()
    return any(pattern.search(" ".join(told.replace("’", "'").split())) for pattern in patterns)


@cache
def _names() -> tuple[re.Pattern[str], ...]:
    """Patterns of a name and a group with a leader's word beside them; bounded, so linear in the text."""
    table = load("relations")["leader"]
    still = rf"(?:(?:{any_of(table['still'])}) ){{0,2}}"
    head = rf"{still}(?:{any_of(table['words'])})"
    alone = rf"{still}(?:{any_of(set(table['words']) - set(table['one_of_many']))})"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"{_LEFT},? (?:who )?(?:{_IS} )?(?:the )?{head} of (?:the )?{_RIGHT}",
            rf"(?:\bthe |^|[.,;:] ){head} of (?:the )?{_RIGHT},? {_LEFT}",
            rf"{_RIGHT}(?:'s?) {head},? {_LEFT}",
            rf"(?<!\ba )(?<!\ban )(?<!former )(?<!deputy )(?<!senior ){_RIGHT} {alone},? {_LEFT}",
            rf"{_LEFT},? (?:{_IS} )?(?:the )?{_RIGHT}(?:'s? {head}| {alone})\b(?! of)",
        )
    )


@cache
def _titles() -> tuple[re.Pattern[str], ...]:
    """Patterns of a mention that is a leader's word itself: "the {leader} of the Front", "its {emir}"."""
    still = rf"(?:(?:{any_of(load('relations')['leader']['still'])}) ){{0,2}}"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            rf"(?:^|the |[.,;:] ){still}{_LEFT} of (?:the )?{_RIGHT}",
            rf"(?<!\ba )(?<!\ban )(?<!former )(?<!deputy )(?<!senior ){_RIGHT}(?:'s?)? {still}{_LEFT}",
        )
    )
