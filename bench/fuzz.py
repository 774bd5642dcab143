"""Fuzz what takes text from outside: readers, the notation, dates and numbers, claims of random graphs, exports.

    python bench/fuzz.py [--minutes N] [--seed S] [TARGET ...]      (no target: all, one after another)

Each target has samples (`fuzz_samples`) and a check (`fuzz_targets`). A case is a sample with some random changes; one
that fails the check, raises, or takes over `SLOW` seconds of processor time is a fault, told once by the line that
raised it, with as few of the changes as still raise it. Prints the cases that each target ran, and exits with 1 if one
of them failed. The same seed gives the same cases. (Random changes, and not hypothesis, which makes
40 to 80 cases a second where most checks take under a millisecond.)
"""

import argparse
import random
import resource
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from functools import reduce
from typing import NamedTuple

import msgspec
from fuzz_targets import TARGETS, Target

SLOW = 10.0
MEMORY = 3_000_000_000  # bytes of address space; over it a case fails with MemoryError
MOST = 10  # changes of one case
KINDS = ("put", "put", "put", "cut", "twice", "many", "flip", "move", "end")

HOSTILE = (
    *(
        "",
        " ",
        "\n",
        "\n\n",
        "\r",
        "\u2028",
        "\0",
        "\ufeff",
        "\u202e",
        "\u200b",
        "\u0301",
        "😀",
        "\ud800",
        "ß",
        "İ",
        "١٢",
    ),
    *("<", ">", "&", "</p>", "<div>", "<![CDATA[", "<!--", "-->", "&#0;", "&#x110000;", "&lol;", "]]>", '"', "'", "\\"),
    *("{", "}", "|", "{x|a1:KILL}", "a1", ";", "E:", "T:", "###", ",", "\t", "[", "]", "null", "1e999", "-0", "NaN"),
    *(
        "between 40 and 30",
        "10^400",
        "1,000.5",
        "1.000,5",
        "MMXIII",
        "31 February",
        "year 0",
        "9999",
        "30:99",
        "%",
        "$",
    ),
    *(
        "29 February 2013",
        "next last Friday",
        "dozens",
        "half",
        "million",
        "and",
        "of",
        "in",
        "to",
        "since",
        "ago",
        "the",
    ),
    *("=1+1", "@SUM(A1)", "\x1b[31m", "DROP TABLE", "${1}", "{{7*7}}", "[a](javascript:b)", "../", "%s", "a" * 300),
    *("9" * 30, "1 " * 60, ", " * 40, "-" * 50, "(" * 40, "A." * 40, "\x80\xff"),
)


class Change(NamedTuple):
    """A change to a sample: what is done, where (a share of its length), how far, and with which words."""

    what: str
    at: float
    far: int
    words: str


def changes(chance: random.Random) -> list[Change]:
    """Up to `MOST` random changes, few of them more often than many."""
    return [
        Change(chance.choice(KINDS), chance.random(), chance.randrange(200), _words(chance))
        for _ in range(min(1 + int(chance.expovariate(0.4)), MOST))
    ]


def _words(chance: random.Random) -> str:
    """A hostile piece, or a few characters of anywhere in Unicode."""
    if chance.random() < 0.8:
        return chance.choice(HOSTILE)
    return "".join(chr(chance.choice((chance.randrange(128), chance.randrange(0x3000)))) for _ in range(4))


def changed(sample: bytes, change: Change) -> bytes:
    """The sample with one change."""
    at = int(change.at * len(sample))
    stop = min(len(sample), at + 1 + change.far)
    part = sample[at:stop]
    words = change.words.encode("utf-8", "surrogatepass")
    return {
        "put": sample[:at] + words + sample[at:],
        "cut": sample[:at] + sample[stop:],
        "twice": sample[:stop] + part + sample[stop:],
        "many": sample[:stop] + part * (change.far % 64) + sample[stop:],
        "flip": sample[:at] + bytes(b ^ (1 << change.far % 8) for b in sample[at : at + 1]) + sample[at + 1 :],
        "move": sample[:at] + sample[stop:] + part,
        "end": sample[:at] if change.far < 40 else sample,
    }[change.what]


class Fuzzing:
    """One target being fuzzed: cases run, faults by where they were raised, the slowest case in seconds."""

    def __init__(self, target: Target) -> None:
        self.target = target
        self.cases = 0
        self.faults: Counter[str] = Counter()
        self.slowest = 0.0

    def run(self, seconds: float, seed: int) -> None:
        """Cases until the time is over."""
        chance = random.Random(f"{self.target.name} {seed}")
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            sample, made = chance.choice(self.target.samples), changes(chance)
            where, said = self._fault(sample, made)
            self.cases += 1
            if where and where not in self.faults:
                self._tell(sample, made, where, said)
            if where:
                self.faults[where] += 1

    def _fault(self, sample: bytes, made: Sequence[Change]) -> tuple[str, str]:
        """Where the case fails and what is said of it; empty if it passes."""
        begun = time.process_time()
        try:
            self.target.check(reduce(changed, made, sample))
        except Exception as error:  # noqa: BLE001  whatever it is, it is what we look for
            return _where(error), _said(error)
        took = time.process_time() - begun
        self.slowest = max(self.slowest, took)
        return (f"slower than {SLOW:g} s", f"took {took:.1f} s") if took > SLOW else ("", "")

    def _tell(self, sample: bytes, made: list[Change], where: str, said: str) -> None:
        """Print a new fault, with the changes that it doesn't need left out."""
        for change in list(made):
            fewer = [other for other in made if other is not change]
            if self._fault(sample, fewer)[0] == where:
                made = fewer
        data = reduce(changed, made, sample)
        print(f"FAULT {self.target.name}: {where}\n  {said}\n  on {data[:4000]!r}", flush=True)


def _where(error: BaseException) -> str:
    """The error's type and the innermost line of ours that raised it: what makes two faults one."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "/rashomon/" in frame.filename or "fuzz_targets" in frame.filename]
    frame = (ours or frames)[-1]
    return f"{type(error).__name__} at {frame.filename.rpartition('/')[2]}:{frame.lineno}"


def _said(error: BaseException) -> str:
    return str(error).split("\n", 1)[0][:300]


def main() -> int:
    """Fuzz the targets of the command line; 1 if one of them failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--minutes", type=float, default=1.0, help="for each target; default 1")
    parser.add_argument("--seed", type=int, default=0, help="another number: other cases")
    given = parser.parse_args()
    unknown = set(given.targets) - set(TARGETS)
    if unknown:
        parser.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(TARGETS)}")
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    done = []
    for name in given.targets or TARGETS:
        fuzzing = Fuzzing(TARGETS[name]())
        fuzzing.run(60 * given.minutes, given.seed)
        said = {
            "target": name,
            "minutes": given.minutes,
            "cases": fuzzing.cases,
            "slowest_s": round(fuzzing.slowest, 2),
        }
        print(msgspec.json.encode(said | {"faults": dict(fuzzing.faults)}).decode(), flush=True)
        done.append(fuzzing)
    return 1 if any(fuzzing.faults for fuzzing in done) else 0


if __name__ == "__main__":
    sys.exit(main())
