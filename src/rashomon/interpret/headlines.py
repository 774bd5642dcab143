"""What a report's headline adds to its text: the harm that the text does not tell, and the totals that sum it up."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import msgspec

from rashomon.interpret.wording import phrases
from rashomon.records import HEADLINE, SINGULAR, AnyClaim, CauseClaim, Document, EventClaim, FigureClaim, Mention
from rashomon.values.headlines import headline
from rashomon.vocab.scheme import HURT

HARM: Final = frozenset({"ASSAULT", *HURT})
COUNTED: Final = frozenset({"killed", "injured", "casualties"})
HIT: Final = frozenset({"injured", "casualties"})
WHY: Final = "told in the report's headline"
UNTIED: Final = "an act of the report's headline that is no claim of its own"


def with_headline(document: Document, claims: Sequence[AnyClaim]) -> list[AnyClaim]:
    """The claims of a report with those of its headline that add something, which say where they stand.

    Of a headline only acts of harm, their figures and what links them count. Where the text tells of harm, too, they
    stay only with a number of the dead or hurt, for one happening: "One dead, three hurt in shooting" sums up what the
    text tells in pieces, but "Teen dies" would be a second person beside the one whom the text names. Who is told
    beside such a number ("kills wife, two sons") stays with it.
    """
    title = headline(document)
    if title is None:
        return list(claims)
    above = [claim for claim in claims if title[0] <= claim.spans[0].start < title[1]]
    below = [claim for claim in claims if not title[0] <= claim.spans[0].start < title[1]]
    silent = not any(isinstance(claim, EventClaim) and _harm(claim) for claim in below)
    several = phrases("cues", "headline", "several").search(document.text, *title)
    kept = _adding(above, silent, _told(below)) if silent or not several else []
    stay = {claim.id for claim in kept}
    gone = {claim.id: claim for claim in above if claim.id not in stay}
    told = [*below, *(msgspec.structs.replace(c, reasons={**c.reasons, HEADLINE: WHY}) for c in kept)]
    return [_untied(claim, gone) for claim in told]


def _told(below: Sequence[AnyClaim]) -> set[str]:
    """What the text below a headline tells of: people killed, people hurt or both, by measure."""
    figures = {c.measure for c in below if isinstance(c, FigureClaim) and _counts(c)}
    acts = {HURT[c.type] for c in below if isinstance(c, EventClaim) and c.type in HURT and _harm(c)}
    told = figures | acts
    return told | HIT if told & HIT else told


def _adding(above: Sequence[AnyClaim], silent: bool, told_below: Collection[str]) -> list[AnyClaim]:
    """The acts of harm of a headline, their figures, and what the ones do to the others."""
    events = {claim.id for claim in above if isinstance(claim, EventClaim) and _harm(claim)}
    told = [claim for claim in above if isinstance(claim, FigureClaim) and _counts(claim)]
    summed = {claim.measure for claim in told if SINGULAR not in claim.reasons}
    figures = [c for c in told if silent or c.measure in summed or c.measure not in told_below]
    if not silent and not figures:
        return []
    links = [c for c in above if isinstance(c, CauseClaim) and {c.cause, c.effect} <= events]
    return [*(claim for claim in above if claim.id in events), *figures, *links]


def _untied(claim: AnyClaim, gone: Mapping[str, AnyClaim]) -> AnyClaim:
    """The claim without the ids of those of the headline that are left out; an act that it names stays as words."""
    changes: dict[str, Any] = {}
    if isinstance(claim, FigureClaim):
        changes = {name: None for name in ("event", "part_of") if getattr(claim, name) in gone}
        changes |= {"reasons": claim.reasons | {"event": UNTIED}} if "event" in changes else {}
    elif isinstance(claim, CauseClaim):
        ends = ((name, gone.get(str(getattr(claim, name)))) for name in ("cause", "effect"))
        changes = {name: _named(event) for name, event in ends if isinstance(event, EventClaim)}
    return msgspec.structs.replace(claim, **changes) if changes else claim


def _named(event: EventClaim) -> Mention:
    at = event.trigger
    return Mention(words=at.quote, start=at.start, end=at.end, type=event.type, why=UNTIED)


def _harm(claim: EventClaim) -> bool:
    """Whether an event is harm that is told as news, and as fact or likely."""
    return claim.type in HARM and claim.reality in ("fact", "poss") and not claim.background


def _counts(claim: FigureClaim) -> bool:
    """Whether a figure counts the harmed, as news."""
    return claim.measure in COUNTED and claim.reality in ("fact", "poss") and not claim.background
