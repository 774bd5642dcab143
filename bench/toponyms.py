"""Where the toponyms of news are: LGL, TR-News and GeoVirus, the stretches given, each to its coordinates."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import msgspec
from board import Table
from held_out import unseen_half

from rashomon.records import Document, Place
from rashomon.resolve.locator import Locator
from rashomon.values.place import distance_km

FOLDER = Path("data", "toponyms")
SETS = {"lgl": "LGL", "TR-News": "TR-News", "GeoVirus": "GeoVirus"}
NEAR_KM = 161.0  # 100 miles, the field's measure
AWAY = 40  # characters by which a set's offsets may miss their words

PROTOCOL = """\
Toponyms of three public sets with their stretch given and their point known: LGL (Lieberman et al. 2010: small \
American papers), TR-News (Kamalloo and Rafiei 2018: world news) and GeoVirus (Gritta et al. 2018: news of \
epidemics). Every one counts, demonyms and those that no gazetteer of ours holds too; those that the set itself gives \
no point are left out. A stretch whose offsets miss its words is put at the nearest place where they stand. Each \
article is one report, with its title's words, web address and the stretches; nothing else of the annotation is shown \
to the program. *Within 161 km*: per cent of all toponyms put within 100 miles of the annotated point. *Of those \
placed*: of those that got a point at all. *Half*: the articles with an odd hash, whose errors nobody looked at while \
the rules were written. The gazetteer is the one in the package (places of 500 people and more), where others use all \
of GeoNames."""


class Toponym(msgspec.Struct, frozen=True):
    """A stretch of an article and the point that the set gives it."""

    start: int
    end: int
    lat: float
    lon: float


class Article(msgspec.Struct, frozen=True):
    """One report and its toponyms in order."""

    document: Document
    toponyms: tuple[Toponym, ...]

    @property
    def unseen(self) -> bool:
        """Whether it is of the half whose errors were not looked at."""
        return unseen_half(self.document.id)


class Score(msgspec.Struct, frozen=True):
    """How many toponyms there are, how many got a point, and how many a near one."""

    all: int = 0
    placed: int = 0
    near: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.all + other.all, self.placed + other.placed, self.near + other.near)

    @property
    def accuracy(self) -> float:
        """Per cent near, of all."""
        return 100 * self.near / self.all if self.all else 0.0

    @property
    def precision(self) -> float:
        """Per cent near, of those with a point."""
        return 100 * self.near / self.placed if self.placed else 0.0


def articles(path: Path) -> list[Article]:
    """The articles of one set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        xml = json.loads(lines.readline())["xml"]
    root = ElementTree.fromstring(xml.encode() if xml.startswith("<?xml") else xml)
    name = path.name.split(".")[0]
    return [_article(f"{name}/{number}", node) for number, node in enumerate(root.iter("article"))]


def _article(name: str, node: ElementTree.Element) -> Article:
    text = node.findtext("text") or ""
    document = Document(
        id=name,
        source=name,
        digest="",
        text_digest="",
        title=" ".join((node.findtext("title") or "").split()) or None,
        url=(node.findtext("url") or node.findtext("source") or "").strip() or None,
        publisher=node.findtext("domain"),
        text=text,
    )
    marked = list(node.iter("toponym")) or list(node.iter("location"))
    found = {t.start: t for t in (_toponym(text, mark) for mark in marked) if t is not None}
    return Article(document, tuple(found[start] for start in sorted(found)))


def _toponym(text: str, mark: ElementTree.Element) -> Toponym | None:
    """A marked stretch; None without a point, or where its words stand nowhere."""
    tag = mark.find("gaztag")
    point = mark if tag is None else tag
    lat, lon = point.findtext("lat"), point.findtext("lon")
    words = mark.findtext("phrase") or mark.findtext("name") or ""
    if not lat or not lon or not words:
        return None
    start = int(mark.findtext("start") or 0)
    if text[start : start + len(words)] != words:
        places = [at for at in range(len(text)) if text.startswith(words, at)]
        if not places:
            return None
        start = min(places, key=lambda at: abs(at - start))
    return Toponym(start, start + len(words), float(lat), float(lon))


def located(found: Sequence[Article]) -> list[list[Place | None]]:
    """The place of every toponym."""
    batch = [(a.document, [(t.start, t.end) for t in a.toponyms]) for a in found]
    return [[None if d is None else d.found for d in decisions] for decisions in Locator()(batch)]


def scored(article: Article, places: Sequence[Place | None]) -> Score:
    """One article's score."""
    total = Score()
    for toponym, place in zip(article.toponyms, places, strict=True):
        away = None if place is None else distance_km(place, Place(id="", name="", lat=toponym.lat, lon=toponym.lon))
        total += Score(1, int(away is not None), int(away is not None and away <= NEAR_KM))
    return total


def table(data: Path) -> Table | None:
    """The figures of the sets at hand; None without any."""
    rows: list[tuple[object, ...]] = []
    for stem, name in SETS.items():
        path = data / FOLDER / f"{stem}.jsonl.gz"
        if not path.exists():
            continue
        found = articles(path)
        scores = [scored(article, places) for article, places in zip(found, located(found), strict=True)]
        whole = sum(scores, Score())
        half = sum((score for article, score in zip(found, scores, strict=True) if article.unseen), Score())
        rows.append((name, whole.accuracy, whole.precision, half.accuracy, whole.all))
    if not rows:
        return None
    head = ("row", "within 161 km", "of those placed", "half", "toponyms")
    return Table("toponyms", "Where: toponyms in the news", PROTOCOL, head, tuple(rows))
