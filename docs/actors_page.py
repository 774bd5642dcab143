"""The page on actors, made from the tables and rules that it describes; `generate.py` writes it."""

import inspect
from collections import Counter

from rashomon.resolve.actors import RULES
from rashomon.resolve.countries import BODIES, countries
from rashomon.resolve.register import entries
from rashomon.vocab import load, table

ACTORS_NOTE = """\
Whom a report means is decided by these rules, in this order, for each type of mention; the first that knows
decides, and its reason stands with the judgement. A surname or an acronym alone never makes two one: it needs a
country or a fellow of the bearer in the report. `rashomon actors` lists, merges, splits, renames and imports
([command line](cli.md)); those decisions hold until they are taken back.
"""

OFFICES_NOTE = """\
A term of office holds from its first to its last day; a date known to the year or month holds for all of it. "The
French president" is who held the office on the day of the act that is told of them, where its date is told, else on the
day of the report, and where the register has one person for that day; "the then president" needs a dated act, and a
former president, a deputy or one to come is nobody by the title alone. "President Bush" is whoever of that name held
the office on that day.
Without a date an office without an end in the register is still held, and one with an end is over.
"""

SECTORS_NOTE = """\
Of the words for an actor, the last telling one before "of", "in", "from" ... decides, phrases before single words;
words that any sector has (leader, office) only where nothing else tells; "former" before an office makes a former
office-holder. A name of the register tells its kind, a person the office on the date.
"""

VOICES_NOTE = """\
A claim's `reasons` tell of its voices: under `sources` the class of each unnamed one, under `voices` who says the same
or is not named, under `said` why a voice has no time, under `speaker` why it is no known actor, and under `partisan`
that the speaker acts in what is told, is hit by it, or belongs to those who do or are. That a state tells of its
civilians who were hit does not make it a party.
"""
LISTS_NOTE = """\
`rashomon actors import CASE FILE` knows the actors of a list beside the register. An imported actor that bears the full
name or an alias of one actor of the register, and is at home nowhere else, is that one; else it is new. Every row is
checked first: with a fault in any, nothing is taken.

| format | how it is known | what is read |
|---|---|---|
| UCDP actors, CSV | a column ActorId | the id, every column of names, Location; "Government of ..." is a government |
| FollowTheMoney, JSON lines | an entity a line | people, organisations, companies, public bodies: names, country |
| actors, CSV | columns id, name, kind | countries, aliases, acronyms, parted by semicolons |
| office-holders, CSV | columns id, name, relation | a row for each term: aliases, short, country, actor, from, to |
"""

NOT_ACTORS = """\
- An event's own date: an office is looked up for the report's day; a claim graph's times belong to acts, not people.
- Pronouns and nouns that go back to words which a person split off stay with the actor; name the report to split these.
- Which of two people of one full name is meant, where nothing but the name is told.
- Sectors of single people whom the register lacks and the words do not describe.
"""


def page(note: str) -> str:
    """Who is in the register, how a mention becomes an actor, sectors, offices, unnamed sources, what is not known.

    ``note`` is the line that says that the page is made from the code.
    """
    lines = [note, "# Actors\n", "## How a mention becomes an actor\n", ACTORS_NOTE, "| mention | rules |", "|---|---|"]
    lines += [f"| `{kind}` | {', '.join(rule.__name__ for rule in rules)} |" for kind, rules in RULES.items()]
    every = dict.fromkeys(rule for rules in RULES.values() for rule in rules)
    lines += ["\n| rule | what it says |", "|---|---|"]
    lines += [f"| {rule.__name__} | {cell(inspect.getdoc(rule) or '')} |" for rule in every]
    lines += ["\n## The register\n", f"{len(countries())} countries, each with: state, {', '.join(BODIES)}.\n"]
    bodies = {row["id"] for row in (*table("actors"), *table("leaders"))}
    kinds = Counter(entry.actor.kind for name, entry in entries().items() if name in bodies)
    lines += ["| kind | actors | among them |", "|---|---:|---|"]
    for kind, count in sorted(kinds.items()):
        some = [entry.actor.name for name, entry in entries().items() if name in bodies and entry.actor.kind == kind]
        lines.append(f"| {kind} | {count} | {cell('; '.join(some[:4]))} |")
    terms = [term for entry in entries().values() for term in entry.terms]
    lines += ["\n## Offices\n", OFFICES_NOTE, "| office | terms |", "|---|---:|"]
    lines += [f"| {office} | {count} |" for office, count in sorted(Counter(t.relation for t in terms).items())]
    sectors = load("sectors")
    lines += ["\n## Sectors\n", SECTORS_NOTE, "| code | what it is | words |", "|---|---|---|"]
    for code, meant in sectors["names"].items():
        words = sectors["words"].get(code, [])
        lines.append(f"| {code} | {meant} | {', '.join(words[:8])}{' ...' if len(words) > 8 else ''} |")
    lines += ["\n## Unnamed sources\n", VOICES_NOTE]
    lines += ["| class | words |", "|---|---|"]
    lines += [f"| {name} | {', '.join(words[:8])} ... |" for name, words in load("sources")["classes"].items()]
    lines += ["\n## Lists of one's own\n", LISTS_NOTE, "## What is not understood\n", NOT_ACTORS]
    return "\n".join(lines).rstrip() + "\n"


def cell(text: str) -> str:
    """Text that stays in its cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")
