"""One record from many reports: articles on American shootings, told apart by incident, with tolls and dates.

The Gun Violence Archive's coders filed articles under incidents and wrote down the date, the killed and the injured.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec
from b_cubed import b_cubed
from board import Table, json_lines
from held_out import held_out

from rashomon.api import Case
from rashomon.engine.settings import Settings
from rashomon.reconcile.reconciler import Reconciler
from rashomon.records import AnyClaim, EventClaim, Finding, Incident, Record

ARTICLES, INCIDENTS = Path("data", "gva", "articles.jsonl.gz"), Path("data", "gva", "incidents.jsonl.gz")
POLICY: Final = "gtd"
ARCHIVE: Final = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/")
# Acts that follow a shooting: an arrest, a release, a protest, a search. A report is of the shooting.
AFTERWARDS: Final = frozenset({"COERCE", "RETREAT", "MOBILIZE", "PROTEST", "CONTROL"})
TOLLS: Final = {"killed": "num_killed", "injured": "num_injured"}
WEEK: Final = 7
TOLD: Final = "articles in which an incident was found"

PROTOCOL = """\
Articles on American shootings that the Gun Violence Archive's coders filed under incidents: those of one incident in \
five, by a hash of its number, read into one case in any order, with title, date and address. Rules and weights were \
tried on the other four fifths; words of those fifths also count in `vocab/rarity.csv`. The incident of an article is, \
of the violent incidents that it tells as news, the one that most articles tell (then of which it makes most claims). \
B-cubed over articles; one in which no incident was found stands alone, and many hold a paywall's or a video's \
notice instead of the story. Copies of one text are one article. *killed*, *injured*: per cent of incidents whose \
finding under the policy `gtd` (the majority of independent origins, else the lowest figure) is the coded number; no \
finding stands for 0, and incidents in none of whose articles anything was found are left out. *Date within a day*: \
the incident's period, if no longer than a week (one end, where the other is open), against the coded day."""


class Article(msgspec.Struct, frozen=True):
    """An article, and the incident under which it was filed."""

    id: str
    incident: str
    title: str
    published: str
    url: str
    text: str


def articles(rows: Iterable[Mapping[str, Any]], of: Callable[[str], bool] = held_out) -> list[Article]:
    """The articles ``of`` some incidents, held-out ones by default; one that is filed twice counts under the first."""
    found: dict[str, Article] = {}
    for row in rows:
        if of(row["incident_id"]):
            url = ARCHIVE.sub("", row["uri"])
            one = Article(row["id"], row["incident_id"], row["title"], row["dct"], url, row["content"])
            found.setdefault(one.id, one)
    return list(found.values())


def written(told: Sequence[Article]) -> str:
    """The articles as a table that `rashomon read` takes, a line each."""
    rows = ({"id": a.id, "title": a.title, "date": a.published, "url": a.url, "text": a.text} for a in told)
    return "\n".join(map(json.dumps, rows))


def read(told: Sequence[Article]) -> Record:
    """The record of the articles, read into a case that is thrown away."""
    settings = Settings(reconciler=Reconciler(policies=(POLICY,)))
    with tempfile.TemporaryDirectory() as folder, Case(Path(folder) / "gva.db", settings) as case:
        (Path(folder) / "gva.jsonl").write_text(written(told), "utf-8")
        case.read([str(Path(folder) / "gva.jsonl")])
        case.update()
        return case.record()


def main_incidents(record: Record) -> dict[str, Incident]:
    """The incident that each article is of, by the article's id; articles without any are left out.

    Of the incidents that it tells as news those of violence come first, then the one that most articles tell, then
    the one of which it has most claims, then the first told.
    """
    claims = {claim.id: claim for claim in record.claims}
    names = {document.id: document.source.rpartition("#")[2] for document in record.documents}
    best: dict[str, tuple[tuple[object, ...], Incident]] = {}
    for incident in record.incidents:
        for document, own in _by_document(claims[c] for c in incident.claims).items():
            rank = _rank(incident, own)
            if rank and (document not in best or rank > best[document][0]):
                best[document] = (rank, incident)
    return {names[document]: incident for document, (_, incident) in best.items()}


def _by_document(claims: Iterable[AnyClaim]) -> dict[str, list[AnyClaim]]:
    found: dict[str, list[AnyClaim]] = {}
    for claim in claims:
        found.setdefault(claim.document, []).append(claim)
    return found


def _rank(incident: Incident, own: Sequence[AnyClaim]) -> tuple[object, ...]:
    """How much a report is of an incident; empty if it tells of no act in it."""
    events = [claim for claim in own if isinstance(claim, EventClaim)]
    if not events:
        return ()
    news = not incident.background and not all(event.background for event in events)
    violence = not {event.type for event in events} <= AFTERWARDS
    first = min(event.spans[0].start for event in events)
    return news, violence, len(incident.documents), len(events), -first, incident.id


def linking(told: Sequence[Article], of: Mapping[str, Incident]) -> tuple[object, ...]:
    """The row of the table: B-cubed of the articles' incidents against those that they were filed under."""
    found = b_cubed({a.id: a.incident for a in told}, {article: incident.id for article, incident in of.items()})
    return "articles of one incident", 100 * found.precision, 100 * found.recall, 100 * found.f1, len(told)


def values(
    told: Sequence[Article], of: Mapping[str, Incident], coded: Mapping[str, Any], findings: Iterable[Finding]
) -> list[tuple[object, ...]]:
    """The rows on tolls and dates: over incidents, as most of their articles have them in the record."""
    best = {(f.incident, f.field): f.best for f in findings if f.policy == POLICY}
    filed: dict[str, list[Incident]] = {}
    for article in told:
        if article.id in of and article.incident in coded:
            filed.setdefault(article.incident, []).append(of[article.id])
    right = dict.fromkeys((*TOLLS, "date within a day"), 0)
    for name, those in filed.items():
        votes = Counter(incident.id for incident in those)
        incident = max(those, key=lambda i: (votes[i.id], i.id))
        for measure, column in TOLLS.items():
            right[measure] += (best.get((incident.id, measure)) or 0) == coded[name][column]
        right["date within a day"] += near(incident, datetime.strptime(coded[name]["date"], "%B %d, %Y").date())
    return [(row, None, None, 100 * hits / max(1, len(filed)), len(filed)) for row, hits in right.items()]


def near(incident: Incident, day: date) -> bool:
    """Whether an incident's period is of at most a week, and reaches within a day of a day."""
    period = incident.period
    if period is None or not (period.to or period.from_):
        return False
    first, last = (
        date.fromisoformat((end or period.to or period.from_ or "")[:10]) for end in (period.from_, period.to)
    )
    return first - timedelta(1) <= day <= last + timedelta(1) and (last - first).days < WEEK


def table(data: Path) -> Table | None:
    """The figures on the held-out incidents; None where the set is not at hand."""
    if not (data / ARTICLES).exists():
        return None
    told = articles(json_lines(data / ARTICLES))
    record = read(told)
    held = {document.source.rpartition("#")[2] for document in record.documents}
    told = [article for article in told if article.id in held]
    coded = {row["incident_uri"]: row for row in json_lines(data / INCIDENTS)}
    of = main_incidents(record)
    spoken = [article for article in told if article.id in of]
    rows = [linking(told, of), (TOLD, *linking(spoken, of)[1:]), *values(told, of, coded, record.findings)]
    head = ("row", "P", "R", "F1 or right", "articles or incidents")
    return Table("gva", "One incident in many reports: Gun Violence Archive", PROTOCOL, head, tuple(rows))
