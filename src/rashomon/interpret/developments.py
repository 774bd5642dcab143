"""Rules for what is no violence (territory, arrests, agreements, moves): which of ACLED's sub-events it is like."""

from typing import Final

from rashomon.interpret.scene import Scene, arms_in
from rashomon.interpret.sides import ARMED, side_of
from rashomon.interpret.violence import Ruling
from rashomon.vocab.scheme import SPEECH

GOVERNMENT: Final = "Government regains territory"
OTHERS: Final = "Non-state actor overtakes territory"
GROUND: Final = frozenset({"GPE", "LOC", "FAC"})


def disrupted(scene: Scene) -> Ruling | None:
    """A bomb defused or a missile intercepted is Disrupted weapons use."""
    word = scene.says("disrupted")
    arms = arms_in(scene.words_of("target", "theme", "instrument"))
    return ("Disrupted weapons use", f'"{arms}" {word}') if word and arms else None


def weapons_taken(scene: Scene) -> Ruling | None:
    """Weapons seized or destroyed are Disrupted weapons use; other goods seized are Looting/property destruction,
    unless a state takes them by law."""
    if scene.node.type == "ASSAULT" and scene.node.mode != "destroy":
        return None
    if scene.node.type == "COERCE" and scene.node.mode != "seize":
        return None
    words = scene.words_of("target", "theme")
    arms = arms_in(words)
    if arms:
        return "Disrupted weapons use", f'weapons are taken or destroyed: "{arms}"'
    if scene.node.type == "ASSAULT":
        return None
    if scene.agents and "state" not in scene.agents:
        return "Looting/property destruction", f"{scene.who('agent')} take what is not theirs"
    return None, "what is seized is no weapon, and nobody armed beside the state takes it"


def unopposed(scene: Scene) -> Ruling | None:
    """Ground that changes hands without a fight is Non-violent transfer of territory."""
    word = scene.says("unopposed", among=scene.weave.sentence_span(scene.trigger).quote)
    return ("Non-violent transfer of territory", f'it says "{word}"') if word and _changes(scene) else None


def overtaken(scene: Scene) -> Ruling | None:
    """Ground that a state's forces take is Government regains territory; that others take, or forces called foreign, is
    Non-state actor overtakes territory; ground that a side loses, the other has taken."""
    if not _changes(scene):
        return None, "who holds what is how things stand, not an event"
    ground = {scene.weave.nodes[mention].type for mention in scene.mentions("target", "theme", "place")}
    if ground and not ground & GROUND:
        return None, "what is taken is no place"
    hit = {scene.weave.nodes[mention].type for mention in scene.mentions("target", "theme")}
    if scene.says("advance") and not hit & GROUND:
        return None, "an advance, and no place is said to be taken"
    who = scene.who("agent")
    if not who:
        return None, "nobody is said to take it"
    lost = scene.node.mode == "lose" and not scene.quote.lower().startswith("f")  # "fell to the rebels" has the taker
    side = "state" if "state" in scene.agents else "non-state" if "non-state" in scene.agents else ""
    if not side:
        return None, f"nothing says whether {who} is of a state"
    foreign = scene.says("foreign", among=f"{who}; {scene.weave.sentence_span(scene.trigger).quote}")
    if side == "state" and foreign and not lost:
        return OTHERS, f'taken by a state called "{foreign}": {who}'
    taker = side if not lost else {"state": "non-state", "non-state": "state"}[side]
    return (GOVERNMENT if taker == "state" else OTHERS), f"{'lost' if lost else 'taken'} by {who}"


def _changes(scene: Scene) -> bool:
    """Whether a place changes hands: by the mode, or where it is missing by a word for taking."""
    return scene.node.mode in ("take", "lose") or (not scene.node.mode and bool(scene.says("taken")))


def arrested(scene: Scene) -> Ruling | None:
    """Arrests are Arrests; of protesters, Protest with intervention; by an armed group, Abduction/forced
    disappearance."""
    if scene.node.mode != "arrest":
        return None
    if "protesters" in scene.targets or _of_protest(scene):
        return "Protest with intervention", "protesters are arrested"
    if scene.agents == {"non-state"}:
        return "Abduction/forced disappearance", f"{scene.who('agent')} is no state, so it can't arrest"
    return "Arrests", "by its mode"


def _of_protest(scene: Scene) -> bool:
    """Whether those who are arrested take part in a protest of the passage."""
    hit = {other for m in scene.mentions("target") for other in scene.weave.cluster(m)}
    protests = [t for t in scene.weave.triggers() if scene.weave.nodes[t].type == "PROTEST" and scene.real(t)]
    return any(edge.target in hit for protest in protests for edge in scene.weave.out(protest, "agent"))


