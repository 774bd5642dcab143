"""Who first said it: reprints and wire copies among documents, and speakers quoted by several, count once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar, Final

import msgspec
import re2

from rashomon.link import words
from rashomon.link.account import days
from rashomon.link.runs import Runs, alike, runs, shared
from rashomon.records import Document, Judgement, content_id

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
LEAST_TITLE: Final = 3  # content words of a headline that can be looked for
SUPPORT: Final = 0.2  # of them that a text must have; reprints have half and more, pages without their report none
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
        texts = {document.id: document.text for pair in batch for document in pair}
        known = {name: runs(text) for name, text in texts.items()}
        return [self._judge(a, b, known[a.id], known[b.id]) for a, b in batch]

    def _judge(self, a: Document, b: Document, left: Runs, right: Runs) -> Judgement:
        same, score, why = self._compare(a, b, left, right)
        if same and furniture(a, b):
            same, why = False, f"{why}, but it speaks of neither headline: it is what stands around the reports"
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

    def _compare(self, a: Document, b: Document, left: Runs, right: Runs) -> tuple[bool, float, str]:
        common, least = shared(left, right), min(len(left), len(right))
        if least < self.shortest:
            equal = common == len(left) == len(right) > 0
            return equal, float(equal), "the same short text" if equal else "too short to compare"
        jaccard, share = common / (len(left) + len(right) - common), common / least
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
    """Pairs of documents that may be one origin (`rashomon.link.runs.alike`); ordered by ids, each pair once."""
    ordered = sorted(documents, key=lambda d: d.id)
    return [(ordered[a], ordered[b]) for a, b in alike(d.text for d in ordered)]


def furniture(a: Document, b: Document) -> bool:
    """Whether two texts with much in common say next to nothing of each other's headlines.

    Then it is no report that they share but the page around it: a request to subscribe, a notice on cookies, a menu.
    A reprint under another headline still speaks of what that headline says.
    """
    stems = words.content(a.title or ""), words.content(b.title or "")
    if min(map(len, stems)) < LEAST_TITLE:
        return False
    return max(_told(stems[0], b.text), _told(stems[1], a.text)) < SUPPORT


def _told(stems: frozenset[str], text: str) -> float:
    """The share of a headline's words that begin a word of a text."""
    found = re.findall(rf"\b(?:{'|'.join(map(re.escape, sorted(stems, reverse=True)))})", text.casefold())
    return len(set(found)) / len(stems)


def credits(document: Document) -> frozenset[str]:
    """The news agencies that a document credits in its byline, its dateline or its last lines, by short name."""
    text = document.text
    found = set()
    for part in (document.byline or "", text[:EDGE], text[-EDGE:]):
        for match in _CREDIT.finditer(part):
            name = next(group for group in match.groups() if group)
            found.add(AGENCIES[name.casefold().replace("agence france presse", "agence france-presse")])
    return frozenset(found)


def ends(document: Document) -> Document:
    """The document with no more of its text than `credits` reads: all that linking needs once origins are judged."""
    text = document.text
    return msgspec.structs.replace(document, text=text[:EDGE] + text[-EDGE:]) if len(text) > 2 * EDGE else document


def _close(a: Document, b: Document, limit: int) -> bool:
    left, right = days(a.published), days(b.published)
    return left is None or right is None or max(left[0], right[0]) - min(left[1], right[1]) <= limit
