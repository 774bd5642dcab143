"""What every row of the page is; the rows stand in `data` and in the files named after it."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the page's rows."""
