"""Hostile inputs, made when asked for: each name is a file's name, each value a function that makes its bytes."""

# ruff: noqa: E501  a row for each input

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

SENTENCE = "Gunmen of the Salt Front killed at least 12 villagers in the town of Dessan on Monday, the mayor said. "
MB = 1_000_000
OFFICE = "http://schemas.openxmlformats.org"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def filled(piece: str, size: int = 9 * MB) -> str:
    """A piece of text over and over, up to a size."""
    return (piece * (size // len(piece) + 1))[:size]


def docx(inner: str, extra: tuple[tuple[str, bytes], ...] = (), prologue: str = "") -> bytes:
    """A Word file with this XML in its body, these other members, and something before its root element."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{WORD}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{OFFICE}/package/2006/relationships"><Relationship Id="r1" '
            f'Target="word/document.xml" Type="{OFFICE}/officeDocument/2006/relationships/officeDocument"/>'
            "</Relationships>",
        )
        archive.writestr(
            "word/document.xml",
            f'{prologue}<w:document xmlns:w="{OFFICE}/wordprocessingml/2006/main"><w:body>{inner}</w:body></w:document>',
        )
        for name, data in extra:
            archive.writestr(name, data)
    return out.getvalue()


def p(words: str) -> str:
    """A paragraph of a Word file."""
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def zipped(members: list[tuple[str, bytes]]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def gz(data: bytes, level: int = 6) -> bytes:
    """A gzip of one member."""
    packer = zlib.compressobj(level, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


def gzip_of_zeros(gigabytes: int) -> bytes:
    """A gzip of so many gigabytes of zeros, about a thousandth of that; one block of a megabyte over and over."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + block * (1024 * gigabytes) + b"\x03\x00" + struct.pack("<II", 0, 0)


def pdf(pages: int, lines: Callable[[int], list[str]], **about: object) -> bytes:
    """A PDF with these lines on each page."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0, **about)
    for number in range(pages):
        for row, line in enumerate(lines(number)):
            canvas.drawString(50, 740 - 14 * row, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def bare_pdf(*objects: bytes, root: str = "1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1, with a sound cross-reference table."""
    out, at = b"%PDF-1.7\n", []
    for number, inner in enumerate(objects, 1):
        at.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, inner)
    table = b"".join(b"%010d 00000 n \n" % place for place in at)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(at) + 1)
    tail = f"trailer\n<< /Size {len(at) + 1} /Root {root} >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + head + table + tail.encode()


