"""Files, folders, globs and stdin: a fixed order, each once, each refusal with its reason."""

import os
import socket

import pytest

from rashomon.read import ReadOptions, discover

UNFINISHED = "has the name of a download or copy that is not finished; rename it if it is"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A working folder with a few reports in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports" / "sub").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "sub/c.html", ".hidden.txt"):
        (tmp_path / "reports" / name).write_text(name)
    return tmp_path


def found(*paths, **options):
    return [
        (r.source, r.data.decode(), r.problem)
        for r in discover(paths, options.pop("stdin", None), ReadOptions(**options))
    ]


def test_folders_are_sorted_and_hidden_files_skipped(folder):
    assert [row[0] for row in found("reports")] == ["reports/a.txt", "reports/b.txt", "reports/sub/c.html"]
    assert len(found("reports", hidden=True)) == 4


def test_keys_are_normal_relative_and_named_once(folder):
    rows = found("./reports//a.txt", str(folder / "reports" / "a.txt"), "reports/*.txt")
    assert [row[0] for row in rows] == ["reports/a.txt", "reports/b.txt"]


def test_globs(folder):
    assert [row[0] for row in found("reports/**/*.html")] == ["reports/sub/c.html"]
    assert found("*.pdf") == [("*.pdf", "", "*.pdf: matches no file")]


def test_stdin(folder):
    assert found("-", stdin=b"words") == [("-", "words", None)]
    assert found("-")[0][2] == "-: nothing was given on standard input"


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("gone.txt", "gone.txt: does not exist"),
        ("file:///etc/passwd", "file:///etc/passwd: file URLs are not read; http and https are"),
        ("ftp://x.example/a", "ftp://x.example/a: ftp URLs are not read; http and https are"),
    ],
)
def test_what_is_not_there(folder, path, problem):
    assert found(path)[0][2] == problem


def test_pipes_sockets_links_and_loops_are_reported(folder):
    os.mkfifo("reports/pipe")
    (folder / "reports" / "sub" / "loop").symlink_to(folder / "reports")
    (folder / "reports" / "dead").symlink_to("nowhere")
    with socket.socket(socket.AF_UNIX) as sock:
        sock.bind("reports/sock")
    problems = {row[0]: row[2] for row in found("reports") if row[2]}
    assert problems == {
        "reports/dead": "reports/dead: is a link that leads nowhere",
        "reports/pipe": "reports/pipe: is a named pipe, not a file",
        "reports/sock": "reports/sock: is a socket, not a file",
        "reports/sub/loop": "reports/sub/loop: is a link back to a folder that it is in; not followed",
    }


def test_folder_without_permission(folder, monkeypatch):
    real = os.scandir

    def refuse(path):
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    rows = found("reports")
    assert rows[-1] == ("reports/sub", "", "reports/sub: the folder can't be opened: permission denied")
    assert len(rows) == 3


def test_file_without_permission(folder, monkeypatch):
    def refuse(path, flags):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert found("reports/a.txt")[0][2] == "reports/a.txt: can't be opened: permission denied"


def test_file_that_changes_while_it_is_read(folder, monkeypatch):
    real = os.fstat
    calls = []

    def growing(handle):
        calls.append(handle)
        if len(calls) % 2 == 0:
            with open("reports/a.txt", "a") as file:
                file.write("more")
        return real(handle)

    monkeypatch.setattr(os, "fstat", growing)
    assert found("reports/a.txt")[0][2] == "reports/a.txt: changed while it was read; try again"


def test_large_file_is_not_loaded(folder):
    with open("reports/big.txt", "wb") as file:
        file.truncate(10_000_000)
    assert found("reports/big.txt", max_input=1_000_000)[0][2] == (
        "reports/big.txt: is 10,000,000 bytes; one file may have 1,000,000"
    )


def test_names_that_are_not_unicode(folder):
    with open(b"reports/sub/\xff.txt", "wb") as file:
        file.write(b"x")
    assert [row[0] for row in found("reports/sub")] == ["reports/sub/c.html", "reports/sub/\\udcff.txt"]


@pytest.mark.parametrize("name", ["a.txt.part", "a.html.crdownload", "a.tmp", "A.PARTIAL", "a.txt.filepart"])
def test_what_is_not_finished_is_not_read(folder, name):
    (folder / "reports" / name).write_text("The first half of a rep")
    refused = [row for row in found("reports") if row[2]]
    assert refused == [(f"reports/{name}", "", f"reports/{name}: {UNFINISHED}")]
