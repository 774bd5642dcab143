"""The static dossier: the whole record as plain HTML that needs no network, no script and no server."""

import hashlib
from base64 import b64encode
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from rashomon.records import Finding, Incident, Period, Record
from rashomon.show import figures, glyphs, methods, relations, words
from rashomon.show.anchors import anchor
from rashomon.show.axis import axis
from rashomon.show.foremost import in_time, main_finding, most_told
from rashomon.show.incidents import against, counts, story
from rashomon.show.lookup import Lookup
from rashomon.show.marks import shown
from rashomon.show.plain import clip
from rashomon.show.relations import about_of
from rashomon.show.reports import Texts, reports, strays
from rashomon.values import periods
from rashomon.values.groups import groups

GLANCE: Final = 12  # incidents at a glance; more are said to be below
FIRST: Final = 6  # disagreements at a glance


class Shell(NamedTuple):
    """The built page and what it is fed with: its style sheet, its program, and the case as JSON.

    ``rest`` are the parts of the case by name that stand behind the program, which draws its first page before them.
    """

    style: str
    program: str
    data: str
    rest: tuple[tuple[str, str], ...] = ()


def static_dossier(record: Record, built: str, texts: Texts = "full", shell: Shell | None = None) -> str:
    """One self-contained HTML page of the whole record; encode it as UTF-8.

    With a ``shell`` (`rashomon.show.page.shell`) the page is its program's, and this one is its twin: what is seen
    without scripts, what is printed, and what archives and comparisons of files read.
    ``built`` is the date to print as the day of building (the page reads no clock, so that it is reproducible).
    ``texts``: ``full`` puts every report's text in, ``excerpts`` only the lines with claims, ``none`` none of it
    (each claim's sentence is still quoted).
    """
    look = Lookup(record)
    style = _style()
    page = _environment().get_template("dossier.html")
    return page.render(
        record=record,
        built=built,
        csp=_policy(style, shell),
        style=Markup(style),
        shell=shell and _safe(shell),
        head=head(look),
        glance=_glance(look),
        news=[story(incident, look) for incident in _by_date(look, background=False)],
        history=[story(incident, look) for incident in _by_date(look, background=True)],
        disputes=relations.disputes(look),
        people=relations.people(look),
        bonds=relations.bonds(look),
        loose_ties=relations.loose_ties(look),
        flows=relations.flows(look),
        causes=relations.causes(look),
        naming=relations.naming(look),
        reports=reports(look, texts),
        strays=strays(look),
        methods=methods.methods(look),
        policies=methods.policies(record),
        used={finding.policy for finding in record.findings},
        samples={sign: glyphs.tie_lines(sign) for sign in ("+", "-", "0", "+-")},
    )


def _safe(shell: Shell) -> Shell:
    """A shell whose parts are put in as they are."""
    rest = tuple((name, Markup(data)) for name, data in shell.rest)
    return Shell(Markup(shell.style), Markup(shell.program), Markup(shell.data), rest)


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader("rashomon.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: value if isinstance(value, Markup) or not isinstance(value, str) else shown(value),
    )
    found.globals["anchor"] = anchor
    return found


@cache
def _style() -> str:
    return resources.files("rashomon.show").joinpath("templates/dossier.css").read_text(encoding="utf-8")


def _policy(style: str, shell: Shell | None) -> str:
    """The content security policy: these style sheets and this program by their hashes, and nothing else at all."""
    styles = " ".join(_digest(sheet) for sheet in (style, *((shell.style,) if shell else ())))
    program = f" script-src {_digest(shell.program)};" if shell else ""
    # drawings are given out as files from what the page has made itself: blob and data, never an address
    images = "data: blob:" if shell else "data:"
    return f"default-src 'none'; style-src {styles};{program} img-src {images}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def head(look: Lookup) -> dict[str, Any]:
    """What the record holds, in numbers."""
    record = look.record
    news = [incident for incident in record.incidents if not incident.background]
    return {
        "reports": len(record.documents),
        "undated": sum(document.published is None for document in record.documents),
        "outlets": len({look.outlet(document.id) for document in record.documents}),
        "origins": _origins(look),
        "claims": len(record.claims),
        "covered": words.period(covered([incident.period for incident in news if incident.period])),
        "reviewed": methods.reviewed(record),
    }


def _origins(look: Lookup) -> int:
    """How many reports are left when reprints and wire copies of one another count once."""
    told = (j for j in look.record.judgements if j.relation == "same origin" and j.verdict == "same")
    held = ((j.left, j.right) for j in told if j.retired is None)
    pairs = ((a, b) for a, b in held if a in look.documents and b in look.documents)
    return len(groups(look.documents, pairs))


def covered(spans: list[Period]) -> Period | None:
    """The period from the first to the last of several; open ends and unreadable dates are left out."""
    whole: Period | None = None
    for span in spans:
        if span.from_ and span.to:
            try:
                whole = span if whole is None else periods.hull(whole, span)
            except ValueError:
                continue
    if whole is None:
        return None
    first, last = (whole.from_ or "")[:10], (whole.to or "")[:10]
    return Period(from_=first, to=last, precision="days")


def _by_date(look: Lookup, background: bool) -> list[Incident]:
    return sorted((one for one in look.record.incidents if one.background is background), key=in_time)


def _glance(look: Lookup) -> dict[str, Any]:
    chosen = most_told(look.record, GLANCE)
    news = sum(not incident.background for incident in look.record.incidents)
    found = {incident.id: main_finding(incident, look) for incident in chosen}
    limits = [bound for finding in found.values() if finding for bound in (finding.low, finding.best, finding.high)]
    scale = axis(figures.ends(limits), root=True)
    rows = []
    for incident in chosen:
        finding = found[incident.id]
        when = words.period(incident.period)
        best = None if finding is None or finding.best is None else min(finding.best, figures.HUGE)
        rows.append(
            {
                "href": f"#{anchor('i', incident.id)}",
                "title": words.untimed(clip(incident.title, 120), when),
                "shape": glyphs.event_shape(words.family(incident.type, incident.mode)),
                "act": words.act(incident.type, incident.mode),
                "when": when,
                "where": look.place(incident.place),
                "counts": counts(incident),
                "grade": incident.grade,
                "whole": figures.whole(finding) if finding else "",
                "label": figures.label(finding.field) if finding else "",
                "note": _note(finding) if finding else "",
                "svg": glyphs.range_glyph(scale, (finding.low, finding.high), best) if finding else "",
            }
        )
    return {
        "rows": rows,
        "more": news - len(rows),
        "ruler": glyphs.ruler(scale),
        "disputes": _first_disputes(look),
        "more_disputes": max(0, len(look.record.disagreements) - FIRST),
    }


def _note(finding: Finding) -> str:
    gap = figures.gap(finding)
    said = figures.accounts(len(finding.backing))
    return f"{said}, {gap}" if gap else said


def _first_disputes(look: Lookup) -> list[dict[str, str]]:
    ranked = sorted(look.record.disagreements, key=lambda d: (d.scope == "within", -len(d.sides)))[:FIRST]
    return [
        {
            "href": f"#{anchor('x', dispute.id)}",
            "kind": relations.KINDS.get(dispute.kind, dispute.kind),
            "sides": against(dispute),
            "about": about_of(dispute, look)[0],
        }
        for dispute in ranked
    ]
