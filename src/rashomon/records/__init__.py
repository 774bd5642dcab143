"""The nouns: every record of a case, as frozen structs whose JSON is the published contract.

Offsets are code points of ``Document.text``, half-open, everywhere. Facts (documents, graphs, claims, actors, places)
are never edited; judgements are decisions and can be retired; incidents, findings, disagreements and ties are views
that can be dropped and rebuilt, as are changes, flows and the causal map. Ids of facts are content hashes
(`content_id`).
"""

from rashomon.records.analyses import (
    Arrow,
    CausalMap,
    CausePoint,
    Change,
    FigurePair,
    Flow,
    OutletPair,
    Quoted,
    Stretch,
    Told,
    Triad,
    TriadSide,
    WordsPair,
)
from rashomon.records.base import Period, Precision, Reality, Row, Span, content_id
from rashomon.records.claims import (
    SUPERSEDED,
    Amount,
    AnyClaim,
    CauseClaim,
    Claim,
    EventClaim,
    FigureClaim,
    FlowClaim,
    Mention,
    NamingClaim,
    TieClaim,
    Voice,
)
from rashomon.records.decisions import Actor, Alias, Judgement, Place, Standing, Verdict, mention_key
from rashomon.records.record import Maker, Record
from rashomon.records.text import Document, Edge, Graph, Node, Receipt, Region, RegionKind
from rashomon.records.views import (
    Disagreement,
    Finding,
    Incident,
    Origin,
    Side,
    Standpoint,
    Tie,
    TiePeriod,
)

__all__ = [
    "SUPERSEDED",
    "Actor",
    "Alias",
    "Amount",
    "AnyClaim",
    "Arrow",
    "CausalMap",
    "CauseClaim",
    "CausePoint",
    "Change",
    "Claim",
    "Disagreement",
    "Document",
    "Edge",
    "EventClaim",
    "FigureClaim",
    "FigurePair",
    "Finding",
    "Flow",
    "FlowClaim",
    "Graph",
    "Incident",
    "Judgement",
    "Maker",
    "Mention",
    "NamingClaim",
    "Node",
    "Origin",
    "OutletPair",
    "Period",
    "Place",
    "Precision",
    "Quoted",
    "Reality",
    "Receipt",
    "Record",
    "Region",
    "RegionKind",
    "Row",
    "Side",
    "Span",
    "Standing",
    "Standpoint",
    "Stretch",
    "Tie",
    "TieClaim",
    "TiePeriod",
    "Told",
    "Triad",
    "TriadSide",
    "Verdict",
    "Voice",
    "WordsPair",
    "content_id",
    "mention_key",
]
