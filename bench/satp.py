"""SATP: who died and who was hurt in incidents in India, by side, read as figures of one short summary each."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from annotated import document
from board import Table, json_lines
from held_out import held_out

from rashomon.annotate import Annotator
from rashomon.interpret import Interpreter
from rashomon.records import SUPERSEDED, AnyClaim, EventClaim, FigureClaim, Span

FILE = Path("data", "satp", "incidents.jsonl.gz")
LEARNED = Path(__file__).parents[1] / "corpus" / "standoff.jsonl"  # what the shipped model was trained on
MOST: Final = 1100  # summaries measured at most: all that are kept (997); a minute on two cores

SIDES: Final = ("civilian", "security", "maoist", "official", "other")
COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "killed": {
        "total": "deaths.total_fatalities",
        "civilian": "deaths.civilian_fatalities",
        "security": "deaths.security_fatalities",
        "maoist": "deaths.maoist_fatalities",
        "official": "deaths.govt_official_fatalities",
        "other": "deaths.other_armed_grp_fatalities",
    },
    "injured": {
        "total": "injuries.total_injuries",
        "civilian": "injuries.civilian_injuries",
        "security": "injuries.security_injuries",
        "maoist": "injuries.maoist_injuries",
        "official": "injuries.govt_official_injuries",
        "other": "injuries.non_maoist_armed_group_injuries",
    },
}


def _words_of(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The set's sides by words of the people counted; of several sides the first wins. A vigilante group is an armed group
# of its own there, and whoever is active in a party holds office.
WORDS: Final[Mapping[str, frozenset[str]]] = {
    "civilian": _words_of(
        "informer informers villager villagers civilian civilians contractor driver trader businessman teacher farmer "
        "labourer labourers supporter supporters sympathiser sympathizer sympathisers brother son wife father mother "
        "passenger passengers journalist priest student students engineer salesman dealer "
        "relative relatives wives uncle shopkeeper"
    ),
    "other": _words_of("judum vigilante plfi tpc jpc tspc pcpa splinter"),
    "official": _words_of(
        "sarpanch sarpanches mukhiya mla mp minister councillor politician congress bjp tdp cpi-m cpi-marxist "
        "india-marxist trs bjd rjd jd-u jmm trinamool tmc panchayat parishad headman legislator mptc zptc upsarpanch "
        "janata mayor party"
    ),
    "security": _words_of(
        "sf sfs police policeman policemen personnel constable constables trooper troopers jawan jawans soldier "
        "soldiers commando commandos crpf bsf cobra cisf itbp stf sog spo spos asi si inspector sub-inspector officer "
        "officers guard guards security forces force havildar dsp sp commandant greyhounds paramilitary bodyguard"
    ),
    "maoist": _words_of(
        "maoist maoists cpi-maoist naxal naxals naxalite naxalites cadre cadres rebel rebels insurgent insurgents "
        "extremist extremists militant militants ultra ultras guerrilla guerrillas terrorist terrorists commander "
        "commanders plga dalam outfit squad lwe"
    ),
}
# Words that open a new thought after those who were harmed: what follows tells of others.
END: Final = re.compile(
    r"(?i)\b(?:by|in|at|near|on|during|after|when|while|suspecting|accusing|alleging|branding|for|from|under|with|who|"
    r"whom|whose|and|as they|was|were|is|are|has|had|suspected to)\b"
)
CLASS_SIDE: Final[Mapping[str, str]] = {"security": "security", "combatant": "maoist", "civilian": "civilian"}
# Heads that leave open who it was; their number tells the total.
ANYBODY: Final = _words_of("dead body bodies corpse corpses deaths casualties injured wounded victim victims deceased")
# Heads that say who it was only by what stands around them.
OPEN: Final = _words_of("person persons people man men")
# More of those who were counted before them in the sentence.
OTHERS: Final = _words_of("other others another one")
# Whoever left the Maoists is a civilian in the set.
FORMER: Final = _words_of("former ex surrendered ex-maoist ex-naxal ex-naxalite erstwhile")
OFFICIALS: Final = _words_of("official officials secretary chairman chairperson president")

Toll = dict[str, int]


class Part(msgspec.Struct, frozen=True):
    """So many of one side ("" = anybody); ``whole`` is the id of the figure that it is a part of."""

    id: str
    side: str
    number: int
    sentence: int
    whole: str | None = None


def learned(file: Path = LEARNED) -> frozenset[str]:
    """The incidents of this set that the shipped model was trained on."""
    ids = [json.loads(line)["id"].split("/") for line in file.read_text(encoding="utf-8").splitlines()]
    return frozenset(incident for name, incident, *_ in ids if name == "satp")


def side_of(figure: FigureClaim, around: str = "") -> str:
    """The set's side of the people counted; "" where nothing tells.

    Their head word decides, then their other words, what they are of, and how the sentence describes them (``around``);
    failing these, the class that the claim gives them.
    """
    if figure.counted is None:
        return ""
    words = _words(figure.counted.words)
    if words[-1:] and words[-1] in ANYBODY:
        return ""
    for part in (words[-1:], words, _words(figure.counted.why), _words(around)):
        for side, names in WORDS.items():
            if names & set(part):
                return "civilian" if side == "maoist" and FORMER & {*words, *_words(around)} else side
    if words[-1:] and words[-1] in OFFICIALS:
        return "official"
    if words[-1:] and words[-1] in OPEN:
        return ""
    named = figure.counted.type == "PER" and figure.counted.words[:1].isupper()
    return CLASS_SIDE.get(figure.class_, "" if named else "civilian")


def _words(text: str) -> list[str]:
    return [word.strip("\"'‘’.,;()").lower() for word in text.split()]


def described(figure: FigureClaim, trigger: Span | None) -> str:
    """The words of the sentence on the side of the act where those counted stand, up to a new thought."""
    if figure.counted is None or trigger is None:
        return ""
    sentence, mention = figure.spans[0], figure.counted
    start = trigger.end if trigger.end <= mention.start else sentence.start
    stop = trigger.start if trigger.start >= mention.end else sentence.start + len(sentence.quote)
    before = sentence.quote[max(0, start - sentence.start) : max(0, mention.start - sentence.start)]
    after = sentence.quote[max(0, mention.end - sentence.start) : max(0, stop - sentence.start)]
    return f"{END.split(before)[-1]} {END.split(after)[0]}"


def parts(claims: Iterable[AnyClaim], measure: str) -> Iterator[Part]:
    """The figures of one measure that tell of this incident as fact, or as likely."""
    claims = list(claims)
    triggers = {claim.id: claim.trigger for claim in claims if isinstance(claim, EventClaim)}
    divided = {claim.part_of for claim in claims if isinstance(claim, FigureClaim)}
    before = ""
    for claim in claims:
        if not isinstance(claim, FigureClaim) or claim.measure not in COLUMNS:
            continue
        # the words around a number that is divided up tell of its parts
        around = "" if claim.id in divided else described(claim, triggers.get(claim.event or ""))
        side = before if is_more(claim) else side_of(claim, around)
        side = side or ("civilian" if claim.id in divided else "")
        before = before if claim.part_of else side
        if claim.measure != measure or claim.background or SUPERSEDED in claim.reasons:
            continue
        if claim.reality not in ("fact", "poss") or claim.basis in ("conflict", "period"):
            continue
        number = claim.lower or claim.upper
        if number:
            yield Part(claim.id, side, number, claim.spans[0].start, claim.part_of)


def is_more(figure: FigureClaim) -> bool:
    """Whether a figure counts "others", or with no noun of its own ("two killed and four injured")."""
    words = _words(figure.counted.words) if figure.counted else []
    return figure.counted is None or (bool(words) and words[-1] in OTHERS)


def toll(found: Sequence[Part]) -> Toll:
    """The toll by side, and in total: a sentence's sides are added up, of two sentences the larger number stands.

    Parts of a figure move that many from its side to theirs. Bodies and "others" without a side raise the total where
    there are more of them than of all sides together.
    """
    by_sentence: dict[int, Toll] = {}
    whole = {part.id: part for part in found}
    for part in found:
        sides = by_sentence.setdefault(part.sentence, {})
        of = whole.get(part.whole or "")
        if of is None:
            sides[part.side] = sides.get(part.side, 0) + part.number
        elif of.side != part.side and part.side and of.side in ("", "civilian"):
            sides[part.side] = sides.get(part.side, 0) + part.number
            there = by_sentence.setdefault(of.sentence, {})
            there[of.side] = there.get(of.side, 0) - part.number
    total: Toll = {}
    for sides in by_sentence.values():
        for side, number in sides.items():
            total[side] = max(total.get(side, 0), number)
    return _told(total)


def _told(sides: Toll) -> Toll:
    anybody = sides.pop("", 0)
    known = sum(sides.values())
    if anybody > known:
        most = max(sorted(sides), key=lambda side: sides[side], default="civilian")
        sides[most] = sides.get(most, 0) + anybody - known
    return {"total": sum(sides.values()), **{side: sides.get(side, 0) for side in SIDES}}


def annotated(row: Mapping[str, Any], measure: str) -> Toll | None:
    """The annotated toll; None where the set has none."""
    values = {name: row.get(column) for name, column in COLUMNS[measure].items()}
    if any(value in (None, "", "NA") for value in values.values()):
        return None
    return {name: int(float(str(value))) for name, value in values.items()}


def exact(pairs: Sequence[tuple[Toll, Toll]]) -> tuple[float, float]:
    """Per cent of (annotated, read) tolls with the same total, and with every side the same."""
    if not pairs:
        return 0.0, 0.0
    totals = sum(one["total"] == other["total"] for one, other in pairs)
    return 100 * totals / len(pairs), 100 * sum(one == other for one, other in pairs) / len(pairs)


def read(summaries: Sequence[str]) -> list[list[AnyClaim]]:
    """The claims of each summary, read by itself."""
    documents = [document(number, text) for number, text in enumerate(summaries)]
    return Interpreter()(list(zip(documents, Annotator()(documents), strict=True)))


def measured(rows: Sequence[Mapping[str, Any]], claims: Sequence[Sequence[AnyClaim]]) -> Iterator[tuple[object, ...]]:
    """The rows of the table: exact totals and sides, over all summaries and over those with a toll on either side."""
    for measure, name in (("killed", "deaths"), ("injured", "injuries")):
        pairs = []
        for row, found in zip(rows, claims, strict=True):
            gold = annotated(row, measure)
            if gold is not None:
                pairs.append((gold, toll(list(parts(found, measure)))))
        some = [pair for pair in pairs if pair[0]["total"]]
        none = [pair for pair in pairs if not pair[0]["total"]]
        yield (f"{name}, all summaries", *exact(pairs), len(pairs))
        yield (f"{name}, where there were any", *exact(some), len(some))
        yield (f"{name}, where there were none", *exact(none), len(none))


def table(data: Path) -> Table | None:
    """The figures on the kept summaries; None where they are not at hand."""
    path = data / FILE
    if not path.exists():
        return None
    known = learned()
    kept = [row for row in json_lines(path) if row["incident_summary"] and held_out(row["incident_number"])]
    rows = [row for row in kept if row["incident_number"] not in known][:MOST]
    claims = read([row["incident_summary"] for row in rows])
    head = ("row", "total exact", "all sides exact", "summaries")
    return Table("satp", "Tolls by side: SATP", PROTOCOL, head, tuple(measured(rows, claims)))


PROTOCOL = (
    "One incident summary in five of the South Asia Terrorism Portal's set on the Maoist conflict, by a hash of "
    "its number; the rules below were written on the other four fifths. Twenty incidents of the fifth are left "
    "out, because the annotator was trained on their summaries (`corpus/standoff.jsonl`). Each summary is read by"
    " itself, without its date. Its toll is made of the figure claims on *killed* and on *injured* that are told "
    "as fact or as likely, of this incident: within a sentence they are added up, of two sentences the larger "
    "stands, and parts of a figure move from its side to theirs. The side (civilian, security, Maoist, government"
    " official, other armed group) follows from the words for those counted. *Total exact* is the share of "
    "summaries whose toll is the annotated one, *all sides exact* that with each of the five sides right, none "
    "told standing for 0. Most summaries tell of no death, so the rows apart say more than the first. Part of the"
    " annotation rests on more than the summary says."
)
