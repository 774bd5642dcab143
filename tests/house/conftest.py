"""What the house tests look at: the files of the repository, tracked or about to be."""

import ast
import importlib.util
import subprocess
from functools import cached_property
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SKIPPED_FOLDERS = {".git", ".venv", "out", "build", "dist", "node_modules", "__pycache__"}
SKIPPED_FOLDERS |= {".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "rashomon.egg-info"}


def docs_module(name: str) -> ModuleType:
    """A program of `docs/`, which is no package, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Source:
    """One text file: its path from the root of the repository, its text, and its syntax tree if it is Python."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed module."""
        return ast.parse(self.text, self.path)


def repository_files() -> list[Path]:
    """Files that git tracks or would track; without git (a source archive) all but build folders and caches."""
    listing = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        names = subprocess.run(listing, capture_output=True, check=True, text=True).stdout.split("\0")
        found = [ROOT / name for name in names if name]
    except (OSError, subprocess.CalledProcessError):
        found = [path for path in ROOT.rglob("*") if not SKIPPED_FOLDERS & set(path.relative_to(ROOT).parts)]
    return sorted(path for path in found if path.is_file())


@pytest.fixture(scope="session")
def texts() -> list[Source]:
    """Every text file of the repository; files that aren't UTF-8 (pictures, weights, PDF) are left out."""
    sources = []
    for path in repository_files():
        try:
            sources.append(Source(path.relative_to(ROOT).as_posix(), path.read_text("utf-8")))
        except UnicodeDecodeError:
            continue
    return sources


@pytest.fixture(scope="session")
def modules(texts: list[Source]) -> list[Source]:
    """Every Python file of the repository."""
    return [source for source in texts if source.path.endswith(".py")]


@pytest.fixture(scope="session")
def package(modules: list[Source]) -> list[Source]:
    """The Python files of the package itself."""
    return [source for source in modules if source.path.startswith("src/rashomon/")]
