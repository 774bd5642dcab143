"""Reports of 700 words as web pages: annotated passages end to end in changed copies, with a page's furniture around.

The annotated reports have 290 words on average. Report number n begins with the paragraphs of one of them and goes on
with those of the next until it has 700 words; names and numbers are those of its copy (`sample_copies`), so that copies
tell of other events.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape
from itertools import chain
from pathlib import Path
from typing import Final, NamedTuple

from annotated import CORPUS, blocks
from sample_copies import changed

WORDS: Final = 700
MENU: Final = ("Home", "World", "Politics", "Business", "Opinion", "Culture", "Sport", "Weather", "Archive", "About us")
OUTLETS: Final = ("The Harbour Post", "Castrel Mirror", "Northern Gazette", "Evening Lantern", "Radio Sulafe")
FIRST: Final = date(2031, 3, 9)


class Report(NamedTuple):
    """A headline and paragraphs of a day's report in one outlet."""

    title: str
    outlet: str
    day: date
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words its paragraphs have."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)


def reports(number: int) -> Iterator[Report]:
    """So many reports of 700 words and a few more."""
    texts: dict[str, list[str]] = {}
    for block in blocks(CORPUS):
        texts.setdefault(block.id.rsplit("/", 1)[0], []).extend(block.text.split("\n\n"))
    told = list(texts.values())
    for n in range(number):
        copy, first = divmod(n, len(told))
        paragraphs = cut(chain.from_iterable(told[first:] + told[:first]))
        text = [changed(paragraph, copy) for paragraph in paragraphs]
        title = " ".join(text[0].partition(" - ")[2].split()[:9] or text[0].split()[:9])
        yield Report(title, OUTLETS[n % len(OUTLETS)], FIRST + timedelta(days=3 * copy), tuple(text))


def cut(paragraphs: Iterator[str]) -> list[str]:
    """The first paragraphs that have 700 words together."""
    found: list[str] = []
    while sum(len(paragraph.split()) for paragraph in found) < WORDS:
        found.append(next(paragraphs))
    return found


def page(report: Report) -> str:
    """A report as a page of its outlet, with a menu, links to other stories and a foot."""
    items = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in MENU)
    body = "\n".join(f"<p>{escape(paragraph)}</p>" for paragraph in report.paragraphs)
    title = escape(report.title)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{title} - {report.outlet}</title>
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{report.outlet}">
<meta property="article:published_time" content="{report.day.isoformat()}T06:00:00Z">
<style>nav li {{ display: inline }}</style></head><body>
<header><nav><ul>{items}</ul></nav></header>
<main><article><h1>{title}</h1><p class="byline">By our reporter</p>
<time datetime="{report.day.isoformat()}">{report.day:%d %B %Y}</time>
{body}
</article><aside><h2>More stories</h2><ul>{items}</ul></aside></main>
<footer><p>All rights reserved. Write to the editors.</p></footer>
</body></html>
"""


def write_pages(folder: Path, told: Sequence[Report]) -> list[Path]:
    """The pages of reports as files of a new folder."""
    folder.mkdir(parents=True)
    paths = [folder / f"{number:05}.html" for number in range(len(told))]
    for path, report in zip(paths, told, strict=True):
        path.write_text(page(report), "utf-8")
    return paths
