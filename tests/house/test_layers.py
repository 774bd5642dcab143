"""The architecture: the rooms of the house in the order in which data flows, and who may import whom.

`ROOMS` is the architecture page (``docs/architecture.md`` is made from it) and the rule at once. Floors rise from nouns
to doors; a module imports from its own room and from floors below. Nouns and doors may also import rooms that stand
earlier in the table on their own floor; verbs never import each other. All imports are absolute.
"""

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

FLOORS = ("nouns", "verbs", "engine", "doors")


class Room(NamedTuple):
    """A module or folder of the package: its floor, its name, and what it does in one sentence."""

    floor: str
    name: str
    does: str


ROOMS = (
    Room("nouns", "version", "The version of the program and of the contract."),
    Room("nouns", "errors", "Every error raised on purpose, with the tree drawn on top."),
    Room("nouns", "records", "The records of a case as frozen structs, whose JSON is the published contract."),
    Room("nouns", "vocab", "The words of the field as data files: event types, hedges, number words, titles."),
    Room(
        "nouns", "values", "What a claim can say (quantities, periods, places, names): parse, compare, contain, word."
    ),
    Room("verbs", "read", "Turns files, pages, feeds and archives into documents, one file per format."),
    Room("verbs", "annotate", "Marks who, what, where, when and who says so in each passage: the claim graph."),
    Room("verbs", "interpret", "Reads claims off the graph: events, figures, ties, flows, causes, naming."),
    Room("verbs", "resolve", "Decides which actor and which place the words of a mention mean."),
    Room("verbs", "link", "Decides which event claims tell of one incident, and which reports share an origin."),
    Room("verbs", "reconcile", "Makes findings under a named policy, and keeps every disagreement."),
    Room("verbs", "store", "Puts records into SQLite and takes them out; knows no other verb."),
    Room("verbs", "show", "Draws a record as a dossier, tables, strips and maps; pure functions."),
    Room("verbs", "export", "Writes a record in the formats that other tools read, one file per format."),
    Room("engine", "engine", "Asks the store what lacks output, maps the stages over it, writes."),
    Room("doors", "api", "The case as a Python object; no logic of its own."),
    Room("doors", "testing", "Public fakes and makers for tests, ours and yours."),
    Room("doors", "cli", "The command line, one file per command."),
    Room("doors", "__init__", "What `import rashomon` offers."),
)
ORDER = {room.name: place for place, room in enumerate(ROOMS)}
FLOOR = {room.name: FLOORS.index(room.floor) for room in ROOMS}
OPTIONAL = {"__main__"}  # `python -m rashomon`, two lines


def room_of(path: str) -> str:
    """The room of a file: ``src/rashomon/read/pdf.py`` is in ``read``."""
    return path.removeprefix("src/rashomon/").split("/")[0].removesuffix(".py")


def imported_rooms(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, room) of each import of ours, at any depth, lazy ones by a literal name included."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("import_module", "__import__"):
            names = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        for name in names:
            first, _, rest = name.partition(".")
            if first == "rashomon":
                room = rest.split(".")[0]
                yield node.lineno, room if room in ORDER else "__init__"  # type: ignore[attr-defined]


def may_import(room: str, other: str) -> bool:
    """Whether a module of ``room`` may import from ``other``."""
    if room == other or FLOOR[other] < FLOOR[room]:
        return True
    same_floor_in_order = FLOOR[other] == FLOOR[room] and ORDER[other] < ORDER[room]
    return same_floor_in_order and ROOMS[ORDER[room]].floor in ("nouns", "doors")


def layer_violations(path: str, tree: ast.Module) -> list[str]:
    """What a file imports against the rules, in words."""
    room, found = room_of(path), []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            found.append(f"{path}:{node.lineno} relative import; write `from rashomon...`")
    if room in OPTIONAL:
        return found
    for line, other in imported_rooms(tree):
        if not may_import(room, other):
            floors = f"{ROOMS[ORDER[room]].floor} < {ROOMS[ORDER[other]].floor}"
            why = "verbs never import each other" if FLOOR[room] == FLOOR[other] == 1 else f"not below it ({floors})"
            found.append(f"{path}:{line} {room} imports {other}: {why}")
    return found


def test_every_file_has_a_room(package):
    rooms = {room_of(source.path) for source in package} - OPTIONAL
    assert not rooms - ORDER.keys(), f"not in ROOMS: {sorted(rooms - ORDER.keys())}"


def test_every_room_exists(package):
    rooms = {room_of(source.path) for source in package}
    assert not ORDER.keys() - rooms, f"in ROOMS but not in src/rashomon: {sorted(ORDER.keys() - rooms)}"


def test_rooms_stand_floor_by_floor():
    floors = [FLOOR[room.name] for room in ROOMS]
    assert floors == sorted(floors)
    assert len(ORDER) == len(ROOMS)


def test_imports_go_down(package):
    found = [line for source in package for line in layer_violations(source.path, source.tree)]
    assert not found, "\n" + "\n".join(found)


def test_nothing_outside_the_package_is_imported_into_it(package):
    outside = {"tests", "training", "bench", "samples", "docs", "corpus"}
    found = [
        f"{source.path}:{node.lineno} imports {ast.unparse(node)}"
        for source in package
        for node in ast.walk(source.tree)
        if (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in outside)
        or (isinstance(node, ast.Import) and any(alias.name.split(".")[0] in outside for alias in node.names))
    ]
    assert not found, "\n" + "\n".join(found)


def test_the_installed_package_is_this_checkout():
    here = Path(__file__).parents[2] / "src" / "rashomon"
    assert Path(importlib.import_module("rashomon").__file__).parent == here


@pytest.mark.parametrize(
    ("path", "code", "says"),
    [
        ("src/rashomon/read/page.py", "from rashomon.store import Store", "read imports store: verbs never"),
        ("src/rashomon/link/keys.py", "import rashomon.resolve.names", "link imports resolve: verbs never"),
        ("src/rashomon/link/keys.py", "def f():\n    from rashomon import resolve", "link imports resolve"),
        ("src/rashomon/show/page.py", "import rashomon.engine", "show imports engine: not below it"),
        ("src/rashomon/records/base.py", "from rashomon.values import place", "records imports values"),
        ("src/rashomon/engine/run.py", "from rashomon.cli import main", "engine imports cli"),
        ("src/rashomon/api.py", "from rashomon.cli import main", "api imports cli"),
        ("src/rashomon/store/sql.py", "from .base import Store", "relative import"),
        ("src/rashomon/values/place.py", "from rashomon import open", "values imports __init__"),
        ("src/rashomon/show/a.py", "importlib.import_module('rashomon.export.json')", "show imports export"),
    ],
)
def test_the_rule_bites(path, code, says):
    (found,) = layer_violations(path, ast.parse(code))
    assert says in found


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("src/rashomon/read/page.py", "from rashomon.read.bytes import decode"),
        ("src/rashomon/read/page.py", "from rashomon.records import Document\nfrom rashomon import errors"),
        ("src/rashomon/values/quantity.py", "from rashomon.vocab import load"),
        ("src/rashomon/engine/pipeline.py", "from rashomon.link import Linker\nfrom rashomon.store import Store"),
        ("src/rashomon/cli/read.py", "from rashomon.api import Case"),
        ("src/rashomon/__init__.py", "from rashomon.api import Case"),
        ("src/rashomon/__main__.py", "from rashomon.cli import main"),
    ],
)
def test_the_rule_lets_pass(path, code):
    assert layer_violations(path, ast.parse(code)) == []
