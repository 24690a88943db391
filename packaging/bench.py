"""`make bench`: how quick the program is, as ratios measured in one run. Exit code 1 when a limit is passed.

The limits are those of the design (part 7). A big vault of an invented provider is made in a temporary
folder and removed afterwards. Each measurement is repeated and the middle one counts.

What is compared with something else in the same run is timed by the clock. What has a fixed limit counts the
work of the process itself, so that other programs on the computer matter less; they still slow it down.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from bench_limits import Note, Row, Skipped, middle, verdict, within

HERE = Path(__file__).resolve().parent
OTHER_PRINTER = HERE.parent / ".venv-bench"
STARTS = 7
OPENINGS = 5

Rows = list[Row | Skipped | Note]


def probe(name: str, folder: Path) -> dict[str, Any]:
    """One measurement in a process of its own; `began` is the moment at which that was started."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        # As in the installed program, our own modules are compiled once, like those of the libraries. A
        # computer that is told to keep no compiled modules would measure Python's compiler at each start.
        "PYTHONPYCACHEPREFIX": str(folder.parent / "gecompileerd"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    command = [sys.executable, str(HERE / "bench_probe.py"), name, str(folder)]
    began = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode != 0:
        raise RuntimeError(f"{name}: {done.stderr.strip()[-2000:]}")
    return {**json.loads(done.stdout.splitlines()[-1]), "began": began}


def screens(folder: Path) -> Rows:
    """Starting, unlocking, memory, typing, and the steps of the wizard."""
    bare: list[dict[str, Any]] = []
    starts: list[dict[str, Any]] = []
    for name in ("bare", "unlock_screen"):
        probe(name, folder)  # compiles its modules
    for _ in range(STARTS):
        bare.append(probe("bare", folder))
        starts.append(probe("unlock_screen", folder))
    opened = [probe("first_screen", folder) for _ in range(OPENINGS)]
    typed, stepped = probe("typing", folder), probe("steps", folder)
    matrix = probe("matrix", folder)
    rows: Rows = [
        Row("van starten tot het ontgrendelscherm", _start(starts), _start(bare), 1.5, beside="kaal venster"),
        within("van sleutel tot eerste scherm", middle([o["opening"] for o in opened]), 250),
        within("een toets in het zoekveld (de traagste)", max(typed["keys"]), 16),
        within("de lijst van alle cliënten", middle(typed["listing"]), 250),
        within("de volgende stap van een plan", middle(stepped["steps"]), 50),
        within("een doelenmatrix van 60 bij 30 getoond", middle(matrix["shown"]), 50),
        within("een vak verder in die matrix, als een pijltje herhaalt", middle(matrix["arrows"]), 33),
    ]
    memory, empty = middle([o["memory"] for o in opened]), middle([b["memory"] for b in bare])
    if empty:
        rows.append(Row("geheugen met de kluis open", memory, empty, 2.6, "MB", "kaal venster"))
        alone = probe("libraries", folder)["memory"]
        rows.append(Note(f"de bibliotheken alleen zijn {alone / empty:.2f} x kaal venster", alone, "MB"))
    else:
        rows.append(Skipped("geheugen met de kluis open", "dit systeem vertelt het niet"))
    return rows


def _start(found: list[dict[str, Any]]) -> float:
    return 1000 * middle([one["painted"] - one["began"] for one in found])


def store(folder: Path) -> Rows:
    """Saving a field, and the deadlines."""
    saved, deadlines = probe("saving", folder), probe("deadlines", folder)
    checked = probe("file_check", folder)
    plain = middle(saved["committed"])
    return [
        Row("een veld bewaard", middle(saved["saved"]), plain, 6, beside="gewone SQLite"),
        within("alle termijnen van 10.000 plannen berekend", middle(deadlines["all"]), 1000),
        within("de termijnen van één cliënt", middle(deadlines["one"]), 5),
        within("de dossiercheck van 2.000 cliënten", middle(checked["all"]), 1000),
        within("de dossiercheck van één cliënt", middle(checked["one"]), 50),
        Note(
            "openen na nieuwe regels, met alle termijnen opnieuw opgeschreven", middle(deadlines["renewed"])
        ),
    ]


def paper(folder: Path) -> Rows:
    """Printing, beside WeasyPrint where that can be installed."""
    ours = probe("printing", folder)
    times = middle(ours["times"])
    what = f"een plan van {ours['pages'][0]:.0f} bladzijden met 40 pictogrammen"
    rows: Rows = [within(what, times, 500)]
    page = folder.with_name("plan.html")
    probe("page", page)
    theirs = other_printer(page)
    if isinstance(theirs, str):
        rows.append(Skipped("hetzelfde plan met WeasyPrint", theirs))
    else:
        rows.append(Row("hetzelfde plan", times, middle(theirs), 0.25, beside="WeasyPrint"))
    return rows


def other_printer(page: Path) -> list[float] | str:
    """Times of WeasyPrint for the same content, or why it could not be asked."""
    from bench_paper import WEASYPRINT, read_times

    python = OTHER_PRINTER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    steps = [
        [sys.executable, "-m", "venv", str(OTHER_PRINTER)],
        [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "weasyprint"],
    ]
    ask = [str(python), "-c", WEASYPRINT, str(page)]
    if not python.exists():
        for step in steps:
            if subprocess.run(step, capture_output=True, check=False).returncode != 0:  # noqa: S603 - our own commands
                return "het is hier niet te installeren"
    done = subprocess.run(ask, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    if done.returncode != 0:
        return "het is geïnstalleerd, maar start niet; meestal ontbreekt Pango"
    return read_times(done.stdout)


def main() -> int:
    """Measure everything, print the ratios."""
    if hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1) / 2:
        print(
            "Let op: deze computer is nu ook met ander werk bezig. Tijden vallen dan hoger uit, tot tweemaal."
        )
    with tempfile.TemporaryDirectory(prefix="planbureau-bench-") as room:
        folder = Path(room) / "kluis"
        print("Een kluis met 2.000 cliënten en 10.000 plannen wordt gemaakt ...", flush=True)
        began = time.monotonic()
        probe("make", folder)
        print(f"Klaar na {time.monotonic() - began:.0f} s. Nu wordt er gemeten ...", flush=True)
        rows: Rows = []
        for part in (screens, store, paper):
            found = part(folder)
            for row in found:
                print(row.line, flush=True)
            rows += found
    words, code = verdict(rows)
    print(words)
    return code


if __name__ == "__main__":
    sys.exit(main())
