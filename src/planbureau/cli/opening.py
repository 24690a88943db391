"""Opening a vault from the command line."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from planbureau.cli.dutch import Options
from planbureau.clock import Clock
from planbureau.errors import InvalidInputError, OnlyReadableError

if TYPE_CHECKING:
    from planbureau.services.api import Workspace
    from planbureau.services.api.users import Opener

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


def _whose(openers: Sequence[Opener], number: int) -> str:
    """The slot of who was meant; of a vault with one person nobody needs to be meant.

    A number and no name: what stands in a command is seen by everyone on the computer.
    """
    if not number and len(openers) < 2:
        return ""
    if 1 <= number <= len(openers):
        return openers[number - 1].slot_id
    names = ", ".join(f"{place} {one.name}" for place, one in enumerate(openers, 1))
    what = "Dit getal is van niemand." if number else "Meer mensen hebben een wachtwoord voor deze kluis."
    raise InvalidInputError(what, f"Zeg met --user en een getal wie je bent: {names}.")


@contextmanager
def opened(options: Options, clock: Clock, *, reading: bool = False) -> Iterator[Workspace]:
    """The vault, open until the end of the block.

    A verb that is only `reading` also works beside an open window, or in a place that cannot be written in.
    """
    from planbureau.services.vault.places import Places
    from planbureau.services.vault.vaults import Vaults

    # The copy of the day is made by whoever wrote something.
    vaults = Vaults(clock, Places(daily=not reading), holder=HOLDER)
    folder = options.vault or vaults.default_folder()
    slot_id = _whose(vaults.openers(folder), options.user)
    password = read_password()
    try:
        workspace = vaults.unlock(folder, password, slot_id=slot_id)
    except OnlyReadableError as problem:
        if not reading:
            raise
        print(f"planbureau: {problem.what} De kluis is nu alleen om te lezen open.", file=sys.stderr)
        workspace = vaults.unlock(folder, password, read_only=True, slot_id=slot_id)
    try:
        if doubt := workspace.clock_checks.doubt():  # late and near are told by this clock
            print(f"planbureau: {doubt}", file=sys.stderr)
        yield workspace
    finally:
        workspace.lock()
