"""What a piece of a page means: the key of one structure element."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Attributes = Mapping[str, Mapping[str, str | int]]


@dataclass(eq=False, slots=True)
class Tag:
    """One structure element, known by its identity and not by its values.

    A paragraph that runs over two pages shares its Tag, and so stays one element. `parent` is only set
    where the element does not belong to the container that is open when it is first drawn. `attributes`
    are grouped by owner ("Table", "List", "Layout"); texts in them become PDF names.
    """

    role: str
    parent: Tag | None = None
    alt: str = ""
    actual: str = ""
    language: str = ""
    attributes: Attributes = field(default_factory=dict)


def table_header(scope: str, span: int = 1) -> Tag:
    """A heading cell; `scope` is "Column" or "Row" (PDF/UA-1, 7.5)."""
    return Tag("TH", attributes={"Table": {"Scope": scope, **_span(span)}})


def table_cell(span: int = 1) -> Tag:
    """A data cell that takes `span` columns."""
    return Tag("TD", attributes={"Table": _span(span)} if span > 1 else {})


def _span(span: int) -> dict[str, str | int]:
    return {"ColSpan": span} if span > 1 else {}
