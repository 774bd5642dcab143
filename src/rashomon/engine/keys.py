"""Under which keys stages sign, and what is in force: the rows of those keys, and all that people decided."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

import msgspec

from rashomon.annotate.model import manifest
from rashomon.engine.annotating import maker_of_language_model
from rashomon.engine.corrected import Corrected, corrected, renamed
from rashomon.engine.identity import filled
from rashomon.engine.own import own_actors, registered
from rashomon.engine.reread import reread
from rashomon.engine.settings import Settings
from rashomon.engine.stage import key_of, maker_of
from rashomon.records import Actor, AnyClaim, Graph, Judgement, Maker, Mention, Place, Voice
from rashomon.resolve import Spoken, all_spoken, carried, gather, gather_places
from rashomon.resolve.decided import named, with_decided
from rashomon.store import Store, View
from rashomon.values.judgements import PERSON
from rashomon.values.mentions import mentions_of

Named = TypeVar("Named", Actor, Place)


class Keys(msgspec.Struct, frozen=True):
    """Under which key each stage signs, and the stages as records.

    ``instead``, where a language model annotates: the keys of the built-in model's reading. A passage that the language
    model got wrong has its graph under them; a report that it owes an answer for is read under them as a whole.
    """

    annotate: str
    interpret: str
    resolve: str
    origins: str
    link: str
    makers: tuple[Maker, ...]
    instead: "Keys | None" = None


Chains = list[tuple[Keys, frozenset[str] | None]]
"""Keys, and the reports (ids; None: all) that are read under them."""


def keys(settings: Settings) -> Keys:
    """The keys that these settings and the installed model give."""
    _, model = manifest()
    built_in = _keys(settings, maker_of(settings.annotator, model))
    if settings.annotate_with == "built-in":
        return built_in
    k = _keys(settings, maker_of_language_model(settings, built_in.annotate))
    return msgspec.structs.replace(k, makers=(k.makers[0], *built_in.makers), instead=built_in)


def _keys(settings: Settings, annotator: Maker) -> Keys:
    stages = (settings.interpreter, settings.resolver, settings.origins, settings.linker, settings.reconciler)
    makers = (annotator, *(maker_of(stage) for stage in stages))
    annotate = key_of(annotator)
    interpret, resolve = key_of(makers[1], annotate), key_of(makers[2], annotate)
    return Keys(annotate, interpret, resolve, key_of(makers[3]), key_of(makers[4], interpret, resolve), makers)


def encode(row: Any) -> str:
    """A struct as JSON text, the same for the same values."""
    return msgspec.json.encode(row, order="deterministic").decode()


def keys_in_force(view: View) -> Keys | None:
    """The keys of the last run that was finished; None if there was none."""
    kept = view.meta().get("keys")
    return msgspec.json.decode(kept, type=Keys) if kept else None


def chains(store: Store, k: Keys) -> Chains:
    """The keys with the reports to be read under them: those that the language model owes an answer for stand last."""
    if k.instead is None:
        return [(k, None)]
    with store.view() as view:
        late = owed(view, k)
        rest = frozenset(document.id for document in view.documents()) - late
    return [(k, rest), (k.instead, late)]


def graphs(view: View, k: Keys, document: str) -> list[Graph]:
    """The graphs of a report in force, by place: the language model's, else the built-in one's."""
    found = view.graphs(document=document, maker=k.annotate)
    if k.instead is not None:
        there = {(graph.start, graph.end) for graph in found}
        others = view.graphs(document=document, maker=k.instead.annotate)
        found += [graph for graph in others if (graph.start, graph.end) not in there]
    return sorted(found, key=lambda graph: (graph.start, graph.end))


def taken(view: View, k: Keys) -> Corrected:
    """The claims and judgements in force, the claims that people rejected, and what they corrected; each read once.

    Claims are those of the stage in force, as people corrected them, with the ids that judgements give their mentions.
    Judgements are those of people and of the stages in force; those of earlier settings or models stay on record.
    People's speak of the claims and mentions in force (`rashomon.engine.reread`). With them, what follows from their
    decisions on actors for each mention (`rashomon.resolve.carried`).
    """
    decided = _decided(view, k)
    found = corrected(read(view, k), decided)
    judged = _carried(view, decided)
    claims = filled(found.claims, judged)
    rejected = filled(found.rejected, judged)
    people = [j for j in decided if j.made]
    if any(j.relation in ("is actor", "is place") for j in people):
        machine = filled(found.claims, [j for j in decided if not j.made])
        found.corrections.extend(renamed(claims, machine, people))
    corrections = sorted(found.corrections, key=lambda c: (c.claim, c.field, c.judgement))
    return Corrected(claims, rejected, corrections, judged)


def read(view: View, k: Keys, document: str | None = None) -> list[AnyClaim]:
    """The claims of the stage in force as the machine read them, of one report or of all, by id."""
    claims = view.claims(document=document, maker=k.interpret)
    if late := owed(view, k):
        claims += [c for c in view.claims(document=document, maker=_instead(k).interpret) if c.document in late]
    return sorted(claims, key=lambda claim: claim.id)


def _decided(view: View, k: Keys) -> list[Judgement]:
    """The judgements in force as people and stages wrote them."""
    makers, late = {k.origins, k.link}, owed(view, k)
    found = [
        j
        for j in view.judgements()
        if j.made or j.maker in makers or j.maker in signers(k, j.left.rpartition(":")[0] in late)
    ]
    return reread(found, view, cache(lambda document: read(view, k, document)))


def _carried(view: View, found: Sequence[Judgement]) -> list[Judgement]:
    texts: dict[str, str] = {}

    def words(mention: str) -> str:
        document, _, span = mention.rpartition(":")
        if not texts:
            texts.update((d.id, d.text) for d in view.documents())
        start, _, end = span.partition("-")
        return texts.get(document, "")[int(start) : int(end)]

    return carried(found, words)


def actors(view: View, k: Keys, judged: Sequence[Judgement]) -> list[Actor]:
    """The actors of the stages in force, and those that people's decisions bring in."""
    others = view.actors(_instead(k).resolve) if owed(view, k) else []
    known = registered(own_actors(view))
    named_ = {j.right for j in judged if j.made and j.relation == "is actor"} & known.keys()
    found = _first([view.actors(k.resolve), others, [known[name] for name in sorted(named_)]])
    return with_decided(found, judged, known)


