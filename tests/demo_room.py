"""The demo, made once for all tests that look at it; a test that changes it works on a copy."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock
from tests.vault_room import QUICK, SHIPPED

from planbureau.clock import FixedClock
from planbureau.services.api import Workspace
from planbureau.services.demo.making import DEMO_PASSWORD, demo_vault, make_demo
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class DemoRoom:
    """A demo in a folder, at a time that stands still."""

    folder: Path
    today: date = TODAY

    @property
    def clock(self) -> FixedClock:
        return FixedClock.on(self.today)

    def make(self) -> Workspace:
        """Makes the demo and opens it."""
        return make_demo(self.folder, self.clock, SHIPPED)

    def unlock(self) -> Workspace:
        """Opens it again."""
        places = Places(demo_vault(self.folder), self.folder / "kopieen", daily=False)
        vaults = Vaults(self.clock, places, QUICK, content=SHIPPED)
        return vaults.unlock(demo_vault(self.folder), DEMO_PASSWORD)


@cache
def _made(own: Path, shared: Path) -> DemoRoom:
    """Makes the demo in `shared`, unless tests that run at the same time did; gives a copy in `own`."""
    first = DemoRoom(shared / "demo-van-allen")
    with FileLock(shared / "demo-van-allen.lock"):
        if not first.folder.with_suffix(".klaar").exists():
            first.make().lock()
            first.folder.with_suffix(".klaar").touch()
    room = DemoRoom(own / "de-demo")
    shutil.copytree(first.folder, room.folder)
    return room


@pytest.fixture(scope="session")
def made_demo(tmp_path_factory: pytest.TempPathFactory) -> DemoRoom:
    """The demo of all tests, closed; made once, in whatever file this is imported. Nobody writes in it."""
    own = tmp_path_factory.getbasetemp()
    return _made(own, own.parent if "PYTEST_XDIST_WORKER" in os.environ else own)


@pytest.fixture
def demo_room(made_demo: DemoRoom, tmp_path: Path) -> DemoRoom:
    """A demo of this test alone, closed."""
    folder = tmp_path / "demo"
    shutil.copytree(made_demo.folder, folder)
    return DemoRoom(folder)


@pytest.fixture
def demo(demo_room: DemoRoom) -> Iterator[Workspace]:
    """A demo of this test alone, open."""
    workspace = demo_room.unlock()
    yield workspace
    workspace.lock()
