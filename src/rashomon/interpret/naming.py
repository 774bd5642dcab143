"""Naming claims: each wording that a text uses for one actor."""

from typing import Final

from rashomon.interpret.mentions import mention_of, mention_spans, phrase_of, representative
from rashomon.interpret.stance import Telling, claim_id, evidence, voices_around
from rashomon.interpret.ties import is_bare
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import is_name, is_pronoun, word_set
from rashomon.records import NamingClaim

ACTORS: Final = frozenset({"PER", "ORG", "GPE", "GROUP"})
# as the target of these a place is ground, not an actor
SCENE: Final = frozenset({"CONTROL", "ASSAULT", "MOVE", "MOBILIZE", "CONDITION", "KILL", "COERCE"})


def namings(telling: Telling) -> list[NamingClaim]:
    """One claim per distinct wording of each actor of a passage, in text order; pronouns are no wording.

    ``words`` is the whole phrase ("AQIM-linked fighters"), ``mention`` its head where it first stands; the mention's
    ``why`` names the passage's best wording for the actor (a name if there is one): ``same as "AQIM"``.
    """
    weave = telling.weave
    found: dict[tuple[str, str], NamingClaim] = {}
    for node_id in weave.mentions():
        if not _names_actor(weave, node_id):
            continue
        best = representative(weave, node_id) or node_id
        key = (best, phrase_of(weave, node_id).quote.lower())
        if key not in found:
            found[key] = _naming(telling, node_id, best)
    return list(found.values())


def _names_actor(weave: Weave, node_id: str) -> bool:
    """Whether a wording is one of an actor: something in its cluster is a name, an organisation or armed people.

    A place counts where it acts or is acted upon ("Paris said"), not where it only is the scene.
    """
    words, cluster = weave.words(node_id), weave.cluster(node_id)
    if weave.nodes[node_id].type not in ACTORS or is_pronoun(words):
        return False
    if words.lower() in word_set("cues", "naming", "bare"):
        return False
    if weave.nodes[node_id].type == "GPE":
        return any(is_name(weave.words(one)) and _acts(weave, one) for one in cluster)
    if weave.nodes[node_id].type == "PER":
        return any(is_name(weave.words(one)) for one in cluster)
    return not is_bare(weave, node_id)


def _acts(weave: Weave, node_id: str) -> bool:
    if weave.into(node_id, "agent") or weave.out(node_id, "ally", "enemy"):
        return True
    if any(weave.nodes[edge.source].type not in SCENE for edge in weave.into(node_id, "target")):
        return True
    return any(weave.nodes[edge.source].type == "ORG" for edge in weave.into(node_id, "of", "ally", "enemy", "leads"))


def _naming(telling: Telling, node_id: str, best: str) -> NamingClaim:
    weave = telling.weave
    wording, whom = mention_of(weave, node_id), mention_of(weave, best)
    spans = [*mention_spans(weave, node_id), *mention_spans(weave, best)]
    p = min(weave.nodes[node_id].p, weave.nodes[best].p)
    return NamingClaim(
        id=claim_id(telling, "naming", wording.start, wording.end, whom.start, whom.end),
        document=weave.document.id,
        spans=evidence(weave, node_id, spans),
        voices=voices_around(telling, node_id),
        score=round(p, 4),
        maker=telling.maker,
        mention=wording,
        words=phrase_of(weave, node_id).quote,
    )
