"""Rules for acts of violence and for protests: which of ACLED's sub-events each is like."""

from typing import Final

from rashomon.interpret.scene import Scene, things_in
from rashomon.interpret.sides import ARMED, CROWDS, UNARMED, side_of
from rashomon.vocab import load
from rashomon.vocab.scheme import HURT

Ruling = tuple[str | None, str]
# Modes of force at close distance: what else was fired nearby doesn't change them.
CLOSE: Final = frozenset({"beat", "torture", "firearms", "primitive"})
LETHAL: Final = frozenset({"firearms", "explosives", "aerial", "drone", "heavy-weapons", "suicide-attack", "targeted"})


def sexual(scene: Scene) -> Ruling | None:
    """Sexual violence is Sexual violence, whoever does it to whomever."""
    return ("Sexual violence", "by its mode") if scene.node.mode == "sexual" else None


def abducted(scene: Scene) -> Ruling | None:
    """Kidnapping and holding hostages is Abduction/forced disappearance."""
    return ("Abduction/forced disappearance", "by its mode") if scene.node.mode == "abduct" else None


def crowd_control(scene: Scene) -> Ruling | None:
    """Crowd control is Protest with intervention; with deaths or injuries, Excessive force against protesters; against
    rioters, Violent demonstration."""
    means = scene.says("means", table="crowd", among=scene.means)
    if scene.node.mode != "crowd-control" and not means:
        return None
    how = f'it says "{means}"' if means else "by its mode"
    if "rioters" in scene.targets:
        return "Violent demonstration", f"crowd control against rioters: {how}"
    if scene.harms:
        return "Excessive force against protesters", f'{how}, and it causes "{scene.harms[0].quote}"'
    return "Protest with intervention", how


def lasting(scene: Scene) -> Ruling | None:
    """What lasts (a war, a campaign, attacks without number) and has no mode is no event: ACLED's is one day at one
    place."""
    word = scene.says("lasting")
    if not word or scene.node.mode or scene.weave.out(scene.trigger, "time") or scene.harms or scene.weapon[0]:
        return None
    return None, f'"{word}" names what lasts, not one event'


def clashed(scene: Scene) -> Ruling | None:
    """Two sides that fight each other are an Armed clash; with a crowd, a Violent demonstration; among the unarmed, Mob
    violence."""
    word = scene.says("clash") or scene.says("offensive")
    if not word:
        return None
    agents, targets = scene.own_sides
    if scene.says("offensive") and not agents & ARMED:
        return None
    if (agents | targets) & CROWDS:
        return "Violent demonstration", f'a crowd in "{word}"'
    if agents and agents | targets <= UNARMED:
        return "Mob violence", f'the unarmed in "{word}"'
    return "Armed clash", f'it says "{word}"'


def on_protesters(scene: Scene) -> Ruling | None:
    """Violence against protesters is Excessive force against protesters if it is lethal, else Protest with
    intervention."""
    if "protesters" not in scene.targets or not scene.agents <= ARMED:
        return None
    who = scene.who("target") or "protesters"
    if scene.node.type in HURT or scene.node.mode in LETHAL or scene.harms or scene.weapon[0]:
        return "Excessive force against protesters", f"lethal force against {who}"
    return "Protest with intervention", f"force against {who}"


def weapon(scene: Scene) -> Ruling | None:
    """Bombs, shells, aircraft, gas and grenades decide whoever is hit: by the mode, and where it is missing or only
    says that something blew up or was destroyed, by the words of the act and its means."""
    mode = scene.node.mode
    if mode in CLOSE:
        return None
    known = load("acled")["modes"].get(mode or "")
    name, word = scene.weapon
    if name and (known is None or mode == "explosives"):
        return name, f'it says "{word}"'
    return (known, "by its mode") if known else None


def crowd(scene: Scene) -> Ruling | None:
    """Violence by a crowd is a Violent demonstration if protesters use it against armed forces or property, else Mob
    violence."""
    word = scene.says("lynching")
    if word and not scene.agents & ARMED:
        return "Mob violence", f'it says "{word}"'
    if not scene.agents or not scene.agents <= CROWDS:
        return None
    if "protesters" in scene.agents and not scene.targets & UNARMED:
        return "Violent demonstration", f"violence by {scene.who('agent')}"
    return "Mob violence", f"violence by {scene.who('agent')}"


def destroyed(scene: Scene) -> Ruling | None:
    """Destruction, arson and looting are Looting/property destruction."""
    word = scene.says("burning")
    if scene.node.mode == "destroy" or (word and not scene.node.mode and not scene.targets):
        return "Looting/property destruction", f'it says "{word}"' if word else "by its mode"
    return None


def tortured(scene: Scene) -> Ruling | None:
    """Who is beaten, tortured or put to death can't defend himself: Attack, whoever he is."""
    word = scene.says("put_to_death")
    if word:
        return "Attack", f'it says "{word}"'
    return ("Attack", "by its mode") if scene.node.mode in ("torture", "beat") else None


