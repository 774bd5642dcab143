"""Learn the networks that fill MUC-4's templates from the shipped model's word vectors and graphs.

    python training/incidents.py DATA

Reads MUC-4's 1,300 training reports through the model in the package, whose encoder stays as it is, and writes the
networks to ``bench/muc4.npz``. Thresholds are chosen on reports that the networks of a fold were not learnt from. Run
it after the model is replaced: the networks belong to one model. Half an hour on two quiet cores.
"""

import argparse
import math
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import apart  # noqa: F401  finds the benchmark's modules
import msgspec
import numpy as np
import torch
from board import json_lines
from held_out import part
from muc4 import TRAIN, reports
from muc4_fill import chosen_least
from muc4_net import STRENGTH, TYPES, Again, Kept, Names, Net, Rows, Scores, beside, mean, rows, written
from muc4_read import Report
from muc4_score import ROLES, Template, annotated
from torch import Tensor, nn
from torch.nn import functional as F

WORD, PLACE, ACT, KIND, FEATURE, MIXED = 96, 96, 48, 16, 32, 64
EPOCHS, SIZE, RATE, DECAY = 9, 16, 2e-3, 0.02
SEEDS, PARTS = (0, 1), 3
OFTEN, OFTEN_SIGN = 80, 25  # rarer features and signs are left out
NEWTON: Final = 12
KNOWN: Final = 3  # fillers of so many reports are looked for in every report
KNOWN_ROLES: Final = ("PerpOrg", "Target", "Weapon")

Told = tuple[Report, list[Template]]


class Sample(msgspec.Struct, frozen=True):
    """A report as the network takes it, and what it should say: the number of incidents, and what fills a role."""

    seen: Rows
    features: list[list[int]]
    signs: list[int]
    numbers: Tensor  # (types,)
    fills: Tensor  # (candidates, types, roles)


class Incidents(nn.Module):
    """What `muc4_net.Net` computes."""

    def __init__(self, width: int, names: Names, rarity: Tensor) -> None:
        super().__init__()
        kinds = len(TYPES)
        self.names, self.rarity = names, rarity
        self.words_drop, self.drop, self.type_drop = nn.Dropout(0.1), nn.Dropout(0.3), nn.Dropout(0.4)
        self.word, self.look = nn.Linear(width, WORD), nn.Linear(WORD, kinds, bias=False)
        self.told, self.several = (nn.Parameter(torch.randn(kinds, 2 * WORD) * 0.05) for _ in range(2))
        self.told_lean = nn.Parameter(torch.full((kinds,), -2.0))
        self.several_lean = nn.Parameter(torch.full((kinds,), -1.0))
        self.feature = nn.EmbeddingBag(len(names.features), FEATURE, mode="sum")
        nn.init.normal_(self.feature.weight, std=0.1)
        self.feature_lean = nn.Parameter(torch.zeros(FEATURE))
        self.sign = nn.EmbeddingBag(len(names.signs), 2 * kinds, mode="sum")
        nn.init.zeros_(self.sign.weight)
        self.place, self.act = nn.Linear(2 * width, PLACE), nn.Linear(width, ACT)
        self.kind = nn.Embedding(kinds, KIND)
        self.mix = nn.Linear(2 * PLACE + ACT + 3 + FEATURE, MIXED)
        self.mix_kind, self.view = nn.Linear(KIND, MIXED, bias=False), nn.Linear(WORD, MIXED, bias=False)
        self.role = nn.Linear(MIXED, len(ROLES))
        nn.init.constant_(self.role.bias, -3.0)

    def forward(self, samples: Sequence[Sample]) -> tuple[Tensor, Tensor, Tensor]:
        """Logits of types and of several, ``(reports, types)``; of fillers, ``(candidates, types, roles)``."""
        views, both = self._views(samples)
        signs = self._signs(samples)
        types = (self.type_drop(both) * self.told).sum(2) + self.told_lean + signs[:, : len(TYPES)]
        several = (self.type_drop(both) * self.several).sum(2) + self.several_lean + signs[:, len(TYPES) :]
        own = torch.tensor([at for at, sample in enumerate(samples) for _ in sample.features], dtype=torch.long)
        by_type = self.mix_kind(self.kind.weight) + self.view(views)
        mixed = torch.relu(self.mix(self.drop(self._candidates(samples)))[:, None] + by_type[own])
        return types, several, self.role(self.drop(mixed))

    def _views(self, samples: Sequence[Sample]) -> tuple[Tensor, Tensor]:
        """What is looked at in each report for each type, without and with the most of each number in all words."""
        given = [torch.from_numpy(sample.seen.words).float() for sample in samples]
        vectors = nn.utils.rnn.pad_sequence(given, batch_first=True)
        beyond = torch.arange(vectors.shape[1])[None] >= torch.tensor([len(one) for one in given])[:, None]
        words = self.drop(torch.relu(self.word(self.words_drop(vectors))))
        looks = self.look(words).masked_fill(beyond[..., None], -1e4).softmax(1)
        views = torch.einsum("bwk,bwh->bkh", looks, words)
        most = words.masked_fill(beyond[..., None], 0).amax(1)
        return views, torch.cat([views, most[:, None].expand(-1, len(TYPES), -1)], 2)

    def _signs(self, samples: Sequence[Sample]) -> Tensor:
        rarity = [self.rarity[sample.signs] for sample in samples]
        shares = torch.cat([one / (one.norm() + 1e-6) for one in rarity])
        if self.training:
            shares = F.dropout(shares, 0.3)
        return STRENGTH * bags(self.sign, [sample.signs for sample in samples], shares)

    def _candidates(self, samples: Sequence[Sample]) -> Tensor:
        places = torch.relu(self.place(self.words_drop(stacked([sample.seen.places for sample in samples]))))
        counts = np.cumsum([0, *(len(sample.features) for sample in samples)])
        owners = [sample.seen.owners + first for sample, first in zip(samples, counts[:-1], strict=True)]
        owner = torch.from_numpy(np.concatenate(owners))[:, None].expand(-1, PLACE)
        none = torch.zeros(int(counts[-1]), PLACE)
        best = none.scatter_reduce(0, owner, places, "amax")
        average = none.scatter_reduce(0, owner, places, "mean", include_self=False)
        acts = torch.relu(self.act(self.words_drop(stacked([sample.seen.acts for sample in samples]))))
        known = [own for sample in samples for own in sample.features]
        shares = torch.ones(sum(map(len, known)))
        shares = F.dropout(shares, 0.2) if self.training else shares
        features = torch.relu(bags(self.feature, known, shares) + self.feature_lean)
        return torch.cat([best, average, acts, stacked([sample.seen.more for sample in samples]), features], 1)

    def kept(self) -> Net:
        """The weights by the names of `muc4_net.Net`."""
        weights = {
            name.removesuffix(".weight").replace(".bias", "_lean").replace("_", " "): value.detach().numpy()
            for name, value in self.named_parameters()
        }
        return Net(self.names, self.rarity.numpy(), weights)


