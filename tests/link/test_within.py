"""Repeat mentions within one report: what "the raid" goes back to, and what stands by itself."""

from typing import Any

import msgspec
import pytest

from rashomon.link.account import Account
from rashomon.link.linker import BETWEEN, WITHIN, Linker, weigh
from rashomon.link.within import pairs, strangers

LINKER = Linker()


def account(sentence: int, trigger: str, **fields: Any) -> Account:
    given: dict[str, Any] = {"types": frozenset({"ASSAULT"}), "sentence": sentence, **fields}
    for name in ("agents", "heads", "types"):
        given[name] = frozenset(given.get(name, ()))
    claim = f"c{sentence}-{trigger}"
    return Account(
        claim=claim, claims=(claim,), document="d", order=("", "d", sentence), triggers=frozenset({trigger}), **given
    )


def repeats(*accounts: Account) -> dict[str, str]:
    return {pair.right.claim: pair.left.claim for pair in pairs(accounts, LINKER) if pair.repeat}


STORMED = account(0, "storm", heads={"hostag"}, time=(10, 10))
STRIKE = account(3, "strike", modes=frozenset({"aerial"}), time=(20, 20))


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (account(1, "operat", definite=True, founds=False), "c0-storm"),
        (account(1, "operat"), None),
        (account(1, "kil", types={"KILL"}), "c0-storm"),
        (account(5, "kil", types={"KILL"}), "c3-strike"),
        (account(9, "kil", types={"KILL"}), None),
        (account(9, "kil", types={"KILL"}, definite=True), "c3-strike"),
        (account(9, "siege", definite=True, heads={"hostag"}), "c0-storm"),
        (account(9, "strike", definite=True, modes=frozenset({"aerial"})), "c3-strike"),
        (account(9, "operat", definite=True, time=(30, 30)), None),
        (account(9, "war", definite=True, lasting=True), None),
        (account(9, "attack", definite=True, background=True), None),
        (account(9, "protest", definite=True, types={"MOBILIZE"}), None),
    ],
)
def test_antecedents(later: Account, expected: str | None) -> None:
    assert repeats(STORMED, STRIKE, later).get(later.claim) == expected


def test_a_crisis_called_after_hostages_goes_back_to_where_they_were_held() -> None:
    held = account(0, "hold", heads={"hostag"}, modes=frozenset({"abduct"}))
    blow = account(4, "blow", heads={"bridg"})
    crisis = account(5, "hostag", definite=True, modes=frozenset({"abduct"}))
    assert repeats(held, blow, crisis) == {"c5-hostag": "c0-hold"}


def test_a_bare_mention_that_repeats_can_be_repeated() -> None:
    bare = account(1, "attack", definite=True, founds=False)
    again = account(2, "raid", definite=True, heads={"attack"})
    assert repeats(STORMED, bare, again) == {"c1-attack": "c0-storm", "c2-raid": "c1-attack"}


def test_a_bare_mention_alone_anchors_nothing() -> None:
    assert pairs([account(0, "attack", founds=False), account(1, "raid", definite=True, founds=False)], LINKER) == []


def test_strangers_have_people_of_their_own() -> None:
    plant = account(1, "penetrat", heads={"plant"})
    assert strangers(account(0, "bomb", heads={"vilag"}), plant)
    assert strangers(account(0, "bomb", agents={"a"}), plant)
    assert not strangers(account(0, "bomb"), plant)
    assert not strangers(account(0, "bomb", heads={"plant"}), plant)


def test_harm_that_others_did_is_no_repeat():
    shelling = account(0, "shell", agents={"a-army"}, doers=frozenset({"a-army"}))
    killing = account(1, "kil", types={"KILL"}, doers=frozenset({"rebel"}))
    assert repeats(shelling, killing) == {}


def test_fighters_do_several_things_on_one_day():
    """One day and one doer say half as much in one report as in two."""
    day, doer = {"time": (10, 10)}, {"agents": {"a-army"}}
    one, other = account(0, "shell", **day, **doer), account(5, "raid", **day, **doer)
    inside, across = weigh(one, other, WITHIN), weigh(one, msgspec.structs.replace(other, document="e"), BETWEEN)
    assert all(inside[name][0] < across[name][0] for name in ("day", "agents"))


def test_killed_is_said_of_whatever_happens():
    one, other = account(0, "kil", types={"KILL"}), account(5, "kil", types={"KILL"})
    assert "trigger" not in weigh(one, other, WITHIN)
