"""Every pattern of the package takes 50 ms, or time in proportion, on 100,000 characters of its own words."""

import importlib
import pkgutil
import re
import re._constants as codes
import re._parser as parser
import time
from types import ModuleType

import msgspec
import pytest
import re2

import rashomon

LENGTH = 100_000
MOST = 0.05  # seconds
# Modules that need what is not installed everywhere, or do something when imported.
LEFT = ("rashomon.cli.__main__",)


def modules():
    for found in pkgutil.walk_packages(rashomon.__path__, "rashomon."):
        if found.name not in LEFT:
            yield importlib.import_module(found.name)


def held(value, depth=0):
    """Every compiled pattern in a module's value: alone, in tuples, tables, and fields of records."""
    if isinstance(value, (re.Pattern, re2._Regexp)):
        yield value
    elif depth < 4 and isinstance(value, dict):
        for inner in [*value.keys(), *value.values()]:
            yield from held(inner, depth + 1)
    elif depth < 4 and isinstance(value, (list, tuple, set, frozenset)):
        for inner in value:
            yield from held(inner, depth + 1)
    elif depth < 4 and isinstance(value, msgspec.Struct):
        for name in type(value).__struct_fields__:
            yield from held(getattr(value, name), depth + 1)


def patterns():
    found = {}
    for module in modules():
        for name, value in vars(module).items():
            if not isinstance(value, (ModuleType, type)):
                for pattern in held(value):
                    found.setdefault(
                        (pattern.pattern, pattern.flags if isinstance(pattern, re.Pattern) else -1),
                        (f"{module.__name__}.{name}", pattern),
                    )
    return sorted(found.values(), key=lambda pair: pair[0])


def words_of(pattern):
    """Stretches that a pattern begins with or repeats: what its parts match, each as often as it may, short of the end."""  # noqa: E501
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    try:
        tree = parser.parse(source)
    except re.error:  # re2's own syntax
        return {"a1 ", source[:40]}
    found = set()
    whole = made(tree, found)
    return {words for words in {whole, whole[: len(whole) // 2], *found} if words.strip()}


def made(tree, found):
    """A text that a parsed pattern matches; those of its repeats are added to ``found``."""
    out = []
    for code, value in tree:
        if code in (codes.LITERAL, codes.NOT_LITERAL):
            out.append(chr(value) if code is codes.LITERAL else "~")
        elif code is codes.IN:
            out.append(one_of(value))
        elif code is codes.ANY:
            out.append("x")
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            least, most, inner = value
            words = made(inner, found)
            found.add(words)
            out.append(words * max(1, min(int(least) or 1, 4), min(int(most), 3)))
        elif code is codes.SUBPATTERN:
            out.append(made(value[3], found))
        elif code is codes.BRANCH:
            branches = [made(branch, found) for branch in value[1]]
            found.update(branches[:20])
            out.append(branches[0])
    return "".join(out)


def one_of(value):
    """A character of a class."""
    for code, inner in value:
        if code is codes.LITERAL:
            return chr(inner)
        if code is codes.RANGE:
            return chr(inner[0])
        if code is codes.CATEGORY:
            return {codes.CATEGORY_DIGIT: "1", codes.CATEGORY_SPACE: " "}.get(inner, "a")
    return "~"


def timed(pattern, words, length):
    """Processor seconds of going through so many characters of the words over and over, and the longest match on."""
    text = (words * (length // len(words) + 1))[:length] + "\x01"
    subject = text if isinstance(pattern.pattern, str) else text.encode("latin-1", "replace")
    begun = time.process_time()
    for _ in pattern.finditer(subject):
        pass
    return time.process_time() - begun


def grows(pattern, words):
    """Whether a pattern takes over 50 ms, and more than in proportion to the length of the text."""
    took = timed(pattern, words, LENGTH)
    if took <= MOST:
        return 0.0
    fifth = min(timed(pattern, words, LENGTH // 5) for _ in range(2))
    return took if took > 10 * fifth or took > 20 * MOST else 0.0


FOUND = patterns()


def test_the_patterns_are_found():
    assert len(FOUND) > 100
    assert {type(pattern) for _, pattern in FOUND} >= {re.Pattern}


@pytest.mark.parametrize(("name", "pattern"), FOUND, ids=[name for name, _ in FOUND])
def test_no_pattern_is_slow_on_its_own_words(name, pattern):
    for words in sorted(words_of(pattern), key=len)[:12]:
        took = grows(pattern, words)
        assert not took, f"{name} takes {took:.2f} s on {words[:60]!r} over and over"


@pytest.mark.parametrize(("slow", "words"), [(r"\s*,", " "), (r"a+b", "a"), (r"(?:\d+[,.]?)+ killed", "1")])
def test_the_rule_bites(slow, words):
    pattern = re.compile(slow)
    assert timed(pattern, words, 24 if "killed" in slow else 20_000) > MOST
