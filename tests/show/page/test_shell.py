"""The file of a dossier: its size, what it carries and leaves out, and that the page reads it as Python has it."""

import fnmatch
import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from click.testing import CliRunner

from hostile_case import hostile_record
from outlets_case import outlets_record
from rashomon.api import Case as Opened
from rashomon.cli import group
from rashomon.engine.analyses import beside
from rashomon.records import Record
from rashomon.show import dossier, is_built, static_dossier
from rashomon.show.lookup import sentence_of
from rashomon.show.page import shell
from rashomon.show.page.case import case_data
from rashomon.show.page.shell import encoded
from rashomon.testing import sample_record

ROOT = Path(__file__).parents[3]
PAGE = ROOT / "page"
BUILT = ROOT / "src/rashomon/show/built"
BUDGET = 250_000  # bytes of program and style
DAY = "21 November 2031"
built = pytest.mark.skipif(not is_built(), reason="the page was not built (make page)")
RECORDS = {"sample": sample_record, "hostile": hostile_record, "outlets": outlets_record}


@built
def test_program_and_style_keep_to_their_size() -> None:
    assert sum((BUILT / name).stat().st_size for name in ("page.js", "page.css")) <= BUDGET


def whole(value: Any) -> Any:
    """A row with its defaults, by the names that JSON has."""
    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.fields(type(value))
        return {field.encode_name: whole(getattr(value, field.name)) for field in fields}
    return [whole(inner) for inner in value] if isinstance(value, tuple | list) else value


@pytest.mark.parametrize("name", RECORDS)
def test_the_page_reads_every_row_as_python_has_it(name: str, tmp_path: Path) -> None:
    node, vitest = shutil.which("node"), PAGE / "node_modules/vitest/vitest.mjs"
    if node is None or not vitest.is_file():
        pytest.skip("Node.js or the page's packages are missing (make page)")
    record = RECORDS[name]()
    case = case_data(record, DAY, "full", beside(record))
    rows = json.dumps(whole(case), ensure_ascii=True)
    half = re.compile(r"(?<!\\)\\ud[89a-f][0-9a-f]{2}(?!\\ud[c-f])", re.IGNORECASE)
    (tmp_path / "rows.json").write_text(half.sub(r"\\ufffd", rows) if name == "hostile" else rows, encoding="utf-8")
    (tmp_path / "case.json").write_text(encoded(case), encoding="utf-8")
    told = os.environ | {"RASHOMON_CASE": str(tmp_path / "case.json"), "RASHOMON_ROWS": str(tmp_path / "rows.json")}
    done = subprocess.run(
        [node, str(vitest), "run", "tests/case.test.ts"],
        cwd=PAGE,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-4000:]
    assert "1 passed" in done.stdout


@built
@pytest.mark.parametrize("name", RECORDS)
def test_the_case_in_the_file_ends_no_element_and_is_the_case(name: str) -> None:
    record = RECORDS[name]()
    html = dossier(record, DAY, beside=beside(record))
    html.encode()
    carried = re.findall(r'<script id="case[-a-z]*" type="application/json">(.*?)</script>', html, re.DOTALL)
    assert len(carried) == 5
    assert all("<" not in part for part in carried)
    assert json.loads(carried[0])["incidents"][0]["id"] == record.incidents[0].id
    assert html.count("<script") == 6
    assert html.count("</script") == 6
    assert html.count("</noscript") == 2


def unquoted(record: Record) -> list[str]:
    """Sentences of the reports that no claim quotes, in any part."""
    quotes = {span.quote for claim in record.claims for span in claim.spans}
    found = [part.strip() for document in record.documents for part in re.split(r"(?<=[.!?؟])\s+|\n", document.text)]
    return [part for part in found if len(part) > 20 and not any(part in q or q in part for q in quotes)]


def titles(record: Record) -> str:
    return " ".join(document.title or "" for document in record.documents)


@built
@pytest.mark.parametrize("how", ["full", "excerpts", "none"])
def test_without_texts_only_the_sentences_of_claims_are_carried(how: str) -> None:
    record = sample_record()
    html = dossier(record, DAY, how, beside(record))  # type: ignore[arg-type]
    plain = html.replace("\\n", " ")
    left = [part for part in unquoted(record) if part not in titles(record)]
    assert left
    assert [part in plain for part in left] == [how == "full"] * len(left)
    lines, claims = (
        json.loads(html.split(f'<script id="case-{name}" type="application/json">')[1].split("</script>")[0])
        for name in ("lines", "claims")
    )
    assert any(lines) is (how != "none")
    if how == "none":
        assert {claim["quote"] for claim in claims} == {sentence_of(claim).quote for claim in record.claims}


def test_without_a_built_page_the_dossier_is_the_static_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shell, "is_built", lambda: False)
    monkeypatch.setattr("rashomon.show.is_built", lambda: False)
    assert dossier(sample_record(), DAY) == static_dossier(sample_record(), DAY)
    with Opened(tmp_path / "case.db"):
        pass
    done = CliRunner().invoke(group, ["dossier", str(tmp_path / "case.db"), "-o", str(tmp_path / "case.html")])
    assert done.exit_code == 0
    assert "this is the static page" in done.stderr
    assert "<script" not in (tmp_path / "case.html").read_text(encoding="utf-8")


@built
def test_the_same_record_is_the_same_file() -> None:
    record = sample_record()
    assert dossier(record, DAY, beside=beside(record)) == dossier(record, DAY, beside=beside(sample_record()))


def test_every_file_that_the_package_reads_is_named_to_be_shipped() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    patterns = told["tool"]["setuptools"]["package-data"]["rashomon"]
    package = ROOT / "src/rashomon"
    files = [path.relative_to(package).as_posix() for path in package.rglob("*") if path.is_file()]
    left = [name for name in files if not name.endswith((".py", ".pyc"))]
    assert [name for name in left if not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)] == []
    for name in ("show/built/page.js", "show/built/page.css"):
        assert any(fnmatch.fnmatch(name, pattern) for pattern in patterns)
