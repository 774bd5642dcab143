"""The mean of the weights of runs that began at the same weights: one model, often better than each of them.

    python training/mean.py OUT CHECKPOINT CHECKPOINT ...

A run that goes on from another (``train.py --init``) and that other one lie close enough together; two runs from two
beginnings don't. Wortsman and others, "Model soups", ICML 2022, is where the idea is from.
"""

import argparse
from pathlib import Path

import torch
from model import averaged, keep


def mean(given: list[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of weights, name by name; ValueError if they aren't those of one kind of network."""
    if any(each.keys() != given[0].keys() for each in given):
        raise ValueError("these checkpoints are not of one kind of network")
    return {name: torch.stack([each[name].float() for each in given]).mean(0) for name in given[0]}


def main() -> None:
    """Write the mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    keep({"average": mean([averaged(file) for file in options.checkpoints])}, options.out)


if __name__ == "__main__":
    main()
