"""What all tests share: the command line as a user runs it, and one case of the sample reports."""

import pytest

from tests_support import SAMPLES, run_cli


@pytest.fixture(scope="session")
def sample_case(tmp_path_factory):
    """A case with the samples in it, read once; tests must not write to it."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    done = run_cli("read", SAMPLES, "--case", path)
    assert done.returncode == 0, done.stderr.decode()
    return path


@pytest.fixture(scope="session")
def sample_export(sample_case):
    """Its export, as bytes."""
    done = run_cli("export", sample_case)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
