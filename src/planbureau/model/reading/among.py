"""Asking for many records by id in one query."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, func, select


def among(column: Any, ids: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column holds one of these ids; they travel as one JSON text, so there may be any number."""
    listed = func.json_each(json.dumps(sorted(ids))).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(listed.c.value))
    return found
