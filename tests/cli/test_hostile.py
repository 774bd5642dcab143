"""The command line on hostile names, words and arguments: no network, no file beside its own, no driven terminal."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from rashomon.cli import group
from rashomon.cli.output import json_text, table_text

# Written beside the case, so that every process of the run loads it: what is opened to write, and every call abroad.
WATCH = """
import os, sys
log = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_APPEND)
def watch(event, args):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.bind", "socket.gethostname"):
        os.write(log, f"{event} {args[1:]!r}\\n".encode())
    elif event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        os.write(log, f"write {args[0]!r}\\n".encode())
    elif event in ("os.remove", "os.rename", "os.mkdir", "os.symlink", "os.link", "os.chmod", "os.exec", "os.system"):
        os.write(log, f"{event} {args!r}\\n".encode())
sys.addaudithook(watch)
"""
ESCAPES = {"\x1b", "\x07", "\x9b", "\x00", "\u202e"}
BODY = "Gunmen killed 12 villagers in Dessan on Monday, the mayor said.\n"
NAMES = (
    "CON.txt", "-rf.txt", "'; DROP TABLE claim;--.txt", "<img src=x onerror=alert(1)>.txt", "=cmd()|' .txt", "a\nb.txt",
    "\x1b]0;owned\x07.txt", "\u202etxt.exe", "x" * 250 + ".txt", "%00..%2f..%2fescape.txt",
    "a\\..\\..\\escape.txt", "$(touch x).txt",
)  # fmt: skip
INNER = (
    "../../escape",
    "/etc/escape",
    "..\\escape",
    "C:\\escape",
    "nul\x00l",
    "x" * 300,
    "'; DROP TABLE claim;--",
    "\x1b[2J",
)
RUNS = """
import sys
from rashomon.cli import group
for words in {runs!r}:
    try:
        group.main(words, standalone_mode=False)
    except Exception as error:
        sys.exit(f"{{words}}: {{type(error).__name__}}: {{error}}")
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    """A run over reports with hostile names, in files and within files: its folder, its output, its log."""
    folder = tmp_path_factory.mktemp("outer") / "inner"
    reports = folder / "reports"
    reports.mkdir(parents=True)
    for number, name in enumerate(NAMES):
        (reports / name).write_text(f"{number + 2} days on. {BODY}")
    rows = [json.dumps({"id": name, "text": f"Report {n}: {BODY}", "title": name}) for n, name in enumerate(INNER)]
    (reports / "table.jsonl").write_text("\n".join(rows))
    item = (
        "<item><guid>{}</guid><title>t</title><description>{}{!r}</description><enclosure url='http://[::1]/'/></item>"
    )
    items = "".join(item.format(name.translate({0: "", 27: ""}), BODY, name) for name in INNER)
    (reports / "feed.xml").write_text(f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>")
    (reports / "page.html").write_text(
        f"<img src='http://127.0.0.1:9/i'><script src='//127.0.0.1:9/'></script><p>{BODY}"
    )
    (folder / "hook").mkdir()
    (folder / "hook/sitecustomize.py").write_text(WATCH)
    (folder / "log").touch()
    runs = [
        ["read", "reports", "--case", "case.db"],
        *(["show", "case.db", subject] for subject in ("summary", "documents", "claims", "figures")),
        ["dossier", "case.db", "-o", "case.html"],
        ["export", "case.db", "-o", "case.json"],
        ["actors", "list", "case.db"],
        ["doctor", "case.db"],
    ]
    told = os.environ | {"WATCHED": str(folder / "log"), "PYTHONDONTWRITEBYTECODE": "1"}
    told["PYTHONPATH"] = os.pathsep.join([str(folder / "hook"), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [sys.executable, "-c", RUNS.format(runs=runs)],
        cwd=folder,
        env=told,
        capture_output=True,
        timeout=110,
        check=False,
    )
    return folder, done, (folder / "log").read_text().splitlines()


def test_all_of_it_is_read(watched):
    folder, done, _ = watched
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    held = json.loads((folder / "case.json").read_bytes())
    assert len(held["documents"]) == len(NAMES) + 2 * len(INNER) + 1
    assert "sound" in done.stdout.decode()


def test_nothing_is_asked_of_any_network(watched):
    assert [line for line in watched[2] if line.startswith("socket.")] == []


def test_nothing_is_written_but_what_was_asked_for(watched):
    folder, _, log = watched
    scratch = tempfile.gettempdir()
    own = [f"{what} {mark}{name}" for what in ("write", "os.rename", "os.remove", "os.mkdir") for mark in ("'", "('")
           for name in (".case.html.part'", ".case.json.part'", scratch, ".'", "/dev/null'")]  # fmt: skip
    own.append("write 1")  # a pipe by its number
    assert [line for line in log if not line.startswith(tuple(own))] == []
    held = {path.name for path in folder.iterdir()} - {"case.db-wal", "case.db-shm"}  # SQLite's own
    assert held == {"reports", "hook", "log", "case.db", "case.html", "case.json"}
    assert [path.name for path in folder.parent.iterdir()] == ["inner"]
    assert len(list((folder / "reports").iterdir())) == len(NAMES) + 3


def test_the_hook_sees_what_it_is_there_to_see(watched, tmp_path):
    """Else the two tests above could not fail."""
    (tmp_path / "log").touch()
    call = "with contextlib.suppress(OSError): socket.create_connection(('127.0.0.1', 9), 1)"
    code = f"import socket, contextlib\nopen('x', 'w')\n{call}"
    told = os.environ | {"WATCHED": str(tmp_path / "log"), "PYTHONPATH": str(watched[0] / "hook")}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=told, check=True)
    log = (tmp_path / "log").read_text()
    assert "write 'x'" in log
    assert "socket.connect (('127.0.0.1', 9),)" in log


def test_nothing_drives_the_terminal(watched):
    _, done, _ = watched
    assert ESCAPES & set((done.stdout + done.stderr).decode()) == set()


def test_the_dossier_holds_no_element_of_a_name(watched):
    page = (watched[0] / "case.html").read_text(encoding="utf-8")
    assert "<img src=x" not in page
    assert "<script src='//" not in page


HOSTILE = (
    "' OR '1'='1", "'; DROP TABLE claim; --", '" OR ""="', "1; ATTACH DATABASE 'x.db' AS x",
    "%' UNION SELECT sql FROM sqlite_schema--",
    "x' AND randomblob(1000000000)--", "../../../etc/passwd", "/etc/passwd", "x" * 300,
    "\x1b[2J\x1b]0;x\x07", "\u202eabc", "-1", "\ud800",
)  # fmt: skip
ARGUMENTS = {
    "document": ["show", "CASE", "document", "WORDS"],
    "outlets": ["show", "CASE", "outlets", "WORDS"],
    "policy": ["show", "CASE", "figures", "--policy", "WORDS"],
    "rename": ["actors", "rename", "CASE", "WORDS", "new"],
    "merge": ["actors", "merge", "CASE", "WORDS", "WORDS"],
    "split": ["actors", "split", "CASE", "WORDS", "WORDS"],
    "undo": ["actors", "undo", "CASE", "WORDS"],
    "decide": ["review", "CASE", "decide", "WORDS", "same", "WORDS"],
    "confirm": ["review", "CASE", "confirm", "WORDS"],
    "correct": ["review", "CASE", "correct", "WORDS", "value", "WORDS"],
    "review undo": ["review", "CASE", "undo", "WORDS"],
    "place": ["places", "find", "--", "WORDS"],
}


@pytest.mark.parametrize("name", ARGUMENTS)
def test_no_argument_is_more_than_words(watched, name):
    case = watched[0] / "case.db"
    before = case.read_bytes()
    for words in HOSTILE:
        told = [str(case) if part == "CASE" else words if part == "WORDS" else part for part in ARGUMENTS[name]]
        done = CliRunner().invoke(group, told, standalone_mode=False)
        failed = done.exception
        assert failed is None or type(failed).__module__ in ("rashomon.errors", "click.exceptions"), (words, failed)
        if name != "outlets" and name != "place":
            assert failed is not None, words
    assert case.read_bytes() == before


@pytest.mark.parametrize("command", ["dossier", "export"])
@pytest.mark.parametrize("name", ["x" * 300 + ".html", "log/inner.html", "."])
def test_a_place_where_nothing_can_be_written_is_said(watched, command, name):
    done = CliRunner().invoke(
        group, [command, str(watched[0] / "case.db"), "-o", str(watched[0] / name)], standalone_mode=False
    )
    assert type(done.exception).__name__ == "RashomonError"
    assert "can't be written" in str(done.exception)


def test_tables_and_json_are_only_looked_at():
    row = {"name": "\x1b[2J\x9b31m\u202ex\n", "n": 1}
    assert ESCAPES & set(table_text([row])) == set()
    assert {"\x1b", "\x9b"} & set(json_text([row])) == set()
    assert json.loads(json_text([row])) == [row]


def test_errors_on_the_terminal_are_only_looked_at(tmp_path):
    code = "import sys; sys.argv = ['rashomon', 'show', 'x\\x1b[2J\\u202e.db']; from rashomon.cli import main; main()"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 2
    assert ESCAPES & set(done.stderr.decode()) == set()
    assert Path(tmp_path, "x").exists() is False
