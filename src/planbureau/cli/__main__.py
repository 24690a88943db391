"""`python -m planbureau.cli`."""

from __future__ import annotations

from planbureau.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
