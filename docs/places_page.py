"""The page on places, from the tables and from the program's own answers on invented sentences."""

import inspect

import msgspec

PLACES = """\
Every mention that is somewhere gets a place with a point, a radius, a country and, where known, a first-level region,
each with the reason. The built-in gazetteer holds the towns of 500 people and more of GeoNames, {countries} countries,
{regions} first-level regions, {counties} second-level ones (American counties) and {places} places of this project's
own list: battlefields, camps, crossings, regions that no atlas has. `rashomon places import allCountries.zip` adds
the whole of GeoNames; `rashomon places find NAME` lists who bears a name. All names of one report are read together.

The first look-up ever reads and indexes GeoNames' towns (1.1 s, 142 MB). The index is kept in `~/.cache/rashomon`
(11 MB, and a little for each country spoken of; it may be deleted at any time), from where later starts read it (0.4 s,
117 MB). It is made anew whenever GeoNames' file or the rules for spellings change, or it is damaged; where nothing can
be written, each start reads the towns.
"""
PLACE_EXAMPLES = (
    ("A shell fell on [Gao] in [Mali].", "Gao"),
    ("[Henry County], [McKenzie] and [Paris] sent engines to [Weakley County].", "Paris"),
    ("It rained in [Alexandria], [Louisiana].", "Alexandria"),
    ("It rained in [Alexandria] and [Cairo].", "Alexandria"),
    ("The [Dagestanis] went home.", "Dagestanis"),
    ("They fled to [northern Mali].", "northern Mali"),
    ("He is from [St. Cloud].", "St. Cloud"),
    ("From [Kolvarra] to [Gao] and [Ansongo] in [Mali].", "Kolvarra"),
)
PLACE_WEIGHTS = """\
The place with the most points is taken; the lead over the next is the score. Company: other names of the report have
places near it; names with many bearers count by their likely ones, and a place at 100 km for a third of one at hand.
A small place that nothing speaks for is *unsure*.
"""
AREAS = """\
## Areas

Words beside a name make an area of it, whose point and reach are reckoned from the named places; the place says so.

| words | the area |
|---|---|
| 40 km south of Gao | that far in that direction; the radius is a fifth of the distance, at least 5 km |
| between Gao and Ansongo; the Gao-Ansongo road; the road from Gao to Ansongo | halfway, as far as either; not between \
countries, nor over 600 km |
| the road to Gao | around the town, its radius and {road} km more: how far out is not said |
| outside Gao; on the {outskirts} of Gao | around the town, its radius and {outskirts_km} km more |
| the {suburbs} of Gao; Gao's southern suburbs | its radius and {suburbs_km} km more; a side of them lies within the \
town's edge |
| the {countryside} of Gao; rural Gao; north of Gao | around the town, its radius and {countryside_km} km more |
| northern Mali; in the north of Mali | the outer third of the country's towns on that side |
| the border between Niger and Nigeria; the Turkish/Syrian border | the border on this project's list |
| the border with Libya | that with the neighbour which the sentence, or else the report, speaks of most |

A noun among these words ("the outskirts", "a checkpoint on the road to Gao") is in the area, too.
"""
PLACES_LACK = """\
## What is not understood

- Villages under 500 people, hills, streams and streets, until the whole of GeoNames is imported; then those it has.
- Districts outside the United States, but where they are called after a town in them: then the land around that town.
- Two places of one name in one report: one name has one sense in a report.
- Kilometre-exact positions: a region's point is its middle, and its radius says how far it reaches.
- Names that no gazetteer has get no point from `rashomon read`; only where stretches are asked for by themselves
  (`rashomon.resolve.locator`) may they be put, as a guess that says so, among the report's other places.
"""


def page(note: str) -> str:
    """Where is meant: the tables, what speaks for a place, examples, and what is not understood."""
    from rashomon.resolve import context
    from rashomon.vocab import load, table

    counts = {name: len(table(name)) for name in ("countries", "regions", "counties", "places")}
    lines = [
        note,
        "# Places\n",
        PLACES.format(**counts),
        "| words in the report | place | kind | why |",
        "|---|---|---|---|",
    ]
    lines += [place_example(text, words) for text, words in PLACE_EXAMPLES]
    lines += ["\n## What speaks for a place\n", PLACE_WEIGHTS, "| | what it says | points |", "|---|---|---|"]
    points = msgspec.structs.asdict(context.WEIGHTS)
    named = {"_within": "5 to 7", "_region": points["region"], "_outlet": points["home"], "_world": points["world"]}
    named |= {"_country": f"{points['spoken']}, and {points['share']} times its share"}
    named |= {"_company": f"{points['company']} times the logarithm"}
    for feature in context.FEATURES:
        said = cell(inspect.getdoc(feature) or "")
        lines.append(f"| {feature.__name__.strip('_')} | {said} | {named[feature.__name__]} |")
    lines.append(
        f"| fame | The power of ten of its people; {points['spelt']} more for its usual name. | {points['fame']} each |"
    )
    lines += ["\n## Words that say what a place is\n", "| kind | last words | first words |", "|---|---|---|"]
    ends, starts = load("groups")["places"], load("groups")["place_starts"]
    lines += [f"| {kind} | {', '.join(ends[kind])} | {', '.join(starts.get(kind, ()))} |" for kind in ends]
    return "\n".join([*lines, "", areas(), PLACES_LACK])


def areas() -> str:
    """What words beside a name make of it, with the nouns and distances of the table."""
    from rashomon.vocab import load

    outlying = load("groups")["outlying"]
    nouns = {what: f"{words[0]} (or {', '.join(words[1:])})" for what, words in outlying.items()}
    reach = load("groups")["outlying_reach"]
    return AREAS.format(**nouns, **{f"{what}_km": km for what, km in reach.items()}, road=reach["road"])


def place_example(text: str, words: str) -> str:
    """One invented sentence's place as a row."""
    from rashomon.records import Document
    from rashomon.resolve.locator import Locator

    document = Document(id="d", source="", digest="", text_digest="", text=text.replace("[", "").replace("]", ""))
    stretches, at = [], 0
    for part in text.split("[")[1:]:
        at = document.text.index(part.split("]")[0], at)
        stretches.append((at, at + len(part.split("]")[0])))
    found = Locator().locate(document, stretches)
    place, why = next(
        (d.found, d.why) for (a, b), d in zip(stretches, found, strict=True) if d and document.text[a:b] == words
    )
    where = ", ".join(part for part in (place.name, getattr(place, "admin1", None), place.country) if part)
    shown = text.replace(f"[{words}]", f"**{words}**").replace("[", "").replace("]", "")
    return f"| {cell(shown)} | {where} | {place.kind} | {cell(why)} |"


def cell(text: str) -> str:
    """Text that stays in its cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