def flate_bomb(size: int) -> bytes:
    """A PDF whose one page unpacks to so many blanks."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * MB) for _ in range(size // MB)) + packer.flush()
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>"
    return bare_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream)


def page_references(count: int) -> bytes:
    """A PDF whose list of pages names one page so many times."""
    kids = b"3 0 R " * count
    pages = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return bare_pdf(b"<< /Type /Catalog /Pages 2 0 R >>", pages, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>")


def rss(*items: str, before: str = "", title: str = "Narwa Post") -> str:
    """A feed with the insides of these items."""
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<?xml version="1.0"?>{before}<rss version="2.0"><channel><title>{title}</title>{inner}</channel></rss>'


def laughs(last: str = "lol9") -> str:
    """Entities that expand to a thousand million words."""
    rows = "".join(f'<!ENTITY lol{n} "{f"&lol{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY lol0 "lol">{rows}]>'


WIDE = "<html><body><p>head words</p>"
BYTES: dict[str, Callable[[], bytes]] = {
    "empty.txt": lambda: b"",
    "one.txt": lambda: b"a",
    "nuls.txt": lambda: bytes(9 * MB),
    "nuls-within.txt": lambda: filled("Some w\0ords. ").encode(),
    "invalid.txt": lambda: bytes(range(128, 256)) * 70_000,
    "utf16.txt": lambda: filled(SENTENCE, 4 * MB).encode("utf-16"),
    "utf16-bare.txt": lambda: filled(SENTENCE, 4 * MB).encode("utf-16-be"),
    "mixed.txt": lambda: (
        filled("Le caf\u00e9 br\u00fble. ", 4 * MB).encode() + filled("Le caf\u00e9. ").encode("cp1252")[: 4 * MB]
    ),
    "ends.txt": lambda: filled("a\rb\r\nc\u2028d\u2029e\n\n", 4 * MB).encode(),
    "zero-width.txt": lambda: filled("k\u200bi\u200dl\u2060l\u202ee\u2066d ", 3 * MB).encode(),
    "combining.txt": lambda: ("e" + "\u0301" * 4 * MB).encode(),
    "emoji.txt": lambda: filled("\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1f2\U0001f1f1 ", 2 * MB).encode(),
    "surrogates.jsonl": lambda: (json.dumps({"text": "\ud800" * MB + " killed"}) + "\n").encode(),
    "line.txt": lambda: b"a" * (100 * MB),
    "line-under-the-cap.txt": lambda: b"a" * (9 * MB),
    "paragraphs.txt": lambda: b"bombed\n\n" * MB,
    "lines.txt": lambda: b"a\n" * (4 * MB),
    "word.txt": lambda: b"W" * MB,
    "punctuation.txt": lambda: filled("!?.,;:-\u2014\u2026()[]").encode(),
    "digits.txt": lambda: filled("1234567890").encode(),
    "numbers.txt": lambda: " ".join(map(str, range(1_300_000))).encode(),
    "capitals.txt": lambda: filled(SENTENCE.upper()).encode(),
    "hyphens.txt": lambda: filled("anti-\n").encode(),
    "form-feeds.txt": lambda: filled("Page 1\n\na\fb\n").encode(),
    "braces.md": lambda: filled("# {x|a1:KILL}\n\n[a](b)\n").encode(),
    "blanks.txt": lambda: (" " * (9 * MB)).encode() + b"a",
    "tabs.txt": lambda: filled("a\t \t,").encode(),
}
MARKUP: dict[str, Callable[[], bytes]] = {
    "nested.html": lambda: (WIDE + "<div>" * MB + "deep words" + "</div>" * MB + "<p>tail words").encode(),
    "nested-unclosed.html": lambda: (WIDE + "<div>" * MB + "deep words").encode(),
    "unclosed.html": lambda: (WIDE + "<b><i><table><ul><a href='" * 100_000 + "tail words").encode(),
    "entities.html": lambda: (laughs() + WIDE + "&lol9;" * 100_000 + "tail words").encode(),
    "references.html": lambda: (WIDE + "&#x41;&amp;&nbsp;" * 500_000 + "tail words").encode(),
    "scripts.html": lambda: (
        WIDE
        + "<script>hacked()</script><style>p{hacked}</style><iframe src=javascript:hacked()></iframe>" * 20_000
        + "<svg onload=hacked()><text>x</text></svg><img src=x onerror=hacked()><p>tail words"
    ).encode(),
    "refresh.html": lambda: (
        "<html><head><meta http-equiv=refresh content='0;url=file:///etc/passwd'></head>" + WIDE + "<p>tail words"
    ).encode(),
    "links.html": lambda: (WIDE + "<p>words <a href='http://x.example/'>link</a>" * 100_000 + "<p>tail words").encode(),
    "attributes.html": lambda: (WIDE + "<p " + " ".join(f"a{n}=1" for n in range(MB)) + ">tail words").encode(),
    "attributes-bare.html": lambda: (WIDE + "<p " + "a " * MB + ">tail words").encode(),
    "attribute-long.html": lambda: (WIDE + "<p title='" + "x" * 8 * MB + "'>tail words").encode(),
    "comments.html": lambda: (WIDE + "<!--" * MB + "--><p>tail words").encode(),
    "siblings.html": lambda: (WIDE + "<p>a" * 1_000_000 + "<p>tail words").encode(),
    "cells.html": lambda: (WIDE + "<table>" + "<tr><td>a<td>b" * 300_000 + "</table><p>tail words").encode(),
    "many-tables.html": lambda: (WIDE + "<table>" * 100_000 + "<td>deep words</table><p>tail words").encode(),
    "formatting.html": lambda: (WIDE + "<a><b><p>" * 100_000 + "tail words").encode(),
    "line.html": lambda: (WIDE + filled(SENTENCE, 8 * MB) + "<p>tail words").encode(),
    "title.html": lambda: (
        "<html><head><title>" + filled("a &lt;b&gt; ", 4 * MB) + "</title>" + WIDE + "tail words"
    ).encode(),
    "json-ld.html": lambda: (
        "<html><head><script type='application/ld+json'>" + "[" * 2 * MB + "</script></head>" + WIDE + "<p>tail words"
    ).encode(),
    "headings.html": lambda: (WIDE + "<h1>a</h1>" * 300_000 + "<p>tail words").encode(),
    "captions.html": lambda: (
        WIDE + "<figure><figcaption>a b</figcaption></figure>" * 100_000 + "<p>tail words"
    ).encode(),
    "metas.html": lambda: ("<html><head>" + "<meta name=a content=b>" * 200_000 + WIDE + "<p>tail words").encode(),
    "select.html": lambda: (WIDE + "<select><option>" * 200_000 + "</select><p>tail words").encode(),
}
FEEDS: dict[str, Callable[[], bytes]] = {
    "laughs.xml": lambda: rss("<title>&lol9;</title>", before=laughs()).encode(),
    "external.xml": lambda: rss("<title>&x;</title>", before='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>').encode(),
    "external-utf16.xml": lambda: rss("<title>&x;</title>", before='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>').encode("utf-16"),
    "quadratic.xml": lambda: rss("<title>" + "&x;" * 50_000 + "</title>", before=f'<!DOCTYPE x [<!ENTITY x "{"x" * 50_000}">]>').encode(),
    "items.xml": lambda: rss(*["<guid>1</guid><title>Road shut</title>"] * 30_000).encode(),
    "nested.xml": lambda: rss("<title>a</title><description>" + "<a>" * 300_000 + "</description>").encode(),
    "markup.xml": lambda: rss("<title>a</title><description>" + "&lt;div&gt;" * 300_000 + "deep words</description>").encode(),
    "titles.xml": lambda: rss("<title>&lt;img src=x onerror=hacked()&gt;Road shut</title>").encode(),
    "dates.xml": lambda: rss(*(f"<title>Road {n}</title><pubDate>{day}</pubDate>" for n, day in enumerate(
        ("31 Feb 2013", "Mon, 99 Foo 2013 99:99:99", "Sat, 01 Jan 2999 00:00:00 GMT", "0", "-1", "9" * 500)))).encode(),
}  # fmt: skip
CONTAINERS: dict[str, Callable[[], bytes]] = {
    "zeros.gz": lambda: gzip_of_zeros(10),
    "zeros-one.gz": lambda: gz(bytes(200 * MB), 9),
    "members.gz": lambda: gz(b"a") * 300_000,
    "broken-members.gz": lambda: b"\x1f\x8b\x08" * 2 * MB,
    "false-starts.warc": lambda: b"WARC/1.0\r\n" * 800_000,
    "false-lengths.warc": lambda: b"WARC/1.0\r\nContent-Length: 3\r\n\r\n" * 200_000,
    "long-header.warc": lambda: b"WARC/1.0\r\n" + b"a: b\r\n" * MB + b"\r\n\r\n",
    "up.zip": lambda: zipped([("../../etc/passwd", b"x")]),
    "up.docx": lambda: docx(p("words"), (("../../../tmp/out", b"x"), ("/etc/passwd", b"x"))),
    "members.docx": lambda: docx(p("words"), tuple((f"word/{n}.xml", b"") for n in range(100_000))),
    "nested.zip": lambda: zipped([("a.zip", zipped([("b.zip", zipped([("c.txt", b"words")]))]))]),
    "nested.docx": lambda: docx(p("words"), (("word/embeddings/a.docx", docx(p("inner"))),)),
    "bomb.docx": lambda: docx(p(" " * 90 * MB)),
    "deep.docx": lambda: docx("<w:p>" * 300_000 + "words" + "</w:p>" * 300_000),
    "deep-runs.docx": lambda: docx("<w:p>" + "<w:r>" * 200 + p("words") * 20_000 + "</w:r>" * 200 + "</w:p>"),
    "boxes.docx": lambda: docx("<w:p>" + p("words") * 200_000 + "</w:p>"),
    "laughs.docx": lambda: docx(p("&lol9;"), prologue=laughs()),
    "external.docx": lambda: docx(p("&x;"), prologue='<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    "paragraphs.docx": lambda: docx(p("words") * 300_000),
}
PDFS: dict[str, Callable[[], bytes]] = {
    "pages.pdf": lambda: pdf(5_000, lambda n: [f"Page {n}", f"{SENTENCE[:80]}", "It was the third time."]),
    "pages-over.pdf": lambda: page_references(5_001),
    "references.pdf": lambda: page_references(100_000),
    "bomb.pdf": lambda: flate_bomb(1_000 * MB),
    "script.pdf": lambda: bare_pdf(
        b"<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (while(1){}) >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] >>",
    ),
    "no-table.pdf": lambda: pdf(2, lambda n: ["The road was shut on Monday."]).replace(b"startxref", b"startxxxx"),
    "broken-table.pdf": lambda: pdf(2, lambda n: ["The road was shut on Monday."]).replace(b"0000000", b"9999999"),
    "pages-in-circles.pdf": lambda: bare_pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"
    ),
    "one-long-line.pdf": lambda: pdf(1, lambda n: ["a" * 500_000]),
    "one-letter-lines.pdf": lambda: pdf(1, lambda n: ["a"] * 100_000),
}
TABLES: dict[str, Callable[[], bytes]] = {
    "deep.json": lambda: b"[" * (4 * MB),
    "deep.jsonl": lambda: b'{"text": ' + b"[" * MB + b"\n",
    "keys.jsonl": lambda: ("{" + ",".join(f'"k{n}": 1' for n in range(500_000)) + ', "text": "killed"}\n').encode(),
    "number.jsonl": lambda: b'{"text": "killed", "n": ' + b"9" * MB + b"}\n",
    "rows.jsonl": lambda: b'{"text": "a"}\n' * 300_000,
    "rows.csv": lambda: b"id,text\n" + b"1,a\n" * 300_000,
    "columns.csv": lambda: b"text," + b"a," * MB + b"\nx\n",
    "quotes.csv": lambda: b"id,text\n" + b'1,"a\n' * 500_000,
    "quotes-within.csv": lambda: b"id,text\n" + b'1,"a"b"\n' * 500_000,
}
