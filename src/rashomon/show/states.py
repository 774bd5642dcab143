"""How far people have looked at a record: each claim and incident is machine only, reviewed, or corrected."""

from collections.abc import Iterable, Mapping

from rashomon.records import Correction, Incident, Judgement, Record
from rashomon.show.plain import clip
from rashomon.values.judgements import IS_CLAIM, LEAVES, SAME_INCIDENT, who

UNSEEN = "machine only"


def states(record: Record) -> dict[str, str]:
    """The state, with who and when, of every claim and incident that a person looked at; the rest is `UNSEEN`."""
    people = [j for j in record.judgements if j.made and j.retired is None]
    found: dict[str, str] = {}
    homes: dict[str, list[str]] = {}
    for incident in record.incidents:
        for claim in incident.claims:
            homes.setdefault(claim, []).append(incident.id)
    for j in sorted(people, key=lambda j: (j.made or "", j.id)):
        if j.relation == IS_CLAIM:
            found[j.left] = f"{'rejected' if j.verdict == 'different' else 'reviewed'} ({_signed(j)})"
        elif j.relation in (SAME_INCIDENT, LEAVES):
            state = f"{'reviewed' if j.verdict == 'unsure' else 'corrected'} ({_signed(j)})"
            found |= dict.fromkeys((*homes.get(j.left, ()), *homes.get(j.right, ())), state)
    for one in sorted(record.corrections, key=lambda one: (one.made, one.judgement)):
        found[one.claim] = f"corrected ({who(one)}, {one.made[:10]})"
    for incident in record.incidents:
        found.setdefault(incident.id, _of_claims(incident, found))
    return found


def changes(corrections: Iterable[Correction]) -> dict[str, list[str]]:
    """What was corrected in each claim, in words, with the machine's value."""
    found: dict[str, list[str]] = {}
    for one in corrections:
        by = f"{one.field} corrected by {who(one)}, {one.made[:10]}"
        why = f" ({clip(one.why, 160)})" if one.why else ""
        found.setdefault(one.claim, []).append(f"{by}{why}; the machine read {clip(one.was, 80)}")
    return found


def _of_claims(incident: Incident, states: Mapping[str, str]) -> str:
    """An incident is as far reviewed as its claims: corrected if one of them is, reviewed if all are."""
    told = [states.get(claim, UNSEEN) for claim in incident.claims]
    corrected = next((state for state in told if state.startswith("corrected")), None)
    return corrected or (UNSEEN if UNSEEN in told or not told else told[0])


def _signed(j: Judgement) -> str:
    return f"{who(j)}, {(j.made or '')[:10]}"
