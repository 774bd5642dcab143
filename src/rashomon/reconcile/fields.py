"""Who a figure counts: the field of an incident to which it belongs ("killed", "killed: hostages", "attackers")."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, NamedTuple

import msgspec

from rashomon.records import DIED_LATER, SEVERAL, SEVERAL_ACTS, SINGULAR, Actor, FigureClaim

BASES_OF_INCIDENT: Final = frozenset({"incident", "unknown"})
FORCE: Final = "force size"
TOTAL: Final = ""
# Persons told without a number, of whom nothing says what side they are on: each of them may be told by several words.
ONE_BY_ONE: Final = "told one by one"

# Head words that name everybody, whoever they were: the total.
EVERYBODY: Final = frozenset(
    [
        "people",
        "persons",
        "person",
        "dead",
        "deaths",
        "victims",
        "casualties",
        "lives",
        "others",
        "wounded",
        "injured",
        "",
    ]
)
# Finding bodies counts what was found, which is not yet the toll.
INJURED: Final = frozenset({"injured", "wounded"})
BODIES: Final = frozenset(["body", "bodies", "corpse", "corpses", "remains", "graves"])
# Words for those who carried it out; other fighters of the same side in the same incident are them too.
ATTACKERS: Final = frozenset([
    "attacker", "attackers", "assailant", "assailants", "hostage-takers", "kidnappers", "hijackers", "raiders",
    "perpetrators", "gunmen", "gunman", "bombers", "bomber", "shooters", "suicide bombers",
])  # fmt: skip
PLURAL: Final[Mapping[str, str]] = {
    "civilian": "civilians",
    "combatant": "combatants",
    "security": "security forces",
    "hostage": "hostages",
    "detainee": "detainees",
}
# Words for people who belong to somebody, and what they are then, by the kind of actor they belong to.
MEMBERS: Final = frozenset(["member", "members", "men", "followers", "cadre", "cadres", "personnel", "troops"])
CLASS_OF_MEMBERS: Final[Mapping[str, Literal["combatant", "security"]]] = {
    "armed group": "combatant",
    "armed forces": "security",
    "police": "security",
}
# Parts of a class that recorders keep apart, by head word.
CHILDREN: Final = frozenset(
    ["child", "children", "girl", "girls", "boy", "boys", "baby", "babies", "infants", "minors"]
)
WOMEN: Final = frozenset(["woman", "women", "mothers"])


def fields(figures: Sequence[FigureClaim], actors: Mapping[str, Actor]) -> dict[str, str]:
    """The field of each figure of one incident, by claim id, including its basis where that is not the incident."""
    figures = [classed(figure, actors) for figure in figures]
    most = wholes(figures)
    sides = Sides.of(figures, actors)
    return {
        f.id: field(f.measure, subset(f, most) or _bodies(f, figures) or counted(f, sides, actors), _basis(f))
        for f in figures
    }


def _basis(figure: FigureClaim) -> str:
    """Over what a figure runs; a sum over several acts, each with a toll of its own, is none of one incident."""
    return SEVERAL if figure.reasons.get("basis", "").startswith(SEVERAL_ACTS) else figure.basis


def classed(figure: FigureClaim, actors: Mapping[str, Actor]) -> FigureClaim:
    """The figure, with the class of those to whom its people belong: members of an armed group are fighters."""
    side = side_of(figure)
    kind = actors[side].kind if side is not None and side in actors else ""
    if figure.class_ != "unknown" or head(figure) not in MEMBERS or kind not in CLASS_OF_MEMBERS:
        return figure
    return msgspec.structs.replace(figure, class_=CLASS_OF_MEMBERS[kind])


def wholes(figures: Iterable[FigureClaim]) -> dict[str, int]:
    """The largest number of civilians or of people of unknown class, not only of children or women, by measure."""
    found: dict[str, int] = {}
    for figure in figures:
        if figure.class_ in ("civilian", "unknown") and head(figure) not in CHILDREN | WOMEN:
            found[figure.measure] = max(found.get(figure.measure, 0), figure.lower or 0)
    return found


def subset(figure: FigureClaim, most: Mapping[str, int]) -> str:
    """Children and women where the incident has a larger number of others (`wholes`), of whom they are some; else "".

    "Five children died" beside "31 civilians were killed" is no second toll of the civilians.
    """
    noun = head(figure)
    if noun not in CHILDREN | WOMEN or figure.upper is None or most.get(figure.measure, 0) <= figure.upper:
        return ""
    return "children" if noun in CHILDREN else "women"


def field(measure: str, group: str, basis: str) -> str:
    """The name of a field: measure, who is counted, and any basis other than the incident itself."""
    name = f"{measure}: {group}" if group else measure
    if measure == FORCE and group:
        name = group if group == "attackers" else name
    return name if basis in BASES_OF_INCIDENT else f"{name} ({basis})"


class Sides(NamedTuple):
    """What the figures of one incident together say of sides: who its attackers are, and whose each class is.

    Only sides with a name count: "fighters" or "Salt-linked gunmen" are whoever fought there.
    ``attackers`` are the actors of people called attackers, gunmen and so on; ``told`` whether anybody is called so;
    ``only`` the one side named for a class of fighters, where there is only one.
    """

    attackers: frozenset[str]
    told: bool
    only: Mapping[str, str]

    @classmethod
    def of(cls, figures: Sequence[FigureClaim], actors: Mapping[str, Actor]) -> "Sides":
        """Read off the figures of one incident."""
        told = [figure for figure in figures if _words(figure) & ATTACKERS]
        named: dict[str, set[str]] = {}
        for figure in figures:
            side = named_side(figure, actors)
            if side and figure.class_ in ("combatant", "security"):
                named.setdefault(figure.class_, set()).add(side)
        only = {class_: next(iter(sides)) for class_, sides in named.items() if len(sides) == 1}
        return cls(frozenset(side for f in told if (side := named_side(f, actors))), bool(told), only)

    def attacking(self, figure: FigureClaim, actors: Mapping[str, Actor]) -> bool:
        """Whether a figure counts the attackers: it says so, or counts fighters of their side or of no other."""
        if _words(figure) & ATTACKERS:
            return True
        side = named_side(figure, actors) or (self.only.get("combatant") if figure.class_ == "combatant" else None)
        if side is not None and self.attackers:
            return side in self.attackers and figure.class_ != "hostage"
        # attackers without a name: the fighters of the one side named, or of none, are they
        return self.told and figure.class_ == "combatant" and (side is None or self.only.get("combatant") == side)


def counted(figure: FigureClaim, sides: Sides, actors: Mapping[str, Actor]) -> str:
    """Who is counted, in words; "" for everybody. Fighters of different sides are told apart by the actor's name."""
    noun = head(figure)
    if noun in BODIES:
        return "bodies found"
    if figure.measure == "killed" and noun in INJURED:
        return DIED_LATER
    if figure.part_of and noun in CHILDREN | WOMEN:
        return "children" if noun in CHILDREN else "women"
    if sides.attacking(figure, actors):
        return "attackers"
    if figure.class_ in ("combatant", "security"):
        return _sided(PLURAL[figure.class_], named_side(figure, actors) or sides.only.get(figure.class_), actors)
    if figure.class_ in PLURAL:
        return PLURAL[figure.class_]
    if SINGULAR in figure.reasons and noun in EVERYBODY:
        return ONE_BY_ONE
    if noun in EVERYBODY or not any(c.isascii() and c.isalpha() for c in noun):
        # words of another script are in none of these lists: to call each its own group would hide what they share
        return TOTAL
    if SINGULAR in figure.reasons:
        return ONE_BY_ONE
    return " ".join(figure.counted.words.casefold().split()) if figure.counted else TOTAL


