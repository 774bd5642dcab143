"""The record in other programs' formats: one file per format, each a pure function of `Record`."""

from rashomon.export.json import schema, to_json

__all__ = ["schema", "to_json"]
