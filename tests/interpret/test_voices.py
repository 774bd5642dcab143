"""The chain of speakers above what is said."""

import pytest

from rashomon.records import EventClaim

SHELLED = "the {army|o9:ORG} {shelled|a1:ASSAULT} {Orra|g1:GPE}"
HIT = "a1 agent o9; a1 target g1"


def chain_of(found):
    return [(voice.words, voice.cue.quote if voice.cue else None, voice.form) for voice in found.voices]


AUTHOR = ("", None, "author")


@pytest.mark.parametrize(
    ("text", "edges", "chain"),
    [
        (f"Yesterday {SHELLED}.", HIT, []),
        (
            f"{{Ada Korr|x1:PER}} {{said|s1:SAY}} {SHELLED}.",
            f"{HIT}; s1 agent x1; s1 content a1",
            [("Ada Korr", "said", "indirect")],
        ),
        (
            f"“It was {SHELLED},” {{Ada Korr|x1:PER}} {{said|s1:SAY}}.",
            f"{HIT}; s1 agent x1; s1 content a1",
            [("Ada Korr", "said", "direct")],
        ),
        (
            f"{{Reports|d1:DOC}} {{quoted|s2:SAY}} {{Ada Korr|x1:PER}} as {{saying|s1:SAY}} {SHELLED}.",
            f"{HIT}; s2 agent d1; s2 content s1; s1 agent x1; s1 content a1",
            [("Reports", "quoted", "indirect"), ("Ada Korr", "saying", "indirect")],
        ),
        (
            f"{{Ada Korr|x1:PER}} sighed, {{adding|s1:SAY}} bluntly that {SHELLED}.",
            f"{HIT}; s1 agent x1",
            [("Ada Korr", "adding", "indirect")],
        ),
        (
            f"{{Ada Korr|x1:PER}} {{said|s1:SAY}} that {{men|g2:GROUP}} {{died|k1:KILL}} where {SHELLED}.",
            f"{HIT}; s1 agent x1; s1 content k1; k1 target g2",
            [],
        ),
        (
            f"{{Ada Korr|x1:PER}} {{said|s1:SAY}} nothing on Monday, when {SHELLED}.",
            f"{HIT}; s1 agent x1",
            [],
        ),
        (
            f"It was {{reported|s1:SAY}} that {SHELLED}.",
            f"{HIT}; s1 content a1",
            [("reported", "reported", "indirect")],
        ),
        (
            f"In a {{video|d1:DOC}} it was {{said|s1:SAY}} that {SHELLED}.",
            f"{HIT}; s1 instrument d1; s1 content a1",
            [("video", "said", "indirect")],
        ),
        (
            f"{{Ada Korr|x1:PER}} has not {{commented|s1:SAY}} on how {SHELLED}.",
            f"{HIT}; s1 agent x1; s1 content a1",
            [],
        ),
        (
            f"The {{Front|o1:ORG}} {{denied|s1:REJECT}} that {SHELLED}.",
            f"{HIT}; s1 agent o1; s1 content a1",
            [("Front", "denied", "indirect")],
        ),
        (
            f"In a {{letter|s2:SAY}} the {{Front|o1:ORG}} {{said|s1:SAY}} {SHELLED}.",
            f"{HIT}; s2 agent o1; s2 content s1; s1 agent o1; s1 content a1",
            [("Front", "said", "indirect")],
        ),
    ],
)
def test_voices_run_from_the_author_inward(claims, text, edges, chain):
    flags = "s1 neg" if "commented" in text else ""
    event = next(c for c in claims(EventClaim, text, edges, flags) if c.trigger.quote == "shelled")
    assert chain_of(event) == [AUTHOR, *chain]


def test_a_pronoun_speaks_under_its_name(claims):
    (event,) = claims(
        EventClaim,
        f"{{Ada Korr|x1:PER}} left. {{She|x2:PER}} {{said|s1:SAY}} {SHELLED}.",
        f"{HIT}; x2 same x1; s1 agent x2; s1 content a1",
    )
    assert chain_of(event)[1][0] == "Ada Korr"


def test_speech_has_its_own_time(claims):
    (event,) = claims(
        EventClaim,
        f"{{Ada Korr|x1:PER}} {{said|s1:SAY}} on {{12 May 2031|t1:TIME}} that {SHELLED}.",
        f"{HIT}; s1 agent x1; s1 content a1; s1 time t1",
    )
    assert event.voices[1].when.from_ == "2031-05-12"
    assert event.time is None


def test_what_an_attack_caused_is_told_by_whoever_tells_of_the_attack(claims):
    found = claims(
        EventClaim,
        "{Ada Korr|x1:PER} {said|s1:SAY} the army {shelled|a1:ASSAULT} a market, {killing|k1:KILL} traders.",
        "s1 agent x1; s1 content a1; a1 causes k1",
    )
    assert [chain_of(event)[-1][0] for event in found] == ["Ada Korr", "Ada Korr"]
    assert found[1].reasons["voices"] == 'said together with "shelled"'


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("{Kaveth|g1:GPE} {condemned|s1:ACCUSE.disapprove} the {raid|a1:ASSAULT}.", ""),
        ("{Kaveth|g1:GPE} {condemned|s1:ACCUSE.disapprove} it for {shelling|a1:ASSAULT} towns.", "Kaveth"),
        ("{Kaveth|g1:GPE} {blamed|s1:ACCUSE.allege} it for the {raid|a1:ASSAULT}.", "Kaveth"),
    ],
)
def test_praise_or_blame_of_an_act_takes_it_for_granted(claims, text, speaker):
    event = claims(EventClaim, text, "s1 agent g1; s1 content a1")[-1]
    assert event.voices[-1].words == speaker


def test_a_second_speaker_is_named_among_the_reasons(claims):
    (event,) = claims(
        EventClaim,
        f"{{Ada Korr|x1:PER}} {{said|s1:SAY}} and {{police|o1:ORG}} {{said|s2:SAY}} that {SHELLED}.",
        f"{HIT}; s1 agent x1; s1 content a1; s2 agent o1; s2 content a1",
    )
    assert event.voices[-1].words == "police"
    assert event.reasons["voices"] == 'also said by "Ada Korr"'


def test_speech_in_a_ring_ends(claims):
    (event,) = claims(
        EventClaim,
        "{Ada|x1:PER} {said|s1:SAY} {Bo|x2:PER} {said|s2:SAY} {Orra|g1:GPE} {fell|c1:CONTROL.take}.",
        "s1 agent x1; s2 agent x2; s1 content s2; s2 content s1; s2 content c1; c1 target g1",
    )
    assert [voice.words for voice in event.voices] == ["", "Ada", "Bo"]
