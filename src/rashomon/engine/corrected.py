"""Claims with what people put right in them; what they call no claim is taken out."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from rashomon.records import AnyClaim, Correction, EventClaim, FigureClaim, Judgement, mention_key
from rashomon.values.judgements import CORRECTED, FIELD, IS_CLAIM, prevailing, who
from rashomon.values.mentions import mentions_of

BOUNDS = ("lower", "upper", "approx")
"""What the field ``value`` stands for."""


class Corrected(NamedTuple):
    """The claims as people left them, those that they rejected (as they were), what was put right, and by which
    judgements their mentions are known, where they are (`rashomon.engine.keys.taken`)."""

    claims: list[AnyClaim]
    rejected: list[AnyClaim]
    corrections: list[Correction]
    judgements: Sequence[Judgement] = ()


def corrected(claims: Iterable[AnyClaim], judgements: Sequence[Judgement]) -> Corrected:
    """Claims with the corrections in force; of two corrections of one field the later holds."""
    people = [j for j in judgements if j.made and j.retired is None]
    fields = sorted({j.relation for j in people if j.relation.startswith(FIELD)})
    by_claim: dict[str, list[Judgement]] = {}
    for relation in fields:
        for name, judgement in prevailing(people, relation).items():
            by_claim.setdefault(name, []).append(judgement)
    none = {name for name, j in prevailing(people, IS_CLAIM).items() if j.verdict == "different"}
    found = Corrected([], [], [])
    for claim in claims:
        if claim.id in none:
            found.rejected.append(claim)
            continue
        put = claim
        # later ones last: a bound corrected after the whole value stands
        for judgement in sorted(by_claim.get(claim.id, ()), key=lambda j: (j.made or "", j.id)):
            put = _put_right(put, claim, judgement, found.corrections)
        found.claims.append(put)
    return found


def renamed(
    claims: Iterable[AnyClaim], machine: Iterable[AnyClaim], judgements: Iterable[Judgement]
) -> list[Correction]:
    """What people put right about whom and where mentions mean, for each claim that has the mention.

    ``machine``: the same claims as the machine alone would fill them in.
    """
    people = [j for j in judgements if j.made and j.retired is None]
    held = {kind: prevailing(people, f"is {kind}") for kind in ("actor", "place")}
    found = []
    for claim, before in zip(claims, machine, strict=True):
        was = {(m.start, m.end): m for m in mentions_of(before)}
        for m in mentions_of(claim):
            for kind in held:
                j = held[kind].get(mention_key(claim.document, m.start, m.end))
                old = getattr(was.get((m.start, m.end)), kind, None)
                if j is not None and getattr(m, kind) != old:
                    found.append(_correction(claim.id, f"{kind} of '{m.words}'", (old, getattr(m, kind)), j))
    return found


def value_of(claim: AnyClaim, field: str) -> Any:
    """A field of a claim as plain values; of an event also a role, of a figure the ``value`` (its bounds)."""
    built = msgspec.to_builtins(claim)
    if field == "value" and isinstance(claim, FigureClaim):
        return {name: built[name] for name in BOUNDS}
    if field == "speaker":
        return built["voices"][1:]
    if isinstance(claim, EventClaim) and field not in built:
        return built["roles"].get(field, [])
    return built.get(field)


def with_value(claim: AnyClaim, field: str, value: Any, why: str) -> AnyClaim:
    """The claim with another value in a field (`value_of`), and the reason for it; ValidationError if it can't be."""
    built = msgspec.to_builtins(claim)
    if field == "value" and isinstance(claim, FigureClaim):
        built |= value
    elif field == "speaker":
        built["voices"] = [*built["voices"][:1], *value]
    elif isinstance(claim, EventClaim) and field not in built:
        built["roles"] = {k: v for k, v in built["roles"].items() if k != field} | ({field: value} if value else {})
    elif field in built:
        built[field] = value
    else:
        raise msgspec.ValidationError(f"a {built['kind']} has no {field}")
    built["reasons"][field] = why
    if field in ("type", "mode") and built.get("sub_event"):
        built["sub_event"], built["reasons"]["sub_event"] = None, f"not coded again after its {field} was corrected"
    made: AnyClaim = msgspec.convert(built, AnyClaim)
    if isinstance(made, FigureClaim) and made.lower is not None and made.upper is not None and made.lower > made.upper:
        raise msgspec.ValidationError("its least would be more than its most; correct its value")
    return made


def _put_right(claim: AnyClaim, machine: AnyClaim, judgement: Judgement, into: list[Correction]) -> AnyClaim:
    """The claim with one more correction; ``machine`` is the claim before all of them."""
    field = judgement.relation.removeprefix(FIELD)
    was = value_of(machine, field)
    by = f"{CORRECTED} {who(judgement)} on {(judgement.made or '')[:10]}"
    why = f"{by}: {judgement.why}" if judgement.why else by
    try:
        now = msgspec.json.decode(judgement.right)
        put = with_value(claim, field, now, why)
    except msgspec.MsgspecError:
        return claim  # the same words are another kind of claim under the reading in force
    into.append(_correction(claim.id, field, (was, now), judgement))
    return put


def _correction(claim: str, field: str, change: tuple[Any, Any], j: Judgement) -> Correction:
    was, now = (msgspec.json.encode(value, order="deterministic").decode() for value in change)
    return Correction(
        claim=claim, field=field, was=was, now=now, judgement=j.id, maker=j.maker, made=j.made or "", why=j.why
    )
