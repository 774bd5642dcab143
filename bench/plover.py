"""PLOVER: which of fifteen roots, and which quad class, an act between a given source and a given target is."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotated import encoded, read
from board import Table, json_lines
from chooser import fitted
from held_out import held_out
from plover_rules import QUADS, Scene, Span, root
from plover_views import views

FILE = Path("data", "plover", "plv_train.jsonl.gz")
PROTOCOL = """\
Sentences of the PLOVER set of Hu et al. (2024), each read alone, with its source and target given; the root that \
was annotated is `gold_root`, the quad class `gold_penta`. Of the triggers of the graph, the one is taken that leads \
from the source and to the target, before one that does half, before the first by place; what hangs on another \
speech act of the source comes after it. Its type is the root, or the root that is made of such acts (killing is \
ASSAULT, taking ground too, giving way and retreat YIELD); cooperation that is denied is REJECT, and what is only \
planned AGREE. *rules* are these; *chooser* is a ridge regression over what the graph says (types, modes, flags and \
words of the triggers between source and target, their order, and the rules' root), the sentence's words, and the \
encoder's vectors after the source, before the target and of the whole, fitted anew to the model at each measurement. \
Rules were tried, the chooser's settings found by cross-validation and the chooser fitted on four fifths of the open \
set; *held out* is the last fifth, which no model, rule or setting was made from; *all* is the whole set, for \
reference. Some sentences of the set are variants of one another, so the fifths are not wholly apart."""


def table(data: Path) -> Table | None:
    """Accuracy of root and quad class, by rules and by a chooser learned from the open part; None without the data."""
    path = data / FILE
    if not path.exists():
        return None
    sentences = json_lines(path)
    texts = [sentence["sentence"] for sentence in sentences]
    scenes = [
        Scene(text, graph, *(marked(sentence["marked_sentence"], mark) for mark in "st"))
        for sentence, text, graph in zip(sentences, texts, read(texts), strict=True)
    ]
    kept = [held_out(sentence["sentence_id"]) for sentence in sentences]
    truth = [(sentence["gold_root"], sentence["gold_penta"]) for sentence in sentences]
    by_rule = [root(scene) for scene in scenes]
    items = [views(scene, words) for scene, words in zip(scenes, encoded(texts), strict=True)]
    opened = [i for i, apart in enumerate(kept) if not apart]
    learned = fitted([items[i] for i in opened], [truth[i][0] for i in opened])(items)
    measured = [i for i, apart in enumerate(kept) if apart]
    parts = {
        "rules, held out": ([by_rule[i] for i in measured], [truth[i] for i in measured]),
        "chooser, held out": ([learned[i] for i in measured], [truth[i] for i in measured]),
        "rules, all": (by_rule, truth),
    }
    return Table(
        name="plover",
        title="What kind of act: PLOVER",
        protocol=PROTOCOL,
        head=("row", "accuracy", "sentences"),
        rows=tuple(row for part, (found, right) in parts.items() for row in accuracies(part, found, right)),
    )


def accuracies(part: str, found: Sequence[str], truth: Sequence[tuple[str, str]]) -> Iterator[tuple[object, ...]]:
    """A row for root and one for quad class: per cent right."""
    pairs = list(zip(found, truth, strict=True))
    for what, right in (
        ("root", sum(name == gold for name, (gold, _) in pairs)),
        ("quad class", sum(QUADS[name] == quad for name, (_, quad) in pairs)),
    ):
        yield f"{what}: {part}", 100 * right / len(pairs) if pairs else 0.0, len(pairs)


def marked(sentence: str, mark: str) -> Span:
    """Where the source (mark "s") or target ("t") stands in the sentence without its marks; (0, 0) if nowhere."""
    found = re.search(f"<{mark}>(.*?)</{mark}>", sentence)
    if not found:
        return 0, 0
    start = len(re.sub(r"</?[st]>", "", sentence[: found.start()]))
    return start, start + len(re.sub(r"</?[st]>", "", found[1]))
