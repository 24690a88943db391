"""A process that works and is killed in the middle of whatever it does."""

from __future__ import annotations

import os
import random
import select
import signal
import time
from collections.abc import Callable


def killed(work: Callable[[int], None], dice: random.Random) -> int:
    """Kills a fork that does `work`, which tells on a pipe what was acknowledged; the last number it told.

    -1 when it told nothing.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            work(writing)
        finally:
            os._exit(3)
    os.close(writing)
    select.select([reading], [], [], 20)  # it is at work
    time.sleep(dice.uniform(0, 0.12))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    told = b""
    while part := os.read(reading, 65536):
        told += part
    os.close(reading)
    lines = told.split(b"\n")[:-1]
    return int(lines[-1]) if lines else -1
