"""What a form cannot do without: said with the field where to go on, until there is something in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import SignalInstance

from planbureau.errors import InvalidInputError
from planbureau.ui.people.field_box import TextLine

_STILL_THERE = "Er is nog niets bewaard; wat je invulde staat er nog."


class Fillable(Protocol):
    """A field that tells what stands in it, and when people change that."""

    @property
    def value_changed(self) -> SignalInstance: ...

    def value(self) -> str: ...


class EmptyFieldError(InvalidInputError):
    """None of `fields` has something in it, and one must; the first is where to go on."""

    def __init__(self, words: str, fields: Sequence[Fillable], hint: str = _STILL_THERE) -> None:
        super().__init__(words, hint)
        self.fields = fields


def required(value: str, words: str, *fields: Fillable, hint: str = _STILL_THERE) -> str:
    """The value of a field. Raises EmptyFieldError with these words when it is empty."""
    if not value:
        raise EmptyFieldError(words, fields, hint)
    return value


def required_name(*lines: TextLine) -> None:
    """Raises EmptyFieldError when none of these lines of a name has something in it."""
    found = "".join(line.value() for line in lines)
    required(found, "Vul een naam in.", *lines, hint="Een voornaam of een achternaam is genoeg.")
