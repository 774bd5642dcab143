"""Records as people see them: the dossier page, terminal tables, claims in words; pure functions of `Record`."""

from rashomon.show.page.case import Beside
from rashomon.show.page.own_lines import own_lines
from rashomon.show.page.shell import dossier, is_built
from rashomon.show.static import static_dossier

__all__ = ["Beside", "dossier", "is_built", "own_lines", "static_dossier"]
