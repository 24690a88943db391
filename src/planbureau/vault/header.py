"""Reading and writing the two copies of the key file.

`keys.json` is the commit point of every change of keys: before its rename the old state holds, after it the
new. `keys.bak.json` is a second copy of the same state, never of an older one: that would keep a removed
user's slot alive.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from planbureau.vault.atomic import write_atomically
from planbureau.vault.errors import (
    DatabaseMissingError,
    DiskFaultError,
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyFileTamperedError,
    NewerFormatError,
    NotAVaultError,
    ToldVaultError,
)
from planbureau.vault.header_v1 import MAX_BYTES, Header, decode, encode
from planbureau.vault.keys import seal

_DATABASE = re.compile(r"vault-([1-9][0-9]*)\.db(?:-wal|-shm|-journal)?", re.ASCII)

KEY_FILE = "keys.json"
KEY_FILE_COPY = "keys.bak.json"


def load_header(folder: Path) -> Header:
    """The newest whole copy of the key file; not yet proven honest (that takes the database key).

    Raises NotAVaultError, KeyFileMissingError, KeyFileDamagedError, KeyFileTamperedError, NewerFormatError,
    DatabaseMissingError (no permission to look), DiskFaultError.
    """
    found: list[Header] = []
    failures: list[ToldVaultError] = []
    for name in (KEY_FILE, KEY_FILE_COPY):
        try:
            found.append(decode(_read(folder / name)))
        except FileNotFoundError:
            continue
        except NotADirectoryError:
            raise NotAVaultError from None
        except PermissionError:
            failures.append(
                DatabaseMissingError("De sleutelbestanden van deze kluis mogen niet gelezen worden.")
            )
        except IsADirectoryError:
            failures.append(KeyFileDamagedError())
        except OSError:
            failures.append(DiskFaultError())
        except ToldVaultError as error:
            failures.append(error)
    for failure in failures:
        if isinstance(failure, NewerFormatError):
            raise failure
    if found:
        return max(found, key=lambda header: header.seq)
    raise _worst(failures) if failures else _nothing_there(folder)


def save_header(folder: Path, header: Header, db_key: bytes) -> Header:
    """Writes the next state of the key file, sealed; returns it.

    Raises OSError: then the old state still holds. A second copy that fails is healed at the next opening.
    """
    sealed = seal(replace(header, seq=header.seq + 1), db_key)
    data = encode(sealed)
    write_atomically(folder / KEY_FILE, data)  # the commit point
    with suppress(OSError):
        write_atomically(folder / KEY_FILE_COPY, data)
    return sealed


def heal_copies(folder: Path, header: Header) -> None:
    """Makes both copies equal to a header that was proven honest; a failure is left to the next opening."""
    data = encode(header)
    for name in (KEY_FILE, KEY_FILE_COPY):
        path = folder / name
        with suppress(OSError):
            if not path.is_file() or path.read_bytes() != data:
                write_atomically(path, data)


def remove_strays(folder: Path, header: Header) -> None:
    """Removes databases of other generations: what a change of key left behind when it was cut off.

    Their keys exist nowhere any more, or only in the hands of somebody who was removed. What another program
    holds stays until the next opening.
    """
    for path in folder.glob("vault-*.db*"):
        found = _DATABASE.fullmatch(path.name)
        if found is not None and int(found[1]) != header.generation:
            with suppress(OSError):
                path.unlink()


def copies_agree(folder: Path, header: Header) -> bool:
    """Whether both copies hold exactly this header."""
    data = encode(header)
    try:
        return all((folder / name).read_bytes() == data for name in (KEY_FILE, KEY_FILE_COPY))
    except OSError:
        return False


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _worst(failures: list[ToldVaultError]) -> ToldVaultError:
    for error in failures:
        if isinstance(error, KeyFileTamperedError):
            return error
    return failures[0]


def _nothing_there(folder: Path) -> ToldVaultError:
    return KeyFileMissingError() if any(folder.glob("vault-*.db")) else NotAVaultError()
