"""The claim-graph scheme: which nodes, modes, flags and edges there are, and which edges fit which nodes."""

from typing import Final

MENTIONS: Final = ("PER", "ORG", "GPE", "LOC", "FAC", "GROUP", "OBJ", "DOC", "TIME", "QUANT")

MODES: Final[dict[str, tuple[str, ...]]] = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": ("economic", "military", "humanitarian", "asylum"),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": (),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        "arrest", "seize", "restrict", "censor", "curfew", "martial-law", "deport", "withhold", "misinformation",
        "cyber",
    ),
    "ASSAULT": (
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    ),
    "KILL": (),
    "INJURE": (),
    "MISSING": (),
    "DISPLACE": (),
    "MOVE": (),
    "CONTROL": ("take", "hold", "lose"),
    "ORGANIZE": ("form", "join", "merge", "split", "lead", "elect", "overthrow"),
    "CONDITION": (),
    "SAY": ("claim-responsibility",),
}  # fmt: skip
TRIGGERS: Final = tuple(MODES)

SPEECH: Final = frozenset({"SAY", "AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})

HURT: Final = {"KILL": "killed", "INJURE": "injured"}
"""The acts that befall persons one by one, each with the measure of those whom it befalls."""
HARM: Final = frozenset({*HURT, "MISSING"})
"""What becomes of people by other acts."""
LOSSES: Final = HARM | {"DISPLACE"}
"""What becomes of people, those included who only had to flee."""

ROLES: Final = ("agent", "target", "theme", "instrument", "place", "time", "origin", "dest")
LINKS: Final = ("content", "causes")
TIES: Final = ("same", "of", "leads", "in", "ally", "enemy")
EDGES: Final = (*ROLES, *LINKS, "count", *TIES)
FLAGS: Final = ("fact", "neg", "poss", "fut", "hyp")


def fits(label: str, source: str, target: str) -> bool:
    """Whether an edge may run from a node of type ``source`` to one of type ``target`` (types without modes).

    The rule is the scheme's: roles lead from trigger to mention, links between triggers, ties between mentions, and
    ``count`` from a QUANT to anything but itself.
    """
    from_trigger, to_trigger = source in MODES, target in MODES
    if label in ROLES:
        return from_trigger and not to_trigger
    if label in LINKS:
        return from_trigger and to_trigger
    if label == "count":
        return source == "QUANT"
    return label in TIES and not from_trigger and not to_trigger
