"""The rules common to every policy: one vote per origin, later before earlier, nothing mixed and nothing lost."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from rashomon.reconcile.fields import EVERYBODY, head
from rashomon.reconcile.gathered import Gathered
from rashomon.reconcile.parties import partisan
from rashomon.records import HEADLINE, SINGULAR, SUPERSEDED, AnyClaim, Document, FigureClaim, Incident, Row, Standpoint
from rashomon.values.bounds import say
from rashomon.values.voices import folded, speaker

NOT_COUNTED: Final[Mapping[str, str]] = {
    "neg": "denied: kept as a denial, not counted",
    "hyp": "demanded, feared or conditional: not counted",
    "fut": "expected or planned: not counted",
}


# An approximation whose ends are farther apart than this names no number: "dozens" (24-99), "several" (3-9).
VAGUE: Final = 1.5


class Vote(Row, frozen=True, kw_only=True):
    """What one origin says of one field: ``low..high`` over its figures that stand (None = open), and their claims.

    ``point`` is the number it names, if any ("roughly 40": 40, "at least 5": 5, "up to 32": none). ``words`` are
    those of the report, ``partisan`` why it is labelled so, ``day`` when it was said, as ISO text, "" if unknown,
    ``vague`` whether no word of it names a number ("dozens").
    """

    origin: str
    claims: tuple[str, ...]
    low: int | None
    high: int | None
    point: int | None
    words: str
    partisan: str = ""
    hedged: bool = False
    day: str = ""
    reports: int = 1
    vague: bool = False


class Ballot(NamedTuple):
    """The votes on one field, and the claims that have none, each with its reason."""

    votes: tuple[Vote, ...]
    set_aside: tuple[Standpoint, ...]


class Said(NamedTuple):
    """A figure with who first said it, and when."""

    day: str
    published: str
    document: str
    start: int
    figure: FigureClaim


def ballot(gathered: Gathered, figures: Sequence[FigureClaim], field: Mapping[str, str]) -> Ballot:
    """The votes of the figures of one field. Rules, in this order; every claim ends in a vote or is set aside:

    1. a figure of a report that a newer version replaced, one that its own report puts right, a denied, expected,
       feared or demanded one, one without a number, and a part of another figure are set aside, unless it counts a
       group of its own ("two of the dead" are a part, "three of them children" are the children); so is one in
       whose place an update of its report puts another;
    2. each origin (`origin_of`) has one vote: its latest figures; earlier ones are superseded;
    3. a number in a headline that the text tells, too, is of whoever says it there; the author's figures below the
       number in the headline are some of those it counts;
    4. the same figure said again by one origin counts once.
    """
    aside: dict[str, str] = {}
    origins: dict[str, list[Said]] = {}
    for figure in figures:
        reason = excluded(figure, gathered.documents, field)
        if reason:
            aside[figure.id] = reason
        else:
            origin = origin_of(_sourced(figure, figures), gathered.incident)
            origins.setdefault(origin, []).append(_said(figure, gathered.documents))
    votes = []
    for origin in sorted(origins):
        replaced = _replaced(origins[origin], gathered)
        replaced |= _below_headline(origins[origin], figures)
        standing, gone = latest([said for said in origins[origin] if said.figure.id not in replaced])
        aside.update(replaced | gone)
        if standing:
            votes.append(_vote(origin, standing, gathered))
    return Ballot(tuple(votes), tuple(Standpoint(claim=c, reason=aside[c]) for c in sorted(aside)))


def excluded(figure: FigureClaim, documents: Mapping[str, Document], field: Mapping[str, str]) -> str:
    """Why a figure has no vote; "" if it has one. ``field`` maps figures to fields."""
    document = documents.get(figure.document)
    if document is not None and document.superseded_by:
        return "a newer version of its report replaced it"
    if figure.reality in NOT_COUNTED:
        return NOT_COUNTED[figure.reality]
    if figure.lower is None and figure.upper is None:
        return "names no number"
    if SUPERSEDED in figure.reasons:
        return f"{SUPERSEDED}: {figure.reasons[SUPERSEDED]}"
    if figure.part_of and (field.get(figure.part_of) == field.get(figure.id) or head(figure) in EVERYBODY):
        return "part of another figure here, not added to it"
    return ""


def origin_of(claim: AnyClaim, incident: Incident) -> str:
    """Who first said it, as a key: the speaker if known as an actor, else the group of reports and the speaker's words.

    The groups are those of the incident's origins.
    """
    group = copied_from(claim.document, incident)
    voice = speaker(claim)
    if voice is None:
        return group
    if voice.actor:
        return voice.actor
    words = folded(voice.words)
    # a quotation that several reports carry makes their speakers one
    cited = (o for o in incident.origins if o.speaker == words and claim.document in o.documents)
    return f"{next((o.documents[0] for o in cited), group)} {words}"


def copied_from(document: str, incident: Incident) -> str:
    """The first of the reports of an incident that are copies of one, this among them; itself, if it is none."""
    return next((o.documents[0] for o in incident.origins if o.speaker is None and document in o.documents), document)


def latest(said: Iterable[Said]) -> tuple[list[Said], dict[str, str]]:
    """The figures of one origin that stand, and the others with the reason: superseded, or a repeat."""
    ordered = sorted(said, key=lambda s: (s.published, s.document, s.start, s.figure.id))
    newest = max((s.day for s in ordered), default="")
    last = [s for s in ordered if s.day == newest or not s.day]
    newest_bounds = set(map(_bounds, last))
    gone: dict[str, str] = {}
    standing: dict[tuple[int | None, int | None], Said] = {}
    for one in ordered:
        if _bounds(one) in standing:
            gone[one.figure.id] = "the same origin's figure, repeated: counts once"
        elif _bounds(one) in newest_bounds:
            standing[_bounds(one)] = one
        else:
            later = say(last[-1].figure)
            gone[one.figure.id] = f"{SUPERSEDED}: the same origin later said {later} ({newest})"
    return list(standing.values()), gone


def _replaced(said: Sequence[Said], gathered: Gathered) -> dict[str, str]:
    """The figures that an update of their report puts others in the place of, with the reason."""
    found: dict[str, str] = {}
    for one in said:
        later = gathered.later(one.document)
        if not later:
            continue
        newer = sorted((later.index(s.document), s.start, s) for s in said if s.document in later)
        if newer and all(_bounds(one) != _bounds(s) for *_, s in newer):
            last = newer[-1][2]
            found[one.figure.id] = f"{SUPERSEDED}: an update of its report says {say(last.figure)} ({last.published})"
    return found


def _sourced(figure: FigureClaim, figures: Sequence[FigureClaim]) -> FigureClaim:
    """A number in a headline as the text below tells it: who is named there said it: no account of its own."""
    if not _in_headline(figure):
        return figure
    same = [f for f in figures if f.document == figure.document and f.id != figure.id and point(f) == point(figure)]
    same = [f for f in same if HEADLINE not in f.reasons]
    return min(same, key=lambda f: (len(f.voices), f.spans[0].start, f.id), default=figure)


def _below_headline(said: Sequence[Said], figures: Sequence[FigureClaim]) -> dict[str, str]:
    """The author's figures below the number in the report's own headline: that is the total, they are some of it."""
    totals = {f.document: f for f in figures if _in_headline(f)}
    found: dict[str, str] = {}
    for one in said:
        total = totals.get(one.document)
        below = total and one.figure.upper is not None and one.figure.upper < (lower(total) or 0)
        if total and below and len(one.figure.voices) == 1:
            found[one.figure.id] = f"some of those whom its report's headline counts: {say(total)}"
    return found


def _in_headline(figure: FigureClaim) -> bool:
    """Whether a figure is a number in its report's headline."""
    return HEADLINE in figure.reasons and SINGULAR not in figure.reasons


