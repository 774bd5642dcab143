"""The rows of the methods page, as the page's program reads them (`page/src/data-methods.ts`)."""

from rashomon.show.page.row import Row

Pairs = tuple[tuple[str, str], ...]


class Methods(Row, frozen=True, kw_only=True):
    """How the record was made, in words (`rashomon.show.methods`, where each field is explained)."""

    terms: Pairs
    rules: tuple[str, ...]
    bounds: tuple[tuple[str, str, str, str], ...]
    limits: tuple[str, ...]
    makers: tuple[tuple[str, str, str, str], ...] = ()
    model: Pairs = ()
    decisions: Pairs = ()
    reviewed: str
    sources: tuple[tuple[str, str, str], ...] = ()
    licences: Pairs
    basemap: str
    stored: Pairs
    stored_where: str
