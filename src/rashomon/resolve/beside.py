"""What the words beside a place's name make of it: outskirts, suburbs, countryside, a road, what lies between two."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

import msgspec
import re2

from rashomon.records import Place
from rashomon.resolve.areas import away_from, between, outlying, part_of
from rashomon.resolve.countries import country_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.report import Report, Sighting
from rashomon.vocab import load

LEAD: Final = 72
"""Characters before a name in which its lead is looked for."""
_BESIDE: Final = 160  # characters: a sentence
_WITHIN: Final = 16  # mentions; so many stand in a long sentence
_PLACES: Final = ("GPE", "LOC", "FAC")
_JOINTS: Final = frozenset({" and ", " to ", " with ", " and the town of ", " to the town of ", " and the city of "})
_TOWN: Final = r"(?:the )?(?:(?:provincial |regional )?(?:city|town|village|capital) of )?"
_SIDE: Final = r"(?:(?P<side>(?:north|south|east|west)[a-z-]{0,10}) )?"
_GOING: Final = r"(?:that |which )?(?:running |leading |going |heading )?"


class Lead(msgspec.Struct, frozen=True):
    """The words that lead to a name: what they make of it, to which side, and where in the text they stand.

    ``what``: outskirts, suburbs, countryside or road, "between", "away" (a distance), or "part".
    """

    what: str
    start: int
    end: int
    side: tuple[int, int] | None = None
    road: bool = False


def areas_beside(report: Report, found: Mapping[int, Decision]) -> dict[int, Decision]:
    """The areas meant by names with such words beside them, and by the nouns among these words ("{outskirts} of Goma").

    ``found``: the places decided so far. Where a noun bears the area, the name after it keeps its own place, but for
    the two ends of a road, which are not the scene.
    """
    areas: dict[int, Decision] = {}
    for sighting in report.of_type(*_PLACES):
        base = found.get(sighting.number)
        if base is None or base.verdict != "same" or not isinstance(base.found, Place):
            continue
        if base.found.kind == "border":
            along = _nouns(report, sighting, Lead("border", sighting.start, sighting.end))
            areas |= dict.fromkeys((noun.number for noun in along if noun.number not in found), base)
        if not sighting.named:
            continue
        for lead in _leads(report, sighting):
            ends, area = _area(report, sighting, base.found, lead, found)
            if area is None:
                continue
            nouns = list(_nouns(report, sighting, lead))
            areas |= dict.fromkeys((noun.number for noun in nouns if noun.number not in found), area)
            if len(ends) > 1 or not nouns:
                areas |= dict.fromkeys(ends, area)
            break
    return areas


def _area(
    report: Report, sighting: Sighting, base: Place, lead: Lead, found: Mapping[int, Decision]
) -> tuple[tuple[int, ...], Decision | None]:
    """The numbers of the names that a lead is about, and the area."""
    if lead.what == "between":
        for other in _after(report, sighting):
            end = found.get(other.number)
            if end is not None and end.verdict == "same" and isinstance(end.found, Place):
                return (sighting.number, other.number), between(base, end.found, "road" if lead.road else "")
        return (), None
    if lead.what == "away":
        return (sighting.number,), away_from(base, report.before(sighting, LEAD))
    if lead.what == "part":
        return (sighting.number,), part_of(base, lead.side or (0, 0))
    return (sighting.number,), outlying(base, lead.what, lead.side)


def _leads(report: Report, sighting: Sighting) -> Iterator[Lead]:
    """What stands before a name, or after its "'s", and makes an area of it; the most exact first."""
    before = report.before(sighting, LEAD)
    begin = sighting.start - len(before)
    yield Lead("away", sighting.start, sighting.start)
    for what, pattern in _before():
        said = pattern.search(before)
        if said is not None and not _MEASURED.search(before[: said.start()]):
            yield Lead(what, begin + said.start(), sighting.start, _side(said), road="road" in said.groupdict())
    after = report.after(sighting, LEAD)
    for what, pattern in _owned():
        said = pattern.match(after)
        if said is not None:
            yield Lead(what, sighting.end, sighting.end + said.end(), _side(said))


def _side(said: Any) -> tuple[int, int] | None:
    word = said.groupdict().get("side")
    side = load("groups")["directions"].get(word.lower()) if word else None
    return (side[0], side[1]) if side and any(side) else None


def _after(report: Report, sighting: Sighting) -> Iterator[Sighting]:
    """The named places that a joint ties to one before: "{Gao} and {Ansongo}"."""
    for other in report.sightings[sighting.number + 1 : sighting.number + 4]:
        gap = report.text[sighting.end : other.start]
        if other.type in _PLACES and other.named and gap in _JOINTS:
            yield other


def countries_after(report: Report, sighting: Sighting) -> Iterator[str]:
    """The names that say whose border it is: "the {border} with {Libya}", "between {Niger} and {Nigeria}"."""
    for other in report.sightings[sighting.number + 1 : sighting.number + 3]:
        gap = report.text[sighting.end : other.start]
        if other.type == "GPE" and _OF_BORDER.fullmatch(gap):
            yield other.words
            yield from (second.words for second in _after(report, other) if "between" in gap)
            return


def countries_near(report: Report, sighting: Sighting) -> Mapping[str, int]:
    """How often the countries are spoken of beside a mention; in the whole report where none is."""
    beside = Counter(
        known[0].code
        for other in report.sightings[max(0, sighting.number - _WITHIN) : sighting.number + _WITHIN]
        if other.type in ("GPE", "LOC")
        and other.number != sighting.number
        and abs(other.start - sighting.start) <= _BESIDE
        for known in (country_of(other.words) or country_of(other.words.split(" ")[-1]),)
        if known
    )
    return beside or report.countries


def _nouns(report: Report, sighting: Sighting, lead: Lead) -> Iterator[Sighting]:
    """The mentions of places without a name that stand among the words of a lead, or right before them."""
    for other in report.sightings[max(0, sighting.number - _WITHIN) : sighting.number + _WITHIN]:
        if other.named or other.start > lead.end or other.type not in _PLACES:
            continue
        gap = report.text[other.end : lead.start] if other.end <= lead.start else ""
        if (lead.start <= other.start and other.end <= lead.end) or (
            lead.start - other.end <= len(" along the ") and other.end <= lead.start and _TO_LEAD.fullmatch(gap)
        ):
            yield other


_OF_BORDER: Final = re2.compile(r" (?:with|of|between|to) (?:the )?(?:neighbou?ring )?")
_MEASURED: Final = re2.compile(r"\d (?:km|kms|kilomet(?:er|re)s?|miles?|mi)\.? (?:to the )?$")
_TO_LEAD: Final = re2.compile(r" (?:(?:on|along|in|at|near|by|just) )?(?:the )?")


@cache
def _before() -> tuple[tuple[str, Any], ...]:
    """(what, pattern that ends where the name begins)."""
    road = "(?P<road>" + _either(load("groups")["roads"]["words"]) + ")"
    found = [("between", rf"(?i)\b{road} {_GOING}(?:between|from|linking|links|connecting|connects|joining) {_TOWN}$")]
    found += [("between", rf"(?i)\bbetween {_TOWN}$")]
    found += [("road", rf"(?i)\b{road} {_GOING}(?:to|towards|toward|from|into|out of|near) {_TOWN}$")]
    for what, words in load("groups")["outlying"].items():
        found.append((what, rf"(?i)\b{_SIDE}(?:{_either(words)}) (?:of|around|in) {_TOWN}$"))
    found += [("outskirts", rf"(?i)\b(?:just |right )?outside (?:of )?{_TOWN}$")]
    found += [
        ("part", r"(?i)\b(?:in|of|from|to|across) the (?P<side>(?:north|south|east|west)[a-z-]{0,10}) of (?:the )?$")
    ]
    found += [("countryside", rf"(?i)\b(?P<side>(?:north|south|east|west)[a-z-]{{0,10}}) of {_TOWN}$")]
    return tuple((what, re2.compile(pattern)) for what, pattern in found)


@cache
def _owned() -> tuple[tuple[str, Any], ...]:
    """(what, pattern that begins where the name ends): "'s southern suburbs", " countryside"."""
    return tuple(
        (what, re2.compile(rf"(?i)(?:['’]s?)? {_SIDE}(?:{_either(words)})\b"))
        for what, words in load("groups")["outlying"].items()
    )


def _either(words: list[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
