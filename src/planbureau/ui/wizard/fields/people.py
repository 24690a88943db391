"""People as a list in a plan: shown here, kept with the client, and quickly added."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.places import OpenClient
from planbureau.ui.widgets.avatar import Avatar
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import Divider, TextLabel, TextRole
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.new_person import ask_person
from planbureau.ui.wizard.row_box import RowBox
from planbureau.views import PersonView

_AVATAR = 36


@dataclass(frozen=True)
class PersonLine:
    """One line: who, in which role, and what more there is to know."""

    name: str
    role: str = ""
    detail: str = ""


class PeopleField(Field):
    """A kind gives `lines`, and `add` when someone can be added here."""

    MARKABLE = False
    NOBODY = "Hier staat nog niemand."
    ADD = "Persoon toevoegen"

    def lines(self) -> tuple[PersonLine, ...]:
        """Who stands here now."""
        raise NotImplementedError

    def add(self, person: PersonView, role: str) -> None:
        """Keeps a new person."""
        raise NotImplementedError

    def make_editor(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        self._list = QVBoxLayout()
        self._list.setSpacing(self.px(8))
        column.addLayout(self._list)
        buttons = QHBoxLayout()
        self.add_button = Button(self.theme, self.ADD, ButtonKind.QUIET, icon="user-plus")
        self.add_button.clicked.connect(self._add_new)
        self.edit_button = Button(self.theme, "Bewerken bij de cliënt", ButtonKind.QUIET, icon="pencil")
        self.edit_button.setAccessibleName(f"Bewerken bij de cliënt: {self.question.label}")
        self.edit_button.clicked.connect(self._edit)
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.edit_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.add_button.setVisible(bool(self.ADD))
        self._shown: tuple[PersonLine, ...] | None = None
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def focus_widget(self) -> QWidget:
        return self.add_button if self.ADD else self.edit_button

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value
        self._fill()

    def refresh(self) -> None:
        self._fill()
        self._look()

    def flush(self) -> bool:
        return True

    def _fill(self) -> None:
        lines = self.lines()
        if lines == self._shown:
            return
        self._shown = lines
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            if self._list.count():
                self._list.addWidget(Divider())
            self._list.addWidget(self._row(line))
        if not lines:
            self._list.addWidget(TextLabel(self.NOBODY, TextRole.MUTED))

    def _row(self, line: PersonLine) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(TextLabel(line.name, TextRole.STRONG))
        if line.detail:
            column.addWidget(TextLabel(line.detail, TextRole.SMALL))
        return RowBox(
            self.theme, Avatar(self.theme, line.name, _AVATAR), words, TextLabel(line.role, wrap=False)
        )

    def _edit(self) -> None:
        plan = self.desk.plan
        if self.desk.autosave.flush():
            about_household = plan.format.subject.value == "household"
            client = "" if about_household or plan.client is None else plan.client.id
            household = plan.household.id if plan.household is not None and not client else ""
            self.desk.place_requested.emit(OpenClient(client, household))

    def _add_new(self) -> None:
        dialog = ask_person(self.theme, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.add(dialog.person(), dialog.role())
        dialog.deleteLater()
