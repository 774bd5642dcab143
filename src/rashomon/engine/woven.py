"""Whether anything below the views of a case has changed since they were made: if not, they need not be made again."""

from typing import Final

from rashomon.engine.keys import Keys, encode
from rashomon.engine.settings import Settings, to_keep
from rashomon.store import View
from rashomon.version import VERSION

WOVEN: Final = "woven"
"""What a case notes its views under: the digests of what they were made from, and of themselves."""


def below(view: View, settings: Settings, k: Keys) -> str:
    """A digest of all that linking and reconciling build on: facts, decisions, settings, and this version's code."""
    return encode((VERSION, k, to_keep(settings), view.meta().get("actors"), view.sums(but=(k.link, k.origins))))


def above(view: View, k: Keys) -> str:
    """A digest of what they made: dropped or damaged views are made again."""
    return encode(view.sums_of_views((k.link, k.origins)))


def up_to_date(view: View, below: str, k: Keys) -> bool:
    """Whether the views of the case are those that were made from ``below``, unharmed."""
    return view.meta().get(WOVEN) == note(view, below, k)


def note(view: View, below: str, k: Keys) -> str:
    """What to note once the views made from ``below`` have been written."""
    return encode((below, above(view, k)))
