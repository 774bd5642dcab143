"""What every stage is: an object with settings that is called on a batch; and the key under which it signs its rows."""

import hashlib
from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

import msgspec

from rashomon.records import Maker

In = TypeVar("In", contravariant=True)
Out = TypeVar("Out", covariant=True)


class Stage(Protocol[In, Out]):
    """A frozen struct whose fields are its settings; called on a batch, it returns one result per item, in order."""

    name: str
    version: str

    def __call__(self, batch: Sequence[In], /) -> Sequence[Out]:
        """One result per item of the batch, in order."""


def unheard(*said: object) -> None:
    """Who listens to progress where nobody does."""


def settings_digest(stage: Any) -> str:
    """The first 8 hex digits of the SHA-256 of a stage's settings as JSON."""
    return hashlib.sha256(msgspec.json.encode(stage, order="deterministic")).hexdigest()[:8]


def maker_of(stage: Any, model: str | None = None) -> Maker:
    """The stage as a record: name, version, digest of its settings, digest of its model if it has one."""
    return Maker(name=stage.name, version=stage.version, settings=settings_digest(stage), model=model)


def key_of(maker: Maker, *upstream: str) -> str:
    """How a stage signs: ``name/version+digest``, the digest over its settings, its model and those it builds on.

    A change anywhere upstream is a new key, so what was made from it is made again, and nothing else is.
    """
    parts = (maker.settings, maker.model, *upstream)
    return f"{maker.name}/{maker.version}+{hashlib.sha256(msgspec.json.encode(parts)).hexdigest()[:8]}"
