"""The rows of the causal map and of the flows, as the page's program reads them (`page/src/data-causes.ts`)."""

from rashomon.show.page.row import Row

Cell = tuple[float, float]


class CauseBox(Row, frozen=True, kw_only=True):
    """Something said to have led to something, or to have come of it; ``said`` are the reports' words for an incident.

    ``kind`` is incident, event, condition, or part: of the incident, as the far end of an arrow inside it. ``claims``
    are those merged here, ``why`` says by what. ``spot`` is column and row in the drawing without arrows inside one
    incident, ``wide`` in the drawing with them; empty where it is in none.
    """

    id: str
    kind: str
    name: str
    said: str = ""
    incident: int = -1
    claims: tuple[int, ...] = ()
    why: str = ""
    spot: tuple[float, ...] = ()
    wide: tuple[float, ...] = ()


class CauseArrow(Row, frozen=True, kw_only=True):
    """One arrow between two boxes. ``way``: stated, implied, denied (nobody says it did), expected (nor denies it).

    ``first`` and ``then`` are its ends in words, ``says`` and ``denies`` who says so and who denies it, ``origins``
    how many count once. ``bends`` and ``turns`` are where it passes between boxes, without and with arrows inside
    one incident; ``back`` if it runs from right to left, ``circle`` the number of its circle (0: none).
    """

    id: str
    cause: int
    effect: int
    way: str
    first: str
    then: str
    says: str = ""
    denies: str = ""
    origins: int = 0
    denying: int = 0
    note: str = ""
    claims: tuple[int, ...] = ()
    denied: tuple[int, ...] = ()
    expected: tuple[int, ...] = ()
    inside: bool = False
    back: bool = False
    circle: int = 0
    bends: tuple[Cell, ...] = ()
    turns: tuple[Cell, ...] = ()


class CauseMap(Row, frozen=True, kw_only=True):
    """The causal map: arrows with most origins first, those inside one incident last; circles in words."""

    boxes: tuple[CauseBox, ...] = ()
    arrows: tuple[CauseArrow, ...] = ()
    circles: tuple[str, ...] = ()


class FlowLine(Row, frozen=True, kw_only=True):
    """One flow in words; what is not said is empty. ``least`` and ``day`` are its amount and time to sort by."""

    origin: str = ""
    dest: str = ""
    what: str
    amount: str = ""
    least: int | None = None
    when: str = ""
    day: str = ""
    via: str = ""
    agent: str = ""
    told: str = ""
    says: str = ""
    origins: int = 0
    claims: tuple[int, ...] = ()
