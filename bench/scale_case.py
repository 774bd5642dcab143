"""A case of so many synthetic reports, with what is known of it: whose incident each event is, who copied whom."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from random import Random
from typing import Final, NamedTuple

from scale_reports import Desk, Report, claims_of, document_of
from scale_world import Happening, World

from rashomon.records import AnyClaim, Document, EventClaim

OUTLETS: Final = (
    "The Courier", "The Gazette", "The Voice", "The Mirror", "The Herald", "The Dispatch", "The Lantern", "The Post",
)  # fmt: skip
Sizes = Sequence[tuple[int, int, float]]
# How many reports an incident has, and how often: five on average, one in twenty a great story.
SIZES: Final = ((1, 1, 0.25), (2, 2, 0.2), (3, 5, 0.3), (6, 15, 0.2), (16, 40, 0.05))
# What a further report of an incident is.
KINDS: Final = {"own": 0.49, "reprint": 0.2, "cut": 0.08, "wire": 0.1, "update": 0.1, "copy": 0.03}
RECENT: Final = 400  # incidents back that history paragraphs reach


class Case(NamedTuple):
    """Documents and claims; the incident of each event claim, the group of each document's origin, how it was made."""

    documents: list[Document]
    claims: list[AnyClaim]
    incident: dict[str, int]
    origin: dict[str, int]
    made: dict[str, str]


def make_case(reports: int, world: World, sizes: Sizes = SIZES) -> Case:
    """A case of ``reports`` synthetic reports; ``sizes``: how many of them tell of one incident."""
    case = Case([], [], {}, {}, {})
    for number, report in enumerate(_reports(reports, world, sizes)):
        document = document_of(report, number)
        case.documents.append(document)
        case.origin[document.id], case.made[document.id] = report.origin, report.made
        for claim, told in claims_of(report, document):
            case.claims.append(claim)
            if isinstance(claim, EventClaim):
                case.incident[claim.id] = told.number
    return case


def _reports(number: int, world: World, sizes: Sizes) -> Iterator[Report]:
    random, desk = Random(7), Desk(Random(11))
    happenings = world.happenings(number)
    given = origin = 0
    for place, one in enumerate(happenings):
        past = happenings[max(0, place - RECENT) : max(0, place - 60)]
        (size,) = random.choices(sizes, [share for _, _, share in sizes])
        for report in _story(one, range(random.randint(*size[:2])), past, desk, random):
            if given == number:
                return
            yield report._replace(origin=origin + report.origin)
            given += 1
        origin += 1000


def _story(one: Happening, numbers: range, past: Sequence[Happening], desk: Desk, random: Random) -> Iterator[Report]:
    """Every report of one incident: the first is an outlet's own, the others own or copies of an earlier one."""
    told: list[Report] = []
    for number in numbers:
        (made,) = random.choices(list(KINDS), list(KINDS.values())) if told else ("own",)
        free = [o for o in OUTLETS if o not in {r.outlet for r in told}] or list(OUTLETS)
        outlet = random.choice(free)
        if made == "own":
            report = desk.report(one, outlet, number, past)
        else:
            wired = [r for r in told if "(" in r.head]
            report = _copied(random.choice(wired or told), made, outlet, desk)
            report = report if wired or made != "wire" else _copied(told[0], "reprint", outlet, desk)
        told.append(report)
        yield report


def _copied(first: Report, made: str, outlet: str, desk: Desk) -> Report:
    """A report made out of an earlier one; its origin is that one's."""
    one = first.lines[0].told
    assert one is not None
    lines, later = list(first.lines), first.published + timedelta(days=1)
    if made == "reprint":
        return first._replace(outlet=outlet, title=desk.title(one), made=made)
    if made == "cut":
        half = tuple(lines[: max(1, len(lines) * 3 // 5)])
        return first._replace(outlet=outlet, title=desk.title(one), lines=half, made=made)
    if made == "wire":
        # the agency's text with as much again of the outlet's own
        own = [desk.filler() for _ in range(len(lines))]
        return first._replace(outlet=outlet, title=desk.title(one), lines=(*lines, *own), made=made)
    if made == "update":
        news = list(desk.news(one._replace(killed=one.killed + 1 + one.killed // 4)))
        kept = [line for line in lines if line.told is None or line.background]
        return first._replace(title=f"{first.title} (update)", published=later, lines=(*news, *kept), made=made)
    return first._replace(lines=(*lines, desk.filler()), made=made)
