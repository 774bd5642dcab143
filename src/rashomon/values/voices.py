"""Who tells what: the outlet of a report and the innermost speaker of a claim, as keys that no spelling splits."""

from rashomon.records import AnyClaim, Document, Voice


def folded(words: str) -> str:
    """Words without regard to case and white space."""
    return " ".join(words.casefold().split())


def outlet_key(document: Document) -> str:
    """The publisher of a report in any spelling of case and white space; "" if none is known."""
    return folded(document.publisher or "")


def speaker(claim: AnyClaim) -> Voice | None:
    """Whose words a claim is: the innermost voice, known as an actor or by words; None if the author speaks."""
    told = (voice for voice in reversed(claim.voices) if voice.form != "author" and (voice.actor or voice.words))
    return next(told, None)
