"""The laws of the record, on a whole case: repeatable, indifferent to order and to kills, with no account lost."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

import msgspec
import pytest

import rashomon
from rashomon.records import FigureClaim, Record
from rashomon.store import Store
from tests_support import SAMPLES, run_cli


@pytest.fixture(scope="module")
def record(sample_export):
    return msgspec.json.decode(sample_export, type=Record)


def test_every_claim_quotes_its_text(record):
    texts = {d.id: d.text for d in record.documents}
    spans = [(texts[c.document], s) for c in record.claims for s in c.spans]
    assert len(spans) > 500
    assert all(text[s.start : s.end] == s.quote for text, s in spans)
    assert all(c.spans for c in record.claims)


def test_every_voice_chain_begins_with_the_author(record):
    assert all(c.voices and c.voices[0].form == "author" for c in record.claims)


def test_no_account_is_lost(record):
    figures = {c.id for c in record.claims if isinstance(c, FigureClaim)}
    for incident in record.incidents:
        told = figures & set(incident.claims)
        for policy in {f.policy for f in record.findings}:
            findings = [f for f in record.findings if f.incident == incident.id and f.policy == policy]
            placed = {s.claim for f in findings for s in (*f.backing, *f.set_aside)}
            assert told <= placed, incident.title


def test_everything_set_aside_has_a_reason(record):
    stands = [s for f in record.findings for s in (*f.backing, *f.set_aside)]
    assert stands
    assert all(s.reason for s in stands)


def test_every_null_has_a_reason(record):
    for claim in record.claims:
        if claim.__struct_config__.tag == "event" and claim.time is None:
            assert claim.reasons.get("time"), claim.id
    for document in record.documents:
        assert document.published or document.reasons.get("published"), document.source


def test_reading_twice_writes_nothing(sample_case, sample_export, tmp_path):
    path = tmp_path / "again.db"
    shutil.copy(sample_case, path)
    with rashomon.open(path) as case:
        intake = case.read([str(SAMPLES)])
        assert (intake.stored, intake.duplicate, intake.quarantined) == (0, 0, 0)
        assert intake.unchanged > 0
        assert case.update() is False
    assert run_cli("export", path).stdout.replace(b'"again"', b'"samples"') == sample_export


def test_views_are_rebuilt_identically(sample_case, sample_export, tmp_path):
    path = tmp_path / "samples.db"
    shutil.copy(sample_case, path)
    with Store(path) as store, store.writing() as w:
        w.drop_views()
    with rashomon.open(path) as case:
        assert case.record().incidents == ()
        assert case.update() is True
    assert run_cli("export", path).stdout == sample_export


def test_the_order_of_reports_does_not_matter(sample_export, tmp_path):
    path = tmp_path / "samples.db"
    files = sorted(SAMPLES.iterdir(), reverse=True)
    random.Random(2).shuffle(files)
    with rashomon.open(path) as case:
        for part in (files[:5], files[5:]):
            case.read([str(f) for f in part])
            case.update()
        assert case.json() == sample_export


def test_received_is_stored_and_duplicate_and_quarantined(sample_case):
    with rashomon.open(sample_case, readonly=True) as case:
        receipts = case.receipts()
        stored = {r.document for r in receipts if r.outcome == "stored"}
        assert stored == {d.id for d in case.record().documents}
        assert len(receipts) == sum(r.outcome in ("stored", "duplicate", "quarantined") for r in receipts)


@pytest.mark.parametrize("seed", range(int(os.environ.get("RASHOMON_KILLS", "3"))))
def test_killed_at_any_point_and_run_again_is_one_run(seed, sample_export, tmp_path):
    path = tmp_path / "samples.db"
    code = "from rashomon.cli import main; main()"
    words = [sys.executable, "-c", code, "read", str(SAMPLES), "--case", str(path)]
    for attempt in range(3):
        running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(random.Random(10 * seed + attempt).uniform(0.4, 4.0))
        running.send_signal(signal.SIGKILL)
        running.wait()
    done = run_cli("read", SAMPLES, "--case", path)
    assert done.returncode == 0, done.stderr.decode()
    assert run_cli("export", path).stdout == sample_export
