"""Outlets beside one another as rows of plain values: all pairs in short, or one against each other at length."""

from collections.abc import Iterable, Iterator
from typing import Final

from rashomon.errors import NotFound
from rashomon.records import FigurePair, OutletPair, Quoted, Told, WordsPair
from rashomon.show import figures, words
from rashomon.show.analyses import Row
from rashomon.show.lookup import Lookup
from rashomon.show.plain import clip, safe
from rashomon.values.names import name_key

LABEL: Final = 120
FEW: Final = "too few to compare"
ONE: Final = "one only"
UNNAMED: Final = "an unnamed source"
HOW: Final = {"apart": "differ", "overlap": "can both hold", "same": "same", "one only": ONE}
ORDER: Final = {"apart": 0, "overlap": 1, "one only": 2, "same": 3}


def pair_rows(look: Lookup, pairs: Iterable[OutletPair]) -> list[Row]:
    """One row a pair of outlets, those that share most incidents first; a count of nothing shared is blank, not 0."""
    ordered = sorted(pairs, key=lambda p: (-len(p.both), p.a.casefold(), p.b.casefold()))
    return [pair_row(pair, look) for pair in ordered]


def pair_row(pair: OutletPair, look: Lookup) -> Row:
    """One pair of outlets in short; a count of nothing shared is blank, not 0."""
    apart = [figure for figure in pair.figures if figure.how == "apart"]
    widest = max((figure.gap for figure in apart if figure.gap), default=None)
    compared = [figure for figure in pair.figures if figure.how != "one only"]
    notes = [FEW if pair.few else "", f"{pair.copies} of one text" if pair.copies else ""]
    return {
        "outlet": outlet(pair.a, look),
        "other": outlet(pair.b, look),
        "both tell": len(pair.both),
        "only first": len(pair.only_a),
        "only other": len(pair.only_b),
        "figures compared": len(compared) or None,
        "differ": len(apart) if compared else None,
        "widest gap": f"{widest:g} times" if widest else "",
        "actors named otherwise": len(pair.actors) or None,
        "acts named otherwise": len(pair.acts) or None,
        "quoted by both": sum(1 for voice in pair.quoted if voice.words and voice.a and voice.b) or None,
        "note": ", ".join(note for note in notes if note),
    }


def compare_rows(look: Lookup, pairs: Iterable[OutletPair], name: str) -> list[Row]:
    """One outlet against each other one at length: figures, words, who is quoted, what only one tells; NotFound.

    ``name`` is the outlet's name or the beginning of it, in any case.
    """
    wanted = name.casefold()
    turned = [mirrored(p) if _called(p.b, wanted, look) and not _called(p.a, wanted, look) else p for p in pairs]
    ours = [pair for pair in turned if _called(pair.a, wanted, look)]
    if not ours:
        raise NotFound(safe(clip(name, 200)), "no outlet of this case is called that; `show CASE outlets` lists them")
    ordered = sorted(ours, key=lambda p: (-len(p.both), p.b.casefold()))
    return [row for pair in ordered for row in _compared(pair, look)]


def mirrored(pair: OutletPair) -> OutletPair:
    """The same pair, seen from the other outlet."""
    return OutletPair(
        a=pair.b,
        b=pair.a,
        both=pair.both,
        only_a=pair.only_b,
        only_b=pair.only_a,
        figures=tuple(FigurePair(incident=f.incident, field=f.field, a=f.b, b=f.a, how=f.how, gap=f.gap)
                      for f in pair.figures),
        actors=tuple(WordsPair(about=w.about, type=w.type, a=w.b, b=w.a) for w in pair.actors),
        acts=tuple(WordsPair(about=w.about, type=w.type, a=w.b, b=w.a) for w in pair.acts),
        quoted=tuple(Quoted(words=q.words, actor=q.actor, a=q.b, b=q.a) for q in pair.quoted),
        copies=pair.copies,
        few=pair.few,
    )  # fmt: skip


def outlet(name: str, look: Lookup) -> str:
    """An outlet's name; a report without a publisher goes by its host or its file."""
    return look.outlet(name) if name in look.documents else clip(name, LABEL)


def _called(name: str, wanted: str, look: Lookup) -> bool:
    return outlet(name, look).casefold().startswith(wanted)


def _compared(pair: OutletPair, look: Lookup) -> Iterator[Row]:
    def row(what: str, about: str, told: tuple[str, str], how: str, claims: str = "") -> Row:
        one, other = outlet(pair.a, look), outlet(pair.b, look)
        few = FEW if pair.few else ""
        return {
            "outlet": one, "other": other, "what": what, "about": about, "first says": told[0], "other says": told[1],
            "how": how, "note": few, "claims": claims,
        }  # fmt: skip

    for figure in ranked(pair):
        about = f"{title(figure.incident, look)}: {figures.label(figure.field)}"
        claims = ", ".join((*figure.a.claims, *figure.b.claims))
        yield row("figure", about, (said(figure.a), said(figure.b)), standing(figure), claims)
    for named in sorted(pair.actors, key=in_common):
        yield row("actor called", look.actor(named.about, named.about), *_sides(named))
    for named in sorted(pair.acts, key=in_common):
        yield row("act called", f"{title(named.about, look)}: {words.act(named.type)}", *_sides(named))
    for voice in pair.quoted:
        times = (_times(voice.a), _times(voice.b))
        yield row("quoted", look.actor(voice.actor, voice.words or UNNAMED), times, "both" if all(times) else ONE)
    for name in pair.only_a:
        yield row("incident", title(name, look), ("told", ""), ONE)
    for name in pair.only_b:
        yield row("incident", title(name, look), ("", "told"), ONE)


def title(name: str, look: Lookup) -> str:
    """An incident's title."""
    return clip(look.incidents[name].title, LABEL) if name in look.incidents else name


def _times(number: int) -> str:
    return "" if not number else f"{number} claim{'' if number == 1 else 's'}"


def ranked(pair: OutletPair) -> list[FigurePair]:
    """The figures of a pair: those apart first, the widest gap before the others, then what only one gives."""
    return sorted(pair.figures, key=lambda f: (ORDER[f.how], -(f.gap or 0), f.incident, f.field))


def standing(figure: FigurePair) -> str:
    """How two figures stand to each other, in words: ``differ, 2.6 times``."""
    return f"{HOW[figure.how]}, {figure.gap:g} times" if figure.gap else HOW[figure.how]


def said(told: Told) -> str:
    """A figure in the words of its outlet; nothing where it gives none."""
    return clip(told.words, LABEL)


def in_common(named: WordsPair) -> int:
    """How many words the two have in common: who is called wholly otherwise comes first."""
    return len({name_key(word) for word, _ in named.a} & {name_key(word) for word, _ in named.b})


def likeness(named: WordsPair) -> str:
    """Whether two outlets share a word for the same, in words."""
    return "some words in common" if in_common(named) else "no word in common"


def cut(called: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Words with how often each stands, none too long to show."""
    return tuple((clip(word, 60), times) for word, times in called)


def _sides(named: WordsPair) -> tuple[tuple[str, str], str]:
    a, b = (", ".join(f"{w}{f' ({n})' if n > 1 else ''}" for w, n in cut(side)) for side in (named.a, named.b))
    return (a, b), likeness(named)
