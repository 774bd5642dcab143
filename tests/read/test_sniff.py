"""Formats by content; the extension only decides what content leaves open."""

import pytest

from rashomon.read import Received
from rashomon.read.reading import format_of
from rashomon.read.sniff import binary


@pytest.mark.parametrize(
    ("data", "name", "format_"),
    [
        (b"Some words.", "a.txt", "text"),
        (b"Some words.", "a.html", "text"),
        (b"# Words", "a.md", "markdown"),
        (b"<!DOCTYPE html><p>x", "a.txt", "html"),
        (b"\n<!-- note --><html>", "a", "html"),
        (b"<p>one</p><p>two</p>", "a", "html"),
        (b"5 < 6 and 7 > 3, he said", "a.htm", "text"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel>', "a.html", "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a", "feed"),
        (b'<?xml version="1.0"?><newsitem>', "a.xml", "html"),
        (b'{"text": "x"}\n{"text": "y"}', "a.txt", "jsonl"),
        (b'broken\n{"text": "y"}', "a.jsonl", "jsonl"),
        (b'{broken}\n{"text": "y"}', "a", "jsonl"),
        (b"{x|a1:KILL} is not JSON", "a.txt", "text"),
        (b'[{"text": "x"}]', "a", "json"),
        (b"title,text\na,b", "a.txt", "csv"),
        (b"Dear all, text me\nlater, please", "a.txt", "text"),
        (b"title;text", "a.csv", "csv"),
        (b"%PDF-1.4", "a.txt", "pdf"),
        (b"junk\n%PDF-1.4", "a.txt", "pdf"),
        (b"WARC/1.0\r\n", "a", "warc"),
        (b"\x1f\x8b\x08", "a.txt", "gzip"),
        (b"PK\x03\x04....word/document.xml", "a.zip", "docx"),
        (b"PK\x03\x04....xl/workbook.xml", "a.docx", None),
        (b"\x89PNG\r\n", "a.txt", None),
    ],
)
def test_format_is_seen(data, name, format_):
    assert format_of(Received(source=name, name=name, data=data)) == format_


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n", "is a PNG picture"),
        (b"\xd0\xcf\x11\xe0....", "is an old Office file"),
        (bytes(range(256)) * 8, "is a binary file, not text"),
        (b"\0" * 100, "is a binary file, not text"),
        (b"a text with \0 one NUL", ""),
        ("A text in UTF-16".encode("utf-16"), ""),
    ],
)
def test_binary_is_named(data, what):
    assert binary(data).startswith(what)
    assert bool(binary(data)) is bool(what)
