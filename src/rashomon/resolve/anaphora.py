"""What a noun or pronoun goes back to in the passages before it: a table of rules, each with its refusals.

Every rule wants one antecedent that fits; where two fit, none is taken. Precision before recall: a pronoun that nobody
is found for stays a pronoun, and is shown as one.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from rashomon.resolve.chains import KINDS, Chain, Chains, Link, Rule
from rashomon.resolve.countries import BODIES, country_of
from rashomon.resolve.phrases import Phrase, gender, is_definite, listed, phrase, pronoun_kind
from rashomon.resolve.report import Cue, Report, Sighting
from rashomon.resolve.wording import is_direction, is_pronoun, kind_of_group
from rashomon.values.quotations import quotation_at
from rashomon.values.sentences import sentences

Found = tuple[Link, Chain] | None

# Characters between a quotation and the words of saying beside it.
BESIDE: Final = 90
# Sentences back in which a noun used of many people ("the official") must have been said.
NEAR: Final = 4
# Kinds of actor that no "army" or "government" is, whatever a graph says.
NO_BODY: Final = frozenset({"armed group", "igo", "media", "party", "person"})
# Characters of a sentence in which its subject stands; "they" and "it" later on may be anybody.
OPENING: Final = 24


def noun(chains: Chains, mentions: Sequence[Sighting]) -> Found:
    """ "The gunmen", "the prime minister": the one chain before of that head, number, owner and count."""
    for sighting in mentions:
        said = phrase(sighting.words)
        if not repeatable(chains.report, sighting) or not said.head or said.head in listed("vague"):
            continue
        owners = chains.owners(mentions)
        fitting = [
            chain
            for chain in chains.chains
            if chain.kind == KINDS[sighting.type]
            and said.head in chain.heads
            and any(describes(earlier, said) for earlier in chain.phrases)
            and agree(chain, mentions, owners)
        ]
        if len(fitting) == 1 and _rivals(chains, fitting[0], sighting):
            return None
        if len(fitting) == 1 and _earlier(chains.report, fitting[0], sighting, said.head in listed("near")):
            told = f"'{sighting.words}': the only {' '.join(sighting.words.lower().split())} spoken of before"
            return link(sighting, fitting[0], told, 0.9)
        if fitting:
            return None
    return None


def repeatable(report: Report, sighting: Sighting) -> bool:
    """Whether a mention is a noun that is told as known: "the gunmen", "Mali's president"; not "the desert-like"."""
    if sighting.named or is_pronoun(sighting.words) or is_direction(sighting.words):
        return False
    return is_definite(report, sighting) and report.after(sighting, 1) != "-"


def _rivals(chains: Chains, chain: Chain, sighting: Sighting) -> bool:
    """Whether a state's body ("the military") may be another's, or the chain is that of nobody's body."""
    kind = kind_of_group(sighting.words)
    if kind not in BODIES or KINDS[sighting.type] != "group":
        return False
    bearer = chains.scope.found.get(chain.shown.number)
    if bearer is not None and getattr(bearer.found, "kind", "") in NO_BODY:
        return True
    return any(
        other is not chain and other.kind == "group" and any(kind_of_group(s.words) == kind for s in other.members)
        for other in chains.chains
    )


def _earlier(report: Report, chain: Chain, sighting: Sighting, near: bool) -> bool:
    """Whether a chain began in an earlier passage and, for a noun used of many, was spoken of a few sentences ago."""
    if chain.members[0].passage >= sighting.passage:
        return False
    return not near or any(chain.stands_in(stretch) for stretch in before(report, sighting, NEAR))


