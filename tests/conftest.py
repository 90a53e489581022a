"""What the tests of all rooms share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

pytest_plugins = "pytester"

VALIDATORS = Path(__file__).parent / "validators"
INSTALL = (
    "npm", "ci", "--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund",
    "--prefer-offline", "--fetch-retries=5",
)  # fmt: skip
BUNDLE = (
    "node_modules/.bin/esbuild", "run-action.mjs", "--bundle", "--platform=node",
    "--outfile=run-action.cjs", "--log-level=error",
)  # fmt: skip
"""GitHub's packages import JSON as only bundlers do."""

LONGEST = 1800
"""Seconds for an installation: 200 MB by a slow network."""


@pytest.fixture(scope="session", autouse=True)
def programs_of_this_environment() -> Iterator[None]:
    """pytest may be called by its path: what is installed beside it is found all the same."""
    with pytest.MonkeyPatch.context() as patch:
        beside = os.path.dirname(sys.executable)
        patch.setenv("PATH", f"{beside}{os.pathsep}{os.environ['PATH']}")
        yield


@pytest.fixture(scope="session")
def validators(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder where tests/validators, programs of others, is installed: once a session.

    WODLANG_VALIDATORS names a folder that is kept between sessions.
    """
    if shutil.which("npm") is None:
        if os.environ.get("CI"):
            pytest.fail("npm is missing: programs of others cannot check what wodlang writes")
        pytest.skip("npm is not installed (it comes with Node.js)")
    session = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:  # each worker has a folder of its own in the session's
        session = session.parent
    return _installed(Path(os.environ.get("WODLANG_VALIDATORS") or session / "validators"), session)


def _installed(root: Path, session: Path) -> Path:
    """The folder for these very files in `root`; where it failed, no process tries once more."""
    files = sorted(path for path in VALIDATORS.iterdir() if path.is_file())
    key = sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]
    folder, failed = root / key, session / f"{key}.failed"
    root.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(root / f"{key}.lock"):
        if not failed.exists() and not (folder / "installed").exists():
            fault = _install(files, folder)
            (failed if fault else folder / "installed").write_text(fault, encoding="utf-8")
    if failed.exists():
        pytest.fail(f"tests/validators: {failed.read_text(encoding='utf-8')}")
    return folder


def _install(files: list[Path], folder: Path) -> str:
    """Install, and make ready what needs it; what went wrong, or nothing."""
    folder.mkdir(exist_ok=True)
    for path in files:
        shutil.copy(path, folder)
    for command in (INSTALL, BUNDLE):
        try:
            done = subprocess.run(
                command, cwd=folder, capture_output=True, text=True, check=False, timeout=LONGEST
            )
        except subprocess.TimeoutExpired as late:
            return str(late)
        if done.returncode != 0:
            return f"{' '.join(command)} ended with {done.returncode}: {done.stderr}"
    for program in folder.glob("node_modules/@microsoft/sarif-multitool-*/Sarif.Multitool"):
        program.chmod(0o755)  # npm unpacks it without
    return ""


@contextmanager
def _one_at_a_time(lock: Path) -> Iterator[None]:
    """Wait until no other process is within; one that dies leaves it."""
    try:
        import fcntl
    except ImportError:  # Windows: no lock, so run the tests in one process there
        yield
        return
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