def lower(figure: FigureClaim) -> int | None:
    """The least that a figure states; the 0 of "up to 32" is not stated but open."""
    return None if figure.lower == 0 and figure.upper != 0 else figure.lower


def point(figure: FigureClaim) -> int | None:
    """The number that a figure names: 40 of "about 40", 5 of "at least 5", none of "up to 32" and "dozens"."""
    low, high = lower(figure), figure.upper
    if low is None or vague(figure) or (figure.approx and high is not None and high > VAGUE * low):
        return None
    return (low + high) // 2 if high is not None and figure.approx else low


def spread(bounds: Iterable[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    """Lowest and highest over stated bounds, each None only if no bound on that side is stated.

    A figure that is open above still says that the number is at least so high: 12 and "at least 20" are 12..20.
    """
    known = list(bounds)
    lows = [low for low, _ in known if low is not None]
    highs = [high for _, high in known if high is not None]
    low = min([*lows, *(high for low, high in known if low is None and high is not None)]) if lows else None
    high = max([*highs, *(low for low, high in known if high is None and low is not None)]) if highs else None
    return low, high


def vague(figure: FigureClaim) -> bool:
    """Whether a figure is a word that names no number: "dozens" (24-99), "several"; "3,000 to 5,000" names two."""
    low, high = lower(figure), figure.upper
    wide = low is not None and high is not None and high > VAGUE * low
    return wide and not any(letter.isdigit() for letter in figure.words)


def telling(bounds: Sequence[tuple[int | None, int | None, bool]]) -> list[tuple[int | None, int | None]]:
    """The bounds (low, high, whether vague) that tell something: where others name numbers, a vague word that these
    fall under adds nothing, and widens no range: "dozens" beside 32. One that they do not fall under stands."""
    named = [(low, high) for low, high, word in bounds if not word]
    least, most = spread(named)
    if not named or least is None:
        return [(low, high) for low, high, _ in bounds]
    ends = most if most is not None else least
    return named + [
        (low, high)
        for low, high, word in bounds
        if word and ((low is not None and low > ends) or (high is not None and high < least))
    ]


def reach(votes: Iterable[Vote]) -> tuple[int | None, int | None]:
    """Lowest and highest over votes (`spread`), of those that tell something (`telling`)."""
    return spread(telling([(v.low, v.high, v.vague) for v in votes]))


def _said(figure: FigureClaim, documents: Mapping[str, Document]) -> Said:
    document = documents.get(figure.document)
    period = document.published if document else None
    published = (period.to or period.from_ or "") if period else ""
    spoken = next((v.when for v in reversed(figure.voices) if v.when), None)
    when = figure.as_of or spoken
    day = ((when.to or when.from_ or "") if when else "") or published
    return Said(day[:10], published, figure.document, figure.spans[0].start, figure)


def _bounds(said: Said) -> tuple[int | None, int | None]:
    return said.figure.lower, said.figure.upper


def _largest(standing: Sequence[Said]) -> set[int | None]:
    """The largest of several numbers of one report, which counts them all: the others are some of those."""
    named = [found for said in standing if (found := point(said.figure)) is not None]
    return {max(named)} if named and len({said.document for said in standing}) == 1 else set()


def _vote(origin: str, standing: Sequence[Said], gathered: Gathered) -> Vote:
    figures = [said.figure for said in standing]
    low, high = spread(telling([(lower(f), f.upper, vague(f)) for f in figures]))
    points = {point(f) for f in figures}
    if len(points) > 1:  # of several numbers of one origin the headline's is meant, else the largest
        points = {point(s.figure) for s in standing if _in_headline(s.figure)} or _largest(standing)
    labels = [label for f in figures if (label := partisan(f, gathered))]
    return Vote(
        origin=origin,
        claims=tuple(f.id for f in figures),
        low=low,
        high=high,
        point=next(iter(points)) if len(points) == 1 else None,
        words=" / ".join(dict.fromkeys(say(f) for f in figures)),
        partisan=labels[0] if labels else "",
        hedged=all(f.reality == "poss" for f in figures),
        day=max(said.day for said in standing),
        reports=len({said.document for said in standing}),
        vague=all(map(vague, figures)),
    )
