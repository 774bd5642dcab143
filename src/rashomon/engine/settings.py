"""The settings of a case: one section per stage in ``rashomon.toml``; a typo is an error that names its path."""

import tomllib
from pathlib import Path
from typing import Literal

import msgspec

from rashomon.annotate import Annotator
from rashomon.annotate.llm import LanguageModel
from rashomon.errors import SettingsError
from rashomon.interpret.interpreter import Interpreter
from rashomon.link.linker import Linker
from rashomon.link.origins import Origins
from rashomon.read import ReadOptions
from rashomon.reconcile.reconciler import Reconciler
from rashomon.resolve import Resolver

AnnotatorName = Literal["built-in", "llm"]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every stage with its settings; the defaults are those of the stages. ``annotate_with`` says who reads graphs."""

    annotate_with: AnnotatorName = "built-in"
    read: ReadOptions = ReadOptions()
    annotator: Annotator = Annotator()
    llm: LanguageModel = LanguageModel()
    interpreter: Interpreter = Interpreter()
    resolver: Resolver = Resolver()
    origins: Origins = Origins()
    linker: Linker = Linker()
    reconciler: Reconciler = Reconciler()


def read_settings(path: Path | None) -> Settings:
    """The settings of a TOML file, or the defaults. Raises SettingsError that names the setting's path."""
    if path is None:
        return Settings()
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except OSError as problem:
        raise SettingsError(str(path), f"can't be read ({problem.strerror})") from problem
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise SettingsError(str(path), f"is not TOML ({problem})") from problem
    except msgspec.ValidationError as problem:
        raise SettingsError(str(path), str(problem).replace("`$.", "`")) from problem


def kept_settings(text: str | None) -> Settings:
    """The settings that a case was last read with; the defaults if there are none, or an older version wrote them."""
    try:
        return msgspec.json.decode(text, type=Settings) if text else Settings()
    except msgspec.ValidationError:
        return Settings()


def to_keep(settings: Settings) -> Settings:
    """What a case keeps of the settings that it was read with.

    How inputs may be read is not kept: leave to fetch from private addresses holds for the run that was given it. Nor
    is whom to ask: a case file from somebody else must not say where reports are sent, or which key goes with them.
    Imported actors are kept by themselves.
    """
    resolver = msgspec.structs.replace(settings.resolver, own=())
    return msgspec.structs.replace(settings, read=ReadOptions(), llm=LanguageModel(), resolver=resolver)


def with_annotator(settings: Settings, name: AnnotatorName | None) -> Settings:
    """Settings with the annotator that a command line named, if it named one."""
    return msgspec.structs.replace(settings, annotate_with=name) if name else settings


def with_read(settings: Settings, fields: dict[str, str], switches: dict[str, bool]) -> Settings:
    """Settings with the reader's columns and switches that a command line gave on top."""
    changes = {"fields": settings.read.fields | fields} | {name: True for name, on in switches.items() if on}
    return msgspec.structs.replace(settings, read=msgspec.structs.replace(settings.read, **changes))
