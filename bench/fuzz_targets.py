"""What is fuzzed, and what must hold of it whatever comes: a check raises, or takes long, where a fault is found."""

import random
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import fuzz_samples as samples
import msgspec

from rashomon.annotate.answer import check as check_answer
from rashomon.annotate.answer import line_of
from rashomon.annotate.notation import read_blocks, read_marked, write_block
from rashomon.annotate.words import split as words_of
from rashomon.errors import NotationError
from rashomon.export.json import to_json
from rashomon.interpret import Interpreter
from rashomon.read import Received, isolated, parse
from rashomon.read.dates import read_date
from rashomon.read.decode import clean, decode
from rashomon.records import Edge, Graph, Node, Record
from rashomon.resolve import Resolver
from rashomon.show import static_dossier
from rashomon.testing import make_day, make_document, sample_record
from rashomon.values.numerals import plain
from rashomon.values.period import Telling, read_period, read_told
from rashomon.values.quantity import read_quantity
from rashomon.values.time_spans import find_times
from rashomon.vocab.scheme import EDGES, FLAGS, MENTIONS, MODES, fits

Check = Callable[[bytes], None]
NODES = (*MENTIONS, *MODES)
SIGNED_64 = 1 << 63  # what a store's integer holds


class Target(NamedTuple):
    """A target: its name, samples to start from, and its check."""

    name: str
    samples: Sequence[bytes]
    check: Check


def sound(received: Received, read: Callable[[Received], Any] = parse) -> None:
    """Whatever is received becomes entries: each a document whose regions tile its text, or a problem in words."""
    entries = read(received)
    assert entries, "received, and gone"
    for entry in entries:
        assert (entry.document is None) is bool(entry.problem), "neither a document nor a problem, or both"
        assert entry.source.startswith(received.source), "a problem or report that does not name its source"
        assert "the reader broke" not in entry.problem, entry.problem
        msgspec.json.encode(entry)
        if entry.document is not None:
            text, regions = entry.document.text, entry.document.regions
            assert text.strip(), "a document without text"
            assert clean(text) == (text, ""), "a text with characters that can't be kept"
            assert (regions[0].start, regions[-1].end) == (0, len(text)), "regions that don't tile the text"
            assert all(left.end == right.start for left, right in pairwise(regions)), "regions with gaps"


def reader(name: str, ending: str, starts: Sequence[bytes], read: Callable[[Received], Any] = parse) -> Target:
    """A reader of a format, its files named with the ending."""
    source = f"x{ending}"
    return Target(name, starts, lambda data: sound(Received(source=source, name=source, data=data), read))


def html() -> Target:
    """Web pages."""
    return reader("html", ".html", [samples.HTML.encode(), samples.HTML.encode("utf-16")])


def pdf() -> Target:
    """PDFs, in the child: pdfium is C++, and a crash of it must not end the fuzzing."""
    return reader("pdf", ".pdf", [samples.pdf(1), samples.pdf(3)], isolated)


def docx() -> Target:
    """Word files, changed as a zip."""
    return reader("docx", ".docx", [samples.docx(samples.WORD)])


def word() -> Target:
    """Word files, changed in the XML of their body and zipped again."""

    def check(data: bytes) -> None:
        inner = data.decode("utf-8", "replace")
        sound(Received(source="x.docx", name="x.docx", data=samples.docx(inner)))

    return Target("word", [samples.WORD.encode()], check)


def feed() -> Target:
    """RSS and Atom."""
    return reader("feed", ".xml", [samples.RSS.encode(), samples.ATOM.encode()])


def warc() -> Target:
    """Archives, bare and gzipped."""
    packed = b"".join(samples.gz(record) for record in samples.ARCHIVE)
    return reader("warc", ".warc", [b"".join(samples.ARCHIVE), packed])


def gzip() -> Target:
    """One file in a gzip, changed from outside."""
    starts = [samples.gz(samples.REPORT.encode()), samples.gz(samples.JSONL.encode()), samples.gz(samples.gz(b"a"))]
    return reader("gzip", ".gz", starts)


def tables() -> Target:
    """JSON Lines, JSON and CSV."""

    def check(data: bytes) -> None:
        for ending in (".jsonl", ".json", ".csv"):
            sound(Received(source=f"x{ending}", name=f"x{ending}", data=data))

    array = "[" + ",".join(samples.JSONL.strip().split("\n")) + "]"
    return Target("tables", [text.encode() for text in (samples.JSONL, array, samples.CSV)], check)


def text() -> Target:
    """Plain text and Markdown in many encodings, with charsets declared right and wrong."""

    def check(data: bytes) -> None:
        for charset in (None, "latin-1", "utf-16", "no-such", "idna"):
            decode(data, charset)
        for ending in (".txt", ".md"):
            sound(Received(source=f"x{ending}", name=f"x{ending}", data=data, charset="cp1251"))

    codes = ("utf-8", "utf-16", "utf-32", "cp1252")
    front = f"---\ntitle: Bridge\ndate: 21/01/2013\n---\n# Bridge\n\n{samples.REPORT}"
    return Target("text", [*(samples.REPORT.encode(code) for code in codes), front.encode()], check)


def notation() -> Target:
    """Annotated passages: what is read without a fault is written and read again the same."""

    def check(data: bytes) -> None:
        lines = data.decode("utf-8", "replace")
        asked = line_of("Gunmen of the Salt Front killed at least 12 villagers in Dessan on Monday.", 0)
        check_answer(asked, lines)
        read_marked(lines, lines, lines)
        try:
            blocks = list(read_blocks(lines.splitlines(keepends=True)))
        except NotationError:
            return
        for block in blocks:
            assert all(0 <= node.start < node.end <= len(block.text) for node in block.graph.nodes)
            if not set("{}\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029") & set(block.text + block.id):
                (again,) = read_blocks(write_block(block.id, block.text, block.graph).splitlines(keepends=True))
                assert (again.text.strip(), again.graph.edges) == (block.text.strip(), block.graph.edges)

    return Target("notation", [samples.NOTATION.encode()], check)


