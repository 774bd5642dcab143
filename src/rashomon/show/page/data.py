"""The rows of the page, as its program reads them: numbers to draw, words to show, places in lists to follow.

`page/src/data.ts` holds the same structs in TypeScript; `tests/show/page/test_data.py` keeps the two alike. Everything
refers to other rows by their place in the list (-1: none), and only what differs from the default is written.
Offsets are UTF-16 units, as browsers count, of the report's text; everywhere else in Rashomon they are code points.
"""

import msgspec

from rashomon.show.page.data_causes import CauseMap, FlowLine
from rashomon.show.page.data_map import Basemap
from rashomon.show.page.data_methods import Methods
from rashomon.show.page.data_outlets import OutletPair, OutletQuoted, OutletTelling
from rashomon.show.page.data_ties import Network
from rashomon.show.page.row import Row, Rows

Pairs = tuple[tuple[str, str], ...]


class Line(Row, frozen=True, kw_only=True):
    """One line of a report's text that is carried: where it starts, what it is (`RegionKind`), its words."""

    start: int
    kind: str = "body"
    text: str


class Doc(Row, frozen=True, kw_only=True):
    """A report. ``lines`` are those of its text that are carried (`Texts`), ``withheld`` why some are not.

    ``day`` is the first day on which it may have been published, ``superseded`` the later version of it, ``reprints``
    the other reports that count as one origin with it, and why.
    """

    id: str
    title: str
    outlet: int
    date: str
    day: str = ""
    language: str = "und"
    url: str = ""
    digest: str
    lines: tuple[Line, ...] = ()
    withheld: str = ""
    facts: Pairs = ()
    missing: Pairs = ()
    notes: Pairs = ()
    superseded: int = -1
    reprints: tuple[tuple[int, str], ...] = ()


class Answer(Row, frozen=True, kw_only=True):
    """One question that a claim answers, in the report's words; ``means`` is the record's name if it is another."""

    question: str
    words: str
    means: str = ""
    actor: int = -1
    place: int = -1


class Figure(Row, frozen=True, kw_only=True):
    """The number of a claim: ``low`` and ``high`` (null: open), the ``shape`` to draw, and what it counts."""

    low: int | None = None
    high: int | None = None
    shape: str
    measure: str
    unit: str
    amount: str
    group: str = ""
    basis: str = ""
    as_of: str = ""


class Claim(Row, frozen=True, kw_only=True):
    """A claim: ``says`` what, ``voice`` who says it, and the sentence at ``start:end`` of its report.

    ``quote`` is empty where the report's carried text has it there; ``astray`` if the text does not bear it.
    ``marks`` are (start, end, kind of highlight, label). ``told`` is `voice` without the outlet. ``points`` are start
    and end in code points, where they are other than in UTF-16 units. ``superseded``: a later figure took its place.
    """

    id: str
    kind: str
    doc: int
    start: int = 0
    end: int = 0
    quote: str = ""
    astray: bool = False
    says: str
    act: str = ""
    voice: str
    told: str = "in its own voice"
    flag: str = ""
    hedge: str = ""
    score: float = 1.0
    state: str = ""
    notes: tuple[str, ...] = ()
    maker: str = ""
    marks: tuple[tuple[int, int, str, str], ...] = ()
    answers: tuple[Answer, ...] = ()
    figure: Figure | None = None
    incident: int = -1
    background: bool = False
    points: tuple[int, ...] = ()
    superseded: bool = False


class Finding(Row, frozen=True, kw_only=True):
    """What one policy makes of one field: bounds to draw, words, and each claim with its reason.

    ``backing`` and ``aside`` are (claim, place of the reason in `Case.reasons`).
    """

    field: str
    measure: str
    unit: str
    label: str
    group: str = ""
    low: int | None = None
    best: int | None = None
    high: int | None = None
    whole: str
    gap: str = ""
    backing: tuple[tuple[int, int], ...] = ()
    aside: tuple[tuple[int, int], ...] = ()


