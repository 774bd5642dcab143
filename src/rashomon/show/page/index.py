"""Where everything of a record stands in the page's lists, and its reasons, each written once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.records import Document
from rashomon.show.lookup import Lookup, outlet
from rashomon.values.voices import folded


@dataclass(frozen=True)
class Index:
    """A record's rows by their place in the page's lists; unknown ids are at -1."""

    look: Lookup
    reasons: dict[str, int] = field(default_factory=dict)

    @cached_property
    def outlets(self) -> dict[str, int]:
        """Outlets by name; spellings of one name that differ in case only are one outlet."""
        at = _places(dict.fromkeys(folded(name) for name in self._written))
        return {name: at[folded(name)] for name in self._written}

    @cached_property
    def outlet_names(self) -> tuple[str, ...]:
        """Outlets by place, each as it is written most often."""
        named: dict[str, str] = {}
        for name, _ in self._written.most_common():
            named.setdefault(folded(name), name)
        return tuple(named[key] for key in dict.fromkeys(folded(name) for name in self._written))

    @cached_property
    def _written(self) -> Counter[str]:
        return Counter(outlet(document) for document in self.look.record.documents)

    def outlet_of(self, document: Document) -> int:
        """The outlet that published a report."""
        return self.outlets[outlet(document)]

    @cached_property
    def docs(self) -> dict[str, int]:
        """Reports by id."""
        return _places(self.look.documents)

    @cached_property
    def claims(self) -> dict[str, int]:
        """Claims by id."""
        return _places(self.look.claims)

    @cached_property
    def actors(self) -> dict[str, int]:
        """Actors by id."""
        return _places(self.look.actors)

    @cached_property
    def places(self) -> dict[str, int]:
        """Places by id."""
        return _places(self.look.places)

    @cached_property
    def incidents(self) -> dict[str, int]:
        """Incidents by id."""
        return _places(incident.id for incident in self.look.record.incidents)

    def reason(self, words: str) -> int:
        """The place of a reason in the list of all of them, put there if it is new."""
        return self.reasons.setdefault(words, len(self.reasons))

    def told(self, claims: Iterable[str]) -> tuple[int, ...]:
        """Claims that are in the record, by their places."""
        return tuple(self.claims[name] for name in claims if name in self.claims)


def _places(names: Iterable[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(names)}