def armed_sides(scene: Scene) -> Ruling | None:
    """Force against those who bear arms is an Armed clash, an ambush too."""
    if scene.targets & ARMED:
        return "Armed clash", f"armed people are hit: {scene.hit(ARMED)}"
    if scene.both:
        return "Armed clash", f"armed sides act: {scene.who('agent')}"
    return None


def civilians(scene: Scene) -> Ruling | None:
    """Force against the unarmed is an Attack; nameless people count as unarmed, and so does whoever holds office."""
    if not scene.unarmed:
        return None
    return "Attack", f"unarmed people are hit: {scene.hit(UNARMED)}"


def places(scene: Scene) -> Ruling | None:
    """An attack on a place follows the place: a base or post is an Armed clash, where civilians are is an Attack, other
    property is Looting/property destruction."""
    for mention in scene.mentions("target"):
        if scene.weave.nodes[mention].type not in ("FAC", "OBJ", "ORG"):
            continue
        words = scene.weave.words(mention)
        civil, thing = things_in("civilian", words), things_in("property", words)
        if civil:
            return "Attack", f'civilians are where it hits: "{words}"'
        if thing:
            return "Looting/property destruction", f'it hits property: "{words}"'
    return None


def unclear(scene: Scene) -> Ruling | None:
    """Where neither a weapon nor who is hit is told, nothing is coded."""
    hit = scene.who("target")
    known = f"whether {hit} bears arms" if hit else "who is hit"
    return None, f"nothing says with what, nor {known}"


def buried(scene: Scene) -> Ruling | None:
    """The discovery of a mass grave is Other."""
    word = scene.says("grave", among=scene.weave.sentence_span(scene.trigger).quote)
    return ("Other", f'it says "{word}"') if word and not scene.weave.into(scene.trigger, "causes") else None


def unknown_hand(scene: Scene) -> Ruling | None:
    """Deaths of which neither doer, means nor manner is told are not coded."""
    told = scene.mentions("agent", "instrument") or scene.says("violent") or scene.says("lynching") or scene.weapon[0]
    return None if told or scene.says("clash") else (None, "nothing says who or what did it")


def met_with_force(scene: Scene) -> Ruling | None:
    """A protest whose people are killed, hurt or shot at is Excessive force against protesters; one that is dispersed
    or whose people are arrested, Protest with intervention."""
    found: Ruling | None = None
    people = {other for m in scene.mentions("agent") for other in scene.weave.cluster(m)}
    for trigger in scene.weave.triggers():
        node = scene.weave.nodes[trigger]
        force = node.type in ("ASSAULT", *HURT) or (node.type == "COERCE" and node.mode == "arrest")
        if not force or not scene.real(trigger) or not _meets(scene, trigger, people):
            continue
        if node.type in HURT or node.mode in LETHAL:
            return "Excessive force against protesters", f'the protesters are hit: "{scene.weave.words(trigger)}"'
        found = found or ("Protest with intervention", f'the protest is met with "{scene.weave.words(trigger)}"')
    return found


def _meets(scene: Scene, trigger: str, people: set[str]) -> bool:
    """Whether force falls on the people of a protest: they are its target, or the protest is told to bring it about."""
    hit = scene.weave.out(trigger, "target")
    if any(other in people for edge in hit for other in scene.weave.cluster(edge.target)):
        return True
    sides = {side_of(scene.weave, edge.target) for edge in hit} - {""}
    near = scene.weave.sentence(trigger) == scene.weave.sentence(scene.trigger)
    if near and ("protesters" in sides or scene.weave.nodes[trigger].mode == "crowd-control"):
        return True
    brought = any(edge.target == trigger for edge in scene.weave.out(scene.trigger, "causes"))
    return brought and not sides & (ARMED | {"official"})


def rioted(scene: Scene) -> Ruling | None:
    """A riot, vandalism and burning barricades are a Violent demonstration."""
    word = scene.says("riot") or scene.says(
        "barricade", among=f"{scene.quote}; {scene.words_of('instrument', 'theme')}"
    )
    if scene.node.mode in ("riot", "vandalize"):
        return "Violent demonstration", "by its mode"
    return ("Violent demonstration", f'it says "{word}"') if word else None


def stayed_away(scene: Scene) -> Ruling | None:
    """A strike, a hunger strike or a boycott alone is not coded: ACLED's protest is people who gather in public."""
    if scene.node.mode in ("strike", "hunger", "boycott"):
        return None, "nobody is said to gather in public, as ACLED's protests need"
    return None


def protested(scene: Scene) -> Ruling | None:
    """Any other protest is a Peaceful protest."""
    return "Peaceful protest", "a protest, and no force is told"


def disappeared(scene: Scene) -> Ruling | None:
    """Missing people are Abduction/forced disappearance where somebody armed took them or it says so; else not
    coded."""
    word = scene.says("seized_person")
    if scene.agents & ARMED or (word and word != "disappeared"):
        return "Abduction/forced disappearance", f'it says "{word}"' if word else f"taken by {scene.who('agent')}"
    return None, "nobody is said to have taken them"
