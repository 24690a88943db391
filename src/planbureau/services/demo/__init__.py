"""The demo: a vault of an invented provider with fourteen clients, made with the verbs of a real one.

Everything that it tells stands in `resources/demo/*.toml`; its days are counted from today.
"""

from __future__ import annotations

from planbureau.services.demo.making import DEMO_PASSWORD, demo_vault, make_demo, open_demo
from planbureau.services.demo.printing import print_all

__all__ = ["DEMO_PASSWORD", "demo_vault", "make_demo", "open_demo", "print_all"]
