"""Who counts once: how many origins stand behind claims is for the linking of reports to say; here it is asked."""

from collections.abc import Callable, Sequence

from rashomon.records import AnyClaim, Document, Origin
from rashomon.values.voices import folded, outlet_key, speaker

Witnesses = Callable[[Sequence[AnyClaim]], Sequence[Origin]]
"""Gives the origins of claims: groups of reports for what their authors say, and every speaker whom they cite."""


def each_alone(claims: Sequence[AnyClaim]) -> list[Origin]:
    """Every report as an origin of its own: what can be said where nothing is known of reprints and speakers."""
    return [Origin(documents=(name,)) for name in sorted({claim.document for claim in claims})]


def teller(claim: AnyClaim, documents: dict[str, Document]) -> str:
    """Whose words a claim is, as a key: the innermost speaker within his outlet's reports, else the outlet itself."""
    document = documents.get(claim.document)
    outlet = outlet_key(document) if document else ""
    voice = speaker(claim)
    if voice is None:
        return outlet or claim.document
    return voice.actor or f"{outlet or claim.document} {folded(voice.words)}"
