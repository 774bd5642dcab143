"""What the fuzzer starts from: small sound inputs of every kind, made here of invented text."""

# ruff: noqa: E501  small files, each as it would come

import io
import zipfile
import zlib

from reportlab.pdfgen.canvas import Canvas

REPORT = (
    "Bridge shelled in Narwa\n\nBy Ada Person\n\nNARWA, 21 January 2013 (Narwa Post) - The governor of the province said "
    "on Tuesday that at least twelve people had been killed and between 30 and 40 wounded when gunmen of the Salt Front "
    "shelled the market near Dessan last Friday.\n\nThe army denied it. \u201cMore than 1,200 families fled to the north "
    "since March,\u201d a spokesman told state radio, and the front's ally, the Northern League, sent 400 fighters."
)
_PARTS = REPORT.split("\n\n")
HTML = (
    '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Bridge shelled | Narwa Post</title>'
    '<meta property="article:published_time" content="2013-01-21T10:00:00Z"><script type="application/ld+json">'
    '{"@graph": [{"@type": "NewsArticle", "headline": "Bridge shelled", "datePublished": "2013-01-22", "author": '
    '[{"name": "Ada Person"}]}]}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Bridge shelled</h1>'
    "<figure><img src=a.jpg><figcaption>The bridge</figcaption></figure>"
    + "".join(f"<p>{part}</p>" for part in _PARTS)
    + "<table><tr><td>12<td>dead</table><svg onload=x()></svg><iframe src=x></iframe></article></body></html>"
)
RSS = (
    '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Narwa Post</title>'
    "<item><guid>1</guid><title>Bridge &lt;b&gt;shelled&lt;/b&gt;</title><pubDate>Mon, 21 Jan 2013 10:00:00 GMT</pubDate>"
    f"<link>https://narwa.example/1</link><description><![CDATA[<p>{_PARTS[2]}</p>]]></description></item>"
    f"<item><guid>1</guid><title>Again</title><description>{_PARTS[2]}</description></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Narwa</title><entry><id>a</id><title type="html">Bridge</title>'
    f'<updated>2013-01-21T10:00:00Z</updated><content type="html">&lt;p&gt;{_PARTS[2]}&lt;/p&gt;</content></entry></feed>'
)
JSONL = (
    '{"id": 1, "title": "Bridge shelled", "text": "Twelve people were killed.", "date": "21/01/2013"}\n'
    '{"id": 2, "text": ["One paragraph.", "Another \\ud800 one."], "date": "03/04/2013", "author": {"name": "Ada"}}\n'
)
CSV = 'id,title,text,date\n1,Bridge shelled,"Twelve people, ""all"" of them, were\nkilled.",21/01/2013\n2,b,"c",03.04.2013\n'
NOTATION = (
    "### one/1\nT: {Gunmen|n1:PER} of {the Salt Front|n2:ORG} {killed|n3:KILL} {at least 12|n4:QUANT} {villagers|n5:PER} "
    "in {Dessan|n6:GPE} on {Monday|n7:TIME}, {the mayor|n8:PER} {said|n9:SAY}.\n"
    "E: n3 agent n1; n1 of n2; n3 target n5; n4 count n5; n3 place n6; n3 time n7; n9 agent n8; n9 content n3\n"
    "M: n3 poss\n"
)
DATES = (
    *(
        "21 January 2013",
        "Saturday evening",
        "just over a week ago",
        "the last two years",
        "between March and May 2012",
    ),
    *("31 February 2013", "next last Friday", "2013-01-21T10:00:00+02:00", "03/04/13", "the second half of 1994"),
    *(
        "the night of 3-4 March",
        "from 2 to 5 p.m. on Monday",
        "mid-June",
        "the 1990s",
        "year 0",
        "late on Dec. 31, 9999",
    ),
    *("a month and a half later", "three days before that", "the third quarter of last year", "29 February 2013"),
)
NUMBERS = (
    *("at least 12", "between 30 and 40", "1,000.5", "1.000,5", "dozens", "some 400", "a couple of hundred", "10^400"),
    *("-0", "two and a half million", "MMXIII", "no fewer than 1,200", "١٢٣", "one in five", "half", "3,4 and 5"),
    *("twenty-one thousand three hundred and five", "12 (five of them children)", "up to 40 per cent", "40 to 30"),
)


def docx(inner: str) -> bytes:
    """A Word file whose body holds so much XML."""
    out = io.BytesIO()
    office = "http://schemas.openxmlformats.org"
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{office}/package/2006/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{word}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{office}/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
            f'Type="{office}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{office}/wordprocessingml/2006/main" '
            f'xmlns:mc="{office}/markup-compatibility/2006"><w:body>{inner}</w:body></w:document>',
        )
    return out.getvalue()


WORD = "".join(f"<w:p><w:r><w:t>{part}</w:t><w:br/></w:r></w:p>" for part in _PARTS)


def pdf(pages: int = 2) -> bytes:
    """A PDF of a few lines a page."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=0)
    for number in range(pages):
        for row, line in enumerate([f"Page {number}", *_PARTS[2].split(". "), "a bro-", "ken word"]):
            canvas.drawString(50, 740 - 14 * row, line[:90])
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def record(uri: str, page: str) -> bytes:
    """A WARC response record of a page."""
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page.encode())}\r\n\r\n"
    block = http.encode() + page.encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2013-01-22T08:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def gz(data: bytes) -> bytes:
    """A gzip of one member, the same every time."""
    packer = zlib.compressobj(6, zlib.DEFLATED, 31)
    return packer.compress(data) + packer.flush()


ARCHIVE = (record("https://narwa.example/1", HTML), record("https://narwa.example/2", HTML.replace("Bridge", "Road")))
