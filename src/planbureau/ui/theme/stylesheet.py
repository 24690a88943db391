"""The one stylesheet, with its colours and sizes filled in from the tokens."""

from __future__ import annotations

import re
from pathlib import Path

from planbureau.ui.theme.images import SEARCH_PREFIX
from planbureau.ui.theme.tokens import Tokens

_LINE = 2
"""Pixels of the line around what is round."""
_MACRO = re.compile(r"@(?:(px|round)\((\d+)\)|img\(([a-z-]+)\)|([a-z_]+))")


def source() -> str:
    """The stylesheet as it is written, with `@token`, `@px(n)`, `@round(n)` and `@img(name)` in it.

    `@round(n)` makes a circle of what is `@px(n)` wide and high; Qt draws a square when it is one pixel more.
    """
    return Path(__file__).with_name("style.qss").read_text(encoding="utf-8")


def stylesheet(tokens: Tokens, factor: float) -> str:
    """The stylesheet of a look at a text size. Raises AttributeError for a token that does not exist."""

    def fill(match: re.Match[str]) -> str:
        kind, pixels, image, token = match.groups()
        if pixels is not None:
            size = round(int(pixels) * factor)
            return f"{size if kind == 'px' else size // 2 + _LINE}px"
        if image is not None:
            return f"url({SEARCH_PREFIX}:{image}.svg)"
        return tokens.colour(token)

    return _MACRO.sub(fill, source())
