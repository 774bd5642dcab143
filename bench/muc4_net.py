"""What fills a MUC-4 template, judged by a small network over the encoder's word vectors and the signs of the graph.

A report is seen as the vectors of its words and of the places where each candidate stands, beside the features that
`muc4_read` names; the network says how likely it tells of each type of incident, of more than one of it, and which
candidate fills which role of an incident of each type. ``training/incidents.py`` learns it.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from annotated import Encoded
from muc4_read import Report
from muc4_score import ROLES
from numpy.typing import NDArray

from rashomon.annotate import model

TYPES: Final = ("attack", "bombing", "kidnapping", "arson", "robbery")  # forced work stoppage: six in 1,300 reports
WEIGHTS: Final = Path(__file__).with_name("muc4.npz")
STRENGTH: Final = 10.0  # what the signs of a report, a row of length one, are multiplied by

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


class Rows(msgspec.Struct, frozen=True):
    """What the network sees of a report: its words; its candidates, and the places where each stands; its signs.

    ``words`` is (words, width); ``places`` (places, 2 width): the mean vector of the words there and the last one's, of
    candidate ``owners`` of each; ``acts`` (candidates, width): the mean vector of the acts it takes part in; ``more``
    (candidates, 3): how many places, how late the first, whether there are acts.
    """

    words: Floats
    places: Floats
    owners: Numbers
    acts: Floats
    more: Floats
    features: tuple[frozenset[str], ...]
    signs: frozenset[str]


class Scores(msgspec.Struct, frozen=True):
    """Logits: by type that a report tells of it, and of more than one; by candidate, type and role that it fills it."""

    types: Floats
    several: Floats
    fillers: Floats


def rows(read: Report, seen: Encoded) -> Rows:
    """What the network sees of a report (at least one word)."""
    words = seen.vectors
    found = [[_words(seen, start, end) for start, end in one.places] for one in read.candidates]
    acts = [[_words(seen, start, start + 1)[0] for start in sorted(one.acts)] for one in read.candidates]
    places = [[*words[first:last].mean(0), *words[last - 1]] for own in found for first, last in own]
    return Rows(
        words=words,
        places=np.asarray(places, np.float32).reshape(-1, 2 * words.shape[1]),
        owners=np.repeat(np.arange(len(found)), [len(own) for own in found]),
        acts=np.asarray([words[at].mean(0) if at else 0 * words[0] for at in acts], np.float32).reshape(
            -1, words.shape[1]
        ),
        more=np.asarray(
            [(len(own) / 3, np.log1p(own[0][0]) / 6, len(at) > 0) for own, at in zip(found, acts, strict=True)],
            np.float32,
        ).reshape(-1, 3),
        features=tuple(one.features for one in read.candidates),
        signs=read.features,
    )


def _words(seen: Encoded, start: int, end: int) -> tuple[int, int]:
    """The first word of a stretch and the one after its last; the text's last word where the encoder saw no more."""
    first, last = np.searchsorted(seen.starts, (start + 1, end))
    first = max(int(first) - 1, 0)
    return first, max(min(int(last), len(seen.starts)), first + 1)


class Names(msgspec.Struct, frozen=True):
    """The names that a network knows, of features of a candidate and signs of a report, with their row of weights."""

    features: dict[str, int]
    signs: dict[str, int]

    def of_candidate(self, features: frozenset[str]) -> list[int]:
        """The rows of a candidate's features."""
        return sorted(self.features[name] for name in features if name in self.features)

    def of_report(self, signs: frozenset[str]) -> list[int]:
        """The rows of a report's signs."""
        return sorted(self.signs[name] for name in signs if name in self.signs)


class Net(msgspec.Struct, frozen=True):
    """One network's weights; ``rarity`` of a sign is the log of how few reports have it."""

    names: Names
    rarity: Floats
    weights: Mapping[str, Floats]

    def __call__(self, seen: Rows) -> Scores:
        """What the network makes of a report."""
        w, kinds = self.weights, len(TYPES)
        words = relu(seen.words @ w["word"].T + w["word lean"])
        views = softmax(words @ w["look"].T).T @ words
        both = np.concatenate([views, np.tile(words.max(0), (kinds, 1))], axis=1)
        own = self.names.of_report(seen.signs)
        share = self.rarity[own] / (np.linalg.norm(self.rarity[own]) + np.float32(1e-6))
        signs = STRENGTH * (share @ w["sign"][own])
        types = (both * w["told"]).sum(1) + w["told lean"] + signs[:kinds]
        several = (both * w["several"]).sum(1) + w["several lean"] + signs[kinds:]
        return Scores(types, several, self._fillers(seen, views))

    def _fillers(self, seen: Rows, views: Floats) -> Floats:
        w, many = self.weights, len(seen.features)
        if not many:
            return np.zeros((0, len(TYPES), len(ROLES)), np.float32)
        places = relu(seen.places @ w["place"].T + w["place lean"])
        own = [places[seen.owners == at] for at in range(many)]
        known = [w["feature"][self.names.of_candidate(features)].sum(0) for features in seen.features]
        acts = relu(seen.acts @ w["act"].T + w["act lean"])
        best, mean = np.stack([one.max(0) for one in own]), np.stack([one.mean(0) for one in own])
        seen_all = np.concatenate([best, mean, acts, seen.more, relu(np.stack(known) + w["feature lean"])], axis=1)
        by_type = w["kind"] @ w["mix kind"].T + views @ w["view"].T + w["mix lean"]
        mixed = relu((seen_all @ w["mix"].T)[:, None] + by_type)
        return np.asarray(mixed @ w["role"].T + w["role lean"], np.float32)


