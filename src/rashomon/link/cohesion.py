"""How a report's text holds two of its events together, or apart; bits and reasons as in `rashomon.link.features`.

Every function is symmetric in its accounts except `said_cause`, whose left account comes first in the text.
"""

from typing import Final

from rashomon.link import families, features
from rashomon.link.account import Account
from rashomon.link.features import NOTHING, Evidence
from rashomon.vocab.scheme import HARM

# Two things done on one day are half as much as "on one day" says of two reports.
ONE_DAY: Final = 2.5
FIGHTERS: Final = 0.7
LEAD: Final = 3  # sentences with claims, the headline among them
SCENE_WORDS: Final = frozenset({"where", "wherein", "when", "during"})


def trigger(a: Account, b: Account) -> Evidence:
    """The same word for the act."""
    shared = a.triggers & b.triggers
    if not shared or (a.types | b.types) <= HARM:
        return NOTHING  # of whatever happens, it is said that so many were killed
    return 1.0, f"both say {', '.join(sorted(shared))}"


def called_after(a: Account, b: Account) -> Evidence:
    """One is called after the people in the other: "the hostage crisis" where gunmen held hostages."""
    shared = (a.triggers & b.heads) | (b.triggers & a.heads)
    return (3.0, f"one is called after the other's {', '.join(sorted(shared))}") if shared else NOTHING


def said_cause(a: Account, b: Account) -> Evidence:
    """The text says that one brought about the other: an attack its deaths; one act another act (two happenings)."""
    forward, back = b.claim in a.causes, a.claim in b.causes
    if not forward and not back:
        return NOTHING
    cause, effect = (a, b) if forward else (b, a)
    if effect.types <= HARM and not cause.lasting:
        return 8.0, "the text says that the act caused the harm"
    return -2.0, "the text says that one act led to the other"


def agents(a: Account, b: Account) -> Evidence:
    """As between reports, but that those who fight a war do more than one of the things that a report tells."""
    bits, why = features.agents(a, b)
    return min(bits, FIGHTERS), why


def day(a: Account, b: Account) -> Evidence:
    """As between reports, but that one report tells of several things done on one day."""
    bits, why = features.day(a, b)
    return min(bits, ONE_DAY), why


def nearness(a: Account, b: Account) -> Evidence:
    """Told in one sentence, or in neighbouring ones."""
    apart = abs(a.sentence - b.sentence)
    if apart == 0:
        return 2.0, "in one sentence"
    return (1.0, "in neighbouring sentences") if apart == 1 else NOTHING


def clause(a: Account, b: Account) -> Evidence:
    """In one sentence, joined by a word that makes one scene of both ("stormed the plant where they held ...")."""
    if a.sentence != b.sentence or a.document != b.document:
        return NOTHING
    first, last = sorted((a, b), key=lambda account: account.order)
    between = first.text[first.at : last.at].casefold().split()
    found = sorted(SCENE_WORDS & set(between))
    return (4.0, f"joined by {found[0]!r}") if found else NOTHING


def shared_words(a: Account, b: Account) -> Evidence:
    """The very same mention takes part in both."""
    shared = a.mentions & b.mentions
    return (min(3.0, 1.5 * len(shared)), "the same words take part in both") if shared else NOTHING


def mentions(a: Account, b: Account) -> Evidence:
    """In one sentence, two acts with participants of their own and none shared are two acts."""
    if a.sentence != b.sentence or not a.heads or not b.heads or a.mentions & b.mentions or a.heads & b.heads:
        return NOTHING
    if clause(a, b)[0] > 0:
        return NOTHING
    return -1.5, "participants of their own in one sentence"


def headed(a: Account, b: Account) -> Evidence:
    """One is told in the headline, the other in the report's first sentences: the headline sums up the lead."""
    if a.headed == b.headed or max(a.sentence, b.sentence) > LEAD:
        return NOTHING
    kin = min(families.together(one, other) for one in a.types for other in b.types)
    return (2.5, "the headline and the first sentences tell one story") if kin >= 0 else NOTHING
