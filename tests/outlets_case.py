"""An invented case in which four outlets tell the same incidents: some with other figures, some with none."""

from collections.abc import Mapping

import msgspec

from rashomon.records import AnyClaim, Document, Incident, Origin, Record
from rashomon.testing import make_claim, make_day, make_document, make_mention, make_span

HARBOUR, RELIEF, STATE, DESK = "Harbour Post", "Relief Monitor", "State Radio K", "Desk, North/South 100%"

# For each incident, what each outlet says: (words, lower, upper), or None if it tells it without a figure.
TOLD: Mapping[str, Mapping[str, tuple[str, int | None, int | None] | None]] = {
    "Tal Oreb": {HARBOUR: ("at least 14", 14, None), RELIEF: ("19", 19, 19), STATE: ("5", 5, 5), DESK: None},
    "Umm Dell": {HARBOUR: ("39", 39, 39), RELIEF: ("81", 81, 81), STATE: None},
    "Hanwe": {HARBOUR: ("7", 7, 7), RELIEF: ("7", 7, 7)},
    "Sarn Bridge": {HARBOUR: ("up to 32", 0, 32), RELIEF: ("24", 24, 24), DESK: ("30", 30, 30)},
    "Far Wells": {HARBOUR: ("2", 2, 2), RELIEF: ("6", 6, 6)},
    "Old Quay": {HARBOUR: ("3", 3, 3)},
    "Linden Camp": {RELIEF: ("9", 9, 9)},
}
DOERS = {HARBOUR: "Red Dune Front", RELIEF: "militants", STATE: "Red Dune Front"}


def report(outlet: str, place: str, day: int, words: str | None) -> Document:
    """One outlet's report of one incident."""
    doer = DOERS.get(outlet)
    blamed = f" {doer} shelled the camp, it said." if doer else " Shells shelled nobody knows whom."
    toll = f" In all, {words} people were killed, residents said." if words else ""
    text = f"{place} was shelled before noon on that day.{blamed}{toll} ({outlet})"
    key = f"{outlet}-{place}".replace("/", "-")
    return make_document(
        text, source=f"reports/{key}.txt", title=f"Shelling of {place}", publisher=outlet, published=f"2031-05-{day:02}"
    )


def claims_of(document: Document, place: str, said: tuple[str, int | None, int | None] | None) -> list[AnyClaim]:
    """The attack, its doer where one is named, and the toll where one is given."""
    sentence = next(part for part in document.text.split(". ") if "shelled before" in part) + "."
    attack = make_claim("event", document, sentence, type="ASSAULT", mode="heavy-weapons", trigger="shelled")
    found = [attack]
    doer = DOERS.get(document.publisher or "")
    if doer:
        blame = f"{doer} shelled the camp, it said."
        agent = make_mention(document, doer, make_span(document, blame), why="named")
        found.append(
            make_claim("event", document, blame, type="ASSAULT", mode="heavy-weapons", trigger="shelled",
                       roles={"agent": (agent,)})
        )  # fmt: skip
    if said:
        words, lower, upper = said
        toll = f"In all, {words} people were killed, residents said."
        found.append(
            make_claim("figure", document, toll, measure="killed", lower=lower, upper=upper, words=words,
                       basis="incident", event=attack.id, by=[("residents", "said")])
        )  # fmt: skip
    return found


def outlets_record() -> Record:
    """The record of the case; findings and pairs are made by `rashomon.engine.analyses.beside`."""
    documents: list[Document] = []
    claims: list[AnyClaim] = []
    incidents: list[Incident] = []
    for number, (place, by_outlet) in enumerate(TOLD.items(), start=1):
        here: list[tuple[Document, list[AnyClaim]]] = []
        for later, (outlet, said) in enumerate(by_outlet.items()):
            document = report(outlet, place, 2 * number + later, said[0] if said else None)
            here.append((document, claims_of(document, place, said)))
        documents += [document for document, _ in here]
        claims += [claim for _, made in here for claim in made]
        incidents.append(
            Incident(
                id=f"i-{number:016x}",
                title=f"Shelling of {place}",
                type="ASSAULT",
                mode="heavy-weapons",
                period=make_day(f"2031-05-{2 * number:02}"),
                claims=tuple(claim.id for _, made in here for claim in made),
                documents=tuple(document.id for document, _ in here),
                origins=tuple(Origin(documents=(document.id,)) for document, _ in here),
                grade="corroborated" if len(here) > 1 else "single origin",
            )
        )
    return msgspec.structs.replace(
        Record(rashomon="0", schema="1", case="Outlets (invented)"),
        documents=tuple(documents),
        claims=tuple(claims),
        incidents=tuple(incidents),
    )
