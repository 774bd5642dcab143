"""Who says what as stretches of text: the cue, its source and its content, read off a claim graph by rules.

A graph marks heads: the verb of saying, the core of the speaker's noun phrase, the triggers of what is said. Corpora of
quotations mark whole extents: the verb with its auxiliaries, the noun phrase with its apposition, the clause or
quotation. `attributions` turns the one into the other. It needs no training; its lists of words
(`attribution.toml`) were chosen, and its rules tried, on PolNeAR's training part.
"""

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import msgspec
from extents import Extent

from rashomon.records import Graph, Node
from rashomon.values.quotations import quotations
from rashomon.values.sentences import sentences
from rashomon.vocab.scheme import SPEECH

WORD = re.compile(r"[A-Za-z0-9$][\w.&’'%-]*(?<![.’'])")
SPEAKERS = ("PER", "ORG", "GROUP", "GPE", "DOC", "LOC")
HEADING = re.compile(r"(?m)^[\"“]?([A-Z][\w.’' -]{1,40}):(?= )")
ARTICLE = re.compile(r"\s*(?:(?:the|an?) )?", re.IGNORECASE)
RELATIVES = ("who", "which")
QUOTES = "\"'“”‘’`"

Span = tuple[int, int]


class Attribution(msgspec.Struct, frozen=True):
    """A cue with its source and content; None where the text names none, or the rules find none."""

    cue: Span
    source: Span | None = None
    content: Extent | None = None


Reader = Callable[[str, Graph], list[Attribution]]  # what a trained tagger would put in the place of the rules


@lru_cache
def words(name: str) -> frozenset[str]:
    """A list of words of `attribution.toml`."""
    return frozenset(tomllib.loads(Path(__file__).with_name("attribution.toml").read_text("utf-8"))[name])


def attributions(text: str, graph: Graph) -> list[Attribution]:
    """The attributions of a text, in order of their cues; no two with one cue."""
    found: dict[Span, Attribution] = {}
    scene = Scene(text, graph)
    for node, start, end in scene.candidates():
        cue = scene.cue(start, end)
        if cue not in found:
            source, inverted = scene.source(node, cue)
            found[cue] = Attribution(cue, source, scene.content(cue, source, inverted))
    return [found[cue] for cue in sorted(found)]


