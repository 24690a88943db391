"""The fields of a form as they stand: read to be kept, and put back when the form opens again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.people.field_box import WordsBox
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.long_text_edit import LongTextEdit


@runtime_checkable
class Holder(Protocol):
    """A field that is more than one value: it says itself what is kept of it."""

    def typed_name(self) -> str: ...

    def typed(self) -> JsonValue: ...

    def put_back(self, value: JsonValue) -> None: ...


_PLAIN = (DateField, ChoiceBox, WordsBox, LongTextEdit, QCheckBox, ChipRow, QLineEdit)


def typed_in(root: QWidget) -> dict[str, JsonValue]:
    """What stands in every field in `root`, by name; a second field of the same name gets a number."""
    return {name: _read(field) for name, field in _named(root)}


def put_back(root: QWidget, typed: Mapping[str, JsonValue]) -> tuple[str, ...]:
    """Puts it back. Answers the texts for which there is no field any more."""
    fields = dict(_named(root))
    lost = []
    for name, value in typed.items():
        if name in fields:
            _write(fields[name], value)
        elif isinstance(value, str) and value.strip():
            lost.append(value)
    return tuple(lost)


def _named(root: QWidget) -> Iterator[tuple[str, QWidget]]:
    seen: Counter[str] = Counter()
    for field in _fields(root):
        name = field.typed_name() if isinstance(field, Holder) else focus_target(field).accessibleName()
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} {seen[name]}"), field


def _fields(root: QWidget) -> Iterator[QWidget]:
    for child in root.children():
        if isinstance(child, (*_PLAIN, Holder)) and isinstance(child, QWidget):
            yield child
        elif isinstance(child, QWidget):
            yield from _fields(child)


def _read(field: QWidget) -> JsonValue:
    if isinstance(field, Holder):
        return field.typed()
    if isinstance(field, DateField):
        day = None if field.line.isModified() else field.value()
        return day.isoformat() if day else field.line.text()
    if isinstance(field, ChipRow):
        return sorted(field.checked())
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QLineEdit):
        return field.text()
    assert isinstance(field, ChoiceBox | WordsBox | LongTextEdit)
    return field.value()


def _write(field: QWidget, value: JsonValue) -> None:
    if isinstance(field, Holder):
        field.put_back(value)
    elif isinstance(field, ChipRow):
        field.set_checked(str(one) for one in value) if isinstance(value, list) else None
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, DateField):
        _write_date(field, str(value))
    elif isinstance(field, QLineEdit):
        field.setText(str(value))
    elif isinstance(field, ChoiceBox | WordsBox | LongTextEdit):
        field.set_value(str(value))


def _write_date(field: DateField, text: str) -> None:
    try:
        field.set_value(date.fromisoformat(text))
    except ValueError:  # what somebody typed and could not be read: it stands there again, and says so
        field.set_value(None)
        field.line.setText(text)
        field.line.setModified(True)
        field.commit()