def scene(chains: Chains, mentions: Sequence[Sighting]) -> Found:
    """ "The country", "the town": the one country or town that the two sentences before speak of."""
    for sighting in mentions:
        said = phrase(sighting.words)
        wanted = next((kind for kind in ("country", "town") if said.head in listed("places", kind)), None)
        if wanted is None or said.plural or not repeatable(chains.report, sighting) or sighting.passage == 0:
            continue
        around = [sentence_at(chains.report, sighting.start), *before(chains.report, sighting, 2)]
        fitting = [
            chain
            for chain in chains.spoken_of(*around)
            if chain.kind == "place"
            and any(s.named and s.type == "GPE" and is_country(s) == (wanted == "country") for s in chain.members)
        ]
        if len(fitting) == 1 and fitting[0].members[0].passage < sighting.passage:
            told = f"'{sighting.words}': the only {wanted} that the sentences before speak of"
            return link(sighting, fitting[0], told, 0.8)
    return None


def is_country(sighting: Sighting) -> bool:
    """Whether a name is that of a country, or a demonym."""
    known = country_of(sighting.words)
    return known is not None and known[1] in ("name", "adjective")


def describes(earlier: Phrase, later: Phrase) -> bool:
    """Whether the later words can repeat the earlier ones: no new adjective, and none dropped that makes another."""
    if earlier.head != later.head or earlier.plural != later.plural:
        return False
    other = listed("other")
    return later.adjectives <= earlier.adjectives and earlier.adjectives & other <= later.adjectives


def agree(chain: Chain, mentions: Sequence[Sighting], owners: set[str]) -> bool:
    """Whether owner, number and gender of the mentions clash with nothing that a chain says."""
    counts = {count for s in mentions for count in s.counts}
    genders = {said for s in mentions if (said := gender(s.words))}
    return (
        not (owners and chain.owners and not owners & chain.owners)
        and not (counts and not counts & chain.counts)
        and not (genders and chain.genders and not genders & chain.genders)
    )


def pronoun(chains: Chains, mentions: Sequence[Sighting]) -> Found:
    """ "He", "they" at the start of a passage: the one that fits in the sentence before, or its one subject."""
    first = mentions[0]
    kinds = {pronoun_kind(s.words) for s in mentions}
    kind = next((k for k in ("he", "she", "they", "it") if k in kinds), None)
    if kind is None or kinds - {kind} or not opens(chains.report, first):
        return None
    for near in before(chains.report, first, 2):
        fitting = [c for c in chains.spoken_of(near) if can_be(c, kind, first.type) and agree(c, mentions, set())]
        if len(fitting) > 1 or kind in ("they", "it"):
            fitting = [c for c in fitting if any(acts(s) for s in c.members if near[0] <= s.start < near[1])]
        if fitting:
            break
    else:
        return None
    if len(fitting) != 1:
        return None
    told = f"'{first.words}' opens the passage; the sentence before it speaks of one that fits"
    return link(first, fitting[0], told, 0.8)


def can_be(chain: Chain, kind: str, type_: str) -> bool:
    """Whether a pronoun of that kind and type can stand for a chain: one person, several people, a body, a place."""
    types = {s.type for s in chain.members}
    if chain.kind != KINDS[type_] or all(is_pronoun(s.words) for s in chain.members):
        return False
    several = any(p.plural for p in chain.phrases)
    if kind in ("he", "she"):
        return chain.kind == "person" and not several
    if kind == "they":
        return chain.kind == "group" and (several or "GROUP" in types)
    return not several and ("ORG" in types or any(s.named and s.type == "GPE" for s in chain.members))


def opens(report: Report, sighting: Sighting) -> bool:
    """Whether a mention is the first of its kind in its passage, and stands in the passage's first sentence."""
    kind = KINDS[sighting.type]
    fellows = [s for s in report.passages[sighting.passage] if s.start < sighting.start]
    if not sighting.passage or any(KINDS[s.type] == kind for s in fellows):
        return False
    start, _ = sentence_at(report, sighting.start)
    several = pronoun_kind(sighting.words) in ("they", "it")
    if (several and sighting.start - start > OPENING) or quotation_at(report.text, sighting.start):
        return False  # far into the sentence, or in somebody's mouth, it may be anybody
    between = report.text[report.told_before[sighting.passage] : start]
    return not any(s.start < start for s in fellows) and between.count(".") <= 2


