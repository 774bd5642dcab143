"""The log of what people decided: who, when, why and what it changed; each entry can be taken back, and stays."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

import msgspec

from rashomon.engine.pipeline import redraw
from rashomon.errors import InputError, NotFound
from rashomon.records import Judgement, Verdict, content_id
from rashomon.resolve.decided import NAME, SPLIT
from rashomon.store import Store, View
from rashomon.values.judgements import FIELD, IS_CLAIM, LEAVES, PERSON, SAME_ACTOR, SAME_INCIDENT, SAME_ORIGIN, who

MERGES: Final[Mapping[str, tuple[str, ...]]] = {
    SAME_ACTOR: (SAME_ACTOR, SPLIT),
    SAME_INCIDENT: (SAME_INCIDENT, LEAVES),
    SAME_ORIGIN: (SAME_ORIGIN,),
}
"""What joins two things into one, and which later decisions may build on that."""


class Word(msgspec.Struct, frozen=True):
    """What a person decides of a pair, before it is signed and dated."""

    relation: str
    left: str
    right: str
    verdict: Verdict = "same"


class Entry(msgspec.Struct, frozen=True):
    """One decision: its judgements (made together, taken back together) and what it changed in the record."""

    judgements: tuple[Judgement, ...]
    changed: str = ""

    @property
    def id(self) -> str:
        """The id by which it is taken back: that of its first judgement."""
        return self.judgements[0].id

    @property
    def retired(self) -> str | None:
        """When it was taken back; None if it holds."""
        return self.judgements[0].retired


class Log:
    """The decisions of people on an open case; ``by`` is the name of who decides, if it is to be kept."""

    def __init__(self, store: Store, by: str = "") -> None:
        self.store = store
        self._maker = f"{PERSON} {' '.join(by.split())}" if by.strip() else PERSON

    def entries(self) -> list[Entry]:
        """Every decision, those taken back too, the latest first."""
        with self.store.view() as view:
            meta = view.meta()
            rows = sorted((j for j in view.judgements(active=False) if j.made), key=lambda j: (j.made or "", j.id))
        acts: dict[tuple[str, str], list[Judgement]] = {}
        for j in rows:
            acts.setdefault((j.made or "", j.maker), []).append(j)
        found = [Entry(tuple(sorted(act, key=_rank)), meta.get(_note(act[0]), "")) for act in acts.values()]
        return found[::-1]

    def add(self, words: Sequence[Word], why: str = "") -> Judgement:
        """Decide: written, and in force in all views at once. The first of the judgements that were made."""
        before = _drawn(self.store)
        with self.store.writing() as w:
            made = after(now(), w.view().last_decided())
            signed = [_signed(word, " ".join(why.split()), self._maker, made) for word in words]
            w.add_judgements(signed)
        redraw(self.store)
        with self.store.writing() as w:
            w.set_meta(_note(signed[0]), _difference(before, _drawn(self.store)))
        return min(signed, key=_rank)

    def undo(self, judgement: str | None = None, among: tuple[str, ...] = ()) -> Entry:
        """Take a decision back, the latest if none is named; it stays on record.

        ``among``: only decisions of these relations. NotFound; InputError if a later decision builds on this one.
        """
        there = [e for e in self.entries() if e.retired is None and (not among or e.judgements[0].relation in among)]
        found = next((e for e in there if judgement is None or judgement in {j.id for j in e.judgements}), None)
        if found is None:
            raise NotFound(judgement or "undo", "no decision that could be taken back")
        later = _built_on(found, there[: there.index(found)])
        if later is not None:
            raise InputError(found.id, f"{later.id} was built on it ({said(later)}); take that back first")
        with self.store.writing() as w:
            at = now()
            for j in found.judgements:
                w.retire(j.id, at)
        redraw(self.store)
        return found


def now() -> str:
    """The moment as decisions bear it: ISO, UTC, to the microsecond."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def after(moment: str, last: str) -> str:
    """``moment``, or just after ``last`` where a clock that was put back says that this was later.

    Of two decisions on one thing the later holds, so each must bear a later moment than all that were made before.
    """
    if moment > last:
        return moment
    return (datetime.fromisoformat(last) + timedelta(microseconds=1)).isoformat(timespec="microseconds")


