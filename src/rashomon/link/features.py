"""What speaks for and against two accounts being of one happening: small functions, each with bits and a reason.

Bits are base-2 logarithms of likelihood ratios (Fellegi and Sunter 1969): +1 doubles the odds that both tell of one
happening, -1 halves them. The weights are reasoned defaults for war reporting; 0 bits means that nothing is known.
Every function is symmetric in its accounts.
"""

from collections.abc import Callable
from functools import lru_cache
from math import log2
from typing import Final

from rashomon.link import families
from rashomon.link.account import EVER, NEVER, Account, Days, Figure, narrowest
from rashomon.link.words import COMMON, rarities, rarity
from rashomon.records import Place
from rashomon.values.place import compatible
from rashomon.vocab.scheme import HARM

Evidence = tuple[float, str]
Feature = Callable[[Account, Account], Evidence]
NOTHING: Final[Evidence] = (0.0, "")
LEAST_NAMES: Final = 4
LEAST_WORDS: Final = 2
MOST_NAMED: Final = 6
# Bits at most for and against by a place that is only the report's default.
DEFAULT_GAIN: Final = 1.4
DEFAULT_LOSS: Final = 0.5


def act(a: Account, b: Account) -> Evidence:
    """Types that go together (one type, an attack and its harm) count for, types of different things against."""
    return _act(a.types, b.types)


@lru_cache(maxsize=4_096)
def _act(one: frozenset[str], other: frozenset[str]) -> Evidence:
    bits, left, right = max((families.together(x, y), x, y) for x in sorted(one) for y in sorted(other))
    return bits, f"{left} and {right}" if left != right else f"both {left}"


def mode(a: Account, b: Account) -> Evidence:
    """The same mode of act (aerial, abduct ...) counts for, modes with none in common count against."""
    if not a.modes or not b.modes:
        return NOTHING
    shared = sorted(a.modes & b.modes)
    if shared:
        return 1.5, f"both {', '.join(shared)}"
    if any(families.alike(x, y) for x in a.modes for y in b.modes):
        return NOTHING
    return -1.5, f"{', '.join(sorted(a.modes))} against {', '.join(sorted(b.modes))}"


def lasting(a: Account, b: Account) -> Evidence:
    """A war or campaign is not one of its battles, nor is its toll; who rules where is not what happens there."""
    if a.lasting == b.lasting:
        return NOTHING
    return -5.0, "one tells of what lasts, the other of a single happening"


def background(a: Account, b: Account) -> Evidence:
    """History told beside the news is another happening than the news, unless both give it the same exact time."""
    if a.background == b.background:
        return NOTHING
    if a.document != b.document and a.time and b.time and _meet(a.time, b.time, 7):
        return -0.5, "news in one report, looked back on in the other"
    return -4.0, "one is told as history, the other as news"


def day(a: Account, b: Account) -> Evidence:
    """Times that overlap count the more, the more exact they are; each day between counts against.

    One day is allowed for nights, time zones and the day of the report standing in for that of the event.
    """
    if a.time is None or b.time is None:
        return NOTHING
    gap = max(a.time[0], b.time[0]) - min(a.time[1], b.time[1])
    if gap <= 0:
        wider = max(_length(a.time), _length(b.time))
        return max(0.2, 4.0 - log2(wider)), "same day" if wider == 1 else f"times overlap within {_say(wider)}"
    if max(_length(a.time), _length(b.time)) > 7:
        return -6.0, "times of weeks or years that do not overlap"
    bits = -1.0 if gap == 1 else -2.0 if gap == 2 else -4.0 if gap < 7 else -8.0
    return bits, f"{gap} day{'s' if gap > 1 else ''} apart"


def report_dates(a: Account, b: Account) -> Evidence:
    """Without a time in one of the texts: news is told within days, and nothing is told before it happens."""
    if (a.time and b.time) or a.background or b.background or a.document == b.document:
        return NOTHING
    if a.time or b.time:
        dated, undated = (a, b) if a.time else (b, a)
        return _told_after(dated.time, undated.told)
    if a.told is None or b.told is None:
        return NOTHING
    gap = max(a.told[0], b.told[0]) - min(a.told[1], b.told[1])
    bits = 1.0 if gap <= 2 else 0.0 if gap <= 7 else -2.0 if gap <= 30 else -5.0
    return bits, f"reports {max(gap, 0)} days apart, neither gives the time"


