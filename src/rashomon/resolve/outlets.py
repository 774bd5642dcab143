"""Where a report's outlet is at home: the country of its web address or of the register, the town it is named after."""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

import msgspec

from rashomon.records import Document
from rashomon.resolve.countries import countries
from rashomon.resolve.gazetteer import spots
from rashomon.resolve.register import hits
from rashomon.values.names import name_key
from rashomon.vocab import load

_LETTERS = re.compile(r"[^a-z]")
_LEAST: Final = 5  # letters of a town's name that an address may begin with
_LONGEST: Final = 80
# Endings of addresses that anybody in the world takes.
_ANYBODY: Final = frozenset(["tv", "me", "co", "io", "ai", "fm", "cc", "ws", "to", "nu", "st", "la", "sh", "gl", "am"])


class Home(msgspec.Struct, frozen=True):
    """An outlet's country (alpha-3), and the letters of its name and address, in which a town's name may stand."""

    country: str | None = None
    letters: tuple[str, ...] = ()
    town: str | None = None


def home_of(document: Document) -> Home:
    """What the document's publisher and address say of where its outlet is at home."""
    publisher = document.publisher or ""
    return _home(_host(document.url or "") or _host(publisher), publisher)


@lru_cache(maxsize=1024)
def _home(host: str, publisher: str) -> Home:
    """Where the outlet of a host and of a publisher's name is at home."""
    label = _label(host)
    letters = tuple(sorted({part for part in (label, _squeezed(publisher)) if len(part) >= _LEAST}))
    registered = [hit.entry for hit in hits(publisher)] if publisher else []
    media = sorted({c for entry in registered if entry.actor.kind == "media" for c in entry.countries})
    country = _of_address(host) or (media[0] if len(media) == 1 else None)
    return Home(country=country, letters=letters, town=_town(label))


def named_after(home: Home, key: str) -> bool:
    """Whether the outlet bears the name in its own: "The Paris News" and ``theparisnews.com`` that of Paris."""
    squeezed = key.replace(" ", "")
    return len(squeezed) >= _LEAST and any(squeezed in part for part in home.letters)


def _squeezed(words: str) -> str:
    return _LETTERS.sub("", name_key(words[:_LONGEST]))


def _host(address: str) -> str:
    """The host of a web address, or an address without its scheme; empty for other words."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host if "." in host and " " not in host else ""


def _label(host: str) -> str:
    """The part of a host that its owner chose: "theparisnews" of "www.theparisnews.com"."""
    parts = [part for part in host.split(".")[:-1] if part not in ("www", "co", "com", "org", "net", "gov")]
    return _LETTERS.sub("", max(parts, key=len, default="")[:_LONGEST])


@lru_cache(maxsize=1)
def _endings() -> dict[str, str]:
    """Country by the ending of addresses."""
    found = {country.alpha2.lower(): code for code, country in countries().items()}
    return {ending: code for ending, code in found.items() if ending not in _ANYBODY} | {"uk": "GBR"}


def _of_address(host: str) -> str | None:
    return _endings().get(host.rpartition(".")[2])


@lru_cache(maxsize=1024)
def _town(label: str) -> str | None:
    """The town's name with which an address begins, where a newspaper's word follows: "columbus" of "columbusnews"."""
    label = label.removeprefix("the").removeprefix("my")
    words = tuple(load("groups")["outlets"]["words"])
    for length in range(len(label), _LEAST - 1, -1):
        if label[length:].startswith(words) and spots(label[:length]):
            return label[:length]
    return None
