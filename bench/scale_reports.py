"""Synthetic reports with their claims: templates over `scale_world`, in which it is known what belongs with what.

A line is marked up: ``[act:shelled]`` is the trigger of the act, ``[toll:at least 9]`` a figure and so on (`TAGS`).
The claims are read off the marks, so no annotator is needed, and none is measured. Around the marked lines stands text
of made-up words, so that two reports of one incident share few runs of words unless one copies the other.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random
from typing import Final, NamedTuple

from scale_world import KINDS, Happening

from rashomon.records import (
    AnyClaim,
    Document,
    EventClaim,
    FigureClaim,
    Mention,
    Period,
    Span,
    Voice,
    content_id,
)

_MARK: Final = re.compile(r"\[(\w+):([^\]]*)\]")
TAGS: Final = {"act": "the kind's own type", "kill": "KILL", "hurt": "INJURE", "again": "the kind's own type"}
LEADS: Final = (
    "[agent] [act] [target] in [place] [time], [kill:killing] [toll] [people:people][more], [speaker:nuns] [cue:say].",
    "[target] in [place] was [act] by [agent] [time] and [toll] [people:people] were [kill:killed][more].",
    "[toll] [people:people] [kill:died] [time] when [agent] [act] [target] in [place][more], [speaker:kin] [cue:say].",
    "[time] [agent] [act] [target] near the centre of [place][more]; [toll] [people:civilians] were [kill:killed].",
    "Witnesses in [place] saw how [agent] [act] [target] [time][more], and counted [toll] [people:dead] [kill:killed].",
)
HURT: Final = (
    "[injured] [people:others] were [hurt:injured].",
    "Doctors treated [injured] [people:people] [hurt:wounded] there.",
    "The hospital took in [injured] [people:patients], all [hurt:hurt].",
)
AGAIN: Final = (
    "The [again] lasted most of an hour, a shopkeeper said.",
    "Nobody had warned the quarter before the [again].",
    "After the [again] the road was closed to lorries.",
)
PAST: Final = (
    "On [time], [agent] [act] [target] in [place][more], and [toll] [people:people] were [kill:killed].",
    "It was on [time] that [agent] [act] [target] in [place][more]; [toll] [people:people] [kill:died].",
)
AGENCIES: Final = ("AFP", "Reuters")
COMMON: Final = [
    "the",
    "of",
    "a",
    "and",
    "in",
    "to",
    "with",
    "that",
    "for",
    "on",
    "by",
    "near",
    "when",
    "from",
    "after",
]


class Line(NamedTuple):
    """A sentence with marks, and what the marks mean; ``told`` None: it tells of nothing, and is only text."""

    marked: str
    told: Happening | None = None
    period: Period | None = None
    place: str | None = None
    agent: str | None = None
    bounds: tuple[int | None, int | None] = (None, None)
    background: bool = False


class Report(NamedTuple):
    """A report before it is a document."""

    outlet: str
    published: date
    title: str
    head: str
    lines: tuple[Line, ...]
    origin: int
    made: str = "own"


class Desk:
    """Writes reports: the wording is chance, what is told is not."""

    def __init__(self, random: Random) -> None:
        self.random = random
        sounds = [
            "an",
            "be",
            "cor",
            "dis",
            "el",
            "fen",
            "gra",
            "hin",
            "is",
            "jo",
            "ken",
            "lor",
            "mo",
            "nes",
            "ot",
            "pra",
            "qui",
            "ren",
            "so",
            "tel",
            "un",
            "ver",
            "wis",
            "yl",
        ]
        self.vocabulary = ["".join(random.choices(sounds, k=random.randint(2, 3))) for _ in range(3000)]

    def report(self, one: Happening, outlet: str, origin: int, past: Sequence[Happening]) -> Report:
        """An outlet's own report of an incident, with paragraphs of its own and, in one of three, with history."""
        published = one.day + timedelta(days=self.random.choice((0, 1, 1, 2)))
        lines = [*self.news(one), *(self.filler() for _ in range(self.random.randint(4, 8)))]
        if past and self.random.random() < 0.35:
            lines += [self.history(self.random.choice(past)), self.filler()]
        return Report(outlet, published, self.title(one), self.head(one), tuple(lines), origin)

    def news(self, one: Happening) -> Iterator[Line]:
        """The lines that tell of the incident: act and toll, the injured, a word that comes back to it."""
        place, words = self._scene(one)
        day, when = self._day(one)
        actor, agent = (None, "gunmen") if self.random.random() < 0.15 else (one.agent.id, f"the {one.agent.name}")
        told = round(one.killed * self.random.choice((1, 1, 1, 0.8, 0.9, 1.1))) or 1
        number, bounds = self._count(told)
        verbs, nouns, _ = KINDS[one.kind]
        fills = {
            "agent": agent, "act": self.random.choice(verbs.split()), "target": f"the {one.site}", "place": words,
            "time": when, "toll": number, "again": self.random.choice(nouns.split()), "more": self.details(one),
        }  # fmt: skip
        yield Line(filled(self.random.choice(LEADS), fills), one, day, place, actor, bounds)
        if self.random.random() < 0.7:
            hurt, bounds = self._count(round(one.injured * self.random.choice((1, 1, 0.8, 1.2))))
            yield Line(filled(self.random.choice(HURT), fills | {"injured": hurt}), one, bounds=bounds)
        if self.random.random() < 0.4:
            yield Line(filled(self.random.choice(AGAIN), fills), one)

    def history(self, one: Happening) -> Line:
        """A paragraph that looks back on another incident."""
        verbs, _, _ = KINDS[one.kind]
        day = f"{one.day.day} {one.day:%B %Y}"
        fills = {
            "agent": f"the {one.agent.name}", "act": verbs.split()[0], "target": f"the {one.site}",
            "place": one.town.place.name, "time": day, "toll": str(one.killed),
            "more": self.details(one),
        }  # fmt: skip
        bounds = (one.killed, one.killed)
        marked = filled(self.random.choice(PAST), fills)
        return Line(marked, one, _period(one.day, day), one.town.place.id, one.agent.id, bounds, background=True)

    def details(self, one: Happening) -> str:
        """What an outlet adds about the scene: in half of the reports its quarter, and words of its own."""
        where = f" in the {one.quarter} quarter" if self.random.random() < 0.5 else ""
        return f"{where} {' '.join(self.random.choices(self.vocabulary, k=self.random.randint(3, 6)))}"

    def filler(self) -> Line:
        """A sentence of made-up words."""
        found = [self.random.choice(self.vocabulary) for _ in range(self.random.randint(9, 16))]
        for at in range(1, len(found), 2):
            found[at] = self.random.choice(COMMON) if self.random.random() < 0.6 else found[at]
        return Line(" ".join(found).capitalize() + ".")

    def title(self, one: Happening) -> str:
        """A headline, with a number in it that makes it this outlet's."""
        noun = self.random.choice(KINDS[one.kind][1].split())
        extra = " ".join(self.random.choices(self.vocabulary, k=2))
        return f"{one.town.place.name}: {extra} after {noun} on {one.site}"

    def head(self, one: Happening) -> str:
        """A dateline; one in three credits an agency."""
        agency = AGENCIES[one.number % len(AGENCIES)] if self.random.random() < 0.35 else ""
        return f"{one.town.place.name.upper()}{f' ({agency})' if agency else ''} -"

    def _scene(self, one: Happening) -> tuple[str | None, str]:
        chance = self.random.random()
        if chance < 0.05:
            return one.town.province.id, f"{one.town.province.name} province"
        return (None, "the town") if chance < 0.08 else (one.town.place.id, one.town.place.name)

    def _day(self, one: Happening) -> tuple[Period | None, str]:
        if self.random.random() < 0.08:
            return None, "this week"
        day = one.day + timedelta(days=self.random.random() < 0.03)
        words = self.random.choice((f"on {day:%A}", f"early on {day:%A}", f"on {day.day} {day:%B}"))
        return _period(day, words), words

    def _count(self, number: int) -> tuple[str, tuple[int | None, int | None]]:
        chance = self.random.random()
        if chance < 0.2:
            return f"at least {number}", (number, None)
        if chance < 0.3 and number > 9:
            return f"about {number}", (int(number * 0.9), int(number * 1.1) + 1)
        return (str(number), (number, number)) if chance < 0.92 else (f"up to {number}", (0, number))


