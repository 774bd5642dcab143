"""The rows of who is said to stand with or against whom, as the page's program reads them (`page/src/data-ties.ts`)."""

import msgspec

from rashomon.show.page.row import Row


class Assertion(Row, frozen=True, kw_only=True):
    """One claim that asserts a tie: the relation in words (``turned``: said of the right of the left), and of when.

    ``from_`` and ``to`` are ISO days (empty: open). ``as_of`` is empty where the claim names its time; "report" where
    it names none, so that the days are its report's; "none" where there is no day to put it at. ``origin`` is the place
    of who says it in the tie's ``origins``.
    """

    claim: int
    relation: str
    turned: bool = False
    from_: str = msgspec.field(name="from", default="")
    to: str = ""
    when: str
    as_of: str = ""
    history: bool = False
    origin: int


class Tie(Row, frozen=True, kw_only=True):
    """Two actors and one sign (+, -, 0) of how they are said to stand: one line of the drawing, one row of the table.

    ``origins`` are those who count once each, in words; ``assertions`` in the order of time, those without one last.
    """

    left: int
    right: int
    sign: str
    origins: tuple[str, ...]
    assertions: tuple[Assertion, ...]


class Turn(Row, frozen=True, kw_only=True):
    """A change of sides: how two stood before and after, in words, who says each, and by which claims."""

    left: int
    right: int
    before: str
    before_says: str
    before_claims: tuple[int, ...]
    after: str
    after_says: str
    after_claims: tuple[int, ...]
    why: str


class Trio(Row, frozen=True, kw_only=True):
    """Three actors of whom each two are tied. ``balance`` is what structural balance makes of it, in words.

    ``sides`` say how each two stand, ``claims`` go with them.
    """

    actors: tuple[int, ...]
    balance: str
    why: str
    sides: tuple[str, ...]
    claims: tuple[tuple[int, ...], ...]


class Network(Row, frozen=True, kw_only=True):
    """All ties. ``spots`` are (actor, x, y) on a grid of 0 to 1000 both ways, those who hang together side by side.

    ``wide`` and ``high`` are the sides of the grid, where the shortest tie is 1.4.
    ``loose`` are claims that assert a tie of somebody who is not identified, so that no line is drawn for them.
    """

    ties: tuple[Tie, ...] = ()
    spots: tuple[tuple[int, int, int], ...] = ()
    wide: float = 0.0
    high: float = 0.0
    turns: tuple[Turn, ...] = ()
    trios: tuple[Trio, ...] = ()
    loose: tuple[int, ...] = ()
