"""Stages are frozen settings that are called: no clock, no chance, no environment in them."""

import ast

import pytest

STAGE_ROOMS = ("annotate", "interpret", "resolve", "link", "reconcile", "show", "export")
CHANCE = {"random", "secrets", "uuid"}
CLOCK = {"time.time", "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "gmtime", "localtime"}


def class_constants(node: ast.ClassDef) -> set[str]:
    """Names annotated as ClassVar in a class body."""
    fields = [line for line in node.body if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)]
    return {line.target.id for line in fields if "ClassVar" in ast.unparse(line.annotation)}


def stage_violations(path: str, tree: ast.Module) -> list[str]:
    """Stages (structs with a ClassVar ``name``) that lack what every stage has."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or "name" not in class_constants(node):
            continue
        settings = {word.arg for word in node.keywords if isinstance(word.value, ast.Constant) and word.value.value}
        methods = {item.name for item in node.body if isinstance(item, ast.FunctionDef)}
        lacking = [f"{word}=True" for word in ("frozen", "forbid_unknown_fields") if word not in settings]
        lacking += ["version: ClassVar[str]"] if "version" not in class_constants(node) else []
        lacking += ["__call__"] if "__call__" not in methods else []
        found += [f"{path}:{node.lineno} stage {node.name} lacks {word}" for word in lacking]
    return found


def impurities(path: str, tree: ast.Module) -> list[str]:
    """Uses of a clock or of chance in a room of stages; of the environment anywhere but in engine/ and cli/."""
    room = path.removeprefix("src/rashomon/").split("/")[0]
    found = []
    for node in ast.walk(tree):
        names: set[str] = set()
        if isinstance(node, ast.Import):
            names = {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {(node.module or "").split(".")[0]}
        word = ast.unparse(node) if isinstance(node, ast.Attribute | ast.Name) else ""
        if room in STAGE_ROOMS and names & CHANCE:
            found.append(f"{path}:{node.lineno} chance: imports {', '.join(sorted(names & CHANCE))}")
        if room in STAGE_ROOMS and any(word == call or word.endswith(f".{call}") for call in CLOCK):
            found.append(f"{path}:{node.lineno} clock: {word}")
        if room not in ("engine", "cli") and word in ("os.environ", "os.getenv"):
            found.append(f"{path}:{node.lineno} environment: {word}; one place reads it, engine/")
    return found


@pytest.mark.parametrize("rule", [stage_violations, impurities])
def test_the_package_keeps_the_rule(package, rule):
    found = [line for source in package for line in rule(source.path, source.tree)]
    assert not found, "\n" + "\n".join(found)


STAGE = """
class Linker(Struct, frozen=True, forbid_unknown_fields=True):
    name: ClassVar[str] = "linker"
    version: ClassVar[str] = "1"
    def __call__(self, batch): ...
"""


@pytest.mark.parametrize(
    ("rule", "code", "says"),
    [
        (stage_violations, STAGE.replace("frozen=True, ", ""), "Linker lacks frozen=True"),
        (stage_violations, STAGE.replace("forbid_unknown_fields=True", "kw_only=True"), "lacks forbid_unknown_fields"),
        (stage_violations, STAGE.replace("version: ClassVar[str]", "version: str"), "lacks version"),
        (stage_violations, STAGE.replace("__call__", "run"), "lacks __call__"),
        (impurities, "import random", "chance: imports random"),
        (impurities, "from uuid import uuid4", "chance: imports uuid"),
        (impurities, "x = datetime.now()", "clock: datetime.now"),
        (impurities, "x = datetime.datetime.now()", "clock: datetime.datetime.now"),
        (impurities, "import os\nx = os.environ['A']", "x.py:2 environment: os.environ"),
    ],
)
def test_the_rule_bites(rule, code, says):
    (found,) = rule("src/rashomon/link/x.py", ast.parse(code))
    assert says in found


@pytest.mark.parametrize(
    ("rule", "path", "code"),
    [
        (stage_violations, "src/rashomon/link/x.py", STAGE),
        (stage_violations, "src/rashomon/records/x.py", "class Actor(Row, frozen=True):\n name: str"),
        (impurities, "src/rashomon/store/x.py", "x = datetime.now()"),
        (impurities, "src/rashomon/engine/settings.py", "x = os.environ"),
    ],
)
def test_the_rule_lets_pass(rule, path, code):
    assert rule(path, ast.parse(code)) == []
