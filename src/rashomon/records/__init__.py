"""The nouns: every record of a case, as frozen structs whose JSON is the published contract.

Offsets are code points of ``Document.text``, half-open, everywhere. Facts (documents, graphs, claims, actors, places)
are never edited; judgements are decisions and can be retired; incidents, findings, disagreements and ties are views
that can be dropped and rebuilt. Ids of facts are content hashes (`content_id`).
"""

from rashomon.records.base import Period, Precision, Reality, Row, Span, content_id
from rashomon.records.claims import (
    SINGULAR,
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
from rashomon.records.text import Document, Edge, Graph, Node, Receipt, Region, RegionKind
from rashomon.records.views import (
    Disagreement,
    Finding,
    Incident,
    Maker,
    Origin,
    Record,
    Side,
    Standpoint,
    Tie,
    TiePeriod,
)

__all__ = [
    "SINGULAR",
    "SUPERSEDED",
    "Actor",
    "Alias",
    "Amount",
    "AnyClaim",
    "CauseClaim",
    "Claim",
    "Disagreement",
    "Document",
    "Edge",
    "EventClaim",
    "FigureClaim",
    "Finding",
    "FlowClaim",
    "Graph",
    "Incident",
    "Judgement",
    "Maker",
    "Mention",
    "NamingClaim",
    "Node",
    "Origin",
    "Period",
    "Place",
    "Precision",
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
    "Tie",
    "TieClaim",
    "TiePeriod",
    "Verdict",
    "Voice",
    "content_id",
    "mention_key",
]
