"""Care of the vault as a whole, and of plan format files."""

from __future__ import annotations

from planbureau.cli.dutch import Options
from planbureau.cli.opening import opened
from planbureau.clock import Clock


def backup(options: Options, clock: Clock) -> int:
    """Makes a verified copy."""
    with opened(options, clock) as workspace:
        print(workspace.organisation.backup(options.out))
    return 0


def verify(options: Options, clock: Clock) -> int:
    """Checks the whole vault."""
    with opened(options, clock, reading=True) as workspace:
        print(workspace.organisation.verify())
    return 0


def restore(options: Options, clock: Clock) -> int:
    """Puts a backup back in an empty folder; a vault that exists is never overwritten."""
    from planbureau.services.vault.vaults import Vaults

    Vaults(clock).restore(options.file, options.folder)
    print(
        f"De kluis staat in: {options.folder}. Zij opent met het wachtwoord van de dag van de reservekopie."
    )
    return 0


def check_formats(options: Options, _clock: Clock) -> int:
    """Checks plan format files, and names file, line and what is expected."""
    from planbureau.services.plan_types.format_files import problems_in

    problems = [problem for file in options.files for problem in problems_in(file)]
    for problem in problems:
        print(problem)
    if not problems:
        print("In orde: er zijn geen fouten gevonden.")
    return 1 if problems else 0
