"""Which of ACLED's sub-events a claim's act is like: the rules by type of trigger, first match wins."""

from collections.abc import Callable, Mapping
from typing import Final

from rashomon.interpret import developments as quiet
from rashomon.interpret import violence as force
from rashomon.interpret.scene import Scene
from rashomon.interpret.stance import Telling
from rashomon.interpret.violence import Ruling
from rashomon.vocab.sub_events import PEACEFUL, event_type

Rule = Callable[[Scene], Ruling | None]
# Why what has not happened is not coded.
UNREAL: Final = {
    "neg": "it is told as not having happened",
    "hyp": "it is not said to have happened",
    "fut": "it is still to happen",
}


def brought_about(scene: Scene) -> Ruling | None:
    """Deaths, injuries, disappearances and destruction take the sub-event of the attack, protest or conquest that
    causes them; harm that comes of an abduction is an Attack."""
    if scene.node.type == "ASSAULT" and scene.node.mode != "destroy":
        return None
    for edge in scene.weave.into(scene.trigger, "causes"):
        if edge.source in scene.path:
            continue
        name, _ = ruling(scene.telling, edge.source, (*scene.path, scene.trigger))
        if name == "Abduction/forced disappearance" and scene.node.type != "MISSING":
            name = "Attack"
        if name and name != "Peaceful protest" and event_type(name) != PEACEFUL:
            return name, f'caused by "{scene.weave.words(edge.source)}"'
    return None


_ATTACK: Final[tuple[Rule, ...]] = (
    force.clashed, force.on_protesters, force.weapon, force.crowd, force.tortured, force.armed_sides, force.civilians,
)  # fmt: skip
_HARM: Final[tuple[Rule, ...]] = (force.buried, brought_about, force.unknown_hand, *_ATTACK, force.unclear)
_DEAL: Final[tuple[Rule, ...]] = (quiet.agreed,)

# The rules of each type of trigger, tried in order. Types that aren't here are no events.
RULES: Final[Mapping[str, tuple[Rule, ...]]] = {
    "ASSAULT": (
        quiet.disrupted, brought_about, force.sexual, force.abducted, force.crowd_control, force.lasting, force.clashed,
        force.on_protesters, force.weapon, quiet.weapons_taken, force.destroyed, force.crowd, force.tortured,
        force.armed_sides, force.civilians, force.places, force.unclear,
    ),
    "KILL": _HARM,
    "INJURE": _HARM,
    "MISSING": (brought_about, force.disappeared),
    "PROTEST": (force.rioted, force.met_with_force, force.stayed_away, force.protested),
    "CONTROL": (quiet.unopposed, quiet.overtaken),
    "COERCE": (quiet.disrupted, quiet.arrested, quiet.weapons_taken, quiet.emergency),
    "AGREE": _DEAL,
    "CONSULT": _DEAL,
    "RETREAT": (quiet.disrupted, quiet.stood_down, quiet.moved),
    "MOBILIZE": (quiet.base_set_up, quiet.moved),
    "MOVE": (quiet.base_set_up, quiet.moved),
    "ORGANIZE": (quiet.base_set_up, quiet.regrouped),
    "DISPLACE": (quiet.displaced,),
}  # fmt: skip


def sub_event(telling: Telling, trigger: str) -> Ruling:
    """The sub-event of a trigger's event claim (None where ACLED has none, or too little is told) and why.

    Only what is told as fact or as likely is coded.
    """
    return ruling(telling, trigger, ())


def ruling(telling: Telling, trigger: str, path: tuple[str, ...]) -> Ruling:
    """What the first rule that fits says of a trigger, whose effects on ``path`` are already looked at."""
    unreal = UNREAL.get(telling.stances[trigger].reality)
    if unreal:
        return None, unreal
    scene = Scene(telling, trigger, path)
    for rule in RULES.get(scene.node.type, (quiet.no_event,)):
        found = rule(scene)
        if found:
            return found
    return quiet.no_event(scene) or (None, "")
