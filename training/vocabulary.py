"""Which sub-tokens the shipped tokenizer keeps: all that a report in English, or a name in Latin letters, can need."""

import json
from collections.abc import Sequence


def vocabulary(tokenizer: dict) -> list[str]:
    """The sub-tokens to keep, in their order: no unused ones, none with letters of other scripts than Latin."""
    ids = tokenizer["model"]["vocab"]
    return [word for word in sorted(ids, key=ids.get) if not word.startswith("[unused") and all(map(_latin, word))]


def _latin(character: str) -> bool:
    code = ord(character)
    # IPA and modifier letters spell names (Taʿiz, Kəlbəcər), ligatures come out of PDFs; then punctuation and signs
    return code < 0x370 or 0x1E00 <= code < 0x1F00 or 0x2000 <= code < 0x2300 or 0xFB00 <= code < 0xFB07


def cut(tokenizer: dict, words: Sequence[str]) -> dict:
    """The tokenizer with these sub-tokens only, numbered anew, and no limits of length."""
    ids = {word: i for i, word in enumerate(words)}
    made = json.loads(json.dumps(tokenizer))
    made["truncation"] = made["padding"] = None
    made["model"]["vocab"] = ids
    for added in made["added_tokens"]:
        added["id"] = ids[added["content"]]
    for name, special in made["post_processor"]["special_tokens"].items():
        special["ids"] = [ids[name]]
    return made
