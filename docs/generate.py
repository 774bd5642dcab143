"""Writes the pages made from the code: actors, architecture, cli, contract, dates, figures, places, rules, walk.

``python docs/generate.py`` writes them, ``--check`` names those that are out of date and exits 1. The architecture
comes from the table that the layer test enforces, the command line from its own help, the contract from the schema.
"""

import importlib.util
import inspect
import runpy
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import click
import msgspec

POLICY_NOTE = """Common to all: one vote per origin; a later figure of one origin supersedes its earlier one; bases are
never mixed; unknown is never 0; every figure ends in *backing* or in *set aside*, with its reason. A case keeps the
policies that its settings name; `--policy` of `show`, `export` and `dossier`, and `case.record("ucdp")`, ask for
another in one call. [One incident](walk.md) is walked through under each of them.
"""
SUB_EVENTS_NOTE = """Every event claim gets the sub-event of ACLED's codebook (2024) that it is most like, or null; its
`reasons` say why. The names are ACLED's. The coding is this program's, of single claims: like theirs, never called
theirs. Only what is told as fact or as likely is coded. Who is of a state, armed against it, unarmed or in a crowd is
read from the words of the passage and from the register of actors. What ACLED decides by looking at a whole day at one
place (battles before shells, a town held for more than a day) a rule on one claim can't; nor whether an arrest was
important, nor whether a state is foreign to the ground that it takes, unless it is called so.
"""
SETTINGS_NOTE = """`rashomon read --settings rashomon.toml` takes a file like this one, which holds the defaults. What
is not named keeps its default; a name that doesn't exist is an error. Without a file, a case is read
as it was last read, but for `[read]` and `[llm]`: how inputs may be read, and whom to ask, is asked each time.
`[llm]` has more to set than is shown: see [language models](language-models.md).
"""
DOCS = Path(__file__).parent
LAYERS = DOCS.parent / "tests" / "house" / "test_layers.py"
NOTE = "<!-- Made by docs/generate.py; run `make docs` instead of editing. -->\n"


def architecture() -> str:
    """The rooms of the house by floor, and the rules."""
    spec = importlib.util.spec_from_file_location("layers", LAYERS)
    assert spec
    assert spec.loader
    layers = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(layers)
    lines = [NOTE, "# The house\n", ARCHITECTURE]
    for floor in layers.FLOORS:
        lines += [f"## {floor.capitalize()}\n", "| room | what it does |", "|---|---|"]
        lines += [f"| `{room.name}` | {room.does} |" for room in layers.ROOMS if room.floor == floor]
        lines.append("")
    return "\n".join([*lines, LAWS])


def page_of(name: str) -> str:
    """The page that a module beside this one makes: ``{name}_page.py`` with ``page(note)``."""
    page: str = runpy.run_path(str(DOCS / f"{name}_page.py"))["page"](NOTE)
    return page


def command_line() -> str:
    """Every command with its usage, help and options."""
    from rashomon.cli import group

    lines = [NOTE, "# The command line\n"]
    for path, command in walk_commands("rashomon", group):
        lines += command_section(path, command)
    return "\n".join(lines).rstrip() + "\n"


def walk_commands(path: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    """(full name, command) of a command and all below it that aren't hidden, in the order of their help."""
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path)
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                yield from walk_commands(f"{path} {name}", below)


def command_section(path: str, command: click.Command) -> list[str]:
    """The lines of one command; laid out here, because click's own layout differs between its versions."""
    context = click.Context(command, info_name=path)
    usage = " ".join([path, *command.collect_usage_pieces(context)])
    lines = [f"{'#' * min(2 + path.count(' ') // 2, 4)} {path}\n", "```text", usage, "```\n"]
    for paragraph in inspect.cleandoc(command.help or "").split("\f")[0].strip().split("\n\n"):
        verbatim = paragraph.startswith("\b")
        text = paragraph.removeprefix("\b").strip("\n")
        lines.append(f"```text\n{text}\n```\n" if verbatim else f"{text}\n")
    options = [param for param in command.params if isinstance(param, click.Option) and not param.hidden]
    if options:
        lines += ["| option | | default |", "|---|---|---|", *map(option_row, options), ""]
    return lines


