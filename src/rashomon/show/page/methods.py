"""How the record was made, as the page shows it; its static twin says the same (`rashomon.show.methods`)."""

from dataclasses import asdict

from rashomon.show import methods as told
from rashomon.show.page.data_methods import Methods
from rashomon.show.page.index import Index


def methods(index: Index) -> Methods:
    """The methods of a record."""
    return Methods(**asdict(told.methods(index.look)))
