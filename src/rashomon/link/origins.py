"""Who first said it: reprints and wire copies among documents, and speakers quoted by several, count once."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import ClassVar, Final

import msgspec
import re2
from rensa import RMinHash, RMinHashLSH

from rashomon.link.account import days
from rashomon.records import Document, Judgement, content_id

SHINGLE: Final = 5  # words; at 5, unrelated reports of one incident share under 2 % of their shingles
PERMUTATIONS: Final = 128
BANDS: Final = 32  # 32 bands of 4 rows: a Jaccard of 0.5 is found with probability 0.87, of 0.8 with 1 - 5e-8
SEED: Final = 5

_WORD = re.compile(r"\w{1,60}")
AGENCIES: Final[Mapping[str, str]] = {
    "associated press": "AP", "ap": "AP", "reuters": "Reuters", "agence france-presse": "AFP", "afp": "AFP",
    "xinhua": "Xinhua", "tass": "TASS", "itar-tass": "TASS", "efe": "EFE", "dpa": "dpa", "ansa": "ANSA", "upi": "UPI",
    "bernama": "Bernama", "interfax": "Interfax", "anadolu agency": "Anadolu", "irna": "IRNA", "sana": "SANA",
    "pti": "PTI", "ians": "IANS", "ap photo": "AP",
}  # fmt: skip
_NAMES: Final = "|".join(sorted((name.replace("-", "[- ]") for name in AGENCIES), key=len, reverse=True))
# "(AP) -", "— Reuters", "By the Associated Press", "Reuters contributed to this report"
_CREDIT = re2.compile(
    rf"(?i)\((?P<a>{_NAMES})\)|(?:^|\n)(?:by )?(?:the )?(?P<b>{_NAMES})\s*(?:$|\n|[-–—])"
    rf"|[-–—]\s*(?P<c>{_NAMES})\s*(?:$|\n)|(?P<d>{_NAMES}) contributed to this"
)
EDGE: Final = 300  # characters at either end of a report where credits stand


class Origins(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Decide which documents are one origin: reprints, cut reprints, and copies of one agency's text.

    ``jaccard``: the least share of common five-word runs in all runs of two texts; ``cut``: the least share of the
    shorter text's runs found in the longer; ``wire``: the same where both credit one agency within ``days``.
    """

    name: ClassVar[str] = "origins"
    version: ClassVar[str] = "1"
    jaccard: float = 0.5
    cut: float = 0.7
    wire: float = 0.2
    days: int = 3
    shortest: int = 30

    def __call__(self, batch: Sequence[tuple[Document, Document]]) -> list[Judgement]:
        """One judgement per pair of documents, in order: relation "same origin", left and right ordered."""
        runs: dict[str, frozenset[str]] = {}
        for document in (d for pair in batch for d in pair):
            if document.id not in runs:
                runs[document.id] = shingles(document.text)
        return [self._judge(a, b, runs[a.id], runs[b.id]) for a, b in batch]

    def _judge(self, a: Document, b: Document, left: frozenset[str], right: frozenset[str]) -> Judgement:
        same, score, why = self._compare(a, b, left, right)
        one, other = sorted((a.id, b.id))
        return Judgement(
            id=content_id("j", self.name, self.version, one, other, same, score),
            left=one,
            right=other,
            relation="same origin",
            verdict="same" if same else "unsure",
            score=score,
            why=why,
            maker=self.name,
        )

    def _compare(
        self, a: Document, b: Document, left: frozenset[str], right: frozenset[str]
    ) -> tuple[bool, float, str]:
        common, least = len(left & right), min(len(left), len(right))
        if least < self.shortest:
            alike = left == right and bool(left)
            return alike, float(alike), "too short to compare" if not alike else "the same short text"
        jaccard, share = common / len(left | right), common / least
        score = round(max(jaccard, share), 4)
        if jaccard >= self.jaccard:
            return True, score, f"near-duplicate: {jaccard:.0%} of all five-word runs are common"
        if share >= self.cut:
            return True, score, f"cut reprint: {share:.0%} of the shorter text stands in the longer"
        agency = sorted(credits(a) & credits(b))
        if agency and share >= self.wire and _close(a, b, self.days):
            return True, score, f"both credit {agency[0]}, and {share:.0%} of the shorter text is common"
        return False, score, f"{share:.0%} of the shorter text is common"


def candidate_documents(documents: Iterable[Document]) -> list[tuple[Document, Document]]:
    """Pairs of documents that may be one origin: MinHash neighbours, and documents that share an unusual run of words.

    The second way finds cut reprints, whose Jaccard is low. Ordered by ids; each pair once; near-linear.
    """
    ordered = sorted(documents, key=lambda d: d.id)
    runs = [shingles(d.text) for d in ordered]
    pairs = set(_neighbours(runs)) | set(_rare(runs))
    return [(ordered[a], ordered[b]) for a, b in sorted(pairs)]


def shingles(text: str) -> frozenset[str]:
    """The runs of five words of a text, case-folded, punctuation dropped."""
    found = [word.casefold() for word in _WORD.findall(text)]
    if not found:
        return frozenset()
    return frozenset(" ".join(found[i : i + SHINGLE]) for i in range(max(1, len(found) - SHINGLE + 1)))


def credits(document: Document) -> frozenset[str]:
    """The news agencies that a document credits in its byline, its dateline or its last lines, by short name."""
    text = document.text
    found = set()
    for part in (document.byline or "", text[:EDGE], text[-EDGE:]):
        for match in _CREDIT.finditer(part):
            name = next(group for group in match.groups() if group)
            found.add(AGENCIES[name.casefold().replace("agence france presse", "agence france-presse")])
    return frozenset(found)


def _neighbours(runs: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    index = RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, run in enumerate(runs):
        sketch = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        sketch.update(sorted(run))
        yield from ((other, number) for other in index.query(sketch) if other != number)
        index.insert(number, sketch)


def _rare(runs: Sequence[frozenset[str]]) -> Iterator[tuple[int, int]]:
    """Pairs that share at least three sampled runs held by no more than a dozen documents (boilerplate is in more)."""
    holders: dict[str, list[int]] = {}
    for number, run in enumerate(runs):
        for shingle in run:
            if len(shingle) % 4 == 0:
                holders.setdefault(shingle, []).append(number)
    shared: dict[tuple[int, int], int] = {}
    for numbers in holders.values():
        if 1 < len(numbers) <= 12:
            for pair in combinations(numbers, 2):
                shared[pair] = shared.get(pair, 0) + 1
    return (pair for pair, count in shared.items() if count >= 3)


def _close(a: Document, b: Document, limit: int) -> bool:
    left, right = days(a.published), days(b.published)
    return left is None or right is None or max(left[0], right[0]) - min(left[1], right[1]) <= limit
