"""Rashomon: the record of a conflict as its sources tell it."""

from rashomon.version import VERSION as __version__

__all__ = ["__version__"]