class Scene:
    """A text with its graph, its words and its sentences, to look around in."""

    def __init__(self, text: str, graph: Graph) -> None:
        self.text = text
        self.nodes = {node.id: node for node in graph.nodes}
        self.mentions = sorted((n for n in graph.nodes if n.type in SPEAKERS), key=lambda n: n.start)
        self.agents: dict[str, list[Node]] = {}
        self.linked: set[str] = set()
        for edge in graph.edges:
            if edge.label in ("agent", "content"):
                self.linked.add(edge.source)
            if edge.label == "agent" and edge.target in self.nodes:
                self.agents.setdefault(edge.source, []).append(self.nodes[edge.target])
        self.sentences = list(paragraph_sentences(text))

    def candidates(self) -> Iterator[tuple[Node | None, int, int]]:
        """Stretches that may be cues, with the trigger there: speech that is linked or a known verb; other verbs."""
        seen: list[Span] = []
        for node in self.nodes.values():
            if node.type in SPEECH:
                seen.append((node.start, node.end))
                known = self.text[node.start : node.end].lower().split()[0] in words("verbs")
                if (node.type == "SAY" and node.id in self.linked) or known:
                    yield node, node.start, node.end
        for match in WORD.finditer(self.text):
            start, end = match.span()
            known = match.group().lower() in words("verbs") and not self.quoted(start)
            if known and not any(a < end and start < b for a, b in seen):
                yield None, start, end
        for match in HEADING.finditer(self.text):
            if any(n.start < match.end(1) and match.start(1) < n.end for n in self.mentions):
                yield None, match.end(1), match.end(1) + 1

    def quoted(self, position: int) -> bool:
        """Whether a character stands inside quotation marks."""
        return any(start <= position < end for start, end in quotations(self.text))

    def sentence(self, position: int) -> Span:
        """The sentence that holds a character."""
        return next((s for s in self.sentences if s[0] <= position < s[1]), (position, position))

    def cue(self, start: int, end: int) -> Span:
        """A verb with its auxiliaries and adverbs before it, and its particle or colon after it."""
        first, _ = self.sentence(start)
        for word in reversed(list(WORD.finditer(self.text, first, start))):
            if self.text[word.end() : start].strip() or not is_auxiliary(word.group()):
                break
            start = word.start()
        after = WORD.match(self.text, end + 1) if self.text[end : end + 1] == " " else None
        pair = f"{self.text[start:end].lower().split()[-1]} {after.group().lower()}" if after else ""
        if after and pair in words("particles"):
            end = after.end()
        if self.text[end : end + 1] == ":":
            end += 1
        return start, end

    def source(self, node: Node | None, cue: Span) -> tuple[Span | None, bool]:
        """The speaker's noun phrase, and whether it stands after the cue."""
        agents = self.agents.get(node.id, []) if node else []
        first, _ = self.sentence(cue[0])
        pronoun = self.pronoun(first, cue[0])
        if pronoun and (not agents or self.text[slice(*pronoun)].lower() in RELATIVES):
            return pronoun, False
        if agents:
            near = min(agents, key=lambda n: (distance((n.start, n.end), cue), n.start))
            return self.apposed(self.phrase(near.start, near.end), cue), near.start >= cue[1]
        before = self.text[first : cue[0]].rstrip()
        if not before or before[-1] in "," + QUOTES or self.text[slice(*cue)].lower() == "according to":
            for other in self.mentions:
                if cue[1] <= other.start and ARTICLE.fullmatch(self.text, cue[1], other.start):
                    return self.phrase(other.start, other.end), True
        subjects = [n for n in self.mentions if first <= n.start and n.end <= cue[0]]
        if not subjects:
            return None, False
        participle = self.text[slice(*cue)].lower().split()[0].endswith("ing")
        subject = subjects[0] if participle and before[-1:] == "," else subjects[-1]
        return self.apposed(self.phrase(subject.start, subject.end), cue), False

    def pronoun(self, first: int, position: int) -> Span | None:
        """The pronoun right before a verb."""
        word = next(iter(reversed(list(WORD.finditer(self.text, first, position)))), None)
        if word and word.group().lower() in words("pronouns") and not self.text[word.end() : position].strip():
            return word.span()
        return None

    def apposed(self, phrase: Span, cue: Span) -> Span:
        """A noun phrase with what stands between commas after it, right before its verb."""
        between = self.text[phrase[1] : cue[0]].rstrip()
        if between[:2] == ", " and between[-1] == "," and len(between) > 3:
            return phrase[0], phrase[1] + len(between)
        return phrase

    def phrase(self, start: int, end: int) -> Span:
        """The noun phrase around a mention: names and titles beside it, article and adjectives before, ``of`` after."""
        first, last = self.sentence(start)
        start = self.leftward(first, start)
        while True:
            joined = re.compile(r"(?: |, | of | of the | and )").match(self.text, end)
            after = next((n for n in self.mentions if joined and n.start == joined.end() and n.end <= last), None)
            if not after or (joined and joined.group() in (", ", " and ")):
                return start, end
            end = after.end

    def leftward(self, first: int, start: int) -> int:
        """Where the noun phrase begins: over words and possessives up to a mark or a word that ends another phrase."""
        for word in reversed(list(WORD.finditer(self.text, first, start))):
            between = self.text[word.end() : start]
            low = word.group().lower()
            if between.strip(" .") not in ("", "'s", "’s", "’", "'", "(R-", "-") or low in words("closed") | words(
                "verbs"
            ):
                break
            start = word.start()
            if low in words("articles"):
                break
        return start

    def content(self, cue: Span, source: Span | None, inverted: bool) -> Extent | None:
        """What is said: the quotation and the clause on that side of the cue on which they stand."""
        first, last = self.sentence(cue[0])
        head = min(cue[0], source[0]) if source and source[0] >= first else cue[0]
        tail = max(cue[1], source[1]) if inverted and source else cue[1]
        before, after = self.trimmed(first, head), self.trimmed(self.clause(tail, last, cue), last)
        if self.text[cue[0] : cue[1]] == ":" or self.text[cue[1] - 1] == ":":
            after = self.trimmed(tail, self.paragraph(tail))
            return (after,) if after else None
        if before and self.said_before(first, head, tail, last, inverted):
            parts = [self.quotation_whole(before, first)]
            goes_on = self.going_on(tail, last)
            return (*parts, goes_on) if goes_on else tuple(parts)
        return (after,) if after else (before,) if before and before[1] - before[0] > 3 else None

    def said_before(self, first: int, head: int, tail: int, last: int, inverted: bool) -> bool:
        """Whether what stands before speaker and cue is what is said."""
        before, rest = self.text[first:head].rstrip(), self.text[tail:last].strip(" .,;:)\n")
        if before[-1:] in QUOTES and before[-2:-1] in (",", "?", "!", ".", "—"):
            return True
        if before[-1:] not in tuple("," + QUOTES):
            return False
        circumstance = rest.split(" ")[0].lower() in words("circumstances") and " that " not in f" {rest} "
        return inverted or not rest or (circumstance and len(before.split()) > 4 and len(rest.split()) < 12)

    def going_on(self, tail: int, last: int) -> Span | None:
        """The quotation that goes on after the cue, in its sentence or in the next of its paragraph."""
        end = self.paragraph(tail)
        for a, b in quotations(self.text):
            if tail <= a < end and (a < last or not self.text[last:a].strip()):
                return a, min(b, end)
        return None

    def paragraph(self, position: int) -> int:
        """Where the paragraph of a character ends."""
        end = self.text.find("\n", position)
        if end == position or (end > 0 and not self.text[position:end].strip()):
            return self.paragraph(re.compile(r"\s*").match(self.text, position).end())  # type: ignore[union-attr]
        return end if end > 0 else len(self.text)

    def clause(self, tail: int, last: int, cue: Span) -> int:
        """Where the clause that is said begins: after the one who is told, and from ``that`` after a circumstance."""
        told = self.text[cue[0] : cue[1]].lower().split()[-1] in words("told")
        rest = self.text[tail:last]
        first = WORD.search(rest)
        if told and first:
            whom = next((n for n in self.mentions if 0 <= n.start - tail <= 25 and n.end < last), None)
            if whom and WORD.search(self.text, whom.end, last):
                return whom.end
            if first.group().lower() in words("pronouns") | {"me", "us", "him", "them"}:
                return tail + first.end()
        that = re.compile(r"^\W{0,2}(?:\w+\W+){1,8}?(?=that )").match(rest)
        if that and first and first.group().lower() in words("circumstances"):
            return tail + that.end()
        return tail

    def quotation_whole(self, span: Span, first: int) -> Span:
        """A stretch that ends in a quotation, from where that quotation begins if this is in an earlier sentence."""
        for start, end in quotations(self.text):
            if start < first < end <= span[1] + 2:
                return start, span[1]
        return span

    def trimmed(self, start: int, end: int) -> Span | None:
        """A stretch without the spaces, commas and full stops at its ends; those inside quotation marks stay."""
        while start < end and self.text[start] in " ,;:\n\t—-":
            start += 1
        while start < end and self.text[end - 1] in " ,;.:?!\n\t—-":
            end -= 1
        return (start, end) if start < end else None


def paragraph_sentences(text: str) -> Iterator[Span]:
    """The sentences of a text, paragraph by paragraph."""
    for match in re.finditer(r"[^\n]+", text):
        for start, end in sentences(match.group()):
            yield match.start() + start, match.start() + end


def is_auxiliary(word: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    low = word.lower()
    return low in words("auxiliaries") or (low.endswith("ly") and len(low) > 4 and low not in words("closed"))


def distance(one: Span, other: Span) -> int:
    """Characters between two stretches."""
    return max(0, one[0] - other[1], other[0] - one[1])