def option_row(option: click.Option) -> str:
    """One option as a row of a table."""
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if not option.is_flag:
        choices = getattr(option.type, "choices", None)
        kind = ", ".join(map(str, choices)) if choices else option.type.name
        names += f" {option.metavar or kind}".upper() if not choices else f" {kind}"
    shown = isinstance(option.default, str | int | float) and not isinstance(option.default, bool)
    return f"| {names} | {cell(option.help or '')} | {cell(str(option.default)) if shown else ''} |"


def contract() -> str:
    """The JSON export, record by record, from its schema."""
    from rashomon.export.json import schema

    whole = schema()
    parts: dict[str, Any] = whole["$defs"]
    claims = [name for name, part in parts.items() if "kind" in part.get("properties", {}) and name.endswith("Claim")]
    shared = set.intersection(*({*parts[name]["properties"]} for name in claims)) - {"kind"}
    top = whole["$ref"].rsplit("/", 1)[-1]
    lines = [NOTE, "# The contract: the record as JSON\n", CONTRACT.format(version=whole.get("version", ""))]
    lines += part_section(top, parts[top], set())
    lines += ["## Every claim\n", "What all kinds of claim have.\n", *field_table(parts[claims[0]], shared), ""]
    for name, part in parts.items():
        if name != top:
            hidden = shared if name in claims else set()
            lines += part_section(name, part, hidden)
    return "\n".join(lines).rstrip() + "\n"


def part_section(name: str, part: dict[str, Any], hidden: set[str]) -> list[str]:
    """The lines of one record; ``hidden`` fields are described elsewhere."""
    about = inspect.cleandoc(part.get("description", "")).replace("``", "`")
    lines = [f"## {name}\n", f"{about}\n"]
    if part.get("type") == "array":
        items = ", ".join(kind_of(item) for item in part.get("prefixItems", []))
        return [*lines, f"An array: {items}.\n"]
    own = {field for field in part.get("properties", {}) if field not in hidden}
    return [*lines, *field_table(part, own), ""]


def field_table(part: dict[str, Any], fields: set[str]) -> list[str]:
    """A table of some fields of a record, in the order of the schema."""
    rows = [
        f"| `{field}` | {kind_of(kind)} | {cell(kind.get('description', ''))} |"
        for field, kind in part["properties"].items()
        if field in fields
    ]
    return ["| field | type | |", "|---|---|---|", *rows]


