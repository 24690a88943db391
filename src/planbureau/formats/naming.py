"""The name of a plan: that of its type, and the part of life that it is about when there are more of them."""

from __future__ import annotations

_FOR = " voor "


def titled(title: str, part: str) -> str:
    """The name of a plan of this type, for one part of life: "Ondersteuningsplan voor dagbesteding"."""
    return f"{title}{_FOR}{part.strip()}" if part.strip() else title


def part_in(name: str, title: str) -> str:
    """The part of life in the name of a plan of this type; empty when the name is that of the type."""
    return name.removeprefix(f"{title}{_FOR}") if name.startswith(f"{title}{_FOR}") else ""
