"""The dossier: the built page with a case in it and its static twin inside, in one HTML file."""

from functools import cache
from importlib import resources
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from rashomon.records import Record
from rashomon.show.page.case import Beside, case_data
from rashomon.show.page.data import Case
from rashomon.show.page.units import carried
from rashomon.show.reports import Texts
from rashomon.show.static import Shell, static_dossier

REST: Final = ("claims", "tellings", "pairs")  # fields of `Case` that stand behind the program, as lines of texts do


def dossier(record: Record, built: str, texts: Texts = "full", beside: Beside | None = None) -> str:
    """One self-contained HTML page of the whole record, to work in; encode it as UTF-8.

    ``built`` is the date to print as the day of building (the page reads no clock, so that it is reproducible).
    ``texts``: ``full`` puts every report's text in, ``excerpts`` only the lines with claims, ``none`` none of it
    (each claim's sentence is still quoted). Where the page was not built (`is_built`) it is the static twin alone.
    """
    if not is_built():
        return static_dossier(record, built, texts)
    return static_dossier(record, built, texts, filled(case_data(record, built, texts, beside)))


def filled(case: Case) -> Shell:
    """The built page with a case in it.

    Its first page needs no claims, no texts and no outlets side by side: they are most of a large case, so they stand
    behind the program, which draws that page before a browser has read them, and reads each when it is asked for.
    """
    style, program = _built()
    first = replace(case, **dict.fromkeys(REST, ()), docs=tuple(replace(doc, lines=()) for doc in case.docs))
    rest = {name: getattr(case, name) for name in REST} | {"lines": [doc.lines for doc in case.docs]}
    return Shell(style, program, inert(first), tuple((name, inert(rows)) for name, rows in rest.items()))


def inert(rows: Any) -> str:
    """Rows as JSON that ends no element of a page."""
    return encoded(rows).replace("<", "\\u003c")


def encoded(rows: Any) -> str:
    """Rows as JSON; half a character, which no file can hold, is U+FFFD in it, wherever it stands."""
    try:
        return msgspec.json.encode(rows).decode()
    except UnicodeEncodeError:  # rare, so the rows are walked only then
        return msgspec.json.encode(_carried(msgspec.to_builtins(rows))).decode()


def _carried(value: Any) -> Any:
    if isinstance(value, str):
        return carried(value)
    if isinstance(value, dict):
        return {key: _carried(inner) for key, inner in value.items()}
    return [_carried(inner) for inner in value] if isinstance(value, list | tuple) else value


def is_built() -> bool:
    """Whether the page was built when this copy was set up (`make page`); it takes Node.js."""
    return resources.files("rashomon.show").joinpath("built/page.js").is_file()


@cache
def _built() -> tuple[str, str]:
    """The style sheet and the program; none of them may end its element early."""
    folder = resources.files("rashomon.show").joinpath("built")
    style, program = (folder.joinpath(name).read_text(encoding="utf-8").strip() for name in ("page.css", "page.js"))
    return style, program.replace("</script", "<\\/script").replace("<!--", "<\\!--")
