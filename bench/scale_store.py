"""A synthetic case (`scale_case`) in a file, and `rashomon.engine.pipeline.weave` over it."""

import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

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


def measured_store(folder: Path, reports: int) -> dict[str, float]:
    """Processor seconds of `weave` over a case of so many reports: whole, when nothing is new, with `NEW` more."""
    world, settings = World(), Settings()
    k = keys(settings)
    case = make_case(reports + NEW, world)
    by_document: dict[str, list[AnyClaim]] = {}
    for claim in case.claims:
        by_document.setdefault(claim.document, []).append(claim)
    seconds = {}
    with Store(folder / "scale.db") as store:
        with store.writing() as w:
            w.add_actors(list(world.cast().values()), k.resolve)
            w.add_places(list(world.places().values()), k.resolve)
        later = case.documents[reports:]
        begun = time.process_time()
        fill(store, k, case.documents[:reports], by_document)
        seconds["s store: write"] = time.process_time() - begun
        by_document = {document.id: by_document[document.id] for document in later}
        del case  # what is measured is the file, not the generator's copy of it
        for name in ("weave", "weave, nothing new", f"weave, {NEW} more"):
            if name.endswith("more"):
                fill(store, k, later, by_document)
            begun = time.process_time()
            weave(store, settings, k)
            seconds[f"s store: {name}"] = time.process_time() - begun
            seconds[f"store: MB after {name}"] = peak()
    return seconds


def peak() -> float:
    """Peak resident memory of this process so far in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def fill(store: Store, k: Keys, documents: Sequence[Document], claims: dict[str, list[AnyClaim]]) -> None:
    """Documents, their claims, and who and where their mentions are, as if the stages before linking had run."""
    for start in range(0, len(documents), BATCH):
        batch = documents[start : start + BATCH]
        own = [claim for document in batch for claim in claims[document.id]]
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
