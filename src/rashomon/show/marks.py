"""Text with its claims marked: cut at every boundary, so that overlaps nest cleanly and the text stays itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Generic, TypeVar

from markupsafe import Markup, escape

from rashomon.records import AnyClaim, CauseClaim, EventClaim, FigureClaim, FlowClaim, Mention, NamingClaim, TieClaim
from rashomon.show.anchors import anchor
from rashomon.show.lookup import sentence_of
from rashomon.show.plain import visible
from rashomon.show.words import act
from rashomon.values.voices import speaker
from rashomon.vocab.scheme import HURT

T = TypeVar("T")
DEEP: Final = 24  # wrappers inside each other; HTML parsers flatten what is deeper than 512
WORD: Final = 400  # longer words are shown by their beginning, with their length
LABELS: Final = {
    "agent": ("actor", "who"), "target": ("actor", "target"), "theme": ("actor", "what"), "place": ("place", "where"),
    "origin": ("place", "from"), "dest": ("place", "to"), "instrument": ("means", "with"), "time": ("time", "when"),
}  # fmt: skip


@dataclass(frozen=True)
class Part:
    """Characters that play a part in a claim: ``kind`` picks the highlight, ``label`` names it."""

    start: int
    end: int
    kind: str
    label: str
    claim: str


def parts_of(claim: AnyClaim, text: str) -> list[Part]:
    """The parts of a claim whose words stand where the claim says; others are not shown rather than shown wrongly."""
    found = [_part(claim, *given) for given in (*_given(claim, text), *_voice(claim, text))]
    return [part for part in found if 0 <= part.start < part.end <= len(text)]


class Near(Generic[T]):
    """Things that stand in a text, found by the stretch that they overlap; a page asks for each line and sentence."""

    def __init__(self, things: Iterable[T], bounds: Callable[[T], tuple[int, int]]) -> None:
        held = sorted((*bounds(thing), number, thing) for number, thing in enumerate(things))
        self._held = held
        self._starts = [start for start, *_ in held]
        self._longest = max((end - start for start, end, *_ in held), default=0)

    def __call__(self, start: int, end: int) -> list[T]:
        """Those that overlap ``start:end``, in the order in which they were given."""
        first = bisect_right(self._starts, start - self._longest)
        found = self._held[first : bisect_left(self._starts, end)]
        return [thing for _, _, thing in sorted((n, stop, thing) for _, stop, n, thing in found if stop > start)]


def bounds_of(part: Part) -> tuple[int, int]:
    """Where a part begins and ends."""
    return part.start, part.end


def stands(claim: AnyClaim, text: str) -> bool:
    """Whether the claim's sentence is in the text at its offsets, word for word."""
    span = sentence_of(claim)
    return bool(span.quote) and text[span.start : span.end] == span.quote


def marked(text: str, start: int, end: int, parts: Iterable[Part], linked: bool = False) -> Markup:
    """``text[start:end]`` with its parts highlighted and labelled; labels link to their claims if ``linked``."""
    inside = unique(part for part in parts if part.start < end and part.end > start)
    edges = {start, end} | {edge for part in inside for edge in (part.start, part.end) if start < edge < end}
    return Markup("".join(_piece(text, a, b, inside, linked) for a, b in pairwise(sorted(edges))))


def wrapped(text: str, start: int, end: int, claims: Sequence[AnyClaim], parts: Sequence[Part]) -> Markup:
    """``text[start:end]`` with an anchor around every claim's sentence, and the parts inside.

    A sentence that crosses the end of an open one is cut there; its anchor keeps its place. A claim none of whose
    labels links to it gets an arrow at the end of its sentence.
    """
    out: list[str] = []
    near = Near(parts, bounds_of)
    stack: list[tuple[int, str, int]] = []  # where a sentence ends, its claim, and where in `out` it begins
    at = start

    def upto(place: int) -> None:
        nonlocal at
        while stack and stack[-1][0] <= place:
            last, key, since = stack.pop()
            out.append(marked(text, at, last, near(at, last), linked=True))
            out.append(_back(key, out[since:]) + "</mark>")
            at = last
        out.append(marked(text, at, place, near(at, place), linked=True))
        at = place

    for first, last, key in sorted((_interval(claim, start, end) for claim in claims), key=_outermost_first):
        upto(first)
        out.append(f'<mark class="s" id="{escape(anchor("m", key))}">' if key else '<mark class="s">')
        stack.append((min([last, *(open_[0] for open_ in stack[-1:])]), key, len(out)))
        if len(stack) > DEEP:
            stack.pop()
            out.append("</mark>")
    upto(end)
    return Markup("".join(out))


def unique(parts: Iterable[Part]) -> list[Part]:
    """Parts in reading order, each stretch with one label only once."""
    found: dict[tuple[int, int, str], Part] = {}
    for part in sorted(parts, key=lambda part: (part.start, -part.end, part.label, part.claim)):
        found.setdefault((part.start, part.end, part.label), part)
    return list(found.values())