def filled(template: str, fills: dict[str, str]) -> str:
    """A template with the words of its bare marks: ``[act]`` becomes ``[act:shelled]``."""
    return re.sub(r"\[(\w+)\]", lambda m: fills["more"] if m[1] == "more" else f"[{m[1]}:{fills[m[1]]}]", template)


def document_of(report: Report, number: int) -> Document:
    """The document of a report: headline, dateline and lines, the marks taken out."""
    bare = [_MARK.sub(lambda m: m[2], line.marked) for line in report.lines]
    text = "\n\n".join([report.title, f"{report.head} {bare[0]}", *bare[1:]])
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = f"{report.outlet}/{number}.txt"
    return Document(
        id=content_id("d", source, digest),
        source=source,
        digest=digest,
        text_digest=digest,
        title=report.title,
        publisher=report.outlet,
        published=_period(report.published, ""),
        language="en",
        text=text,
    )


def claims_of(report: Report, document: Document) -> Iterator[tuple[AnyClaim, Happening]]:
    """The claims that the marks of a report make, each with the incident that it is of."""
    at = len(report.title) + 2 + len(report.head) + 1
    for line in report.lines:
        spans, length = _spans(line.marked, at)
        if line.told is not None:
            sentence = Span(start=at, end=at + length, quote=document.text[at : at + length])
            for claim in _claims(line, document.id, sentence, spans):
                yield claim, line.told
        at += length + 2


