"""The rows of the map's lines: `page/src/data-map.ts` holds the same in TypeScript."""

from rashomon.show.page.row import Row

Way = tuple[int, ...]


class Basemap(Row, frozen=True, kw_only=True):
    """Land and border lines of one region, without countries, and the ``note`` that stands on every map.

    Each way is x, y of its first point and then the steps to the next, in whole units of ``1 / unit`` degrees of
    longitude and latitude; ``land`` are closed rings (even-odd), ``dotted`` the lines that the maker calls disputed.
    """

    west: float
    south: float
    east: float
    north: float
    unit: int = 400
    land: tuple[Way, ...] = ()
    lines: tuple[Way, ...] = ()
    dotted: tuple[Way, ...] = ()
    note: str
