"""Outlets two by two: counts, figures, words, who is quoted; mirrored, and blank where nothing is said."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.reconcile.coverage import coverage
from rashomon.reconcile.gathered import gather
from rashomon.reconcile.outlets import ALL_PAIRS, compared, outlet_pairs
from rashomon.records import Incident, Mention, NamingClaim, OutletPair, Quoted, Span, Told, Voice
from rashomon.show.comparison import mirrored
from rashomon.testing.makers import make_document


def pairs_of(told: Any, documents: Any, homes: dict[str, str] | None = None, **fields: Any) -> tuple[OutletPair, ...]:
    """All pairs; ``homes`` maps claims to incidents, without it all are of one."""
    by_home: dict[str, list[str]] = {}
    for claim in told.claims:
        by_home.setdefault((homes or {}).get(claim.id, "i-1"), []).append(claim.id)
    incidents = [
        Incident(id=name, title="t", type="ASSAULT", claims=tuple(claims), **fields) for name, claims in by_home.items()
    ]
    gathered = gather(incidents, told.claims, documents.values(), [])
    return outlet_pairs(coverage(gathered, told.claims, documents.values()), {})


def one(told: Any, documents: Any, **fields: Any) -> OutletPair:
    """The pair of the outlets of d1 and d2."""
    (found,) = [p for p in pairs_of(told, documents, **fields) if (p.a, p.b) == ("Outlet d1", "Outlet d2")]
    return found


def named(document: str, words: str, actor: str, form: str = "author") -> NamingClaim:
    voices = (Voice(words="", start=0, end=0),)
    if form != "author":
        voices += (Voice(words="He", start=3, end=5, form=form),)  # type: ignore[arg-type]
    mention = Mention(words=words, start=7, end=9, actor=actor)
    spans = (Span(start=7, end=9, quote=words),)
    return NamingClaim(id=f"n-{document}-{words}", document=document, spans=spans, voices=voices, mention=mention,
                       words=words, actor=actor)  # fmt: skip


@pytest.mark.parametrize(
    ("a", "b", "how", "gap"),
    [
        ((5, 5), (5, 5), "same", None),
        ((5, 5), (10, 10), "apart", 2.0),
        ((10, 12), (4, 5), "apart", 2.0),
        ((5, None), (10, 10), "overlap", None),
        ((None, 5), (10, None), "apart", 2.0),
        ((0, 0), (3, 3), "apart", None),
        ((36, 44), (40, 40), "overlap", None),
        (None, (3, 3), "one only", None),
    ],
)
def test_how_figures_stand(a: Any, b: Any, how: str, gap: float | None) -> None:
    sides = [Told(low=s[0], high=s[1], claims=("c",)) if s else Told() for s in (a, b)]
    assert compared(*sides) == compared(*reversed(sides)) == (how, gap)


def test_figures_by_incident_and_field_blank_where_not_given(told: Any, documents: Any) -> None:
    told.event("d1", "attacked")
    low, high = told.figure("d1", 12, 12), told.figure("d2", 16, 16)
    told.figure("d1", 30, 30, measure="injured")
    told.figure("d2", 99, 99, reality="neg")
    killed, injured = sorted(one(told, documents).figures, key=lambda f: f.field != "killed")
    assert (killed.field, killed.how, killed.gap) == ("killed", "apart", 1.33)
    assert (killed.a.claims, killed.b.claims) == ((low.id,), (high.id,))
    assert (injured.how, injured.b) == ("one only", Told())


def test_what_both_tell_and_what_only_one(told: Any, documents: Any) -> None:
    homes = {told.event(d, "attacked").id: home for d, home in (("d1", "i-1"), ("d2", "i-1"), ("d1", "i-2"))}
    pair = one(told, documents, homes=homes)
    assert (pair.both, pair.only_a, pair.only_b, pair.few) == (("i-1",), ("i-2",), (), True)
    assert one(told, documents, homes=homes, background=True).both == ()


@pytest.mark.parametrize(("shared", "few"), [(4, True), (5, False)])
def test_fewer_than_five_are_too_few(told: Any, documents: Any, shared: int, few: bool) -> None:
    homes = {told.event(d, "attacked").id: f"i-{n}" for n in range(shared) for d in ("d1", "d2")}
    pair = one(told, documents, homes=homes)
    assert (len(pair.both), pair.few) == (shared, few)


def test_words_for_an_actor_and_an_act_are_those_of_its_own_voice(told: Any, documents: Any) -> None:
    told.event("d1", "massacre", agent=[("rebels", "a-salt")])
    told.event("d2", "operation", agent=[("they", "a-salt")])
    told.claims += [
        named("d1", "terrorists", "a-salt"),
        named("d1", "bandits", "a-salt", "direct"),
        named("d2", "fighters", "a-salt", "indirect"),
        named("d1", "Al Wadi", "a-wadi"),
        named("d2", "al-Wadi", "a-wadi"),
    ]
    pair = one(told, documents)
    (actor,) = pair.actors
    assert (actor.about, actor.a, actor.b) == ("a-salt", (("rebels", 1), ("terrorists", 1)), (("fighters", 1),))
    (act,) = pair.acts
    assert (act.about, act.type, act.a, act.b) == ("i-1", "ASSAULT", (("massacre", 1),), (("operation", 1),))


def test_who_is_quoted(told: Any, documents: Any) -> None:
    told.event("d1", "attacked", by=[("the doctor", "a-doc")])
    told.event("d1", "attacked", by=[("Dr Rell", "a-doc")])
    told.event("d2", "attacked", by=[("Dr Rell", "a-doc")])
    told.event("d2", "attacked", by=[("Two nurses", None)])
    told.event("d2", "attacked", by=[("they", None)])
    told.event("d2", "attacked", by=[("Outlet d2", None)])
    assert one(told, documents).quoted == (
        Quoted(words="Dr Rell", actor="a-doc", a=2, b=1),
        Quoted(words="", a=0, b=1),
        Quoted(words="Two nurses", a=0, b=1),
    )


def test_an_outlet_is_its_publisher_in_any_case_and_a_replaced_version_is_not_heard(told: Any) -> None:
    documents = {
        name: make_document(f"Report {name}.", source=name, publisher=publisher, id=name)
        for name, publisher in (("d1", "The Post"), ("d2", "THE POST"), ("d3", None), ("d4", "Old Post"))
    }
    documents["d4"] = msgspec.structs.replace(documents["d4"], superseded_by="d1")
    for name in documents:
        told.event(name, "attacked")
    (pair,) = pairs_of(told, documents)
    assert (pair.a, pair.b, pair.both) == ("d3", "THE POST", ("i-1",))


def test_reprints_are_counted(told: Any, documents: Any) -> None:
    told.event("d1", "attacked")
    found = coverage([], told.claims, documents.values())
    group = {"d1": "d1", "d2": "d1", "d3": "d3", "d4": "d4"}
    assert [p.copies for p in outlet_pairs(found, group)] == [1, 0, 0, 0, 0, 0]


@pytest.mark.parametrize("seed", range(3))
def test_order_does_not_matter_and_a_pair_has_two_ends(told: Any, documents: Any, seed: int) -> None:
    chance = random.Random(seed)
    homes = {}
    for _ in range(60):
        document = chance.choice(list(documents))
        if chance.random() < 0.5:
            claim = told.figure(document, chance.randrange(9), 9)
        else:
            claim = told.event(document, chance.choice(["raid", "attack"]), agent=[(chance.choice("abc"), "a-salt")])
        homes[claim.id] = chance.choice(["i-1", "i-2", "i-3"])
    before = pairs_of(told, documents, homes)
    assert len(before) == 6
    chance.shuffle(told.claims)
    assert pairs_of(told, documents, homes) == before
    turned = {name: make_document(d.text, source=name, publisher=f"{'zyxw'[n]} {name}", id=name,
                                  published=d.published and d.published.from_)
              for n, (name, d) in enumerate(documents.items())}  # fmt: skip
    after = {frozenset((p.a[2:], p.b[2:])): p for p in pairs_of(told, turned, homes)}
    for pair in before:
        other = after[frozenset((pair.a[-2:], pair.b[-2:]))]
        assert (mirrored(other).both, mirrored(other).figures) == (pair.both, pair.figures)
        assert (mirrored(other).actors, mirrored(other).acts) == (pair.actors, pair.acts)


def test_in_a_large_case_only_outlets_that_share_something_are_paired(told: Any) -> None:
    documents = {
        f"d{n}": make_document(f"Report {n}.", source=f"d{n}", publisher=f"Outlet {n}", id=f"d{n}")
        for n in range(ALL_PAIRS + 1)
    }
    homes = {told.event(name, "attacked").id: name if n > 2 else "i-1" for n, name in enumerate(documents)}
    assert len(pairs_of(told, documents, homes)) == 3
