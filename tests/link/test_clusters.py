"""Incidents: what is joined, what stays apart, and the laws."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.link.clusters import attached, incidents
from rashomon.records import EventClaim, FigureClaim, Judgement, content_id


def told(world: Any, judged: Any) -> dict[str, list[str]]:
    return {i.title: world.words(i) for i in world.incidents(judged)}


def event(world: Any, document: int, trigger: str, number: int = 0) -> EventClaim:
    own = [c for c in world.claims if isinstance(c, EventClaim) and c.document == world.documents[document].id]
    return [c for c in own if c.trigger.quote == trigger][number]


def person(left: str, right: str, verdict: str) -> Judgement:
    return Judgement(
        id=content_id("j", left, right, verdict), left=left, right=right, relation="same incident",
        verdict=verdict, score=1.0, maker="person", made="2031-01-01T00:00:00",  # type: ignore[arg-type]
    )  # fmt: skip


def together(world: Any, judgements: Any, left: str, right: str) -> bool:
    return any({left, right} <= set(i.claims) for i in world.incidents(judgements))


def test_one_happening_in_many_words_and_two_reports_is_one_incident(world: Any, judged: Any) -> None:
    siege = next(i for i in world.incidents(judged) if i.title.startswith("Storming"))
    assert world.words(siege) == sorted(
        [
            "stormed",
            "holding",
            "operation",
            "attack",
            "raid",
            "stormed",
            "assault",
            "killed",
            "48",
            "40",
            "claimed the lives",
            "up to 32",
            "At least 37",
        ]
    )
    assert (siege.type, siege.mode, siege.place) == ("ASSAULT", None, "p-plant")
    assert siege.title == "Storming of the Karm gas plant, 19 January 2013"
    assert siege.documents == tuple(sorted(d.id for d in world.documents[:2]))
    assert siege.grade == "corroborated"


def test_other_happenings_of_the_report_stay_apart(world: Any, judged: Any) -> None:
    groups = list(told(world, judged).values())
    assert sorted(["strikes", "strikes", "killed", "nine"]) in [sorted(g) for g in groups]
    assert ["hijacked"] in groups
    assert ["bombed"] in groups
    assert sorted(["attacked", "killed", "Three"]) in [sorted(g) for g in groups]


def test_history_is_background(world: Any, judged: Any) -> None:
    flags = {world.words(i)[0]: i.background for i in world.incidents(judged)}
    assert flags["hijacked"]
    assert flags["bombed"]
    assert sum(flags.values()) == 2


def test_speech_and_wars_found_no_incident(world: Any, judged: Any) -> None:
    words = {word for group in told(world, judged).values() for word in group}
    assert not {"condemned", "claimed responsibility", "war"} & words


def test_a_denial_is_an_account_of_the_incident_and_founds_none(world: Any, judged: Any) -> None:
    denial = event(world, 0, "stormed", 1)
    assert denial.reality == "neg"
    assert together(world, judged, denial.id, event(world, 0, "stormed").id)
    alone = [j for j in judged if denial.id not in (j.left, j.right)]
    assert all(denial.id not in i.claims for i in world.incidents(alone))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_everything_does_not_matter(world: Any, judged: Any, seed: int) -> None:
    mixed = type(world).__new__(type(world))
    chance = random.Random(seed)
    mixed.documents = chance.sample(world.documents, len(world.documents))
    mixed.claims = chance.sample(world.claims, len(world.claims))
    mixed.by_id = world.by_id
    again = mixed.judged()
    assert again == judged
    assert mixed.incidents(chance.sample(again, len(again))) == world.incidents(judged)


def test_adding_a_report_only_adds_judgements(world: Any, judged: Any) -> None:
    fewer = type(world).__new__(type(world))
    fewer.documents = world.documents[:2]
    fewer.claims, fewer.by_id = world.claims, world.by_id
    first = fewer.judged()
    assert {j.id for j in first} < {j.id for j in judged}


def test_a_persons_different_splits_whatever_the_machine_thinks(world: Any, judged: Any) -> None:
    left, right = event(world, 0, "stormed").id, event(world, 1, "assault").id
    assert together(world, judged, left, right)
    assert not together(world, [*judged, person(left, right, "different")], left, right)
    assert not together(world, [person(right, left, "different"), *judged], left, right)


def test_a_persons_same_joins_and_can_be_retired(world: Any, judged: Any) -> None:
    left, right = event(world, 0, "stormed").id, event(world, 2, "attacked").id
    same = person(left, right, "same")
    assert not together(world, judged, left, right)
    assert together(world, [*judged, same], left, right)
    undone = msgspec.structs.replace(same, retired="2031-01-02T00:00:00")
    assert not together(world, [*judged, undone], left, right)


def test_the_id_is_the_founding_claims_and_old_ids_are_aliases(world: Any, judged: Any) -> None:
    siege = next(i for i in world.incidents(judged) if "Storming" in i.title)
    assert siege.id == content_id("i", event(world, 0, "stormed").id)
    assert content_id("i", event(world, 1, "assault").id) in siege.aliases


def test_every_figure_of_a_member_event_is_in_its_incident(world: Any, judged: Any) -> None:
    owner = {claim: i.id for i in world.incidents(judged) for claim in i.claims}
    figures = [c for c in world.claims if isinstance(c, FigureClaim)]
    assert figures
    assert all(owner[f.id] == owner[f.event] for f in figures)


def test_a_figure_without_event_goes_to_the_only_event_of_its_sentence_or_to_the_nearest_harm(world: Any) -> None:
    figure = next(c for c in world.claims if isinstance(c, FigureClaim) and c.words == "Three")
    killed = world.by_id[figure.event]
    loose = msgspec.structs.replace(figure, event=None)
    assert attached([killed], [loose]) == {killed.id: [loose]}
    other = msgspec.structs.replace(killed, id="c-other")
    assert attached([killed, other], [loose]) == {killed.id: [loose]}
    assert attached([killed, other], [msgspec.structs.replace(loose, measure="detained")]) == {}
    assert attached([killed, other], [msgspec.structs.replace(loose, background=True)]) == {}


def test_what_nothing_places_or_counts_is_no_incident(world: Any) -> None:
    raid = event(world, 0, "stormed")
    bare = msgspec.structs.replace(
        raid, time=None, roles={"agent": tuple(msgspec.structs.replace(m, place=None) for m in raid.roles["agent"])}
    )
    toll = FigureClaim(
        id="c-toll", document=raid.document, spans=raid.spans, voices=raid.voices, measure="killed", event=raid.id
    )
    documents = [d for d in world.documents if d.id == raid.document]
    assert incidents([bare], [], [], documents, {}) == ()
    assert len(incidents([bare], [toll], [], documents, {})) == 1
    assert len(incidents([msgspec.structs.replace(bare, time=raid.time)], [], [], documents, {})) == 1


@pytest.mark.parametrize(
    ("coded", "head"),
    [
        ({"ASSAULT": "Armed clash", "KILL": "Attack"}, "Armed clash"),
        ({"KILL": "Attack"}, "Attack"),
        ({}, None),
    ],
)
def test_the_head_has_the_commonest_sub_event_of_acts_before_harm(
    world: Any, judged: Any, coded: dict[str, str], head: str | None
) -> None:
    events = [
        msgspec.structs.replace(c, sub_event=coded.get(c.type)) for c in world.claims if isinstance(c, EventClaim)
    ]
    found = incidents(events, [], judged, world.documents, {})
    assert next(i for i in found if i.title.startswith("Storming")).sub_event == head
