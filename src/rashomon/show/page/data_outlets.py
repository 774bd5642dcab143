"""The rows of the page on outlets: how each tells each incident, and outlets two by two.

`page/src/data-outlets.ts` holds the same structs in TypeScript. Which incidents two outlets share, and whom both quote,
is not written pair by pair: the page finds it in `OutletTelling` and `OutletQuoted`, which grow with the outlets only.
"""

from rashomon.show.page.row import Row


class OutletTelling(Row, frozen=True, kw_only=True):
    """How one outlet tells one incident; history told in the background and replaced versions are left out.

    ``delay`` is in whole days from the incident to the outlet's first report, null where either day is unknown.
    ``doers`` and ``quoted`` are (name, claim that names it); ``replaced`` are reports that a later version replaced.
    """

    incident: int
    outlet: int
    docs: tuple[int, ...]
    delay: int | None = None
    doers: tuple[tuple[str, int], ...] = ()
    quoted: tuple[tuple[str, int], ...] = ()
    replaced: tuple[int, ...] = ()


class OutletQuoted(Row, frozen=True, kw_only=True):
    """Somebody who is quoted, with how many claims each outlet has from them: ``by`` are (outlet, claims)."""

    words: str
    actor: int = -1
    by: tuple[tuple[int, int], ...]


class OutletSays(Row, frozen=True, kw_only=True):
    """A figure as one outlet has it: bounds to draw (null: open), the shape, its words and claims.

    Without claims the outlet gives no such figure: that is blank, never 0.
    """

    low: int | None = None
    high: int | None = None
    shape: str = "none"
    words: str = ""
    claims: tuple[int, ...] = ()


class OutletFigure(Row, frozen=True, kw_only=True):
    """One field of a shared incident as two outlets have it; ``how`` they stand to each other, in words."""

    incident: int
    measure: str
    label: str
    how: str
    times: float | None = None
    a: OutletSays
    b: OutletSays


class OutletWords(Row, frozen=True, kw_only=True):
    """What two outlets call the same actor, or the same act of an incident: words, and how often each stands."""

    about: str
    actor: int = -1
    incident: int = -1
    how: str
    a: tuple[tuple[str, int], ...]
    b: tuple[tuple[str, int], ...]


class OutletPair(Row, frozen=True, kw_only=True):
    """Two outlets side by side. ``few``: why they are hardly to be compared, in words, or nothing.

    ``copies`` are reports of the two that are one text; ``compared``, ``differ`` are null where there is no figure.
    """

    a: int
    b: int
    few: str = ""
    copies: int = 0
    compared: int | None = None
    differ: int | None = None
    widest: str = ""
    figures: tuple[OutletFigure, ...] = ()
    actors: tuple[OutletWords, ...] = ()
    acts: tuple[OutletWords, ...] = ()
