"""KAIROS' classes and ours, on an invented report."""

import pytest
import wikievents
from graph_score import Tally
from wikievents import Act

from rashomon.records import EventClaim, Mention, Span

SENTENCES = [
    [[["Gunmen", 0, 6], ["of", 7, 9], ["Orrenia", 10, 17], ["stormed", 18, 25], ["Kolvarra", 26, 34], [".", 34, 35]],
     "Gunmen of Orrenia stormed Kolvarra."],
    [[["Ten", 36, 39], ["died", 40, 44], [".", 44, 45]], "Ten died."],
]  # fmt: skip
ROW = {
    "tokens": [token for tokens, _ in SENTENCES for token, _, _ in tokens],
    "sentences": SENTENCES,
    "entity_mentions": [{"id": "m1", "start": 0, "end": 3}, {"id": "m2", "start": 4, "end": 5}],
    "event_mentions": [
        {
            "event_type": "Conflict.Attack.Unspecified",
            "trigger": {"start": 3, "end": 4},
            "arguments": [
                {"entity_id": "m1", "role": "Attacker"},
                {"entity_id": "m2", "role": "Place"},
                {"entity_id": "m2", "role": "Topic"},
            ],
        },
        {"event_type": "Contact.Contact.Meet", "trigger": {"start": 7, "end": 8}, "arguments": []},
    ],
}


def claim(type_, mode=None, start=18, end=25, **roles):
    """An event claim on the report's first sentence."""
    mentions = {role: tuple(Mention(words="", start=a, end=b) for a, b in spans) for role, spans in roles.items()}
    return EventClaim(
        id="c", document="0", spans=(), voices=(), type=type_, mode=mode,
        trigger=Span(start=start, end=end, quote=""), roles=mentions,
    )  # fmt: skip


def test_tokens_keep_their_place_in_the_text():
    text, places = wikievents.laid_out(ROW)
    assert text == "Gunmen of Orrenia stormed Kolvarra.\nTen died."
    assert [text[a:b] for a, b in places] == ROW["tokens"]


def test_only_shared_classes_and_roles_are_annotated():
    _, places = wikievents.laid_out(ROW)
    assert wikievents.annotated_acts(ROW, places) == [
        Act("attack", 18, 25, frozenset({("agent", 0, 6), ("place", 26, 34)}))
    ]


@pytest.mark.parametrize(
    ("type_", "mode", "kind"),
    [
        ("ASSAULT", None, "attack"),
        ("ASSAULT", "aerial", "attack"),
        ("ASSAULT", "destroy", "damage"),
        ("ASSAULT", "abduct", None),
        ("KILL", None, "die"),
        ("COERCE", "arrest", "arrest"),
        ("COERCE", "seize", None),
        ("COERCE", None, None),
        ("PROTEST", "riot", "demonstrate"),
        ("AGREE", None, None),
    ],
)
def test_classes_of_claims(type_, mode, kind):
    found = [act.kind for act in wikievents.claimed_acts([claim(type_, mode)], [])]
    assert found == ([kind] if kind else [])


def test_a_mention_is_known_by_its_last_word():
    _, places = wikievents.laid_out(ROW)
    (act,) = wikievents.claimed_acts([claim("ASSAULT", None, agent=[(7, 17)], theme=[(0, 6)])], places)
    assert act.parts == {("agent", 10, 17)}


CASES = [
    ("the same", [Act("attack", 18, 25, frozenset({("agent", 0, 6)}))], (1, 1, 1), (1, 1, 1), (1, 1, 1)),
    ("another class", [Act("die", 18, 25, frozenset({("agent", 0, 6)}))], (1, 1, 1), (0, 1, 1), (0, 1, 1)),
    ("elsewhere", [Act("attack", 30, 33, frozenset({("agent", 0, 6)}))], (0, 1, 1), (0, 1, 1), (0, 1, 1)),
    ("another role", [Act("attack", 20, 22, frozenset({("target", 0, 6)}))], (1, 1, 1), (1, 1, 1), (0, 1, 1)),
    ("twice", [Act("attack", 18, 20), Act("attack", 21, 25)], (1, 2, 1), (1, 2, 1), (0, 0, 1)),
    ("nothing", [], (0, 0, 1), (0, 0, 1), (0, 0, 1)),
]


@pytest.mark.parametrize(("claimed", "found", "classed", "parts"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_score(claimed, found, classed, parts):
    gold = [Act("attack", 18, 25, frozenset({("agent", 0, 6)}))]
    rows = wikievents.score(gold, claimed)
    assert rows["trigger, found"] == Tally(*found)
    assert rows["trigger, with its class"] == Tally(*classed)
    assert rows["argument"] == Tally(*parts)


def test_a_trigger_of_the_right_class_is_taken_first():
    gold = [Act("attack", 0, 5)]
    wrong, right = Act("die", 0, 5), Act("attack", 0, 5)
    assert wikievents.matched(gold, [wrong, right]) == [(gold[0], right)]


def test_no_data_no_table(tmp_path):
    assert wikievents.table(tmp_path) is None
