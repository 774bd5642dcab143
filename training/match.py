"""What the weights of linking would be if they were learnt: a regression on articles filed under known incidents.

    python training/match.py DATA CASE

Reads the Gun Violence Archive's articles that are not measured on into the case file CASE (minutes a thousand; killed
and run again it goes on), pairs the accounts that the linker would compare, and fits a logistic regression with ridge
to the bits that each feature gives: by how much each of our weights should be multiplied, and the prior. Of two
articles of one incident the pair of accounts with most bits is the example of "same", all pairs of articles of
different incidents are examples of "different". Prints the factors; the weights stay where they are, in
`src/rashomon/link/features.py`, until a person changes them.
"""

import argparse
from collections.abc import Iterable, Sequence
from math import log
from pathlib import Path

import apart  # noqa: F401  finds the benchmark's modules
import numpy as np
from board import json_lines
from gva import ARTICLES, Article, articles, written
from held_out import held_out

from rashomon.api import Case
from rashomon.link.account import Account, accounts
from rashomon.link.keys import candidate_pairs
from rashomon.link.linker import BETWEEN, Linker, Pair, weigh
from rashomon.link.pool import pooled
from rashomon.link.steps import judge_report
from rashomon.records import AnyClaim, Record

ROUNDS, NEWTON, RIDGE = 6, 15, 2.0


def record(found: Sequence[Article], path: Path) -> Record:
    """The record of the articles, in a case that stays."""
    with Case(path) as case:
        listed = path.with_suffix(".jsonl")
        listed.write_text(written(found), "utf-8")
        case.read([str(listed)])
        case.update()
        return case.record()


def told(held: Record, linker: Linker) -> list[Account]:
    """What each report tells of each happening, as the linker compares it."""
    claims: dict[str, list[AnyClaim]] = {}
    for claim in held.claims:
        claims.setdefault(claim.document, []).append(claim)
    places, actors = {place.id: place for place in held.places}, {actor.id: actor for actor in held.actors}
    own = (accounts(document, claims.get(document.id, []), places, actors) for document in held.documents)
    return [account for one in own for account in pooled(one, judge_report(one, linker).groups)]


def vector(pair: Pair) -> list[float]:
    """The bits that each feature gives a pair."""
    found = weigh(pair.left, pair.right, BETWEEN)
    return [found[feature.__name__][0] if feature.__name__ in found else 0.0 for feature in BETWEEN]


def examples(pairs: Iterable[Pair], incident: dict[str, str]) -> tuple[list[np.ndarray], np.ndarray]:
    """By pair of articles of one incident the vectors of their accounts; the vectors of all others."""
    same: dict[tuple[str, str], list[list[float]]] = {}
    other = []
    for pair in pairs:
        names = (pair.left.document, pair.right.document)
        if incident[names[0]] == incident[names[1]]:
            same.setdefault(names, []).append(vector(pair))
        else:
            other.append(vector(pair))
    return [np.array(vectors) for vectors in same.values()], np.array(other)


def fitted(same: Sequence[np.ndarray], other: np.ndarray, prior: float) -> np.ndarray:
    """The factor of each feature, and the prior in bits."""
    weights = np.append(np.ones(other.shape[1]), prior)
    for _ in range(ROUNDS):
        best = np.array([vectors[np.argmax(vectors @ weights[:-1])] for vectors in same])
        rows = np.vstack([best, other])
        design = np.column_stack([rows, np.ones(len(rows))]) * log(2)
        wanted = np.append(np.ones(len(best)), np.zeros(len(other)))
        ridge = np.append(np.full(other.shape[1], RIDGE), 1e-6)
        for _ in range(NEWTON):
            p = 1 / (1 + np.exp(-np.clip(design @ weights, -30, 30)))
            slope = design.T @ (wanted - p) - ridge * (weights - np.append(np.ones(other.shape[1]), prior))
            weights = weights + np.linalg.solve((design.T * (p * (1 - p))) @ design + np.diag(ridge), slope)
    return weights


def main() -> None:
    """Print the factors."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, metavar="DATA")
    options.add_argument("case", type=Path, metavar="CASE")
    given = options.parse_args()
    found = articles(json_lines(given.data / ARTICLES), lambda name: not held_out(name))
    held = record(found, given.case)
    filed = {article.id: article.incident for article in found}
    incident = {d.id: filed[d.source.rpartition("#")[2]] for d in held.documents}
    linker = Linker()
    same, other = examples(candidate_pairs(told(held, linker)), incident)
    weights = fitted(same, other, linker.prior_between)
    print(f"{len(same):,} pairs of articles of one incident, {len(other):,} pairs of accounts of different ones")
    for feature, weight in zip(BETWEEN, weights[:-1], strict=True):
        print(f"{feature.__name__:14} {weight:6.2f}")
    print(f"{'prior':14} {weights[-1]:6.2f} bits")


if __name__ == "__main__":
    main()
