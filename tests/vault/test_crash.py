"""kill -9 while keys are replaced: the vault always opens, with the last state that was acknowledged."""

from __future__ import annotations

import random
import subprocess
from collections.abc import Callable
from pathlib import Path

from planbureau.vault.creation import CreatedVault
from planbureau.vault.errors import WrongPasswordError
from planbureau.vault.header import load_header
from planbureau.vault.opening import unlock_with_password, unlock_with_recovery
from planbureau.vault.passwords import change_password

KILLS = 24

REPLACER = """
import sys
from pathlib import Path
from planbureau.vault.header import load_header, save_header
folder, key = Path(sys.argv[1]), bytes.fromhex(sys.stdin.readline())
header = load_header(folder)
while True:
    header = save_header(folder, header, key)
    print(header.seq, flush=True)
"""


def test_the_key_file_survives_kill_9(
    made: CreatedVault, folder: Path, password: str, start_python: Callable[..., subprocess.Popen[str]]
) -> None:
    chance = random.Random(2)  # noqa: S311 (when to kill is no secret)
    acknowledged = 0
    for _ in range(KILLS):
        child = start_python(REPLACER, str(folder))
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(made.access.database_key().hex() + "\n")
        child.stdin.flush()
        for _ in range(chance.randint(1, 12)):
            acknowledged = int(child.stdout.readline())
        child.kill()
        rest = child.communicate()[0].splitlines()
        # A line cut off by the kill is shorter than the number before it.
        acknowledged = max([acknowledged, *(int(line) for line in rest if line)])
        assert load_header(folder).seq >= acknowledged
        unlock_with_recovery(folder, made.recovery_code).close()
    assert acknowledged > KILLS
    unlock_with_password(folder, password).close()
    assert (folder / "keys.json").read_bytes() == (folder / "keys.bak.json").read_bytes()


CHANGER = """
import sys
from pathlib import Path
from planbureau.vault.opening import unlock_with_password
from planbureau.vault.passwords import change_password
folder, old, new = Path(sys.argv[1]), *sys.stdin.readline().split()
access = unlock_with_password(folder, old)
while True:
    change_password(access, old, new)
    print(new, flush=True)
    old, new = new, old
"""


def test_nobody_is_locked_out_by_a_kill_during_a_change_of_password(
    made: CreatedVault, folder: Path, password: str, start_python: Callable[..., subprocess.Popen[str]]
) -> None:
    change_password(made.access, password, "eerste")
    current = "eerste"
    for changes in (1, 2, 2):
        other = "tweede" if current == "eerste" else "eerste"
        child = start_python(CHANGER, str(folder))
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(f"{current} {other}\n")
        child.stdin.flush()
        for _ in range(changes):
            assert child.stdout.readline()
        child.kill()
        child.communicate()
        # Which of the two it is depends on the moment; the kill may fall between commit and acknowledgement.
        opened = [word for word in ("eerste", "tweede") if opens(folder, word)]
        assert len(opened) == 1
        current = opened[0]
    unlock_with_recovery(folder, made.recovery_code).close()


def opens(folder: Path, password: str) -> bool:
    try:
        unlock_with_password(folder, password).close()
    except WrongPasswordError:
        return False
    return True
