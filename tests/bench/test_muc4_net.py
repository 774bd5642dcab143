"""What the networks see of a report, and what is kept of them."""

import muc4_net
import numpy as np
import pytest
from annotated import Encoded
from muc4_net import TYPES, Again, Names, Scores, beside, load, mean, rows
from muc4_read import Candidate, Report
from muc4_score import ROLES

SEEN = Encoded((0, 4, 9), np.asarray([[1, 0], [0, 2], [4, 4]], np.float32))
CANDIDATES = (
    Candidate("dune front", frozenset({"form bare"}), frozenset(), frozenset({9}), 4, ((4, 14), (0, 3))),
    Candidate("sea", frozenset(), frozenset(), frozenset(), 20, ((20, 23),)),
)


def scores(*types):
    """Scores without candidates."""
    return Scores(np.asarray(types, np.float32), np.zeros(len(TYPES)), np.zeros((0, len(TYPES), len(ROLES))))


def test_the_places_of_candidates():
    found = rows(Report(CANDIDATES, frozenset({"2 ORG"})), SEEN)
    assert found.places.tolist() == [[2, 3, 4, 4], [1, 0, 1, 0], [4, 4, 4, 4]]
    assert found.owners.tolist() == [0, 0, 1]
    assert found.acts.tolist() == [[4, 4], [0, 0]]
    assert found.more[:, [0, 2]].tolist() == [[pytest.approx(2 / 3), 1], [pytest.approx(1 / 3), 0]]
    assert (found.features, found.signs) == ((frozenset({"form bare"}), frozenset()), frozenset({"2 ORG"}))


def test_a_report_without_candidates():
    found = rows(Report((), frozenset()), SEEN)
    assert (found.places.shape, found.acts.shape, found.more.shape) == ((0, 4), (0, 2), (0, 3))


def test_known_names_alone_are_looked_up():
    names = Names({"a": 0, "b": 1}, {"s": 4})
    assert names.of_candidate(frozenset({"b", "a", "never seen"})) == [0, 1]
    assert names.of_report(frozenset({"s", "a"})) == [4]


def test_types_are_judged_again_beside_the_others():
    columns = beside(scores(3, 1, 0, 0, 0)).shape[1]
    rather = Again([1.0, -1.0, *[0.0] * (columns - 2)], [0.0] * columns)
    assert rather(scores(3, 1, 0, 0, 0)).types.tolist() == [2, -2, -3, -3, -3]


def test_networks_are_averaged():
    assert mean([scores(2, 0, 0, 0, 0), scores(0, 0, 0, 0, 4)]).types.tolist() == [1, 0, 0, 0, 2]


def test_the_kept_networks_can_be_read():
    kept = load()
    assert muc4_net.WEIGHTS.stat().st_size < 2_500_000
    assert set(kept.least) == {"filler", "several"}
    found = kept(rows(Report(CANDIDATES, frozenset()), Encoded(SEEN.starts, np.ones((3, 384), np.float32))))
    assert found.fillers.shape == (2, len(TYPES), len(ROLES))
    assert np.isfinite(found.types).all()


def test_networks_of_another_model_are_refused(monkeypatch):
    load.cache_clear()
    monkeypatch.setattr(muc4_net.model, "manifest", lambda: (None, "another"))
    with pytest.raises(ValueError, match="another model"):
        load()
    load.cache_clear()
