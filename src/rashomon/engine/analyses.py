"""What is seen when the claims of a case are laid side by side, made from its record when asked for."""

from collections.abc import Iterable, Sequence
from functools import partial

import msgspec

from rashomon.errors import SettingsError
from rashomon.link.updates import updated
from rashomon.link.witnesses import document_groups, origins
from rashomon.reconcile.balance import triads
from rashomon.reconcile.coverage import coverage
from rashomon.reconcile.gathered import gather
from rashomon.reconcile.outlets import outlet_pairs
from rashomon.reconcile.policies import POLICIES
from rashomon.reconcile.reconciler import Reconciler
from rashomon.reconcile.witnesses import Witnesses
from rashomon.records import Document, Finding, Judgement, OutletPair, Record, Triad
from rashomon.show import Beside


def counting_once(documents: Sequence[Document], judgements: Iterable[Judgement]) -> Witnesses:
    """How the origins of claims are found: reprints and a speaker cited by several count once."""
    known = {document.id: document for document in documents}
    return partial(origins, documents=known, group=document_groups(known, judgements))


def balance(record: Record) -> tuple[Triad, ...]:
    """Every three sides of whom each two are tied: whether their ties are in balance."""
    return triads(record.claims, {actor.id: actor for actor in record.actors}, record.changes)


def outlets(record: Record) -> tuple[OutletPair, ...]:
    """Every pair of outlets: what both tell and what only one, and how they tell it."""
    gathered = gather(record.incidents, record.claims, record.documents, record.actors)
    group = document_groups([document.id for document in record.documents], record.judgements)
    return outlet_pairs(coverage(gathered, record.claims, record.documents), group)


def under(record: Record, policy: str | None) -> Record:
    """A record with the findings that one policy makes, whatever those of its case are; as it is, without a policy.

    SettingsError for a policy that is none. The case itself is not written to.
    """
    if policy is None:
        return record
    if policy not in POLICIES:
        raise SettingsError("policy", f"{policy!r} is none of {', '.join(POLICIES)}")
    gathered = gather(record.incidents, record.claims, record.documents, record.actors, updated(record.judgements))
    made = Reconciler(policies=(policy,))(gathered)
    return msgspec.structs.replace(record, findings=tuple(finding for found in made for finding in found))


def beside(record: Record) -> Beside:
    """What the dossier lays beside a record: the findings of every policy, outlets two by two, triads of actors."""
    gathered = gather(record.incidents, record.claims, record.documents, record.actors, updated(record.judgements))
    by_policy: dict[str, list[Finding]] = {name: [] for name in POLICIES}
    for found in Reconciler(policies=tuple(POLICIES))(gathered):
        for one in found:
            by_policy[one.policy].append(one)
    return Beside(findings=by_policy, pairs=outlets(record), triads=balance(record))
