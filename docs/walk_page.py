"""The page that walks one incident of the samples from sentences to finding; they are read as the page is made."""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import rashomon
from rashomon.engine.analyses import under
from rashomon.link.updates import updated
from rashomon.reconcile.gathered import Gathered, gather
from rashomon.reconcile.policies import POLICIES
from rashomon.reconcile.reconciler import votes
from rashomon.reconcile.votes import Ballot
from rashomon.records import AnyClaim, Disagreement, EventClaim, FigureClaim, Incident, Judgement, Mention, Record
from rashomon.show import figures, words
from rashomon.show.lookup import Lookup

SAMPLES: Final = Path(__file__).parent.parent / "samples" / "reports"
INTRO: Final = """How sentences become a finding, on one incident: of the [samples](../samples/README.md), which are
invented, the one over which their reports disagree most, and of that the number over which they differ most. The
program read the reports when this page was made, so what it got wrong is in here too. The words (claim, origin,
incident, finding) are those of [concepts](concepts.md); the rules are those of [rules](rules.md).
"""
NO_EVENT: Final = "| {} | *no act of its own* | | | |"
# How many judgements are shown, those with most bits first: enough to see what is weighed.
SHOWN: Final = 5


class Walk(NamedTuple):
    """What the page walks through: a record, one incident of it, one field, and its figures by number."""

    record: Record
    look: Lookup
    gathered: Gathered
    dispute: Disagreement
    field: str
    ballot: Ballot
    told: dict[str, int]

    @property
    def incident(self) -> Incident:
        """The incident."""
        return self.gathered.incident

    def figures(self) -> list[FigureClaim]:
        """The figures of the field, in the order of their numbers."""
        return [claim for name in self.told if isinstance(claim := self.look.claims[name], FigureClaim)]

    def events(self) -> list[EventClaim]:
        """The acts that these figures hang on, each once, in the same order."""
        found = dict.fromkeys(figure.event for figure in self.figures() if figure.event)
        return [claim for name in found if isinstance(claim := self.look.claims.get(name or ""), EventClaim)]

    def numbers(self, claims: Iterable[str]) -> str:
        """Claims as the numbers of the page."""
        return ", ".join(f"[{number}]" for number in sorted(self.told[claim] for claim in claims if claim in self.told))


def page(note: str) -> str:
    """The whole page; ``note`` is its first line."""
    with tempfile.TemporaryDirectory() as folder, rashomon.open(Path(folder) / "samples.db") as case:
        case.read([str(SAMPLES)])
        case.update()
        walk = chosen(case.record())
    title = f"# From sentences to a finding: {walk.incident.title}\n"
    parts = (_sentences, _acts, _judgements, _incident, _votes, _findings, _differences)
    return "\n".join([note, title, INTRO, *(line for part in parts for line in part(walk))]).rstrip() + "\n"


def chosen(record: Record) -> Walk:
    """The incident with most disagreements (of two the one told in fewer claims), and the field with most sides."""
    about = {i.id: [d for d in record.disagreements if d.about == i.id] for i in record.incidents}
    incident = max(record.incidents, key=lambda i: (len(about[i.id]), -len(i.claims), i.id))
    dispute = max((d for d in about[incident.id] if d.kind == "figure"), key=lambda d: (len(d.sides), len(d.why)))
    (gathered,) = gather([incident], record.claims, record.documents, record.actors, updated(record.judgements))
    look, ballots = Lookup(record), votes(gathered)
    of = {claim for side in dispute.sides for claim in side.claims}
    field = next(f for f, cast in ballots.items() if of & {claim for vote in cast.votes for claim in vote.claims})
    cast = ballots[field]
    counted = {claim for vote in cast.votes for claim in vote.claims} | {aside.claim for aside in cast.set_aside}
    ordered = sorted(counted, key=lambda claim: (look.outlet(look.claims[claim].document), _start(look, claim)))
    told = {claim: number for number, claim in enumerate(ordered, start=1)}
    return Walk(record, look, gathered, dispute, field, cast, told)


def _start(look: Lookup, claim: str) -> tuple[str, int, str]:
    found = look.claims[claim]
    return found.document, found.spans[0].start, claim


def _sentences(walk: Walk) -> Iterator[str]:
    yield f"## 1. Sentences that make a claim: {figures.label(walk.field)}\n"
    yield "| | outlet | sentence | who says it | bounds | counted | runs over | told as |"
    yield "|---|---|---|---|---|---|---|---|"
    for number, claim in enumerate(walk.figures(), start=1):
        counted = claim.counted.words if claim.counted else ""
        yield _row(
            f"[{number}]", walk.look.outlet(claim.document), claim.spans[0].quote, _voice(walk, claim),
            f"{_bound(claim.lower)} to {_bound(claim.upper)}", f"{counted} ({claim.class_})",
            figures.BASIS[claim.basis], words.reality(claim) or "fact",
        )  # fmt: skip
    yield "\nA bound that is left open is *open*, not 0 and not a guess.\n"


def _acts(walk: Walk) -> Iterator[str]:
    yield "## 2. What they count: the act, who, where and when\n"
    yield "| of | act | who and whom | where | when |"
    yield "|---|---|---|---|---|"
    for event in walk.events():
        own = walk.numbers(f.id for f in walk.figures() if f.event == event.id)
        acting = [*event.roles.get("agent", ()), *event.roles.get("target", ())]
        place = _meant(walk, event.roles.get("place", ())) or "none named here"
        yield _row(own, f"{event.trigger.quote} ({event.type})", _meant(walk, acting), place, _when(event))
    loose = walk.numbers(f.id for f in walk.figures() if not f.event)
    if loose:
        yield NO_EVENT.format(loose)
    yield "\nIn brackets stands how the program knows whom or where the words mean, or that it doesn't.\n"


