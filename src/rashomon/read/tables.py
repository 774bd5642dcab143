"""JSON Lines, JSON arrays and CSV to pieces, one report a row; a broken row is a problem of its own."""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Literal

import msgspec

from rashomon.errors import UnreadableInput
from rashomon.read.dates import order_of
from rashomon.read.decode import clean, decode
from rashomon.read.draft import Draft, Order, Paragraph, Piece
from rashomon.read.metadata import dates
from rashomon.read.received import ReadOptions, Received, count
from rashomon.read.repair import paragraphs

# Our names, and what columns of report tables call them, in order of preference.
SYNONYMS: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "body",
        "content",
        "article",
        "full_text",
        "fulltext",
        "article_text",
        "article_body",
        "article_content",
        "content_text",
        "maintext",
        "story",
        "report",
        "message",
        "notes",
        "description",
        "summary",
    ),
    "title": ("title", "headline", "heading", "article_title", "subject"),
    "date": (
        "date",
        "published",
        "published_at",
        "date_published",
        "publication_date",
        "publish_date",
        "pubdate",
        "pub_date",
        "article_date",
        "datetime",
        "date_of_publication",
        "source_date",
    ),
    "publisher": ("publisher", "source", "outlet", "site", "site_name", "newspaper", "agency", "media", "source_name"),
    "byline": ("byline", "author", "authors", "writer", "reporter", "journalist"),
    "url": ("url", "link", "href", "source_url", "permalink", "web_url", "uri"),
    "id": ("id", "guid", "uid", "_id", "doc_id", "docid", "article_id", "document_id", "key"),
}
_NOT_NAME = re.compile(r"[\s./-]{1,20}")
_MARKUP = re.compile(r"</(?:p|div|li|span|article|h[1-6])>|<br\s?/?>", re.IGNORECASE)
COLUMNS = 10_000  # of one row; a row with more is no report
_RETRIES = 20  # unclosed quotes after which the rest of a CSV is given up


def read_table(received: Received, options: ReadOptions, format_: Literal["jsonl", "json", "csv"]) -> Iterator[Piece]:
    """The rows of a table as pieces. Raises UnreadableInput when it is no table at all."""
    decoded = decode(received.data, received.charset)
    text = decoded.text.removeprefix("\ufeff")
    found = {"jsonl": _json_lines, "json": _json_array, "csv": _csv_rows}[format_](received.source, text, options)
    rows = [(number, raw, _narrow(row, number)) for number, raw, row in found]
    order = order_of(_value(row, "date", options.fields) for _, _, row in rows if isinstance(row, dict))
    for number, raw, row in rows:
        data = raw.encode("utf-8", "surrogatepass")
        if isinstance(row, str):
            yield Piece(key=str(number), raw=data, problem=row)
            continue
        try:
            draft = _draft(received.source, row, options.fields, order)
        except UnreadableInput as error:
            yield Piece(key=str(number), raw=data, problem=error.reason)
            continue
        if decoded.warning:
            draft = msgspec.structs.replace(draft, notes={"text": decoded.warning} | draft.notes)
        key = _value(row, "id", options.fields)[:200] or str(number)
        yield Piece(key=key, raw=data, draft=draft)


def column(name: str) -> str:
    """A column's name for comparison: lower case, underscores."""
    return _NOT_NAME.sub("_", name.strip().strip("\"'").lower())


def delimiter(header: str) -> str:
    """The most frequent of comma, tab, semicolon and bar in a header line."""
    return max(",\t;|", key=header.count)


def _narrow(row: "dict[str, Any] | str", number: int) -> "dict[str, Any] | str":
    """The row, or what is wrong with one of more columns than a report can have."""
    if len(row) <= COLUMNS or isinstance(row, str):
        return row
    return f"row {number} has {len(row):,} columns; {COLUMNS:,} are allowed"


Row = tuple[int, str, "dict[str, Any] | str"]


