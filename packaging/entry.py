"""The start of the packaged program: one file for both entrances, told apart by the name of the program."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    """`planbureau-venster` opens the window, `planbureau` works without one."""
    if Path(sys.argv[0]).stem == "planbureau-venster":
        from planbureau.app import main as start
    else:
        from planbureau.cli import main as start
    return start() or 0


if __name__ == "__main__":
    sys.exit(main())
