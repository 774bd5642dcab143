"""Words with offsets, their case patterns, and the sub-token arrays that the encoder reads."""

import re

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from rashomon.records import Row

# Possessives, hyphens and quotes stand alone so that "Syria's" and "anti-government" can be cut as the scheme cuts
# them; dotted initials and numbers with separators stay whole. No quantifier is nested ambiguously: linear time.
WORD = re.compile(r"(?:[A-Z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W\d_]+|\w+?|[^\w\s]")

CASES = ("none", "lower", "title", "upper", "mixed", "digit", "punct")
LONGEST_WORD = 60  # characters of a word that the tokenizer is shown


class Words(Row, frozen=True, kw_only=True):
    """The words of one passage: code-point offsets, case pattern ids, and the sentence each stands in."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    cases: tuple[int, ...]
    sentences: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)


def split(text: str) -> Words:
    """The words of ``text``; sentence numbers count the full stops, question and exclamation marks before a word."""
    starts, ends, cases, numbers = [], [], [], []
    sentence = 0
    for match in WORD.finditer(text):
        word = match.group()
        starts.append(match.start())
        ends.append(match.end())
        cases.append(case_of(word))
        numbers.append(sentence)
        sentence += word in ".?!"
    return Words(starts=tuple(starts), ends=tuple(ends), cases=tuple(cases), sentences=tuple(numbers))


def case_of(word: str) -> int:
    """The id in `CASES` of a word's case pattern; the encoder's own vocabulary is uncased."""
    if word[0].isdigit():
        return 5
    if not word[0].isalpha():
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4


class Pieces(Row, frozen=True, kw_only=True):
    """Sub-tokens of one passage: ids and case ids (both ``(tokens,)``), and the first sub-token of each word kept."""

    ids: NDArray[np.int64]
    cases: NDArray[np.int64]
    first: NDArray[np.int64]


def pieces(tokenizer: Tokenizer, text: str, words: Words, most: int) -> Pieces:
    """Sub-tokens of a passage with its [CLS] and [SEP], at most ``most``; words past that are left out of ``first``."""
    strings = [text[a:b][:LONGEST_WORD] for a, b in zip(words.starts, words.ends, strict=True)]
    encoding = tokenizer.encode(strings, is_pretokenized=True)
    ids, word_ids = list(encoding.ids), list(encoding.word_ids)
    whole = len(words)
    if len(ids) > most:
        ids, word_ids = [*ids[: most - 1], ids[-1]], [*word_ids[: most - 1], None]
        whole = max((w for w in word_ids if w is not None), default=-1) + 1
    seen: dict[int, int] = {}
    for position, word in enumerate(word_ids):
        if word is not None:
            seen.setdefault(word, position)
    # a word of characters that the vocabulary drops has no sub-token: [CLS] stands in for it
    first = [seen.get(word, 0) for word in range(whole)]
    cases = [0 if w is None else words.cases[w] for w in word_ids]
    return Pieces(
        ids=np.asarray(ids, dtype=np.int64),
        cases=np.asarray(cases, dtype=np.int64),
        first=np.asarray(first, dtype=np.int64),
    )
