"""What stands first: the finding that stands for an incident, and incidents in order of time or of telling."""

from collections.abc import Iterable

from rashomon.records import Finding, Incident, Record
from rashomon.show import figures
from rashomon.show.figures import group_of, measure_of, rank
from rashomon.show.lookup import Lookup


def main_finding(incident: Incident, look: Lookup) -> Finding | None:
    """The finding that stands for the incident: deaths before injuries, the whole before a group of it.

    A "whole" that is less than one of its groups (15 bodies, 48 hostages) counts something else: the group stands; of
    several such groups the one that most accounts are about, then the larger.
    """
    return main_of(look.findings_of[incident.id])


def main_of(given: Iterable[Finding]) -> Finding | None:
    """Of the findings of one incident, the one that stands for it (`main_finding`)."""
    found = [finding for finding in given if figures.whole(finding) != "no figure"]
    if not found:
        return None
    first = min(found, key=lambda finding: (rank(measure_of(finding.field)), group_of(finding.field)))
    groups = [f for f in found if (measure_of(f.field), f.policy) == (measure_of(first.field), first.policy)]
    larger = [f for f in groups if first.high is not None and (f.low or 0) > first.high]
    return max(larger, key=lambda finding: (len(finding.backing), finding.low or 0, finding.field), default=first)


def is_minor(incident: Incident) -> bool:
    """Whether one report alone tells it and nothing is disputed: shown briefly, after the others."""
    return len(incident.documents) <= 1 and incident.grade == "single origin"


def in_time(incident: Incident) -> tuple[bool, bool, str, str, str]:
    """Sorts incidents: news before history, those of note first, by their beginning, those without a date last."""
    began = (incident.period.from_ if incident.period else None) or "9"
    return (incident.background, is_minor(incident), began, incident.title, incident.id)


def most_told(record: Record, count: int) -> list[Incident]:
    """The incidents (no history) that most reports tell, then most origins, then most claims; at most ``count``."""
    news = [incident for incident in record.incidents if not incident.background]
    return sorted(news, key=lambda i: (-len(i.documents), -len(i.origins), -len(i.claims), i.id))[:count]
