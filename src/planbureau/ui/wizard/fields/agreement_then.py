"""What becomes of an agreement that was talked about: it stays, it changes, or it stops."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.record_editor import RecordEditor
from planbureau.ui.wizard.fields.record_parts import Part
from planbureau.views import AgreementView

_STAYS = "stays"
_OPTIONS = ((_STAYS, "Blijft zo"), (CHANGES, "Verandert"), (ENDS, "Stopt"))
_TITLE = "Hoe gaat het verder met deze afspraak?"
_PARTS = (
    Part("what", "Zo wordt de afspraak", "text"),
    Part("who", "Wie doet het", "who", half=True),
    Part("when", "Wanneer", half=True),
)


class AgreementThen(QWidget):
    """`typed` with each keystroke, `chosen` after a choice. A change begins with the words that there are."""

    ENDED = "stopt"
    """What it is called that it ends, behind the answer itself."""

    typed = Signal()
    chosen = Signal()

    def __init__(self, desk: Desk, record: AgreementView, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._record, self._name = desk, record, name
        self.chips = ChipRow(desk.context.theme, f"{_TITLE} {name}", exclusive=True)
        self.chips.set_chips(_OPTIONS)
        for option, label in _OPTIONS:
            chip = self.chips.chip(option)
            if chip is not None:
                chip.setAccessibleName(f"{name}: {label}")
        self.editor: RecordEditor | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(desk.context.theme.px(4))
        self._column.addWidget(TextLabel(_TITLE, TextRole.STRONG))
        self._column.addWidget(self.chips)
        self.chips.chip_toggled.connect(self._pressed)
        self.chips.set_checked({_STAYS})
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def said(self, review: Review) -> Review:
        """The review with what is decided here."""
        then = next((one for one in self.chips.checked() if one != _STAYS), "")
        if then != CHANGES or self.editor is None:
            return replace(review, then=then)
        now = {name: value.strip() for name, value in self.editor.values().items()}
        return replace(
            review,
            then=then,
            what=now["what"],
            person=now["who"],
            function=now["who_function"],
            when=now["when"],
        )

    def show_review(self, said: Review) -> None:
        """Shows what was decided without emitting anything."""
        if self.editor is not None and self.said(said) == said:
            return  # it stands there: a sentence that was taken out to write another is not put back
        self.chips.set_checked({said.then or _STAYS})
        if said.then == CHANGES:
            self._fill(said)
        if self.editor is not None:
            self.editor.setVisible(said.then == CHANGES)

    def show_choice(self, choice: str) -> None:
        """How it goes on is asked once somebody said how it went."""
        self.setVisible(bool(choice or self.said(Review()).then))

    def commit(self) -> None:
        """Reads what is still being typed: words need nothing for that."""

    def _fill(self, said: Review) -> None:
        one = self._record
        values = {"what": one.what, "who": one.who, "who_function": one.who_function, "when": one.when}
        if said.reworded:
            values = {"what": said.what or one.what, "who": said.person}
            values |= {"who_function": said.function, "when": said.when}
        self._edit().show_values(values)

    def _edit(self) -> RecordEditor:
        if self.editor is None:
            self.editor = RecordEditor(self._desk, _PARTS, self._name)
            self.editor.typed.connect(self.typed)
            self.editor.chosen.connect(self.chosen)
            self._column.addWidget(self.editor)
            follow_layout(self, self.chips)
        return self.editor

    def _pressed(self, option: str) -> None:
        """An agreement always has one of the three; pressing what holds changes nothing."""
        self.chips.set_checked({option})
        if option == CHANGES:
            fresh = self.editor is None
            editor = self._edit()
            if fresh:
                self._fill(Review(then=CHANGES))
            editor.show()
        elif self.editor is not None:
            self.editor.hide()
        self.chosen.emit()
