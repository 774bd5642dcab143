"""Claims, voices, periods and incidents in words: what the pages, the terminal and the end of the demo say."""

import re
from typing import Final

from rashomon.records import (
    AnyClaim,
    CauseClaim,
    EventClaim,
    FigureClaim,
    FlowClaim,
    Mention,
    NamingClaim,
    Period,
    TieClaim,
    Voice,
)
from rashomon.show import figures
from rashomon.show.lookup import NAME, Lookup
from rashomon.show.plain import clip
from rashomon.values import bounds, periods
from rashomon.values.voices import speaker
from rashomon.vocab.sub_events import sub_events

REALITY: Final = {"fact": "", "neg": "denied", "poss": "hedged", "fut": "planned", "hyp": "not said to have happened"}
# The cue of the innermost voice says more than the flag: a demanded thing is not a feared one.
CUES: Final = (
    (r"\b(?:demand|order|urg|call|ask|request|appeal|want)", "demanded"),
    (r"\b(?:fear|worr|afraid|concern)", "feared"),
    (r"\b(?:threat|vow|warn)", "threatened"),
    (r"\b(?:expect|plan|pledg|promis|announc|intend)", "planned"),
)
PRECISION: Final = {
    "time": "to the minute",
    "part of day": "part of a day",
    "day": "to the day",
    "days": "a few days",
    "week": "week only",
    "month": "month only",
    "season": "season only",
    "year": "year only",
    "years": "span of years",
    "open": "open-ended",
}
ACTS: Final = {
    "ASSAULT": "attack", "ASSAULT.aerial": "air strike", "ASSAULT.drone": "drone strike",
    "ASSAULT.explosives": "bombing", "ASSAULT.heavy-weapons": "shelling",
    "ASSAULT.suicide-attack": "suicide attack", "ASSAULT.abduct": "abduction",
    "ASSAULT.firearms": "shooting", "ASSAULT.targeted": "targeted killing", "ASSAULT.destroy": "destruction",
    "KILL": "deaths", "INJURE": "injuries", "MISSING": "people missing", "DISPLACE": "flight", "MOVE": "movement",
    "CONTROL": "control", "CONTROL.take": "taking", "CONTROL.lose": "loss", "CONTROL.hold": "holding",
    "ORGANIZE": "organisation", "CONDITION": "condition", "SAY": "statement", "RETREAT": "retreat",
    "RETREAT.release": "release", "RETREAT.ceasefire": "ceasefire", "COERCE": "coercion", "COERCE.arrest": "arrest",
    "MOBILIZE": "mobilisation", "PROTEST": "protest", "AGREE": "agreement", "CONSULT": "talks", "SUPPORT": "support",
    "COOPERATE": "cooperation", "AID": "aid", "REQUEST": "demand", "ACCUSE": "accusation", "REJECT": "refusal",
    "THREATEN": "threat", "SANCTION": "sanction", "CONCEDE": "concession",
}  # fmt: skip
RELATION: Final = {"ally": "allied with", "hostile": "hostile to", "merged with": "merged with"}


def act(type_: str, mode: str | None = None) -> str:
    """An event type and mode in words: ``ASSAULT, aerial`` → ``air strike``."""
    known = ACTS.get(f"{type_}.{mode}") or ACTS.get(type_) or type_.lower().replace("_", " ")
    return known if not mode or f"{type_}.{mode}" in ACTS else f"{known} ({mode})"


def sub_event(name: str | None) -> str:
    """The sub-event of ACLED's codebook that an act is like, after its event type; nothing where there is none."""
    if not name:
        return ""
    kind = sub_events().get(name)
    return f"like ACLED’s {kind}: {name}" if kind else f"like ACLED’s {clip(name, NAME)}"


def family(type_: str, mode: str | None = None) -> str:
    """Which of the five drawn families an event belongs to: air, shelling, ground, taking, bomb, or other."""
    modes = {"aerial": "air", "drone": "air", "heavy-weapons": "shelling", "abduct": "taking", "explosives": "bomb",
             "suicide-attack": "bomb"}  # fmt: skip
    if type_ == "ASSAULT":
        return modes.get(mode or "", "ground")
    return "taking" if type_ == "COERCE" else "other"


def period(given: Period | None) -> str:
    """A period in words; what is no ISO date is given back as the report's words."""
    try:
        return periods.say(given)
    except ValueError:
        return f"“{clip(given.words, NAME)}”" if given and given.words else "date unknown"


def untimed(title: str, when: str) -> str:
    """An incident's title without the time at its end, for where ``when`` stands beside it and says it too."""
    return title.removesuffix(f", {when.split(',')[0]}")


def precision(given: Period | None) -> str:
    """How precisely a period is known, in words."""
    return PRECISION.get(given.precision, given.precision) if given else ""


def amount(given: bounds.Bounded) -> str:
    """Bounds in words: ``at least 14``, ``about 40 (36–44)``, ``Dozens (24–99)``."""
    if any(abs(bound) > figures.HUGE for bound in (given.lower, given.upper) if bound is not None):
        return f"“{clip(given.words, NAME)}”" if given.words else "a number too large to count"
    return clip(re.sub(r"(?<=\d)-(?=\d)", "–", bounds.say(given)), NAME)


def reality(claim: AnyClaim) -> str:
    """What the report says of the thing's reality: nothing for plain fact, else denied, demanded ..."""
    if claim.reality == "neg" and not speaker(claim):
        return "said not to have happened"
    if claim.reality in ("hyp", "fut") and claim.voices and claim.voices[-1].cue:
        cue = claim.voices[-1].cue.quote.casefold()
        for pattern, word in CUES:
            if re.search(pattern, cue):
                return word
    return REALITY.get(claim.reality, claim.reality)


