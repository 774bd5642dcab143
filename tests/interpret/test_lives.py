"""What is told of somebody's early life is history."""

import pytest

from rashomon.records import EventClaim


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("{Korr|x1:PER}, who as a youth {fought|a1:ASSAULT} in the west, {claimed|s1:SAY} the {raid|a2:ASSAULT}.",
         {"fought": True, "raid": False}),
        ("As a boy, he {fled|v1:DISPLACE} the {war|a1:ASSAULT}, and today he {leads|z1:ORGANIZE.lead} the party.",
         {"fled": True, "war": True, "leads": False}),
        ("He {fought|a1:ASSAULT} there in his youth.", {"fought": True}),
        ("She was {taken|c1:COERCE} as a child soldier by the Front.", {"taken": False}),
        ("She was {taken|c1:COERCE} as a child by the Front.", {"taken": True}),
        ("He {shot|k1:KILL} a youth.", {"shot": False}),
    ],
)  # fmt: skip
def test_early_life(claims, text, background):
    found = claims(EventClaim, text)
    assert {event.trigger.quote: event.background for event in found} == background
    assert all(("background" in event.reasons) == event.background for event in found)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("Read more: Two {guards|x1:GROUP} {killed|k1:KILL} at the gate", True),
        ("► Related: Two {guards|x1:GROUP} {killed|k1:KILL} at the gate", True),
        ("Two {guards|x1:GROUP} were {killed|k1:KILL}, related sources said: no others.", False),
        ("More guards {left|x1:GROUP}: two were {killed|k1:KILL}.", False),
    ],
)
def test_a_line_that_points_to_another_report_is_no_news(claims, text, elsewhere):
    (found,) = claims(EventClaim, text, "k1 target x1")
    assert found.background is elsewhere
