"""Terminal tables and marked reports; nothing in a report can drive the terminal."""

from io import StringIO

import pytest
from rich.console import Console, RenderableType

from rashomon.errors import NotFound
from rashomon.records import Record
from rashomon.show import tables, terminal
from rashomon.testing import make_claim, make_document, sample_record

RECORD = sample_record()


def drawn(renderable: RenderableType, width: int = 160, colour: bool = False) -> str:
    system = "standard" if colour else None
    # no_color is given, so that NO_COLOR in the environment of the tests changes nothing
    console = Console(file=StringIO(), width=width, force_terminal=colour, color_system=system, no_color=not colour)
    console.print(renderable)
    return console.file.getvalue()


@pytest.mark.parametrize("subject", tables.SUBJECTS)
def test_columns_are_keys_of_the_rows(subject: tables.Subject) -> None:
    assert set(terminal.COLUMNS[subject]) <= set(tables.rows(RECORD, subject)[0])
    assert terminal.COLUMNS[subject][0] in drawn(terminal.table(RECORD, subject))


@pytest.mark.parametrize("subject", tables.SUBJECTS)
def test_an_empty_table_says_why(subject: tables.Subject) -> None:
    assert drawn(terminal.table(Record(rashomon="0", schema="1", case="c"), subject)).startswith("No ")


@pytest.mark.parametrize("key", [RECORD.documents[0].id, "reports/harbour.html", "harbour.html"])
def test_a_document_is_found_by_id_or_path_and_shown_with_its_claims(key: str) -> None:
    out = drawn(terminal.document(RECORD, key))
    assert "Harbour Post, 14 May 2031" in out
    assert "Contact the newsroom" in out
    assert "at least 14 people killed, says hospital staff, via Harbour Post" in out


def test_an_unknown_document_is_not_found() -> None:
    with pytest.raises(NotFound, match="no report of this case"):
        terminal.document(RECORD, "nowhere\x1b[2J.txt")


def test_marked_text_is_the_text() -> None:
    for document in RECORD.documents:
        look = terminal.Lookup(RECORD)
        assert terminal.marked(document, look).plain == document.text


@pytest.mark.parametrize("poison", ["\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\u202e", "[bold red]x[/]", "\r\b\b"])
def test_nothing_in_a_report_can_drive_the_terminal(poison: str) -> None:
    text = f"They {poison} said it burned."
    document = make_document(text, title=f"t{poison}", publisher=f"p{poison}", path=f"a{poison}.txt")
    claim = make_claim("event", document, text, type="ASSAULT", trigger="burned", by=[(f"They {poison}", "said")])
    record = Record(rashomon="0", schema="1", case="c", documents=(document,), claims=(claim,))
    out = drawn(terminal.document(record, document.id)) + drawn(terminal.table(record, "claims"))
    assert not {"\x1b", "\x07", "\x9b", "\u202e", "\r", "\b"} & set(out)
    if poison.startswith("["):
        assert poison in out


def test_claims_are_marked_in_colour_on_a_terminal() -> None:
    assert "\x1b[1;33mat least 14\x1b[0m" in drawn(terminal.document(RECORD, "harbour.html"), colour=True)