def _meant(walk: Walk, mentions: Sequence[Mention]) -> str:
    """Mentions with the actors or places that they were resolved to, and why."""
    said = []
    for mention in mentions:
        name = walk.look.actor(mention.actor) or walk.look.place(mention.place)
        said.append(f"“{mention.words}”: {name} ({mention.why})" if name else f"“{mention.words}” ({mention.why})")
    return "; ".join(said)


def _when(event: EventClaim) -> str:
    if event.time is None:
        return f"not told: {event.reasons.get('time', '')}"
    return f"{words.period(event.time)} ({event.time.how or event.time.words})"


def _voice(walk: Walk, claim: AnyClaim) -> str:
    return words.voice(claim, walk.look).removeprefix("says ")


def _judgements(walk: Walk) -> Iterator[str]:
    yield "## 3. Are they one happening? Pairs, in bits\n"
    yield "Every two accounts that could be one are compared; a bit doubles the odds, and each feature says why."
    yield f"Of the pairs that join two reports in this incident, the {SHOWN} with most bits, and the one with fewest:\n"
    of = {claim for claim in walk.incident.claims if isinstance(walk.look.claims[claim], EventClaim)}
    pairs = [j for j in walk.record.judgements if j.relation == "same incident" and {j.left, j.right} <= of]
    across = [j for j in pairs if _document(walk, j.left) != _document(walk, j.right)]
    ranked = sorted(across, key=lambda j: (-_bits(j), j.id))
    for judgement in [*ranked[:SHOWN], *ranked[SHOWN:][-1:]]:
        left, right = (_told(walk, claim) for claim in (judgement.left, judgement.right))
        yield f"- {left} and {right}: **{judgement.verdict}**, {_bits(judgement):+.1f} bits"
        yield from (f"  - {feature}" for feature in judgement.why.split("; "))
    yield ""


def _document(walk: Walk, claim: str) -> str:
    return walk.look.claims[claim].document


def _bits(judgement: Judgement) -> float:
    """The sum of the features of a judgement."""
    heads = (feature.partition(":")[0].rpartition(" ")[2] for feature in judgement.why.split("; "))
    return sum(float(bits) for bits in heads if bits[:1] in "+-")


def _told(walk: Walk, claim: str) -> str:
    return f"“{words.content(walk.look.claims[claim], walk.look)}” ({walk.look.outlet(_document(walk, claim))})"


def _incident(walk: Walk) -> Iterator[str]:
    one = walk.incident
    yield "## 4. The incident and its origins\n"
    yield f"**{one.title}**: {len(one.claims)} claims of {len(one.documents)} reports, {len(one.origins)} origins,"
    yield f"{one.grade}. An origin is who first said it, and counts once:\n"
    for origin in one.origins:
        outlets = ", ".join(dict.fromkeys(walk.look.outlet(document) for document in origin.documents))
        speaker = f"{walk.look.actor(origin.speaker, origin.speaker)}, in " if origin.speaker else ""
        yield f"- {speaker}{outlets}" + (f" ({origin.why})" if origin.why else "")
    yield ""


def _votes(walk: Walk) -> Iterator[str]:
    yield "## 5. One vote for each origin\n"
    yield "| origin | its figures | low | high | label |"
    yield "|---|---|---|---|---|"
    for vote in walk.ballot.votes:
        label = vote.partisan or ("hedged" if vote.hedged else "")
        said = f"{walk.numbers(vote.claims)} {vote.words}"
        yield _row(_origin(walk, vote.origin, vote.claims), said, _bound(vote.low), _bound(vote.high), label)
    if walk.ballot.set_aside:
        yield "\nWithout a vote, and why:\n"
        yield from (f"- {walk.numbers([aside.claim])} {aside.reason}" for aside in walk.ballot.set_aside)
    yield ""


def _origin(walk: Walk, key: str, claims: Sequence[str]) -> str:
    claim = walk.look.claims[claims[0]]
    return walk.look.actor(key) or _voice(walk, claim)


def _findings(walk: Walk) -> Iterator[str]:
    yield "## 6. The finding, under each policy\n"
    yield "| policy | low | best | high | backing | set aside |"
    yield "|---|---|---|---|---|---|"
    for policy in POLICIES:
        made = under(walk.record, policy).findings
        (one,) = (f for f in made if (f.incident, f.field) == (walk.incident.id, walk.field))
        backing, aside = ("<br>".join(f"{walk.numbers([s.claim])} {s.reason}" for s in of)
                          for of in (one.backing, one.set_aside))  # fmt: skip
        yield _row(f"`{policy}`", _bound(one.low), _best(one.best), _bound(one.high), backing, aside)
    yield "\n`rashomon show CASE figures --policy ucdp` shows any of them; the case keeps its own.\n"


def _differences(walk: Walk) -> Iterator[str]:
    yield "## 7. What the reports disagree on\n"
    ordered = sorted(walk.record.disagreements, key=lambda d: (d.id != walk.dispute.id, d.kind, d.id))
    for dispute in ordered:
        if dispute.about == walk.incident.id:
            yield f"- **{dispute.kind}**, {dispute.scope}: {dispute.why}"
            yield from (f"  - {side.says} {walk.numbers(side.claims)}".rstrip() for side in dispute.sides)
    yield "\nAnd what only seems a disagreement:\n"
    for seeming in walk.record.seeming:
        if seeming.about == walk.incident.id:
            yield f"- **{seeming.kind}**: {' ⇄ '.join(side.says for side in seeming.sides)}: {seeming.why}"


def _best(value: int | None) -> str:
    return "none" if value is None else f"{value:,}"


def _bound(value: int | None) -> str:
    return "open" if value is None else f"{value:,}"


def _row(*cells: str) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', '/') for cell in cells)} |"