def place(a: Account, b: Account) -> Evidence:
    """Places that are one, contain each other or lie near count for; places apart count against.

    The narrowest that each names are compared; a place of the sentences around counts less than the event's own, and
    one that is only the report's (title, dateline) the least: it is a default, and another place contradicts it little.
    """
    left, right = a.places or a.around or a.ground, b.places or b.around or b.ground
    defaults = [x.ground_by for x in (a, b) if x.ground and not x.places and not x.around]
    # one report's default says nothing of its own events
    if not left or not right or (defaults and a.document == b.document):
        return NOTHING
    score, why = _meeting(_Named(left), _Named(right))
    own = bool(a.places) + bool(b.places)
    gain, loss = ((1.4, 0.7), (2.1, 2.0), (3.5, 7.0))[own]
    if defaults:
        bits = score * (DEFAULT_GAIN if score > 0 else DEFAULT_LOSS)
        return bits, f"{why} (for want of a place of its own: {' and '.join(sorted(set(defaults)))})"
    bits = score * (gain if score > 0 else loss)
    return bits, why if own == 2 else why + " (named nearby, not by the event)"


class _Named(tuple[Place, ...]):
    """Places that are looked up by their ids, and are equal if they are in all."""

    __slots__ = ()

    def __hash__(self) -> int:
        return hash(self[0].id) if len(self) == 1 else hash(tuple([place.id for place in self]))


@lru_cache(maxsize=32_768)
def _meeting(left: _Named, right: _Named) -> tuple[float, str]:
    """How well places fit, and why: the narrowest, or any of them where nothing is known of those.

    The accounts of one report name the same few places again and again.
    """
    score, why = max(compatible(x, y, {}) for x in narrowest(left) for y in narrowest(right))
    return (score, why) if score else max(compatible(x, y, {}) for x in left for y in right)


def title(a: Account, b: Account) -> Evidence:
    """Both are at a place that the titles of both reports name: what each report is about, and no aside."""
    shared = [
        x.name
        for x in a.titled
        for y in b.titled
        if compatible(x, y, {})[0] > 0 and all(_at(account, place) for account, place in ((a, x), (b, y)))
    ]
    return (1.0, f"the titles of both reports name {min(shared)}") if shared else NOTHING


def _at(account: Account, place: Place) -> bool:
    return any(place.id == other.id for other in account.places or account.around or account.ground)


def agents(a: Account, b: Account) -> Evidence:
    """Who did it: shared agents count for; different ones count against, mildly, for that is what reports dispute."""
    if not a.agents or not b.agents:
        return NOTHING
    shared = a.agents & b.agents
    if shared:
        return min(2.5, 1.5 * len(shared)), _shared(shared, "agent")
    if a.states & b.states:
        return 0.5, "agents of one state"
    if a.agents & b.targets and b.agents & a.targets:
        return 0.5, "agent of the one is target of the other"
    # two sides of one clash are told in one sentence; farther apart in one report, other doers do other things
    apart = a.document == b.document and a.sentence != b.sentence
    return -2.5 if apart else -1.0, "different agents"


def targets(a: Account, b: Account) -> Evidence:
    """Whom it hit: shared targets count for, different ones against."""
    if not a.targets or not b.targets:
        return NOTHING
    shared = a.targets & b.targets
    if shared:
        return min(2.5, 1.5 * len(shared)), _shared(shared, "target")
    if a.states & b.states or (a.document == b.document and (a.types | b.types) & HARM):
        return NOTHING  # one report names those hit in many ways
    return -1.0, "different targets"


def heads(a: Account, b: Account) -> Evidence:
    """The same words for the people in it (hostages, villagers)."""
    shared = a.heads & b.heads
    if shared:
        return min(2.0, 1.0 * len(shared)), f"both speak of {', '.join(sorted(shared))}"
    both = a.document != b.document and a.heads and b.heads and not (a.agents & b.agents or a.targets & b.targets)
    return (-0.5, "no words for the people in common") if both else NOTHING


def figures(a: Account, b: Account) -> Evidence:
    """The same count of the same measure: the larger, the less likely by chance; tolls far apart count against."""
    scores = [_figures(x, y) for x in a.figures for y in b.figures if x.measure == y.measure]
    return max(scores, default=NOTHING)


