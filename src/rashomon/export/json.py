"""The record as JSON, and the JSON Schema of that: the published contract."""

from typing import Any, Final

import msgspec

from rashomon.records import Record

MAJOR: Final = "1"
ABOUT: Final = {
    "rashomon": "Version of the program that wrote this.",
    "schema": "Version of this schema; within a major version fields are only added.",
    "case": "The case's name.",
    "makers": "Every stage that wrote a row, with the digests of its settings and model.",
    "documents": "Every report as read. Offsets elsewhere are code points of its text, half-open.",
    "claims": "Every statement by one voice in one report, with the sentence that makes it.",
    "actors": "Who acts or is acted upon, with the words that each report uses for them.",
    "places": "Where things are said to have happened, no more precisely than the reports say.",
    "incidents": "Claims that tell of one happening; a view, rebuilt from claims and judgements.",
    "findings": "What a named policy makes of the figures of an incident; every claim is backing or set aside.",
    "disagreements": "Claims that can't all hold, within one report or between reports.",
    "ties": "Who is said to stand with or against whom, when, and by which claims.",
    "changes": "Pairs said to have stood one way and later the other, with the claims and origins of both.",
    "flows": "What went from where to where, told alike by any number of claims.",
    "causes": "Who says what led to what: points, arrows with claims, denials and origins, and circles.",
    "seeming": "Claims that say different things and yet don't disagree: revisions, roundings, parts; each with why.",
    "judgements": "Decisions that two things are, or are not, one: reasoned, scored, reversible.",
    "corrections": "Fields of claims that people put right, with the machine's value; the claims hold the right one.",
    "rejected": "Claims as the machine read them, of which a person said that the sentence makes no such claim.",
}


def to_json(record: Record, compact: bool = False) -> bytes:
    """The record as UTF-8 JSON: the same bytes for the same record, every key present, null where nothing is known.

    Fields come in the order of the contract; free keys (roles, reasons, external ids) are sorted. Two spaces of
    indent and a final newline, or one line without either if ``compact``.
    """
    blob = msgspec.json.encode(record, order="deterministic")
    return blob if compact else msgspec.json.format(blob, indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `to_json` writes: every key of every record is required, more may come."""
    (top,), parts = msgspec.json.schema_components((Record,), ref_template="#/$defs/{name}")
    for part in parts.values():
        if "properties" in part:
            part["required"] = sorted(part["properties"])
    for key, about in ABOUT.items():
        parts["Record"]["properties"][key]["description"] = about
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:rashomon:record:{MAJOR}",
        "title": "Rashomon record",
        "description": "The record of a conflict as its sources tell it.",
        "version": MAJOR,
        **top,
        "$defs": parts,
    }
