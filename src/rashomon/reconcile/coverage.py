"""What one outlet tells: which incidents, with which figures, in which words, on whose word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.reconcile.fields import fields
from rashomon.reconcile.gathered import Gathered
from rashomon.reconcile.heads import points_elsewhere
from rashomon.reconcile.votes import ballot, reach
from rashomon.records import (
    AnyClaim,
    Document,
    EventClaim,
    FigureClaim,
    FlowClaim,
    Mention,
    NamingClaim,
    TieClaim,
    Told,
    Voice,
)
from rashomon.values.voices import folded, outlet_key, speaker


@dataclass
class Coverage:
    """What the reports of one outlet tell; words are those of its own voice, not of direct quotes.

    ``figures`` by incident, then by field, ``names`` by actor, ``acts`` by incident and type; ``quoted`` by speaker,
    each with the words for him ("" for whoever has no name).
    """

    key: str
    name: str = ""
    documents: set[str] = field(default_factory=set)
    incidents: set[str] = field(default_factory=set)
    figures: dict[str, dict[str, Told]] = field(default_factory=dict)
    names: dict[str, Counter[str]] = field(default_factory=dict)
    acts: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)
    quoted: dict[str, list[str]] = field(default_factory=dict)
    _seen: set[tuple[str, int, str]] = field(default_factory=set)


def outlet_of(document: Document) -> str:
    """The source that a report counts for: its publisher in any spelling, else the report itself."""
    return outlet_key(document) or document.id


def coverage(
    gathered: Iterable[Gathered], claims: Iterable[AnyClaim], documents: Iterable[Document]
) -> dict[str, Coverage]:
    """What each outlet tells, by `outlet_of`; replaced versions of reports and incidents told as history left out.

    ``name`` is the publisher as most often written, or the report's id.
    """
    standing = {document.id: document for document in documents if not document.superseded_by}
    written: dict[str, Counter[str]] = {}
    found: dict[str, Coverage] = {}
    for document in standing.values():
        written.setdefault(outlet_of(document), Counter())[document.publisher or document.id] += 1
    for key, names in written.items():
        found[key] = Coverage(key, min(names, key=lambda name: (-names[name], name)))
    of = {name: found[outlet_of(document)] for name, document in standing.items()}
    for name, outlet in of.items():
        outlet.documents.add(name)
    for claim in sorted((c for c in claims if c.document in of), key=lambda claim: claim.id):
        _hear(of[claim.document], claim)
    for one in gathered:
        if not one.incident.background:
            _tell(one, of)
    return found


def _hear(outlet: Coverage, claim: AnyClaim) -> None:
    """Note whom a claim quotes and what it calls those whom it names."""
    voice = speaker(claim)
    if voice is not None:
        _quote(outlet, voice)
    if voice is not None and voice.form == "direct":
        return
    for mention, words in _wordings(claim):
        at = (claim.document, mention.start, words.casefold())
        if mention.actor and at not in outlet._seen and not points_elsewhere(mention.words):
            outlet._seen.add(at)
            outlet.names.setdefault(mention.actor, Counter())[words] += 1


def _quote(outlet: Coverage, voice: Voice) -> None:
    """Note a speaker: by actor, else by words; without a name of any kind (only a cue, "they"), under ""."""
    key = folded(voice.words)
    bare = points_elsewhere(voice.words) or (voice.cue is not None and key == voice.cue.quote.casefold())
    if key != outlet.key:  # "our reporter" of the outlet itself is nobody whom it quotes
        words = "" if bare and not voice.actor else voice.words
        outlet.quoted.setdefault(voice.actor or ("" if bare else key), []).append(words)


def _wordings(claim: AnyClaim) -> Iterator[tuple[Mention, str]]:
    """Those whom a claim names, each with the words it uses for them."""
    if isinstance(claim, NamingClaim):
        yield claim.mention, " ".join(claim.words.split())
        return
    named: Sequence[Mention | None] = ()
    if isinstance(claim, EventClaim):
        named = [mention for role in sorted(claim.roles) for mention in claim.roles[role]]
    elif isinstance(claim, TieClaim):
        named = (claim.left, claim.right)
    elif isinstance(claim, FigureClaim):
        named = (claim.counted,)
    elif isinstance(claim, FlowClaim):
        named = (claim.origin, claim.dest, claim.agent)
    yield from ((mention, " ".join(mention.words.split())) for mention in named if mention)


def _tell(one: Gathered, of: Mapping[str, Coverage]) -> None:
    """Note what each outlet tells of one incident."""
    name = one.incident.id
    for event in one.events:
        if event.document in of:
            outlet, voice = of[event.document], speaker(event)
            outlet.incidents.add(name)
            if voice is None or voice.form != "direct":
                words = " ".join(event.trigger.quote.split())
                outlet.acts.setdefault((name, event.type), Counter())[words] += 1
    group = fields(one.figures, one.actors)
    apart: dict[tuple[str, str], tuple[Coverage, list[FigureClaim]]] = {}
    for figure in one.figures:
        if figure.document in of:
            outlet = of[figure.document]
            outlet.incidents.add(name)
            apart.setdefault((outlet.key, group[figure.id]), (outlet, []))[1].append(figure)
    for (_, measure), (outlet, own) in apart.items():
        said = _figure(one, own, group)
        if said is not None:
            outlet.figures.setdefault(name, {})[measure] = said


def _figure(one: Gathered, own: Sequence[FigureClaim], group: Mapping[str, str]) -> Told | None:
    votes = ballot(one, own, group).votes
    if not votes:
        return None
    low, high = reach(votes)
    words = " / ".join(dict.fromkeys(vote.words for vote in votes))
    return Told(low=low, high=high, words=words, claims=tuple(sorted({c for vote in votes for c in vote.claims})))
