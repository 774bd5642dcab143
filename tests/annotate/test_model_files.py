"""Files of the model that were changed, cut, swapped or made to reach out are refused before anything is read."""

import hashlib
import json
import shutil
import struct

import pytest

from rashomon.annotate import model
from rashomon.errors import ModelError
from tests_support import run_cli

FILES = ("encoder.onnx", "scorer.onnx", "tokenizer.json")


def number(value):
    out = b""
    while value > 127:
        out, value = out + bytes([value & 127 | 128]), value >> 7
    return out + bytes([value])


def part(field, content):
    """A field of a protocol buffer message: a number, or bytes (of a message, or a text)."""
    if isinstance(content, int):
        return number(field << 3) + number(content)
    return number(field << 3 | 2) + number(len(content)) + content


def onnx(location=None, domain=b""):
    """A model that adds ``w`` to ``x``; ``w`` is in the model or, as ONNX allows, in another file."""
    kept = [(b"location", location), (b"offset", b"0"), (b"length", b"4")] if location else []
    outside = b"".join(part(13, part(1, key) + part(2, value)) for key, value in kept) + part(14, 1)
    weight = part(1, 1) + part(2, 1) + part(8, b"w") + (outside if kept else part(9, struct.pack("<f", 1.0)))
    value = part(2, part(1, part(1, 1) + part(2, part(1, part(1, 1)))))
    step = part(1, b"x") + part(1, b"w") + part(2, b"y") + part(4, b"Evil" if domain else b"Add") + part(7, domain)
    names = part(11, part(1, b"x") + value) + part(12, part(1, b"y") + value)
    graph = part(1, step) + part(2, b"g") + part(5, weight) + names
    return (
        part(1, 8) + part(7, graph) + part(8, part(2, 13)) + (part(8, part(1, domain) + part(2, 1)) if domain else b"")
    )


@pytest.fixture
def folder(tmp_path):
    """A model's folder, small: the tokenizer and the manifest are real."""
    made = tmp_path / "weights"
    made.mkdir()
    for name in ("manifest.json", "tokenizer.json"):
        shutil.copy(model.FOLDER / name, made / name)
    for name in ("encoder.onnx", "scorer.onnx"):
        (made / name).write_bytes(onnx())
    return signed(made)


def signed(folder):
    """The manifest made to name what is in the folder, as somebody would who can write to all of it."""
    told = json.loads((folder / "manifest.json").read_bytes())
    told["files"] = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    (folder / "manifest.json").write_text(json.dumps(told))
    return folder


def test_the_small_model_can_be_loaded(folder):
    assert model.Model(folder, 1).manifest.name


def test_the_manifest_of_the_package_names_every_file_beside_it():
    held = {path.name for path in model.FOLDER.iterdir()} - {"manifest.json"}
    assert set(model.manifest()[0].files) == held == set(FILES)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("place", [0, 0.5, -1])
def test_one_flipped_bit_anywhere_is_refused(folder, name, place):
    blob = bytearray((folder / name).read_bytes())
    blob[-1 if place == -1 else int(place * len(blob))] ^= 1
    (folder / name).write_bytes(blob)
    with pytest.raises(ModelError, match=rf"{name}: is not the file that the manifest names \(its SHA-256 differs\)"):
        model.Model(folder, 1)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("kept", [0, 1, 60])
def test_a_cut_file_is_refused(folder, name, kept):
    (folder / name).write_bytes((folder / name).read_bytes()[:kept])
    with pytest.raises(ModelError, match="its SHA-256 differs"):
        model.Model(folder, 1)


@pytest.mark.parametrize("blob", [b"", b"{}", b"[]", b"\xff", b'{"name":'])
def test_a_broken_manifest_is_refused(folder, blob):
    (folder / "manifest.json").write_bytes(blob)
    with pytest.raises(ModelError, match="is not a manifest"):
        model.Model(folder, 1)


@pytest.mark.parametrize(
    "location",
    [b"w.bin", b"./w.bin", b"../w.bin", b"../../../../../../../../etc/hostname", b"/etc/hostname", b"a/../w.bin",
     b"file:///etc/hostname", b"*/_ORT_MEM_ADDR_/*"],
)  # fmt: skip
def test_a_model_that_keeps_data_in_other_files_is_refused(folder, location, monkeypatch):
    """Even with a manifest that fits it (ONNX CVE-2022-25882, CVE-2024-27318, CVE-2025-51480)."""
    for place in (folder, folder.parent):
        (place / "w.bin").write_bytes(struct.pack("<f", 41.0))
    monkeypatch.chdir(folder)
    (folder / "scorer.onnx").write_bytes(onnx(location))
    with pytest.raises(ModelError, match=r"scorer\.onnx: can't be run"):
        model.Model(signed(folder), 1)


def test_a_model_with_operators_of_its_own_is_refused(folder):
    (folder / "encoder.onnx").write_bytes(onnx(domain=b"evil.ops"))
    with pytest.raises(ModelError, match=r"encoder\.onnx: can't be run"):
        model.Model(signed(folder), 1)


@pytest.mark.parametrize("blob", [b"", b"\x80\x04K\x01.", b"PK\x03\x04", b"\x93NUMPY\x01\x00"])
def test_what_is_no_model_is_refused(folder, blob):
    (folder / "encoder.onnx").write_bytes(blob)
    with pytest.raises(ModelError, match=r"encoder\.onnx: can't be run"):
        model.Model(signed(folder), 1)


def test_the_command_line_starts_nothing_with_a_changed_model(tmp_path, monkeypatch):
    """Said in a sentence, with an exit code of its own, and no case is made."""
    changed = tmp_path / "weights"
    shutil.copytree(model.FOLDER, changed)
    with (changed / "tokenizer.json").open("r+b") as file:
        file.seek(1000)
        file.write(b"\0")
    start = tmp_path / "sitecustomize.py"
    there = f"(pathlib.Path({str(changed)!r}), 0)"
    start.write_text(f"import rashomon.annotate.model as m, pathlib\nm.load.__wrapped__.__defaults__ = {there}\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=":")
    (tmp_path / "report.txt").write_text("Gunmen killed two people in Dessan, the mayor said.\n")
    done = run_cli("read", tmp_path / "report.txt", "--case", tmp_path / "case.db")
    said = done.stderr.decode()
    assert done.returncode == 2, said
    assert "tokenizer.json: is not the file that the manifest names (its SHA-256 differs); reinstall" in said
    assert "Traceback" not in said
