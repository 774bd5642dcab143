"""What the project is made of: locked with hashes, under terms that ask nothing of users, and with no back doors."""

import ast
import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from tests.house.conftest import docs_module

ROOT = Path(__file__).parents[2]
LOCKS = {name: (ROOT / f"requirements/{name}.txt").read_text("utf-8") for name in ("run", "dev")}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINNED = re.compile(
    r"^([a-z0-9.-]+)==(\S+)(?: ;.*?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def pinned(name):
    """The versions of each package in a lock."""
    found = {}
    for package, version, _ in PINNED.findall(LOCKS[name]):
        found.setdefault(package, set()).add(version)
    return found


def plain(name):
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def licences():
    return docs_module("licences_page")


@pytest.mark.parametrize("name", LOCKS)
def test_every_line_of_a_lock_is_a_version_with_its_hashes(name):
    assert PINNED.sub("", LOCKS[name]) == ""
    assert len(pinned(name)) > 40


def test_the_locks_hold_what_the_project_asks_for():
    """`make lock` after a change of the dependencies in pyproject.toml."""
    run, dev = pinned("run"), pinned("dev")
    assert {name: dev.get(name) for name in run} == run
    for lock, wanted in ((run, PROJECT["dependencies"]), (dev, PROJECT["optional-dependencies"]["dev"])):
        for asked in map(Requirement, wanted):
            assert lock.get(plain(asked.name)), f"{asked.name} is not locked; run `make lock`"
            assert all(asked.specifier.contains(version) for version in lock[plain(asked.name)]), asked


def test_what_is_locked_is_used(package):
    """A dependency that nothing imports is a licence, a size and a risk for nothing."""
    modules = {"charset-normalizer": "charset_normalizer", "google-re2": "re2", "python-docx": "docx"}
    text = "\n".join(source.text for source in package)
    for asked in PROJECT["dependencies"]:
        name = plain(Requirement(asked).name)
        module = modules.get(name, name)
        assert re.search(rf"^\s*(import|from) {module}\b|files\(\"{module}\"\)", text, re.MULTILINE), (
            f"{name} is unused"
        )


def test_no_package_of_the_core_is_copyleft(licences):
    terms = {package.name: package.terms for package in licences.packages()}
    assert {name: said for name, said in terms.items() if not licences.acceptable(said)} == {}
    weak = {name for name, said in terms.items() if licences.acceptable(said) == "weak"}
    assert weak == {"certifi", "tld", "tqdm"}, "a new package under the MPL: does it come unchanged from its makers?"


def test_what_is_taken_where_there_is_a_choice_is_still_offered(licences):
    assert licences.declared("tld") == "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later"
    assert licences.declared("apsw") == "any-OSI"
    assert licences.declared("pypdfium2") == "BSD-3-Clause, Apache-2.0, dependency licenses"


@pytest.mark.parametrize(
    ("terms", "level"),
    [
        ("MIT", "permissive"),
        ("BSD-3-Clause AND 0BSD", "permissive"),
        ("GPL-3.0-only OR MIT", "permissive"),
        ("MPL-2.0 AND MIT", "weak"),
        ("MPL-2.0 OR MIT", "permissive"),
        ("LGPL-2.1-only", ""),
        ("MIT AND GPL-3.0-or-later", ""),
        ("AGPL-3.0", ""),
        ("", ""),
        ("as is", ""),
    ],
)
def test_terms_are_judged(licences, terms, level):
    assert licences.acceptable(terms) == level


def test_the_page_of_licences_is_that_of_the_lock(licences):
    """`make licences` after `make lock`."""
    page = (ROOT / "docs/licences.md").read_text("utf-8")
    rows = {row[0]: row[1:] for row in re.findall(r"^\| (\S+) \| (.*?) \| (.*?) \|", page, re.MULTILINE)}
    for found in licences.packages():
        assert rows[found.name] == (", ".join(found.versions), found.terms), found.name
    assert len(rows) == len(licences.packages()) + 1, "rows of packages that are not locked"


def test_what_is_built_into_the_page_is_in_the_notice():
    told = json.loads((ROOT / "page/package.json").read_text("utf-8"))
    used = "\n".join(path.read_text("utf-8") for path in (*ROOT.glob("page/src/**/*.ts*"), ROOT / "page/basemap.mjs"))
    built = {name for name in {**told["dependencies"], **told["devDependencies"]} if f'"{name}' in used}
    assert {"preact", "topojson-client"} <= built
    notice = (ROOT / "NOTICE").read_text("utf-8").lower()
    assert [name for name in built if name not in notice] == []
    for words in ("permission is hereby granted, free of charge", "permission to use, copy, modify, and/or distribute"):
        assert words in notice


def test_npm_packages_are_locked_with_hashes():
    lock = json.loads((ROOT / "page/package-lock.json").read_text("utf-8"))
    bare = [name for name, entry in lock["packages"].items() if name and not entry.get("integrity")]
    assert bare == []


NETWORK = {"socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "socketserver", "xmlrpc", "asyncio"}
NETWORK |= {"requests", "httpx", "httpx2", "urllib3", "aiohttp", "huggingface_hub", "webbrowser", "telnetlib"}
SPEAKS = {"src/rashomon/read/addresses.py", "src/rashomon/read/fetch.py", "src/rashomon/annotate/chat.py"}
UNPICKLERS = {"pickle", "cPickle", "dill", "joblib", "shelve", "marshal", "cloudpickle"}
RUNS_TEXT = {"eval", "exec", "compile", "__import__", "os.system", "os.popen", "yaml.load", "yaml.unsafe_load"}


def imports(tree):
    """(line, module) of each import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def ways_out(path, tree):
    """Imports that could reach another machine, but in the modules that are there for it."""
    found = ((line, name) for line, name in imports(tree) if name in NETWORK or name.split(".")[0] in NETWORK)
    return [] if path in SPEAKS else [f"{path}:{line} imports {name}" for line, name in found]


def unpicklers(path, tree):
    """Readers of data that can run code in it."""
    found = [f"{path}:{line} imports {name}" for line, name in imports(tree) if name.split(".")[0] in UNPICKLERS]
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = {word.arg: ast.unparse(word.value) for word in node.keywords}
            if given.get("allow_pickle", "False") != "False" or given.get("weights_only", "True") != "True":
                found.append(f"{path}:{node.lineno} unpickles")
    return found


def runs_text(path, tree):
    """Calls that run what they are given: text as a program, words through a shell."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    found = [
        f"{path}:{node.lineno} calls {ast.unparse(node.func)}" for node in calls if ast.unparse(node.func) in RUNS_TEXT
    ]
    shells = (
        node for node in calls for word in node.keywords if word.arg == "shell" and "subprocess" in ast.unparse(node)
    )
    return found + [f"{path}:{node.lineno} runs a shell" for node in shells]


def csv_writers(path, tree):
    """CSV that is not written by the one place that makes formulas inert, which is the page's."""
    return [
        f"{path}:{node.lineno} writes CSV; a cell may be a formula"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("csv.writer", "csv.DictWriter")
    ]


@pytest.mark.parametrize("rule", [ways_out, unpicklers, runs_text, csv_writers])
def test_the_package_keeps_the_rule(package, rule):
    assert [line for source in package for line in rule(source.path, source.tree)] == []


@pytest.mark.parametrize("folder", ["bench/", "training/", "docs/", "samples/", "requirements/"])
def test_nothing_unpickles_beside_the_package(modules, folder):
    assert [
        line for source in modules if source.path.startswith(folder) for line in unpicklers(source.path, source.tree)
    ] == []


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (ways_out, "import socket"),
        (ways_out, "from urllib.request import urlopen"),
        (ways_out, "from urllib import request"),
        (ways_out, "def f():\n    import http.client"),
        (unpicklers, "import pickle"),
        (unpicklers, "from joblib import load"),
        (unpicklers, "np.load(f, allow_pickle=True)"),
        (unpicklers, "torch.load(f, weights_only=False)"),
        (runs_text, "eval(x)"),
        (runs_text, "subprocess.run(x, shell=True)"),
        (runs_text, "os.system(x)"),
        (csv_writers, "csv.writer(f)"),
    ],
)
def test_the_rule_bites(rule, code):
    assert rule("src/rashomon/x.py", ast.parse(code))


def test_the_modules_that_speak_are_there():
    assert [path for path in SPEAKS if not (ROOT / path).is_file()] == []
