"""Reading: what was received (files, folders, feeds, pages, archives) becomes Documents, each problem named.

`discover` finds and loads, `parse` turns bytes into entries in this process, `isolated` does the same in a child that
can be killed. Format libraries are imported only when an input of their format turns up.
"""

from rashomon.read.discover import discover
from rashomon.read.reading import parse
from rashomon.read.received import Entry, ReadOptions, Received
from rashomon.read.worker import isolated

__all__ = ["Entry", "ReadOptions", "Received", "discover", "isolated", "parse"]
