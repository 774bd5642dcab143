"""The page on numbers: what is read, with examples run through the code as the page is made, and what is not."""

from collections.abc import Iterator
from typing import Any

from rashomon.values.bounds import bounds_table
from rashomon.values.number_context import beside
from rashomon.values.quantity import read_quantity
from rashomon.vocab import load

INTRO = """How a number in a report becomes a figure: its bounds, what it measures, over what it runs. Every example
below was read by the program when this page was made. The bounds of modifiers and vague words are also in
[rules](rules.md#how-words-become-bounds).
"""
# Expressions by kind, to show; the bounds beside them come from the code.
SHOWN = {
    "Numbers": [
        "17", "1,204", "12,34,567", "10 000", "٣٢", "twenty-one", "a hundred and five", "two dozen", "half a million",
        "1.5 million", "3 lakh", "4.5bn", "no one", "a couple", "a trio",
    ],
    "Ends and approximations": [
        "at least 12", "more than 5", "up to 32", "fewer than 20", "100+", "nearly 100", "just over 100", "some 400",
        "40-odd", "more than 10 but fewer than 20",
    ],
    "Ranges": ["10-15", "between 10 and 15", "20 or 30", "2 to 3 million", "at least 10 to 15"],
    "Vague words": ["several", "a few", "dozens", "scores", "hundreds", "tens of thousands", "several hundred"],
    "Parts of a known whole": [
        "two thirds of the 90", "half of its 60", "40 percent of the 200", "more than half of the 200", "12 of the 40",
    ],
    "No counts": [
        "two thirds", "40%", "27-year", "aged 27", "4th", "No. 4", "9/11", "$2.7 million", "Rs 5 lakh", "30 km", "-5",
        "tenfold", "an unknown number",
    ],
}  # fmt: skip
# Numbers in their place, marked with braces; what stands beside them decides.
PLACED = [
    "the {62} Commando", "men of the {206} battalion", "Squad {17} was sent", "on Highway {4}, north of it",
    "Resolution {2254} was read", "an AK-{47} rifle", "a {12}-year-old boy", "Orla Venn ({35}) was killed", "at {5} am",
    "on May {12}, they left", "{500} dollars", "{40} percent of them", "{62} commandos", "in May {12} people died",
]  # fmt: skip
KINDS = """## Sentences

| what | how it is read |
|---|---|
| four soldiers, two nurses and a driver were killed | three figures: 4, 2, and 1 for the driver, told in the singular |
| a guard was killed and another injured | killed 1, injured 1 |
| Ada Korr and four others were killed | 4 and 1; people named after a number ("two men, Tal Vree and ...") are in it |
| 48 people, including 12 children, were killed | 48; the 12 are a part of it, never added |
| 12 of the 40 villagers were killed | killed 12; the 40 were there |
| they raised the toll from 23 to 48 | both are kept; the 48 supersedes the 23, which has no vote |
| had earlier put the toll at 23 | superseded by the other figure of the passage, if there is one |
| not 12 but 15 were killed | both are kept; the 12 is superseded |
| killed nine. Two of the dead were not workers | 9; the 2 are a part of it ("five of them", "among the dead were") |
| ten were hurt, two seriously | 10; the 2 are a part of it |
| no one was killed | killed 0, told as fact |
| the bomb killed him and two guards | killed 1 and 2; "him" counts once, in the first killing that a passage tells |
| brings to 60 the number killed this year | 60 over a period, not the toll of the act |
| hit Ardel and Somna, killing nine between them | 9 once, over several acts: basis unknown |
| 60 were killed and wounded | casualties 60; killed or injured is not told |
| held in connection with the murder of two men | killed 2, background: told only as what somebody is held for |
| 15 suspected gunmen killed him | force size 15, killed 1 |
"""
LIMITS = """## What is not understood

- Numbers in other languages than English (digits of any script are read).
- Roman numerals, formulas and fractions in figures ("1/3", "9/11"): never a count.
- Shares without the number of the whole: "a third of the villagers" has no bounds.
- Sums that a reader would make: "two in the north and three in the south" are two figures, not five.
- Who is meant by "others": their class is unknown, though they often are more of those named before.
- Corrections of another report: told by the same speaker's later date when figures are resolved, not here.
- Figures in tables and pictures.
- Words that stand for a number nobody can know: "many", "countless" are at least two, "some" is none.
"""


def page(note: str) -> str:
    """The whole page; ``note`` is its first line."""
    lines = [note, "# Numbers and figures\n", INTRO]
    lines += _expressions()
    lines += ["## Modifiers\n", "| words | example | from | to |", "|---|---|---:|---:|"]
    for row in bounds_table():
        lines.append(
            f"| {', '.join(dict.fromkeys(row.words))} | {row.example} | {_end(row.lower)} | {_end(row.upper)} |"
        )
    lines += ["", KINDS, *_beside(), *_measures(), *_bases(), LIMITS]
    return "\n".join(lines).replace("~", "\\~").rstrip() + "\n"


def _expressions() -> Iterator[str]:
    for kind, expressions in SHOWN.items():
        yield f"## {kind}\n"
        yield "| said | from | to | how |\n|---|---:|---:|---|"
        for words in expressions:
            found = read_quantity(words)
            yield f"| {words} | {_end(found.lower, found.figure)} | {_end(found.upper, found.figure)} | {found.how} |"
        yield ""


def _end(value: int | None, figure: bool = True) -> str:
    return ("open" if figure else "") if value is None else f"{value:,}"


def _beside() -> Iterator[str]:
    yield "## Numbers that count nobody by what stands beside them\n"
    yield "| in the text | read as |\n|---|---|"
    for marked in PLACED:
        start, end = marked.index("{"), marked.index("}") - 1
        why = beside(marked.replace("{", "").replace("}", ""), start, end)
        yield f"| {marked.replace('{', '**').replace('}', '**')} | {why or 'a count'} |"
    yield ""


def _measures() -> Iterator[str]:
    table: dict[str, Any] = load("measures")
    yield "## What a number measures\n"
    yield "The first row that fits decides; the types are those of the [claim graph](graphs.md).\n"
    yield "| it counts those in this role | of an act of this type | measure |\n|---|---|---|"
    for kind, mode, role, name in table["role"]:
        yield f"| {role} | {kind}{'.' + mode if mode else ''} | {name} |"
    yield "\n| it counts the acts themselves | measure |\n|---|---|"
    for kind, mode, name in table["trigger"]:
        yield f"| {kind}{'.' + mode if mode else ''} | {name} |"
    yield "\n| no act, but this noun | measure |\n|---|---|"
    for name, words in table["noun"].items():
        yield f"| {', '.join(words)} | {name} |"
    yield ""


MEANING = {
    "conflict": "the whole conflict",
    "batch": "newly verified, of any time",
    "incident": "this incident",
    "together": "several acts told together: basis unknown",
    "period": "a period",
    "cumulative": "a running total",
    "growing": "a running total, unless one act is named whose toll grew",
}


def _bases() -> Iterator[str]:
    yield "## Over what a number runs\n"
    yield "Beside these words, the time of the act, its cause and its doer decide; `reasons` say which.\n"
    yield "| basis | words |\n|---|---|"
    cues = load("cues")["basis"]
    for key, meaning in MEANING.items():
        yield f"| {meaning} | {', '.join(cues[key])} |"
    yield ""