def _spans(marked: str, at: int) -> tuple[dict[str, Span], int]:
    found, taken = {}, 0
    for match in _MARK.finditer(marked):
        start = at + match.start() - taken
        found[match[1]] = Span(start=start, end=start + len(match[2]), quote=match[2])
        taken += len(match[0]) - len(match[2])
    return found, len(marked) - taken


def _claims(line: Line, document: str, sentence: Span, spans: dict[str, Span]) -> Iterator[AnyClaim]:
    assert line.told is not None
    voices = [Voice(words="", start=0, end=0)]
    if who := spans.get("speaker"):
        voices.append(Voice(words=who.quote, start=who.start, end=who.end, cue=spans.get("cue"), form="indirect"))
    common = {"document": document, "spans": (sentence,), "voices": tuple(voices), "background": line.background}
    roles = {
        role: (_mention(spans[role], line, role),) for role in ("agent", "target", "place") if role in spans
    }  # fmt: skip
    people = {"target": (_mention(spans["people"], line, "people"),)} if "people" in spans else {}
    for tag in (tag for tag in TAGS if tag in spans):
        type_, _, mode = (line.told.kind if tag in ("act", "again") else TAGS[tag]).partition(".")
        own = roles if tag == "act" else people | {r: m for r, m in roles.items() if r != "target" and tag == "kill"}
        time = line.period if "time" in spans else None
        reasons = {} if time else {"time": "not said"}
        identity = content_id("c", document, "event", tag, spans[tag].start)
        yield EventClaim(
            id=identity, type=type_, mode=mode or None, trigger=spans[tag], roles=own, time=time, reasons=reasons,
            **common,
        )  # fmt: skip
        count = spans.get({"kill": "toll", "hurt": "injured"}.get(tag, ""))
        if count:
            yield FigureClaim(
                id=content_id("c", document, "figure", count.start), measure="killed" if tag == "kill" else "injured",
                counted=people["target"][0], lower=line.bounds[0], upper=line.bounds[1], words=count.quote,
                approx=count.quote.startswith("about"), basis="incident", event=identity, **common,
            )  # fmt: skip


def _mention(span: Span, line: Line, role: str) -> Mention:
    actor = line.agent if role == "agent" else None
    place = line.place if role == "place" else None
    return Mention(words=span.quote, start=span.start, end=span.end, actor=actor, place=place)


def _period(day: date, words: str) -> Period:
    return Period(from_=day.isoformat(), to=day.isoformat(), precision="day", words=words)
