"""A record as the page is fed with it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rashomon.records import Finding, OutletPair, Record, Triad
from rashomon.show.incidents import GRADES
from rashomon.show.lookup import Lookup
from rashomon.show.methods import POLICIES
from rashomon.show.page.actors import actors
from rashomon.show.page.basemap import Lines, basemap
from rashomon.show.page.causes import causes, flows
from rashomon.show.page.claims import claims
from rashomon.show.page.data import Case, Head, Policy
from rashomon.show.page.disputes import disputes
from rashomon.show.page.incidents import incidents, places
from rashomon.show.page.index import Index
from rashomon.show.page.methods import methods
from rashomon.show.page.outlets import pairs, quoted, tellings
from rashomon.show.page.row import told
from rashomon.show.page.texts import docs
from rashomon.show.page.ties import network
from rashomon.show.reports import Texts
from rashomon.show.static import head


class Beside(NamedTuple):
    """What is made of a record when it is asked for: findings by policy, outlets two by two, triads of actors.

    ``lines`` are an organisation's own lines for the map (`own_lines`), in the place of Natural Earth's.
    """

    findings: Mapping[str, Sequence[Finding]] = {}
    pairs: Sequence[OutletPair] = ()
    triads: Sequence[Triad] = ()
    lines: Lines | None = None


def case_data(record: Record, built: str, texts: Texts = "full", beside: Beside | None = None) -> Case:
    """Everything that the page shows of a record; the findings are those of ``beside``, else the record's own."""
    index = Index(Lookup(record))
    given = beside or Beside()
    policies = _policies(record, given)
    own = record.findings[0].policy if record.findings else ""
    made = incidents(index, policies)
    return Case(
        rows=told(Case),
        case=record.case,
        built=built,
        version=record.rashomon,
        schema=record.schema,
        head=Head(**head(index.look)),
        policies=tuple(Policy(name=name, rule=POLICIES.get(name, "")) for name in policies),
        policy=list(policies).index(own) if own in policies else 0,
        outlets=index.outlet_names,
        docs=docs(index, texts),
        claims=claims(index, texts),
        incidents=made,
        actors=actors(index),
        places=places(index),
        disputes=disputes(index),
        basemap=basemap(record, given.lines),
        network=network(index, given.triads),
        causes=causes(index),
        flows=flows(index),
        tellings=tellings(index),
        quoted=quoted(index, given.pairs),
        pairs=pairs(index, given.pairs),
        methods=methods(index),
        reasons=tuple(index.reasons),
        grades=tuple(GRADES.items()),
    )


def _policies(record: Record, beside: Beside) -> dict[str, Sequence[Finding]]:
    if beside.findings:
        return dict(beside.findings)
    found: dict[str, list[Finding]] = {}
    for finding in record.findings:
        found.setdefault(finding.policy, []).append(finding)
    return {**found} or {"range": []}