def kind_of(kind: dict[str, Any]) -> str:
    """A JSON Schema type in words, with links to the records that it names."""
    if "$ref" in kind:
        name = kind["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in kind:
        return " or ".join(kind_of(option) for option in kind["anyOf"])
    if "enum" in kind:
        return ", ".join(f"`{value}`" if value is not None else "null" for value in kind["enum"])
    if kind.get("type") == "array":
        return f"list of {kind_of(kind['items'])}" if kind.get("items") else "list"
    if kind.get("type") == "object" and isinstance(kind.get("additionalProperties"), dict):
        return f"object: key to {kind_of(kind['additionalProperties'])}"
    return str(kind.get("type", "anything"))


def cell(text: str) -> str:
    """Text that stays in its cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


ARCHITECTURE = """\
Four floors, one direction: **nouns → verbs → engine → doors**. The verbs are the pipeline, in the order in which data
flows. A module imports from its own room and from floors below; verbs never import each other; imports are absolute.
`tests/house/test_layers.py` reads the imports and enforces this; the tables below are its tables.

A stage is a frozen struct whose fields are its settings, called on a batch, returning a list of the same length. It
knows no store, no clock and no globals, so it gives the same answer in any order, on any machine. One stage, the
language model as annotator, asks a server that is handed to it ([decision 8](decisions/0008-language-models.md)).
"""

LAWS = """\
## Laws

Each is a test.

- Every claim has a span, and the text there is the quote; offsets are code points of a text that never changes.
- Running twice writes nothing; killed at any point and run again, the result is the same as in one go.
- Drop all views and rebuild: identical. The order of documents changes nothing.
- No account is lost: every claim on an incident's figure is in `backing` or in `set_aside`, with its reason.
- Every null carries a reason. A person's judgement outranks the machine's and survives every run.
- Ids are stable: content hashes for facts; an incident keeps its founding report's id.
"""

CONTRACT = """\
`rashomon export CASE --format json` writes one object, a [Record](#record). This page is made from its JSON Schema,
version {version}; within a major version fields are only added. Offsets are code points of the document's text,
half-open, and `text[start:end]` is the quote, always. Dates are ISO 8601. A null is explained in `reasons`.
"""


def rules() -> str:
    """How words become bounds, how figures are resolved, how acts get sub-events, and what can be set."""
    from rashomon.engine.settings import Settings
    from rashomon.reconcile.policies import POLICIES, rule
    from rashomon.values.bounds import bounds_table

    lines = [
        NOTE,
        "# Rules\n",
        "## How words become bounds\n",
        "| words | example | from | to | why |",
        "|---|---|---|---|---|",
    ]
    for row in bounds_table():
        ends = ["open" if end is None else f"{end:,}" for end in (row.lower, row.upper)]
        words = ", ".join(dict.fromkeys(row.words[:6])) + (" ..." if len(row.words) > 6 else "")
        lines.append(f"| {words} | {row.example} | {ends[0]} | {ends[1]} | {row.reason} |".replace("\n", " "))
    lines += ["\n## How figures are resolved\n", POLICY_NOTE, "| policy | rule |", "|---|---|"]
    lines += [f"| `{name}` | {rule(name)} |" for name in POLICIES]
    lines += sub_event_rules()
    lines += ["\n## What can be set\n", SETTINGS_NOTE, "```toml"]
    for field in msgspec.structs.fields(Settings):
        if not (isinstance(field.type, type) and issubclass(field.type, msgspec.Struct)):
            lines += [f'{field.name} = "{field.default}"', ""]
            continue
        lines.append(f"[{field.name}]")
        lines += [
            f"{one.name} = {shown(one.default)}" for one in msgspec.structs.fields(field.type) if shown(one.default)
        ]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n```\n"


def sub_event_rules() -> list[str]:
    """The rules by which an act gets a sub-event like ACLED's, in the order in which they are tried."""
    from rashomon.interpret.acled import RULES
    from rashomon.vocab import load

    kinds = load("acled")["sub_events"].items()
    lines = ["\n## How acts get sub-events\n", SUB_EVENTS_NOTE, "| event type | sub-events |", "|---|---|"]
    lines += [f"| {kind} | {', '.join(names)} |" for kind, names in kinds]
    lines += ["\nFor each type of trigger the rules are tried in this order; the first that fits decides.\n"]
    lines += ["| triggers | rules |", "|---|---|"]
    orders = {rules: ", ".join(f"`{kind}`" for kind in RULES if RULES[kind] == rules) for rules in RULES.values()}
    lines += [f"| {names} | {', '.join(rule.__name__ for rule in rules)} |" for rules, names in orders.items()]
    every = dict.fromkeys(rule for rules in RULES.values() for rule in rules)
    lines += ["\n| rule | what it says |", "|---|---|"]
    return [*lines, *(f"| {rule.__name__} | {cell(inspect.getdoc(rule) or '')} |" for rule in every)]


def shown(value: object) -> str:
    """A setting's default as TOML; nothing for None and for what has no short form."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(f'"{item}"' for item in value) + "]"
    return f"{value}" if isinstance(value, (int, float)) else ""


PAGES: dict[str, Callable[[], str]] = {
    "actors.md": partial(page_of, "actors"),
    "architecture.md": architecture,
    "cli.md": command_line,
    "contract.md": contract,
    "dates.md": partial(page_of, "dates"),
    "figures.md": partial(page_of, "figures"),
    "places.md": partial(page_of, "places"),
    "rules.md": rules,
    "walk.md": partial(page_of, "walk"),
}


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name the stale ones; 1 if one is stale or can't be made."""
    check, status = "--check" in arguments, 0
    for name, make in PAGES.items():
        path = DOCS / name
        try:
            text = make()
        except ImportError as error:
            print(f"docs/{name}: can't be made: {error}")
            status = 1
            continue
        if path.exists() and path.read_text("utf-8") == text:
            continue
        print(f"docs/{name}: {'out of date' if check else 'written'}")
        if check:
            status = 1
        else:
            path.write_text(text, "utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
