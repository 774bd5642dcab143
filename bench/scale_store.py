"""A synthetic case (`scale_case`) in a file, and `rashomon.engine.pipeline.weave` over it."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec
from scale_case import make_case
from scale_world import World

from rashomon.engine.keys import Keys, keys
from rashomon.engine.pipeline import weave
from rashomon.engine.settings import Settings
from rashomon.records import AnyClaim, Document, Judgement, content_id, mention_key
from rashomon.store import Store
from rashomon.values.mentions import mentions_of

BATCH: Final = 1000
NEW: Final = 100  # further reports
MORE: Final = f"weave, {NEW} more"


def measured_store(path: Path, reports: int) -> dict[str, float]:
    """Processor seconds of `weave` over a case of so many reports: whole, when nothing is new, with `NEW` more.

    Another process makes the reports and writes the file, so that memory is that of weaving what the file holds.
    """
    settings, start = Settings(), peak()
    k = keys(settings)
    found = {}
    for name, first, last in (("weave", 0, reports), ("weave, nothing new", 0, 0), (MORE, reports, reports + NEW)):
        if last:
            apart("--part", "fill", "--file", str(path), "--sizes", f"{first},{last}")
        with Store(path) as store:
            begun = time.process_time()
            weave(store, settings, k)
            found[f"s store: {name}"] = time.process_time() - begun
            found[f"store: growth over the start MB, {name}"] = peak() - start
    return found


def apart(*arguments: str) -> Any:
    """What one part of `scale` prints, as JSON, in a process of its own."""
    command = [sys.executable, str(Path(__file__).with_name("scale.py")), *arguments]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def filled(path: Path, first: int, last: int) -> dict[str, float]:
    """Write the reports from number ``first`` to ``last`` of a synthetic case into a file; processor seconds."""
    world, k = World(), keys(Settings())
    case = make_case(last, world)
    begun = time.process_time()
    with Store(path) as store:
        fill(store, k, world, case.documents[first:], case.claims)
    return {"s store: write": time.process_time() - begun}


def peak() -> float:
    """Peak resident memory of this process so far in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def fill(store: Store, k: Keys, world: World, documents: Sequence[Document], claims: Iterable[AnyClaim]) -> None:
    """Documents, their claims, and who and where their mentions are, as if the stages before linking had run."""
    of_report: dict[str, list[AnyClaim]] = {}
    for claim in claims:
        of_report.setdefault(claim.document, []).append(claim)
    with store.writing() as w:
        w.add_actors(list(world.cast().values()), k.resolve)
        w.add_places(list(world.places().values()), k.resolve)
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        own = [claim for document in batch for claim in of_report[document.id]]
        with store.writing() as w:
            w.add_documents(batch)
            w.add_claims([msgspec.structs.replace(claim, maker=k.interpret) for claim in own])
            w.add_judgements(list({j.id: j for claim in own for j in _judged(claim, k.resolve)}.values()))
            for key in (k.annotate, k.interpret, k.resolve):
                w.done(key, [document.id for document in batch])


def _judged(claim: AnyClaim, key: str) -> list[Judgement]:
    found = []
    for mention in mentions_of(claim):
        left = mention_key(claim.document, mention.start, mention.end)
        for relation, right in (("is actor", mention.actor), ("is place", mention.place)):
            if right:
                identity = content_id("j", key, relation, left, right)
                found.append(
                    Judgement(id=identity, left=left, right=right, relation=relation, why="made so", maker=key)
                )
    return found
