"""What a field of a claim can be corrected to: a person's words read as the value that the field holds."""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Final, NamedTuple

import msgspec

from rashomon.engine.corrected import BOUNDS, value_of, with_value
from rashomon.engine.log import Word
from rashomon.errors import InputError, NotFound
from rashomon.records import AnyClaim, Document, EventClaim, FigureClaim, Mention, Period, Voice, mention_key
from rashomon.values.judgements import FIELD
from rashomon.values.period import hull, read_period
from rashomon.values.quantity import read_quantity
from rashomon.vocab import load
from rashomon.vocab.scheme import FLAGS, MODES, ROLES
from rashomon.vocab.sub_events import sub_events

NONE: Final = ("none", "null", "")
PERIODS: Final = ("time", "as_of", "period")
MENTIONS: Final = (*(role for role in ROLES if role != "time"), "counted", "left", "right", "via", "mention")
PLACES: Final = frozenset({"place", "origin", "dest", "via"})
BASES: Final = ("incident", "cumulative", "period", "conflict", "batch", "unknown")
OTHER_NAMES: Final[Mapping[str, tuple[str, ...]]] = {
    "actor": ("agent", "counted", "mention"), "who": ("agent", "counted"), "date": PERIODS, "voice": ("speaker",),
    "figure": ("value",), "number": ("value",), "where": ("place",),
}  # fmt: skip
"""What people call fields; the first that the claim has is meant."""


class Case(NamedTuple):
    """What the words are read against: the claim's report, who and where the case knows, and where mentions stand."""

    document: Document
    actor: Callable[[str], str]
    place: Callable[[str], str]
    spans: frozenset[tuple[int, int]]


def fields_of(claim: AnyClaim) -> list[str]:
    """The fields of a claim that a person can correct."""
    fixed = (
        "id",
        "document",
        "spans",
        "voices",
        "score",
        "maker",
        "reasons",
        "kind",
        "trigger",
        "roles",
        "side",
        "amount",
    )
    names = [
        n for n in msgspec.to_builtins(claim) if n not in fixed and not (n == "actor" or n == "cause" or n == "effect")
    ]
    more = [role for role in MENTIONS if role in ROLES] if isinstance(claim, EventClaim) else []
    return [*names, *more, *(["value"] if isinstance(claim, FigureClaim) else []), "speaker"]


def correction(claim: AnyClaim, field: str, words: str, case: Case) -> Word:
    """What a person decides who calls a field of a claim so; InputError if the claim or the field can't be that.

    Who or where one existing mention means is a judgement on the mention, and so holds for all claims that have it.
    """
    known = fields_of(claim)
    name = next((n for n in OTHER_NAMES.get(field, ()) if n in known), field)
    if name not in known:
        raise InputError(field, f"is no field of this claim; it has {', '.join(known)}")
    words = " ".join(words.split())
    if name in (*MENTIONS, "speaker") and words not in NONE:
        word = _identity(claim, name, words, case)
        if word is not None:
            return word
    value = _value(claim, name, words, case)
    if name in BOUNDS and isinstance(claim, FigureClaim):
        # one end alone could pass the other under another reading of the claim
        name, value = "value", value_of(claim, "value") | {name: value}
    try:
        with_value(claim, name, value, "")
    except msgspec.ValidationError as error:
        raise InputError(f"{name} {words}", f"can't be ({error})") from error
    blob = msgspec.json.encode(value, order="deterministic").decode()
    return Word(relation=f"{FIELD}{name}", left=claim.id, right=blob)


def _value(claim: AnyClaim, name: str, words: str, case: Case) -> Any:
    if name == "value" and isinstance(claim, FigureClaim):
        return _bounds(words)
    if name in PERIODS:
        return None if words in NONE else msgspec.to_builtins(_period(words, case.document))
    if name == "speaker":
        return [] if words in NONE else [msgspec.to_builtins(_voice(claim, words, case))]
    if name in MENTIONS:
        many = isinstance(claim, EventClaim)
        if words in NONE:
            return [] if many else None
        one = msgspec.to_builtins(_mention(claim, name, words, case))
        return [one] if many else one
    return _plain(claim, name, words)


def _plain(claim: AnyClaim, name: str, words: str) -> Any:
    """A value of a closed list, a number, yes or no, or free words."""
    choices = _choices(claim).get(name)
    if choices is not None and words not in choices and words not in NONE:
        raise InputError(
            words, f"is no {name}; " + (f"one of {', '.join(choices)}" if choices else "there is none here")
        )
    before = value_of(claim, name)
    if name in ("lower", "upper"):
        if words not in NONE and not words.replace(",", "").isdigit():
            raise InputError(words, "is no number; none leaves the end open")
        return None if words in NONE else int(words.replace(",", ""))
    if isinstance(before, bool):
        if words not in ("yes", "no", "true", "false"):
            raise InputError(words, "is neither yes nor no")
        return words in ("yes", "true")
    return None if words in NONE else words


