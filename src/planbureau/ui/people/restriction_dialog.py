"""The question "niet voor wie?": who never gets to see one thing on paper, in an export or in a calendar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.scroll_page import ScrollPage

WINDOW = "Niet voor…"
EXPLANATION = (
    "Wie je aanvinkt, krijgt dit niet te zien op een afdruk, in een bestand dat je meegeeft of in een "
    "agenda. In de kluis blijft het staan."
)
NOBODY = "Er zijn nog geen mensen bekend bij deze cliënt. Voeg ze eerst toe bij Gezin en netwerk."
UNNAMED = "iemand die hier niet meer bij hoort"


class RestrictionDialog(QDialog):
    """After Accepted, `not_for()` holds the chosen person ids and `reason()` why.

    `title` says in words what it is about; it stands in the dialogue, never in the window title.
    Who was chosen before and is no longer among `people` stays chosen, without a name.
    """

    def __init__(
        self,
        context: ThemeContext,
        title: str,
        people: Iterable[tuple[str, str]],
        current: frozenset[str] = frozenset(),
        reason: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(WINDOW)
        self.setModal(True)
        fit_on_screen(self, context, 460, 480)
        self.setMinimumWidth(context.px(320))
        px = context.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(16))
        column.setSpacing(px(10))
        # All but the buttons scrolls: on a small screen they would else be below its edge.
        area = ScrollPage(context, margins=(20, 16, 14, 0))
        area.body.setSpacing(px(10))
        area.add(_head(context, title))
        area.add(TextLabel(EXPLANATION, TextRole.HELP))
        self._boxes = self._make_boxes(tuple(people), current)
        area.add(self._list(context))
        self.reason_field = LongTextEdit(context, "Waarom niet", lines=2)
        self.reason_field.set_value(reason)
        area.add(FieldLabel("Waarom niet? Dit wordt nooit afgedrukt.", self.reason_field))
        area.add(self.reason_field)
        column.addWidget(area, 1)
        column.addLayout(self._foot(context))

    def not_for(self) -> frozenset[str]:
        """The ids of the people who were chosen."""
        return frozenset(person_id for person_id, box in self._boxes.items() if box.isChecked())

    def reason(self) -> str:
        """Why, in the words of the user."""
        return self.reason_field.value().strip()

    def box(self, person_id: str) -> QCheckBox:
        """The tick box of one person."""
        return self._boxes[person_id]

    def _make_boxes(
        self, people: tuple[tuple[str, str], ...], current: frozenset[str]
    ) -> dict[str, QCheckBox]:
        known = dict(people)
        boxes = {}
        for person_id in (*known, *sorted(current - known.keys())):
            label = known.get(person_id, UNNAMED)
            box = QCheckBox(label.replace("&", "&&"))
            box.setAccessibleName(f"Niet voor {label}")
            box.setChecked(person_id in current)
            boxes[person_id] = box
        return boxes

    def _list(self, context: ThemeContext) -> QWidget:
        people = QWidget()
        column = QVBoxLayout(people)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(2))
        if not self._boxes:
            column.addWidget(TextLabel(NOBODY, TextRole.MUTED))
        for box in self._boxes.values():
            column.addWidget(box)
        return people

    def _foot(self, context: ThemeContext) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(context.px(20), 0, context.px(20), 0)
        row.addStretch()
        self.cancel_button = Button(context, "Annuleren")
        self.save_button = Button(context, "Bewaren", ButtonKind.PRIMARY)
        for button in (self.cancel_button, self.save_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)
        return row


def _head(context: ThemeContext, title: str) -> QWidget:
    line = QWidget()
    head = QHBoxLayout(line)
    head.setContentsMargins(0, 0, 0, 0)
    head.setSpacing(context.px(10))
    head.addWidget(IconLabel(context, "eye-off", "primary", 24), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(TextLabel(f"Niet voor iedereen: {title}", TextRole.HEADING), 1)
    return line
