"""Candidates read off an invented report's graph, and templates made of them."""

import msgspec
import muc4
import pytest
from muc4_fill import TYPES, Choosers, alike, judged, parted, templates
from muc4_learn import BIAS, Weights
from muc4_read import Candidate, report
from muc4_score import ROLES, Template
from muc4_teach import PARTS, known_wordings, part, trained

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


SURE = "own > 0"  # the second look agrees with a first one that said yes
CHOOSERS = Choosers(
    types={kind: Weights({BIAS: -9.0, "act ASSAULT.explosives": 18.0 if kind == "bombing" else 0}) for kind in TYPES},
    roles={
        role: Weights({BIAS: -4.0, name: 8.0})
        for role, name in zip(
            ROLES, ("head rebels", "head front", "target in ASSAULT", "speaks", "bombing: head bomb"), strict=True
        )
    },
    several=Weights({BIAS: -9.0}),
    beside={role: Weights({BIAS: -9.0, SURE: 18.0}) for role in ROLES},
)


def test_templates():
    (found,) = templates(judged(read(), CHOOSERS), CHOOSERS)
    assert found.type == "bombing"
    assert found.of("PerpOrg") == (frozenset({"dune front"}),)
    assert found.of("Target") == (frozenset({"bridge"}),)
    assert found.of("Weapon") == (frozenset({"bomb"}),)
    assert [len(found.of(role)) for role in ROLES] == [1] * 5


def test_no_template_below_the_threshold():
    strict = msgspec.structs.replace(CHOOSERS, least_type=9.0)
    assert templates(judged(read(), strict), strict) == []


def test_two_templates_where_two_incidents_are_likely():
    two = msgspec.structs.replace(CHOOSERS, several=Weights({BIAS: 9.0}))
    first, second = templates(judged(read(), two), two)
    assert first.type == second.type == "bombing"
    assert first.of("PerpOrg") == second.of("PerpOrg") == (frozenset({"dune front"}),)
    fillers = [*first.of("Target"), *first.of("Weapon"), *second.of("Target"), *second.of("Weapon")]
    assert sorted(word for one in fillers for word in one) == ["bomb", "bridge"]


def candidate(words, *mentions, first=0):
    return Candidate(words, frozenset(), frozenset(mentions), frozenset(), first)


def test_incidents_are_parted_where_the_text_between_their_fillers_is_longest():
    near, later, last = candidate("bank", first=10), candidate("mill", first=400), candidate("dam", first=460)
    front = candidate("front", first=900)
    chosen = {role: [] for role in ROLES} | {"Target": [near, last], "Victim": [later], "PerpOrg": [front]}
    one, other = parted(chosen)
    assert (one["Target"], one["Victim"], one["PerpOrg"]) == ([near], [], [front])
    assert (other["Target"], other["Victim"], other["PerpOrg"]) == ([last], [later], [front])


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


def told():
    """Reports of bombings by rebels, and reports without templates."""
    gold = [Template("bombing", {"PerpInd": (frozenset({"rebels"}),), "Weapon": (frozenset({"bomb"}),)})]
    quiet = msgspec.structs.replace(read(), features=frozenset({"act COERCE"}), candidates=())
    return [(read(), gold), (quiet, [])] * 6


def test_choosers_learn_from_annotated_reports():
    names = [str(number) for number in range(12)]
    assert len({part(name) for name in names}) == PARTS
    found = trained(names, told())
    (template,) = templates(judged(read(), found), found)
    assert (template.type, template.of("Weapon")) == ("bombing", (frozenset({"bomb"}),))
    assert template.of("Victim") == ()
    assert trained(names, told()) == found


def test_wordings_known_from_several_reports():
    often, once = (
        Template("bombing", {"Weapon": (frozenset({"bomb"}),)}),
        Template("arson", {"Weapon": (frozenset({"oil"}),)}),
    )
    assert known_wordings([[often, often], [often], [often, once]]) == ("bomb",)
    assert known_wordings([[often, often], [often]]) == ()


def test_the_kept_weights_can_be_read():
    found = msgspec.json.decode(muc4.WEIGHTS.read_bytes(), type=Choosers)
    assert set(found.types) == set(TYPES)
    assert set(found.roles) == set(found.beside) == set(ROLES)
    assert muc4.WEIGHTS.stat().st_size < 500_000


def test_no_data_no_table(tmp_path):
    assert muc4.table(tmp_path) is None


def test_training_needs_a_folder():
    with pytest.raises(SystemExit):
        muc4.main([])
