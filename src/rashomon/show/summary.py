"""A case in ten lines: what came in, what was found, where accounts differ most."""

from typing import Final

from rich.console import Group, RenderableType
from rich.text import Text

from rashomon.records import Disagreement, EventClaim, FigureClaim, Incident, Record
from rashomon.show import figures, methods
from rashomon.show.foremost import main_finding, most_told
from rashomon.show.incidents import against
from rashomon.show.lookup import Lookup
from rashomon.show.plain import clip, safe
from rashomon.show.relations import about_of

MOST: Final = 6


def counts(record: Record) -> dict[str, int]:
    """How many of each thing the record holds."""
    return {
        "reports": len(record.documents),
        "undated reports": sum(d.published is None for d in record.documents),
        "claims": len(record.claims),
        "events": sum(isinstance(c, EventClaim) for c in record.claims),
        "figures": sum(isinstance(c, FigureClaim) for c in record.claims),
        "actors": len(record.actors),
        "places": len(record.places),
        "incidents": sum(not i.background for i in record.incidents),
        "background incidents": sum(i.background for i in record.incidents),
        "disagreements": len(record.disagreements),
        "ties": len(record.ties),
    }


def overview(record: Record) -> RenderableType:
    """The counts, the incidents told most often with their ranges, and the widest disagreements."""
    look = Lookup(record)
    c = counts(record)
    undated = f" ({c['undated reports']} undated)" if c["undated reports"] else ""
    lines = [
        Text(f"\n{safe(clip(record.case, 80))}", style="bold"),
        Text(
            f"{c['reports']} reports{undated}, {c['claims']} claims: {c['events']} events, {c['figures']} figures; "
            f"{c['actors']} actors, {c['places']} places"
        ),
        Text(
            f"{c['incidents']} incidents, {c['background incidents']} told as background; "
            f"{c['disagreements']} disagreements, {c['ties']} ties"
        ),
    ]
    told = most_told(record, MOST)
    if told:
        lines += [Text("\nTold most often", style="bold"), *(_incident(incident, look) for incident in told)]
    disputes = sorted(record.disagreements, key=lambda d: (d.scope == "within", -len(d.sides), d.id))[:MOST]
    if disputes:
        lines += [Text("\nWhere accounts differ", style="bold"), *(_dispute(dispute, look) for dispute in disputes)]
    seen = methods.reviewed(record)
    said = f"Partly reviewed: {seen} decisions by people" if seen else "Machine only: nobody has reviewed this record"
    lines.append(Text(f"\n{said}.", style="italic"))
    return Group(*lines)


def _incident(incident: Incident, look: Lookup) -> Text:
    parts = [safe(clip(incident.title, 100))]
    finding = main_finding(incident, look)
    if finding:
        parts.append(
            f"{figures.whole(finding)} {figures.label(finding.field)}, {figures.accounts(len(finding.backing))}"
        )
    reports, origins = len(incident.documents), len(incident.origins)
    parts.append(f"{reports} report{'' if reports == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}")
    return Text("  " + "; ".join(parts))


def _dispute(dispute: Disagreement, look: Lookup) -> Text:
    about = about_of(dispute, look)[0]
    return Text(f"  {safe(clip(about, 120))}: {safe(clip(against(dispute), 160))}")
