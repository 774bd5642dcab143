"""Judgements in columns: the same as they were, in order of their ids."""

import msgspec

from rashomon.link.judged import Joined, Judged, joined
from rashomon.records import Judgement, Verdict, content_id

VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")
EVIDENCE = ({}, {"act": (1.0, "both KILL")}, {"act": (1.0, "both KILL"), "prior": (-6.0, "before any")})
WHY = ("", "act +1.0: both KILL", "act +1.0: both KILL; prior -6.0: before any")


def judgement(number: int) -> Judgement:
    left, right, verdict = f"c{number}", f"c{number + 1}", VERDICTS[number % 3]
    return Judgement(
        id=content_id("j", "linker/4+key", left, right, "same incident", verdict),
        left=left,
        right=right,
        relation="same incident",
        verdict=verdict,
        score=number / 7,
        why=WHY[number % 3],
        maker="linker/4+key",
    )


EVERY = [judgement(n) for n in range(24)]


def in_columns() -> Judged:
    found = Judged("same incident", "linker/4+key")
    for number, one in enumerate(EVERY):
        found.add(one.left, one.right, one.verdict, one.score, EVIDENCE[number % 3])
    return found


def test_they_come_out_as_they_went_in_by_id() -> None:
    found = in_columns().kept(lambda left, right, verdict: True)
    assert list(found) == sorted(EVERY, key=lambda j: j.id)
    assert found[3:5] == list(found)[3:5]
    assert found[-1] == list(found)[-1]


def test_bare_they_lack_their_reasons_alone() -> None:
    person = Judgement(id="p", left="c1", right="c2", relation="leaves incident", why="no", made="2031-01-01T00:00:00")
    every = Joined([in_columns().kept(lambda left, right, verdict: True), [person]])
    bare = [every.bare(number) for number in range(len(every))]
    assert bare == [*(msgspec.structs.replace(j, why="") for j in list(every)[:-1]), person]
    assert list(every.links()) == [(j.left, j.right, j.verdict) for j in every]


def test_only_those_that_are_wanted_are_kept() -> None:
    found = in_columns().kept(lambda left, right, verdict: verdict != "different" and right != "c1")
    assert list(found) == [j for j in sorted(EVERY, key=lambda j: j.id) if j.verdict != "different" and j.left != "c0"]


def test_signed_by_another_stage_they_have_other_ids() -> None:
    found = in_columns().kept(lambda left, right, verdict: True)
    before = {j.id for j in found}
    assert {j.id for j in found.signed("linker/5+key")}.isdisjoint(before)
    assert {j.maker for j in found} == {"linker/5+key"}
    assert [j.id for j in found] == sorted(j.id for j in found)
    assert {j.id for j in found.signed("linker/4+key")} == before


def test_several_lists_are_read_as_one() -> None:
    columns = in_columns().kept(lambda left, right, verdict: True)
    person = Judgement(id="p", left="c1", right="c2", relation="leaves incident", made="2031-01-01T00:00:00")
    origin = Judgement(id="o", left="d1", right="d2", relation="same origin")
    every = Joined([columns, [], [origin, person]])
    assert list(every) == [*columns, origin, person]
    assert [every[n] for n in range(len(every))] == list(every)
    assert list(every.about("same origin")) == [origin]
    assert list(every.about("same incident", "leaves incident")) == [*columns, person]
    assert every.by_people() == [person]
    assert joined(every) is every
    assert list(joined(iter([person]))) == [person]
