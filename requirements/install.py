"""Installs the locked packages, checked against their hashes, and then this checkout, into the Python that runs this.

Where the lock fits no more (a machine for which a locked version has no file), what pyproject.toml asks for is
installed instead, and that is said. A file whose hash differs is never installed.
"""

import subprocess
import sys
from pathlib import Path

LOCK = Path("requirements/dev.txt")
CHECKOUT = ("--no-deps", "--no-build-isolation", "--editable", ".")
FOREIGN = "DO NOT MATCH THE HASHES"


def pip(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", *words], capture_output=True, text=True, check=False
    )


def main() -> int:
    """The exit code; what is wrong is on standard error."""
    locked = pip("--no-deps", "--only-binary=:all:", "--require-hashes", "-r", str(LOCK))
    if locked.returncode == 0:
        done = pip(*CHECKOUT)
    elif FOREIGN in locked.stderr.upper():
        done = locked
    else:
        why = next((line for line in locked.stderr.splitlines() if line.startswith("ERROR")), "ERROR: pip failed")
        print(f"{LOCK} can't be used here ({why.removeprefix('ERROR: ')}).", file=sys.stderr)
        print("Installing what pyproject.toml asks for instead: newest versions, without hashes.", file=sys.stderr)
        pip("--upgrade", "pip")
        done = pip("--editable", ".[dev]")
    print(done.stderr, end="", file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
