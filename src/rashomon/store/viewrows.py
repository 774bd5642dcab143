"""Incidents, findings, disagreements and ties as rows, sorted, so that equal views are equal rows."""

from collections.abc import Sequence

from rashomon.records import Disagreement, Finding, Incident, Tie
from rashomon.store.rows import body_of, seal

Rows = list[tuple[str | int, ...]]


def view_rows(
    incidents: Sequence[Incident],
    findings: Sequence[Finding],
    disagreements: Sequence[Disagreement],
    ties: Sequence[Tie],
) -> tuple[Rows, Rows, Rows, Rows, Rows]:
    """The rows of `sql.VIEWS`' five tables, in their order: incidents, their aliases, findings, disagreements, ties."""
    return (
        incident_rows(incidents),
        alias_rows(incidents),
        finding_rows(findings),
        disagreement_rows(disagreements),
        tie_rows(ties),
    )


def incident_rows(incidents: Sequence[Incident]) -> Rows:
    """id, body, seal; by id."""
    bodies = sorted((item.id, body_of(item, Incident, f"incident {item.id}")) for item in incidents)
    return [(name, body, seal(body)) for name, body in bodies]


def alias_rows(incidents: Sequence[Incident]) -> Rows:
    """alias, incident; an alias that two incidents claim goes to the one with the smaller id."""
    owner: dict[str, str] = {}
    for item in sorted(incidents, key=lambda item: item.id, reverse=True):
        owner.update((alias, item.id) for alias in item.aliases)
    return sorted(owner.items())


def finding_rows(findings: Sequence[Finding]) -> Rows:
    """ordinal, incident, body, seal; by incident, field, policy."""
    bodies = sorted(
        (item.incident, item.field, item.policy, body_of(item, Finding, f"finding of incident {item.incident}"))
        for item in findings
    )
    return [(number, incident, body, seal(body)) for number, (incident, _, _, body) in enumerate(bodies, start=1)]


def disagreement_rows(disagreements: Sequence[Disagreement]) -> Rows:
    """id, about, body, seal; by id."""
    bodies = sorted(
        (item.id, item.about, body_of(item, Disagreement, f"disagreement {item.id}")) for item in disagreements
    )
    return [(name, about, body, seal(body)) for name, about, body in bodies]


def tie_rows(ties: Sequence[Tie]) -> Rows:
    """ordinal, left, right, body, seal; by left, right, relation, sign."""
    bodies = sorted(
        (item.left, item.right, item.relation, item.sign, body_of(item, Tie, f"tie of {item.left} and {item.right}"))
        for item in ties
    )
    return [(number, left, right, body, seal(body)) for number, (left, right, _, _, body) in enumerate(bodies, start=1)]
