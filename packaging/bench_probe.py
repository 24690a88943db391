"""One measurement in a process of its own: `python bench_probe.py NAME [FOLDER]` prints one line of JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any


def measure(name: str, folder: Path) -> dict[str, Any]:
    """Runs the measurement of this name. Raises KeyError for another name."""
    if name in ("bare", "unlock_screen", "first_screen", "typing", "steps"):
        import bench_screens

        return bench_screens.bare() if name == "bare" else dict(getattr(bench_screens, name)(folder))
    if name in ("deadlines", "saving"):
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
    from planbureau.services.vaults import load_content

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
