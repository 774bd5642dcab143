"""Flows: what goes from where to where."""

import pytest

from rashomon.records import FlowClaim


def ends(flow):
    return tuple(mention.words if mention else None for mention in (flow.origin, flow.dest, flow.via, flow.agent))


@pytest.mark.parametrize(
    ("text", "edges", "what", "where"),
    [
        (
            "{Rifles|b1:OBJ} {went|m1:MOVE} from {Kaveth|g1:GPE} to {Orra|g2:GPE} through the {desert|l1:LOC}.",
            "m1 theme b1; m1 origin g1; m1 dest g2; m1 place l1",
            "weapons",
            ("Kaveth", "Orra", "desert", None),
        ),
        (
            "{Korr|x1:PER} {smuggled|m1:MOVE} {rifles|b1:OBJ} by {truck|b2:OBJ}.",
            "m1 agent x1; m1 theme b1; m1 instrument b2",
            "weapons",
            (None, None, "truck", "Korr"),
        ),
        (
            "{Troops|h1:GROUP} {arrived|m1:MOBILIZE.troops} in {Orra|g1:GPE}.",
            "m1 agent h1; m1 dest g1",
            "troops",
            (None, "Orra", None, None),
        ),
        (
            "{Troops|h1:GROUP} from {Kaveth|g2:GPE} {arrived|m1:MOBILIZE.troops} in {Orra|g1:GPE}.",
            "m1 agent h1; m1 dest g1; h1 of g2",
            "troops",
            ("Kaveth", "Orra", None, None),
        ),
        (
            "{Kaveth|g1:GPE} {gave|d1:AID.economic} {$7 million|b1:OBJ} to {Orra|g2:GPE}.",
            "d1 agent g1; d1 theme b1; d1 target g2",
            "money",
            (None, "Orra", None, "Kaveth"),
        ),
        (
            "{Villagers|h1:GROUP} {fled|d1:DISPLACE} to {Orra|g1:GPE}.",
            "d1 target h1; d1 dest g1",
            "refugees",
            (None, "Orra", None, None),
        ),
        (
            "{Fighters|h1:GROUP} {crossed|m1:MOVE} into {Orra|g1:GPE}.",
            "m1 agent h1; m1 dest g1",
            "fighters",
            (None, "Orra", None, None),
        ),
        (
            "{Crates|b1:OBJ} {moved|m1:MOVE}.",
            "m1 theme b1",
            "goods",
            (None, None, None, None),
        ),
    ],
)
def test_flows(claims, text, edges, what, where):
    (flow,) = claims(FlowClaim, text, edges)
    assert (flow.what, ends(flow)) == (what, where)
    nulls = [name for name, end in zip(("origin", "dest", "via"), ends(flow), strict=False) if end is None]
    assert all(flow.reasons[name] for name in nulls)


@pytest.mark.parametrize(
    ("text", "edges"),
    [
        ("{Korr|x1:PER} {went|m1:MOVE} to {Orra|g1:GPE}.", "m1 agent x1; m1 dest g1"),
        ("{Troops|h1:GROUP} {massed|m1:MOBILIZE.troops}.", "m1 agent h1"),
        ("{Villagers|h1:GROUP} {fled|d1:DISPLACE}.", "d1 target h1"),
        ("{Fighters|h1:GROUP} {roam|m1:MOVE} the {desert|l1:LOC}.", "m1 agent h1; m1 place l1"),
        ("The {bodies|b1:OBJ} were {moved|m1:MOVE} to {Orra|g1:GPE}.", "m1 theme b1; m1 dest g1"),
    ],
)
def test_no_flow_is_made_up(claims, text, edges):
    assert claims(FlowClaim, text, edges) == []


def test_the_amount_is_the_number_that_counts_it(claims):
    (flow,) = claims(
        FlowClaim,
        "{About 400|q1:QUANT} {troops|h1:GROUP} {arrived|m1:MOBILIZE.troops} in {Orra|g1:GPE}.",
        "q1 count h1; m1 agent h1; m1 dest g1",
    )
    assert (flow.amount.lower, flow.amount.upper, flow.amount.approx) == (360, 440, True)
    assert "About 400" in [span.quote for span in flow.spans]


def test_the_amount_may_stand_in_the_words(claims):
    (flow,) = claims(FlowClaim, "{Korr|x1:PER} {sent|m1:MOVE} {$1,200|b1:OBJ}.", "m1 agent x1; m1 theme b1")
    assert (flow.amount.lower, flow.amount.upper) == (1200, 1200)


def test_no_amount_has_a_reason(claims):
    (flow,) = claims(FlowClaim, "{Rifles|b1:OBJ} {moved|m1:MOVE}.", "m1 theme b1")
    assert flow.amount is None
    assert flow.reasons["amount"]
