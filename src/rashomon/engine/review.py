"""People's decisions on incidents, origins, actors and claims: each holds at once, for all reports, until undone."""

from collections.abc import Sequence
from typing import NamedTuple

from rashomon.engine.cast import Cast
from rashomon.engine.fields import Case, correction
from rashomon.engine.keys import Keys, keys_in_force, read, taken
from rashomon.engine.log import Entry, Log, Word
from rashomon.engine.placing import place_known
from rashomon.engine.queues import Task, tasks
from rashomon.engine.reread import spans_of
from rashomon.errors import InputError, NotFound
from rashomon.records import AnyClaim, EventClaim, Incident, Judgement, Verdict, content_id
from rashomon.show.lookup import called
from rashomon.store import Store, View
from rashomon.values.judgements import IS_CLAIM, LEAVES, SAME_ACTOR, SAME_INCIDENT, SAME_ORIGIN


class Side(NamedTuple):
    """What one side of a decision names: the relation that two such can stand in, and its id in judgements."""

    relation: str
    id: str


class Review:
    """What people decide about an open case; ``by`` is the name to be kept with each decision, if any."""

    def __init__(self, store: Store, by: str = "") -> None:
        self._store = store
        self._log = Log(store, by)
        self._cast = Cast(store, by)

    def tasks(self) -> list[Task]:
        """What is worth a look: doubtful incidents, reprints, actors, and the figures behind disagreements."""
        return tasks(self._store)

    def log(self) -> list[Entry]:
        """Every decision, those taken back too, the latest first."""
        return self._log.entries()

    def decide(self, left: str, verdict: Verdict, right: str, why: str = "") -> Judgement:
        """``left`` and ``right`` are the same, different, or it is unsure. NotFound, InputError.

        Both are incidents (ids, old ids, or ids of their event claims), reports (ids, or ends of their paths), or
        actors (ids or names). What is the same is joined as a whole: of two incidents, all that the machine put there.
        """
        one, other = self._side(left), self._side(right)
        if one.relation != other.relation:
            kinds = [side.relation.removeprefix("same ") for side in (one, other)]
            raise InputError(right, f"is an {kinds[1]}, {left} an {kinds[0]}; decide on two of a kind")
        if one.id == other.id:
            raise InputError(right, f"is one {one.relation.removeprefix('same ')} with {left} already")
        if one.relation == SAME_ACTOR and verdict == "same":
            return self._cast.merge(one.id, other.id, why)
        return self._log.add([Word(one.relation, one.id, other.id, verdict)], why)

    def split(self, incident: str, claims: Sequence[str], why: str = "") -> Judgement:
        """Take event claims, with their figures, out of an incident; together they are told as another.

        NotFound; InputError if a claim is no event of the incident, or none would be left.
        """
        with self._store.view() as view:
            found = view.incident(incident)
            own = set(found.claims)
            told = {c.id: c for c in taken(view, self._keys(view)).claims if c.id in own}
        events = [name for name, claim in told.items() if isinstance(claim, EventClaim)]
        leaving = list(dict.fromkeys(claims))
        for name in leaving:
            if name not in events:
                what = "a figure goes where its event goes: correct its event" if name in told else "it is not in there"
                raise InputError(name, f"is no event claim of {found.id}; {what}")
        left = [name for name in events if name not in leaving]
        if not left:
            raise InputError(incident, "would have no event left")
        stays = _founder(found, left) or min(left)
        words = [Word(LEAVES, stays, name, "different") for name in leaving]
        return self._log.add([*words, *(Word(SAME_INCIDENT, leaving[0], name) for name in leaving[1:])], why)

    def correct(self, claim: str, field: str, value: str, why: str = "") -> Judgement:
        """A field of a claim is what these words say (`rashomon.engine.fields`). NotFound, InputError."""
        with self._store.view() as view:
            k = self._keys(view)
            found = self._claim(view, claim)
            document = view.document(found.document)
            spans = frozenset(spans_of(read(view, k, found.document)))
        case = Case(document, self._cast.known, lambda words: place_known(self._store, words), spans)
        return self._log.add([correction(found, field, value, case)], why)

    def judge(self, claim: str, verdict: Verdict, why: str = "") -> Judgement:
        """Whether a claim says what its sentence says: "same" confirms it, "different" rejects it. NotFound.

        A rejected claim stays on record, and nothing rests on it.
        """
        with self._store.view() as view:
            found = self._claim(view, claim, rejected=True)
        return self._log.add([Word(IS_CLAIM, found.id, found.id, verdict)], why)

    def undo(self, judgement: str | None = None) -> Entry:
        """Take a decision back, the latest if none is named. NotFound; InputError if a later one builds on it."""
        return self._log.undo(judgement)

    def _side(self, name: str) -> Side:
        with self._store.view() as view:
            if name.startswith("c-"):
                claim = self._claim(view, name)
                if not isinstance(claim, EventClaim):
                    raise InputError(name, "is no event claim; only those make incidents")
                return Side(SAME_INCIDENT, claim.id)
            if name.startswith("i-"):
                return Side(SAME_INCIDENT, self._founding(view, name))
            document = called(view.documents(), name)
        return Side(SAME_ORIGIN, document.id) if document else Side(SAME_ACTOR, self._cast.known(name))

    def _founding(self, view: View, name: str) -> str:
        """The event claim that gives an incident this id, be it the id of now or an old one; NotFound."""
        founder = next((c for c in view.incident(name).claims if content_id("i", c) == name), None)
        if founder is None:
            raise NotFound(name, "the claim that founded it is not told any more")
        return founder

    def _claim(self, view: View, name: str, rejected: bool = False) -> AnyClaim:
        found = taken(view, self._keys(view))
        claims = [*found.claims, *(found.rejected if rejected else ())]
        claim: AnyClaim | None = next((c for c in claims if c.id == name), None)
        if claim is None:
            raise NotFound(name, "the record has no such claim; `rashomon show CASE claims --json` lists them")
        return claim

    def _keys(self, view: View) -> Keys:
        k = keys_in_force(view)
        if k is None:
            raise NotFound("the record", "nothing has been read into this case yet")
        return k


def _founder(incident: Incident, claims: Sequence[str]) -> str | None:
    """The claim of these that gives the incident its id, or one of its old ones."""
    by_id = {content_id("i", claim): claim for claim in claims}
    return next((by_id[name] for name in (incident.id, *incident.aliases) if name in by_id), None)
