"""Small words that every room needs in the same way."""

from __future__ import annotations


def count(number: int, one: str, many: str) -> str:
    """The number with the word that fits it: 1 doel, 3 doelen."""
    return f"{number} {one if number == 1 else many}"