class Incident(Row, frozen=True, kw_only=True):
    """An incident. ``from_`` and ``to`` are ISO days (empty: open); ``findings`` and ``main`` go by policy.

    ``main`` is the place of the finding that stands for it in `findings` of that policy, ``timed`` how many characters
    at the end of ``title`` say again what ``when`` does.
    """

    id: str
    aliases: tuple[str, ...] = ()
    title: str
    timed: int = 0
    act: str
    like: str = ""
    family: str
    from_: str = msgspec.field(name="from", default="")
    to: str = ""
    when: str
    precision: str = ""
    near: str = ""
    place: int = -1
    where: str
    actors: tuple[int, ...] = ()
    claims: tuple[int, ...] = ()
    docs: tuple[int, ...] = ()
    origins: tuple[tuple[str, str, str], ...] = ()
    grade: str
    background: bool = False
    minor: bool = False
    state: str = ""
    findings: tuple[tuple[Finding, ...], ...] = ()
    main: tuple[int, ...] = ()


class Place(Row, frozen=True, kw_only=True):
    """A place; ``near`` says how precisely it is known, ``radius`` in km."""

    id: str
    name: str
    kind: str
    near: str = ""
    lat: float | None = None
    lon: float | None = None
    radius: float | None = None
    country: str = ""
    region: str = ""
    why: str = ""


class Actor(Row, frozen=True, kw_only=True):
    """An actor with the words for it: ``aliases`` are (outlet, words, how often).

    ``why`` says by what mentions are held to mean it, each with how many; ``named`` are the claims that name it.
    """

    id: str
    name: str
    kind: str
    country: str = ""
    aliases: tuple[tuple[int, str, int], ...] = ()
    roles: tuple[str, ...] = ()
    external: Pairs = ()
    incidents: tuple[int, ...] = ()
    why: tuple[tuple[str, int], ...] = ()
    named: tuple[int, ...] = ()


class Side(Row, frozen=True, kw_only=True):
    """One position in a disagreement, with its claims."""

    says: str
    claims: tuple[int, ...] = ()


class Dispute(Row, frozen=True, kw_only=True):
    """What is told differently. ``seeming`` is no disagreement (a revision ...): `kind` says what.

    ``gap`` says how far apart figures are, in words; ``size`` is that ratio, to sort by.
    """

    id: str = ""
    kind: str
    about: str
    incident: int = -1
    actors: tuple[int, ...] = ()
    within: bool = False
    tension: bool = False
    seeming: bool = False
    gap: str = ""
    size: float = 0.0
    why: str
    sides: tuple[Side, ...] = ()


class Policy(Row, frozen=True, kw_only=True):
    """A rule by which findings are made, by name, and in words."""

    name: str
    rule: str


class Head(Row, frozen=True, kw_only=True):
    """What the record holds, in numbers; ``covered`` is the time of its incidents in words."""

    reports: int
    undated: int = 0
    outlets: int
    origins: int
    claims: int
    covered: str
    reviewed: int = 0


class Case(Row, frozen=True, kw_only=True):
    """Everything that the page shows. ``policy`` is the place of the case's own policy in ``policies``.

    ``grades`` are what the grades of incidents mean, in words; ``rows`` tells what each row leaves out (`row.told`).
    """

    rows: Rows
    case: str
    built: str
    version: str
    schema: str
    head: Head
    policies: tuple[Policy, ...]
    policy: int = 0
    reasons: tuple[str, ...] = ()
    grades: Pairs = ()
    outlets: tuple[str, ...] = ()
    docs: tuple[Doc, ...] = ()
    claims: tuple[Claim, ...] = ()
    incidents: tuple[Incident, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    basemap: Basemap | None = None
    network: Network
    causes: CauseMap
    flows: tuple[FlowLine, ...] = ()
    tellings: tuple[OutletTelling, ...] = ()
    quoted: tuple[OutletQuoted, ...] = ()
    pairs: tuple[OutletPair, ...] = ()
    methods: Methods
