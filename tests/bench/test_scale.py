"""The synthetic case of the benchmark of linking, and the laws of linking on it: at once or in parts, one result."""

import random

import pytest
import scale
from scale_case import make_case
from scale_store import fill
from scale_world import World

from rashomon.engine.keys import keys
from rashomon.engine.pipeline import weave
from rashomon.engine.settings import Settings
from rashomon.engine.woven import above
from rashomon.records import EventClaim, Judgement
from rashomon.store import Store

REPORTS = 80


@pytest.fixture(scope="module")
def case():
    return make_case(REPORTS, World())


def test_every_claim_quotes_its_report(case):
    texts = {d.id: d.text for d in case.documents}
    spans = [(c.document, s) for c in case.claims for s in c.spans]
    spans += [(c.document, c.trigger) for c in case.claims if isinstance(c, EventClaim)]
    assert len(spans) > 4 * REPORTS
    assert all(texts[document][s.start : s.end] == s.quote for document, s in spans)


def test_the_case_follows_from_its_seed(case):
    assert make_case(REPORTS, World()) == case
    assert len({d.id for d in case.documents}) == REPORTS
    assert {"own", "reprint", "update", "cut"} <= set(case.made.values())


def test_what_is_measured(capsys):
    result = scale.measure(300)
    assert result["news F1"] > 0.9
    assert result["copies precision"] > 0.95
    assert result["found reprint"] > 0.95
    assert result["updates precision"] > 0.95
    page = scale.table({100: result, 300: result})
    assert "| link |" in page
    assert "n^0.00" in page


def test_growth_is_a_power_of_the_number():
    assert scale.exponent(1, 10, 10) == pytest.approx(1)
    assert scale.exponent(1, 100, 10) == pytest.approx(2)


def woven(path, case, parts):
    """What linking and reconciling make of the case when its reports come in these parts."""
    world, settings = World(), Settings()
    k = keys(settings)
    with Store(path) as store:
        for part in parts:
            fill(store, k, world, part, case.claims)
            assert weave(store, settings, k).changed
            assert not weave(store, settings, k).changed
        with store.view() as view:
            made = view.incidents(), view.findings(), view.disagreements(), view.ties(), view.judgements()
            return made, above(view, k)


@pytest.mark.parametrize("seed", range(3))
def test_reports_in_any_parts_and_order_give_the_same_record(case, tmp_path, seed):
    chance = random.Random(seed)
    shuffled = chance.sample(case.documents, REPORTS)
    cuts = sorted(chance.sample(range(1, REPORTS), 3))
    parts = [shuffled[a:b] for a, b in zip([0, *cuts], [*cuts, REPORTS], strict=True)]
    whole = woven(tmp_path / "whole.db", case, [case.documents])
    assert woven(tmp_path / "parts.db", case, parts) == whole
    assert any(isinstance(j, Judgement) and j.relation == "update of" for j in whole[0][4])
