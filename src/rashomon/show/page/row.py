"""The base of the rows that the page is fed with."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the page's rows: only what differs from the default is written."""
