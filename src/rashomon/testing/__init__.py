"""Public makers and a sample record for tests: invented text, exact spans, stable ids."""

from rashomon.testing.makers import (
    make_author,
    make_claim,
    make_day,
    make_document,
    make_mention,
    make_regions,
    make_span,
    make_voices,
)
from rashomon.testing.sample import sample_documents, sample_record

__all__ = [
    "make_author",
    "make_claim",
    "make_day",
    "make_document",
    "make_mention",
    "make_regions",
    "make_span",
    "make_voices",
    "sample_documents",
    "sample_record",
]
