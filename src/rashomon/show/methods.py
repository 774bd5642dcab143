"""How the record was made, in words: policies, bounds, makers, limits, licences."""

from typing import Final

from rashomon.records import Record

POLICIES: Final = {
    "range": "From the lowest to the highest figure that accounts give on the same basis. There is no best figure "
    "unless all accounts agree (after Airwars and Iraq Body Count).",
    "ucdp": "Best is the latest figure of the most reliable origin; low and high are the lowest and highest reliable "
    "ones (after UCDP).",
    "acled": "The lowest credible figure; vague plurals by fixed convention: tens 10, dozens 12, hundreds 100 "
    "(after ACLED).",
    "gtd": "What a majority of independent origins say, else the lowest; perpetrators are included (after GTD).",
}
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
LICENCES: Final = (
    "The program: Apache-2.0. Place names: GeoNames, CC BY 4.0. Country codes: pycountry, LGPL-2.1.",
    "The reports belong to those who wrote them; their words are quoted here so that each claim can be checked.",
)


def policies(record: Record) -> list[tuple[str, str]]:
    """The policies that the findings use, with their rules in words."""
    used = sorted({finding.policy for finding in record.findings})
    return [(name, POLICIES.get(name, "a rule of this case's own settings")) for name in used]


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
