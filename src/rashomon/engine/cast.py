"""The actors of a case: who they are, and what people decide about them; each decision a judgement, reversible."""

from collections.abc import Sequence
from typing import Final

from rashomon.engine.keys import actors, cast, keys_in_force, taken
from rashomon.engine.log import Log, Word
from rashomon.engine.own import own_actors, registered, to_store
from rashomon.errors import InputError, NotFound
from rashomon.records import Actor, Judgement
from rashomon.resolve.decided import NAME, RELATIONS, SAME, SPLIT, Decided, said
from rashomon.resolve.listed import Listed
from rashomon.resolve.sectors import sector_of_actor
from rashomon.store import Store
from rashomon.values.names import name_key

MOST_WORDS: Final = 4
"""How many wordings of an actor a list shows."""
MOST_NAMED: Final = 5
"""How many of several things of one name an error lists."""


class Cast:
    """The actors of an open case. Every decision is in force at once, for all reports, those to come included."""

    def __init__(self, store: Store, by: str = "") -> None:
        self._store = store
        self._log = Log(store, by)

    def all(self) -> list[Actor]:
        """The actors by how often reports mention them, the most often first."""
        with self._store.view() as view:
            k = keys_in_force(view)
            there = taken(view, k) if k else None
            found = cast(view, k, there.judgements, there.claims) if k and there else ()
        return sorted(found, key=lambda actor: (-sum(alias.count for alias in actor.aliases), actor.id))

    def decisions(self) -> list[Judgement]:
        """What people decided about actors and has not been taken back, the latest first."""
        with self._store.view() as view:
            found = [j for j in view.judgements() if j.made is not None and j.relation in RELATIONS]
        return sorted(found, key=lambda j: (j.made or "", j.id), reverse=True)

    def merge(self, kept: str, other: str, why: str = "") -> Judgement:
        """``other`` is ``kept``. Both are ids or names; NotFound, InputError if the two are one already."""
        left, right = self.known(kept), self.known(other)
        if left == right:
            raise InputError(other, f"is one actor with {kept} already")
        return self._log.add([Word(SAME, left, right)], why)

    def split(self, actor: str, what: str, why: str = "") -> Judgement:
        """Tell apart what is one now: ``what`` is an actor that was merged with ``actor``, else words or a report's id.

        The mentions of the actor that are written so, or are in that report, become an actor of their own. NotFound;
        InputError if the actor has no such mentions.
        """
        left = self.known(actor)
        decided = Decided(self.decisions())
        fellow = self._merged(decided, left, what)
        if fellow:
            return self._log.add([Word(SAME, left, fellow, "different")], why)
        found = next(one for one in self.all() if one.id == left)
        here = {a.document for a in found.aliases} | {name_key(a.words) for a in found.aliases}
        if what not in here and name_key(what) not in here:
            raise InputError(what, f"{found.name} is not written so, and was merged with no such actor")
        if here <= {what, name_key(what)}:
            raise InputError(what, f"is all that {found.name} is called; nothing would be left")
        return self._log.add([Word(SPLIT, left, what, "different")], why)

    def rename(self, actor: str, name: str, why: str = "") -> Judgement:
        """Call the actor so. NotFound; InputError for an empty name."""
        words = " ".join(name.split())
        if not words:
            raise InputError("the name", "is empty")
        return self._log.add([Word(NAME, self.known(actor), words)], why)

    def undo(self, judgement: str | None = None) -> Judgement:
        """Take a decision on actors back, the latest if none is named; it stays on record.

        NotFound; InputError if a later decision builds on it.
        """
        return self._log.undo(judgement, RELATIONS).judgements[0]

    def add(self, rows: Sequence[Listed]) -> int:
        """Keep imported actors with the case, in the place of those with the same ids; how many are new or changed.

        The next update reads every report again against them.
        """
        with self._store.view() as view:
            before = {row.id: row for row in own_actors(view)}
        after = before | {row.id: row for row in rows}
        with self._store.writing() as w:
            w.set_meta("actors", to_store(after.values()))
        return sum(before.get(row.id) != row for row in after.values())

    def known(self, words: str) -> str:
        """The id of an actor, by its id or by a name that only it bears in the case; NotFound."""
        there = self.all()
        with self._store.view() as view:
            known = {actor.id for actor in there} | set(registered(own_actors(view)))
        if words in known:
            return words
        found = [one for one in there if name_key(one.name) == name_key(words)]
        found = found or [one for one in there if any(name_key(a.words) == name_key(words) for a in one.aliases)]
        if len(found) == 1:
            return found[0].id
        if not found:
            raise NotFound(words, "the case has no actor of that name or id; `rashomon actors CASE` lists them")
        which = ", ".join(f"{one.id} ({one.name})" for one in found[:MOST_NAMED])
        raise NotFound(words, f"{len(found)} actors are called so: {which}; say which by its id")

    def _merged(self, decided: Decided, left: str, what: str) -> str | None:
        """The actor, merged with ``left``, that the words name by id, or by the name it has in the register."""
        with self._store.view() as view:
            k = keys_in_force(view)
            known = registered(own_actors(view)) | {a.id: a for a in (actors(view, k, self.decisions()) if k else ())}
        for j in self.decisions():
            for name in (j.left, j.right) if j.relation == SAME and j.verdict == "same" else ():
                bears = name in known and name_key(known[name].name) == name_key(what)
                if name != left and (name == what or bears) and decided.home(name) == decided.home(left):
                    return name
        return None


def actor_rows(actors: Sequence[Actor]) -> list[dict[str, object]]:
    """Rows to list actors by: how often, in how many reports, by which words."""
    return [
        {
            "id": actor.id,
            "name": actor.name,
            "kind": actor.kind,
            "country": actor.country or "",
            "sector": sector_of_actor(actor) or "",
            "mentions": sum(alias.count for alias in actor.aliases),
            "reports": len({alias.document for alias in actor.aliases}),
            "as written": ", ".join(list(dict.fromkeys(alias.words for alias in actor.aliases))[:MOST_WORDS]),
        }
        for actor in actors
    ]


def decision_rows(decisions: Sequence[Judgement]) -> list[dict[str, object]]:
    """Rows to list decisions by."""
    return [{"id": j.id, "made": (j.made or "")[:19], "decision": said(j)} for j in decisions]
