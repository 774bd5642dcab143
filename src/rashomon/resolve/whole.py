"""The whole of GeoNames, where a user imported it: an indexed file beside the built-in gazetteer, looked up by name."""

import math
from functools import lru_cache
from pathlib import Path
from typing import Final

import apsw
import msgspec

from rashomon.errors import InputError
from rashomon.values.place import REACH_KM

FILE: Path = Path.home() / ".local" / "share" / "rashomon" / "gazetteer.db"
"""Where the imported gazetteer is kept and looked for."""
FORMAT: Final = 1
MOST_BEARERS: Final = 400

# Kinds by GeoNames' feature code, and by class where the code says nothing else.
_BY_CODE: Final = {
    **dict.fromkeys(("ADM1", "ADM1H"), "province"),
    **dict.fromkeys(("MT", "MTS", "PK", "PKS", "HLL", "HLLS", "RDGE", "PASS", "VLC"), "mountain"),
    **dict.fromkeys(("DSRT", "ERG"), "desert"),
    **dict.fromkeys(("ISL", "ISLS", "ISLET", "ATOL"), "island"),
    **dict.fromkeys(("STM", "STMS", "STMI", "WAD", "CNL", "VAL", "DLTA"), "river"),
    **dict.fromkeys(("LK", "LKS", "LKI", "RSV", "LGN"), "lake"),
    **dict.fromkeys(("SEA", "OCN", "GULF", "STRT", "CHN", "BAY"), "sea"),
    **dict.fromkeys(("RGN", "RGNE", "RGNH", "AREA", "CONT", "PLN", "PLNU"), "region"),
    **dict.fromkeys(("CMP", "CMPRF", "CMPL", "CMPO"), "camp"),
    **dict.fromkeys(("MILB", "INSM", "AIRB", "NVB", "FT"), "base"),
    **dict.fromkeys(("PSTB", "CSTM", "XING"), "crossing"),
    **dict.fromkeys(("PPLX", "PPLH"), "neighbourhood"),
}
_BY_CLASS: Final = {"A": "district", "P": "town", "T": "mountain", "H": "lake", "L": "region", "S": "site"}
# How well known, in powers of ten, what GeoNames gives no people.
_WEIGHTS: Final = {"province": 5.0, "district": 4.0, "sea": 5.0, "river": 3.6, "lake": 3.4, "region": 3.4}


class Bearer(msgspec.Struct, frozen=True):
    """A place of the imported file that bears a name; ``spelt``: 1 if the name is its usual one."""

    geonameid: int
    name: str
    lat: float
    lon: float
    kind: str
    country: str
    admin1: str
    population: int
    spelt: int

    @property
    def weight(self) -> float:
        """How well known it is, as the power of ten of its people."""
        return max(math.log10(self.population + 10), _WEIGHTS.get(self.kind, 2.5))

    @property
    def radius_km(self) -> float:
        """Its reach: that of its people for towns, else the usual one of its kind."""
        return round(1 + math.sqrt(self.population) / 100) if self.kind == "town" else REACH_KM.get(self.kind, 10.0)


class About(msgspec.Struct, frozen=True):
    """What an imported file holds: its source's name, places, names, and the feature classes kept."""

    source: str
    places: int
    names: int
    classes: str


def kind_of_feature(feature_class: str, code: str) -> str | None:
    """The kind of place of GeoNames' feature class and code; None for countries, which the tables have."""
    if code.startswith("PCL"):
        return None
    return _BY_CODE.get(code, _BY_CLASS.get(feature_class))


def about(file: Path) -> About | None:
    """What the file holds; None where there is none. Raises InputError if it is something else."""
    connection = opened(file)
    if connection is None:
        return None
    held = dict(connection.execute("SELECT key, value FROM about"))
    return About(held["source"], int(held["places"]), int(held["names"]), held["classes"])


@lru_cache(maxsize=32768)
def bearers(file: Path, key: str) -> tuple[Bearer, ...]:
    """The places of the file that bear the name of the key, best known first; none without a file."""
    held = opened(file)
    if held is None:
        return ()
    rows = held.execute(
        "SELECT p.id, p.name, lat, lon, kind, country, admin1, population, spelt"
        " FROM name n JOIN place p ON p.id = n.id WHERE n.key = ? ORDER BY population DESC, p.id LIMIT ?",
        (key, MOST_BEARERS),
    )
    return tuple(Bearer(*row) for row in rows)


@lru_cache(maxsize=4)
def opened(file: Path) -> apsw.Connection | None:
    """The file, opened once per process for reading."""
    if not file.exists():
        return None
    try:
        connection = apsw.Connection(str(file), flags=apsw.SQLITE_OPEN_READONLY)
        found = dict(connection.execute("SELECT key, value FROM about"))
    except apsw.Error as error:
        raise InputError(str(file), "no imported gazetteer, or a damaged one; import it anew") from error
    if found.get("format") != str(FORMAT):
        raise InputError(str(file), "imported by another version of the program; import it anew")
    return connection
