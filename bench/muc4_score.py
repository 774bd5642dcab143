"""Score filled templates as Du, Rush and Cardie (2021) do: the best one-to-one alignment within each document.

A predicted template can stand for an annotated one of its incident type. A predicted filler is right if each of its
mentions is, without case, articles and punctuation, a mention of one annotated filler of that role (the subset rule of
CEAF-REE); an annotated filler is found if some predicted one is right for it. Of all alignments of a document the one
with the best F1 over incident types and fillers counts; what is left over on either side is spurious or missing.
"""

import re
import string
from collections.abc import Iterator, Mapping, Sequence

import msgspec

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPE = "incident_type"
ROWS = (TYPE, *ROLES)

_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)

Filler = frozenset[str]  # the mentions of one filler, normalised


class Template(msgspec.Struct, frozen=True):
    """An incident: its type, and the fillers of each role."""

    type: str
    fillers: dict[str, tuple[Filler, ...]] = {}

    def of(self, role: str) -> tuple[Filler, ...]:
        """The fillers of a role."""
        return self.fillers.get(role, ())


class Counts(msgspec.Struct, frozen=True):
    """Right and all of those predicted; found and all of those annotated. Figures are per cent."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    annotated: int = 0

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.annotated + other.annotated,
        )

    @property
    def precision(self) -> float:
        """Right in a hundred predicted; 0 where nothing was."""
        return 100 * self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Found in a hundred annotated; 0 where nothing was."""
        return 100 * self.found / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


def normal(words: str) -> str:
    """Words as they are compared: lower case, no punctuation, no articles, single spaces."""
    return " ".join(_ARTICLE.sub(" ", words.lower().translate(_PUNCTUATION)).split())


def template(row: Mapping[str, list[list[str]] | str]) -> Template:
    """A template from its incident type and its fillers, each a list of mentions."""
    fillers = {role: tuple(frozenset(map(normal, filler)) for filler in row.get(role, ()) if filler) for role in ROLES}
    return Template(str(row[TYPE]), fillers)


def annotated(row: Mapping[str, list[list[list[object]]] | str]) -> Template:
    """An annotated template, whose mentions come with offsets."""
    fillers = {role: [[str(words) for words, _ in filler] for filler in row.get(role, ())] for role in ROLES}  # type: ignore[misc]
    return template({TYPE: str(row[TYPE]), **fillers})


def score(pairs: Sequence[tuple[Sequence[Template], Sequence[Template]]]) -> dict[str, Counts]:
    """Counts by row over (predicted, annotated) templates of documents; one annotated twice counts once."""
    total = dict.fromkeys(ROWS, Counts())
    for predicted, gold in pairs:
        for row, counts in aligned(predicted, _once(gold)).items():
            total[row] += counts
    return total


def overall(counts: Mapping[str, Counts]) -> Counts:
    """All rows together: the micro average."""
    return sum(counts.values(), Counts())


def aligned(predicted: Sequence[Template], gold: Sequence[Template]) -> dict[str, Counts]:
    """The counts of one document under its best alignment; of equals the first, unaligned templates last."""
    best: dict[str, Counts] | None = None
    for mapping in _mappings(predicted, gold, frozenset()):
        found = _counts(predicted, gold, mapping)
        if best is None or overall(found).f1 > overall(best).f1:
            best = found
    return best or dict.fromkeys(ROWS, Counts())


def _once(templates: Sequence[Template]) -> list[Template]:
    return [one for at, one in enumerate(templates) if one not in templates[:at]]


def _mappings(
    predicted: Sequence[Template], gold: Sequence[Template], taken: frozenset[int]
) -> Iterator[tuple[int | None, ...]]:
    """Every way to give each predicted template an annotated one of its type, or none."""
    if not predicted:
        yield ()
        return
    first, rest = predicted[0], predicted[1:]
    for at, one in enumerate(gold):
        if at not in taken and first.type in one.type:  # "bombing / attack" is either
            for tail in _mappings(rest, gold, taken | {at}):
                yield (at, *tail)
    for tail in _mappings(rest, gold, taken):
        yield (None, *tail)


def _counts(
    predicted: Sequence[Template], gold: Sequence[Template], mapping: Sequence[int | None]
) -> dict[str, Counts]:
    total = dict.fromkeys(ROWS, Counts())
    pairs = [(one, None if at is None else gold[at]) for one, at in zip(predicted, mapping, strict=True)]
    for ours, theirs in pairs:
        total[TYPE] += Counts(int(theirs is not None), 1, int(theirs is not None), 0)
        for role in ROLES:
            total[role] += _fillers(ours.of(role), theirs.of(role) if theirs else ())
    for theirs in gold:
        total[TYPE] += Counts(annotated=1)
        for role in ROLES:
            total[role] += Counts(annotated=len(theirs.of(role)))
    return total


def _fillers(ours: Sequence[Filler], theirs: Sequence[Filler]) -> Counts:
    right = sum(any(one <= other for other in theirs) for one in ours)
    found = sum(any(one <= other for one in ours) for other in theirs)
    return Counts(right, len(ours), found, 0)
