"""What the start window asks of the services: the vault service, loaded beside the window.

Only type checkers read this: what it stands on is not loaded before the first window.
"""

from __future__ import annotations

from typing import Protocol

from planbureau.services.api import VaultService


class StartServices(VaultService, Protocol):
    """The vault service behind a loader. Only `default_folder` answers at once; the rest may have to wait."""

    def begin(self) -> None:
        """Starts loading; called when the first window has been painted."""
        ...
