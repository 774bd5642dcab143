"""Claims as the page shows them: what each says, who says it, its sentence and the marks in it."""

from rashomon.records import AnyClaim, Document, EventClaim, FigureClaim
from rashomon.show import figures, words
from rashomon.show.lookup import Lookup, sentence_of
from rashomon.show.marks import parts_of, stands, unique
from rashomon.show.page.data import Answer, Claim, Figure
from rashomon.show.page.index import Index
from rashomon.show.page.units import Units
from rashomon.show.plain import clip
from rashomon.show.reports import Texts
from rashomon.show.states import UNSEEN
from rashomon.show.tellings import LONG, QUESTIONS, notes_of
from rashomon.values.voices import speaker


def claims(index: Index, texts: Texts) -> tuple[Claim, ...]:
    """Every claim of the record, in its order."""
    units = {name: Units(document.text) for name, document in index.look.documents.items()}
    return tuple(_claim(claim, index, texts, units.get(claim.document)) for claim in index.look.record.claims)


def _claim(claim: AnyClaim, index: Index, texts: Texts, units: Units | None) -> Claim:
    look = index.look
    span, document = sentence_of(claim), look.documents.get(claim.document)
    borne = document is not None and stands(claim, document.text)
    at = units.at if units and borne else lambda _: 0
    flag = "" if claim.reality == "neg" and speaker(claim) else words.reality(claim)
    state = look.state(claim.id)
    return Claim(
        id=claim.id,
        kind=str(type(claim).__struct_config__.tag),
        doc=index.docs.get(claim.document, -1),
        start=at(span.start),
        end=at(span.end),
        quote="" if borne and texts != "none" else clip(span.quote, LONG),
        astray=not borne,
        says=words.content(claim, look),
        act=words.act(claim.type, claim.mode) if isinstance(claim, EventClaim) else "",
        voice=words.voice(claim, look),
        flag=flag,
        hedge=clip(claim.hedge or "", 60),
        score=round(claim.score, 2),
        state="" if state == UNSEEN else state,
        notes=tuple(notes_of(claim, look)),
        maker=claim.maker,
        marks=_marks(claim, document, units) if borne else (),
        answers=_answers(claim, index),
        figure=_figure(claim, look) if isinstance(claim, FigureClaim) else None,
        incident=index.incidents.get(look.home.get(claim.id, ""), -1),
        background=claim.background,
    )


def _marks(claim: AnyClaim, document: Document | None, units: Units | None) -> tuple[tuple[int, int, str, str], ...]:
    if document is None or units is None:
        return ()
    found = unique(parts_of(claim, document.text))
    return tuple((units.at(part.start), units.at(part.end), part.kind, part.label) for part in found)


def _answers(claim: AnyClaim, index: Index) -> tuple[Answer, ...]:
    """Whom, what and where an act names, who does it first; then when it was."""
    if not isinstance(claim, EventClaim):
        return ()
    found = []
    for role in dict.fromkeys(("agent", *QUESTIONS, *claim.roles)):
        for mention in claim.roles.get(role, ()):
            found.append(
                Answer(
                    question=QUESTIONS.get(role, role),
                    words=index.look.mention(mention),
                    means=index.look.means(mention),
                    actor=index.actors.get(mention.actor or "", -1),
                    place=index.places.get(mention.place or "", -1),
                )
            )
    if claim.time:
        found.append(Answer(question="when", words=words.period(claim.time)))
    return tuple(found)


def _figure(claim: FigureClaim, look: Lookup) -> Figure:
    return Figure(
        low=None if claim.lower is None else min(claim.lower, figures.HUGE),
        high=None if claim.upper is None else min(claim.upper, figures.HUGE),
        shape=figures.shape(claim.lower, claim.upper, claim.approx),
        measure=claim.measure,
        unit=figures.UNITS.get(claim.measure, claim.measure),
        amount=words.amount(claim),
        group=look.mention(claim.counted),
        basis=figures.BASIS.get(claim.basis, claim.basis),
        as_of=words.period(claim.as_of) if claim.as_of else "",
    )
