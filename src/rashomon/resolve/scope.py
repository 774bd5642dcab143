"""What the rules for actors share while one report is resolved: its forms of names, and what is decided so far."""

from collections.abc import Mapping
from functools import cached_property

from rashomon.records import Actor, content_id
from rashomon.resolve.countries import country_of
from rashomon.resolve.decision import Decision
from rashomon.resolve.forms import Form, Forms, nearest_before
from rashomon.resolve.gazetteer import spots
from rashomon.resolve.register import OWN_ACRONYM, Hit
from rashomon.resolve.report import Report, Sighting
from rashomon.resolve.wording import bare, is_generic, is_numbered, kind_of_group
from rashomon.values.names import is_acronym, name_key


class Scope:
    """One report being resolved; ``found`` fills as the rules decide."""

    def __init__(self, report: Report, forms: Forms) -> None:
        self.report = report
        self.register = report.register
        self.forms = forms
        self.found: dict[int, Decision] = {}

    @cached_property
    def registered(self) -> frozenset[str]:
        """Ids of the register's actors that the report names in full."""
        full = [hit for s in self.report.sightings for hit in self.register.hits(bare(s.words))]
        return frozenset(hit.entry.actor.id for hit in full if hit.how in ("name", "alias"))

    @cached_property
    def unknown_names(self) -> tuple[str, ...]:
        """Names of countries, towns and regions that no table has, longest first, as the report writes them."""
        names = {s.words for s in self.report.of_type("GPE") if s.named and not country_of(s.words)}
        return tuple(sorted((n for n in names if not spots(n, self.report.nearby)), key=lambda n: (len(n), n)))

    @cached_property
    def doers(self) -> frozenset[str]:
        """Keys of the countries, towns and regions that do something in the report, or have somebody act for them."""
        return frozenset(
            s.key for s in self.report.of_type("GPE") if s.ruling or any(label == "agent" for label, _ in s.roles)
        )

    @cached_property
    def place_names(self) -> frozenset[str]:
        """Keys of what the report names as a place: a "person" of the same single name is a slip of the annotator."""
        return frozenset(s.key for s in self.report.of_type("GPE", "LOC") if s.named and " " not in s.key)

    def backing(self, hit: Hit, alone: bool) -> str:
        """What in the report speaks for a short name's bearer; empty if nothing does."""
        entry = hit.entry
        home = [code for code in entry.countries if self.report.countries[code]]
        if home:
            return "the report speaks of " + ", ".join(home)
        fellows = sorted(set(entry.related) & self.registered)
        if fellows or entry.actor.id in self.registered:
            return "the report names its fellow " + (fellows[0] if fellows else entry.actor.id)
        everywhere = not entry.countries or entry.actor.kind in ("media", "igo")
        if everywhere and hit.how == "acronym" and alone:
            return "it is known everywhere"
        if hit.how == "acronym" and alone and len(hit.written.replace("-", "")) >= OWN_ACRONYM:
            return "no other actor of the register has it"
        return ""

    def actor_of(self, words: str, like: Sighting) -> Decision:
        """The actor of a full name: the register's, or a new one."""
        wanted = "person" if like.type == "PER" else None
        for hit in self.register.hits(words):
            if hit.how in ("name", "alias") and (hit.entry.actor.kind == "person") == (wanted == "person"):
                told = f"{hit.how} '{hit.written}' of {hit.entry.actor.name} in the register"
                return Decision(found=hit.entry.actor, score=0.95, why=told)
        kind = wanted or kind_of_name(words)
        return Decision(found=new_actor(words, kind), score=0.8, why="new: the register has nobody of that name")

    def nearest(self, sighting: Sighting, actors: Mapping[str, tuple[Decision, Form]]) -> tuple[Decision, Form]:
        """Of several actors, the one whose name stands nearest before the sighting, else the first by id."""
        by_words = {form.words: identity for identity, (_, form) in actors.items()}
        words = nearest_before(self.report, sighting, by_words)
        return actors[by_words[words]] if words else actors[min(actors)]

    def newcomer(self, sighting: Sighting) -> Decision:
        """A new actor for a name; a surname, acronym or single word alone is kept to its report."""
        person = sighting.type == "PER"
        words = bare(sighting.words) if person else sighting.words
        kind = "person" if person else kind_of_name(words)
        key = name_key(words)
        if sighting.type == "GROUP" and kind == "other":
            kind = "people"
        if " " in key and not is_acronym(words) and not is_generic(words):
            return Decision(found=new_actor(words, kind), score=0.8, why="new: the register has nobody of that name")
        actor = Actor(id=content_id("a", self.report.document.id, key), name=words, kind=kind)
        what = "an acronym" if is_acronym(words) else "a single word" if " " not in key else "a common name"
        why = f"new, and kept to this report: {'a surname' if person else what} alone names nobody across reports"
        return Decision(found=actor, score=0.6, why=why)


def new_actor(words: str, kind: str) -> Actor:
    """An actor whom only reports know: the same name in two reports is one actor."""
    return Actor(id=content_id("a", name_key(words)), name=words, kind=kind)


_NAME_KINDS = {
    "front": "armed group",
    "battalion": "armed group",
    "brigade": "armed group",
    "brigades": "armed group",
    "militia": "armed group",
    "movement": "armed group",
    "liberation": "armed group",
    "party": "party",
    "times": "media",
    "news": "media",
    "tv": "media",
    "radio": "media",
    "gazette": "media",
    "agency": "government body",
    "ministry": "government body",
    "department": "government body",
    "court": "government body",
    "police": "police",
    "army": "armed forces",
    "division": "armed forces",
    "mission": "igo",
}


def kind_of_name(words: str) -> str:
    """The kind of actor that a name's own words suggest ("... Liberation Front"), else "other"."""
    parts = words.lower().split()
    if parts and parts[-1] in ("brigade", "battalion", "regiment", "brigades") and is_numbered(words):
        return "armed forces"
    by_word = [kind for part in parts for word, kind in _NAME_KINDS.items() if part == word]
    kind = by_word[-1] if by_word else kind_of_group(words) or "other"
    return {"government": "government body", "parliament": "government body"}.get(kind, kind)
