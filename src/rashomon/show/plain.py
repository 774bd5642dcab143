"""Hostile text made harmless to look at: control, escape and direction-changing characters become visible."""

from typing import Final

# Marks that only settle the direction of neutral characters; Arabic and Hebrew text is full of them.
GENTLE: Final = frozenset({0x200E, 0x200F, 0x061C})
# Embeddings, overrides and isolates reorder everything after them (UAX #9), so they are shown, not obeyed.
BIDI: Final = frozenset({*range(0x202A, 0x202F), *range(0x2066, 0x206A)})
CONTROLS: Final = frozenset({*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF}) - {0x09, 0x0A}
SURROGATES: Final = frozenset(range(0xD800, 0xE000))


def _sign(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"


PAGE: Final = {code: _sign(code) for code in CONTROLS | BIDI | SURROGATES}
TERMINAL: Final = PAGE | {code: _sign(code) for code in GENTLE} | {0x09: " ", 0x0A: "␤ "}


def safe(text: str, lines: bool = False) -> str:
    """Text for a terminal: no control, escape or bidi character is left; line ends stay only if ``lines``."""
    table = TERMINAL | {0x0A: "\n"} if lines else TERMINAL
    return text.translate(table)


def visible(text: str) -> str:
    """Text for a page: as `safe`, but line ends, tabs and the gentle direction marks stay."""
    return text.translate(PAGE)


def clip(text: str, limit: int = 300) -> str:
    """At most about ``limit`` characters, cut at a space where there is one, with the full length said."""
    if len(text) <= limit:
        return text
    cut = text.rfind(" ", limit // 2, limit)
    return f"{text[: cut if cut > 0 else limit]} … ({len(text):,} characters)"
