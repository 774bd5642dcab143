"""The pages made from the code are up to date, and the links between pages lead somewhere."""

import re
from pathlib import Path

import click
import pytest
from tests.house.conftest import docs_module

ROOT = Path(__file__).parents[2]
GENERATED = (
    "actors.md",
    "architecture.md",
    "cli.md",
    "contract.md",
    "dates.md",
    "figures.md",
    "places.md",
    "rules.md",
    "walk.md",
)


@pytest.fixture(scope="module")
def generate():
    return docs_module("generate")


def dead_links(folder: Path, text: str) -> list[str]:
    """Relative links of a Markdown page in ``folder`` that lead to no file."""
    targets = re.findall(r"\]\(([^)\s]{1,300})\)", text)
    local = [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    return [target for target in local if target and not (folder / target).exists()]


@pytest.mark.parametrize("name", GENERATED)
def test_made_pages_are_up_to_date(generate, name):
    page = ROOT / "docs" / name
    assert page.exists(), f"docs/{name} is missing; run `make docs`"
    assert page.read_text("utf-8") == generate.PAGES[name](), f"docs/{name} is out of date; run `make docs`"


def test_all_made_pages_are_tested(generate):
    assert set(generate.PAGES) == set(GENERATED)


def test_check_names_stale_pages(generate, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(generate, "DOCS", tmp_path)
    monkeypatch.setattr(generate, "PAGES", {"a.md": lambda: "new\n"})
    (tmp_path / "a.md").write_text("old\n")
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().out == "docs/a.md: out of date\n"
    assert generate.main([]) == 0
    assert (tmp_path / "a.md").read_text() == "new\n"
    assert generate.main(["--check"]) == 0


def test_a_page_that_cannot_be_made_stops_no_other(generate, tmp_path, monkeypatch, capsys):
    def broken() -> str:
        raise ImportError("no such room")

    monkeypatch.setattr(generate, "DOCS", tmp_path)
    monkeypatch.setattr(generate, "PAGES", {"a.md": broken, "b.md": lambda: "new\n"})
    assert generate.main([]) == 1
    assert capsys.readouterr().out == "docs/a.md: can't be made: no such room\ndocs/b.md: written\n"


def test_a_command_becomes_a_section(generate):
    @click.group()
    def main() -> None:
        """Do things."""

    @main.command()
    @click.argument("case")
    @click.option("--limit", default=3, help="How many | at most.")
    @click.option("--json", "as_json", is_flag=True, help="Print JSON.")
    def show(case: str, limit: int, as_json: bool) -> None:
        """Show a case.

        \b
        rashomon show mali.db
        """

    ((_, group), (path, command)) = generate.walk_commands("rashomon", main)
    assert group is main
    section = "\n".join(generate.command_section(path, command))
    assert section.startswith("## rashomon show\n\n```text\nrashomon show [OPTIONS] CASE\n```\n\nShow a case.\n")
    assert "```text\nrashomon show mali.db\n```" in section
    assert "| `--limit` INTEGER | How many \\| at most. | 3 |" in section
    assert "| `--json` | Print JSON. |  |" in section


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ({"$ref": "#/$defs/Span"}, "[Span](#span)"),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, "string or null"),
        ({"enum": ["a", None]}, "`a`, null"),
        ({"type": "array", "items": {"$ref": "#/$defs/Span"}}, "list of [Span](#span)"),
        ({"type": "object", "additionalProperties": {"type": "string"}}, "object: key to string"),
        ({}, "anything"),
    ],
)
def test_types_in_words(generate, kind, words):
    assert generate.kind_of(kind) == words


def test_links_lead_somewhere(texts):
    found = [
        f"{source.path}: {target}"
        for source in texts
        if source.path.endswith(".md")
        for target in dead_links((ROOT / source.path).parent, source.text)
    ]
    assert not found, "\n" + "\n".join(found)


def test_dead_links_are_found(tmp_path):
    (tmp_path / "here.md").touch()
    text = "[a](here.md#top) [b](gone.md) [c](https://x.example/) [d](#top)"
    assert dead_links(tmp_path, text) == ["gone.md"]
