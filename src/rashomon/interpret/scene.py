"""One act as the rules of ACLED's sub-events see it: who on which side, by what means, with what harm."""

import re
from functools import cache, cached_property, lru_cache
from typing import Final

from rashomon.interpret.mentions import standing_for
from rashomon.interpret.sides import ARMED, UNARMED, side_of
from rashomon.interpret.stance import Telling
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import KEPT, phrase_pattern, phrases
from rashomon.records import Node
from rashomon.vocab import load
from rashomon.vocab.scheme import HURT

TOLD: Final = ("fact", "poss")
# "An air force bombed": whoever bombs from the air or by suicide is named by it; mine workers lay no mines.
BY_THE_DOER: Final = ("Suicide bomb", "Air/drone strike")


class Scene:
    """One trigger with its surroundings; what it tells is read once, when a rule asks.

    Mentions in another sentence than the trigger are left out, as they are from its claim.
    """

    def __init__(self, telling: Telling, trigger: str, path: tuple[str, ...] = ()) -> None:
        self.telling = telling
        self.trigger = trigger
        self.path = path  # the triggers from which the causes of this one are followed, against circles

    @property
    def weave(self) -> Weave:
        """The graph of the passage."""
        return self.telling.weave

    @property
    def node(self) -> Node:
        """The trigger's node."""
        return self.weave.nodes[self.trigger]

    @property
    def quote(self) -> str:
        """The trigger's words."""
        return self.weave.words(self.trigger)

    def mentions(self, *roles: str) -> list[str]:
        """The mentions in some roles, from the trigger's own sentence."""
        here = self.weave.sentence(self.trigger)
        edges = [edge for role in roles for edge in self.weave.out(self.trigger, role)]
        return [edge.target for edge in edges if self.weave.sentence(edge.target) == here]

    def words_of(self, *roles: str) -> str:
        """The words of the mentions in some roles."""
        return "; ".join(self.weave.words(mention) for mention in self.mentions(*roles))

    @cached_property
    def agents(self) -> frozenset[str]:
        """The sides that act; where no agent is given, those that do the harm which the act causes."""
        own, _ = self.own_sides
        return own or frozenset(side for harm in self.harms for side in harm.agents)

    @cached_property
    def targets(self) -> frozenset[str]:
        """The sides that are hit; where the act's own targets don't tell, those whom the harm that it causes hits."""
        _, own = self.own_sides
        return own or frozenset(side for harm in self.harms for side in harm.targets)

    @property
    def own_sides(self) -> tuple[frozenset[str], frozenset[str]]:
        """The sides that act and those that are hit by the act's own mentions, those of the harm left out."""
        return self._sides(self.mentions("agent"), acting=True), self._sides(self.mentions("target"), acting=False)

    def _sides(self, mentions: list[str], acting: bool) -> frozenset[str]:
        # a country that is hit is a place, not an army; two states that clash are both named as sides
        people = [m for m in mentions if acting or self.weave.nodes[m].type not in ("GPE", "LOC")]
        return frozenset(side_of(self.weave, m, acting) for m in people) - {""}

    @cached_property
    def harms(self) -> list["Scene"]:
        """The deaths and injuries that this act causes, as scenes of their own."""
        if self.node.type in HURT:
            return []
        found = [edge.target for edge in self.weave.out(self.trigger, "causes")]
        harms = [other for other in found if self.weave.nodes[other].type in HURT and self.real(other)]
        return [Scene(self.telling, other) for other in harms]

    @cached_property
    def means(self) -> str:
        """The words of the act, of what it was done with, and of things that act (a car bomb, warplanes)."""
        things = [m for m in self.mentions("agent", "theme") if self.weave.nodes[m].type == "OBJ"]
        return "; ".join([self.quote, self.words_of("instrument"), *(self.weave.words(m) for m in things)])

    def says(self, key: str, *, table: str = "words", among: str | None = None) -> str:
        """The words of a list of acled.toml that the act's own words (or those ``among``) hold; "" if none."""
        found = phrases("acled", table, key).search(self.quote if among is None else among)
        return found.group() if found else ""

    @cached_property
    def weapon(self) -> tuple[str, str]:
        """The sub-event that the words of act and means tell, and those words; ("", "") if none."""
        name, said = weapon_in(self.means)
        if name in BY_THE_DOER:
            return name, said
        doer, word = weapon_in(self.words_of("agent"))
        return (doer, word) if doer in BY_THE_DOER else (name, said)

    @cached_property
    def both(self) -> bool:
        """Whether somebody armed is on either side of the act."""
        return bool(self.agents & ARMED and self.targets & ARMED) or len(self.agents & {"state", "non-state"}) == 2

    @cached_property
    def unarmed(self) -> bool:
        """Whether those who are hit are unarmed, all of them."""
        return bool(self.targets) and self.targets <= UNARMED

    def real(self, trigger: str) -> bool:
        """Whether a trigger of the passage is told as fact or as likely."""
        return self.telling.stances[trigger].reality in TOLD

    def who(self, *roles: str) -> str:
        """The mentions in some roles in quotation marks, for a reason."""
        shown = [standing_for(self.weave, mention) for mention in self.mentions(*roles)]
        return ", ".join(f'"{self.weave.words(mention)}"' for mention in dict.fromkeys(shown))

    def hit(self, sides: frozenset[str]) -> str:
        """Those of some sides that the act, or the harm that it causes, hits, in quotation marks."""
        for scene in (self, *self.harms):
            found = [m for m in scene.mentions("target") if side_of(self.weave, m) in sides]
            if found:
                return ", ".join(f'"{self.weave.words(standing_for(self.weave, m))}"' for m in found)
        return ""


@lru_cache(KEPT)
def weapon_in(words: str) -> tuple[str, str]:
    """The sub-event that words for weapons tell, and those words; ("", "") if none."""
    for name in load("acled")["weapons"]:
        found = phrases("acled", "weapons", name).search(words)
        if found:
            return name, found.group()
    return "", ""


def things_in(key: str, words: str) -> str:
    """The word for a civilian place or for property in a phrase; "" if there is none."""
    found = phrases("acled", "things", key).search(words)
    return found.group() if found else ""


@lru_cache(KEPT)
def arms_in(words: str) -> str:
    """The words for weapons in a phrase, those of the flow vocabulary among them; "" if there are none."""
    found = _arms().search(words)
    return found.group() if found else ""


@cache
def _arms() -> re.Pattern[str]:
    flow = [*load("classes")["flow"]["weapons"], *load("acled")["things"]["arms"]]
    weapons = load("acled")["weapons"]
    devices = [word for key in ("Grenade", "Remote explosive/landmine/IED") for word in weapons[key]]
    return phrase_pattern([*flow, *devices])
