"""What is told differently, as the page shows it: disagreements, tensions, and what only seems to be one."""

from rashomon.records import TENSION, Disagreement, Seeming
from rashomon.show.page.data import Dispute, Side
from rashomon.show.page.index import Index
from rashomon.show.plain import clip
from rashomon.show.relations import KINDS, about_of


def disputes(index: Index) -> tuple[Dispute, ...]:
    """Every disagreement, between reports before inside one; then what is none, with why."""
    record = index.look.record
    ranked = sorted(record.disagreements, key=lambda d: (d.scope == "within", -len(d.sides)))
    every: list[Disagreement | Seeming] = [*ranked, *record.seeming]
    return tuple(_dispute(one, index) for one in every)


def _dispute(one: Disagreement | Seeming, index: Index) -> Dispute:
    about, _ = about_of(one, index.look)
    told = isinstance(one, Disagreement)
    known = index.look.incidents.get(one.about)
    keys = one.about.replace("|", " ").replace(",", " ").split()
    return Dispute(
        id=one.id if isinstance(one, Disagreement) else "",
        kind=KINDS.get(one.kind, one.kind) if told else one.kind,
        about=about,
        incident=index.incidents[known.id] if known else -1,
        actors=() if known else tuple(index.actors[key] for key in keys if key in index.actors),
        within=isinstance(one, Disagreement) and one.scope == "within",
        tension=one.why.startswith(TENSION),
        seeming=not told,
        why=clip(one.why, 400),
        sides=tuple(Side(says=clip(side.says, 200), claims=index.told(side.claims)) for side in one.sides),
    )
