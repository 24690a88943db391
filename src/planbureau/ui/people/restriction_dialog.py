"""The question "niet voor wie?": who never gets to see one thing on paper, in an export or in a calendar."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.scroll_page import ScrollPage

WINDOW = "Niet voor…"
EXPLANATION = (
    "Wie je aankruist, krijgt dit niet te zien op een afdruk, in een bestand dat je meegeeft of in een "
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
        self.resize(context.px(460), context.px(480))
        self.setMinimumWidth(context.px(320))
        px = context.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        column.addLayout(_head(context, title))
        column.addWidget(TextLabel(EXPLANATION, TextRole.HELP))
        self._boxes = self._make_boxes(tuple(people), current)
        column.addWidget(self._list(context), 1)
        self.reason_field = LongTextEdit(context, "Waarom niet", lines=2)
        self.reason_field.set_value(reason)
        column.addWidget(FieldLabel("Waarom niet? Dit wordt nooit afgedrukt.", self.reason_field))
        column.addWidget(self.reason_field)
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
        area = ScrollPage(context)
        area.body.setSpacing(context.px(2))
        if not self._boxes:
            area.add(TextLabel(NOBODY, TextRole.MUTED))
        for box in self._boxes.values():
            area.add(box)
        return area

    def _foot(self, context: ThemeContext) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        self.cancel_button = Button(context, "Annuleren")
        self.save_button = Button(context, "Bewaren", ButtonKind.PRIMARY)
        for button in (self.cancel_button, self.save_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)
        return row


def _head(context: ThemeContext, title: str) -> QHBoxLayout:
    head = QHBoxLayout()
    head.setSpacing(context.px(10))
    head.addWidget(IconLabel(context, "eye-off", "primary", 24), 0, Qt.AlignmentFlag.AlignTop)
    head.addWidget(TextLabel(f"Niet voor iedereen: {title}", TextRole.HEADING), 1)
    return head
