"""Every name that a module says it offers is there."""

import ast
import importlib
import types

import pytest


def missing_exports(module: types.ModuleType) -> list[str]:
    """Names in ``__all__`` that the module doesn't have, or lists twice."""
    names = list(getattr(module, "__all__", []))
    absent = [f"{module.__name__}.{name}: in __all__ but not there" for name in names if not hasattr(module, name)]
    twice = [f"{module.__name__}.{name}: twice in __all__" for name in sorted(set(names)) if names.count(name) > 1]
    return absent + twice


def declares_exports(tree: ast.Module) -> bool:
    """Whether a module assigns ``__all__``."""
    targets = [t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


def dotted(path: str) -> str:
    """``src/rashomon/read/__init__.py`` → ``rashomon.read``."""
    return path.removeprefix("src/").removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def test_every_export_exists(package):
    declared = [dotted(source.path) for source in package if declares_exports(source.tree)]
    assert "rashomon" in declared
    found = [line for name in declared for line in missing_exports(importlib.import_module(name))]
    assert not found, "\n" + "\n".join(found)


def test_the_package_offers_its_version_and_documented_names():
    rashomon = importlib.import_module("rashomon")
    assert "__version__" in rashomon.__all__
    assert isinstance(rashomon.__version__, str)
    undocumented = [
        name
        for name in rashomon.__all__
        if not name.startswith("__") and not (getattr(rashomon, name).__doc__ or "").strip()
    ]
    assert not undocumented


@pytest.mark.parametrize(
    ("names", "says"), [(["there", "gone"], "m.gone: in __all__ but not there"), (["there", "there"], "m.there: twice")]
)
def test_the_rule_bites(names, says):
    module = types.ModuleType("m")
    module.there, module.__all__ = 1, names
    (found,) = missing_exports(module)
    assert says in found


@pytest.mark.parametrize(
    ("code", "declares"), [("__all__ = ['a']", True), ("__all__: list[str] = []", True), ("all_ = []", False)]
)
def test_declarations_are_seen(code, declares):
    assert declares_exports(ast.parse(code)) is declares
