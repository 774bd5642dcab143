"""What others take for parts of the same work, on one core in the same process: prints JSON. See `speed.py`.

trafilatura alone on the pages that `rashomon read` is given, and spaCy's rules for English tokens (a blank pipeline,
no model) on their texts, if spaCy is installed: it is not among what this project needs.
"""

import importlib
import importlib.util
import json
import sys
import time
from collections.abc import Callable, Iterable

import trafilatura
from long_reports import page, reports

from rashomon.read import ReadOptions
from rashomon.read.reading import parse
from rashomon.read.received import Received


def rate(work: Callable[[], Iterable[int]]) -> dict[str, float]:
    """Reports and whatever ``work`` counts in them, per processor second; the second time counts."""
    list(work())
    begun = time.process_time()
    counts = list(work())
    seconds = time.process_time() - begun
    return {"reports_per_core_second": len(counts) / seconds, "tokens_per_core_second": sum(counts) / seconds}


def read(number: int, text: str) -> int:
    """How many words the program reads on a page."""
    (entry,) = parse(Received(source=str(number), name=f"{number}.html", data=text.encode()), ReadOptions())
    return len(entry.document.text.split()) if entry.document else 0


def main() -> None:
    """Measure and print."""
    told = list(reports(int(sys.argv[1])))
    pages = [page(report) for report in told]
    texts = ["\n\n".join(report.paragraphs) for report in told]
    found = {
        "decode and extract, ours": rate(lambda: (read(n, text) for n, text in enumerate(pages))),
        "trafilatura alone": rate(lambda: (len((trafilatura.extract(text) or "").split()) for text in pages)),
    }
    if importlib.util.find_spec("spacy"):
        blank = importlib.import_module("spacy").blank("en")
        found["spaCy's tokenizer alone"] = rate(lambda: (len(blank.make_doc(text)) for text in texts))
    print(json.dumps(found))


if __name__ == "__main__":
    main()
