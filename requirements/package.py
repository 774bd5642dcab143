"""Builds the source archive and the wheel, installs the wheel in an environment of its own, and tries what it has.

``python requirements/package.py dist`` leaves both in the folder ``dist``. The wheel is built from the source archive,
so the archive has everything; it is installed with the locked packages and nothing else, and run without a network
where the system lets it. Setuptools is the installed one: nothing is fetched to build with.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BUILD = "import sys; from setuptools import build_meta as b; print(getattr(b, sys.argv[1])(sys.argv[2]))"
REPORT = ROOT / "samples" / "reports"


def run(*words: str | Path, cwd: Path) -> str:
    """What a command prints; SystemExit with all it said if it fails."""
    told = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    done = subprocess.run([str(word) for word in words], cwd=cwd, env=told, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, words))}\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def built(source: Path, what: str, target: Path) -> Path:
    """A distribution of the project in ``source``."""
    return target / run(sys.executable, "-c", BUILD, what, target, cwd=source).split()[-1]


def archives(target: Path, scratch: Path) -> tuple[Path, Path]:
    """Source archive, and the wheel that is made of it."""
    source = built(ROOT, "build_sdist", target)
    shutil.unpack_archive(source, scratch / "source", filter="data")
    (unpacked,) = (scratch / "source").iterdir()
    return source, built(unpacked, "build_wheel", target)


def left_out(wheel: Path) -> list[str]:
    """Files of the package, and of its terms, that the wheel lacks."""
    package = ROOT / "src"
    files = (path for path in package.glob("rashomon/**/*") if path.is_file() and path.suffix != ".pyc")
    has = zipfile.ZipFile(wheel).namelist()
    terms = {name for name in ("LICENSE", "NOTICE") if not any(one.endswith(f"licenses/{name}") for one in has)}
    return sorted({path.relative_to(package).as_posix() for path in files} - set(has) | terms)


def installed(wheel: Path, scratch: Path) -> Path:
    """The folder of programs of a new environment that has the wheel and the locked packages."""
    venv.create(scratch / "env", with_pip=True)
    programs = scratch / "env" / ("Scripts" if os.name == "nt" else "bin")
    pip = (programs / "python", "-m", "pip", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-deps", "--require-hashes", "-r", ROOT / "requirements/run.txt", cwd=scratch)
    run(*pip, "install", "--quiet", "--no-deps", wheel, cwd=scratch)
    run(*pip, "check", cwd=scratch)
    return programs


def offline() -> tuple[str, ...]:
    """The words before a command that take the network from it, where the system allows."""
    words = ("unshare", "--net", "--map-root-user")
    if not shutil.which("unshare") or subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
        return ()
    return words


def tried(programs: Path, scratch: Path) -> str:
    """Reads a report, writes its dossier, checks case and installation; the last line of the last."""
    rashomon = (*offline(), programs / "rashomon")
    report = min(REPORT.iterdir())
    run(*rashomon, "read", report, "--case", "case.db", cwd=scratch)
    run(*rashomon, "dossier", "case.db", "-o", "case.html", cwd=scratch)
    page = (scratch / "case.html").read_text(encoding="utf-8")
    if (ROOT / "src/rashomon/show/built/page.js").is_file() and "<script" not in page:
        sys.exit("the wheel's dossier is the static page, though the page was built")
    return run(*rashomon, "doctor", "case.db", cwd=scratch).splitlines()[-1]


def main(target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        source, wheel = archives(target, scratch)
        if missing := left_out(wheel):
            sys.exit(f"the wheel lacks {', '.join(missing)}")
        print(tried(installed(wheel, scratch), scratch))
        for made in (source, wheel):
            print(f"{made} ({made.stat().st_size / 1e6:.1f} MB)")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
