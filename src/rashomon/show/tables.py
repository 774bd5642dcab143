"""The record as rows of plain values, for tables on a terminal and for ``--json``."""

from collections.abc import Callable
from typing import Final, Literal

from rashomon.records import (
    TENSION,
    AnyClaim,
    Disagreement,
    EventClaim,
    FigureClaim,
    Finding,
    NamingClaim,
    Record,
    Seeming,
    TieClaim,
)
from rashomon.show import figures, words
from rashomon.show.analyses import Row, cause_rows, change_rows, flow_rows, tellers
from rashomon.show.foremost import in_time
from rashomon.show.incidents import against
from rashomon.show.lookup import Lookup, reading_order, sentence_of
from rashomon.show.relations import SIGNS, about_of

Subject = Literal[
    "documents", "incidents", "claims", "actors", "places", "ties", "changes", "flows", "causes", "figures",
    "disagreements",
]  # fmt: skip


def rows(record: Record, subject: Subject) -> list[Row]:
    """The rows of one subject; every row has the same keys, in the order of the columns. KeyError for no subject."""
    return SUBJECTS[subject](Lookup(record))


def incidents(look: Lookup) -> list[Row]:
    """One row an incident, the history of the reports last, in order of time."""
    return [
        {
            "id": incident.id,
            "title": incident.title,
            "when": words.period(incident.period),
            "place": look.place(incident.place),
            "actors": ", ".join(look.actor(key, key) for key in incident.actors),
            "like ACLED": incident.sub_event,
            "figures": "; ".join(_finding(finding) for finding in look.findings_of[incident.id]),
            "reports": len(incident.documents),
            "origins": len(incident.origins),
            "grade": incident.grade,
            "state": look.state(incident.id),
            "background": "history" if incident.background else "",
        }
        for incident in sorted(look.record.incidents, key=in_time)
    ]


def documents(look: Lookup) -> list[Row]:
    """One row a report, with what is known of it."""
    return [
        {
            "id": document.id,
            "title": document.title,
            "outlet": look.outlet(document.id),
            "published": words.period(document.published) if document.published else "undated",
            "byline": document.byline,
            "language": document.language,
            "claims": len(look.claims_of[document.id]),
            "superseded by": document.superseded_by,
            "source": document.source,
        }
        for document in look.record.documents
    ]


def places(look: Lookup) -> list[Row]:
    """One row a place, with where it is and why it is thought to be there."""
    return [
        {
            "id": place.id,
            "name": place.name,
            "kind": place.kind,
            "as written": ", ".join(place.aliases),
            "country": place.country,
            "admin1": place.admin1,
            "lat": place.lat,
            "lon": place.lon,
            "radius km": place.radius_km,
            "why": place.why,
        }
        for place in look.record.places
    ]


def claims(look: Lookup) -> list[Row]:
    """One row a claim, in the order of the reports' text; those that a person rejected say so."""
    return [
        {
            "id": claim.id,
            "kind": type(claim).__name__.removesuffix("Claim").lower(),
            "outlet": look.outlet(claim.document),
            "claim": words.content(claim, look),
            "like ACLED": claim.sub_event if isinstance(claim, EventClaim) else None,
            "voice": words.voice(claim, look),
            "reality": words.reality(claim),
            "sentence": sentence_of(claim).quote,
            "document": claim.document,
            "start": sentence_of(claim).start,
            "end": sentence_of(claim).end,
            "score": round(claim.score, 3),
            "state": look.state(claim.id),
            "changes": "; ".join(look.changes.get(claim.id, ())),
        }
        for claim in sorted((*look.record.claims, *look.record.rejected), key=reading_order)
    ]


def actors(look: Lookup) -> list[Row]:
    """One row an actor, with the words that the reports use."""
    return [
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "as written": ", ".join(dict.fromkeys(alias.words for alias in actor.aliases)),
            "mentions": sum(alias.count for alias in actor.aliases),
            "incidents": len(look.named_in[actor.id]),
        }
        for actor in look.record.actors
    ]


def ties(look: Lookup) -> list[Row]:
    """One row for each period in which a tie is asserted."""
    return [
        {
            "left": look.actor(tie.left, tie.left),
            "relation": tie.relation,
            "right": look.actor(tie.right, tie.right),
            "side": SIGNS[tie.sign],
            "when": words.period(span.period) + (", told as history" if span.background else ""),
            "from": " and ".join(sorted({_ground(claim) for claim in look.said(span.claims)})),
            "asserted by": tellers(span.origins, span.claims, look) or _outlets(span.claims, look),
            "origins": len(span.origins) or None,
            "claims": ", ".join(span.claims),
        }
        for tie in look.record.ties
        for span in tie.periods
    ]


