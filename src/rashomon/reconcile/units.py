"""Who is told of as killed or hurt, one by one or as a number, and whether two of them can be the same people."""

import re
from typing import Final

from rashomon.reconcile.fields import head
from rashomon.reconcile.gathered import Gathered
from rashomon.records import SINGULAR, FigureClaim, Row

# Before somebody who was not told of before: "a guard", "another young guard".
_NEW: Final = re.compile(r"(?i)\b(an?|another|one|second|third)(?: [\w-]{1,20}){0,3} $")
_OTHER: Final = re.compile(r"(?i)\b(?:another|second|third|fourth)(?: (?!\w{2,14}(?:ly|ed) |shot )[\w-]{1,20}){0,3} $")
_OLD: Final = re.compile(r"(?i)\b(\d{1,3})[ -]years?[ -]old")
_AGED: Final = re.compile(r"(?i)^,? (?:\(|aged? )?(\d{1,3})(?=[,.;)]| and\b)")
_SELF: Final = re.compile(r"said as \"(?:himself|herself)\"|by his own hand")
_SAME: Final = re.compile(r"same as \"([^\"]{1,80})\"")
TITLES: Final = frozenset([
    "mr", "mrs", "ms", "miss", "dr", "sgt", "lt", "col", "capt", "cpl", "gen", "maj", "officer", "deputy", "detective",
    "sergeant", "captain", "lieutenant", "colonel", "general", "major", "private", "corporal", "constable", "inspector",
    "agent", "trooper", "judge", "mayor", "senator", "rev", "pastor", "father", "sheikh", "imam", "commander",
])  # fmt: skip
# In the capitals of a heading these name nobody: "Girl Killed".
NOBODY: Final = frozenset([
    "man", "woman", "boy", "girl", "child", "teen", "teenager", "toddler", "baby", "infant", "person",
    "victim", "suspect", "gunman", "shooter", "driver", "passenger", "student", "mother", "father", "mom",
    "dad", "parent", "son", "daughter", "brother", "sister", "wife", "husband", "uncle", "aunt", "nephew",
    "niece", "cousin", "grandmother", "grandfather", "grandson", "granddaughter", "girlfriend", "boyfriend",
    "friend", "neighbor", "neighbour", "soldier", "policeman", "cop", "guard", "civilian", "militant",
    "fighter", "resident", "villager", "worker", "leader", "journalist",
])  # fmt: skip
BEFORE: Final = 48
"""Characters before and after a mention in which its article and age stand."""
MANY: Final = frozenset({"others", "other", "more"})
_MORE: Final = re.compile(r"(?i)\b(?:other|more|additional|further)(?: [\w-]{2,20})? $")


class Unit(Row, frozen=True, kw_only=True):
    """So many people of one figure (or of an act without one), and what tells a single one from others.

    ``start`` is where their sentence begins, ``at`` where their mention does. ``hit`` marks those of whom it is only
    said that they were shot. A ``name`` is in lower case and without titles.
    """

    claim: str
    document: str
    start: int
    size: int
    at: int = -1
    event: str = ""
    hit: bool = False
    open: bool = False
    others: bool = False
    single: bool = False
    new: bool = False
    own: bool = False
    another: bool = False
    actor: str = ""
    noun: str = ""
    name: tuple[str, ...] = ()
    age: int | None = None


def unit(figure: FigureClaim, size: int, gathered: Gathered) -> Unit:
    """The people of a figure."""
    who, singular = figure.counted, SINGULAR in figure.reasons
    document = gathered.documents.get(figure.document)
    text = document.text if document else ""
    before = text[max(0, who.start - BEFORE) : who.start] if who else ""
    own = by_himself(figure)
    return Unit(
        claim=figure.id,
        document=figure.document,
        start=figure.spans[0].start,
        size=size,
        at=who.start if who else -1,
        event=figure.event or "",
        hit=figure.measure == "casualties",
        open=figure.upper is None,
        others=of_others(figure),
        single=size == 1,
        new=singular and (own or _NEW.search(before) is not None),
        own=own,
        another=singular and _OTHER.search(before) is not None,
        actor=(who.actor or "") if who else "",
        noun=head(figure),
        name=_name(figure) if size == 1 else (),
        age=_age(figure, before, text[who.end : who.end + BEFORE] if who else "") if size == 1 else None,
    )


def of_others(figure: FigureClaim) -> bool:
    """Whether those counted are told beside somebody: "three others", "three other people", "two more men"."""
    who, sentence = figure.counted, figure.spans[0]
    if who is None:
        return False
    before = sentence.quote[: max(0, who.start - sentence.start)]
    more = SINGULAR not in figure.reasons and _MORE.search(before) is not None
    return more or bool(MANY & set(who.words.casefold().split()))


def by_himself(figure: FigureClaim) -> bool:
    """Whether a figure is of somebody who killed or hurt himself."""
    who = figure.counted
    return _SELF.search(f"{who.why if who else ''} {figure.reasons.get(SINGULAR, '')}") is not None


def same(one: Unit, other: Unit) -> bool:
    """Whether two single persons are one for certain: one mention, one actor, or one name."""
    if not (one.single and other.single):
        return False
    if (one.document, one.at) == (other.document, other.at) and one.at >= 0:
        return True
    if one.name and other.name:
        return not _differ(one.name, other.name)
    return bool(one.actor) and one.actor == other.actor


def _again(one: Unit, other: Unit) -> bool:
    """Whether one sentence (a caption and its heading) tells one number of one kind of people twice."""
    told = not one.single and one.size == other.size and one.noun == other.noun
    return told and (one.document, one.start) == (other.document, other.start)


def apart(one: Unit, other: Unit) -> bool:
    """Whether two units surely count different people, so that they can be added.

    Names or ages that differ tell two persons apart, anywhere. In one sentence so does one act that hits both, a
    number beside a person, and an article that brings in somebody new.
    """
    if same(one, other) or _again(one, other):
        return False
    if one.name and other.name:
        return True
    if one.age is not None and other.age is not None and abs(one.age - other.age) > 1:
        return True
    last = max(one, other, key=lambda u: (u.document, u.at, u.claim))
    if (one.document, one.start) != (other.document, other.start):
        return last.another and one.document == other.document
    return not (one.single and other.single) or one.event == other.event or one.own != other.own or last.new


def _name(figure: FigureClaim) -> tuple[str, ...]:
    """The name of a single person counted, or the one that its passage gives it; empty if it has none."""
    who = figure.counted
    if who is None or who.type not in ("PER", ""):
        return ()
    if "said as" in who.why:
        return ()  # whom a pronoun stands for is read, not said
    linked = _SAME.search(who.why)
    for words in (who.words, linked.group(1) if linked else ""):
        parts = [part.strip(".,\"'“”’").removesuffix("’s") for part in words.split() if part[:1].isupper()]
        found = tuple(part.casefold() for part in parts if part and part.casefold() not in TITLES)
        if found and words.split()[-1][:1].isupper() and found[-1] not in NOBODY:
            return found
    return ()


def _differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are those of two persons: "Ada Korr" and "Tal Korr", but not "Ada Korr" and "Korr"."""
    short, long = sorted((tuple(part.rstrip("s") for part in name) for name in (one, other)), key=len)
    return not set(short) <= set(long) and not (short[-1] == long[-1] and short[0][:1] == long[0][:1])


def _age(figure: FigureClaim, before: str, after: str) -> int | None:
    words = figure.counted.words if figure.counted else ""
    told = _OLD.search(words) or _OLD.search(before[-24:]) or _AGED.match(after)
    return int(told.group(1)) if told else None