def _json_lines(source: str, text: str, options: ReadOptions) -> Iterator[Row]:
    """Line number, raw line, and the object on it or what is wrong with it."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        if len(line) > options.max_document:
            yield number, line, f"line {number} is {len(line):,} characters; {options.max_document:,} are allowed"
            continue
        try:
            row = _loads(line)
        except (ValueError, RecursionError) as error:
            yield number, line, f"line {number} is not JSON ({_said(error)})"
            continue
        yield number, line, row if isinstance(row, dict) else f"line {number} is not a JSON object"


def _json_array(source: str, text: str, options: ReadOptions) -> Iterator[Row]:
    """The objects of a JSON array, or of an object's one list, or one object alone."""
    try:
        data = _loads(text)
    except (ValueError, RecursionError) as error:
        if text.lstrip().startswith("{") and "\n" in text.strip():  # JSON Lines under the name of JSON
            yield from _json_lines(source, text, options)
            return
        raise UnreadableInput(source, f"is not JSON ({_said(error)})") from error
    if isinstance(data, dict):
        lists = [v for v in data.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
        data = lists[0] if len(lists) == 1 and not _find(data, "text", options.fields) else [data]
    if not isinstance(data, list):
        raise UnreadableInput(source, "is JSON, but no list of reports")
    for number, row in enumerate(data, 1):
        raw = json.dumps(row, sort_keys=True)
        yield number, raw, row if isinstance(row, dict) else f"item {number} is not a JSON object"


def _csv_rows(source: str, text: str, options: ReadOptions) -> Iterator[Row]:
    """Row number, raw lines, and the cells by column or what is wrong with them."""
    lines = text.replace("\0", "").splitlines(keepends=True)
    while lines and not lines[0].strip():
        lines.pop(0)
    if not lines:
        raise UnreadableInput(source, "holds no text")
    separator = delimiter(lines[0])
    csv.field_size_limit(options.max_document)
    header = next(csv.reader([lines[0]], delimiter=separator))
    if not _find(dict.fromkeys(header), "text", options.fields):
        raise UnreadableInput(source, _no_text(header))
    at, number, retries = 1, 0, 0
    while at < len(lines):
        reader = csv.reader(iter(lines[at:]), delimiter=separator, strict=True)
        start = at
        try:
            for cells in reader:
                number += 1
                raw = "".join(lines[start : at + reader.line_num])
                start = at + reader.line_num
                if cells:
                    yield number, raw, _cells(header, cells, number)
            return
        except csv.Error as error:
            number += 1
            retries += 1
            last = len(lines) if retries > _RETRIES else start + 1
            yield number, "".join(lines[start:last]), f"row {number} is broken CSV ({_said(error)})"
            at = last


def _cells(header: list[str], cells: list[str], number: int) -> dict[str, Any] | str:
    """A row by column, or why it does not fit the header."""
    if len(cells) != len(header):
        return f"row {number} has {count(len(cells), 'cell')}, the header {len(header)}"
    return dict(zip(header, cells, strict=True))


def _draft(source: str, row: Mapping[str, Any], fields: Mapping[str, str], order: Order) -> Draft:
    """The draft of one row. Raises UnreadableInput when it has no text."""
    if not _find(row, "text", fields):
        raise UnreadableInput(source, _no_text(list(row)))
    text, dropped = clean(_value(row, "text", fields))
    if not text.strip():
        raise UnreadableInput(source, "has an empty text")
    if _MARKUP.search(text[:5000]):
        from rashomon.read.html import fragment

        whole, repairs = fragment(text), dict[str, str]()
    else:
        whole, repairs = paragraphs(text)
    title = " ".join(clean(_value(row, "title", fields))[0].split())[:500]
    if title and not any(p.text == title for p in whole[:3]):
        whole = [Paragraph(title, "title"), *whole]
    where = f"the column {_find(row, 'date', fields)}"
    if order:
        where += f", which puts the {order}"
    return Draft(
        paragraphs=tuple(whole),
        title=title or None,
        byline=_value(row, "byline", fields) or None,
        publisher=_value(row, "publisher", fields) or None,
        url=_value(row, "url", fields) or None,
        dates=tuple(found._replace(order=order) for found in dates((_value(row, "date", fields), where))),
        notes=repairs | ({"text": dropped} if dropped else {}),
    )


def _find(row: Mapping[str, Any], name: str, fields: Mapping[str, str]) -> str | None:
    """The column that holds a field: the one it is mapped to, else the first synonym that is there."""
    if name in fields:
        return fields[name] if fields[name] in row else None
    by_name = _by_name(tuple(row))
    return next((by_name[synonym] for synonym in SYNONYMS[name] if synonym in by_name), None)


@lru_cache(maxsize=64)
def _by_name(keys: tuple[str, ...]) -> dict[str, str]:
    """The first column of each name, by the name it is compared by; nearly all rows of a table have the same."""
    return {column(key): key for key in reversed(keys)}


def _value(row: Mapping[str, Any], name: str, fields: Mapping[str, str]) -> str:
    """A field's value as text; a list of strings becomes paragraphs (text) or names."""
    key = _find(row, name, fields)
    value = row.get(key) if key is not None else None
    if isinstance(value, list):
        glue = "\n\n" if name == "text" else ", "
        value = glue.join(item for item in value if isinstance(item, str))
    if isinstance(value, dict):
        value = value.get("name") or value.get("title")
    if not isinstance(value, str):
        return ""
    return value.strip() if name == "text" else clean(value)[0].strip()


def _loads(text: str) -> Any:
    """JSON with numbers as their digits (no int of a million digits), NaN as null, no silently lost duplicate keys."""
    return json.loads(text, object_pairs_hook=_pairs, parse_int=str, parse_float=str, parse_constant=lambda _: None)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, refused when a key stands twice."""
    row = dict(pairs)
    if len(row) != len(pairs):
        raise ValueError("a key stands twice in one object")
    return row


def _said(error: Exception) -> str:
    """A library's error as a short clause."""
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:100]


def _no_text(names: list[str]) -> str:
    """The message when no column can be the text."""
    listed = ", ".join(str(name)[:40] for name in names[:12])
    return f"has no column of text among: {listed}; name it with fields, as in text=COLUMN"
