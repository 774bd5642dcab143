"""What a site's robots.txt asks of programs (RFC 9309): whether this one may fetch a path."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

LIMIT = 512_000  # bytes of a robots.txt; the RFC asks for 500 KiB at least
AGENT = "rashomon"
_PERCENT = re.compile(r"%([0-9A-Fa-f]{2})")
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
_LINE = re.compile(r"\r\n|\n|\r")


class Rule(NamedTuple):
    """One line of a group: the path it is about, in which ``*`` is anything and a ``$`` at the end is the end."""

    path: str
    allow: bool


Rules = tuple[Rule, ...]


def rules_of(data: bytes) -> Rules:
    """The rules for this program: those of the groups that name it, else of those for all (``*``)."""
    named: dict[str, list[Rule]] = {}
    agents: list[str] = []
    begun = False
    for key, value in _records(data):
        if key == "user-agent":
            agents = [] if begun else agents
            agents.append(value.split("/")[0].strip().lower())
            named.setdefault(agents[-1], [])
            begun = False
        elif key in ("allow", "disallow"):
            begun = True
            if value:  # an empty one forbids nothing
                for agent in agents:
                    named[agent].append(Rule(_plain(value), key == "allow"))
    return tuple(named.get(AGENT, named.get("*", ())))


def allowed(rules: Sequence[Rule], path: str) -> bool:
    """Whether a path (with its query) may be fetched: the longest rule that fits decides, and ``allow`` a tie."""
    path = _plain(path)
    fitting = [rule for rule in rules if _fits(rule.path, path)]
    return path == "/robots.txt" or max((len(rule.path), rule.allow) for rule in (*fitting, Rule("", True)))[1]


def _records(data: bytes) -> Iterator[tuple[str, str]]:
    """The lines ``key: value``, without comments."""
    for line in _LINE.split(data.decode("utf-8-sig", "replace")):
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _plain(path: str) -> str:
    """A path with everything but ASCII percent-encoded, and nothing encoded that needs no encoding."""
    octets = path.encode("utf-8", "replace")
    encoded = "".join(chr(octet) if 0x20 < octet < 0x7F else f"%{octet:02X}" for octet in octets)

    def decoded(match: re.Match[str]) -> str:
        letter = chr(int(match[1], 16))
        return letter if _UNRESERVED.match(letter) else match[0].upper()

    return _PERCENT.sub(decoded, encoded)


def _fits(pattern: str, path: str) -> bool:
    """Whether a rule's path is the beginning of ``path``; each star takes as little as it can, so in linear time."""
    whole = pattern.endswith("$")
    first, *rest = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if not rest:
        return not whole or at == len(path)
    last = rest.pop() if whole else ""
    for piece in rest:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not whole or (path.endswith(last) and len(path) - len(last) >= at)
