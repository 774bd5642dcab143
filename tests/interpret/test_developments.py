"""Acts that are no event in ACLED's sense, or of which too little is told: why each has no sub-event."""

import pytest

NONE = [
    ("speech", "{Kaveth|g1:GPE} {condemned|x1:ACCUSE.disapprove} it.", "x1 agent g1", ""),
    ("a state of things", "The {civil war|x1:CONDITION} goes on.", "", ""),
    ("policy", "{Kaveth|g1:GPE} sent {aid|x1:AID}.", "x1 agent g1", ""),
    (
        "not having happened",
        "No {gunman|x2:PER} {shot|x1:ASSAULT.firearms} {villagers|g1:GROUP}.",
        "x1 target g1",
        "x1 neg",
    ),
    ("not said to have happened", "They fear an {air strike|x1:ASSAULT.aerial}.", "", "x1 hyp"),
    ("still to happen", "{Troops|g1:GROUP} will {deploy|x1:MOBILIZE.troops}.", "x1 agent g1", "x1 fut"),
    ("what lasts", "The {war|x1:ASSAULT} of {France|g1:GPE} in {Mali|g2:GPE}.", "x1 agent g1; x1 place g2", ""),
    ("who is hit", "There was an {attack|x1:ASSAULT} in {Orra|p1:GPE}.", "x1 place p1", ""),
    ('whether "Orra"', "{Gunmen|g1:GROUP} {attacked|x1:ASSAULT} {Orra|p1:GPE}.", "x1 agent g1; x1 target p1", ""),
    ("who or what", "Ten {people|g1:GROUP} {died|x1:KILL}.", "x1 target g1", ""),
    ("have taken them", "Two {boys|g1:GROUP} are {missing|x1:MISSING}.", "x1 target g1", ""),
    ("how things stand", "{Rebels|g1:GROUP} {hold|x1:CONTROL.hold} {Orra|p1:GPE}.", "x1 agent g1; x1 target p1", ""),
    ("nobody is said to take it", "{Orra|p1:GPE} was {taken|x1:CONTROL.take}.", "x1 target p1", ""),
    ("of a state", "The {Nakhoris|g1:GROUP} {took|x1:CONTROL.take} {Orra|p1:GPE}.", "x1 agent g1; x1 target p1", ""),
    ("an advance", "The {army|o1:ORG} {advanced|x1:CONTROL.take}.", "x1 agent o1", ""),
    ("no place", "{Rebels|g1:GROUP} {captured|x1:CONTROL.take} a {tank|b1:OBJ}.", "x1 agent g1; x1 target b1", ""),
    ("gather in public", "{Drivers|g1:GROUP} went on {strike|x1:PROTEST.strike}.", "x1 agent g1", ""),
    ("no weapon", "{Police|o1:ORG} {seized|x1:COERCE.seize} {gold|b1:OBJ}.", "x1 agent o1; x1 theme b1", ""),
    ("measure of government", "{Newspapers|o1:ORG} were {censored|x1:COERCE.censor}.", "x1 target o1", ""),
    ("no armed forces", "{Families|g1:GROUP} {moved|x1:MOVE} on.", "x1 agent g1", ""),
    ("no armed group", "A {party|o1:ORG} was {founded|x1:ORGANIZE.form}.", "x1 target o1", ""),
    ("who leads", "{Korr|x2:PER} was {elected|x1:ORGANIZE.elect}.", "x1 target x2", ""),
    ("bear arms", "{Militants|g1:GROUP} {fled|x1:DISPLACE}.", "x1 agent g1", ""),
    ("one person in flight", "{Korr|x2:PER} {fled|x1:DISPLACE} abroad.", "x1 agent x2", ""),
    ("about peace", "{Kaveth|g1:GPE} {agreed|x1:AGREE} to help.", "x1 agent g1", ""),
]


@pytest.mark.parametrize(("why", "text", "edges", "flags"), NONE)
def test_what_has_none_says_why(event, why, text, edges, flags):
    claim = event(text, edges, flags)
    assert claim.sub_event is None
    assert why in claim.reasons["sub_event"]
