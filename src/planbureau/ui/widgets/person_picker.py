"""Who: people as chips, chosen from those who are known, or a function without a name ("avonddienst")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import ChipMode, ChipRow


@dataclass(frozen=True)
class Pick:
    """A chosen person (`id` of the person), or a function (`id` empty, `label` its words)."""

    id: str
    label: str


def picks_from_json(value: JsonValue, people: Iterable[tuple[str, str]]) -> tuple[Pick, ...]:
    """The stored answer (`[{"person": id}, {"function": words}]`) as picks; unknown ids stay, unnamed."""
    labels = dict(people)
    picks = []
    for part in value if isinstance(value, list) else []:
        if isinstance(part, dict) and part.get("person"):
            person = str(part["person"])
            picks.append(Pick(person, labels.get(person, "onbekende persoon")))
        elif isinstance(part, dict) and part.get("function"):
            picks.append(Pick("", str(part["function"])))
    return tuple(picks)


def picks_to_json(picks: Iterable[Pick]) -> list[dict[str, str]]:
    """Picks in the form in which an answer is stored."""
    return [{"person": pick.id} if pick.id else {"function": pick.label} for pick in picks]


class _FunctionLine(QLineEdit):
    """Enter adds what was typed, Escape closes the line."""

    cancelled = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)


class PersonPicker(QWidget):
    """`new_person_requested` asks the page to make a person who is not known yet.

    With `many=False` the add button goes away while someone is chosen.
    """

    value_changed = Signal()
    new_person_requested = Signal()

    def __init__(
        self,
        context: ThemeContext,
        name: str,
        people: Iterable[tuple[str, str]] = (),
        *,
        many: bool = True,
        functions: bool = True,
        new_people: bool = False,
        add_label: str = "Persoon toevoegen",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._people = tuple(people)
        self._many = many
        self._functions = functions
        self._new_people = new_people
        self._picks: tuple[Pick, ...] = ()
        self._row = ChipRow(context, name, ChipMode.REMOVE)
        self.add_button = Button(context, add_label, ButtonKind.QUIET, icon="user-plus")
        self._row.append(self.add_button)
        self._function = _FunctionLine()
        self._function.setPlaceholderText("Functie, bijvoorbeeld avonddienst")
        self._function.setAccessibleName("Functie, Enter voegt toe")
        self._function.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(6))
        column.addWidget(self._row)
        column.addWidget(self._function)
        self._add_label = add_label
        self.set_name(name)
        self._row.remove_requested.connect(self._remove)
        self.add_button.clicked.connect(self._open_menu)
        self._function.returnPressed.connect(self._add_function)
        self._function.cancelled.connect(self._close_function)
        self._show()

    def set_name(self, name: str) -> None:
        """Name the question for a screen reader."""
        self.setAccessibleName(name)
        self._row.setAccessibleName(name)
        self.add_button.setAccessibleName(f"{self._add_label}: {name}" if name else self._add_label)

    def set_people(self, people: Iterable[tuple[str, str]]) -> None:
        """Offer other people: pairs of id and label. Who was chosen gets the new label."""
        self._people = tuple(people)
        labels = dict(self._people)
        self._picks = tuple(Pick(p.id, labels.get(p.id, p.label)) for p in self._picks)
        self._show()

    def value(self) -> tuple[Pick, ...]:
        return self._picks

    def set_value(self, picks: Iterable[Pick]) -> None:
        """Show these picks without emitting anything."""
        self._picks = tuple(picks)
        self._show()

    def typed_name(self) -> str:
        """Under which name what was chosen is kept while a form is not finished."""
        return self.accessibleName()

    def typed(self) -> JsonValue:
        """Who was chosen, with the words of a function that is still being typed."""
        return {"picks": picks_to_json(self._picks), "function": self._function.text()}

    def put_back(self, value: JsonValue) -> None:
        """Shows what `typed` gave, as far as these people can still be chosen."""
        if not isinstance(value, dict):
            return
        known = dict(self._people)
        picks = picks_from_json(value["picks"], self._people)
        self.set_value(pick for pick in picks if not pick.id or pick.id in known)
        if value["function"]:
            self._open_function()
            self._function.setText(str(value["function"]))

    def focus_target(self) -> QWidget:
        """What gets the focus when the question does."""
        return self.add_button if not self.add_button.isHidden() else self._row.chip("0") or self.add_button

    def choose(self, person_id: str) -> None:
        """Add someone who is known, as the menu does."""
        label = dict(self._people)[person_id]
        self._change((*self._picks, Pick(person_id, label)))

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Who can still be chosen."""
        taken = {pick.id for pick in self._picks}
        return tuple(person for person in self._people if person[0] not in taken)

    def menu(self) -> QMenu:
        """The menu of the add button."""
        menu = QMenu(self)
        for person_id, label in self.choices():
            action = menu.addAction(label.replace("&", "&&"))
            action.triggered.connect(lambda _=False, chosen=person_id: self.choose(chosen))
        if self._functions or self._new_people:
            menu.addSeparator()
        if self._functions:
            menu.addAction("Een functie, zonder naam…").triggered.connect(self._open_function)
        if self._new_people:
            menu.addAction("Nieuwe persoon…").triggered.connect(self.new_person_requested)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _open_function(self) -> None:
        self._function.show()
        self._function.setFocus()

    def _close_function(self) -> None:
        self._function.clear()
        self._function.hide()
        self.add_button.setFocus()

    def _add_function(self) -> None:
        words = self._function.text().strip()
        self._close_function()
        if words:
            self._change((*self._picks, Pick("", words)))

    def _remove(self, position: str) -> None:
        at = int(position)
        self._change(self._picks[:at] + self._picks[at + 1 :])
        self.focus_target().setFocus()

    def _change(self, picks: tuple[Pick, ...]) -> None:
        self._picks = picks
        self._show()
        self.value_changed.emit()

    def _show(self) -> None:
        self._row.set_chips((str(at), pick.label) for at, pick in enumerate(self._picks))
        self.add_button.setVisible(self._many or not self._picks)
