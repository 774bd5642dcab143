"""Who says it: the chain of speakers above a trigger, from the document's author inward."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, Literal

from rashomon.interpret.dates import When
from rashomon.interpret.mentions import is_title, mention_of, mention_spans, representative
from rashomon.interpret.partisans import partisan
from rashomon.interpret.sources import told_sources
from rashomon.interpret.weave import Weave
from rashomon.interpret.wording import is_name, tokens, word_set
from rashomon.records import Period, Row, Span, Voice
from rashomon.values.quotations import quotation_at
from rashomon.vocab.scheme import SPEECH

AUTHOR: Final = Voice(words="", start=0, end=0)


class Chain(Row, frozen=True, kw_only=True):
    """The voices of a trigger, the speech triggers they speak through (outermost first), and what was left open.

    ``own`` is False where the trigger has them from one that it is told together with.
    """

    voices: tuple[Voice, ...]
    through: tuple[str, ...] = ()
    own: bool = True
    spans: tuple[Span, ...] = ()
    reasons: dict[str, str] = {}


def chain(weave: Weave, trigger: str, times: Mapping[str, When]) -> Chain:
    """The voices above a trigger: the author, then each speaker inward; ``times`` gives the time of each trigger.

    Where two speakers say the same thing, the more probable edge (then the nearer one) is followed, and the other
    speaker is named in ``reasons["voices"]``; unnamed speakers have their class in ``reasons["sources"]``; voices
    without a time of saying tell why in ``reasons["said"]``, and a speaker who is a party to the act is told in
    ``reasons["partisan"]``. Speech that is itself denied ("has not commented on") lends no voice.
    """
    kin = trigger if speakers_of(weave, trigger) else said_with(weave, trigger)
    through, others = _climb(weave, kin or trigger)
    voices, spans, notes, untimed = [AUTHOR], [], [], []
    if kin and kin != trigger:
        notes.append(f'said together with "{weave.words(kin)}"')
    for speech, said in pairwise([*through, trigger]):
        if _speaks_on(weave, speech, said):
            continue
        voice, used, note = _voice(weave, speech, said, times[speech].period)
        voices.append(voice)
        spans += [weave.span_of(speech), *used]
        notes += [note] if note else []
        untimed += [] if voice.when else [f'"{weave.words(speech)}": {times[speech].why}']
    notes += [f'also said by "{_speaker_words(weave, other)}"' for other in others]
    reasons = {
        "voices": "; ".join(notes),
        "sources": told_sources(voices),
        "said": "; ".join(untimed),
        "partisan": partisan(weave, through[-1], trigger, voices[-1].form == "direct") if through else "",
    }
    return Chain(
        voices=tuple(voices),
        through=tuple(through),
        own=kin == trigger,
        spans=tuple(spans),
        reasons={name: why for name, why in reasons.items() if why},
    )


def _speaks_on(weave: Weave, speech: str, said: str) -> bool:
    """Whether the same speaker speaks on through the next trigger ("in a statement, X called for"): one voice."""
    one, other = (weave.out(trigger, "agent")[:1] for trigger in (speech, said))
    if not one or not other or weave.nodes[said].type not in SPEECH or not weave.out(said, "content"):
        return False
    return other[0].target in weave.cluster(one[0].target)


def speakers_of(weave: Weave, trigger: str) -> list[str]:
    """The speech triggers whose content a trigger is, those that only decline to speak left out."""
    parents = weave.speech_parents(trigger)
    return (
        [edge.source for edge in parents if asserts(weave, edge.source, trigger)] if parents else that(weave, trigger)
    )


def that(weave: Weave, trigger: str) -> list[str]:
    """The speech trigger before "that" in whose clause a trigger stands, if nothing is annotated as its content.

    "Adding that forty had taken part": the nearest speech of the sentence before the trigger, with nothing but a word
    or three between it and "that".
    """
    start, here = weave.nodes[trigger].start, weave.sentence(trigger)
    before = [n for n in weave.triggers() if weave.nodes[n].type in SPEECH and weave.nodes[n].end <= start]
    near = max(before, key=lambda n: weave.nodes[n].end, default=None)
    if near is None or weave.sentence(near) != here or weave.nodes[near].type != "SAY" or weave.out(near, "content"):
        return []
    end = weave.nodes[near].end
    words = weave.document.text[end : min(start, end + 60)].lower().split()[:4]
    return [near] if "that" in words and asserts(weave, near, trigger) else []


def said_with(weave: Weave, trigger: str) -> str | None:
    """The trigger whose speaker also tells this one, which is itself no content of any speech.

    Speech is annotated down to the main triggers of what is said; what hangs on those by a cause in one sentence
    ("said an attack killed five"), or stands with them in one quotation, is told by the same speaker.
    """
    here = weave.sentence(trigger)
    linked = [edge.source for edge in weave.into(trigger, "causes")]
    linked += [edge.target for edge in weave.out(trigger, "causes")]
    for other in linked:
        if weave.sentence(other) == here and speakers_of(weave, other) and trigger not in speakers_of(weave, other):
            return other
    stretch = quotation_at(weave.document.text, weave.nodes[trigger].start)
    if stretch is None:
        return None
    near = [other for other in weave.triggers() if stretch[0] <= weave.nodes[other].start < stretch[1]]
    near = [
        other
        for other in near
        if any(not stretch[0] <= weave.nodes[speech].start < stretch[1] for speech in speakers_of(weave, other))
    ]
    start = weave.nodes[trigger].start
    return min(near, key=lambda other: (abs(weave.nodes[other].start - start), other), default=None)


def _climb(weave: Weave, trigger: str) -> tuple[list[str], list[str]]:
    """Speech triggers above, outermost first, and the competing parents of the trigger itself."""
    through: list[str] = []
    others: list[str] = []
    at = trigger
    while True:
        fresh = [parent for parent in speakers_of(weave, at) if parent != trigger and parent not in through]
        if not fresh:
            return through[::-1], others
        if at == trigger:
            others = fresh[1:]
        at = fresh[0]
        through.append(at)


def asserts(weave: Weave, speech: str, content: str) -> bool:
    """Whether a speech trigger puts its content forward.

    "Has not commented on the strike" does not; nor does "condemned the strike": that takes the strike for granted, in
    the author's own voice. Praise or blame "for shelling the town", or in quotation marks, does tell of the shelling.
    """
    node = weave.nodes[speech]
    if node.type == "SAY":
        return node.flag != "neg"
    if node.type == "REJECT" and weave.nodes[content].type in SPEECH:
        return False  # a demand that is rejected was made, whoever rejects it
    takes = node.type in ("SUPPORT", "CONCEDE") or (node.type == "ACCUSE" and node.mode == "disapprove")
    return not takes or quoted_apart(weave, content, speech) or not is_noun(weave, content)


def is_noun(weave: Weave, trigger: str) -> bool:
    """Whether an article, possessive or `of` within three words before a trigger shows it to be a noun."""
    start = weave.nodes[trigger].start
    before = weave.document.text[max(0, start - 40) : start].lower().split()[-3:]
    return any(word in word_set("cues", "noun", "before") or word.endswith(("'s", "’s")) for word in before)


def _voice(weave: Weave, speech: str, said: str, when: Period | None) -> tuple[Voice, list[Span], str]:
    cue = weave.span_of(speech)
    speakers = weave.out(speech, "agent") or [
        edge for edge in weave.out(speech, "instrument") if weave.nodes[edge.target].type == "DOC"
    ]
    form: Literal["direct", "indirect"] = "direct" if quoted_apart(weave, said, speech) else "indirect"
    if not speakers:
        voice = Voice(words=cue.quote, start=cue.start, end=cue.end, cue=cue, form=form, when=when)
        return voice, [], f'nobody is named as speaker of "{cue.quote}"'
    first, *more = [_speaker(weave, edge.target) for edge in speakers]
    shown = mention_of(weave, first)
    voice = Voice(words=shown.words, start=shown.start, end=shown.end, cue=cue, form=form, when=when)
    together = ", ".join(f'"{mention_of(weave, other).words}"' for other in more)
    return voice, mention_spans(weave, first), f"said together with {together}" if more else ""


def _speaker(weave: Weave, node_id: str) -> str:
    """Who speaks: the name, where the graph has its title or office as the speaker ("{Col.} {Ada Korr} said")."""
    named = representative(weave, node_id)
    if named is None or weave.nodes[node_id].type != "PER" or not is_name(weave.words(named)):
        return node_id
    words = weave.words(node_id)
    office = words.endswith(".") or bool(set(tokens(words)) & word_set("relations", "office", "words"))
    if not is_name(words):
        return named if weave.sentence(named) == weave.sentence(node_id) else node_id
    return named if office and is_title(weave, node_id) else node_id


def _speaker_words(weave: Weave, speech: str) -> str:
    agents = weave.out(speech, "agent")
    return mention_of(weave, agents[0].target).words if agents else weave.words(speech)


def quoted_apart(weave: Weave, said: str, cue: str) -> bool:
    """Whether a trigger stands inside quotation marks that its cue stands outside of."""
    stretch = quotation_at(weave.document.text, weave.nodes[said].start)
    return stretch is not None and not stretch[0] <= weave.nodes[cue].start < stretch[1]