def voice(claim: AnyClaim, look: Lookup) -> str:
    """Who says it, innermost first: ``says hospital staff, via Harbour Post``."""
    verb, names, form = voice_parts(claim, look)
    return f"{verb} {', via '.join(names)}{form}"


def told(claim: AnyClaim, look: Lookup) -> str:
    """Who says it inside the report, without the outlet: ``says hospital staff``, ``in its own voice``."""
    verb, names, form = voice_parts(claim, look, named=False)
    return f"{verb} {', via '.join(names)}{form}" if names else verb


def voice_parts(claim: AnyClaim, look: Lookup, named: bool = True) -> tuple[str, list[str], str]:
    """Verb, names innermost first, and the form if the words are quoted; the outlet is left out if not ``named``."""
    told = [link for link in reversed(claim.voices) if link.words or (link.actor and link.form != "author")]
    names = [_inside(speaker_name(link) or look.actor(link.actor)) for link in told]
    verb = "denied by" if claim.reality == "neg" and names else "says"
    form = " (in quotation marks)" if claim.voices and claim.voices[-1].form == "direct" else ""
    if named:
        names.append(look.outlet(claim.document))
    return (verb if names else "in its own voice"), names, form


def sentence(claim: AnyClaim, look: Lookup) -> str:
    """A claim as one sentence in words, with who says it: ``at least 14 people killed, says hospital staff``."""
    flag = reality(claim)
    said = f" [{flag}]" if flag and not (claim.reality == "neg" and speaker(claim)) else ""
    return f"{content(claim, look)}{said}, {voice(claim, look)}"


def content(claim: AnyClaim, look: Lookup) -> str:
    """What a claim says, without its voice."""
    match claim:
        case EventClaim():
            return _event(claim)
        case FigureClaim():
            return figure(claim)
        case TieClaim():
            relation = RELATION.get(claim.relation, claim.relation)
            return f"{look.mention(claim.left)} {relation} {look.mention(claim.right)}{_when(claim.period)}"
        case FlowClaim():
            return _flow(claim, look)
        case CauseClaim():
            return f"{end(claim.cause, look)} led to {end(claim.effect, look)}"
        case NamingClaim():
            return f"“{clip(claim.words, NAME)}” for {look.actor(claim.actor, 'an actor that is not identified')}"


def figure(claim: FigureClaim) -> str:
    """A figure with what it counts: ``at least 14 people killed``."""
    counted = f" {clip(claim.counted.words, NAME)}" if claim.counted else ""
    if counted and not figures.happens(claim.measure):
        return f"{amount(claim)}{counted}"
    return f"{amount(claim)}{counted} {figures.UNITS.get(claim.measure, claim.measure)}"


def end(given: str | Mention, look: Lookup) -> str:
    """One end of a cause: the words of a mention, or what the claim of that id says."""
    if isinstance(given, Mention):
        return clip(given.words, NAME)
    claim = look.claims.get(given)
    return content(claim, look) if claim is not None else "a claim that is not in this record"


def incident(look: Lookup, key: str) -> str:
    """One incident in a line: title, when, where, the range of deaths reported, and how many accounts tell it."""
    found = look.incidents[key]
    where = look.place(found.place)
    when = period(found.period)
    parts = [untimed(clip(found.title, 120), when), when, *([where] if where and where not in found.title else [])]
    for finding in look.findings_of[found.id]:
        if finding.field.startswith("killed"):
            said = figures.accounts(len(finding.backing))
            parts.append(f"{figures.whole(finding)} {figures.label(finding.field)}, {said}")
    return " · ".join([*parts, found.grade])


def speaker_name(link: Voice) -> str:
    """The speaker's words; where only the cue is there ("according to"), he is an unnamed source."""
    bare = link.cue is not None and link.words.casefold() == link.cue.quote.casefold()
    return "an unnamed source" if bare else clip(link.words, NAME)


def _inside(words: str) -> str:
    """Words as they stand inside a sentence: an article that began one is not a name."""
    first = words.split(" ", 1)[0]
    return words[0].lower() + words[1:] if first in ("A", "An", "The") else words


def _event(claim: EventClaim) -> str:
    roles = {name: ", ".join(clip(mention.words, NAME) for mention in found) for name, found in claim.roles.items()}
    done_to = " and ".join(roles[name] for name in ("target", "theme") if roles.get(name))
    trigger = clip(claim.trigger.quote, NAME)
    told = " ".join(part for part in (roles.get("agent"), trigger, done_to) if part)
    if done_to and not roles.get("agent"):
        told = f"{done_to}: {trigger}"
    links = {"instrument": "with", "origin": "from", "dest": "to", "place": "at"}
    told += "".join(f", {link} {roles[name]}" for name, link in links.items() if roles.get(name))
    return told + _when(claim.time)


def _flow(claim: FlowClaim, look: Lookup) -> str:
    much = f"{amount(claim.amount)} " if claim.amount else ""
    ends = (("from", claim.origin), ("to", claim.dest), ("by way of", claim.via), ("carried by", claim.agent))
    return much + claim.what + "".join(f" {link} {look.mention(at)}" for link, at in ends if at) + _when(claim.period)


def _when(given: Period | None) -> str:
    return f", {period(given)}" if given and (given.from_ or given.to) else ""
