"""One question at a time, one key per answer: the terminal side of `rashomon review`."""

import contextlib
import sys
from typing import TYPE_CHECKING

import click

from rashomon.errors import NotFound, RashomonError
from rashomon.show.plain import safe

if TYPE_CHECKING:
    from rashomon.engine.queues import Task
    from rashomon.engine.review import Review
    from rashomon.records import Verdict

VERDICTS: "dict[str, Verdict]" = {"s": "same", "d": "different", "u": "unsure"}


def ask(review: "Review") -> None:
    """Go through the open questions until they or the answers end; each answer is a decision at once."""
    found = review.tasks()
    click.echo(f"{len(found)} open questions" if found else "No open question.")
    at = decided = 0
    while at < len(found):
        _show(found[at], f"{at + 1}/{len(found)}")
        if (key := _key()) in ("", "q"):
            break
        if key in VERDICTS:
            decided += _decided(review, found[at], VERDICTS[key])
        at = max(0, at - _undone(review)) if key == "z" else at + 1
    click.echo(f"{decided} decided; `log` lists decisions, `undo` takes one back")


def _show(task: "Task", place: str) -> None:
    click.echo(f"\n{task.queue} {place}: {safe(task.question)}  {safe(task.why)}")
    for side, name in zip(task.sides, (task.left, task.right), strict=True):
        click.echo(f"  {safe(side.title)}  {name}")
        for outlet, quote in side.sentences:
            click.echo(f"    {safe(outlet)}: “{safe(quote)}”")
    click.echo("[s]ame  [d]ifferent  [u]nsure  [n]ext  [z] undo  [q]uit")


def _decided(review: "Review", task: "Task", verdict: "Verdict") -> bool:
    try:
        if task.right:
            made = review.decide(task.left, verdict, task.right)
        elif verdict == "different" and (value := _line("What does it say? (a number; nothing: it is no claim) ")):
            made = review.correct(task.left, "value", value)
        else:
            made = review.judge(task.left, verdict)
    except RashomonError as error:
        click.echo(f"  not decided: {safe(str(error))}")
        return False
    click.echo(f"  {verdict}; z takes it back ({made.id})")
    return True


def _undone(review: "Review") -> bool:
    from rashomon.engine.log import said

    with contextlib.suppress(NotFound):
        click.echo(f"  taken back: {safe(said(review.undo()))}")
        return True
    return False


def _key() -> str:
    """The next key that means something, from the terminal or a pipe; "" at its end."""
    while (key := click.getchar() if sys.stdin.isatty() else sys.stdin.read(1)) and key not in "sdunzq":
        pass
    return key


def _line(prompt: str) -> str:
    """A line from the terminal, or from a pipe, where the key before it may have had a line of its own."""
    click.echo(prompt, nl=False)
    first = "" if sys.stdin.isatty() else sys.stdin.read(1).strip()
    return (first + sys.stdin.readline()).strip()
