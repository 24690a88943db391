"""Opening a vault from the command line."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from planbureau.cli.dutch import Options
from planbureau.clock import Clock
from planbureau.errors import InvalidInputError, OnlyReadableError

if TYPE_CHECKING:
    from planbureau.services.api import Workspace

HOLDER = "Planbureau (opdrachtregel)"


def read_password(question: str = "Wachtwoord: ") -> str:
    """The password from a prompt, or the first line of standard input. Raises InvalidInputError."""
    if sys.stdin.isatty():
        password = getpass.getpass(question)
    else:
        password = sys.stdin.readline().rstrip("\r\n").removeprefix("\ufeff")
    if not password:
        raise InvalidInputError("Er is geen wachtwoord gegeven.", "Geef het via de standaardinvoer.")
    return password


@contextmanager
def opened(options: Options, clock: Clock, *, reading: bool = False) -> Iterator[Workspace]:
    """The vault, open until the end of the block.

    A verb that is only `reading` also works beside an open window, or in a place that cannot be written in.
    """
    from planbureau.services.vault_places import Places
    from planbureau.services.vaults import Vaults

    # The copy of the day is made by whoever wrote something.
    vaults = Vaults(clock, Places(daily=not reading), holder=HOLDER)
    folder = options.vault or vaults.default_folder()
    password = read_password()
    try:
        workspace = vaults.unlock(folder, password)
    except OnlyReadableError as problem:
        if not reading:
            raise
        print(f"planbureau: {problem.what} De kluis is nu alleen om te lezen open.", file=sys.stderr)
        workspace = vaults.unlock(folder, password, read_only=True)
    try:
        yield workspace
    finally:
        workspace.lock()
