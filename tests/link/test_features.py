"""Each feature says what it should, both ways round."""

from typing import Any

import pytest

from rashomon.link import cohesion, features
from rashomon.link.account import Account, Figure
from rashomon.link.linker import BETWEEN, WITHIN, Linker, Pair, probability
from rashomon.records import Place

TOWN = Place(id="p-1", name="Arden", kind="town", lat=10.0, lon=10.0, country="NOR")
FAR = Place(id="p-2", name="Bruck", kind="town", lat=13.0, lon=10.0, country="NOR")
LAND = Place(id="p-3", name="Norland", kind="country", lat=11.0, lon=10.0, country="NOR")
DEAD = Figure(measure="killed", counted="hostag", low=48, high=48, words="48")
FEW = Figure(measure="killed", counted="hostag", low=2, high=2, words="two")
MORE = Figure(measure="killed", counted="hostag", low=300, high=300, words="300")
MARKET = ("market", "dwardri", "grenade", "stall")
PLANT = ("pipelin", "quarri", "convoi", "dusk")
SETS = (
    "types", "modes", "agents", "targets", "states", "heads", "triggers", "words", "names", "mentions", "people",
    "ages", "title",
)  # fmt: skip


def account(document: str = "d1", **fields: Any) -> Account:
    given: dict[str, Any] = {"types": frozenset({"ASSAULT"})} | fields
    for name in SETS:
        given[name] = frozenset(given.get(name, ()))
    claim = f"c-{document}-{given.get('sentence', 0)}"
    return Account(claim=claim, claims=(claim,), document=document, order=("2031", document, 0), **given)


@pytest.mark.parametrize(
    ("feature", "left", "right", "low", "high"),
    [
        ("act", {}, {}, 1, 1),
        ("act", {}, {"types": {"KILL"}}, 1, 2),
        ("act", {"types": {"PROTEST"}}, {"types": {"MOBILIZE"}}, -3, -3),
        ("mode", {"modes": {"aerial"}}, {"modes": {"aerial"}}, 1, 2),
        ("mode", {"modes": {"aerial"}}, {"modes": {"abduct"}}, -2, -1),
        ("mode", {"modes": {"aerial"}}, {}, 0, 0),
        ("lasting", {"lasting": True}, {}, -5, -5),
        ("background", {"background": True}, {}, -4, -4),
        ("background", {"background": True, "time": (5, 5)}, {"time": (5, 5)}, -1, 0),
        ("day", {"time": (5, 5)}, {"time": (5, 5)}, 4, 4),
        ("day", {"time": (5, 5)}, {"time": (6, 6)}, -1, 0),
        ("day", {"time": (5, 5)}, {"time": (20, 20)}, -8, -8),
        ("day", {"time": (1, 365)}, {"time": (366, 730)}, -6, -6),
        ("day", {"time": (1, 31)}, {"time": (5, 5)}, 0.1, 1),
        ("day", {"time": (5, 5)}, {}, 0, 0),
        ("report_dates", {"told": (9, 9)}, {"told": (10, 10)}, 1, 1),
        ("report_dates", {"told": (9, 9)}, {"told": (100, 100)}, -5, -5),
        ("report_dates", {"time": (50, 50)}, {"told": (10, 10)}, -8, -8),
        ("report_dates", {"time": (9, 9)}, {"told": (10, 10)}, 1, 2),
        ("place", {"places": (TOWN,)}, {"places": (TOWN,)}, 3, 4),
        ("place", {"places": (TOWN,)}, {"places": (FAR,)}, -7, -7),
        ("place", {"places": (TOWN,)}, {"around": (FAR,)}, -2, -1),
        ("place", {"places": (TOWN,)}, {"places": (LAND,)}, 0.1, 1),
        ("place", {"places": (TOWN,)}, {}, 0, 0),
        ("place", {"places": (TOWN,)}, {"ground": (TOWN,)}, 1, 2),
        ("place", {"ground": (TOWN,)}, {"ground": (TOWN,)}, 1, 2),
        ("place", {"places": (TOWN,)}, {"ground": (FAR,)}, -0.5, -0.5),
        ("title", {"places": (TOWN,), "titled": (TOWN,)}, {"places": (TOWN,), "titled": (TOWN,)}, 1, 1),
        ("title", {"places": (TOWN,), "titled": (TOWN,)}, {"places": (TOWN,)}, 0, 0),
        ("title", {"places": (FAR,), "titled": (TOWN,)}, {"places": (TOWN,), "titled": (TOWN,)}, 0, 0),
        ("agents", {"agents": {"a"}}, {"agents": {"a"}}, 1, 2),
        ("agents", {"agents": {"a"}}, {"agents": {"b"}}, -1, -1),
        ("agents", {"agents": {"a"}, "states": {"NOR"}}, {"agents": {"b"}, "states": {"NOR"}}, 0.1, 1),
        ("targets", {"targets": {"a"}}, {"targets": {"b"}}, -1, -1),
        ("heads", {"heads": {"hostag"}}, {"heads": {"hostag", "x"}}, 1, 1),
        ("figures", {"figures": (DEAD,)}, {"figures": (DEAD,)}, 3, 4),
        ("figures", {"figures": (FEW,)}, {"figures": (FEW,)}, 0.5, 1.5),
        ("figures", {"figures": (DEAD,)}, {"figures": (MORE,)}, -2, -1),
        ("wording", {"words": MARKET}, {"words": MARKET}, 2, 3),
        ("wording", {"words": MARKET}, {"words": PLANT}, -1, -1),
        ("names", {"names": {"tovar", "kelesh"}}, {"names": {"tovar", "kelesh"}}, 4, 5),
        ("names", {"names": {"police", "north"}}, {"names": {"police", "north"}}, 0, 0.2),
        ("names", {"names": {"tovar"}, "people": {"tovar"}}, {"names": {"tovar"}}, 0, 0),
        ("people", {"people": {"tovar"}}, {"people": {"tovar", "kelesh"}}, 5, 6),
        ("people", {"people": {"smith"}}, {"people": {"smith"}}, 0.1, 3),
        ("people", {"people": {"tovar"}}, {"people": {"kelesh"}}, -1, -1),
        ("ages", {"ages": {12}}, {"ages": {12, 40}}, 2, 2),
        ("ages", {"ages": {12}}, {"ages": {13}}, -1, -1),
        ("ages", {"ages": {12}}, {}, 0, 0),
        ("headline", {"title": {"dwardri", "people"}}, {"title": {"dwardri"}}, 1, 2),
        ("headline", {"title": {"dwardri"}, "background": True}, {"title": {"dwardri"}}, 0, 0),
        ("names", {"names": {"arden"}, "places": (TOWN,)}, {"names": {"arden"}}, 0, 0),
    ],
)
def test_between_reports(feature: str, left: Any, right: Any, low: float, high: float) -> None:
    a, b = account("d1", **left), account("d2", **right)
    function = getattr(features, feature)
    bits, why = function(a, b)
    assert low <= bits <= high
    assert function(b, a)[0] == bits
    assert bool(why) or bits == 0


