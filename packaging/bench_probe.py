"""One measurement in a process of its own: `python bench_probe.py NAME [FOLDER]` prints one line of JSON."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path
from typing import Any


def measure(name: str, folder: Path) -> dict[str, Any]:
    """Runs the measurement of this name. Raises KeyError for another name."""
    if name in ("bare", "libraries", "unlock_screen", "first_screen", "typing", "steps", "matrix"):
        if name not in ("bare", "libraries"):
            # As when the program starts: its window comes in first, and then what it stands on.
            importlib.import_module("planbureau.app")
        import bench_screens

        part = getattr(bench_screens, name)
        return dict(part() if name in ("bare", "libraries") else part(folder))
    if name in ("deadlines", "saving", "file_check"):
        import bench_store

        return dict(getattr(bench_store, name)(folder))
    if name == "make":
        return _make(folder)
    if name in ("printing", "page"):
        import bench_paper

        return bench_paper.printing() if name == "printing" else _page(folder)
    raise KeyError(name)


def _make(folder: Path) -> dict[str, Any]:
    """The big vault, unlocked once so that its deadlines stand in it."""
    import bench_vault

    from planbureau.clock import SystemClock
    from planbureau.services.vault.vaults import load_content

    clock = SystemClock()
    made = bench_vault.make(folder, clock, load_content().formats)
    bench_vault.vaults(folder, clock).unlock(folder, bench_vault.PASSWORD).lock()
    return {"clients": made.clients, "plans": made.plans}


def _page(target: Path) -> dict[str, Any]:
    import bench_paper

    bench_paper.write_html(target)
    return {}


if __name__ == "__main__":
    print(json.dumps(measure(sys.argv[1], Path(sys.argv[2]))))