def side_of(figure: FigureClaim) -> str | None:
    """The actor to whom the people counted belong."""
    return figure.side or (figure.counted.actor if figure.counted else None)


def named_side(figure: FigureClaim, actors: Mapping[str, Actor]) -> str | None:
    """The side of a figure if it has a name of its own; a description ("fighters", "Salt-linked gunmen") has none."""
    side = side_of(figure)
    if side is None or side not in actors:
        return side
    words = actors[side].name.split()
    return None if not words or words[-1][:1].islower() else side


def _sided(group: str, side: str | None, actors: Mapping[str, Actor]) -> str:
    return f"{group} ({actors[side].name})" if side is not None and side in actors else group


def _words(figure: FigureClaim) -> frozenset[str]:
    return frozenset(figure.counted.words.casefold().split()) if figure.counted else frozenset()


def head(figure: FigureClaim) -> str:
    """The last word for those counted, in lower case; "" if nobody is named."""
    words = figure.counted.words.casefold().split() if figure.counted else []
    return words[-1] if words else ""


def _bodies(figure: FigureClaim, figures: Sequence[FigureClaim]) -> str:
    """Bodies where these words are the act itself ("15 burned bodies") and others of the incident tell of the dead.

    Where nobody else does, the bodies are the toll.
    """
    if not _of_bodies(figure):
        return ""
    others = (f for f in figures if f.measure == figure.measure and not _of_bodies(f))
    return "bodies found" if any(True for _ in others) else ""


def _of_bodies(figure: FigureClaim) -> bool:
    acts = (span.quote.casefold().split() for span in figure.spans[1:2])
    return figure.counted is None and any(words and words[-1] in BODIES for words in acts)
