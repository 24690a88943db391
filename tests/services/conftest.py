"""An open vault for the verbs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.vault_room import VaultRoom

from planbureau.services.api import Workspace


@pytest.fixture
def room(tmp_path: Path) -> VaultRoom:
    """Where the vault of a test is made."""
    return VaultRoom(tmp_path)


@pytest.fixture
def workspace(room: VaultRoom) -> Iterator[Workspace]:
    """An open vault of an invented organisation."""
    made = room.create()
    yield made
    made.lock()