def _ground(claim: AnyClaim) -> str:
    """Whether a claim states a tie, or tells an act from which it is summed."""
    return "stated" if isinstance(claim, TieClaim) else "acts"


def _outlets(claims: tuple[str, ...], look: Lookup) -> str:
    return ", ".join(dict.fromkeys(look.outlet(claim.document) for claim in look.said(claims)))


def figure_rows(look: Lookup) -> list[Row]:
    """One row a figure and policy, with what the finding makes of it."""
    standing: dict[str, list[Row]] = {}
    for finding in look.record.findings:
        for how, points in (("backing", finding.backing), ("set aside", finding.set_aside)):
            for point in points:
                standing.setdefault(point.claim, []).append(_stand(finding, how, point.reason))
    found = sorted((claim for claim in look.record.claims if isinstance(claim, FigureClaim)), key=reading_order)
    unused: Row = {"standing": "", "reason": "no finding uses it", "finding": "", "policy": ""}
    return [_figure(claim, look) | stand for claim in found for stand in _stands(standing.get(claim.id, [unused]))]


def _stand(finding: Finding, how: str, reason: str) -> Row:
    """How a figure stands to a finding."""
    whole = f"{figures.whole(finding)} {figures.label(finding.field)}"
    return {"standing": how, "reason": reason, "finding": whole, "policy": finding.policy}


def _stands(found: list[Row]) -> list[Row]:
    """One standing of a figure for each policy: its own field's, not that of a total added up from several."""
    return list({row["policy"]: row for row in found}.values())


def disagreements(look: Lookup) -> list[Row]:
    """One row a disagreement, then one for everything that seems to be one and is none; ``verdict`` tells which."""
    told: tuple[Disagreement | Seeming, ...] = (*look.record.disagreements, *look.record.seeming)
    return [
        {
            "id": dispute.id if isinstance(dispute, Disagreement) else "",
            "kind": dispute.kind,
            "about": about_of(dispute, look)[0],
            "scope": dispute.scope if isinstance(dispute, Disagreement) else "",
            "verdict": _verdict(dispute),
            "sides": against(dispute),
            "why": dispute.why,
        }
        for dispute in told
    ]


def _verdict(dispute: Disagreement | Seeming) -> str:
    """Whether claims disagree, are in tension (both may hold), or only seem to disagree."""
    if isinstance(dispute, Seeming):
        return "none"
    return "tension" if dispute.why.startswith(TENSION) else "disagreement"


def document_rows(record: Record, key: str) -> list[Row]:
    """The claims of one document (by id or end of path; NotFound), with the sentence of each and its incident."""
    look = Lookup(record)
    document = look.document(key).id
    return [
        {
            "id": claim.id,
            "start": sentence_of(claim).start,
            "end": sentence_of(claim).end,
            "sentence": sentence_of(claim).quote,
            "claim": words.sentence(claim, look),
            "incident": look.home.get(claim.id),
            "state": look.state(claim.id),
        }
        for claim in look.claims_of[document]
        if not isinstance(claim, NamingClaim)
    ]


def _figure(claim: FigureClaim, look: Lookup) -> Row:
    home = look.incidents.get(look.home.get(claim.id, ""))
    return {
        "id": claim.id,
        "incident": home.title if home else "",
        "measure": claim.measure,
        "figure": words.figure(claim),
        "lower": claim.lower,
        "upper": claim.upper,
        "class": claim.class_,
        "basis": claim.basis,
        "outlet": look.outlet(claim.document),
        "voice": words.voice(claim, look),
    }


def _finding(finding: Finding) -> str:
    return f"{figures.whole(finding)} {figures.label(finding.field)}, {figures.accounts(len(finding.backing))}"


SUBJECTS: Final[dict[Subject, Callable[[Lookup], list[Row]]]] = {
    "documents": documents,
    "incidents": incidents,
    "claims": claims,
    "actors": actors,
    "places": places,
    "ties": ties,
    "changes": change_rows,
    "flows": flow_rows,
    "causes": cause_rows,
    "figures": figure_rows,
    "disagreements": disagreements,
}