def shown(text: str) -> str:
    """Text as a page shows it: control characters visible, endless words cut with their length said."""
    if len(text) > WORD:
        text = " ".join(
            word if len(word) <= WORD else f"{word[: WORD // 2]}… [{len(word):,} characters without a space]"
            for word in text.split(" ")
        )
    return visible(text)


def _interval(claim: AnyClaim, start: int, end: int) -> tuple[int, int, str]:
    span = sentence_of(claim)
    return max(span.start, start), min(span.end, end), claim.id if span.start >= start else ""


def _outermost_first(given: tuple[int, int, str]) -> tuple[int, int, str]:
    return given[0], -given[1], given[2]


def _back(key: str, inside: Sequence[str]) -> str:
    name = escape(anchor("c", key))
    if not key or any(f'href="#{name}"' in piece for piece in inside):
        return ""
    return f'<a class="l" href="#{name}" title="the claim">↩</a>'


def _piece(text: str, start: int, end: int, parts: Sequence[Part], linked: bool) -> str:
    """HTML of one stretch; plain strings, as it is made hundreds of thousands of times and `Markup.format` is slow."""
    over = [part for part in parts if part.start <= start and end <= part.end]
    words = escape(shown(text[start:end]))
    if not over:
        return words
    kinds = sorted(dict.fromkeys(part.kind for part in over), key="speaker".__eq__)
    second = f" also-{kinds[1]}" if len(kinds) > 1 else ""
    piece = f'<span class="k {kinds[0]}{second}">{words}</span>'
    ending = [part for part in over if part.end == end]
    return piece + _label(ending, linked) if ending else piece


def _label(ending: Sequence[Part], linked: bool) -> str:
    labels = list(dict.fromkeys(part.label for part in ending))
    words = labels[0] if len(labels) == 1 else f"{labels[0]} · {labels[1]}"
    if len(labels) > 2:
        words += f" +{len(labels) - 2}"
    if not linked:
        return f'<small class="l">{escape(words)}</small>'
    return f'<a class="l" href="#{escape(anchor("c", ending[0].claim))}">{escape(words)}</a>'


def _part(claim: AnyClaim, start: int, end: int, kind: str, label: str) -> Part:
    return Part(start=start, end=end, kind=kind, label=label, claim=claim.id)


def _given(claim: AnyClaim, text: str) -> list[tuple[int, int, str, str]]:
    match claim:
        case EventClaim():
            return _event(claim, text)
        case FigureClaim():
            return _figure(claim, text)
        case TieClaim():
            return _mentions(text, (claim.left, "actor", "one side"), (claim.right, "actor", "other side"))
        case FlowClaim():
            return _mentions(text, (claim.origin, "place", "from"), (claim.dest, "place", "to"),
                             (claim.via, "place", "by way of"), (claim.agent, "actor", "carrier"))  # fmt: skip
        case CauseClaim():
            ends = ((claim.cause, "cause"), (claim.effect, "effect"))
            return _mentions(text, *((end, "means", label) for end, label in ends if isinstance(end, Mention)))
        case NamingClaim():
            return _mentions(text, (claim.mention, "actor", "naming"))


def _voice(claim: AnyClaim, text: str) -> list[tuple[int, int, str, str]]:
    """The words of the innermost speaker, so that the eye finds who says it."""
    voice = speaker(claim)
    if voice is None or not voice.words or text[voice.start : voice.end] != voice.words:
        return []
    return [(voice.start, voice.end, "speaker", "says")]


def _event(claim: EventClaim, text: str) -> list[tuple[int, int, str, str]]:
    trigger = claim.trigger
    found = _mentions(
        text, *((mention, *LABELS.get(role, ("means", role))) for role, said in claim.roles.items() for mention in said)
    )
    if text[trigger.start : trigger.end] == trigger.quote:
        found.append((trigger.start, trigger.end, HURT.get(claim.type, "means"), act(claim.type, claim.mode)))
    time = claim.time
    if time and time.start is not None and time.end is not None and text[time.start : time.end] == time.words:
        found.append((time.start, time.end, "time", "when"))
    return found


def _figure(claim: FigureClaim, text: str) -> list[tuple[int, int, str, str]]:
    span = sentence_of(claim)
    kind = claim.measure if claim.measure in HURT.values() else "means"
    at = text.find(claim.words, span.start, span.end) if claim.words else -1
    found = [(at, at + len(claim.words), kind, claim.measure)] if at >= 0 else []
    return found + _mentions(text, (claim.counted, "actor", "counted"))


def _mentions(text: str, *given: tuple[Mention | None, str, str]) -> list[tuple[int, int, str, str]]:
    return [
        (mention.start, mention.end, kind, label)
        for mention, kind, label in given
        if mention and mention.words and text[mention.start : mention.end] == mention.words
    ]
