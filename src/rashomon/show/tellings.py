"""The sentences of reports with the claims that they make, for incidents and for what belongs to none."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from rashomon.records import AnyClaim, Document, EventClaim, FigureClaim, Mention
from rashomon.show import words
from rashomon.show.anchors import anchor, link
from rashomon.show.lookup import Lookup, reading_order, sentence_of
from rashomon.show.marks import marked, parts_of, shown, stands
from rashomon.show.plain import clip
from rashomon.values.judgements import CORRECTED

LONG = 1200  # characters of a sentence that are quoted outside the report's own text
QUESTIONS = {
    "agent": "who", "target": "target", "theme": "what", "instrument": "with", "origin": "from", "dest": "to",
    "place": "where",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One question that a claim answers; ``means`` is the record's own name, where it is another."""

    question: str
    words: str
    means: str = ""
    href: str = ""


@dataclass(frozen=True)
class Line:
    """One claim under its sentence."""

    anchor: str
    what: str
    flag: str
    answers: tuple[Answer, ...]
    notes: tuple[str, ...]
    voice: Markup
    disputes: tuple[str, ...]


@dataclass(frozen=True)
class Telling:
    """One sentence of one report, marked, with the claims that it makes."""

    anchor: str
    outlet: str
    date: str
    lang: str
    quote: Markup
    where: str
    voice: Markup
    flags: tuple[str, ...]
    lines: tuple[Line, ...]


def tellings(claims: Iterable[AnyClaim], look: Lookup, owner: str = "") -> list[Telling]:
    """Claims by the sentence that makes them, in the order of reports and their text.

    Figures are marked in the sentence but have no line of their own where ``owner`` (an incident) has strips for them.
    """
    groups: dict[tuple[str, int, int], list[AnyClaim]] = {}
    for claim in sorted(claims, key=_trigger_order):
        span = sentence_of(claim)
        groups.setdefault((claim.document, span.start, span.end), []).append(claim)
    ranked = sorted(groups.items(), key=lambda item: (look.order.get(item[0][0], len(look.order)), item[0]))
    return [_telling(group, look, owner) for _, group in ranked]


def quoted(claims: list[AnyClaim], look: Lookup) -> Markup:
    """The sentence of claims that share it, highlighted; plain and cut if the text is not there or does not match."""
    span = sentence_of(claims[0])
    document = look.documents.get(claims[0].document)
    if document is None or not stands(claims[0], document.text):
        return Markup("{}").format(shown(clip(span.quote, LONG)))
    parts = [part for claim in claims for part in parts_of(claim, document.text)]
    end = min(span.end, span.start + LONG)
    more = Markup(" … ({} characters)").format(f"{span.end - span.start:,}") if end < span.end else Markup("")
    return marked(document.text, span.start, end, parts) + more


def _trigger_order(claim: AnyClaim) -> tuple[str, int, int, int, str]:
    document, start, end, key = reading_order(claim)
    return document, start, end, claim.trigger.start if isinstance(claim, EventClaim) else 0, key


def voiced(claim: AnyClaim, look: Lookup) -> Markup:
    """Who says it, as `words.voice` without the outlet, each name apart from the direction of the others."""
    verb, names, form = words.voice_parts(claim, look, named=False)
    if not names:
        return Markup("{}").format(verb)
    told = Markup(", via ").join(Markup("<bdi>{}</bdi>").format(shown(name)) for name in names)
    return Markup("{} {}{}").format(verb, told, form)


def language(document: Document | None) -> str:
    """The language tag of a report's words: ``und`` where it is unknown."""
    return document.language if document and document.language else "und"


def answer(question: str, mentions: tuple[Mention, ...], look: Lookup) -> Answer:
    """Who or what or where, in the report's words, with a link to the actor."""
    said = ", ".join(look.mention(mention) for mention in mentions)
    first = mentions[0]
    return Answer(question, said, look.means(first), link("a", first.actor, look.actors))


def _telling(group: list[AnyClaim], look: Lookup, owner: str) -> Telling:
    first = group[0]
    document = look.documents.get(first.document)
    voices = list(dict.fromkeys(voiced(claim, look) for claim in group))
    listed = [claim for claim in group if not (owner and isinstance(claim, FigureClaim))]
    flags = tuple(dict.fromkeys(flag for claim in group if (flag := words.reality(claim))))
    lines = tuple(_line(claim, look, owner, len(voices) > 1) for claim in listed)
    return Telling(
        anchor=anchor("q", f"{first.id}{owner}" if owner and look.home.get(first.id) != owner else first.id),
        outlet=look.outlet(first.document),
        date=words.period(document.published) if document and document.published else "undated",
        lang=language(document),
        quote=quoted(group, look),
        where=f"#{anchor('m', first.id)}",
        voice=voices[0] if len(voices) == 1 else Markup(""),
        flags=flags if len(flags) == 1 and all(words.reality(claim) for claim in group) else (),
        lines=lines,
    )


def _line(claim: AnyClaim, look: Lookup, owner: str, own_voice: bool) -> Line:
    home = look.home.get(claim.id, "")
    notes = [f"“{clip(claim.hedge, 60)}”"] if claim.hedge else []
    notes += [*notes_of(claim, look), f"score {claim.score:.2f}", look.state(claim.id)]
    return Line(
        anchor=anchor("c", claim.id) if home in ("", owner) else "",
        what=_what(claim, look),
        flag=words.reality(claim),
        answers=_answers(claim, look),
        notes=tuple(notes),
        voice=voiced(claim, look) if own_voice else Markup(""),
        disputes=tuple(anchor("x", dispute.id) for dispute in look.disputes_of[claim.id]),
    )


def notes_of(claim: AnyClaim, look: Lookup) -> list[str]:
    """What else there is to say of a claim: like what act, what is missing and why, what people corrected."""
    return [*_like_acled(claim), *_missing(claim), *look.changes.get(claim.id, ())]


def _like_acled(claim: AnyClaim) -> list[str]:
    """The sub-event that an act is like, and by what; why another has none is left to the export."""
    if not isinstance(claim, EventClaim) or not claim.sub_event:
        return []
    why = claim.reasons.get("sub_event")
    return [words.sub_event(claim.sub_event) + (f" ({clip(why, 100)})" if why else "")]


def _missing(claim: AnyClaim) -> list[str]:
    """Why fields are empty: in full where there is more to say than that the sentence does not say it."""
    told = {field: why for field, why in claim.reasons.items() if not why.startswith(CORRECTED)}
    reasons = sorted((field, why) for field, why in told.items() if field != "sub_event")
    plain = [field for field, why in reasons if why.startswith(("no ", "not said"))]
    rest = [f"{field}: {clip(why, 160)}" for field, why in reasons if field not in plain]
    return [*rest, f"not said: {', '.join(plain)}"] if plain else rest


def _what(claim: AnyClaim, look: Lookup) -> str:
    if isinstance(claim, EventClaim):
        return f"{words.act(claim.type, claim.mode)} “{clip(claim.trigger.quote, 80)}”"
    return words.content(claim, look)


def _answers(claim: AnyClaim, look: Lookup) -> tuple[Answer, ...]:
    if not isinstance(claim, EventClaim):
        return ()
    found = [answer("who", claim.roles["agent"], look)] if claim.roles.get("agent") else []
    rest = [role for role in (*QUESTIONS, *claim.roles) if role != "agent"]
    found += [answer(QUESTIONS.get(role, role), claim.roles[role], look)
              for role in dict.fromkeys(rest) if claim.roles.get(role)]  # fmt: skip
    if claim.time:
        found.append(Answer("when", words.period(claim.time)))
    return tuple(found)
