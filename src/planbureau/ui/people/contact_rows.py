"""Several addresses, phone numbers and mail addresses, each with a label and its own mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.hints import Hint
from planbureau.rules.people.identifiers import check_email, check_phone, check_postcode, tidy_postcode
from planbureau.ui.people.field_box import FieldBox, TextLine, WordsBox
from planbureau.ui.people.marks import Marks
from planbureau.ui.people.typed import put_back, typed_in
from planbureau.ui.people.words import ADDRESS_LABELS, CONTACT_LABELS
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import Divider
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import Address, ContactPoint

_KINDS = (("phone", "telefoon"), ("email", "mail"))


class PartRow(QWidget):
    """One address or contact; `remove_requested` asks to take it away."""

    remove_requested = Signal()

    def __init__(
        self,
        context: ThemeContext,
        part_id: str,
        mark: QWidget | None,
        word: str,
        weights: tuple[int, ...],
    ) -> None:
        super().__init__()
        self.part_id = part_id
        self.grid = ResponsiveGrid(context, weights=weights, narrow=440, gap=(10, 6))
        side = QHBoxLayout()
        side.setSpacing(context.px(2))
        if mark is not None:
            side.addWidget(mark)
        self.remove_button = IconButton(context, "trash-2", f"{word} weghalen")
        self.remove_button.clicked.connect(self.remove_requested)
        side.addWidget(self.remove_button)
        row = QHBoxLayout()
        row.setSpacing(context.px(6))
        row.addWidget(self.grid, 1)
        row.addLayout(side)
        row.setAlignment(side, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Divider())
        column.addLayout(row)


class AddressRow(PartRow):
    """Street, postcode and place."""

    def __init__(self, context: ThemeContext, part: Address, mark: QWidget | None) -> None:
        super().__init__(context, part.id, mark, "Adres", (2, 3))
        self.label = WordsBox("Soort adres", ADDRESS_LABELS, part.label)
        self.street = TextLine("Straat en huisnummer", part.street)
        self.postcode = TextLine("Postcode", part.postcode)
        self.city = TextLine("Plaats", part.city)
        self._code_box = FieldBox(context, "Postcode", self.postcode)
        self.grid.add(FieldBox(context, "Soort adres", self.label))
        self.grid.add(FieldBox(context, "Straat en huisnummer", self.street))
        self.grid.add(self._code_box)
        self.grid.add(FieldBox(context, "Plaats", self.city))
        self.postcode.editingFinished.connect(self._check)

    def value(self) -> Address:
        return Address(
            self.part_id,
            self.street.value(),
            tidy_postcode(self.postcode.value()),
            self.city.value(),
            self.label.value(),
        )

    def is_empty(self) -> bool:
        return not (self.street.value() or self.postcode.value() or self.city.value())

    def first_field(self) -> QWidget:
        return self.street

    def _check(self) -> None:
        self.postcode.set_value(tidy_postcode(self.postcode.value()))
        self._code_box.show_hints(check_postcode(self.postcode.value()))


class ContactRow(PartRow):
    """A phone number or a mail address."""

    def __init__(self, context: ThemeContext, part: ContactPoint, mark: QWidget | None) -> None:
        super().__init__(context, part.id, mark, "Nummer of mailadres", (2, 3, 2))
        self.kind = ChoiceBox("Telefoon of mail", _KINDS, nothing=None)
        self.kind.set_value(part.kind)
        self.line = TextLine("Nummer of adres", part.value)
        self.label = WordsBox("Waarvoor", CONTACT_LABELS, part.label)
        self._box = FieldBox(context, "Nummer of adres", self.line)
        self.grid.add(FieldBox(context, "Telefoon of mail", self.kind))
        self.grid.add(self._box)
        self.grid.add(FieldBox(context, "Waarvoor", self.label))
        self.line.editingFinished.connect(self._check)
        self.kind.value_changed.connect(self._check)

    def value(self) -> ContactPoint:
        return ContactPoint(self.part_id, self.kind.value(), self.line.value(), self.label.value())

    def is_empty(self) -> bool:
        return not self.line.value()

    def first_field(self) -> QWidget:
        return self.line

    def _check(self) -> None:
        hints: tuple[Hint, ...] = (
            check_phone(self.line.value()) if self.kind.value() == "phone" else check_email(self.line.value())
        )
        self._box.show_hints(hints)


class _Rows(QWidget):
    """Rows that come and go; a row without content is not part of the value."""

    def __init__(self, context: ThemeContext, marks: Marks, kind: str) -> None:
        super().__init__()
        self._context = context
        self._marks = marks
        self._kind = kind
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.px(8))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._foot = QHBoxLayout()
        self._foot.addStretch()
        self._column.addLayout(self._foot)
        self._buttons: list[Button] = []

    def _add_button(self, words: str, act: Callable[[], object]) -> Button:
        button = Button(self._context, words, ButtonKind.QUIET, icon="plus")
        button.clicked.connect(act)
        self._foot.insertWidget(self._foot.count() - 1, button)
        self._buttons.append(button)
        return button

    def _place(self, row: PartRow) -> None:
        self._column.insertWidget(self._column.count() - 1, row)
        row.remove_requested.connect(lambda: self._remove(row))
        follow_layout(self, self._foot_button())

    def _foot_button(self) -> QWidget | None:
        return self._buttons[0] if self._buttons else None

    def _remove(self, row: PartRow) -> None:
        self._column.removeWidget(row)
        row.setParent(None)
        row.deleteLater()
        self._forget(row)
        button = self._foot_button()
        if button is not None:
            button.setFocus()

    def _forget(self, row: PartRow) -> None:
        raise NotImplementedError

    def _all(self) -> Sequence[PartRow]:
        raise NotImplementedError

    def _add_known(self, part_id: str) -> PartRow:
        raise NotImplementedError

    def typed_name(self) -> str:
        return self._kind

    def typed(self) -> JsonValue:
        return [{"id": row.part_id, "fields": dict(typed_in(row))} for row in self._all()]

    def put_back(self, value: JsonValue) -> None:
        """Show the rows that were kept, in place of those that stand here."""
        kept = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        rows = {row.part_id: row for row in self._all()}
        for part_id in rows.keys() - {str(one["id"]) for one in kept}:
            self._remove(rows[part_id])
        for one in kept:
            row = rows.get(str(one["id"])) or self._add_known(str(one["id"]))
            if isinstance(one["fields"], dict):
                put_back(row, one["fields"])


class AddressRows(_Rows):
    """The addresses of one person."""

    def __init__(self, context: ThemeContext, parts: Iterable[Address], marks: Marks) -> None:
        super().__init__(context, marks, "address")
        self.rows: list[AddressRow] = []
        self.add_button = self._add_button("Adres toevoegen", self._add_empty)
        for part in parts:
            self.add(part)

    def add(self, part: Address | None = None) -> AddressRow:
        """Add a row; without an address an empty one."""
        made = part or Address(uuid4().hex, label="" if self.rows else "thuis")
        row = AddressRow(self._context, made, self._marks.button("address", made.id, "dit adres"))
        self.rows.append(row)
        self._place(row)
        return row

    def value(self) -> tuple[Address, ...]:
        return tuple(row.value() for row in self.rows if not row.is_empty())

    def _add_empty(self) -> None:
        self.add().first_field().setFocus()

    def _all(self) -> Sequence[PartRow]:
        return self.rows

    def _add_known(self, part_id: str) -> PartRow:
        return self.add(Address(part_id))

    def _forget(self, row: PartRow) -> None:
        self.rows = [one for one in self.rows if one is not row]


class ContactRows(_Rows):
    """The phone numbers and mail addresses of one person."""

    def __init__(self, context: ThemeContext, parts: Iterable[ContactPoint], marks: Marks) -> None:
        super().__init__(context, marks, "contact")
        self.rows: list[ContactRow] = []
        self.add_button = self._add_button("Telefoon of mail toevoegen", self._add_empty)
        for part in parts:
            self.add(part)

    def add(self, part: ContactPoint | None = None) -> ContactRow:
        """Add a row; without a contact an empty phone number."""
        made = part or ContactPoint(uuid4().hex, "phone", "")
        row = ContactRow(self._context, made, self._marks.button("contact", made.id, "dit nummer of adres"))
        self.rows.append(row)
        self._place(row)
        return row

    def value(self) -> tuple[ContactPoint, ...]:
        return tuple(row.value() for row in self.rows if not row.is_empty())

    def _add_empty(self) -> None:
        self.add().first_field().setFocus()

    def _all(self) -> Sequence[PartRow]:
        return self.rows

    def _add_known(self, part_id: str) -> PartRow:
        return self.add(ContactPoint(part_id, "phone", ""))

    def _forget(self, row: PartRow) -> None:
        self.rows = [one for one in self.rows if one is not row]
