"""Sub-events like ACLED's: which rule gives which, and why others have none."""

import pytest

from rashomon.interpret.acled import RULES
from rashomon.records import EventClaim
from rashomon.vocab.scheme import MODES
from rashomon.vocab.sub_events import event_type, sub_events

# sub-event of the trigger x1, sentence, edges
CASES = [
    ("Armed clash", "The {army|o1:ORG} {clashed|x1:ASSAULT} with {gunmen|g1:GROUP}.", "x1 agent o1; x1 target g1"),
    ("Armed clash", "{Fighting|x1:ASSAULT} went on in {Orra|p1:GPE}.", "x1 place p1"),
    (
        "Armed clash",
        "{Gunmen|g1:GROUP} {ambushed|x1:ASSAULT.firearms} {soldiers|g2:GROUP}.",
        "x1 agent g1; x1 target g2",
    ),
    ("Armed clash", "The {army|o1:ORG} {killed|x1:KILL} ten {militants|g1:GROUP}.", "x1 agent o1; x1 target g1"),
    ("Armed clash", "{Rebels|g1:GROUP} {stormed|x1:ASSAULT} an {army base|f1:FAC}.", "x1 agent g1; x1 target f1"),
    (
        "Armed clash",
        "The {rebels|g1:GROUP} began an {offensive|x1:ASSAULT} on {Orra|p1:GPE}.",
        "x1 agent g1; x1 target p1",
    ),
    (
        "Armed clash",
        "A {clash|a1:ASSAULT} {killed|x1:KILL} three {villagers|g1:GROUP}.",
        "a1 causes x1; x1 target g1",
    ),
    (
        "Government regains territory",
        "The {army|o1:ORG} {retook|x1:CONTROL.take} {Orra|p1:GPE}.",
        "x1 agent o1; x1 target p1",
    ),
    (
        "Government regains territory",
        "The {rebels|g1:GROUP} {lost|x1:CONTROL.lose} {Orra|p1:GPE}.",
        "x1 agent g1; x1 target p1",
    ),
    (
        "Government regains territory",
        "{Troops|g1:GROUP} of {Ilmara|p2:GPE} {captured|x1:CONTROL} {Orra|p1:GPE}.",
        "x1 agent g1; g1 of p2; x1 target p1",
    ),
    (
        "Non-state actor overtakes territory",
        "{Fighters|g1:GROUP} {seized|x1:CONTROL.take} {Orra|p1:GPE}.",
        "x1 agent g1; x1 target p1",
    ),
    (
        "Non-state actor overtakes territory",
        "The {army|o1:ORG} {lost|x1:CONTROL.lose} {Orra|p1:GPE}.",
        "x1 agent o1; x1 target p1",
    ),
    (
        "Non-state actor overtakes territory",
        "{Orra|p1:GPE} {fell|x1:CONTROL.lose} to the {rebels|g1:GROUP}.",
        "x1 agent g1; x1 target p1",
    ),
    (
        "Non-state actor overtakes territory",
        "The invading {army|o1:ORG} {took|x1:CONTROL.take} {Orra|p1:GPE}.",
        "x1 agent o1; x1 target p1",
    ),
    ("Chemical weapon", "{Sarin|b1:OBJ} was {used|x1:ASSAULT} in {Orra|p1:GPE}.", "x1 instrument b1; x1 place p1"),
    ("Chemical weapon", "{Gas|b1:OBJ} was {used|x1:ASSAULT.unconventional}.", "x1 instrument b1"),
    (
        "Air/drone strike",
        "{Jets|b1:OBJ} {bombed|x1:ASSAULT.aerial} a {market|f1:FAC}.",
        "x1 instrument b1; x1 target f1",
    ),
    ("Air/drone strike", "A {drone strike|x1:ASSAULT} hit a {camp|f1:FAC}.", "x1 target f1"),
    (
        "Air/drone strike",
        "The {air force|o1:ORG} {bombed|x1:ASSAULT.explosives} {Orra|p1:GPE}.",
        "x1 agent o1; x1 target p1",
    ),
    (
        "Air/drone strike",
        "The {raid|a1:ASSAULT.aerial} {hurt|x1:INJURE} ten {people|g1:GROUP}.",
        "a1 causes x1; x1 target g1",
    ),
    ("Suicide bomb", "A {man|x2:PER} {blew himself up|x1:ASSAULT.suicide-attack}.", "x1 agent x2"),
    ("Suicide bomb", "A {suicide bomber|x2:PER} {struck|x1:ASSAULT} a {mosque|f1:FAC}.", "x1 agent x2; x1 target f1"),
    (
        "Shelling/artillery/missile attack",
        "The {army|o1:ORG} {shelled|x1:ASSAULT.heavy-weapons} {Orra|p1:GPE}.",
        "x1 agent o1; x1 target p1",
    ),
    (
        "Shelling/artillery/missile attack",
        "{Rockets|b1:OBJ} {hit|x1:ASSAULT} a {school|f1:FAC}.",
        "x1 instrument b1; x1 target f1",
    ),
    (
        "Shelling/artillery/missile attack",
        "The {shelling|a1:ASSAULT.heavy-weapons} {ruined|x1:ASSAULT.destroy} a {mosque|f1:FAC}.",
        "a1 causes x1; x1 target f1",
    ),
    (
        "Remote explosive/landmine/IED",
        "A {car bomb|b1:OBJ} {killed|x1:KILL} ten {soldiers|g1:GROUP}.",
        "x1 instrument b1; x1 target g1",
    ),
    (
        "Remote explosive/landmine/IED",
        "{Rebels|g1:GROUP} {blew up|x1:ASSAULT.destroy} a {bridge|f1:FAC}.",
        "x1 agent g1; x1 target f1",
    ),
    (
        "Grenade",
        "A {grenade|b1:OBJ} was {thrown|x1:ASSAULT.explosives} at a {shop|f1:FAC}.",
        "x1 instrument b1; x1 target f1",
    ),
    (
        "Sexual violence",
        "{Soldiers|g1:GROUP} {raped|x1:ASSAULT.sexual} two {women|g2:GROUP}.",
        "x1 agent g1; x1 target g2",
    ),
    ("Attack", "{Gunmen|g1:GROUP} {shot dead|x1:KILL} ten {villagers|g2:GROUP}.", "x1 agent g1; x1 target g2"),
    ("Attack", "The {mayor|x2:PER} was {assassinated|x1:ASSAULT.targeted}.", "x1 target x2"),
    ("Attack", "{Police|o1:ORG} {beat|x1:ASSAULT.beat} a {militant|x2:PER}.", "x1 agent o1; x1 target x2"),
    ("Attack", "{Rebels|g1:GROUP} {executed|x1:KILL} captured {soldiers|g2:GROUP}.", "x1 agent g1; x1 target g2"),
    ("Attack", "{Gunmen|g1:GROUP} {attacked|x1:ASSAULT} a {village|f1:FAC}.", "x1 agent g1; x1 target f1"),
    ("Attack", "An {attack|x1:ASSAULT} {killed|k1:KILL} ten {nurses|g2:GROUP}.", "x1 causes k1; k1 target g2"),
    ("Attack", "A {police informer|x2:PER} was {shot|x1:ASSAULT.firearms}.", "x1 target x2"),
    (
        "Attack",
        "{Kidnapped|a1:ASSAULT.abduct} {nurses|g1:GROUP} {died|x1:KILL}.",
        "a1 causes x1; x1 target g1; a1 target g1",
    ),
    (
        "Abduction/forced disappearance",
        "{Gunmen|g1:GROUP} {kidnapped|x1:ASSAULT.abduct} {nurses|g2:GROUP}.",
        "x1 agent g1; x1 target g2",
    ),
    (
        "Abduction/forced disappearance",
        "{Rebels|g1:GROUP} {arrested|x1:COERCE.arrest} a {doctor|x2:PER}.",
        "x1 agent g1; x1 target x2",
    ),
    (
        "Abduction/forced disappearance",
        "The {abduction|a1:ASSAULT.abduct} left two {boys|g1:GROUP} {missing|x1:MISSING}.",
        "a1 causes x1; x1 target g1",
    ),
    ("Peaceful protest", "{Students|g1:GROUP} {marched|x1:PROTEST.demo}.", "x1 agent g1"),
    (
        "Protest with intervention",
        "{Students|g1:GROUP} {marched|x1:PROTEST.demo}; {police|o1:ORG} {arrested|c1:COERCE.arrest} {them|g2:GROUP}.",
        "x1 agent g1; c1 agent o1; c1 target g2; g2 same g1",
    ),
    (
        "Protest with intervention",
        "{Police|o1:ORG} {arrested|x1:COERCE.arrest} {protesters|g1:GROUP}.",
        "x1 agent o1; x1 target g1",
    ),
    (
        "Protest with intervention",
        "{Police|o1:ORG} used {tear gas|b1:OBJ} to {disperse|x1:ASSAULT.crowd-control} {protesters|g1:GROUP}.",
        "x1 agent o1; x1 instrument b1; x1 target g1",
    ),
    (
        "Excessive force against protesters",
        "{Police|o1:ORG} {shot|x1:ASSAULT.firearms} at {protesters|g1:GROUP}.",
        "x1 agent o1; x1 target g1",
    ),
    (
        "Excessive force against protesters",
        "The {crackdown|x1:ASSAULT.crowd-control} {killed|k1:KILL} ten {students|g1:GROUP}.",
        "x1 causes k1; k1 target g1",
    ),
    (
        "Excessive force against protesters",
        "{Students|g1:GROUP} {marched|x1:PROTEST.demo} and two of {them|g2:GROUP} were {killed|k1:KILL}.",
        "x1 agent g1; k1 target g2; g2 same g1",
    ),
    (
        "Violent demonstration",
        "{Youths|g1:GROUP} {rioted|x1:PROTEST.riot} in {Orra|p1:GPE}.",
        "x1 agent g1; x1 place p1",
    ),
    (
        "Violent demonstration",
        "{Drivers|g1:GROUP} {blocked|x1:PROTEST.obstruct} a road with {barricades|b1:OBJ}.",
        "x1 agent g1; x1 instrument b1",
    ),
    (
        "Violent demonstration",
        "{Protesters|g1:GROUP} {clashed|x1:ASSAULT} with {police|o1:ORG}.",
        "x1 agent g1; x1 target o1",
    ),
    ("Mob violence", "A {mob|g1:GROUP} {beat|x1:ASSAULT.beat} a {trader|x2:PER}.", "x1 agent g1; x1 target x2"),
    ("Mob violence", "A {thief|x2:PER} was {lynched|x1:KILL}.", "x1 target x2"),
    ("Mob violence", "{Villagers|g1:GROUP} {fought|x1:ASSAULT} {herders|g2:GROUP}.", "x1 agent g1; x1 target g2"),
    (
        "Agreement",
        "The {army|o1:ORG} and the {rebels|g1:GROUP} {agreed|x1:AGREE} on a swap.",
        "x1 agent o1; x1 agent g1",
    ),
    ("Agreement", "The {ceasefire|x1:RETREAT.ceasefire} held.", ""),
    ("Agreement", "{Rebels|g1:GROUP} {surrendered|x1:RETREAT} in {Orra|p1:GPE}.", "x1 agent g1; x1 place p1"),
    ("Agreement", "The {government|o1:ORG} {met|x1:CONSULT} the {rebels|g1:GROUP}.", "x1 agent o1; x1 target g1"),
    ("Arrests", "{Police|o1:ORG} {arrested|x1:COERCE.arrest} a {militant|x2:PER}.", "x1 agent o1; x1 target x2"),
    (
        "Change to group/activity",
        "{Troops|g1:GROUP} {withdrew|x1:RETREAT.withdraw} from {Orra|p1:GPE}.",
        "x1 agent g1; x1 origin p1",
    ),
    ("Change to group/activity", "The {army|o1:ORG} {massed|x1:MOBILIZE.troops} there.", "x1 agent o1"),
    ("Change to group/activity", "{Fighters|g1:GROUP} {crossed|x1:MOVE} the border.", "x1 agent g1"),
    ("Change to group/activity", "Two {rebel groups|g1:GROUP} {merged|x1:ORGANIZE.merge}.", "x1 agent g1"),
    ("Change to group/activity", "A {curfew|x1:COERCE.curfew} was ordered.", ""),
    ("Disrupted weapons use", "{Police|o1:ORG} {seized|x1:COERCE.seize} {rifles|b1:OBJ}.", "x1 agent o1; x1 theme b1"),
    ("Disrupted weapons use", "{Police|o1:ORG} {defused|x1:ASSAULT} a {bomb|b1:OBJ}.", "x1 agent o1; x1 target b1"),
    (
        "Headquarters or base established",
        "{Rebels|g1:GROUP} {set up|x1:ORGANIZE.form} a {base|f1:FAC}.",
        "x1 agent g1; x1 target f1",
    ),
    (
        "Looting/property destruction",
        "{Soldiers|g1:GROUP} {burned|x1:ASSAULT.destroy} {houses|f1:FAC}.",
        "x1 agent g1; x1 target f1",
    ),
    (
        "Looting/property destruction",
        "{Rebels|g1:GROUP} {seized|x1:COERCE.seize} {cattle|b1:OBJ}.",
        "x1 agent g1; x1 theme b1",
    ),
    (
        "Looting/property destruction",
        "{Rebels|g1:GROUP} {attacked|x1:ASSAULT} a {pipeline|f1:FAC}.",
        "x1 agent g1; x1 target f1",
    ),
    (
        "Non-violent transfer of territory",
        "{Rebels|g1:GROUP} {took|x1:CONTROL.take} {Orra|p1:GPE} without a fight.",
        "x1 agent g1; x1 target p1",
    ),
    ("Other", "A {coup|x1:ORGANIZE.overthrow} removed the {president|x2:PER}.", "x1 target x2"),
    ("Other", "{Families|g1:GROUP} {fled|x1:DISPLACE} {Orra|p1:GPE}.", "x1 target g1; x1 origin p1"),
    ("Other", "{Bodies|x1:KILL} were found in a mass grave.", ""),
]