def said(entry: Entry) -> str:
    """A decision in words, with its reason."""
    first = entry.judgements[0]
    names = ", ".join(dict.fromkeys(j.right for j in entry.judgements if j.relation == first.relation))
    words = f"{who(first)} {_told(first, names)}"
    return f"{words} ({first.why})" if first.why else words


def _told(j: Judgement, names: str) -> str:
    if j.relation.startswith(FIELD):
        return f"corrected {j.relation.removeprefix(FIELD)} of {j.left} to {j.right}"
    if j.relation == IS_CLAIM:
        what = {"same": "confirmed", "different": "rejected", "unsure": "is unsure of"}[j.verdict]
        return f"{what} {j.left}"
    if j.relation in MERGES:
        kind = j.relation.removeprefix("same ")
        how = {"same": "are one", "different": "are not one", "unsure": "may be one"}[j.verdict]
        return f"says that {j.left} and {names} {how} {kind}"
    telling = {
        LEAVES: f"took {names} out of the incident of {j.left}",
        SPLIT: f"split '{names}' off {j.left}",
        NAME: f"calls {j.left} '{names}'",
        "is actor": f"says that {j.left} means {names}",
        "is place": f"says that {j.left} is {names}",
    }
    return telling.get(j.relation, f"says {j.left} {j.relation} {names}: {j.verdict}")


def entry_rows(entries: Sequence[Entry]) -> list[dict[str, object]]:
    """Rows to list decisions by."""
    return [
        {
            "id": e.id,
            "made": (e.judgements[0].made or "")[:19],
            "decision": said(e),
            "changed": e.changed,
            "taken back": (e.retired or "")[:19],
        }
        for e in entries
    ]


def _built_on(entry: Entry, later: Sequence[Entry]) -> Entry | None:
    """The first of the later decisions (the latest first) that speaks of what this one joined."""
    first = entry.judgements[0]
    if first.verdict != "same" or first.relation not in MERGES:
        return None
    joined = {name for j in entry.judgements for name in (j.left, j.right)}
    kinds = MERGES[first.relation]
    for other in reversed(later):
        if any(j.relation in kinds and j.verdict != "unsure" and joined & {j.left, j.right} for j in other.judgements):
            return other
    return None


def _signed(word: Word, why: str, maker: str, made: str) -> Judgement:
    return Judgement(
        id=content_id("j", maker, word.relation, word.left, word.right, word.verdict, made),
        left=word.left,
        right=word.right,
        relation=word.relation,
        verdict=word.verdict,
        why=why,
        maker=maker,
        made=made,
    )


def _rank(j: Judgement) -> tuple[bool, str]:
    """What an entry is called by comes first: not the words by which claims that leave stay together."""
    return j.relation != LEAVES, j.id


def _note(j: Judgement) -> str:
    return f"changed {j.made} {j.maker}"


def _drawn(store: Store) -> dict[str, dict[str, object]]:
    """The views, by kind and natural key."""
    with store.view() as view:
        return _views(view)


def _views(view: View) -> dict[str, dict[str, object]]:
    return {
        "incident": {one.id: one for one in view.incidents()},
        "finding": {f"{one.incident} {one.field} {one.policy}": one for one in view.findings()},
        "disagreement": {one.id: one for one in view.disagreements()},
        "tie": {f"{one.left} {one.right} {one.relation} {one.sign}": one for one in view.ties()},
    }


def _difference(before: Mapping[str, Mapping[str, object]], after: Mapping[str, Mapping[str, object]]) -> str:
    """How many of each kind are new, gone or other, in words."""
    parts = []
    for kind, was in before.items():
        now_ = after[kind]
        counts = {
            "more": len(now_.keys() - was.keys()),
            "fewer": len(was.keys() - now_.keys()),
            "changed": sum(was[name] != now_[name] for name in was.keys() & now_.keys()),
        }
        parts += [f"{count} {kind}{'s'[: count != 1]} {how}" for how, count in counts.items() if count]
    return ", ".join(parts) or "nothing in the views"
