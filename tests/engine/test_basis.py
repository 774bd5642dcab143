"""What linking starts from is what the record shows: the same claims, actors, places and people's words."""

from io import StringIO

import pytest
from rich.console import Console

import rashomon
from rashomon.engine.basis import basis
from rashomon.engine.keys import cast, keys_in_force, located, taken
from rashomon.show.summary import counts, overview
from rashomon.store import Store

TEXTS = (
    "Gunmen of the Salt Front killed 12 villagers in Dessan on Monday.\n\nThe Salt Front denied that it had done so.\n",
    "The Northern Salt Brigade attacked Korr on Tuesday and killed 3 soldiers, officials said.\n",
    "The Northern Salt Brigade shelled Dessan on Friday. The Salt Front said it had not.\n",
)


@pytest.fixture
def path(tmp_path):
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text)
    with rashomon.open(tmp_path / "case.db") as case:
        case.read([str(tmp_path)])
        case.update()
    return tmp_path / "case.db"


def decide(path, *acts):
    with rashomon.open(path) as case:
        for act in acts:
            act(case)


def merge(case):
    case.actors.merge("Salt Front", "Northern Salt Brigade", "one force, says the mayor")


def split(case):
    case.actors.split("Salt Front", "Northern Salt Brigade")


def rename(case):
    case.actors.rename("Salt Front", "Front of the Salt")


@pytest.mark.parametrize("acts", [(), (merge,), (merge, split), (rename,), (merge, rename)])
def test_it_is_what_the_record_shows(path, acts):
    decide(path, *acts)
    with Store(path, readonly=True) as store, store.view() as view:
        k = keys_in_force(view)
        documents = view.documents()
        found, whole = basis(view, k, documents), taken(view, k)
        assert {c.id: c for c in found.claims} == {c.id: c for c in whole.claims}
        assert {j.id: j for j in found.people} == {j.id: j for j in whole.judgements if j.made}
        assert found.actors.keys() == {actor.id for actor in cast(view, k, whole.judgements, whole.claims)}
        assert found.places == {place.id: place for place in located(view, k, whole.judgements, whole.claims)}
        assert len(found.people) >= len(acts)


@pytest.mark.parametrize("anew", [False, True])
@pytest.mark.parametrize("acts", [(), (merge, rename)])
def test_the_outline_sums_a_case_up_as_its_record_does(path, acts, anew):
    decide(path, *acts)
    with rashomon.open(path) as case:
        if anew:
            with case._store.writing() as w:
                w.drop_views()
        assert (case.record().incidents == ()) is anew
        outline, record = case.updated(), case.record()
        assert record.incidents
        assert case.update() is False
    assert counts(outline) == counts(record)
    said = StringIO(), StringIO()
    for out, one in zip(said, (outline, record), strict=True):
        Console(file=out, width=100).print(overview(one))
    assert said[0].getvalue() == said[1].getvalue() != ""
    assert len(outline.judgements) < len(record.judgements)
