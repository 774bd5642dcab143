"""Claims, voices, periods and incidents in words."""

import pytest

from rashomon.records import Document, Incident, Period, Record, Voice
from rashomon.show import tables, words
from rashomon.show.incidents import story
from rashomon.show.lookup import Lookup
from rashomon.testing import make_claim, make_document, make_mention, sample_record
from rashomon.values.bounds import Bounds

RECORD = sample_record()
LOOK = Lookup(RECORD)
SAID = [
    "Red Dune Front stormed fuel depot, at Tal Oreb, 12 May 2031, early hours, says hospital staff, via Harbour Post",
    "at least 14 people killed, says hospital staff, via Harbour Post",
    "roughly 40 (36–44) attackers, says the Defence Ministry, via Harbour Post",
    "army shelled market, 13 May 2031, morning, denied by Colonel Idris Wane, via Harbour Post",
    "prisoners: release [demanded], says the Front, via Harbour Post",
    "truce [feared], says Residents, via Harbour Post",
    "the Front return, June 2031 [planned], says the Front, via Harbour Post (in quotation marks)",
    "weapons from Kaveth to The Front by way of Sarn river, since 2029, says two diplomats, via Harbour Post",
    "The Sarn Guard allied with Red Dune Front, until 2030, says Relief Monitor",
    "arrest of its founder led to raid, says they, via Harbour Post",
    "Dozens (24–99) injured, says Relief Monitor",
    "“مسلحون” for Red Dune Front, says harbour-copy-ar.txt",
]


@pytest.mark.parametrize("said", SAID)
def test_a_claim_is_said_in_a_sentence(said: str) -> None:
    assert said in [words.sentence(claim, LOOK) for claim in RECORD.claims]


@pytest.mark.parametrize(
    ("title", "when", "left"),
    [
        ("Raid on the depot, Tal Oreb, 12 May 2031", "12 May 2031", "Raid on the depot, Tal Oreb"),
        ("Raid on the depot, 12 May 2031", "12 May 2031, early hours", "Raid on the depot"),
        ("Siege, 7 to 9 March 2031", "7 to 9 March 2031", "Siege"),
        ("Raid on the depot, 12 May 2031", "13 May 2031", "Raid on the depot, 12 May 2031"),
        ("12 May 2031", "12 May 2031", "12 May 2031"),
        ("Raid", "date unknown", "Raid"),
    ],
)
def test_a_title_beside_its_time_does_not_say_it_again(title: str, when: str, left: str) -> None:
    assert words.untimed(title, when) == left


def test_an_incident_is_said_in_a_line() -> None:
    assert words.incident(LOOK, RECORD.incidents[0].id) == (
        "Raid on the fuel depot at Tal Oreb · 12 May 2031, early hours · 12–19 killed, 4 accounts"
        " · up to 32 attackers killed, 1 account · contested"
    )


@pytest.mark.parametrize(
    ("reality", "cue", "word"),
    [
        ("fact", "said", ""),
        ("neg", "denied", "denied"),
        ("poss", "said", "hedged"),
        ("hyp", "demanded", "demanded"),
        ("hyp", "fear", "feared"),
        ("hyp", "threatened", "threatened"),
        ("fut", "announced", "planned"),
        ("hyp", "said", "not said to have happened"),
    ],
)
def test_reality_is_said_in_words(reality: str, cue: str, word: str) -> None:
    document = make_document(f"They {cue} that it burned.")
    claim = make_claim(
        "event", document, document.text, type="ASSAULT", trigger="burned", reality=reality, by=[("They", cue)]
    )
    assert words.reality(claim) == word


def test_a_denial_in_the_author_s_own_voice_is_told_apart() -> None:
    document = make_document("It did not burn.")
    claim = make_claim("event", document, document.text, type="ASSAULT", trigger="burn", reality="neg")
    assert words.reality(claim) == "said not to have happened"
    assert words.voice(claim, Lookup(_record(document))) == "says report.txt"


def test_a_cue_alone_is_an_unnamed_source() -> None:
    document = make_document("It burned, according to reports.", publisher="Harbour Post")
    claim = make_claim(
        "event", document, document.text, type="ASSAULT", trigger="burned", by=[("according to", "according to")]
    )
    assert words.voice(claim, Lookup(_record(document))) == "says an unnamed source, via Harbour Post"


def test_the_voice_chain_runs_from_the_inside_out() -> None:
    document = make_document("A radio quoted a nurse.", publisher="Harbour Post")
    claim = make_claim(
        "event", document, document.text, type="SAY", trigger="quoted", by=[("A radio", ""), ("a nurse", "quoted")]
    )
    assert words.voice(claim, Lookup(_record(document))) == "says a nurse, via a radio, via Harbour Post"


