"""Words, titles and what founds an incident."""

from typing import Any

import pytest

from rashomon.link.families import founds, lasting, physical
from rashomon.link.titles import title
from rashomon.link.words import RAREST, ages, content, definite, names, rarities, rarity, stem, telling
from rashomon.records import EventClaim, Mention, Period, Place, Span
from rashomon.testing.makers import make_day

KARM = Place(id="p", name="Karm")


@pytest.mark.parametrize(
    "forms",
    [
        ("storm", "stormed", "storming", "storms"), ("kill", "killed", "killing"), ("strike", "strikes", "struck"),
        ("shoot", "shot", "shooting"), ("seize", "seized", "seizing"), ("died", "dead", "deaths"),
        ("hostage", "hostages"), ("city", "city's", "city’s"),
    ],
)  # fmt: skip
def test_forms_of_one_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("sentence", "trigger", "expected"),
    [
        ("The raid killed five.", "raid", True),
        ("After this deadly attack they left.", "attack", True),
        ("The army stormed it.", "stormed", False),
        ("The rebels shot at it.", "shot", False),
        ("Attack on a bus.", "Attack", False),
        ("A bus attack in May.", "attack", False),
    ],
)
def test_definite(sentence: str, trigger: str, expected: bool) -> None:
    start = sentence.index(trigger)
    assert definite(sentence, start, start + len(trigger)) is expected


def test_content_and_names() -> None:
    sentence = "Gunmen killed Tovar Kelesh’s guards near Arden on Monday, officials said."
    assert content(sentence) == {stem(w) for w in ("Gunmen", "killed", "Tovar", "Kelesh", "guards", "Arden")}
    assert names(sentence) == {"tovar", "kelesh", "arden"}
    assert names("Dwardri police said so.") == {"dwardri"}


def test_rarity_is_of_words_and_of_their_stems() -> None:
    assert rarity("the") == 0
    assert 1 < rarity("police") < 3
    assert rarity("dwardri") == RAREST
    assert rarity(stem("villages")) <= rarity("villages") < RAREST
    assert rarities({"dwardri", "the"}, least=4) == 6
    assert telling({"dwardri", "the", "police", stem("villages")}) == {"dwardri", stem("villages")}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A 12-year-old boy and his sister, 9, were hurt.", {9, 12}),
        ("Ada Korr, 34, and 12 others died.", {34}),
        ("At 5 pm some 120 people fled.", set()),
    ],
)
def test_ages(sentence: str, expected: set[int]) -> None:
    assert ages(sentence) == expected


def event(type_: str, trigger: str = "attacked", **fields: Any) -> EventClaim:
    kind, _, mode = type_.partition(".")
    target = fields.pop("target", None)
    roles = {"target": (Mention(words=target[0], start=0, end=1, type=target[1]),)} if target else {}
    given: dict[str, Any] = {"roles": roles, "time": make_day("2031-05-01")} | fields
    return EventClaim(
        id="c", document="d", spans=(Span(start=0, end=1, quote="x"),), voices=(), type=kind, mode=mode or None,
        trigger=Span(start=0, end=1, quote=trigger), **given,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "is_physical", "can_found"),
    [
        (event("ASSAULT"), True, True),
        (event("ASSAULT", reality="poss"), True, True),
        (event("ASSAULT", reality="neg"), True, False),
        (event("ASSAULT", reality="hyp"), True, False),
        (event("ASSAULT", reality="fut"), True, False),
        (event("KILL", time=None), True, False),
        (event("KILL", time=None, target=("villagers", "GROUP")), True, True),
        (event("SAY"), False, False),
        (event("ACCUSE"), False, False),
        (event("COERCE.arrest"), True, True),
        (event("COERCE.censor"), False, False),
        (event("ORGANIZE.overthrow"), True, True),
        (event("ORGANIZE.form"), False, False),
    ],
)
def test_what_founds_an_incident(claim: EventClaim, is_physical: bool, can_found: bool) -> None:
    assert (physical(claim), founds(claim)) == (is_physical, can_found)


@pytest.mark.parametrize(("trigger", "expected"), [("war", True), ("air campaign", True), ("attack", False)])
def test_lasting(trigger: str, expected: bool) -> None:
    assert lasting(event("ASSAULT", trigger)) is expected


@pytest.mark.parametrize(
    ("type_", "trigger", "target", "place", "expected"),
    [
        ("ASSAULT", "stormed", ("gas plant", "FAC"), KARM, "Storming of the gas plant, Karm, 1 May 2031"),
        ("ASSAULT", "attacked", None, KARM, "Attack in Karm, 1 May 2031"),
        ("ASSAULT.aerial", "hit", ("rebels", "GROUP"), None, "Air strike on rebels, 1 May 2031"),
        ("ASSAULT.abduct", "holding", ("hostages", "GROUP"), KARM, "Hostage taking in Karm, 1 May 2031"),
        ("KILL", "died", ("they", "GROUP"), None, "Killing, 1 May 2031"),
        ("ASSAULT", "shelled", ("Karm", "GPE"), KARM, "Shelling of Karm, 1 May 2031"),
        ("CONTROL.take", "seized", ("base", "FAC"), KARM, "Capture of the base, Karm, 1 May 2031"),
    ],
)  # fmt: skip
def test_titles(type_: str, trigger: str, target: Any, place: Place | None, expected: str) -> None:
    claim = event(type_, trigger, target=target)
    assert title(claim, type_, claim.time, place) == expected


def test_an_unknown_time_is_left_out() -> None:
    nothing = Period(from_=None, to=None, precision="open")
    assert title(event("ASSAULT"), "ASSAULT", nothing, KARM) == "Attack in Karm"
