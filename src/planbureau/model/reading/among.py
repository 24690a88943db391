"""Asking for many records by id in one query."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select

FEW = 20


def among(column: Any, ids: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column holds one of these ids; many travel as one JSON text, so there may be any number."""
    wanted = sorted(ids)
    found: ColumnElement[bool]
    if len(wanted) <= FEW:
        found = column.in_(wanted)
    else:
        listed = func.json_each(json.dumps(wanted)).table_valued("value")
        found = column.in_(select(listed.c.value))
    return found
