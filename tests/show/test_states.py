"""Machine only, reviewed, corrected: named wherever a claim or an incident is shown."""

import msgspec

from rashomon.records import Correction, Judgement
from rashomon.show import static_dossier
from rashomon.show.lookup import Lookup
from rashomon.show.tables import rows
from rashomon.testing import sample_record

RECORD = sample_record()
RAID, MARKET, _ = RECORD.incidents
MADE = "2031-06-01T09:00:00+00:00"


def said(relation: str, left: str, right: str, verdict: str = "same") -> Judgement:
    return msgspec.convert(
        {"id": f"j-{left}", "left": left, "right": right, "relation": relation, "verdict": verdict,
         "maker": "person Anna", "made": MADE}, Judgement,
    )  # fmt: skip


def test_nobody_looked_means_machine_only() -> None:
    assert {row["state"] for subject in ("claims", "incidents") for row in rows(RECORD, subject)} == {"machine only"}
    assert "machine only" in static_dossier(RECORD, "2031-06-01")


def test_states_say_who_and_when() -> None:
    claim, other, gone = RAID.claims[0], MARKET.claims[0], MARKET.claims[1]
    change = Correction(claim=claim, field="type", was='"KILL"', now='"ASSAULT"', judgement="j-1",
                        maker="person Anna", made=MADE, why="misread")  # fmt: skip
    rejected = tuple(c for c in RECORD.claims if c.id == gone)
    seen = msgspec.structs.replace(
        RECORD,
        claims=tuple(c for c in RECORD.claims if c.id != gone),
        rejected=rejected,
        corrections=(change,),
        judgements=(said("is claim", other, other), said("is claim", gone, gone, "different")),
    )
    look = Lookup(seen)
    assert look.state(claim) == look.state(RAID.id) == "corrected (Anna, 2031-06-01)"
    assert look.state(other) == "reviewed (Anna, 2031-06-01)"
    assert look.state(MARKET.id) == "machine only"
    told = {row["id"]: row for row in rows(seen, "claims")}
    assert told[gone]["state"] == "rejected (Anna, 2031-06-01)"
    assert "the machine read" in str(told[claim]["changes"])
    assert "type corrected by Anna, 2031-06-01 (misread); the machine read" in static_dossier(seen, "2031-06-01")


def test_incidents_that_a_person_joined_or_kept_apart_say_so() -> None:
    seen = msgspec.structs.replace(RECORD, judgements=(said("same incident", RAID.claims[0], MARKET.claims[0]),))
    assert Lookup(seen).state(RAID.id) == "corrected (Anna, 2031-06-01)"
