"""The block tree as indented plain text: for tests that read a document, and for a hash of its words.

Every word and every fact of the tree is in it, nothing of its drawing. Lines are stable: the same document
gives the same text on every computer.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from typing import Any

from planbureau.documents.blocks import Document, Run

_INDENT = "  "


def dump(document: Document) -> str:
    """Return the whole document as text; ends with a newline."""
    return "\n".join(_lines(document, 0)) + "\n"


def content_hash(document: Document) -> str:
    """Return the SHA-256 (hex) of the dump: equal words and facts give an equal hash."""
    return hashlib.sha256(dump(document).encode()).hexdigest()


def _lines(value: Any, depth: int, name: str = "") -> Iterator[str]:
    """Yield a line for the value, and below it, one step further, all its fields that are not empty."""
    start = _INDENT * depth + (f"{name}: " if name else "")
    if isinstance(value, tuple):
        if value and all(isinstance(each, Run) for each in value):
            yield f'{start}"{"".join(_run(run) for run in value)}"'
            return
        yield start.rstrip() if name else f"{start}-"
        for each in value:
            yield from _lines(each, depth + 1)
        return
    if hasattr(value, "__dataclass_fields__"):
        yield start + type(value).__name__
        for field in fields(value):
            inner = getattr(value, field.name)
            if inner not in ("", b"", (), None, False):
                yield from _lines(inner, depth + 1, field.name)
        return
    yield start + _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bytes):
        return f"{len(value)} bytes {hashlib.sha256(value).hexdigest()[:16]}"
    if isinstance(value, str):
        return f'"{_escaped(value)}"'
    return str(value)


def _escaped(text: str) -> str:
    """Keep a text on one line, so that no text can look like a line of the dump or like a marked run."""
    one_line = text.replace("\\", "\\\\").replace("\r", "\\r").replace("\n", "\\n")
    return one_line.replace('"', '\\"').replace("[", "[[")


def _run(run: Run) -> str:
    text = _escaped(run.text)
    marks = [word for word, on in (("vet", run.bold), ("cursief", run.italic)) if on]
    if run.link:
        marks.append(f"naar {_escaped(run.link)}")
    return f"[{', '.join(marks)}: {text}]" if marks else text
