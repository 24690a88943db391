"""A small vault with the cheapest key derivation that is allowed, and what is needed to hurt it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path

import pytest

import planbureau
from planbureau.clock import FixedClock
from planbureau.vault.access import VaultAccess
from planbureau.vault.creation import CreatedVault, create_vault
from planbureau.vault.header import load_header
from planbureau.vault.kdf import KdfParameters

PASSWORD = "vier kale bomen bij de sloot"  # noqa: S105 (of a vault that lives one test)


@pytest.fixture(scope="session")
def fast_kdf() -> KdfParameters:
    return KdfParameters(memory_kib=64 * 1024, passes=1, lanes=1)


@pytest.fixture
def password() -> str:
    return PASSWORD


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock.on(date(2026, 3, 16))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kluis"


@pytest.fixture(scope="session")
def mould(tmp_path_factory: pytest.TempPathFactory, fast_kdf: KdfParameters) -> CreatedVault:
    """One real vault, of which each test gets a copy: the key derivation is slow on purpose."""
    folder = tmp_path_factory.mktemp("mal") / "kluis"
    return create_vault(folder, PASSWORD, "Anna de Wit", FixedClock.on(date(2026, 3, 16)), fast_kdf)


@pytest.fixture
def made(folder: Path, mould: CreatedVault) -> Iterator[CreatedVault]:
    shutil.copytree(mould.access.folder, folder)
    header = load_header(folder)
    access = VaultAccess(folder, header, header.slots[0], mould.access.database_key(), read_only=False)
    yield CreatedVault(access, mould.recovery_code)
    access.close()


@pytest.fixture
def access(made: CreatedVault) -> VaultAccess:
    return made.access


Fill = Callable[[VaultAccess, int], None]


@pytest.fixture
def fill() -> Fill:
    """Puts rows of a kilobyte in two related tables, so that there are pages to damage."""

    def fill_vault(access: VaultAccess, rows: int) -> None:
        connection = access.connect()
        connection.execute("CREATE TABLE client (id INTEGER PRIMARY KEY, name TEXT)")
        connection.execute(
            "CREATE TABLE plan (id INTEGER PRIMARY KEY, client INTEGER REFERENCES client(id), body TEXT)"
        )
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO client VALUES (1, 'x')")
        connection.executemany(
            "INSERT INTO plan (client, body) VALUES (1, ?)", [(os.urandom(500).hex(),) for _ in range(rows)]
        )
        connection.execute("COMMIT")
        connection.close()

    return fill_vault


StartPython = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start_python() -> Iterator[StartPython]:
    """Starts Python code in another process that can be killed; all are gone after the test."""
    started: list[subprocess.Popen[str]] = []

    def start(code: str, *arguments: str) -> subprocess.Popen[str]:
        source = str(Path(planbureau.__file__).parents[1])
        child = subprocess.Popen(  # noqa: S603 (our own code)
            [sys.executable, "-c", code, *arguments],
            env={**os.environ, "PYTHONPATH": source},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started.append(child)
        return child

    yield start
    for child in started:
        child.kill()
        child.communicate()


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A temporary folder that another user may enter too."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@contextmanager
def _without_rights(folder: Path) -> Iterator[None]:
    """Makes a folder read-only, also for root, by being nobody for a while."""
    inside = [folder, *folder.rglob("*")]
    root = os.geteuid() == 0
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def without_rights() -> Callable[[Path], AbstractContextManager[None]]:
    return _without_rights
