"""A report that tells of one happening: violence that nothing parts from its story is of it."""

from typing import Any

import pytest

from rashomon.link.account import Account
from rashomon.link.linker import Linker
from rashomon.link.steps import judge_report
from rashomon.records import Place

KARM = Place(id="p-karm", name="Karm", kind="town", lat=21.0, lon=5.5, country="VEN")
DUB = Place(id="p-dub", name="Dubrin", kind="town", lat=15.2, lon=0.1, country="OST")


def account(sentence: int, type_: str = "KILL", text: str = "", **fields: Any) -> Account:
    claim = f"c{sentence}"
    return Account(
        claim=claim, claims=(claim,), document="d", order=("", "d", sentence), types=frozenset({type_}),
        sentence=sentence, text=text, **fields,
    )  # fmt: skip


LEAD = account(
    0, "ASSAULT", modes=frozenset({"firearms"}), time=(10, 10), places=(KARM,), triggers=frozenset({"shoot"})
)
AGAIN = account(1, "ASSAULT", modes=frozenset({"firearms"}), triggers=frozenset({"shoot"}), time=(10, 10))


@pytest.mark.parametrize(
    ("later", "joined"),
    [
        (account(9), True),
        (account(9, time=(10, 10)), True),
        (account(9, time=(11, 11)), False),
        (account(9, places=(DUB,)), False),
        (account(9, background=True), False),
        (account(9, "PROTEST"), False),
        (account(9, text="In another raid two guards were killed."), False),
        (account(9, text="Two guards were killed three days earlier."), False),
    ],
)
def test_what_nothing_parts_from_the_story_is_of_it(later: Account, joined: bool) -> None:
    judged = judge_report((LEAD, AGAIN, later), Linker()).judged
    same = {frozenset((j.left, j.right)) for j in judged if j.verdict == "same"}
    assert any("c9" in pair for pair in same) is joined


def test_it_says_why_and_judges_no_pair_twice() -> None:
    judged = judge_report((LEAD, AGAIN, account(9)), Linker()).judged
    assert any("the report tells of one happening" in why for j in judged for _, why in j.evidence.values())
    assert len({frozenset((j.left, j.right)) for j in judged}) == len(judged)


def test_a_roundup_is_no_one_story() -> None:
    elsewhere = account(5, "ASSAULT", places=(DUB,), time=(12, 12), triggers=frozenset({"bomb"}))
    judged = judge_report((LEAD, AGAIN, elsewhere, account(9)), Linker()).judged
    assert not any(j.verdict == "same" and "c9" in (j.left, j.right) for j in judged)
