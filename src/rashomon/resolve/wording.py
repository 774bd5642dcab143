"""What words are: a name or a noun, a title, a pronoun, a kind of group, a kind of place."""

from functools import cache, lru_cache
from typing import Final

from rashomon.resolve.countries import Country, country_of
from rashomon.values.names import is_acronym
from rashomon.vocab import load

# Kinds in the order in which a head is looked for: the longest head of any kind wins, then this order.
_KINDS: Final = (
    "armed forces",
    "police",
    "government",
    "parliament",
    "government body",
    "armed group",
    "media",
    "other",
    "people",
)
_MOST_WORDS: Final = 4


@cache
def _heads() -> dict[str, str]:
    """Kind by head noun."""
    heads = load("groups")["heads"]
    return {head: kind for kind in reversed(_KINDS) for head in heads[kind]}


@cache
def _set(name: str) -> frozenset[str]:
    """A plain list of words."""
    return frozenset(load("groups")[name]["words"])


@cache
def _place_heads() -> dict[str, str]:
    """Kind of place by the last words of its name."""
    return {head: kind for kind, heads in load("groups")["places"].items() for head in heads}


@lru_cache(maxsize=8192)
def is_pronoun(words: str) -> bool:
    """Whether the words are a pronoun or a bare determiner; WHO and US in capitals are not."""
    return words.lower() in _set("pronouns") and not (is_acronym(words) and words != words.capitalize())


def is_attached(after: str) -> bool:
    """Whether what follows a name ties it on loosely: "-linked", "-backed", "-affiliated"."""
    if after[:1] not in ("-", "–", " "):
        return False
    word = after[1:].split(" ")[0].strip(",.;").lower()
    return word in _set("attached") or (after[0] != " " and word == "led")


@lru_cache(maxsize=8192)
def kind_of_group(words: str) -> str | None:
    """The kind of actor that the last words say a group is; None if they say nothing."""
    parts = words.lower().replace("’", "'").split()
    for length in range(min(_MOST_WORDS, len(parts)), 0, -1):
        kind = _heads().get(" ".join(parts[-length:]))
        if kind == "armed forces" and set(parts[:-length]) & _set("hostile"):
            return "armed group"
        if kind:
            return kind
    return None


def is_head(words: str) -> bool:
    """Whether the words are nothing but a group's noun: "the army", "security forces"."""
    return words.lower() in _heads()


@lru_cache(maxsize=8192)
def split_country(words: str) -> tuple[Country, str] | None:
    """The country that a phrase begins with ("French troops", "Mali's army") and the rest; None without either."""
    parts = words.replace("’", "'").split()
    for length in range(min(3, len(parts) - 1), 0, -1):
        known = country_of(" ".join(parts[:length]).removesuffix("'s").removesuffix("'"))
        if known and known[1] in ("name", "adjective"):
            return known[0], " ".join(parts[length:])
    return None


def is_generic(words: str) -> bool:
    """Whether a name is made of words that every country has: "Ministry of Defence", "Supreme Court"."""
    return all(part.lower() in _set("generic") or part.lower() in _heads() for part in words.split())


def is_numbered(words: str) -> bool:
    """Whether a unit's name counts it, as states' armies do: "4th Brigade", "Third Guards Brigade"."""
    return any(part[:1].isdigit() or part.lower() in _set("ordinals") for part in words.split())


def bare(words: str) -> str:
    """A person's name without the titles before it: "Col. Thierry Orlan" -> "Thierry Orlan"; a lone title stays."""
    parts = words.split()
    split = split_country(words)
    if split is not None and split[1].split()[0].lower().strip(".,") in _set("titles"):
        parts = split[1].split()  # "French President ...": a demonym before a title is no part of the name
    while len(parts) > 1 and parts[0].lower().strip(".,") in _set("titles"):
        parts = parts[1:]
    return words if parts[0] == "of" else " ".join(parts)


def only_titles(words: str) -> bool:
    """Whether the words are nothing but titles: "Prime Minister", "president"."""
    return all(part.lower().strip(".,") in _set("titles") for part in words.split())


def looks_named(words: str, kind: str, opens: bool, small: frozenset[str]) -> bool:
    """Whether a mention bears a name. ``opens``: it opens a sentence; ``small``: words the report writes small."""
    parts = words.split()
    capital = [part for part in parts if part[:1].isupper() or part.startswith(("al-", "el-", "ash-"))]
    if not capital or only_titles(words):
        return False
    if kind == "GPE" and not parts[-1][:1].isupper() and place_head(words) is None:
        return False  # "African countries"
    if kind in ("ORG", "GROUP") and not (parts[-1][:1].isupper() or any(c.isdigit() for c in parts[-1])):
        return False  # "Islamist fighters": a group in words, not a name
    if opens and capital == parts[:1] and len(parts) == 1 and kind in ("LOC", "FAC") and kind_of_place(words):
        return False
    if opens and capital == parts[:1] and kind != "GPE":
        first = parts[0].lower()
        return not (first in small or (len(parts) == 1 and kind_of_group(first)))
    if kind not in ("ORG", "GROUP"):
        return True
    # "Security Personnel" in a headline: nouns with capitals, the last of them a group's, no part of them a name
    nouns = all(part.lower() in small or part.lower() in _heads() for part in parts)
    shouted = len(parts) > 1 and words.isupper() and any(part.lower() in small for part in parts)
    return not ((nouns and kind_of_group(words) and not is_acronym(words)) or shouted)


def place_head(words: str) -> tuple[str, str] | None:
    """(name, kind) of a place whose last words say what it is: "Aleppo province" -> ("Aleppo", "province")."""
    parts = words.split()
    for length in range(min(3, len(parts) - 1), 0, -1):
        kind = _place_heads().get(" ".join(parts[-length:]).lower())
        if kind:
            return " ".join(parts[:-length]), kind
    return None


def kind_of_place(words: str) -> str | None:
    """The kind of place that the last words say it is, even where they are all there is ("the airport")."""
    parts = words.lower().split()
    for length in range(min(3, len(parts)), 0, -1):
        kind = _place_heads().get(" ".join(parts[-length:]))
        if kind:
            return kind
    return None


def road_ends(words: str) -> tuple[str, ...]:
    """The two ends that the name of a road gives: "Gao-Ansongo road" -> ("Gao", "Ansongo"); empty without them."""
    headed = next((words[: -len(head) - 1] for head in _roads() if words.lower().endswith(f" {head}")), "")
    for joint in ("–", "—", "-", "/", " to "):
        one, found, other = headed.partition(joint)
        if found and one[:1].isupper() and other[:1].isupper():
            return one.strip(), other.strip()
    return ()


@cache
def _roads() -> tuple[str, ...]:
    """Nouns for roads, the longest first."""
    return tuple(sorted(load("groups")["roads"]["words"], key=len, reverse=True))


def is_direction(words: str) -> bool:
    """Whether the words are a bare direction: "West", "Western"."""
    return words.lower() in load("groups")["directions"]


def direction(words: str) -> tuple[tuple[int, int], str] | None:
    """((north, east), rest) of words that cut a part out of a place: "northern Mali" -> ((1, 0), "Mali")."""
    first, _, rest = words.partition(" ")
    found = load("groups")["directions"].get(first.lower())
    rest = rest.removeprefix("of ").removeprefix("the ")
    return ((found[0], found[1]), rest) if found and rest[:1].isupper() else None
