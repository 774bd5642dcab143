"""How rare words are in news: what the linker weighs the words and names by that two reports share.

    python training/rarity.py DATA

Counts in how many texts of each public set below DATA/data (`docs/evaluation.md` names them) a word stands, and writes
the mean share over the sets as bits, -log2(share), to `src/rashomon/vocab/rarity.csv`. Words of `RAREST` bits and more
are left out, as are those of one set only. Incidents that are measured on (`bench/held_out.py`) are not counted.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log2
from pathlib import Path

from board import json_lines
from held_out import held_out

from rashomon.link.words import WORD

TABLE = Path(__file__).parents[1] / "src" / "rashomon" / "vocab" / "rarity.csv"
RAREST = 10.0
LEAST_SETS = 2
TEXTS = (("fakes/articles", "article_content"), ("muc4/train", "text"), ("polnear/train", "text"))


def texts(data: Path) -> Iterator[list[str]]:
    """The texts of each set."""
    for name, column in TEXTS:
        yield [row[column] for row in json_lines(data / f"{name}.jsonl.gz")]
    yield [" ".join(row["tokens"]) for row in json_lines(data / "wikievents" / "train.jsonl.gz")]
    incidents = json_lines(data / "gva" / "articles.jsonl.gz")
    yield [row["content"] for row in incidents if not held_out(row["incident_id"])]


def shares(of: Sequence[str]) -> dict[str, float]:
    """The share of texts in which each word stands."""
    found = Counter(word for text in of for word in {word.casefold() for word in WORD.findall(text)})
    return {word: count / len(of) for word, count in found.items()}


def bits(data: Path) -> dict[str, float]:
    """Bits by word, the commonest first."""
    sets = [shares(of) for of in texts(data)]
    known = Counter(word for one in sets for word in one)
    mean = {word: sum(one.get(word, 0.0) for one in sets) / len(sets) for word, n in known.items() if n >= LEAST_SETS}
    found = {word: round(-log2(share), 1) for word, share in mean.items()}
    return {word: found[word] for word in sorted(found, key=lambda w: (found[w], w)) if found[word] < RAREST}


def main() -> None:
    """Write the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path, metavar="DATA")
    found = bits(options.parse_args().data / "data")
    TABLE.write_text("word,bits\n" + "".join(f"{word},{value}\n" for word, value in found.items()), "utf-8")
    print(f"{len(found):,} words in {TABLE}")


if __name__ == "__main__":
    main()
