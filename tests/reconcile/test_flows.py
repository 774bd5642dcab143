"""Flows told alike are one row with all who tell it."""

import random
from typing import Any

import msgspec
import pytest

from rashomon.reconcile.flows import flows
from rashomon.records import Amount, FlowClaim, Mention, Period, Span, Voice

LIBRA = {"words": "Libra", "place": "p-libra"}


def flow(number: int, **fields: Any) -> FlowClaim:
    ends = {
        name: Mention(start=number, end=number + 5, **fields.pop(name))
        for name in ("origin", "dest", "via", "agent")
        if name in fields
    }
    given = {"document": f"d{number}", "what": "weapons"} | fields
    return FlowClaim(
        id=f"c-{number}",
        spans=(Span(start=0, end=5, quote="words"),),
        voices=(Voice(words="", start=0, end=0),),
        **ends,
        **given,
    )


@pytest.mark.parametrize(
    ("first", "second", "rows"),
    [
        ({"origin": LIBRA}, {"origin": {"words": "the Libran state", "place": "p-libra"}}, 1),
        ({"origin": LIBRA}, {"dest": LIBRA}, 2),
        ({"dest": {"words": "the Cities"}}, {"dest": {"words": "cities"}}, 1),
        ({"origin": LIBRA}, {"origin": LIBRA, "what": "fighters"}, 2),
        ({"origin": LIBRA}, {"origin": LIBRA, "via": {"words": "the desert"}}, 2),
        ({"amount": Amount(lower=400, upper=400)}, {"amount": Amount(lower=360, upper=440, approx=True)}, 2),
        ({"amount": Amount(lower=4, upper=4, words="four")}, {"amount": Amount(lower=4, upper=4, words="4")}, 1),
        ({"period": Period(from_="2031-05-01", to="2031-05-01", precision="day")}, {}, 2),
        ({"reality": "fut"}, {}, 2),
        ({"background": True}, {}, 2),
    ],
)
def test_alike_is_one_row(first: Any, second: Any, rows: int) -> None:
    told = [flow(1, **first), flow(2, **second)]
    found = flows(told)
    assert len(found) == rows
    assert sorted(claim for row in found for claim in row.claims) == ["c-1", "c-2"]
    assert sum(len(row.origins) for row in found) == 2


@pytest.mark.parametrize("seed", range(3))
def test_no_claim_is_lost_in_any_order(seed: int) -> None:
    chance = random.Random(seed)
    told = [flow(n, what=chance.choice(["weapons", "troops"]), dest={"words": chance.choice("abc")}) for n in range(40)]
    found = flows(told)
    assert len(found) == 6
    assert sorted(claim for row in found for claim in row.claims) == sorted(claim.id for claim in told)
    chance.shuffle(told)
    assert flows(told) == found
    assert flows([msgspec.structs.replace(claim, reality="neg") for claim in told])[0].reality == "neg"
