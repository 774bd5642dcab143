"""Judgements in columns: the same as they were, in order of their ids."""

from rashomon.link.judged import Joined, Judged, joined
from rashomon.records import Judgement, Verdict, content_id

VERDICTS: tuple[Verdict, ...] = ("same", "different", "unsure")


def judgement(number: int, **fields: str) -> Judgement:
    return Judgement(
        id=content_id("j", number),
        left=f"c{number}",
        right=f"c{number + 1}",
        relation="same incident",
        verdict=VERDICTS[number % 3],
        score=number / 7,
        why=("", "act +1.0: both KILL", "act +1.0: both KILL; prior -6.0: before any; ", "; ; a")[number % 4],
        maker="linker",
        **fields,
    )


EVERY = [judgement(n) for n in range(24)]


def in_columns() -> Judged:
    found = Judged("same incident", "linker")
    for one in EVERY:
        found.add(one)
    return found


def test_they_come_out_as_they_went_in_by_id() -> None:
    found = in_columns().kept(lambda left, right, verdict: True)
    assert list(found) == sorted(EVERY, key=lambda j: j.id)
    assert found[3:5] == list(found)[3:5]
    assert found[-1] == list(found)[-1]


def test_only_those_that_are_wanted_are_kept() -> None:
    found = in_columns().kept(lambda left, right, verdict: verdict != "different" and right != "c1")
    assert list(found) == [j for j in sorted(EVERY, key=lambda j: j.id) if j.verdict != "different" and j.left != "c0"]


def test_signed_by_a_stage_they_have_ids_of_their_own() -> None:
    found = in_columns().kept(lambda left, right, verdict: True).signed("linker/4+key")
    assert {j.maker for j in found} == {"linker/4+key"}
    assert [j.id for j in found] == sorted(j.id for j in found)
    assert {j.id for j in found} == {
        content_id("j", "linker/4+key", j.left, j.right, "same incident", j.verdict) for j in EVERY
    }


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
