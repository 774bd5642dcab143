"""`rashomon review CASE list`, `log`, `undo`: what is open, what was decided, and how it is taken back."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.engine.review import Review
    from rashomon.records import Judgement

JSON = click.option("--json", "as_json", is_flag=True, help="Rows as JSON instead of a table.")


@contextmanager
def reviewing(ctx: click.Context, readonly: bool = False) -> "Iterator[Review]":
    """The review of the case that the command line names."""
    from rashomon.api import Case

    path, by = ctx.obj
    with Case(path, readonly=readonly) as case:
        yield case.review(by)


def _rows(rows: Sequence[Mapping[str, object]], as_json: bool) -> None:
    from rashomon.cli.output import json_text, table_text

    click.echo(json_text(rows) if as_json else table_text(rows) or "none")


def done(ctx: click.Context, make: "Callable[[Review], Judgement]") -> None:
    """Decide, and say what was decided, what it changed, and how to take it back."""
    from rashomon.cli.output import say
    from rashomon.engine.log import said

    with reviewing(ctx) as review:
        made = make(review)
        entry = next(e for e in review.log() if made in e.judgements)
    say(f"{said(entry)}\nchanged: {entry.changed}\nto take it back: rashomon review {ctx.obj[0]} undo {made.id}")


@click.command("list")
@JSON
@click.pass_context
def listed(ctx: click.Context, as_json: bool) -> None:
    """List the open questions: incidents, origins and actors that may be one; figures behind disagreements."""
    from rashomon.engine.queues import task_rows

    with reviewing(ctx, readonly=True) as review:
        _rows(task_rows(review.tasks()), as_json)


@click.command()
@JSON
@click.pass_context
def log(ctx: click.Context, as_json: bool) -> None:
    """Every decision, the latest first: when, who, what, why, what it changed, and when it was taken back."""
    from rashomon.engine.log import entry_rows

    with reviewing(ctx, readonly=True) as review:
        _rows(entry_rows(review.log()), as_json)


@click.command()
@click.argument("decision", required=False, metavar="[ID]")
@click.pass_context
def undo(ctx: click.Context, decision: str | None) -> None:
    """Take the decision ID back, or the latest one; it stays in the log."""
    from rashomon.cli.output import say
    from rashomon.engine.log import said

    with reviewing(ctx) as review:
        say(f"taken back: {said(review.undo(decision))}")
