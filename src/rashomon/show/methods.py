"""How the record was made, in words: policies, bounds, makers, limits, licences. The page and its twin say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rashomon.records import Document, Period, Record
from rashomon.show import words
from rashomon.show.lookup import Lookup, outlet
from rashomon.values import bounds

Pairs = tuple[tuple[str, str], ...]

POLICIES: Final = {
    "range": "From the lowest to the highest figure that accounts give on the same basis. There is no best figure "
    "unless all accounts agree (after Airwars and Iraq Body Count).",
    "ucdp": "Best is the latest figure of the most reliable origin; low and high are the lowest and highest reliable "
    "ones (after UCDP).",
    "acled": "The lowest credible figure; vague plurals by fixed convention: tens 10, dozens 12, hundreds 100 "
    "(after ACLED).",
    "gtd": "What a majority of independent origins say, else the lowest; perpetrators are included (after GTD).",
}
TERMS: Final = (
    ("account", "one figure by one voice"),
    ("origin", "who first said it, however often it is repeated"),
    ("finding", "what a named rule makes of the accounts"),
    ("incident", "one happening, as all reports together tell it"),
    ("machine only, reviewed, corrected", "how far people looked at it; everything bears one of the three"),
)
RULES: Final = (
    "One vote for each origin: reprints, wire copies and repeated quotations of one speaker count once.",
    "A later figure from the same origin takes the place of its earlier one, and says so.",
    "Figures on different bases are never mixed: this incident, a running total and a whole conflict stay apart.",
    "What is unknown stays blank; it is never filled with 0.",
    "A party's figure for its own or its enemy's losses is marked as such. A denial is kept as a denial.",
    "Every account ends in backing or in set aside, with the reason.",
)
LIMITS: Final = (
    "A program read these reports. It misses statements and misreads some; the sentence by each claim is the check.",
    "A range is the span of what the accounts say. It is no confidence interval, and no estimate of what happened.",
    "What no report says is not in here; silence of a report means nothing.",
    "“Like ACLED’s” names the sub-event of that codebook that a rule finds nearest; it is none of that project’s data.",
    "Scores say how sure the program is of its reading of a sentence, not how far to believe the sentence.",
)
MODEL: Final = (
    ("What it is", "A small language model that reads one passage of English news at a time and marks who is said to "
     "have done what to whom, where and when, with what toll, according to whom. It runs offline."),
    ("What it is for", "A first reading that a person checks. Not for deciding what happened, and not for counting "
     "without review."),
    ("Where it fails", "Rare acts (threats, withdrawals, mobilisation, aid) are missed or taken for others. Planned, "
     "feared, demanded and denied things are often told apart only by the words of speech above them. Opinion is read "
     "worse than news, long arguments worse than short statements. Causes are found where an act of violence brings "
     "harm; reasons and purposes mostly not. Headlines are not read. English only: reports in other languages are "
     "kept, and said to be unread."),
    ("Bias", "What outlets call people is kept as their words, and the errors are not even: a side that is quoted in "
     "long statements has more of its words misattributed. It has seen some regions and years more than others."),
    ("Its whole card", "With its training data and measured scores: docs/model-card.md, and the command “rashomon "
     "model”."),
)  # fmt: skip
BASEMAP: Final = (
    "Lines: Natural Earth (de facto, 4.1.0). Not a statement on status. Land and thin lines only: no country is "
    "filled or named, and where an incident was is never taken from these lines, but from the places that reports name."
)
LICENCES: Final = (
    ("Rashomon", "Apache-2.0, © 2026 the Rashomon authors"),
    ("The model’s first weights", "all-MiniLM-L6-v2, Apache-2.0"),
    ("Place names", "GeoNames, CC BY 4.0 (geonames.org)"),
    ("Map lines", "Natural Earth, public domain; prepared by world-atlas and read by topojson-client, ISC, © 2012–2019 "
     "Michael Bostock"),
    ("The page is drawn by", "Preact, MIT, © 2015–present Jason Miller"),
    ("The reports", "belong to those who wrote them; their words are quoted here so that each claim can be checked"),
)  # fmt: skip
STORED: Final = (
    ("Theme", "light, dark, or as the system has it"),
    ("Keys", "whether single letters act"),
    ("Reading", "switches of the reader, such as highlights on or off"),
)
STORED_WHERE: Final = (
    "Kept in this browser only, if it lets a file do so. Nothing is sent anywhere; there are no cookies."
)


@dataclass(frozen=True)
class Methods:
    """Everything that is said of how a record was made.

    ``bounds`` are (words, example, read as, reason), ``makers`` (stage, version, digest of settings, digest of model),
    ``model`` the card in short where a model read, ``sources`` (outlet, reports, dates), ``stored`` what the page keeps
    in the browser.
    """

    terms: Pairs
    rules: tuple[str, ...]
    bounds: tuple[tuple[str, str, str, str], ...]
    limits: tuple[str, ...]
    makers: tuple[tuple[str, str, str, str], ...]
    model: Pairs
    decisions: Pairs
    reviewed: str
    sources: tuple[tuple[str, str, str], ...]
    licences: Pairs
    basemap: str
    stored: Pairs
    stored_where: str


def methods(look: Lookup) -> Methods:
    """How a record was made."""
    record = look.record
    return Methods(
        terms=TERMS,
        rules=RULES,
        bounds=tuple(_bound(row) for row in bounds.bounds_table()),
        limits=LIMITS,
        makers=tuple((m.name, m.version, m.settings[:16], (m.model or "")[:16]) for m in record.makers),
        model=MODEL if any(maker.model for maker in record.makers) else (),
        decisions=tuple((name, f"{count:,}") for name, count in decisions(record)),
        reviewed=_reviewed(record),
        sources=_sources(look),
        licences=LICENCES,
        basemap=BASEMAP,
        stored=STORED,
        stored_where=STORED_WHERE,
    )


def policies(record: Record) -> list[tuple[str, str]]:
    """Every rule for figures, in words; those that the findings use first."""
    used = sorted({finding.policy for finding in record.findings})
    rules = {name: POLICIES.get(name, "a rule of this case's own settings") for name in used} | POLICIES
    return list(rules.items())


def decisions(record: Record) -> list[tuple[str, int]]:
    """How many judgements of each kind the machine made."""
    kinds: dict[str, int] = {}
    for judgement in record.judgements:
        if judgement.retired is None and judgement.made is None:
            name = f"{judgement.relation}: {judgement.verdict}"
            kinds[name] = kinds.get(name, 0) + 1
    return sorted(kinds.items())


def reviewed(record: Record) -> int:
    """How many decisions people made; 0 means machine only. What follows from one bears its time."""
    return len({j.made for j in record.judgements if j.made is not None and j.retired is None})


def _reviewed(record: Record) -> str:
    count = reviewed(record)
    if not count:
        return "All by machine: nobody has reviewed this record."
    return f"{count:,} more {'decision was' if count == 1 else 'decisions were'} made by a person, and outrank these."


def _bound(row: bounds.BoundsRow) -> tuple[str, str, str, str]:
    """How a word bounds a figure: words like it, an example, the range it is read as, and why."""
    more = " …" if len(row.words) > 4 else ""
    low, high = ("" if end is None else f"{end:,}" for end in (row.lower, row.upper))
    return ", ".join(row.words[:4]) + more, row.example, f"{low}–{high}", row.reason


def _sources(look: Lookup) -> tuple[tuple[str, str, str], ...]:
    """Every outlet with its reports and their dates, the most read first."""
    by: dict[str, list[Document]] = {}
    for document in look.record.documents:
        by.setdefault(outlet(document), []).append(document)
    ranked = sorted(by.items(), key=lambda item: (-len(item[1]), item[0].casefold()))
    return tuple((name, _count(len(found)), _dates(found)) for name, found in ranked)


def _count(reports: int) -> str:
    return f"{reports:,} report" + ("" if reports == 1 else "s")


def _dates(documents: Sequence[Document]) -> str:
    """From the first to the last day of publication in words, and how many bear no date."""
    dated = [document.published for document in documents if document.published]
    spans = sorted({(span.from_ or span.to or "")[:10] for span in dated} - {""})
    missing = len(documents) - len(dated)
    said = words.period(Period(from_=spans[0], to=spans[-1], precision="days")) if spans else ""
    undated = f"{missing:,} undated" if missing and spans else "undated" if missing else ""
    return ", ".join(part for part in (said, undated) if part)
