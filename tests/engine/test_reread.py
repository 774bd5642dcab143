"""Decisions go over to what another reading makes of the same words."""

import msgspec
import pytest

from rashomon.engine.reread import reread
from rashomon.errors import NotFound
from rashomon.records import Judgement, mention_key
from rashomon.testing import make_claim, make_document, make_mention, make_span

TEXT = "Gunmen of the Salt Front killed 12 villagers in Dessan. The army shelled Korr."
DOCUMENT = make_document(TEXT)
FIRST, SECOND = "Gunmen of the Salt Front killed 12 villagers in Dessan.", "The army shelled Korr."


def event(sentence: str, trigger: str, type_: str, agent: str):
    mention = make_mention(DOCUMENT, agent, make_span(DOCUMENT, sentence))
    spans = (make_span(DOCUMENT, trigger, make_span(DOCUMENT, sentence)),)
    return make_claim("event", DOCUMENT, sentence, trigger=trigger, type=type_, roles={"agent": (mention,)},
                      more_spans=spans)  # fmt: skip


class Before:
    """A view that remembers claims of an earlier reading."""

    def __init__(self, *claims) -> None:
        self.claims = {claim.id: claim for claim in claims}

    def claim(self, name: str):
        if name not in self.claims:
            raise NotFound(name, "not there")
        return self.claims[name]


OLD = event(FIRST, "killed 12", "KILL", "Salt Front")
NOW = event(FIRST, "killed", "KILL", "the Salt Front")
BESIDE = event(FIRST, "killed 12 villagers", "ASSAULT", "Gunmen")
OTHER = event(SECOND, "shelled", "ASSAULT", "army")


def said(relation: str, left: str, right: str, made: str | None = "2031-01-01T00:00:00") -> Judgement:
    return Judgement(id="j-1", left=left, right=right, relation=relation, maker="person", made=made)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ([NOW, OTHER], NOW.id),
        ([OLD, NOW, OTHER], OLD.id),  # still read so
        ([BESIDE, NOW], NOW.id),  # the same type before more of the words
        ([BESIDE, OTHER], BESIDE.id),
        ([OTHER], OLD.id),  # nothing is read there now: it stays as it is
    ],
)
def test_a_claim_is_found_by_its_words(now, expected):
    view, reading = Before(OLD, OTHER), lambda document: now
    (one,) = reread([said("claim value", OLD.id, "12")], view, reading)
    assert (one.left, one.right) == (expected, "12")
    (two,) = reread([said("same incident", OTHER.id, OLD.id)], view, reading)
    assert two.right == expected


def test_a_mention_is_found_by_its_words_and_the_machines_judgements_stay():
    start, end = TEXT.index("Salt Front"), TEXT.index("Salt Front") + len("Salt Front")
    given = said("is actor", mention_key(DOCUMENT.id, start, end), "a-1")
    (one,) = reread([given], Before(), lambda document: [NOW])
    assert one.left == mention_key(DOCUMENT.id, start - 4, end)
    assert reread([given], Before(), lambda document: [OTHER]) == [given]
    machine = msgspec.structs.replace(given, made=None)
    assert reread([machine], Before(), lambda document: [NOW]) == [machine]


def test_what_was_never_read_stays():
    given = said("is claim", "c-never", "c-never")
    assert reread([given], Before(), lambda document: [NOW]) == [given]
