"""Copies of the sample reports with names and numbers changed, so that they tell of other events."""

import re
from pathlib import Path

REPORTS = Path(__file__).parents[1] / "samples" / "reports"
# The invented names of the samples; each copy gets other ones, by turning the vowels.
NAMES = (
    *(
        "Orrenia",
        "Orrenian",
        "Halvek",
        "Kolvarra",
        "Kolvara",
        "Dessan",
        "Tirmok",
        "Gorvane",
        "Sefrin",
        "Ilvesh",
        "Qarn",
    ),
    *("Sulafe", "Ardesh", "Nakhor", "Castrel", "Castrelian", "Teshkal", "Teshkals", "Maresh", "Valtan", "Dorrek"),
    *("Kelesh", "Kellesh", "Somane", "Soman", "Soumane", "Nadourie", "Dureghi", "Lindqvist", "Tolvane", "Bardane"),
    *("Qarn", "Askold", "Tessel", "Galoy"),
)
VOWELS = "aeiou"


def changed(text: str, copy: int) -> str:
    """The text of copy number ``copy``: names respelled, numbers of two or three digits moved by ``copy``."""
    turned = str.maketrans(VOWELS, VOWELS[copy % 5 :] + VOWELS[: copy % 5])
    ending = "rsnltk"[copy // 5 % 6] if copy >= 5 else ""
    for name in sorted(NAMES, key=len, reverse=True):
        text = re.sub(rf"\b{name}\b", name[0] + name[1:].translate(turned) + ending, text)
    return re.sub(r"(?<![\d,.:/-])\d{2,3}(?![\d,.:/-])", lambda number: str(int(number[0]) + copy), text)
