"""What the reading tests share: one call that reads bytes under a name, and small files of each kind."""

import io
import zipfile
import zlib

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from rashomon.read import ReadOptions, Received, parse

BODY = (
    "The governor of the province said on Tuesday that at least twelve people had been wounded when the market was "
    "hit, and that the road to the north was closed until the evening."
)


@pytest.fixture
def body():
    """A paragraph of running English."""
    return BODY


@pytest.fixture
def read():
    """Bytes (or text) under a name to entries."""

    def call(data, name="report.txt", read=parse, **options):
        data = data.encode() if isinstance(data, str) else data
        return read(Received(source=name, name=name, data=data), ReadOptions(**options))

    return call


@pytest.fixture
def one(read):
    """Bytes under a name to the one document in them."""

    def call(data, name="report.txt", **options):
        (entry,) = read(data, name, **options)
        assert entry.problem == ""
        return entry.document

    return call


@pytest.fixture
def why(read):
    """Bytes under a name to the problem that they are."""

    def call(data, name="report.txt", **options):
        (entry,) = read(data, name, **options)
        assert entry.document is None
        return entry.problem

    return call


@pytest.fixture
def pdf():
    """Pages, each a list of (x, y, size, line), to the bytes of a PDF."""

    def call(pages, password=None):
        out = io.BytesIO()
        canvas = Canvas(out, encrypt=StandardEncryption(password) if password else None, invariant=1)
        for lines in pages:
            for x, y, size, line in lines:
                canvas.setFont("Helvetica", size)
                canvas.drawString(x, y, line)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return call


@pytest.fixture
def docx():
    """Inner XML of a document's body to the bytes of a DOCX."""

    def call(inner, extra=()):
        out = io.BytesIO()
        types = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(
                "[Content_Types].xml",
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{types}"/></Types>',
            )
            archive.writestr(
                "_rels/.rels",
                '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
                '<Relationship Id="r1" Target="word/document.xml" Type="http://schemas.openxmlformats.org/'
                'officeDocument/2006/relationships/officeDocument"/></Relationships>',
            )
            archive.writestr(
                "word/document.xml",
                '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
                'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
                f"<w:body>{inner}</w:body></w:document>",
            )
            for name, data in extra:
                archive.writestr(name, data)
        return out.getvalue()

    return call


@pytest.fixture
def gz():
    """Bytes to a gzip of one member, the same bytes every time."""

    def call(data):
        packer = zlib.compressobj(6, zlib.DEFLATED, 31)
        return packer.compress(data.encode() if isinstance(data, str) else data) + packer.flush()

    return call


@pytest.fixture
def warc():
    """A target, HTML and optional header changes to one WARC response record."""

    def call(uri, page, headers="", status="200 OK", length=None):
        http = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(page)}\r\n\r\n"
        block = http.encode() + page.encode()
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2013-01-22T08:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:{abs(hash(uri))}>\r\nContent-Type: application/http; msgtype=response\r\n"
            f"{headers}Content-Length: {length or len(block)}\r\n\r\n"
        )
        return head.encode() + block + b"\r\n\r\n"

    return call
