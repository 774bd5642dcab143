"""The names of one report put together: the longest form of each, its short forms, and defined acronyms."""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Final

import msgspec
import re2

from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.wording import bare, kind_of_group
from rashomon.values.names import abbreviates, alike, is_acronym, name_key

_BRACKETED = re2.compile(r"^\s?\(\s?([A-Z][A-Za-z0-9./\-]{1,11})\s?\)")
_PURPOSE: Final = re2.compile(r" (?:for|of|on|to|against) ")
_LEAST: Final = 4  # letters of a word that may stand for a longer name of which it is the first or last word


class Form(msgspec.Struct, frozen=True):
    """The fullest form that a report gives to a name, and why these words are one of its forms."""

    words: str
    why: str = ""


class Forms:
    """The full names of a report: of persons, and of everything else."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.persons = _full(bare(s.words) for s in report.of_type("PER") if s.named)
        self.groups = _full(s.words for s in report.of_type("ORG", "GROUP") if s.named)

    @cached_property
    def acronyms(self) -> dict[str, str]:
        """Full name by acronym, where the text defines it: "Full Name (FN)", "FN (Full Name)", or by its initials."""
        found: dict[str, str] = {}
        organisations = [s for s in self.report.of_type("ORG", "GROUP") if s.named]
        for sighting in organisations:
            bracket = _BRACKETED.search(self.report.after(sighting, 20))
            if bracket and not is_acronym(sighting.words) and abbreviates(bracket[1], sighting.words):
                found.setdefault(name_key(bracket[1]), sighting.words)
        by_start = {s.start: s for s in organisations}
        for sighting in organisations:
            inner = by_start.get(sighting.end + 2)
            if inner and self.report.after(sighting, 2) == " (" and self.report.after(inner, 1) == ")":
                for short, full in ((sighting, inner), (inner, sighting)):
                    if is_acronym(short.words) and abbreviates(short.words, full.words):
                        found.setdefault(short.key, full.words)
        for sighting in organisations:
            if is_acronym(sighting.words) and len(sighting.key) > 2 and sighting.key not in found:
                full_names = [name for name in self.groups.values() if abbreviates(sighting.words, name)]
                if len(full_names) == 1:
                    found[sighting.key] = full_names[0]
        return found

    def person(self, words: str) -> list[Form]:
        """The full forms of which a person's name is a short one; several if it is not clear, itself if it is full."""
        short = name_key(words)
        found = []
        for key, full in self.persons.items():
            if key != short and key.endswith(f" {short}"):
                found.append(Form(words=full, why=f"surname of '{full}' in this report"))
            elif key != short and key.startswith(f"{short} "):
                found.append(Form(words=full, why=f"first name of '{full}' in this report"))
            elif key != short and len(key) >= len(short) and alike(key, short):
                found.append(Form(words=full, why=f"another spelling of '{full}' in this report"))
        last = [form for form in found if not form.why.startswith("first")]
        return last or found

    def group(self, words: str) -> list[Form]:
        """The full forms of which an organisation's name is a short one: an acronym, or its first or last words."""
        short = name_key(words)
        if short in self.acronyms:
            full = self.acronyms[short]
            return [Form(words=full, why=f"acronym of '{full}' in this report")]
        if len(short) < _LEAST or is_acronym(words):
            return []
        found = []
        for key, full in self.groups.items():
            if key != short and (key.startswith(f"{short} ") or key.endswith(f" {short}")):
                found.append(Form(words=full, why=f"short for '{full}' in this report"))
            elif words[:1].isupper() and _head(key).endswith(f" {short}"):
                found.append(Form(words=full, why=f"what '{full}' is, written as a name"))
            elif key != short and len(key) >= len(short) and alike(key, short):
                found.append(Form(words=full, why=f"another spelling of '{full}' in this report"))
        return [] if kind_of_group(words) and " " not in short else found


@lru_cache(4096)
def _head(key: str) -> str:
    """The words of a name before what it is for: "norland observatory" of "norland observatory for human rights"."""
    found = _PURPOSE.search(key)
    return key[: found.start()] if found else key


def _full(names: Iterable[str]) -> dict[str, str]:
    """Names of two words or more by key; of one key, the first in the alphabet."""
    found: dict[str, str] = {}
    for name in sorted({" ".join(name.split()) for name in names}, key=lambda name: (name.isupper(), name)):
        key = name_key(name)
        if " " in key:
            found.setdefault(key, name)
    return found


def nearest_before(report: Report, sighting: Sighting, words: Iterable[str]) -> str | None:
    """Which of several names stands nearest before a sighting."""
    keys = {name_key(word): word for word in words}
    earlier = [s for s in report.sightings if s.start < sighting.start and name_key(bare(s.words)) in keys]
    return keys[name_key(bare(earlier[-1].words))] if earlier else None