def wording(a: Account, b: Account) -> Evidence:
    """Words in common: the rarer in news (`words.rarity`), the more they say."""
    if min(len(a.words), len(b.words)) < LEAST_WORDS:
        return NOTHING
    shared = rarities(a.words & b.words, COMMON)
    share = shared / max(1.0, min(_unusual(a.words), _unusual(b.words)))
    bits = max(-1.0, min(3.0, 0.12 * shared + 2.0 * share - 1.0))
    return bits, f"{share:.0%} of what is unusual in their words is shared"


@lru_cache(maxsize=4_096)
def _unusual(words: frozenset[str]) -> float:
    """What is unusual in an account's words, in bits: it is compared with many others."""
    return rarities(words, COMMON)


def names(a: Account, b: Account) -> Evidence:
    """Proper names in both accounts, beyond the words of their places and people: the rarer, the more they say."""
    common = (a.names & b.names) - a.people - b.people
    shared = common and common - _place_words(a) - _place_words(b)
    if shared:
        return min(5.0, 0.4 * rarities(shared, COMMON)), f"names in common: {_rarest(shared)}"
    return (-0.5, "no names in common") if min(len(a.names), len(b.names)) >= LEAST_NAMES else NOTHING


def people(a: Account, b: Account) -> Evidence:
    """Persons by last name who take part in both: somebody rarely named is hit, or strikes, but once."""
    shared = a.people & b.people
    if shared:
        return min(6.0, rarities(shared, COMMON)), f"persons in common: {_rarest(shared)}"
    return (-1.0, "other persons by name") if a.people and b.people else NOTHING


def ages(a: Account, b: Account) -> Evidence:
    """The same ages given for people in it."""
    shared = a.ages & b.ages
    if shared:
        return min(4.0, 2.0 * len(shared)), f"aged {', '.join(map(str, sorted(shared)))} in both"
    return (-1.0, "people of other ages") if a.ages and b.ages else NOTHING


def headline(a: Account, b: Account) -> Evidence:
    """Unusual words that the headlines of both reports share; history is not what a headline is about."""
    shared = a.title & b.title
    if not shared or a.background or b.background or a.document == b.document:
        return NOTHING
    return min(3.0, 0.25 * rarities(shared, COMMON)), f"headlines share {_rarest(shared)}"


def _place_words(account: Account) -> frozenset[str]:
    return _words_of(_Named(account.places + account.around))


@lru_cache(maxsize=8_192)
def _words_of(places: _Named) -> frozenset[str]:
    return frozenset(word for place in places for word in place.name.casefold().split())


def _rarest(found: frozenset[str]) -> str:
    return ", ".join(sorted(sorted(found), key=rarity, reverse=True)[:MOST_NAMED])


def _meet(a: Days, b: Days, longest: int) -> bool:
    return max(_length(a), _length(b)) <= longest and max(a[0], b[0]) <= min(a[1], b[1])


def _figures(a: Figure, b: Figure) -> Evidence:
    if a.counted and b.counted and a.counted != b.counted:
        return NOTHING
    low, high = max(a.low or 0, b.low or 0), min(x for x in (a.high, b.high, 10**12) if x is not None)
    if (a.low, a.high) == (b.low, b.high) and a.low is not None:
        bits = min(3.5, 0.5 + 0.6 * log2(max(a.low, 1)))
        return bits, f"{a.measure} {a.words or a.low} in both"
    if low <= high:
        return 0.5, f"{a.measure}: {a.words} and {b.words} overlap"
    # a toll that triples is no revision
    return (-1.5, f"{a.measure}: {a.words} against {b.words}") if low > 3 * max(high, 1) else NOTHING


def _told_after(event: Days | None, told: Days | None) -> Evidence:
    if event is None or told is None:
        return NOTHING
    gap = told[1] - event[0]
    if gap < -1:
        return -8.0, "one report is older than what the other tells"
    late = told[0] - event[1]
    bits = 1.5 if late <= 3 else 0.0 if late <= 14 else -3.0
    return bits, f"one report gives no time and came {max(late, 0)} days after the other's"


def _shared(ids: frozenset[str], role: str) -> str:
    return f"{len(ids)} {role}{'s' if len(ids) > 1 else ''} in common ({', '.join(sorted(ids))})"


def _length(time: Days) -> int:
    return EVER if time[0] == NEVER or time[1] == EVER else time[1] - time[0] + 1


def _say(length: int) -> str:
    return f"{length} days" if length < 400 else "years"
