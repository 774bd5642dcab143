"""re3d: people, organisations, places and weapons in documents on the war in Syria and Iraq."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotated import read
from board import Table, json_lines
from names import HEAD, Classed, by_class, is_people, rows, titles

from rashomon.records import Graph

FOLDER = Path("data", "re3d")
APART = "BBCOnline"
CLASSES = ("Person", "Organisation", "Location", "Nationality", "Temporal", "Quantity", "Weapon or vehicle")
TYPES = {
    "PER": "Person",
    "ORG": "Organisation",
    "GROUP": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "TIME": "Temporal",
    "QUANT": "Quantity",
    "OBJ": "Weapon or vehicle",
}
THEIRS = {
    **{name: name for name in CLASSES},
    **dict.fromkeys(("Weapon", "Vehicle", "MilitaryPlatform"), "Weapon or vehicle"),
}
ARTICLES = ("the ", "a ", "an ")
PROTOCOL = """\
The documents of re3d (Aleph Insights and Committed Software for Dstl, 2017), whole. Named and unnamed mentions \
count, pronouns too. `ORG` and `GROUP` are Organisation, `GPE`, `LOC` and `FAC` Location, `GPE` that is a people's \
adjective Nationality, `OBJ` Weapon or vehicle (with MilitaryPlatform). re3d's extents are noun phrases, ours their \
cores: leading articles are taken off before comparing, titles and what follows the head are not, so exact figures \
are low by convention. Entries of theirs that begin or end inside a word are left out; others that are wrong stay. \
Money, documents, coordinates and call signs are left out. All documents but the BBC's (which have another licence) \
are among the sets that training begins with, and passages of some among our annotated ones: only *all: the BBC's* \
is on unseen text."""


def table(data: Path) -> Table | None:
    """F1 of mentions by class, and of all classes in the BBC's documents and in the others; None without the data."""
    folders = sorted(path.parent for path in (data / FOLDER).glob("*/documents.jsonl.gz"))
    if not folders:
        return None
    documents = [
        (folder.name, document) for folder in folders for document in json_lines(folder / "documents.jsonl.gz")
    ]
    entities: dict[str, list[dict[str, Any]]] = {}
    for folder in folders:
        for entity in json_lines(folder / "entities.jsonl.gz"):
            entities.setdefault(entity["documentId"], []).append(entity)
    texts = [document["text"] for _, document in documents]
    found = [classed(text, graph) for text, graph in zip(texts, read(texts), strict=True)]
    theirs = [annotated(document["text"], entities.get(document["_id"], [])) for _, document in documents]
    total = dict(by_class(theirs, found, CLASSES))
    for part, apart in (("all: the BBC's", True), ("all: the others", False)):
        some = [i for i, (folder, _) in enumerate(documents) if (folder == APART) == apart]
        total[part] = by_class([theirs[i] for i in some], [found[i] for i in some], CLASSES)["all"]
    return Table(name="re3d", title="Mentions: re3d", protocol=PROTOCOL, head=HEAD, rows=rows(total))


def classed(text: str, graph: Graph) -> Classed:
    """The mentions of a graph in the set's classes; a person's title goes with the name after it."""
    found: Classed = {name: [] for name in CLASSES}
    before = titles(text, graph)
    for node in graph.nodes:
        name = TYPES.get(node.type)
        if node.type == "GPE" and is_people(text[node.start : node.end]):
            name = "Nationality"
        if name and node.id not in before:
            found[name].append(((node.start, node.end),))
    return found


def annotated(text: str, entities: Iterable[dict[str, Any]]) -> Classed:
    """The entities of a document by class, articles taken off, those with a cut word left out."""
    found: Classed = {name: [] for name in CLASSES}
    for entity in entities:
        start, end = entity["begin"], entity["end"]
        name = THEIRS.get(entity["type"])
        if name is None or cut(text, start) or cut(text, end):
            continue
        article = next((word for word in ARTICLES if text[start:end].lower().startswith(word)), "")
        found[name].append(((start + len(article), end),))
    return found


def cut(text: str, position: int) -> bool:
    """Whether a position stands between two letters or digits of one word."""
    return text[max(0, position - 1) : position].isalnum() and text[position : position + 1].isalnum()