def cast(
    view: View, k: Keys, judged: Sequence[Judgement], claims: Sequence[AnyClaim], spoken: Spoken | None = None
) -> tuple[Actor, ...]:
    """The actors that the judgements use, with their words and standings, under the names that people gave them.

    And those that people put into claims whose words name nobody. ``spoken``: the words, where they are known already.
    """
    there = actors(view, k, judged)
    found = gather(there, spoken or all_spoken(judged, view.documents(), "is actor"), claims)
    put = _put_in(claims, "actor") - {actor.id for actor in found}
    known = registered(own_actors(view)) | {actor.id: actor for actor in there} if put else {}
    more = [known[name] for name in put if name in known]
    return named(sorted((*found, *more), key=lambda actor: actor.id), judged)


def located(
    view: View, k: Keys, judged: Sequence[Judgement], claims: Sequence[AnyClaim], spoken: Spoken | None = None
) -> tuple[Place, ...]:
    """The places that the judgements use, and those that people put into claims whose words name none."""
    there = places(view, k)
    found = gather_places(there, spoken or all_spoken(judged, view.documents(), "is place"))
    put = _put_in(claims, "place") - {place.id for place in found}
    return tuple(sorted((*found, *(p for p in there if p.id in put)), key=lambda place: place.id))


def _put_in(claims: Iterable[AnyClaim], kind: str) -> set[str]:
    """The actors or places of mentions and speakers without words: only people put such in."""
    said: list[Mention | Voice] = []
    for claim in claims:
        said += [mention for mention in mentions_of(claim) if not mention.words]
        said += [voice for voice in claim.voices[1:] if not voice.words]
    return {name for one in said if (name := getattr(one, kind, None))}


def places(view: View, k: Keys) -> list[Place]:
    """The places of the stages in force, and those that people's corrections bring in."""
    others = view.places(_instead(k).resolve) if owed(view, k) else []
    return _first([view.places(k.resolve), others, view.places(PERSON)])


def owed(view: View, k: Keys) -> frozenset[str]:
    """The reports that the language model in force owes an answer for."""
    return frozenset(view.pending(k.annotate)) if k.instead else frozenset()


def signers(k: Keys, late: bool) -> tuple[str, ...]:
    """Who says whom the mentions of a report mean; ``late``: of one that the language model owes an answer for."""
    return (k.resolve, k.instead.resolve) if late and k.instead else (k.resolve,)


def _instead(k: Keys) -> Keys:
    return k.instead or k


def _first(lists: Iterable[Collection[Named]]) -> list[Named]:
    """The records of all lists by id; of two with one id the one of the earlier list."""
    found: dict[str, Named] = {}
    for one in lists:
        for record in one:
            found.setdefault(record.id, record)
    return [found[name] for name in sorted(found)]
