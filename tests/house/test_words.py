"""Names from the subject, no paths of one machine, no SQL glued together, no printing outside the command line."""

import ast
import re

import pytest

HOLLOW = re.compile(r"(Manager|Helper|Utils?|Util|Common|Misc)(?![a-z])")
HOLLOW_MODULE = re.compile(r"(^|_)(manager|helper|util|common|misc)s?($|_)")
# Spelled in two parts so that this file passes its own test.
MACHINE_PATHS = (".." + "/shared", "/wo" + "rk/")


def name_violations(path: str, tree: ast.Module) -> list[str]:
    """Modules, folders and classes whose names say nothing about the subject."""
    parts = path.removesuffix(".py").split("/")
    found = [f"{path}: the name {part!r} says nothing" for part in parts if HOLLOW_MODULE.search(part)]
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and HOLLOW.search(node.name):
            found.append(f"{path}:{node.lineno} the name {node.name!r} says nothing")
    return found


def machine_paths(path: str, text: str) -> list[str]:
    """Mentions of folders that exist on one machine only."""
    return [
        f"{path}:{number} mentions {word}"
        for number, line in enumerate(text.splitlines(), 1)
        for word in MACHINE_PATHS
        if word in line
    ]


# What runs SQL: SQLite's own methods, those of our connection, and those of a writer's and a view's own.
RUNS_SQL = (
    "execute",
    "executemany",
    "executescript",
    "rows",
    "each",
    "value",
    "many",
    "count",
    "script",
    "_run",
    "_many",
)


def whole_number(part: ast.expr) -> bool:
    """Whether a part of an f-string is plain text or a number written with ``:d``."""
    if isinstance(part, ast.Constant):
        return True
    spec = part.format_spec if isinstance(part, ast.FormattedValue) else None
    return spec is not None and ast.unparse(spec) == "f'd'"


def glued_sql(path: str, tree: ast.Module) -> list[str]:
    """Statements that are put together from values (f-strings, %, +, .format()), but for whole numbers in an f-string.

    SQLite binds no values in a PRAGMA; ``{version:d}`` can't be anything but digits.
    """
    found = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if node.func.attr not in RUNS_SQL:
            continue
        statement = node.args[0]
        if isinstance(statement, ast.JoinedStr) and all(map(whole_number, statement.values)):
            continue
        formatted = isinstance(statement, ast.Call) and ast.unparse(statement.func).endswith(".format")
        if isinstance(statement, ast.JoinedStr | ast.BinOp) or formatted:
            found.append(f"{path}:{node.lineno} SQL put together from values; bind parameters")
    return found


def prints(path: str, tree: ast.Module) -> list[str]:
    """Calls of ``print`` outside the command line."""
    if path.startswith("src/rashomon/cli/"):
        return []
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [f"{path}:{node.lineno} print outside cli" for node in calls if ast.unparse(node.func) == "print"]


# The one place that may catch everything, and why.
LAST_RESORT = {"src/rashomon/cli/__init__.py": "turns a fault of ours into a sentence; --debug shows the traceback"}


def broad_excepts(path: str, tree: ast.Module) -> list[str]:
    """Handlers that catch everything (bare, ``Exception``, ``BaseException``), unless they end by raising it again."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            caught = set(re.findall(r"\w+", ast.unparse(node.type))) if node.type else {"Exception"}
            raised_again = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
            if caught & {"Exception", "BaseException"} and not raised_again and path not in LAST_RESORT:
                found.append(f"{path}:{node.lineno} catches everything; name the errors")
    return found


RULES = (name_violations, glued_sql, prints, broad_excepts)


@pytest.mark.parametrize("rule", RULES)
def test_the_package_keeps_the_rule(package, rule):
    found = [line for source in package for line in rule(source.path, source.tree)]
    assert not found, "\n" + "\n".join(found)


def test_no_file_speaks_of_one_machine(texts):
    found = [line for source in texts for line in machine_paths(source.path, source.text)]
    assert not found, "\n" + "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "path", "code", "says"),
    [
        (name_violations, "src/rashomon/x.py", "class StoreManager: ...", "'StoreManager' says nothing"),
        (name_violations, "src/rashomon/x.py", "class Utils: ...", "'Utils' says nothing"),
        (name_violations, "src/rashomon/read/utils.py", "", "'utils' says nothing"),
        (name_violations, "src/rashomon/read/html_helpers.py", "", "'html_helpers' says nothing"),
        (glued_sql, "src/rashomon/store/x.py", "db.execute(f'select * from {table}')", "x.py:1 SQL"),
        (glued_sql, "src/rashomon/store/x.py", "db.executemany('delete from ' + table, rows)", "SQL"),
        (glued_sql, "src/rashomon/store/x.py", "db.execute('select %s' % name)", "SQL"),
        (glued_sql, "src/rashomon/store/x.py", "db.execute('select {}'.format(name))", "SQL"),
        (glued_sql, "src/rashomon/store/x.py", "self._connection.each(f'select {name}')", "SQL"),
        (glued_sql, "src/rashomon/store/x.py", "connection.rows('pragma user_version = ' + name)", "SQL"),
        (glued_sql, "src/rashomon/store/x.py", "connection.rows(f'pragma a = {name}')", "SQL"),
        (prints, "src/rashomon/show/x.py", "def f():\n    print(1)", "x.py:2 print"),
        (broad_excepts, "src/rashomon/read/x.py", "try: ...\nexcept: ...", "x.py:2 catches everything"),
        (broad_excepts, "src/rashomon/read/x.py", "try: ...\nexcept (OSError, Exception): ...", "catches everything"),
        (broad_excepts, "src/rashomon/read/x.py", "try: ...\nexcept Exception:\n raise ValueError", "catches"),
    ],
)
def test_the_rule_bites(rule, path, code, says):
    (found,) = rule(path, ast.parse(code))
    assert says in found


@pytest.mark.parametrize(
    ("rule", "path", "code"),
    [
        (name_violations, "src/rashomon/read/page.py", "class Commoner: ..."),
        (glued_sql, "src/rashomon/store/x.py", "db.execute('select * from claim where id = ?', [key])"),
        (glued_sql, "src/rashomon/store/x.py", "db.execute(sql.CLAIMS)"),
        (glued_sql, "src/rashomon/store/x.py", "connection.rows(f'pragma user_version = {steps:d}')"),
        (prints, "src/rashomon/cli/show.py", "print(1)"),
        (broad_excepts, "src/rashomon/read/x.py", "try: ...\nexcept (OSError, ValueError): ..."),
        (broad_excepts, "src/rashomon/store/x.py", "try: ...\nexcept BaseException:\n rollback()\n raise"),
    ],
)
def test_the_rule_lets_pass(rule, path, code):
    assert rule(path, ast.parse(code)) == []


@pytest.mark.parametrize("word", MACHINE_PATHS)
def test_machine_paths_are_found(word):
    (found,) = machine_paths("README.md", f"one\nsee {word}x\n")
    assert found.startswith("README.md:2")
