"""Event claims: who makes one, and which parts it has."""

import msgspec
import pytest

from rashomon.interpret import Interpreter
from rashomon.records import EventClaim, Region


def words(event):
    return {role: [mention.words for mention in mentions] for role, mentions in event.roles.items()}


def test_an_event_has_its_parts_with_their_spans(claims):
    (event,) = claims(
        EventClaim,
        "On {Monday|t1:TIME} the {army|o1:ORG} {shelled|a1:ASSAULT.heavy-weapons} {Orra|g1:GPE} with {mortars|b1:OBJ}.",
        "a1 agent o1; a1 target g1; a1 instrument b1; a1 time t1",
    )
    assert (event.type, event.mode, event.trigger.quote) == ("ASSAULT", "heavy-weapons", "shelled")
    assert words(event) == {"agent": ["army"], "target": ["Orra"], "instrument": ["mortars"]}
    quotes = [span.quote for span in event.spans]
    assert quotes[0] == "On Monday the army shelled Orra with mortars."
    assert quotes[1:] == ["shelled", "Monday", "army", "Orra", "mortars"]
    assert event.reasons == {
        "place": "no place is given beside the trigger, or none surely enough",
        "sub_event": "by its mode",
    }


@pytest.mark.parametrize(
    ("kind", "made"),
    [
        ("SAY", False),
        ("SAY.claim-responsibility", True),
        ("REQUEST", True),
        ("THREATEN.violence", True),
        ("ACCUSE.allege", True),
        ("SUPPORT", True),
        ("REJECT", True),
        ("AGREE", True),
        ("CONCEDE", True),
        ("CONSULT", True),
        ("CONDITION", True),
        ("KILL", True),
    ],
)
def test_plain_saying_is_no_event(claims, kind, made):
    assert bool(claims(EventClaim, f"The mayor {{spoke|s1:{kind}}} of it.")) is made


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("The {Front|o1:ORG} won and {attacked|a1:ASSAULT} Orra.", ["Front"]),
        ("The {Front|o1:ORG} won. It {attacked|a1:ASSAULT} Orra.", None),
    ],
)
def test_arguments_come_from_the_triggers_own_sentence(claims, text, agent):
    (event,) = claims(EventClaim, text, "a1 agent o1")
    assert words(event).get("agent") == agent
    assert ("set aside" in event.reasons.get("agent", "")) is (agent is None)


def test_two_pronouns_of_one_actor_are_one_argument(claims):
    (event,) = claims(
        EventClaim,
        "{Korr|x1:PER} and {his|x2:PER} men, {he|x3:PER} too, {attacked|a1:ASSAULT}.",
        "x2 same x1; x3 same x1; a1 agent x2; a1 agent x3",
    )
    assert words(event) == {"agent": ["Korr"]}


def test_the_score_is_that_of_the_weakest_part(passage):
    document, graph = passage("The {army|o1:ORG} {shelled|a1:ASSAULT} {Orra|g1:GPE}.", "a1 agent o1; a1 target g1")
    nodes = tuple(msgspec.structs.replace(node, p={"a1": 0.5, "g1": 0.8}.get(node.id, 1.0)) for node in graph.nodes)
    (found,) = Interpreter()([(document, [msgspec.structs.replace(graph, nodes=nodes)])])
    assert [claim.score for claim in found if isinstance(claim, EventClaim)] == [0.4]


@pytest.mark.parametrize(
    ("text", "edges", "filed"),
    [
        ("{Gunmen|g1:GROUP} {shot|k1:KILL} a {trader|g2:GROUP}.", "k1 agent g1; k1 target g2", ["ORRA"]),
        ("{Malian|p1:GPE} {troops|g1:GROUP} {shot|k1:KILL} him.", "k1 agent g1; g1 of p1", ["ORRA"]),
        ("{Gunmen|g1:GROUP} {shot|k1:KILL} him in {Dessan|p1:GPE}.", "k1 agent g1; k1 place p1", []),
        ("{Gunmen|g1:GROUP} {shot|k1:KILL} him and fled {Dessan|p1:GPE}.", "k1 agent g1", []),
        ("{Gunmen|g1:GROUP} did not {shoot|k1:KILL} him.", "k1 agent g1", []),
        ("In {1994|t1:TIME} {gunmen|g1:GROUP} {shot|k1:KILL} him.", "k1 agent g1; k1 time t1", []),
    ],
)
def test_the_dateline_is_the_default_of_news_that_names_no_place(passage, text, edges, filed):
    flags = "k1 neg" if "did not" in text else ""
    document, graph = passage(text, edges, flags)
    head = "ORRA, May 14 (AP) - "
    moved = msgspec.structs.replace(
        graph,
        start=len(head),
        end=len(head) + graph.end,
        nodes=tuple(msgspec.structs.replace(n, start=n.start + len(head), end=n.end + len(head)) for n in graph.nodes),
    )
    regions = (Region(kind="dateline", start=0, end=len(head)), Region(kind="body", start=len(head), end=moved.end))
    document = msgspec.structs.replace(document, text=head + document.text, regions=regions)
    (found,) = Interpreter()([(document, [moved])])
    (event,) = [claim for claim in found if isinstance(claim, EventClaim)]
    assert [mention.words for mention in event.roles.get("dateline", ())] == filed
    assert "dateline" in event.reasons["place"] if filed else "dateline" not in event.reasons.get("place", "")
