"""Who tells what: the outlet of a report and the innermost speaker of a claim, as keys that no spelling splits."""

from rashomon.records import Document


def folded(words: str) -> str:
    """Words without regard to case and white space."""
    return " ".join(words.casefold().split())


def outlet_key(document: Document) -> str:
    """The publisher of a report in any spelling of case and white space; "" if none is known."""
    return folded(document.publisher or "")
