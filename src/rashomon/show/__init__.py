"""Records as people see them: the dossier page, terminal tables, claims in words; pure functions of `Record`."""

from rashomon.show.dossier import dossier

__all__ = ["dossier"]
