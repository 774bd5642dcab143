"""The whole record of a case, and the stages that wrote it."""

from rashomon.records.analyses import CausalMap, Change, Flow
from rashomon.records.base import Row
from rashomon.records.claims import AnyClaim
from rashomon.records.decisions import Actor, Correction, Judgement, Place
from rashomon.records.text import Document
from rashomon.records.views import Disagreement, Finding, Incident, Seeming, Tie


class Maker(Row, frozen=True, kw_only=True):
    """A stage that wrote rows: version, digest of its settings, digest of its model if it has one."""

    name: str
    version: str
    settings: str
    model: str | None = None


class Record(Row, frozen=True, kw_only=True):
    """The whole record of a case, as exported.

    ``claims`` hold the values that people corrected (``corrections`` has the machine's); ``rejected`` are claims, as
    the machine read them, of which a person said that their sentences make no such claim. Nothing rests on those.
    """

    rashomon: str
    schema: str
    case: str
    makers: tuple[Maker, ...] = ()
    documents: tuple[Document, ...] = ()
    claims: tuple[AnyClaim, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    incidents: tuple[Incident, ...] = ()
    findings: tuple[Finding, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    ties: tuple[Tie, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    corrections: tuple[Correction, ...] = ()
    rejected: tuple[AnyClaim, ...] = ()
    changes: tuple[Change, ...] = ()
    flows: tuple[Flow, ...] = ()
    causes: CausalMap = CausalMap()
    seeming: tuple[Seeming, ...] = ()