@pytest.mark.parametrize(("triggers", "bits"), [({"hostag", "crisi"}, 3), ({"attack"}, 0)])
def test_a_crisis_is_called_after_its_people(triggers: set[str], bits: float) -> None:
    assert cohesion.called_after(account(triggers=triggers), account(heads={"hostag"}))[0] == bits


def test_a_cause_of_harm_joins_and_a_cause_of_another_act_parts() -> None:
    harm = account(sentence=1, types={"KILL"})
    act = account(sentence=2)
    cause = account(sentence=0, causes=frozenset({harm.claim, act.claim}))
    assert cohesion.said_cause(cause, harm)[0] == 8
    assert cohesion.said_cause(cause, act)[0] < 0
    assert cohesion.said_cause(harm, act) == (0.0, "")


def test_the_names_of_features_are_ids() -> None:
    for table in (BETWEEN, WITHIN):
        names = [feature.__name__ for feature in table]
        assert len(set(names)) == len(names)
        assert all(feature.__doc__ for feature in table)


def test_the_judgement_says_what_it_is_made_of() -> None:
    left = account("d2", time=(5, 5), places=(TOWN,), agents={"a"})
    right = account("d1", time=(5, 5), places=(TOWN,), agents={"a"})
    (judgement,) = Linker()([Pair(left=left, right=right)])
    assert (judgement.left, judgement.right) == ("c-d1-0", "c-d2-0")
    assert judgement.verdict == "same"
    assert judgement.score == probability(-6 + 1 + 4 + 3.5 + 1.5)
    assert "day +4.0: same day" in judgement.why
    assert "place +3.5: same place: Arden" in judgement.why


@pytest.mark.parametrize(("bits", "expected"), [(0, 0.5), (1, 2 / 3), (-1, 1 / 3), (1000, 1.0), (-1000, 0.0)])
def test_probability(bits: float, expected: float) -> None:
    assert probability(bits) == pytest.approx(expected, abs=1e-9)


def test_a_reports_default_place_says_nothing_of_its_own_events() -> None:
    named, bare = account("d1", places=(TOWN,)), account("d1", ground=(TOWN,), ground_by="the dateline")
    assert features.place(named, bare) == features.NOTHING
    assert features.place(named, account("d2", ground=(TOWN,), ground_by="the dateline"))[1].endswith("the dateline)")


@pytest.mark.parametrize(
    ("body", "bits"),
    [
        ({"types": frozenset({"ASSAULT"}), "sentence": 1}, 2.5),
        ({"types": frozenset({"ASSAULT"}), "sentence": 9}, 0.0),  # far below, it may be another happening
        ({"types": frozenset({"CONTROL"}), "sentence": 1}, 0.0),
        ({"types": frozenset({"ASSAULT"}), "sentence": 0, "headed": True}, 0.0),
    ],
)
def test_a_headline_sums_up_the_first_sentences(body, bits):
    headed = account(types=frozenset({"KILL"}), headed=True)
    assert cohesion.headed(headed, account(**body))[0] == bits
    assert cohesion.headed(account(**body), headed)[0] == bits
