"""What the stored deadlines were computed with, as a hash: nobody has to remember that a rule changed."""

from __future__ import annotations

import hashlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from types import CodeType

from planbureau.formats.library import FormatLibrary
from planbureau.rules import deadlines

OUTSIDE = (
    "planbureau.model.deadline_index",
    "planbureau.model.reading.care_periods",
    "planbureau.model.reading.facts",
    "planbureau.model.reading.plan_heads",
    "planbureau.rules.dates",
    "planbureau.rules.dutch",
    "planbureau.rules.mark",
    "planbureau.rules.regime",
    "planbureau.rules.wzd.measures",
    "planbureau.services.calendar.terms",
)
"""Modules outside `rules.deadlines` that decide what stands in the rows."""


def deadline_stamp(formats: FormatLibrary) -> str:
    """Changes with every rule, with the code that applies it, and with the rules that a plan type names.

    A plan type that was added or put back makes a difference too: its plans had no deadlines before.
    """
    named = sorted((one.id, one.version, one.subject.value, *one.deadlines) for one in formats.formats)
    return hashlib.sha256(f"{_of_code()}\n{named}".encode()).hexdigest()


@cache
def _of_code() -> str:
    """Read as code and not as text: an installed program has no text. Takes about ten milliseconds."""
    inside = (one.name for one in pkgutil.walk_packages(deadlines.__path__, f"{deadlines.__name__}."))
    return stamp_of(code for name in sorted((*inside, *OUTSIDE)) if (code := _code(name)) is not None)


def _code(name: str) -> CodeType | None:
    spec = find_spec(name)
    get_code = getattr(spec and spec.loader, "get_code", None)
    found = get_code(name) if get_code is not None else None
    return found if isinstance(found, CodeType) else None


def stamp_of(codes: Iterable[CodeType]) -> str:
    """The hash of what these pieces of code do and hold; where their lines stand does not count."""
    digest = hashlib.sha256()
    for code in codes:
        for part in _parts(code):
            digest.update(part)
            digest.update(b"\0")
    return digest.hexdigest()


def _parts(code: CodeType) -> Iterator[bytes]:
    yield code.co_name.encode()
    yield code.co_code
    yield repr(code.co_names).encode()
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _parts(constant)
        elif isinstance(constant, frozenset):
            yield repr(sorted(map(repr, constant))).encode()  # a set has another order in each process
        else:
            yield repr(constant).encode()