def stacked(blocks: Sequence[np.ndarray]) -> Tensor:
    """The rows of several reports as one table."""
    return torch.from_numpy(np.concatenate(blocks)).float()


def bags(table: nn.EmbeddingBag, rows: Sequence[Sequence[int]], shares: Tensor) -> Tensor:
    """The weighed sum of the rows of a table that each bag names."""
    starts = torch.tensor([0, *np.cumsum([len(row) for row in rows])[:-1]], dtype=torch.long)
    return table(torch.tensor([at for row in rows for at in row], dtype=torch.long), starts, shares)


def loss_of(net: Incidents, group: Sequence[Sample]) -> Tensor:
    """Cross-entropy of types and of several, and per told type that of its candidates' roles."""
    types, several, fillers = net(group)
    numbers = torch.stack([sample.numbers for sample in group])
    told = numbers > 0
    total = len(TYPES) * F.binary_cross_entropy_with_logits(types, told.float())
    if not told.any():
        return total
    total = total + 0.3 * F.binary_cross_entropy_with_logits(several[told], (numbers[told] > 1).float())
    asked = torch.cat([own.expand(len(sample.features), -1) for own, sample in zip(told, group, strict=True)])
    gold = torch.cat([sample.fills for sample in group])[asked]
    return total + 0.2 * F.binary_cross_entropy_with_logits(fillers[asked], gold, reduction="sum") / told.sum()