def _choices(claim: AnyClaim) -> dict[str, tuple[str, ...]]:
    modes = MODES.get(claim.type, ()) if isinstance(claim, EventClaim) else ()
    measures = {row[3] for row in load("measures")["role"]}
    return {
        "reality": FLAGS, "type": tuple(MODES), "mode": modes, "basis": BASES, "strength": ("stated", "implied"),
        "class": (*load("classes")["counted"], "unknown"), "sign": ("+", "-", "0"),
        "sub_event": tuple(sub_events()), "relation": tuple(load("relations")["sign"]),
        "measure": tuple(sorted(measures | ({claim.measure} if isinstance(claim, FigureClaim) else set()))),
    }  # fmt: skip


def _bounds(words: str) -> dict[str, int | bool | None]:
    found = read_quantity(words)
    if found.lower is None and found.upper is None:
        raise InputError(words, f"is no number ({found.how})")
    return {"lower": found.lower, "upper": found.upper, "approx": found.approx}


def _period(words: str, document: Document) -> Period:
    parts = [read_period(part, document.published) for part in words.split("..", 1)]
    for part in parts:
        if part.period is None:
            raise InputError(words, f"is no time ({part.why})")
    found = [part.period for part in parts if part.period]
    whole = hull(found[0], found[-1]) if len(found) > 1 else found[0]
    # the words are the person's, and stand nowhere in the report
    return msgspec.structs.replace(whole, words="", start=None, end=None, how=f"'{words}', said a person")


def _identity(claim: AnyClaim, name: str, words: str, case: Case) -> Word | None:
    """Who or where the one mention of a field means; None if it has none or several, or other words are meant."""
    held = _held(claim, name)
    if held is None or _found(claim, words, case) not in (None, (held.start, held.end)):
        return None
    kind, known = _known(name, words, case)
    return Word(relation=f"is {kind}", left=mention_key(claim.document, held.start, held.end), right=known)


def _held(claim: AnyClaim, name: str) -> Mention | Voice | None:
    """The one mention (or speaker) of a field; None if there is none, or more than one."""
    if name == "speaker":
        inner = [voice for voice in claim.voices if voice.words]
        return inner[-1] if inner else None
    value = claim.roles.get(name, ()) if isinstance(claim, EventClaim) else (getattr(claim, name),)
    return value[0] if len(value) == 1 and isinstance(value[0], Mention) and value[0].words else None


def _known(name: str, words: str, case: Case) -> tuple[str, str]:
    """("actor" or "place", id) of what the words name in the case; NotFound."""
    if words.startswith("p-") or (name in PLACES and not words.startswith("a-")):
        return "place", case.place(words)
    return "actor", case.actor(words)


def _found(claim: AnyClaim, words: str, case: Case) -> tuple[int, int] | None:
    """Where the words stand in the claim's sentence, as the mention there if they are (most of) one."""
    sentence = claim.spans[0]
    at = re.search(rf"(?i)(?<!\w){re.escape(words)}(?!\w)", sentence.quote)
    if at is None:
        return None
    start, end = sentence.start + at.start(), sentence.start + at.end()
    around = [
        span for span in case.spans if span[0] <= start and end <= span[1] and end - start >= (span[1] - span[0]) / 2
    ]
    return min(around, key=lambda span: (span[1] - span[0], span), default=(start, end))


def _mention(claim: AnyClaim, name: str, words: str, case: Case) -> Mention:
    """A mention of the words where they stand in the sentence; else one without words, of whom or what they name."""
    at = _found(claim, words, case)
    if at is not None:
        put = Mention(words=case.document.text[at[0] : at[1]], start=at[0], end=at[1], why="put in by a person")
        if at not in case.spans:
            with suppress(NotFound):  # words that name nobody are words
                kind, known = _known(name, words, case)
                put = msgspec.structs.replace(put, **{kind: known})
        return put
    kind, known = _known(name, words, case)
    here = claim.spans[0].start
    return Mention(words="", start=here, end=here, why="put in by a person", **{kind: known})


def _voice(claim: AnyClaim, words: str, case: Case) -> Voice:
    mention = _mention(claim, "speaker", words, case)
    return Voice(words=mention.words, start=mention.start, end=mention.end, actor=mention.actor, form="indirect")
