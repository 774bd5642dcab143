"""Whether whoever tells of an act is a party to it: it acts, is hit, or belongs to those who do or are."""

from collections.abc import Iterator
from typing import Final

from rashomon.interpret.mentions import mention_of, phrase_of
from rashomon.interpret.sides import side_of
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import is_name, phrases
from rashomon.vocab.scheme import LOSSES, SPEECH

SIDES: Final = {"agent": "acts in it", "target": "is hit by it"}
FIRST: Final = frozenset({"we", "us", "our", "i", "me", "my"})
STEPS: Final = 2
"""How far somebody speaks for others: a spokesman for his brigade, and through it for its army."""
ALL: Final = frozenset({"PER", "ORG", "GPE", "GROUP"})


def partisan(weave: Weave, speech: str, act: str, quoted: bool) -> str:
    """Why the speaker of ``speech`` is a party to ``act``, in words; "" if nothing in the passage makes it one.

    The parties are the agents and targets of the act, of what caused it, and of the harm that it caused. A speaker is
    one of them by the mention itself, by what it is `of` or leads, by an equal name, or by a "we" in a quotation
    (``quoted``). That a state speaks of its
    people who were hit is no news of a side: civilians and places make no party. Speech ("demanded") has none.
    """
    told = weave.out(speech, "agent") if weave.nodes[act].type not in SPEECH else []
    for edge in told:
        own = _stands_for(weave, edge.target)
        names = {weave.words(one).casefold() for one in own if is_name(weave.words(one))}
        for party, role in _parties(weave, act):
            theirs = _stands_for(weave, party)
            if own & theirs or names & {weave.words(one).casefold() for one in theirs}:
                return _told(weave, edge.target, phrase_of(weave, party).quote, role)
    for party, role in _parties(weave, act) if quoted and told else ():
        said = [one for one in _stands_for(weave, party) if weave.words(one).lower() in FIRST]
        if said:
            first = min(said, key=lambda one: (weave.nodes[one].start, one))
            return _told(weave, told[0].target, weave.words(first), role)
    return ""


def _told(weave: Weave, speaker: str, party: str, role: str) -> str:
    return f'"{mention_of(weave, speaker).words}" is a party: "{party}" {SIDES[role]}'


def _parties(weave: Weave, act: str) -> Iterator[tuple[str, str]]:
    """Those who act and those who are hit, with their role."""
    causes = [edge.source for edge in weave.into(act, "causes")]
    harms = [edge.target for edge in weave.out(act, "causes") if weave.nodes[edge.target].type in LOSSES]
    for one in (act, *causes, *harms):
        for role in SIDES:
            for edge in weave.out(one, role):
                if weave.nodes[edge.target].type in ALL and not (role == "target" and _bystander(weave, edge.target)):
                    yield edge.target, role


def _bystander(weave: Weave, node: str) -> bool:
    """Whether somebody who is hit is no side: a place, or civilians by their words."""
    found = phrases("classes", "counted", "civilian").search(weave.words(node))
    return weave.nodes[node].type == "GPE" or found is not None


def _stands_for(weave: Weave, node: str) -> frozenset[str]:
    """A mention, those that are the same, and whom it belongs to or leads, some steps far.

    A country is more than where somebody comes from only to its forces and officials, not to rebels and media.
    """
    of_state = side_of(weave, node, acting=True) == "state"
    kinds = ALL if of_state else ALL - {"GPE"}
    found = set(weave.cluster(node))
    edge = set(found)
    for _ in range(STEPS):
        tied = {link.target for one in edge for link in weave.out(one, "of", "leads")}
        edge = {other for one in tied for other in weave.cluster(one) if weave.nodes[other].type in kinds} - found
        found |= edge
    return frozenset(found)