def before(report: Report, sighting: Sighting, number: int) -> list[tuple[int, int]]:
    """So many sentences before that of a mention, the nearest first."""
    start, _ = sentence_at(report, sighting.start)
    found = sentences(report.text)
    at = bisect_right(found, (start, start)) - 1
    return [found[n] for n in range(at, at - number, -1) if 0 <= n < len(found)]


def sentence_at(report: Report, position: int) -> tuple[int, int]:
    """The sentence of a character."""
    found = sentences(report.text)
    at = bisect_right(found, (position, len(report.text))) - 1
    return found[at] if at >= 0 else (0, 0)


def acts(sighting: Sighting) -> bool:
    """Whether a mention does something in its sentence."""
    return any(label == "agent" for label, _ in sighting.roles)


def quoted(chains: Chains, mentions: Sequence[Sighting]) -> Found:
    """ "I" in a quotation is its speaker; "we" is the group that speaks, or that the speaker leads or speaks for."""
    for sighting in mentions:
        kind = pronoun_kind(sighting.words)
        if kind not in ("i", "we") or (kind == "we" and sighting.words.lower() != "we"):
            continue  # "they beat us": those who were there, not those whom the speaker speaks for
        cue = speaker_of(chains.report, sighting)
        if cue is None:
            return None
        speaker = chains.report.sightings[cue.speaker]
        said = chains.report.text[cue.start : cue.end]
        if kind == "i" and speaker.type == "PER" and speaker.number not in {s.number for s in mentions}:
            return _to(chains, sighting, speaker, f"'{sighting.words}' in what '{speaker.words}' {said}")
        if kind == "we":
            for group in _speaks_for(chains.report, speaker):
                found = _to(chains, sighting, group, f"'{sighting.words}' in what '{speaker.words}' {said}")
                if found:
                    return found
    return None


def speaker_of(report: Report, sighting: Sighting) -> Cue | None:
    """The words of saying beside the quotation that a mention stands in; None without one, or with two."""
    stretch = quotation_at(report.text, sighting.start)
    if stretch is None:
        return None
    start, end = stretch
    near = [
        cue
        for cue in report.cues
        if not start <= cue.start < end
        and not start <= report.sightings[cue.speaker].start < end
        and max(start - cue.end, cue.start - end) <= BESIDE
        and "\n\n" not in report.text[min(cue.end, end) : max(cue.start, start)]
    ]
    speakers = {cue.speaker for cue in near}
    return min(near, key=lambda c: max(start - c.end, c.start - end)) if len(speakers) == 1 else None


def _speaks_for(report: Report, speaker: Sighting) -> list[Sighting]:
    """The group that a speaker is, leads, or belongs to."""
    if KINDS[speaker.type] == "group" or speaker.type == "GPE":
        return [speaker]
    same = [speaker, *(report.sightings[n] for n in speaker.same)]
    numbers = [n for s in same for n in (*s.leads, *s.of)]
    return [report.sightings[n] for n in dict.fromkeys(numbers) if KINDS[report.sightings[n].type] == "group"]


def _to(chains: Chains, sighting: Sighting, other: Sighting, why: str) -> Found:
    chain = next((c for c in chains.chains if any(s.number == other.number for s in c.members)), None)
    if chain is None or chain.kind != KINDS[sighting.type]:
        return None
    return Link(later=sighting.number, earlier=other.number, why=why, score=0.85), chain


def link(sighting: Sighting, chain: Chain, why: str, score: float) -> tuple[Link, Chain]:
    """The link of a mention to a chain, whose best mention the reason names."""
    shown = chain.shown
    return Link(later=sighting.number, earlier=shown.number, why=f"{why}: '{shown.words}'", score=score), chain


RULES: Final[tuple[Rule, ...]] = (noun, scene, quoted, pronoun)
