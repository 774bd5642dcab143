"""A record whose every word is an attack on the page: in titles, names, outlets, places, quotes, amounts, times."""

import msgspec

from rashomon.records import (
    Actor,
    Alias,
    AnyClaim,
    Disagreement,
    Document,
    Finding,
    Incident,
    Origin,
    Place,
    Record,
    Side,
    Standpoint,
)
from rashomon.testing import make_claim, make_day, make_document, make_mention, make_span

BREAKS = "</script><script>window.hacked=1</script><!--<img src=x onerror=window.hacked=2>-->"
ATTRIBUTE = '" onmouseover="window.hacked=3" x=\''
BIDI = "left \u202eright\u2066 end"
FORMULA = "=1+1"
NAMES = ("__proto__", "constructor", f"{FORMULA},{BREAKS}", f"{BIDI}{ATTRIBUTE}", "&lt;b&gt; {{ 7*7 }} ${1}")
LONG = "x" * 1_000_000
HALF = "\ud800"


def hostile_record() -> Record:
    """Five reports of outlets with hostile names, of one incident with a hostile title, all of them counting."""
    documents = tuple(_report(number, name) for number, name in enumerate(NAMES, start=1))
    told = [_claims(document, number) for number, document in enumerate(documents, start=1)]
    claims = tuple(claim for made in told for claim in made)
    tolls = tuple(made[1].id for made in told)
    incident = Incident(
        id="i-hostile",
        title=f"{FORMULA} Raid {BREAKS} {BIDI}",
        type="ASSAULT",
        period=make_day("2031-05-12"),
        place="p-1",
        actors=tuple(f"a-{number}" for number in range(1, 6)),
        claims=tuple(claim.id for claim in claims),
        documents=tuple(document.id for document in documents),
        origins=tuple(Origin(documents=(document.id,), speaker=BREAKS, why=BREAKS) for document in documents),
    )
    return msgspec.structs.replace(
        Record(rashomon="0", schema="1", case=f"{BREAKS}{FORMULA}"),
        documents=documents,
        claims=claims,
        actors=tuple(
            Actor(id=f"a-{n}", name=name, kind="armed group",
                  aliases=tuple(Alias(words=other, document=documents[n - 1].id, count=2) for other in NAMES))
            for n, name in enumerate(NAMES, start=1)
        ),
        places=(Place(id="p-1", name=BREAKS, kind="town", why=BREAKS),),
        incidents=(incident,),
        findings=(
            Finding(incident=incident.id, field=f"killed: {BREAKS}", policy="range", low=1, high=5,
                    backing=tuple(Standpoint(claim=toll, reason=BREAKS) for toll in tolls)),
            Finding(incident=incident.id, field="killed", policy="range", low=1, high=5,
                    backing=tuple(Standpoint(claim=toll, reason=BREAKS) for toll in tolls)),
        ),
        disagreements=(
            Disagreement(id="x-1", kind="figure", about=incident.id, scope="between", why=BREAKS,
                         sides=tuple(Side(says=f"{FORMULA} {BREAKS}", claims=(toll,)) for toll in tolls)),
        ),
    )  # fmt: skip


def _report(number: int, name: str) -> Document:
    toll = f"The raid killed {number} people {BIDI} {FORMULA}, {name} said."
    text = f"Fighters of {name} stormed {BREAKS}. {toll} {ATTRIBUTE} {LONG if number == 1 else ''} {HALF}"
    return make_document(
        text, source=f"reports/{number}.txt", title=f"{BREAKS} {BIDI} {HALF}", publisher=name, byline=BREAKS,
        url="javascript:window.hacked=4", language='en" onload="x', published=f"2031-05-1{number}",
    )  # fmt: skip


def _claims(document: Document, number: int) -> list[AnyClaim]:
    name = NAMES[number - 1]
    storm = document.text[: document.text.index("stormed") + len("stormed") + len(BREAKS) + 2]
    toll = document.text[len(storm) + 1 : document.text.index(" said.") + len(" said.")]
    agent = make_mention(document, name, make_span(document, storm), actor=f"a-{number}", why=BREAKS)
    other = make_mention(document, "Fighters", actor=f"a-{number % 5 + 1}", why=BREAKS)
    event = make_claim("event", document, storm, type="ASSAULT", trigger="stormed", roles={"agent": (agent,)})
    amount = str(number)
    return [
        event,
        make_claim("figure", document, toll, measure="killed", lower=number, upper=number, words=amount,
                   counted=make_mention(document, "people"), basis="incident", event=event.id, by=[(name, "said")],
                   hedge=FORMULA),
        make_claim("tie", document, storm, left=agent, right=other, relation="ally" if number % 2 else "hostile",
                   sign="+" if number % 2 else "-"),
        make_claim("naming", document, storm, mention=agent, words=name, actor=agent.actor),
        make_claim("cause", document, toll, cause=event.id, effect=make_mention(document, "people"), strength="stated"),
        make_claim("flow", document, storm, what="weapons", origin=agent, dest=other),
    ]  # fmt: skip
