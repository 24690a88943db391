"""Who may open a vault, and the verbs to let somebody in or take somebody out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.services.api.requests import PasswordStrength
    from planbureau.views import PersonView


@dataclass(frozen=True)
class Opener:
    """Somebody with a password. `slot_id` says which password, and nothing of the person."""

    slot_id: str
    name: str


@dataclass(frozen=True)
class VaultUserView:
    """Somebody who may open this vault."""

    slot_id: str
    person_id: str
    name: str
    function: str
    since: datetime
    added_by: str  # a name; empty for who made the vault
    me: bool


@dataclass(frozen=True)
class RemovedUserView:
    """Somebody whose password was taken away, and who did that; both are names."""

    name: str
    by: str
    at: datetime


@dataclass(frozen=True)
class Newcomer:
    """A colleague who gets a password: somebody known by id, or a new name with a function."""

    person_id: str = ""
    name: str = ""
    function: str = ""


class UserService(Protocol):
    """The people of a vault that is open. The slow verbs are meant for a worker thread."""

    def users(self) -> tuple[VaultUserView, ...]: ...

    def removed(self) -> tuple[RemovedUserView, ...]:
        """Whose password was taken away, the newest first."""
        ...

    def me(self) -> str:
        """The slot that opened the vault."""
        ...

    def known_colleagues(self) -> tuple[PersonView, ...]:
        """Professionals in the vault who have no password yet."""
        ...

    def password_strength(self, password: str, newcomer: Newcomer) -> PasswordStrength:
        """Judged with the names of the organisation and of the newcomer in mind."""
        ...

    def prove(self, own_password: str) -> None:
        """Slow. Raises WrongSecretError when this is not the password of who opened the vault."""
        ...

    def enlist(self, newcomer: Newcomer) -> str:
        """Writes down who gets a password, before it exists; the answer is the id of the slot.

        Raises InvalidInputError without a name.
        """
        ...

    def admit(self, slot_id: str, own_password: str, new_password: str) -> None:
        """Gives the password itself. Slow.

        Raises InvalidInputError (too weak), WrongSecretError, VaultError.
        """
        ...

    def remove(self, slot_id: str, own_password: str) -> None:
        """Takes a password away and gives the vault another key. Slow.

        Raises WrongSecretError, VaultError.
        """
        ...