@pytest.mark.parametrize(
    ("publisher", "url", "path", "outlet"),
    [
        ("Harbour Post", "https://x.example/1", "a.txt", "Harbour Post"),
        (None, "https://www.x.example/1", "a.txt", "x.example"),
        (None, None, "reports/a.txt", "a.txt"),
        (None, "http://[broken", "reports/a.txt", "a.txt"),
    ],
)
def test_an_outlet_has_a_name_whatever_is_missing(
    publisher: str | None, url: str | None, path: str, outlet: str
) -> None:
    document = make_document("x", publisher=publisher, url=url, path=path)
    assert Lookup(_record(document)).outlet(document.id) == outlet


@pytest.mark.parametrize(
    ("period", "said"),
    [
        (None, "date unknown"),
        (Period(from_="2031-05-12", to="2031-05-12", precision="day"), "12 May 2031"),
        (Period(from_="next week", to="next week", precision="day", words="next week"), "“next week”"),
        (Period(from_="31-02-2031", to="x", precision="day"), "date unknown"),
    ],
)
def test_periods_are_said_even_when_they_are_no_dates(period: Period | None, said: str) -> None:
    assert words.period(period) == said


def test_a_number_beyond_counting_is_given_in_its_own_words() -> None:
    given = Bounds(lower=10**4400, upper=10**4400, words="a zillion", how="")
    assert words.amount(given) == "“a zillion”"


def test_a_cause_whose_end_is_not_in_the_record_says_so() -> None:
    document = make_document("The raid led to flight.")
    claim = make_claim("cause", document, document.text, cause="c-gone", effect=make_mention(document, "flight"))
    assert words.content(claim, Lookup(_record(document))) == "a claim that is not in this record led to flight"


@pytest.mark.parametrize(
    ("type_", "mode", "act", "family"),
    [
        ("ASSAULT", None, "attack", "ground"),
        ("ASSAULT", "aerial", "air strike", "air"),
        ("ASSAULT", "heavy-weapons", "shelling", "shelling"),
        ("ASSAULT", "primitive", "attack (primitive)", "ground"),
        ("COERCE", "arrest", "arrest", "taking"),
        ("NEW_TYPE", None, "new type", "other"),
    ],
)
def test_events_have_a_name_and_a_family(type_: str, mode: str | None, act: str, family: str) -> None:
    assert words.act(type_, mode) == act
    assert words.family(type_, mode) == family


def test_a_chain_of_only_the_author_is_its_own_voice() -> None:
    claim = RECORD.claims[0]
    assert claim.voices[0] == Voice(words="", start=0, end=0)


def _record(*documents: Document) -> Record:
    return Record(rashomon="0", schema="1", case="c", documents=documents)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Armed clash", "like ACLED’s Battles: Armed clash"),
        ("Of a later codebook", "like ACLED’s Of a later codebook"),
        (None, ""),
    ],
)
def test_a_sub_event_is_said_with_its_type_and_as_no_more_than_alike(name: str | None, said: str) -> None:
    assert words.sub_event(name) == said


def test_a_sub_event_stands_beside_claim_and_incident_with_its_reason() -> None:
    document = make_document("The army shelled Orra. The army met.")
    reasons = {"sub_event": "by its mode"}
    claim = make_claim("event", document, "The army shelled Orra.", type="ASSAULT", trigger="shelled",
                       sub_event="Shelling/artillery/missile attack", reasons=reasons)  # fmt: skip
    other = make_claim("event", document, "The army met.", type="CONSULT", trigger="met",
                       reasons={"sub_event": "speech, no event"})  # fmt: skip
    found = Incident(id="i-1", title="Shelling", type="ASSAULT", sub_event="Shelling/artillery/missile attack",
                     claims=(claim.id, other.id))  # fmt: skip
    record = Record(
        rashomon="1", schema="1", case="c", documents=(document,), claims=(claim, other), incidents=(found,)
    )
    told = story(found, Lookup(record))
    assert told.act == "attack · like ACLED’s Explosions/Remote violence: Shelling/artillery/missile attack"
    notes = [line.notes for telling in told.tellings for line in telling.lines]
    assert notes[0][0].endswith("Shelling/artillery/missile attack (by its mode)")
    assert "speech, no event" not in "".join(notes[1])
    assert [row["like ACLED"] for row in tables.rows(record, "claims")] == ["Shelling/artillery/missile attack", None]
    assert tables.rows(record, "incidents")[0]["like ACLED"] == "Shelling/artillery/missile attack"