def learnt(samples: Sequence[Sample], names: Names, rarity: Tensor, seed: int) -> Net:
    """A network after `EPOCHS` rounds over the samples, those of like length together."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    net = Incidents(samples[0].seen.words.shape[1], names, rarity)
    steps = EPOCHS * -(-len(samples) // SIZE)
    adam = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    rates = torch.optim.lr_scheduler.OneCycleLR(adam, RATE, total_steps=steps)
    for epoch in range(EPOCHS):
        order = sorted(samples, key=lambda sample: len(sample.seen.words) * (1 + 0.2 * chance.random()))
        groups = [order[at : at + SIZE] for at in range(0, len(order), SIZE)]
        chance.shuffle(groups)
        sums = 0.0
        for group in groups:
            loss = loss_of(net, group)
            adam.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2.0)
            adam.step()
            rates.step()
            sums += loss.item()
        print({"seed": seed, "epoch": epoch, "loss": round(sums / len(groups), 4)}, flush=True)
    return net.eval().kept()


def known_wordings(golds: Sequence[Sequence[Template]]) -> tuple[str, ...]:
    """The wordings that fill a role in several reports."""
    counts = Counter(
        words
        for gold in golds
        for words in {w for one in gold for role in KNOWN_ROLES for filler in one.of(role) for w in filler}
    )
    return tuple(sorted(words for words, count in counts.items() if count >= KNOWN and len(words) > 2))


def vocabulary(reads: Sequence[Report]) -> tuple[Names, Tensor]:
    """The features and signs that are not rare, and the rarity of each sign."""
    features = Counter(name for read in reads for one in read.candidates for name in one.features)
    signs = Counter(name for read in reads for name in read.features)
    known = [
        sorted(n for n, count in each.items() if count >= o) for each, o in ((features, OFTEN), (signs, OFTEN_SIGN))
    ]
    rarity = torch.tensor([math.log(len(reads) / signs[name]) for name in known[1]])
    return Names(*({name: at for at, name in enumerate(each)} for each in known)), rarity


def sample(seen: Rows, read: Report, gold: Sequence[Template], names: Names) -> Sample:
    """A report with what is annotated in it."""
    same = [[one for one in gold if kind in one.type] for kind in TYPES]
    fills = [
        [[any(one.words in filler for t in own for filler in t.of(role)) for role in ROLES] for own in same]
        for one in read.candidates
    ]
    return Sample(
        seen,
        [names.of_candidate(features) for features in seen.features],
        names.of_report(seen.signs),
        torch.tensor([len(own) for own in same]),
        torch.tensor(fills, dtype=torch.float32).reshape(-1, len(TYPES), len(ROLES)),
    )


def judged_apart(keys: Sequence[str], samples: Sequence[Sample], names: Names, rarity: Tensor) -> list[Scores]:
    """The scores of each report by networks that were learnt from the other parts."""
    parts = [part(key, PARTS) for key in keys]
    found: dict[int, Scores] = {}
    for number in range(PARTS):
        others = [one for one, own in zip(samples, parts, strict=True) if own != number]
        nets = [learnt(others, names, rarity, seed) for seed in SEEDS]
        asked = [at for at, own in enumerate(parts) if own == number]
        found |= {at: mean([net(samples[at].seen) for net in nets]) for at in asked}
    return [found[at] for at in range(len(samples))]


def judges(scores: Sequence[Scores], numbers: Sequence[np.ndarray]) -> Again:
    """What judges types again, from the scores of networks that hadn't seen the reports, and the true numbers."""
    seen, number = np.concatenate([beside(one) for one in scores]), np.concatenate(numbers)
    told = number > 0
    return Again(logistic(seen, told, 1e-3), logistic(seen[told], number[told] > 1, 1e-2))


def logistic(rows: np.ndarray, answers: np.ndarray, decay: float) -> list[float]:
    """The weights, one a column, of least log loss and L2 ``decay`` on columns of like spread: Newton's steps."""
    spread = rows.std(0) + 1e-6
    table = (rows / spread).astype(np.float64)
    weights, ridge = np.zeros(table.shape[1]), decay * np.eye(table.shape[1])
    for _ in range(NEWTON):
        p = 1 / (1 + np.exp(-np.clip(table @ weights, -30, 30)))
        slope = table.T @ (p - answers) / len(table) + decay * weights
        weights -= np.linalg.solve((table.T * (p * (1 - p))) @ table / len(table) + ridge, slope)
    return [float(one) for one in weights / spread]


def main() -> None:
    """Run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    given = list(json_lines(parser.parse_args().data / TRAIN))
    golds = [[annotated(one) for one in row["templates"]] for row in given]
    wordings = known_wordings(golds)
    read = reports([row["doctext"] for row in given], wordings)
    names, rarity = vocabulary([one for one, _ in read])
    samples = [sample(rows(one, seen), one, gold, names) for (one, seen), gold in zip(read, golds, strict=True)]
    scores = judged_apart([row["docid"] for row in given], samples, names, rarity)
    again = judges(scores, [one.numbers.numpy() for one in samples])
    judged = zip((one for one, _ in read), map(again, scores), golds, strict=True)
    least = chosen_least(list(judged))
    print({"least": least}, flush=True)
    nets = tuple(learnt(samples, names, rarity, seed) for seed in SEEDS)
    written(Kept(nets, again, least, wordings))


if __name__ == "__main__":
    main()
