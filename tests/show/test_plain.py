"""Control and bidi characters become visible."""

import pytest

from rashomon.show.plain import clip, safe, visible

CASES = [
    ("plain text", "plain text", "plain text"),
    ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m", "␛[31mred␛[0m"),
    ("a\x00b\x07", "a␀b␇", "a␀b␇"),
    ("\x9b31m", "⟨U+009B⟩31m", "⟨U+009B⟩31m"),
    ("user\u202etxt.exe", "user⟨U+202E⟩txt.exe", "user⟨U+202E⟩txt.exe"),
    ("\u2066x\u2069", "⟨U+2066⟩x⟨U+2069⟩", "⟨U+2066⟩x⟨U+2069⟩"),
    ("قال\u200f 5", "قال⟨U+200F⟩ 5", "قال\u200f 5"),
    ("two\nlines\tand a tab", "two␤ lines and a tab", "two\nlines\tand a tab"),
    ("back\rwards", "back␍wards", "back␍wards"),
    ("lone \ud800 surrogate", "lone ⟨U+D800⟩ surrogate", "lone ⟨U+D800⟩ surrogate"),
    ("\x7f", "␡", "␡"),
    ("👩‍👩‍👧 cafe\u0301", "👩‍👩‍👧 cafe\u0301", "👩‍👩‍👧 cafe\u0301"),
]


@pytest.mark.parametrize(("text", "terminal", "page"), CASES)
def test_controls_become_visible(text: str, terminal: str, page: str) -> None:
    assert safe(text) == terminal
    assert visible(text) == page


@pytest.mark.parametrize("code", [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
def test_no_control_reaches_a_terminal(code: int) -> None:
    assert chr(code) not in safe(f"a{chr(code)}b")


def test_lines_stay_where_asked_for() -> None:
    assert safe("a\nb\r", lines=True) == "a\nb␍"


@pytest.mark.parametrize(
    ("text", "limit", "out"),
    [
        ("short", 10, "short"),
        ("one two three four", 10, "one two … (18 characters)"),
        ("x" * 2_000_000, 5, "xxxxx … (2,000,000 characters)"),
    ],
)
def test_clip_says_the_full_length(text: str, limit: int, out: str) -> None:
    assert clip(text, limit) == out
