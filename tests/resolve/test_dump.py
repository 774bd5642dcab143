"""GeoNames' dump, read into an indexed file: an invented one, whole and broken."""

import zipfile

import pytest

from rashomon.errors import InputError
from rashomon.resolve import gazetteer, whole
from rashomon.resolve.dump import import_dump


def line(identity, name, lat, lon, feature, code, **more):
    cells = [identity, name, more.get("ascii", name), more.get("others", ""), lat, lon, feature, code, "ML", ""]
    cells += [more.get("admin1", "06"), "", "", "", more.get("people", 0), "", 0, "Africa/Bamako", "2025-01-01"]
    return "\t".join(str(cell) for cell in cells)


LINES = [
    line(900000001, "Kolvarra", 16.2, -0.1, "P", "PPL", people=120, others="Colvarra,Qolvara,ko la"),
    line(900000002, "Kolvarra", 16.9, -1.0, "T", "MT"),
    line(900000003, "Wadi Kolvarra", 16.9, -1.0, "H", "WAD"),
    line(900000004, "Orrenia", 17.0, -1.0, "A", "PCLI"),
    line(900000005, "Vessendry", 17.0, -1.0, "S", "PSTB"),
]


@pytest.fixture
def dump(tmp_path):
    path = tmp_path / "XX.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("readme.txt", "GeoNames")
        packed.writestr("XX.txt", "\n".join(LINES) + "\n")
    return path


def test_a_dump_is_indexed_by_every_spelling(dump, tmp_path):
    target = tmp_path / "deep" / "gazetteer.db"
    steps = []
    held = import_dump(dump, target, progress=lambda done, size: steps.append((done, size)))
    assert (held.places, held.source, held.classes) == (4, "XX.zip", "APTHLS")
    assert steps[-1][0] == steps[-1][1]
    assert [(b.kind, b.spelt) for b in whole.bearers(target, "kolvara")] == [("town", 1), ("mountain", 1)]
    assert [(b.geonameid, b.spelt) for b in whole.bearers(target, "colvara")] == [(900000001, 0)]
    assert whole.bearers(target, "ko la") == whole.bearers(target, "orenia") == ()
    assert list(target.parent.iterdir()) == [target]


def test_classes_are_chosen(dump, tmp_path):
    assert import_dump(dump, tmp_path / "g.db", "P").places == 1
    with pytest.raises(InputError, match="letters out of APTHLS"):
        import_dump(dump, tmp_path / "g.db", "PX")


def test_the_gazetteer_uses_it(dump, tmp_path, monkeypatch):
    monkeypatch.setattr(whole, "FILE", tmp_path / "g.db")
    gazetteer.spots.cache_clear()
    assert gazetteer.spots("Vessendry") == ()
    import_dump(dump, whole.FILE)
    gazetteer.spots.cache_clear()
    (spot,) = gazetteer.spots("Vessendry")
    assert (spot.place.kind, spot.place.country, spot.place.external) == ("crossing", "MLI", {"geonames": "900000005"})
    assert gazetteer.spots("Qolvara") == ()
    assert [s.place.id for s in gazetteer.spots("Qolvara", ("MLI",))] == ["p-g900000001"]
    gazetteer.spots.cache_clear()


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("a\tb\tc\n", "line 1 has 3 columns; a dump of GeoNames has 19"),
        (LINES[0] + "\n" + LINES[1].replace("16.9", "n/a") + "\n", "line 2: the id, point or population is no number"),
        (LINES[0].replace("16.2", "96.2") + "\n", "96.2, -0.1 is no point on the earth"),
        ("", "no place of the wanted classes"),
    ],
)
def test_a_broken_dump_is_refused_and_changes_nothing(dump, tmp_path, content, says):
    target = tmp_path / "g.db"
    import_dump(dump, target)
    before = target.read_bytes()
    broken = tmp_path / "broken.txt"
    broken.write_text(content, "utf-8")
    with pytest.raises(InputError, match=says):
        import_dump(broken, target)
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))


def test_other_files_are_refused(tmp_path):
    for content in (b"PK\x03\x04 and no zip", b"\xff\xfe\x00binary\n"):
        (tmp_path / "x.zip").write_bytes(content)
        with pytest.raises(InputError):
            import_dump(tmp_path / "x.zip", tmp_path / "g.db")
    (tmp_path / "g.db").write_bytes(b"something else")
    with pytest.raises(InputError, match="import it anew"):
        whole.about(tmp_path / "g.db")
