"""Vaults before they are open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.services.api.requests import CreateVault, PasswordStrength
    from planbureau.services.api.users import Opener
    from planbureau.services.api.workspace import Workspace


@dataclass(frozen=True)
class NewVault:
    """A vault that was made. It opens only after the recovery code has been confirmed."""

    workspace: Workspace
    recovery_code: str = field(repr=False)


class VaultService(Protocol):
    """Vaults before they are open. The slow verbs are meant for a worker thread."""

    def default_folder(self) -> Path:
        """The usual place of the vault on this device; answers at once."""
        ...

    def exists(self, folder: Path) -> bool: ...

    def place_warning(self, folder: Path) -> str: ...

    def password_strength(self, password: str, own_words: Sequence[str] = ()) -> PasswordStrength: ...

    def wait_after(self, failures: int) -> float:
        """Seconds to wait after so many wrong passwords."""
        ...

    def create(self, request: CreateVault) -> NewVault: ...

    def openers(self, folder: Path) -> tuple[Opener, ...]:
        """Who has a password for this vault, readable without one. Raises VaultError."""
        ...

    def unlock(self, folder: Path, password: str, *, read_only: bool = False, slot_id: str = "") -> Workspace:
        """Opens it as the one whose password this is; `slot_id` says whose it must be.

        Slow. Raises WrongSecretError, OnlyReadableError, and VaultError for all other bad luck.
        """
        ...

    def recovery_code_fault(self, code: str) -> str:
        """Whether a code was mistyped, in Dutch; empty when it can be tried."""
        ...

    def unlock_with_recovery(
        self, folder: Path, code: str, new_password: str, slot_id: str = ""
    ) -> Workspace:
        """With a new password for one person; with more people `slot_id` says for whom.

        Slow. Raises InvalidInputError (password too weak), and what `unlock` raises.
        """
        ...

    def restore(self, backup: Path, folder: Path) -> None: ...