def dates() -> Target:
    """Time expressions: a period in the calendar, or a reason."""
    anchor = make_day("2013-01-21")

    def check(data: bytes) -> None:
        words = data.decode("utf-8", "replace")
        read_date(words)
        told = [read_period(words, day, tense) for day in (None, anchor) for tense in (None, "past", "future")]
        told.append(read_told(words, Telling(anchor, None, (make_day("2012-12-31"), make_day("9999-12-31")))))
        for reading in told:
            assert reading.period is not None or reading.why, "no period, and no reason"
            if reading.period is not None and reading.period.from_ and reading.period.to:
                assert reading.period.from_[:10] <= reading.period.to[:10], "a period that ends before it begins"
        assert all(0 <= start < end <= len(words) for start, end in find_times(words))

    return Target("dates", [words.encode() for words in (*samples.DATES, samples.REPORT)], check)


def numbers() -> Target:
    """Number expressions: bounds in order that a store can hold, or a reason."""

    def check(data: bytes) -> None:
        words = data.decode("utf-8", "replace")
        plain(words)
        read = read_quantity(words)
        assert read.how, "bounds without a rule"
        for bound in (read.lower, read.upper):
            assert bound is None or (isinstance(bound, int) and 0 <= bound < SIGNED_64), f"a bound of {bound}"
        if read.lower is not None and read.upper is not None:
            assert read.lower <= read.upper, f"{read.lower} to {read.upper}"

    return Target("numbers", [words.encode() for words in samples.NUMBERS], check)


def random_graph(text: str, chance: random.Random) -> Graph:
    """A legal claim graph at random words of a text."""
    places = list(words_of(text).starts)
    firsts = sorted(chance.sample(range(len(places)), min(len(places), chance.randrange(1, 24))))
    nodes = []
    for number, (first, following) in enumerate(pairwise([*firsts, len(places)])):
        last = chance.randrange(first, min(following, first + 6))
        kind = chance.choice(NODES)
        modes = MODES.get(kind, ())
        flag = chance.choice(FLAGS) if kind in MODES else None
        mode = chance.choice(modes) if modes and chance.random() < 0.5 else None
        end = words_of(text).ends[last]
        nodes.append(Node(id=f"n{number}", start=places[first], end=end, type=kind, mode=mode, flag=flag))
    edges = dict.fromkeys(
        Edge(a.id, label, b.id)
        for a, b in ((chance.choice(nodes), chance.choice(nodes)) for _ in range(4 * len(nodes)))
        for label in [chance.choice(EDGES)]
        if a is not b and fits(label, a.type, b.type)
    )
    return Graph(document="", start=0, end=len(text), nodes=tuple(nodes), edges=tuple(edges), maker="fuzz")


def graphs() -> Target:
    """Claims and identities of a legal graph that makes no sense: every claim quotes its text."""

    def check(data: bytes) -> None:
        words = clean(data.decode("utf-8", "replace"))[0]
        if not len(words_of(words)):
            return
        document = make_document(words, published="2013-01-21")
        graph = random_graph(words, random.Random(data))
        graph = msgspec.structs.replace(graph, document=document.id)
        (claims,) = Interpreter()([(document, [graph])])
        for claim in claims:
            assert claim.voices, "a claim without a voice"
            assert claim.spans, "a claim without a span"
            assert all(words[span.start : span.end] == span.quote for span in claim.spans), "a quote that isn't there"
        Resolver()([(document, [graph])])

    return Target("graphs", [samples.REPORT.encode(), *(w.encode() for w in samples.DATES + samples.NUMBERS)], check)


def exports() -> Target:
    """Records with hostile words in any of their fields: JSON that says the same, pages in which words are text."""
    plain_record = msgspec.to_builtins(sample_record())
    kept = {"kind", "id", "language", "precision", "from_", "to"}

    def check(data: bytes) -> None:
        words = data.decode("utf-8", "surrogateescape")
        chance = random.Random(data)

        def put(value: Any, key: str = "") -> Any:
            if isinstance(value, dict):
                return {name: put(inner, name) for name, inner in value.items()}
            if isinstance(value, list):
                return [put(inner, key) for inner in value]
            free = key in ("title", "publisher", "byline", "why", "name", "case", "source", "path", "hedge")
            return words if isinstance(value, str) and free and key not in kept and chance.random() < 0.3 else value

        record = msgspec.convert(put(plain_record), Record)
        clean_words = not any("\ud800" <= char <= "\udfff" for char in words)
        if clean_words:
            assert msgspec.json.decode(to_json(record), type=Record) == record, "JSON that says something else"
        page = static_dossier(record, "2031-05-20")
        assert page.lower().count("<script") == 0, "words that became a script"
        assert "\x1b" not in page

    breaks = ("</script><script>x()</script>", "=1+1", "<img src=x onerror=x()>", "\x1b[31m", "{{7*7}} ${1}", "\u202e")
    return Target("exports", [words.encode() for words in (*breaks, samples.REPORT)], check)


TARGETS: dict[str, Callable[[], Target]] = {
    make.__name__: make
    for make in (html, pdf, docx, word, feed, warc, gzip, tables, text, notation, dates, numbers, graphs, exports)
}
