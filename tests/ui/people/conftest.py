"""A page of clients on a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.vault_room import VaultRoom

from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.theme.context import ThemeContext


@pytest.fixture
def room(tmp_path: Path) -> VaultRoom:
    return VaultRoom(tmp_path)


@pytest.fixture
def workspace(room: VaultRoom) -> Iterator[Workspace]:
    made = room.create()
    yield made
    made.lock()


@pytest.fixture
def page_context(workspace: Workspace, context: ThemeContext, room: VaultRoom) -> PageContext:
    return PageContext(workspace, context, room.clock)
