"""The file that a store writes in, seen from outside: a stick is pulled out, a folder is moved or replaced.

A database that is open goes on writing in a file that has no name any more; SQLite does not notice. What
was told to be saved would then be gone.
"""

from __future__ import annotations

from typing import Any, Protocol

from planbureau.errors import VaultError

_SQLITE_IOERR, _SQLITE_CORRUPT, _SQLITE_NOTADB = 10, 11, 26
_LAST_SEQ = "SELECT max(seq) FROM revision WHERE device = ?"


class Ground(Protocol):
    """Where the database of an open vault is."""

    def file(self) -> object:
        """What tells this file from every other one. Raises VaultError when it is not there."""
        ...

    def fault(self) -> VaultError:
        """What is behind a page that could not be read: a disk that refuses, or damage."""
        ...

    def take_up(self) -> None:
        """The right to write, asked again where the file is now. Raises VaultError."""
        ...


def replaced() -> VaultError:
    """Somebody put another copy in the place of the open vault."""
    return VaultError(
        "De map van deze kluis is vervangen terwijl de kluis open was.",
        "Wat je al bewaarde, staat in de oude map: gooi die niet weg. Kopieer wat je net typte, vergrendel "
        "de kluis en open haar opnieuw.",
    )


def left_behind() -> VaultError:
    """For who only reads: the vault goes on in another file, of which this one tells nothing."""
    return VaultError(
        "De kluis is veranderd of verplaatst terwijl je haar las. Wat hier stond, is misschien oud.",
        "Vergrendel de kluis en open haar opnieuw.",
    )


def is_dead(problem: BaseException) -> bool:
    """Whether the disk under a connection refuses; another connection may do better."""
    return _code(problem) == _SQLITE_IOERR


def is_unreadable(problem: BaseException) -> bool:
    """Whether a page came back that cannot be right; SQLCipher trusts that connection no more after it."""
    return _code(problem) in (_SQLITE_CORRUPT, _SQLITE_NOTADB)


def _code(problem: BaseException) -> int:
    """The primary result code of SQLite; nought for another problem."""
    code = getattr(getattr(problem, "orig", problem), "sqlite_errorcode", 0)
    return code & 0xFF if isinstance(code, int) else 0


def holds(raw: Any, device: str, last_seq: int | None) -> bool:
    """Whether the file behind this connection has everything that was told to be saved."""
    if last_seq is None:
        return True
    found = raw.execute(_LAST_SEQ, (device,)).fetchone()[0]
    return found is not None and int(found) >= last_seq