class Again(msgspec.Struct, frozen=True):
    """Logistic regressions that judge a type, and several of it, again beside the other types and its likely fillers.

    Learnt from networks that had not seen the reports, it also takes back what they are too sure of.
    """

    types: list[float]
    several: list[float]

    def __call__(self, scores: Scores) -> Scores:
        """The scores with new logits for types and several."""
        seen = beside(scores)
        types, several = (seen @ np.asarray(weights, np.float32) for weights in (self.types, self.several))
        return Scores(types, several, scores.fillers)


def beside(scores: Scores) -> Floats:
    """What is seen of each type (row): its logits, the best of the others, the best filler of each role, a bias."""
    kinds = np.arange(len(TYPES))
    others = [scores.types[kinds != at].max() for at in kinds]
    fillers = scores.fillers if len(scores.fillers) else np.full((1, len(TYPES), len(ROLES)), -9.0)
    best = fillers.max(0)
    columns = [scores.types, others, scores.several, np.full(len(TYPES), np.log1p(len(scores.fillers)))]
    likely = probability(best).sum(1)
    return np.column_stack([*columns, np.clip(best, -8, 4), likely, np.eye(len(TYPES))]).astype(np.float32)


class Kept(msgspec.Struct, frozen=True):
    """The networks, whose scores are averaged; how types are judged again; how likely fillers and seconds must be."""

    nets: tuple[Net, ...]
    again: Again
    least: dict[str, float]
    wordings: tuple[str, ...]

    def __call__(self, seen: Rows) -> Scores:
        """The mean of what the networks make of a report, its types judged again."""
        return self.again(mean([net(seen) for net in self.nets]))


def mean(scores: Sequence[Scores]) -> Scores:
    """The mean of several networks' scores of one report."""
    types, several, fillers = (
        np.asarray(np.mean([getattr(one, name) for one in scores], axis=0), np.float32)
        for name in ("types", "several", "fillers")
    )
    return Scores(types, several, fillers)


class Facts(msgspec.Struct, frozen=True):
    """What is kept of the networks besides weights; ``model`` is the digest of the model they belong to."""

    model: str
    features: list[str]
    signs: list[str]
    again: Again
    least: dict[str, float]
    wordings: tuple[str, ...]


def written(kept: Kept, file: Path = WEIGHTS) -> None:
    """Keep networks of the same names, in half precision."""
    first = kept.nets[0]
    names = list(first.names.features), list(first.names.signs)
    facts = Facts(model.manifest()[1], *names, kept.again, kept.least, kept.wordings)
    nets = enumerate(kept.nets)
    weights = {f"{at} {name}": own.astype(np.float16) for at, net in nets for name, own in net.weights.items()}
    coded = np.frombuffer(msgspec.json.encode(facts, order="sorted"), np.uint8)
    np.savez_compressed(file, facts=coded, rarity=first.rarity.astype(np.float16), **weights)  # type: ignore[arg-type]


@cache
def load(file: Path = WEIGHTS) -> Kept:
    """The networks that belong to the model in the package. ValueError if the file belongs to another."""
    with np.load(file) as kept:
        facts = msgspec.json.decode(kept["facts"].tobytes(), type=Facts)
        weights = {name: kept[name].astype(np.float32) for name in kept if name != "facts"}
    if facts.model != model.manifest()[1]:
        raise ValueError(f"{file.name} was learnt on another model; run training/incidents.py")
    names = Names(*({name: at for at, name in enumerate(own)} for own in (facts.features, facts.signs)))
    nets = tuple(Net(names, weights["rarity"], dict(own)) for own in _parted(weights))
    return Kept(nets, facts.again, facts.least, facts.wordings)


def _parted(weights: Mapping[str, Floats]) -> Iterator[list[tuple[str, Floats]]]:
    numbers = sorted({name.partition(" ")[0] for name in weights if name[0].isdigit()})
    for number in numbers:
        yield [(name.partition(" ")[2], one) for name, one in weights.items() if name.partition(" ")[0] == number]


def relu(x: Floats) -> Floats:
    """Nothing below zero."""
    return np.maximum(x, np.float32(0))


def probability(logits: Floats) -> Floats:
    """How likely it is."""
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))), np.float32)


def softmax(x: Floats) -> Floats:
    """Shares by column that add up to one."""
    raised = np.exp(x - x.max(0))
    return np.asarray(raised / raised.sum(0), np.float32)
