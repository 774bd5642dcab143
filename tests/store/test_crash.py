"""Killed or out of space: what was acknowledged is there, and nothing is half there."""

import hashlib
import os
import random
import subprocess
import sys
import textwrap
import time

import pytest

from rashomon.errors import CaseFull

KILLS = int(os.environ.get("RASHOMON_KILLS", "10"))

WRITER = """
    import hashlib, os, sys
    from rashomon.records import Receipt
    from rashomon.store import Store
    from rashomon.testing import make_claim, make_document

    with Store(sys.argv[1]) as store:
        os.write(1, b"open\\n")
        for number in range(int(sys.argv[2]), 10**9):
            sentence = f"At least {number} people were killed. "
            document = make_document(sentence * 20 + "x" * (number * 37 % 9000), source=f"reports/{number}.txt")
            data = document.text.encode()
            digest = hashlib.sha256(data).hexdigest()
            with store.writing() as w:
                w.keep(digest, data)
                w.attempt(digest)
            os.write(1, f"kept {digest}\\n".encode())
            with store.writing() as w:
                w.add_documents([document])
                w.receive(Receipt(source=document.source, digest=digest, outcome="stored", document=document.id), "now")
                w.add_claims([make_claim("figure", document, sentence[:-2], measure="killed", lower=number)])
                w.done("stage", [document.id])
                w.settled(digest)
            os.write(1, f"stored {document.id}\\n".encode())
"""


def test_kill_9_loses_nothing_that_was_acknowledged(path, check_promises):
    dice = random.Random(int(os.environ.get("RASHOMON_SEED", "1")))
    kept: set[str] = set()
    stored: set[str] = set()
    for _ in range(KILLS):
        command = [sys.executable, "-c", textwrap.dedent(WRITER), str(path), str(len(stored) * 2)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as child:
            assert child.stdout is not None
            assert child.stdout.readline() == b"open\n"
            time.sleep(dice.uniform(0, 0.2))
            child.kill()
            lines = child.stdout.read().decode().split("\n")
        # The last piece is empty, or a line cut short.
        said = [line.split() for line in lines[:-1]]
        kept |= {name for verb, name in said if verb == "kept"}
        stored |= {name for verb, name in said if verb == "stored"}
        check_promises(path, kept, stored)
    assert len(stored) > KILLS


FULL = """
    import hashlib, os, resource, sys
    from rashomon.errors import CaseFull
    from rashomon.store import Store
    from rashomon.testing import make_document

    def write(store, number):
        document = make_document(f"{number} " * 2000, source=str(number))
        with store.writing() as w:
            w.add_documents([document])
            w.done("stage", [document.id])

    with Store(sys.argv[1]) as store:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, hard))
        number = 0
        try:
            while True:
                write(store, number)
                number += 1
        except CaseFull as error:
            print(error.reason)
        print(len(store.view().documents()) == number, store.check())
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        write(store, number)
        print(len(store.view().documents()) == number + 1, number > 5, store.check())
"""


def test_over_quota_nothing_is_half_written_and_it_goes_on_after(path):
    command = [sys.executable, "-c", textwrap.dedent(FULL), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        "the disk or quota is full; nothing was half-written",
        "True []",
        "True True []",
    ]


def test_a_full_file_rolls_back(store, report):
    document, _ = report()
    with store.writing() as w:
        w.add_documents([document])
    pages = store._main.value("PRAGMA page_count")
    store._main.rows(f"PRAGMA max_page_count = {pages:d}")
    data = os.urandom(100_000)

    def write_too_much() -> None:
        with store.writing() as w:
            w.add_documents([report(1)[0]])
            w.keep(hashlib.sha256(data).hexdigest(), data)

    with pytest.raises(CaseFull):
        write_too_much()
    assert store.view().documents() == [document]
    store._main.rows("PRAGMA max_page_count = 1000000")
    with store.writing() as w:
        w.add_documents([report(1)[0]])
    assert len(store.view().documents()) == 2
    assert store.check() == []


def test_an_input_that_kills_its_reader_is_known_the_second_time(path):
    code = """
        import os, signal, sys
        from rashomon.store import Store
        store = Store(sys.argv[1])
        with store.writing() as w:
            tries = w.attempt("aa")
        print(tries, flush=True)
        if tries < 2:
            os.kill(os.getpid(), signal.SIGKILL)
        store.close()
    """
    command = [sys.executable, "-c", textwrap.dedent(code), str(path)]
    runs = [subprocess.run(command, capture_output=True, text=True, check=False) for _ in range(2)]
    assert [(run.stdout.strip(), run.returncode) for run in runs] == [("1", -9), ("2", 0)]
