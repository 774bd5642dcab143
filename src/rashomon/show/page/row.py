"""What all rows of the page have in common."""

import msgspec


class Row(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of the page's rows."""
