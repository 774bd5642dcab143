"""Every error that Rashomon raises on purpose.

    RashomonError
    ├── InputError          a report, file or folder that can't be used; names it and says why
    │   ├── UnreadableInput     no text could be had from it (encrypted, truncated, binary, empty ...)
    │   └── TooLarge            over a size, depth or time limit
    ├── CaseError           the case file can't be used
    │   ├── NotACase            the file is something else
    │   ├── NewerCase           written by a newer version of the program
    │   ├── DamagedCase         SQLite says that the file is corrupt
    │   └── CaseFull            the disk (or quota) is full; nothing was half-written
    ├── ModelError          the model file is missing, damaged, or not the one that the package names
    ├── NotationError       text in the claim-graph notation that can't be parsed
    ├── NoAnswer            a language model's server can't be reached, or refuses, or says nothing of use
    ├── SettingsError       a setting that doesn't exist or doesn't fit; names its path
    └── NotFound            an id that the case doesn't hold

Each is built as ``SomeError(subject, reason)``: ``subject`` is what the message is about (a path, an id, a setting),
``reason`` a plain clause a person can act on. ``str(error)`` is ``"subject: reason"``.
"""


class RashomonError(Exception):
    """Base of the tree; ``subject`` and ``reason`` are strings, both shown to people."""

    def __init__(self, subject: str, reason: str) -> None:
        super().__init__(subject, reason)
        self.subject = subject
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.subject}: {self.reason}"


class InputError(RashomonError):
    """A report, file or folder that can't be used."""


class UnreadableInput(InputError):
    """No text could be had from the input."""


class TooLarge(InputError):
    """The input is over a size, depth or time limit."""


class CaseError(RashomonError):
    """The case file can't be used."""


class NotACase(CaseError):
    """The file is not a Rashomon case."""


class NewerCase(CaseError):
    """The case was written by a newer version of the program."""


class DamagedCase(CaseError):
    """SQLite reports that the file is corrupt."""


class CaseFull(CaseError):
    """The disk or quota is full; the transaction was rolled back."""


class ModelError(RashomonError):
    """The model file is missing, damaged, or not the one that the package names."""


class NotationError(RashomonError):
    """Text in the claim-graph notation that can't be parsed."""


class NoAnswer(RashomonError):
    """A language model's server can't be reached, refuses, or says nothing of use."""


class SettingsError(RashomonError):
    """A setting that doesn't exist or doesn't fit; ``subject`` is its path."""


class NotFound(RashomonError):
    """An id that the case doesn't hold."""
