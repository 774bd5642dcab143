"""Bytes to text: the order of attempts, and what is said about guesses."""

import codecs

import pytest

from rashomon.read.decode import clean, decode

RUSSIAN = "Губернатор области заявил, что по меньшей мере двенадцать человек были ранены на рынке во вторник утром."


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"plain", "plain", "utf-8"),
        ("Sévaré — “plain”".encode(), "Sévaré — “plain”", "utf-8"),
        (codecs.BOM_UTF8 + "Sévaré".encode(), "Sévaré", "utf-8"),
        (codecs.BOM_UTF16_LE + "Sévaré".encode("utf-16-le"), "Sévaré", "utf-16-le"),
        (codecs.BOM_UTF16_BE + "Sévaré".encode("utf-16-be"), "Sévaré", "utf-16-be"),
        (codecs.BOM_UTF32_LE + "Sévaré".encode("utf-32-le"), "Sévaré", "utf-32-le"),
        ("A market was hit".encode("utf-16-le"), "A market was hit", "utf-16-le"),
        ("A market was hit".encode("utf-16-be"), "A market was hit", "utf-16-be"),
    ],
)
def test_text_without_a_guess(data, text, encoding):
    assert decode(data) == (text, encoding, "")


def test_declared_charset_is_used_where_it_fits():
    assert decode(RUSSIAN.encode("koi8-r"), "koi8-r")[:2] == (RUSSIAN, "koi8-r")


@pytest.mark.parametrize("declared", ["latin-1", "ascii", "utf-16", "no-such-charset", "base64", "idna", "\0"])
def test_wrong_declared_charset_does_not_beat_utf8(declared):
    assert decode("Sévaré".encode(), declared).text == "Sévaré"


def test_few_accents_are_read_as_western_and_said():
    read = decode("The town of Sévaré – near Mopti".encode("windows-1252"))
    assert read.text == "The town of Sévaré – near Mopti"
    assert "Windows-1252, a guess" in read.warning


def test_detector_reads_other_scripts_and_says_so():
    read = decode(RUSSIAN.encode("windows-1251"))
    assert read.text == RUSSIAN
    assert "a guess" in read.warning


def test_mixed_encodings_keep_the_utf8_and_count_the_rest():
    read = decode("Sévaré, Saïd, Hollande’s ".encode() + "François".encode("latin-1"))
    assert read.text == "Sévaré, Saïd, Hollande’s François"
    assert read.warning == "1 byte did not fit UTF-8; read as Windows-1252"


def test_damaged_utf16_is_counted():
    read = decode(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00")
    assert "�" in read.text
    assert read.warning == "1 character did not fit utf-16-le and were replaced"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf"),
        ("\ufeffa", "a"),
        ("\x1f\ufeff\ufeffa", "a"),
        ("\ufeff\ufeff a", " a"),
        ("fi ﬁ ½ ｆｕｌｌ e\u0301 \u200bzero\u202ebidi", "fi ﬁ ½ ｆｕｌｌ e\u0301 \u200bzero\u202ebidi"),
    ],
)
def test_only_line_ends_change(raw, text):
    assert clean(raw) == (text, "")


def test_nuls_and_lone_surrogates_are_dropped_and_counted():
    assert clean("a\0b\ud800c") == ("abc", "2 NULs or lone surrogates were dropped")
