"""Bytes to text: byte-order mark, strict UTF-8, the declared charset, a detector; what was replaced is counted."""

import codecs
import re
from typing import NamedTuple

from rashomon.read.received import count

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_STRAY = re.compile("[\udc80-\udcff]")
_LETTERS = bytes(range(65, 91)) + bytes(range(97, 123))
_DETECT = 65_536  # bytes shown to the detector; it is slow, and more does not change its mind
# Without this list the detector takes a page of accents for EBCDIC.
_PLAUSIBLE = [
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp866"),
    *("koi8_r", "koi8_u", "iso8859_2", "iso8859_5", "iso8859_6", "iso8859_7", "gb18030", "big5"),
    *("shift_jis", "euc_jp", "euc_kr"),
]
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_UNUSABLE = re.compile("[\0\ud800-\udfff]")
_LEADING_MARKS = re.compile("^[\\s\ufeff]*\ufeff")


class Decoded(NamedTuple):
    """Text, the encoding it was read in, and a warning when the reading was a guess or bytes were replaced."""

    text: str
    encoding: str
    warning: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Text of bytes, in a fixed order of attempts; never raises."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _replacing(data[len(mark) :], encoding)
    text = _strict(data, "utf-8")
    wide = _wide(data)
    if wide:  # before UTF-8: UTF-16 of plain English is also valid UTF-8, with NULs
        return _replacing(data, wide)
    if text is not None:
        return Decoded(text, "utf-8")
    text = _strict(data, declared) if declared else None
    if text is not None:
        return Decoded(text, str(declared))
    return _guess(data)


def clean(text: str) -> tuple[str, str]:
    """Text with its line ends made ``\\n``, without NULs and lone surrogates; and a warning that counts those.

    Nor with byte order marks at its beginning: whoever cleans the text again finds nothing to do.
    """
    text, dropped = _UNUSABLE.subn("", _LINE_ENDS.sub("\n", text))
    text = _LEADING_MARKS.sub("", text)
    if not dropped:
        return text, ""
    return text, f"{count(dropped, 'NUL or lone surrogate was', 'NULs or lone surrogates were')} dropped"


def _strict(data: bytes, encoding: str | None) -> str | None:
    """Text if every byte fits the encoding, and the encoding is one of text that Python knows."""
    try:
        return codecs.decode(data, encoding or "", "strict") if encoding and codecs.lookup(encoding) else None
    except (UnicodeError, LookupError, ValueError, TypeError, AssertionError):
        return None


def _replacing(data: bytes, encoding: str) -> Decoded:
    """Text in a known encoding, with U+FFFD for what does not fit it."""
    text = data.decode(encoding, "replace")
    bad = text.count("\ufffd")
    return Decoded(text, encoding, f"{count(bad, 'character')} did not fit {encoding} and were replaced" if bad else "")


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: NULs in (nearly) every second byte, on one side only."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> Decoded:
    """Text of bytes that are not UTF-8: damaged or mixed UTF-8, a Western page, or what the detector says."""
    text = data.decode("utf-8", "surrogateescape")
    stray = len(_STRAY.findall(text))
    multibyte = len(text) - len(text.encode("ascii", "ignore")) - stray
    if multibyte > stray:
        return Decoded(_patched(text), "utf-8", f"{count(stray, 'byte')} did not fit UTF-8; read as Windows-1252")
    letters = len(data) - len(data.translate(None, _LETTERS))
    if stray <= 0.15 * letters:  # a few accents and quotes among ASCII letters: Western; the detector errs on so few
        return Decoded(_patched(text), "windows-1252", "not UTF-8; read as Windows-1252, a guess from its few accents")
    encoding = _detected(data)
    if encoding is None:
        return _replacing(data, "utf-8")
    read = _replacing(data, encoding)
    return Decoded(read.text, encoding, f"not UTF-8; read as {encoding}, a guess. {read.warning}".strip())


def _patched(text: str) -> str:
    """Surrogate-escaped bytes as Windows-1252 letters, or U+FFFD where it has none."""
    return _STRAY.sub(lambda found: bytes([ord(found[0]) - 0xDC00]).decode("windows-1252", "replace"), text)


def _detected(data: bytes) -> str | None:
    """What charset-normalizer makes of the first part that is not plain ASCII."""
    from charset_normalizer import from_bytes

    first = next((i for i, byte in enumerate(data) if byte > 127), 0)
    start = max(0, first - 200)
    best = from_bytes(data[start : start + _DETECT], cp_isolation=_PLAUSIBLE).best()
    return best.encoding if best else None
