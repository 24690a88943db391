"""An open vault for tests of pages, with what a page works with.

Import the fixtures that a test needs: `from tests.ui.vault_fixtures import page_context, room, workspace`.
"""

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
    """Where the vault of a test is made; its clock stands on 16 March 2026."""
    return VaultRoom(tmp_path)


@pytest.fixture
def workspace(room: VaultRoom) -> Iterator[Workspace]:
    """An open vault of an invented organisation."""
    made = room.create()
    yield made
    made.lock()


@pytest.fixture
def page_context(workspace: Workspace, context: ThemeContext, room: VaultRoom) -> PageContext:
    """What every page gets."""
    return PageContext(workspace, context, room.clock)