@pytest.mark.parametrize(("name", "text", "edges"), CASES)
def test_an_act_is_like_a_sub_event(event, name, text, edges):
    claim = event(text, edges)
    assert (claim.sub_event, bool(claim.reasons["sub_event"])) == (name, True), claim.reasons["sub_event"]


def test_every_sub_event_is_reached():
    assert {name for name, _, _ in CASES} == set(sub_events())


def test_causes_in_a_circle_end(claims):
    found = claims(EventClaim, "The {deaths|x1:KILL} led to {injuries|x2:INJURE}.", "x1 causes x2; x2 causes x1")
    assert [claim.sub_event for claim in found] == [None, None]


def test_a_hedged_act_is_coded(event):
    claim = event("{Jets|b1:OBJ} may have {bombed|x1:ASSAULT.aerial} it.", "x1 instrument b1", "x1 poss")
    assert (claim.reality, claim.sub_event) == ("poss", "Air/drone strike")


@pytest.mark.parametrize(
    ("words", "name"),
    [("pistols", "Disrupted weapons use"), ("live rounds", "Disrupted weapons use"), ("jackets", None)],
)
def test_what_is_seized_decides(event, words, name):
    text = f"{{Police|o1:ORG}} {{recovered|x1:COERCE.seize}} {{{words}|b1:OBJ}}."
    assert event(text, "x1 agent o1; x1 theme b1").sub_event == name


def test_a_house_of_militants_is_a_house(event):
    claim = event("{Police|o1:ORG} {raided|x1:ASSAULT} a {militant|g1:GROUP} {house|f1:FAC}.", "x1 target f1; f1 of g1")
    assert claim.sub_event == "Looting/property destruction"


def test_the_side_comes_from_the_group_behind(event):
    text = "{Soldiers|g1:GROUP} of the {Free Syrian Army|o1:ORG} {took|x1:CONTROL.take} {Orra|p1:GPE}."
    claim = event(text, "g1 of o1; x1 agent g1; x1 target p1")
    assert claim.sub_event == "Non-state actor overtakes territory"


def test_rules_are_for_types_of_the_scheme_and_explained():
    assert set(RULES) <= set(MODES)
    assert all((rule.__doc__ or "").strip().endswith(".") for rules in RULES.values() for rule in rules)


def test_each_sub_event_is_of_one_type():
    assert len(sub_events()) == 25
    assert event_type("Armed clash") == "Battles"
