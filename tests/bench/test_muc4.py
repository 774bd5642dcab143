"""Candidates read off an invented report's graph, and templates made of them."""

import msgspec
import muc4
import numpy as np
import pytest
from muc4_fill import SEVERAL, alike, chosen_least, measured, parted, templates
from muc4_net import TYPES, Scores
from muc4_read import Candidate, report
from muc4_score import ROLES, Template

from rashomon.annotate.notation import read_blocks
from rashomon.testing import make_document

TEXT = (
    "{colonel|x1:PER} {ada korr|x2:PER} {said|s1:SAY} {two|q1:QUANT} {rebels|g1:GROUP} of the {dune front|o1:ORG} "
    "{threw|a1:ASSAULT.explosives} a {bomb|b1:OBJ} at the {bridge|f1:FAC}. {They|g2:GROUP} {fled|m1:MOVE}."
)
EDGES = (
    "x1 same x2; s1 agent x2; s1 content a1; q1 count g1; g1 of o1; a1 agent g1; a1 instrument b1; a1 target f1; "
    "g2 same g1; m1 agent g2"
)


def read():
    """The report's candidates and signs."""
    (block,) = read_blocks(["### t", f"T: {TEXT}", f"E: {EDGES}", "M: "])
    document = make_document(block.text)
    return report(document, [msgspec.structs.replace(block.graph, document=document.id)])


def by_words():
    """Candidate by its words."""
    return {one.words: one for one in read().candidates}


def test_wordings_that_could_fill_a_role():
    assert set(by_words()) == {
        "colonel", "ada korr", "colonel ada korr", "rebels", "rebels of dune front", "two rebels of dune front",
        "dune front", "bomb", "bridge", "front", "two rebels", "bomb at bridge",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("words", "features"),
    [
        ("rebels", {"type GROUP", "head rebels", "agent in ASSAULT.explosives", "of front", "form bare"}),
        ("bomb", {"instrument in ASSAULT", "instrument in threw", "before a"}),
        ("bridge", {"target in ASSAULT", "near ASSAULT.explosives"}),
        ("ada korr", {"speaks", "same as PER"}),
        ("colonel ada korr", {"form titled", "has colonel"}),
    ],
)
def test_features_of_a_candidate(words, features):
    assert features <= by_words()[words].features


def test_signs_of_the_report():
    signs = read().features
    assert {
        "act ASSAULT.explosives",
        "word threw",
        "target bridge",
        "opens with word threw",
        "tells of head bomb",
    } <= signs
    assert not any(sign.startswith(("act SAY", "act MOVE")) for sign in signs)


FILLS = {"PerpInd": "rebels", "PerpOrg": "dune front", "Target": "bridge", "Victim": "ada korr", "Weapon": "bomb"}
LEAST = {"filler": 0.2, "several": 0.5}


def scores(told=2.0, several=-9.0):
    """Scores of networks that find a bombing, or more than one, and one filler for each role."""
    types, many = np.full(len(TYPES), -9.0), np.full(len(TYPES), several)
    types[TYPES.index("bombing")] = told
    fillers = np.full((len(read().candidates), len(TYPES), len(ROLES)), -9.0)
    for at, one in enumerate(read().candidates):
        fillers[at, :, [column for column, role in enumerate(ROLES) if FILLS[role] == one.words]] = 4.0
    return Scores(types, many, fillers)


def test_where_a_candidate_and_its_acts_stand():
    one = by_words()["bridge"]
    (block,) = read_blocks(["### t", f"T: {TEXT}", f"E: {EDGES}", "M: "])
    assert [block.text[start:end] for start, end in one.places] == ["bridge."]
    assert [block.text[act : act + 5] for act in one.acts] == ["threw"]


def test_templates():
    (found,) = templates(read(), scores(), LEAST)
    assert found == Template("bombing", {role: (frozenset({words}),) for role, words in FILLS.items()})


def test_likely_fillers_speak_for_a_type_in_doubt():
    doubt = scores(told=-1.0)
    assert len(templates(read(), doubt, LEAST)) == 1
    unfilled = msgspec.structs.replace(doubt, fillers=doubt.fillers - 20)
    assert len(templates(read(), unfilled, LEAST)) == 1
    assert templates(read(), unfilled, LEAST | {"filler": 0.3}) == []


def test_no_template_of_an_unlikely_type():
    assert templates(read(), scores(told=-4.0), LEAST) == []


def test_thresholds_that_fit_the_annotated():
    gold = [Template("bombing", {role: (frozenset({words}),) for role, words in FILLS.items()})]
    found = [(read(), scores(told=1.0), gold)] * 2
    least = chosen_least(found)
    assert least["several"] in SEVERAL
    assert (least["filler"], measured(found, least)) == (0.5, 100)


def candidate(words, *mentions, first=0):
    return Candidate(words, frozenset(), frozenset(mentions), frozenset(), first)


def filled(**fillers):
    return {role: fillers.get(role, []) for role in ROLES}


def test_incidents_are_parted_where_the_text_between_their_fillers_is_longest():
    near, later, last = candidate("bank", first=10), candidate("mill", first=400), candidate("dam", first=460)
    front = candidate("front", first=900)
    one, other = parted(filled(Target=[near, last], Victim=[later], PerpOrg=[front]))
    assert (one["Target"], one["Victim"], one["PerpOrg"]) == ([near], [], [front])
    assert (other["Target"], other["Victim"], other["PerpOrg"]) == ([last], [later], [front])


def test_incidents_told_close_together_stay_one():
    close = filled(Target=[candidate("bank", first=10)], Victim=[candidate("clerk", first=60)])
    assert parted(close) == [close]
    assert parted(filled()) == [filled()]


def test_two_templates_where_two_incidents_are_likely_and_told_apart():
    apart = msgspec.structs.replace(read(), candidates=tuple(
        msgspec.structs.replace(one, first=one.first + 500 * (one.words == "bridge")) for one in read().candidates
    ))  # fmt: skip
    first, second = templates(apart, scores(several=2.0), LEAST)
    assert first.of("PerpOrg") == second.of("PerpOrg") == (frozenset({"dune front"}),)
    assert (first.of("Target"), second.of("Target")) == ((), (frozenset({"bridge"}),))
    assert len(templates(apart, scores(several=-2.0), LEAST)) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (candidate("rebels", "0:a"), candidate("men", "0:a"), True),
        (candidate("dune front", "0:a"), candidate("rebels of dune front", "0:b"), True),
        (candidate("fdl", "0:a"), candidate("front of dune liberation", "0:b"), True),
        (candidate("fodl", "0:a"), candidate("front of dune liberation", "0:b"), True),
        (candidate("rebels", "0:a"), candidate("soldiers", "0:b"), False),
        (candidate("up", "0:a"), candidate("group", "0:b"), False),
        (candidate("df", "0:a"), candidate("dry fields", "0:b"), False),
    ],
)
def test_two_wordings_of_one_filler(one, other, same):
    assert alike(one, other) is same
    assert alike(other, one) is same


def test_no_data_no_table(tmp_path):
    assert muc4.table(tmp_path) is None
