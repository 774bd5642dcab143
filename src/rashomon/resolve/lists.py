"""Lists of actors that a user brings along: UCDP's actors, FollowTheMoney entities, or a CSV with our own columns."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

import msgspec

from rashomon.errors import InputError
from rashomon.records import content_id
from rashomon.resolve.countries import countries, country_of
from rashomon.resolve.listed import Listed, Term
from rashomon.resolve.tables import parts
from rashomon.values.names import is_acronym, name_key

KINDS: Final = (
    "state", "armed forces", "armed group", "police", "government body", "party", "igo", "media", "person", "people",
    "other",
)  # fmt: skip
LONGEST_NAME: Final = 300
Row = Mapping[str, str]

_ID: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,99}")
_DATE: Final = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


class Imported(msgspec.Struct, frozen=True):
    """What a list holds: the format it was read as, its actors, and what is wrong with it, a line each."""

    format: str
    rows: tuple[Listed, ...] = ()
    faults: tuple[str, ...] = ()
    skipped: int = 0


class Fault(Exception):
    """What is wrong with one row, in words; caught where the row's number is known."""


def read_list(data: bytes, name: str) -> Imported:
    """The actors of a list, by the format that its beginning shows; ``name`` is that of the file.

    A list with a fault in any row has no actors. InputError if it is no text, or no list of these formats.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(name, f"is not UTF-8 text (byte {error.start})") from error
    if not text.strip():
        raise InputError(name, "is empty")
    if text.lstrip()[0] == "{":
        return _gathered("FollowTheMoney", _json_rows(text), _entity)
    if text.lstrip()[0] == "[":
        raise InputError(name, "is one JSON array; FollowTheMoney is read as JSON lines, an entity a line")
    sample = text[:10_000].splitlines()[0]
    reader = csv.DictReader(io.StringIO(text), delimiter=max(",;\t", key=sample.count))
    header = {_column(column): column for column in reader.fieldnames or ()}
    read = next((read for columns, read in FORMATS if columns <= header.keys()), None)
    if read is None:
        wanted = "; or ".join(", ".join(sorted(columns)) for columns, _ in FORMATS)
        raise InputError(name, f"has none of the headers that are known: {wanted}")
    rows = ((number, {k: (row.get(v) or "").strip() for k, v in header.items()}) for number, row in _lines(reader))
    return _gathered(read.__name__.strip("_").replace("_", " "), rows, read)


def _lines(reader: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str, str]]]:
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        yield reader.line_num, {"": str(error)}


def _gathered(form: str, rows: Iterator[tuple[int, Any]], read: Callable[[Any], Listed | None]) -> Imported:
    """Rows read one by one; those of one id are one actor."""
    found: dict[str, Listed] = {}
    faults: list[str] = []
    skipped = 0
    for number, row in rows:
        try:
            one = read(row)
        except Fault as fault:
            faults.append(f"line {number}: {fault}")
            continue
        if one is None:
            skipped += 1
        elif one.id in found and found[one.id].name != one.name:
            faults.append(f"line {number}: {one.id} is '{found[one.id].name}' above and '{one.name}' here")
        else:
            found[one.id] = _joined(found[one.id], one) if one.id in found else one
    return Imported(form, () if faults else tuple(found.values()), tuple(faults), skipped)


def _joined(one: Listed, other: Listed) -> Listed:
    """Two rows of one actor: names of both, offices of both."""
    fields = ("countries", "aliases", "acronyms", "short", "terms", "external")
    both = {name: tuple(dict.fromkeys((*getattr(one, name), *getattr(other, name)))) for name in fields}
    return msgspec.structs.replace(one, **both)


def _column(written: str) -> str:
    """A column's name in one spelling: "Actor_ID" and "ActorId" are one."""
    return re.sub(r"[^a-z0-9]", "", (written or "").lower())


def _ucdp(row: Row) -> Listed | None:
    """A row of UCDP's actors: an id, a name as in its data (often an acronym), and every other column of names."""
    number = row.get("actorid") or row.get("newid") or ""
    if not number.isdigit():
        raise Fault(f"'{number}' is no UCDP actor id (a number)")
    called = [row[column] for column in row if column.startswith(("name", "orgname", "actorname")) and row[column]]
    names = [name for written in called for name in re.split(r"\s*;\s*", written) if name]
    if not names:
        raise Fault("no name")
    full = [name for name in names if not is_acronym(name)] or names[:1]
    government = full[0].lower().startswith("government of")
    return Listed(
        id=f"a-ucdp-{number}",
        name=_name(full[0]),
        kind="government body" if government else "armed group",
        countries=_lying_in(row.get("location") or ""),
        aliases=_names(full[1:]),
        acronyms=_names(name for name in names if name not in full),
        external=(("ucdp", number),),
    )


def _lying_in(words: str) -> tuple[str, ...]:
    """The countries that a cell names, in any of their names; what is no country is left out."""
    known = (country_of(part.strip()) for part in re.split(r"[;,]", words))
    return tuple(dict.fromkeys(found[0].code for found in known if found))


