"""Those who kill or hurt themselves: an act that hits whoever does it, as its words say and the graph may not."""

import re
from typing import Final

from rashomon.interpret.weave import Weave

# Who kills himself is none of those whom he killed before.
REFLEXIVE: Final = frozenset({"himself", "herself"})
# "Shoots self in leg" is said in headlines.
_LAST: Final = REFLEXIVE | {"self"}
AFTER: Final = 12
"""Characters behind an act in which "himself" stands."""
_SELF: Final = re.compile(r"(?i)^ (?:him|her)?self\b")
# Between somebody and what he does: "a man {accidentally} shot himself", "a boy {who apparently had} shot himself".
_DOES: Final = re.compile(
    r"(?i)^(?:, (?:aged? )?\d{1,2},?)? (?:(?:who|has|had|have|may|might|also|later|then|[a-z]{2,14}ly) ){0,4}$"
)


def to_himself(weave: Weave, trigger: str) -> bool:
    """Whether an act hits the one who does it, whom the graph doesn't mark as hit: "before {killing} himself"."""
    node = weave.nodes[trigger]
    if weave.words(trigger).lower().split()[-1] in _LAST:
        return not any(weave.words(edge.target).lower() in REFLEXIVE for edge in weave.out(trigger, "target"))
    own = _SELF.match(weave.document.text[node.end : node.end + AFTER])
    return own is not None and not weave.out(trigger, "target")


def whoever_did(weave: Weave, trigger: str) -> list[str]:
    """Who does an act to himself: its agent before it, else whom the graph has as hit there, else its subject."""
    here = weave.nodes[trigger].start
    for label in ("agent", "target"):
        found = [edge.target for edge in weave.out(trigger, label) if weave.nodes[edge.target].end <= here]
        if found:
            return found[-1:]
    return [one for one in weave.fellows(trigger) if _subject(weave, one, here)][-1:]


def _subject(weave: Weave, mention: str, act: int) -> bool:
    node = weave.nodes[mention]
    return (
        node.type in ("PER", "GROUP")
        and node.end <= act
        and _DOES.match(weave.document.text[node.end : act]) is not None
    )
