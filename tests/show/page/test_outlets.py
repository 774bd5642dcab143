"""Outlets as the page is fed with them: who tells what, counted as the pairs count it."""

from pathlib import Path

import msgspec
import pytest

from hostile_case import hostile_record
from outlets_case import DESK, HARBOUR, RELIEF, STATE, TOLD, outlets_record
from rashomon.api import Case as Opened
from rashomon.engine.analyses import beside
from rashomon.records import Record
from rashomon.show.page.case import case_data
from rashomon.show.page.data import Case
from rashomon.testing import sample_record

SAMPLES = Path(__file__).parents[3] / "samples" / "reports"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Record:
    with Opened(tmp_path_factory.mktemp("outlets") / "samples.db") as case:
        case.read([str(SAMPLES)])
        case.update()
        return case.record()


def fed(record: Record) -> Case:
    return case_data(record, "21 November 2031", "full", beside(record))


def shared(case: Case, a: int, b: int) -> tuple[set[int], set[int], set[int]]:
    """What both of two outlets tell, and what only one does, from their tellings."""
    one, other = ({t.incident for t in case.tellings if t.outlet == outlet} for outlet in (a, b))
    return one & other, one - other, other - one


@pytest.mark.parametrize("of", ["samples", "invented", "made", "hostile"])
def test_tellings_say_who_tells_what_as_the_pairs_do(of: str, samples: Record) -> None:
    made = {"invented": sample_record, "made": outlets_record, "hostile": hostile_record}
    record = made[of]() if of in made else samples
    case, pairs = fed(record), beside(record).pairs
    at = {incident.id: n for n, incident in enumerate(case.incidents)}
    assert pairs
    for pair, row in zip(pairs, case.pairs, strict=True):
        assert row.a != row.b
        assert min(row.a, row.b) >= 0
        told = tuple({at[name] for name in names} for names in (pair.both, pair.only_a, pair.only_b))
        assert shared(case, row.a, row.b) == told
        quoted = {(q.a, q.b) for q in pair.quoted}
        people = [(dict(one.by).get(row.a, 0), dict(one.by).get(row.b, 0)) for one in case.quoted]
        assert {both for both in people if any(both)} == quoted


def test_who_names_whom_and_when() -> None:
    case = fed(outlets_record())
    first = [t for t in case.tellings if t.incident == 0]
    assert [case.outlets[t.outlet] for t in first] == [HARBOUR, RELIEF, STATE, DESK]
    assert [t.delay for t in first] == [0, 1, 2, 3]
    assert [[name for name, _ in t.doers] for t in first] == [
        ["Red Dune Front"], ["militants"], ["Red Dune Front"], []
    ]  # fmt: skip
    assert [[name for name, _ in t.quoted] for t in first] == [["residents"]] * 3 + [[]]
    assert len({t.incident for t in case.tellings}) == len(TOLD)


def test_a_figure_that_one_does_not_give_is_blank() -> None:
    case = fed(outlets_record())
    names = {name: at for at, name in enumerate(case.outlets)}
    pair = next(p for p in case.pairs if {p.a, p.b} == {names[HARBOUR], names[STATE]})
    alone = next(f for f in pair.figures if f.how == "one only")
    assert (alone.b.low, alone.b.high, alone.b.shape, alone.b.words, alone.b.claims) == (None, None, "none", "", ())
    assert pair.few == "too few to compare"


def test_a_replaced_version_tells_nothing_itself_and_is_named_beside_the_later_one() -> None:
    record = outlets_record()
    old, new = record.documents[:2]
    old, new = (
        msgspec.structs.replace(d, publisher=HARBOUR, superseded_by=by) for d, by in ((old, new.id), (new, None))
    )
    case = fed(msgspec.structs.replace(record, documents=(old, new, *record.documents[2:])))
    first = next(t for t in case.tellings if t.incident == 0 and case.outlets[t.outlet] == HARBOUR)
    assert (first.docs, first.replaced) == ((1,), (0,))
    assert [name for name, _ in first.doers] == ["militants"]


def test_spellings_of_an_outlet_in_another_case_are_one() -> None:
    record = outlets_record()
    shouted = msgspec.structs.replace(record.documents[0], publisher=f" {HARBOUR.upper()}")
    case = fed(msgspec.structs.replace(record, documents=(shouted, *record.documents[1:])))
    assert case.outlets == fed(record).outlets
    assert [doc.outlet for doc in case.docs] == [doc.outlet for doc in fed(record).docs]
