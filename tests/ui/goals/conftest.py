"""The fixtures of every test of goals."""

from __future__ import annotations

from tests.ui.goals.families import family  # noqa: F401
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
