"""How a case file comes to be and grows: ordered steps, each a function, all in one transaction."""

import os
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path

from rashomon.errors import NewerCase, NotACase
from rashomon.store.connection import Connection, sync, telling

APPLICATION_ID = 0x52534D4E
"""'RSMN' in SQLite's header: a file with another number is not a case."""

# in one statement: another program may be making the case at this moment
IDENTITY = """
SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema)
FROM pragma_application_id, pragma_user_version"""

Step = Callable[[Connection], None]


def create_tables(connection: Connection) -> None:
    """Version 1: every table, and the search indexes."""
    connection.script(resources.files("rashomon.store").joinpath("schema_1.sql").read_text(encoding="utf-8"))


STEPS: tuple[Step, ...] = (create_tables,)
"""Step n brings a case from version n to version n + 1. A step that was ever released is never edited."""


def version_of(connection: Connection, steps: Sequence[Step] = STEPS) -> int:
    """The schema version of the file, 0 for a new one; NotACase or NewerCase if it is none that we can use."""
    subject = str(connection.path)
    ((application, version, tables),) = connection.rows(IDENTITY)
    if application != APPLICATION_ID:
        if application or version or tables:
            raise NotACase(subject, "it is a SQLite file of another program")
        return 0
    if version > len(steps):
        raise NewerCase(subject, f"its version is {version}, this program knows up to {len(steps)}; update rashomon")
    return int(version)


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> int:
    """Bring the file to the newest version, in one transaction: killed inside, it is old or new, never between.

    A case that holds something is first copied to ``<name>.v<version>.bak``. Returns the version that was found.
    """
    found = version_of(connection, steps)
    if found == len(steps):
        return found
    if found:
        back_up(connection, found)
    connection.rows("BEGIN IMMEDIATE")
    try:
        # Another program may have migrated while this one waited for the lock.
        for step in steps[version_of(connection, steps) :]:
            step(connection)
        connection.rows(f"PRAGMA application_id = {APPLICATION_ID:d}")
        connection.rows(f"PRAGMA user_version = {len(steps):d}")
        connection.rows("COMMIT")
    finally:
        connection.rollback()
    return found


def back_up(connection: Connection, version: int) -> Path:
    """Copy the case beside itself, whole or not at all; returns where."""
    target = connection.path.with_name(f"{connection.path.name}.v{version}.bak")
    partial = target.with_name(target.name + ".part")
    partial.unlink(missing_ok=True)
    connection.rows("VACUUM INTO ?", (str(partial),))
    with telling(target):
        sync(partial)
        os.replace(partial, target)
        sync(target.parent)
    return target
