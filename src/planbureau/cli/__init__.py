"""The main job without a window. Passwords come by standard input or a prompt, never as an argument."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress

from planbureau.cli.dutch import Options
from planbureau.cli.parser import build_parser
from planbureau.clock import Clock, SystemClock
from planbureau.errors import NotFoundError, PlanbureauError, place_of, unforeseen

OK, FAILED, USAGE = 0, 1, 2

__all__ = ["FAILED", "OK", "USAGE", "main"]


def main(arguments: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Runs one verb; the answer is the exit code: 0 done, 1 not done, 2 not understood."""
    _speak_utf8()
    parser = build_parser()
    options = parser.parse_args(arguments)
    verb: Callable[[Options, Clock], int] | None = getattr(options, "verb", None)
    if verb is None:
        parser.print_help()
        return OK
    try:
        return verb(options, clock or SystemClock())
    except NotFoundError as problem:
        where = "De nummers staan in: planbureau clients, planbureau plans en planbureau people."
        print(f"planbureau: {problem.what} {where}", file=sys.stderr)
        return FAILED
    except PlanbureauError as problem:
        print(f"planbureau: {problem}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print("planbureau: afgebroken. Er is niets half bewaard.", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Whoever reads the answer stopped reading, as `head` does: nothing is wrong.
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as problem:  # noqa: BLE001 - told in Dutch; a traceback may hold a name or a text
        from planbureau.vault.diagnose import explain

        told = explain(problem)
        print(f"planbureau: {told or unforeseen(problem)}", file=sys.stderr)
        if told is None:
            print(f"planbureau: {place_of(problem)}", file=sys.stderr)
        return FAILED


def _speak_utf8() -> None:
    """Names from all over the world pass through a pipe, whatever the computer is set to."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None and not stream.isatty():
            reconfigure(encoding="utf-8")
