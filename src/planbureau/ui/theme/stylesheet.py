"""The one stylesheet, with its colours and sizes filled in from the tokens."""

from __future__ import annotations

import re
from pathlib import Path

from planbureau.ui.theme.images import SEARCH_PREFIX
from planbureau.ui.theme.tokens import Tokens

_MACRO = re.compile(r"@(?:px\((\d+)\)|img\(([a-z-]+)\)|([a-z_]+))")


def source() -> str:
    """The stylesheet as it is written, with `@token`, `@px(n)` and `@img(name)` in it."""
    return Path(__file__).with_name("style.qss").read_text(encoding="utf-8")


def stylesheet(tokens: Tokens, factor: float) -> str:
    """The stylesheet of a look at a text size. Raises AttributeError for a token that does not exist."""

    def fill(match: re.Match[str]) -> str:
        pixels, image, token = match.groups()
        if pixels is not None:
            return f"{round(int(pixels) * factor)}px"
        if image is not None:
            return f"url({SEARCH_PREFIX}:{image}.svg)"
        return tokens.colour(token)

    return _MACRO.sub(fill, source())
