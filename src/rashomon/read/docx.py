"""Word documents to drafts: every paragraph in document order, tables and text boxes included, deleted text not."""

import io
import lzma
import zipfile
import zlib
from typing import Any

from rashomon.errors import TooLarge, UnreadableInput
from rashomon.read.decode import clean
from rashomon.read.draft import Draft, Paragraph
from rashomon.read.gzipped import RATIO
from rashomon.read.received import ReadOptions, count
from rashomon.read.repair import mend
from rashomon.records import RegionKind

MEMBERS = 10_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_KINDS: dict[str, RegionKind] = {"title": "title", "caption": "caption", "subtitle": "body"}
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}


def read_docx(source: str, data: bytes, options: ReadOptions) -> Draft:
    """One document. Raises TooLarge for a zip bomb, UnreadableInput for a damaged or protected file."""
    check_zip(source, data, options.max_unpacked)
    import docx
    from docx.opc.exceptions import OpcError

    try:  # lxml's XMLSyntaxError is a SyntaxError
        body = docx.Document(io.BytesIO(data)).element.body
    except (
        OpcError,
        SyntaxError,
        zipfile.BadZipFile,
        zlib.error,
        KeyError,
        ValueError,
        EOFError,
        RuntimeError,
        OSError,  # bzip2 data that is none
        lzma.LZMAError,
    ) as error:
        raise UnreadableInput(source, f"is a damaged DOCX ({type(error).__name__})") from error
    if body is None:
        raise UnreadableInput(source, "is a DOCX without a body")
    for twin in list(body.iter(_FALLBACK)):  # the same text box again, for older programs
        twin.getparent().remove(twin)
    found = [p for element in body.iter(f"{_W}p") for p in _paragraphs(element)]
    mended, notes = mend(found)
    return Draft(paragraphs=tuple(mended), notes=notes)


def check_zip(source: str, data: bytes, limit: int) -> None:
    """Refuse an archive that holds too many members, or unpacks to too much, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise UnreadableInput(source, "is a damaged DOCX (its zip can't be opened)") from error
    size = sum(member.file_size for member in members)
    if len(members) > MEMBERS:
        raise TooLarge(source, f"holds {count(len(members), 'member')}; a DOCX may have {MEMBERS:,}")
    if size > limit:
        raise TooLarge(source, f"unpacks to {size:,} bytes; {limit:,} are allowed; refused as a bomb")
    if size > 1_000_000 and size > RATIO * len(data):
        raise TooLarge(source, f"unpacks to more than {RATIO} times its size; refused as a bomb")


def _paragraphs(element: Any) -> list[Paragraph]:
    """A ``w:p`` as paragraphs (more than one where it has line breaks); its text boxes come as ``w:p`` of their own."""
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = (style.get(f"{_W}val") or "").lower() if style is not None else ""
    kind = _KINDS.get(name)
    parts: list[str] = []
    for node in element.iter():
        if node.tag == f"{_W}t" and _owner(node) is element:
            parts.append(node.text or "")
        elif node.tag in _BREAKS and _owner(node) is element:
            parts.append(_BREAKS[node.tag])
    text, _ = clean("".join(parts))
    return [Paragraph(line.strip(), kind) for line in text.split("\n") if line.strip()]


def _owner(node: Any) -> Any:
    """The nearest ``w:p`` above a node."""
    above = node.getparent()
    while above is not None and above.tag != f"{_W}p":
        above = above.getparent()
    return above
