"""Keeps the records of a case in one SQLite file: opened as a Store, added to by a Writer, read through a View."""

from rashomon.store.check import examine, examine_search
from rashomon.store.search import Hit
from rashomon.store.store import Store
from rashomon.store.view import View
from rashomon.store.writer import Writer

__all__ = ["Hit", "Store", "View", "Writer", "examine", "examine_search"]