def _entity(row: Any) -> Listed | None:
    """A FollowTheMoney entity; of other schemata than people and bodies nothing is read."""
    if not isinstance(row, dict) or not isinstance(row.get("properties"), dict):
        raise Fault(row if isinstance(row, str) else "no FollowTheMoney entity (schema, properties)")
    kind = SCHEMATA.get(str(row.get("schema")))
    if kind is None:
        return None
    said = {key: [str(v) for v in values] for key, values in row["properties"].items() if isinstance(values, list)}
    names = [*said.get("name", ()), *said.get("alias", ()), *said.get("previousName", ())]
    if not row.get("id") or not names:
        raise Fault("an entity without an id" if names else "an entity without a name")
    weak = _names([*said.get("weakAlias", ()), *said.get("abbreviation", ())])
    person = kind == "person"
    by_two = {country.alpha2.lower(): code for code, country in countries().items()}
    homes = [code for key in ("country", "nationality", "jurisdiction") for code in said.get(key, ())]
    return Listed(
        id=content_id("a", "ftm", str(row["id"])),
        name=_name(names[0]),
        kind=kind,
        countries=tuple(dict.fromkeys(by_two[code.lower()] for code in homes if code.lower() in by_two)),
        aliases=_names(name for name in names[1:] if person or not is_acronym(name)),
        acronyms=() if person else _names([*weak, *(name for name in names[1:] if is_acronym(name))]),
        short=weak if person else (),
        external=(("ftm", str(row["id"])),),
    )


SCHEMATA: Final = {
    "Person": "person",
    "Organization": "other",
    "Company": "other",
    "LegalEntity": "other",
    "PublicBody": "government body",
}


def _json_rows(text: str) -> Iterator[tuple[int, Any]]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            try:
                yield number, msgspec.json.decode(line)
            except msgspec.DecodeError as error:
                yield number, f"no JSON ({error})"


def _office_holders(row: Row) -> Listed | None:
    """A row of our own columns for office-holders, one for each term."""
    for column in ("from", "to"):
        if row.get(column) and not _DATE.fullmatch(row[column]):
            raise Fault(f"'{row[column]}' in column {column} is no date (2012, 2012-05 or 2012-05-31)")
    if row.get("from") and row.get("to") and row["from"] > row["to"]:
        raise Fault(f"the term ends ({row['to']}) before it begins ({row['from']})")
    homes = _codes(row.get("country", ""))
    term = Term(
        relation=row["relation"].lower(),
        actor=row.get("actor", ""),
        country=homes[0] if homes else "",
        from_=row.get("from", ""),
        to=row.get("to", ""),
    )
    return Listed(
        id=_identity(row["id"]),
        name=_name(row["name"]),
        kind="person",
        countries=homes,
        aliases=_names(parts(row.get("aliases", ""))),
        short=_names(parts(row.get("short", ""))),
        terms=(term,) if term.relation else (),
        external=(("list", row["id"]),),
    )


def _actors(row: Row) -> Listed | None:
    """A row of our own columns for actors."""
    kind = row["kind"].lower()
    if kind not in KINDS:
        raise Fault(f"'{row['kind']}' is no kind of actor ({', '.join(KINDS)})")
    return Listed(
        id=_identity(row["id"]),
        name=_name(row["name"]),
        kind=kind,
        countries=_codes(row.get("countries") or row.get("country") or ""),
        aliases=_names(parts(row.get("aliases", ""))),
        acronyms=_names(parts(row.get("acronyms", ""))),
        external=(("list", row["id"]),),
    )


def _identity(written: str) -> str:
    if not _ID.fullmatch(written):
        raise Fault(f"'{written}' is no id (letters, digits, points and hyphens)" if written else "no id")
    return written if written.startswith("a-") else f"a-{written}"


def _name(written: str) -> str:
    words = " ".join(written.split())
    if not name_key(words):
        raise Fault(f"'{written}' is no name" if words else "no name")
    if len(words) > LONGEST_NAME:
        raise Fault(f"a name of {len(words)} characters")
    return words


def _names(written: Any) -> tuple[str, ...]:
    """Names with a key, each once."""
    return tuple(dict.fromkeys(_name(name) for name in written if name_key(name)))


def _codes(cell: str) -> tuple[str, ...]:
    """ISO alpha-3 codes, or names of countries."""
    found = []
    for part in parts(cell):
        known = country_of(part)
        code = part.upper() if part.upper() in countries() else known[0].code if known else None
        if code is None:
            raise Fault(f"'{part}' is no country (ISO 3166 alpha-3, or a name)")
        found.append(code)
    return tuple(dict.fromkeys(found))


# Columns by which a CSV's format is known, and who reads its rows; the first that fits.
FORMATS: Final[tuple[tuple[frozenset[str], Callable[[Row], Listed | None]], ...]] = (
    (frozenset({"id", "name", "relation"}), _office_holders),
    (frozenset({"id", "name", "kind"}), _actors),
    (frozenset({"actorid"}), _ucdp),
    (frozenset({"newid", "name"}), _ucdp),
)