def emergency(scene: Scene) -> Ruling | None:
    """Curfews and martial law, security measures without violence, are Change to group/activity; other coercion by law
    is not coded."""
    if scene.node.mode in ("curfew", "martial-law"):
        return "Change to group/activity", "by its mode"
    return None, "a measure of government, no event in ACLED's sense"


def base_set_up(scene: Scene) -> Ruling | None:
    """A base or headquarters that is set up is Headquarters or base established."""
    base = scene.says("base", among=scene.words_of("target", "theme"))
    word = scene.says("established")
    return ("Headquarters or base established", f'"{base}" {word}') if base and word else None


def regrouped(scene: Scene) -> Ruling | None:
    """Armed groups that form, join, merge or split are Change to group/activity; a coup is Other; offices and parties
    are not coded."""
    if scene.node.mode == "overthrow" or scene.says("coup"):
        return "Other", "by its mode" if scene.node.mode == "overthrow" else f'it says "{scene.says("coup")}"'
    if scene.node.mode in ("lead", "elect"):
        return None, "who leads or is elected is no event in ACLED's sense"
    if _sides(scene, "agent", "target", "theme", "dest", "origin") & {"non-state", "armed"}:
        return "Change to group/activity", "an armed group changes"
    return None, "no armed group is said to change"


def moved(scene: Scene) -> Ruling | None:
    """Troops and fighters that deploy, move or withdraw are Change to group/activity; goods and civilians are not
    coded."""
    sides = _sides(scene, "agent", "target", "theme")
    if scene.node.type == "MOBILIZE" and (scene.node.mode or sides & ARMED):
        return "Change to group/activity", "by its mode" if scene.node.mode else "armed forces deploy"
    people = [m for m in scene.mentions("agent", "theme", "target") if scene.weave.nodes[m].type in ("GROUP", "ORG")]
    who = next((m for m in people if side_of(scene.weave, m) in ARMED), None)
    if who and scene.node.mode in (None, "withdraw"):
        return "Change to group/activity", f'"{scene.weave.words(who)}" move or withdraw'
    return None, "no armed forces are said to move"


def stood_down(scene: Scene) -> Ruling | None:
    """A ceasefire, a release of captives and a surrender are Agreement."""
    word = scene.says("surrender") or scene.says("peace")
    if scene.node.mode in ("ceasefire", "release", "disarm"):
        return "Agreement", "by its mode"
    return ("Agreement", f'it says "{word}"') if word and scene.node.mode is None else None


def agreed(scene: Scene) -> Ruling | None:
    """A deal or talks are Agreement where an armed group is a party, or where it is about peace; other promises and
    meetings are not coded."""
    parties = [side_of(scene.weave, m, acting=True) for m in scene.mentions("agent", "target")]
    contents = [scene.weave.words(edge.target) for edge in scene.weave.out(scene.trigger, "content")]
    peace = scene.says("peace", among="; ".join([scene.quote, scene.words_of("theme"), *contents]))
    if peace and (not parties or set(parties) & ARMED):
        return "Agreement", f'it says "{peace}"'
    if len(parties) > 1 and "non-state" in parties:
        return "Agreement", f"an armed group is a party: {scene.who('agent', 'target')}"
    return None, "no deal about peace, and none with an armed group"


def displaced(scene: Scene) -> Ruling | None:
    """Civilians who flee or are driven out are Other; fighters and one person in flight are not coded."""
    who = scene.mentions("target", "agent", "theme")
    if _sides(scene, "target", "agent", "theme") & ARMED and "civilian" not in _sides(scene, "target", "theme"):
        return None, f"those who flee bear arms: {scene.who('target', 'agent', 'theme')}"
    if who and all(scene.weave.nodes[mention].type == "PER" for mention in who):
        return None, f"one person in flight, not a population: {scene.who('target', 'agent', 'theme')}"
    return "Other", "people are displaced"


def no_event(scene: Scene) -> Ruling | None:
    """Speech, aid, sanctions and lasting states are no events in ACLED's sense."""
    kind = scene.node.type
    if kind in SPEECH:
        return None, "speech, no event in ACLED's sense"
    return None, "a state of things, no event" if kind == "CONDITION" else "policy, no event in ACLED's sense"


def _sides(scene: Scene, *roles: str) -> frozenset[str]:
    return frozenset(side_of(scene.weave, mention) for mention in scene.mentions(*roles)) - {""}
