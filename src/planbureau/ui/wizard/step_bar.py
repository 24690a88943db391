"""The steps beside the content, or above it as a drop-down in a narrow window; and what is still needed."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.step_list import Step, StepList
from planbureau.ui.wizard.kind_words import PLAN, KindWords

_SIDE = 270


class StepBar(QObject):
    """Two widgets, of which one shows: `side` for the left, `top` for above. Signals carry a step's id."""

    step_requested = Signal(str)
    missing_requested = Signal()
    beside_requested = Signal()  # what belongs to the plan and is no step of it

    def __init__(self, context: ThemeContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._narrow = False
        self._ready = PLAN.ready
        self._steps: tuple[Step, ...] = ()
        self.list = StepList(context)
        self.list.step_requested.connect(self.step_requested)
        self.box = ChoiceBox("Stap", (), nothing=None)
        self.box.setPlaceholderText("Kies een stap")  # on the list of what is needed no step is open
        self.box.value_changed.connect(self._box_changed)
        self.side = QFrame()
        self.side.setProperty("card", "true")
        self.top = QWidget()
        self.missing = Button(context, "Nog nodig", ButtonKind.QUIET, icon="list-checks")
        self.missing_top = Button(context, "Nog nodig", ButtonKind.QUIET, icon="list-checks")
        for button in (self.missing, self.missing_top):
            button.clicked.connect(self.missing_requested)
        self.beside = Button(context, "Verslagen en bijlagen", ButtonKind.QUIET, icon="files")
        self.beside_top = IconButton(context, "files", "Verslagen en bijlagen", quiet=False)
        self.beside.clicked.connect(self.beside_requested)
        self.beside_top.clicked.connect(self.beside_requested)
        column = self._column = QVBoxLayout(self.side)
        column.addWidget(self.missing)
        column.addWidget(self.list, 1)
        column.addWidget(self.beside)
        row = QHBoxLayout(self.top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(context.px(10))
        row.addWidget(self.box, 1)
        row.addWidget(self.missing_top)
        row.addWidget(self.beside_top)
        self.top.hide()
        context.theme_changed.connect(self._respace)
        self._respace()

    def step_ids(self) -> list[str]:
        """The steps that show, in order."""
        return [step.id for step in self._steps]

    def set_steps(self, steps: tuple[Step, ...], needed: int) -> None:
        """Shows the state of every step; `needed` counts what adopting still asks for."""
        same = [step.id for step in steps] == self.step_ids()
        self._steps = steps
        self.list.set_steps(steps)
        if same:
            for row, step in enumerate(steps):
                self.box.setItemText(row, _box_words(row, step))
        else:
            here = self.box.value()
            self.box.blockSignals(True)
            self.box.setCurrentIndex(-1)
            self.box.set_options((step.id, _box_words(row, step)) for row, step in enumerate(steps))
            self.box.setCurrentIndex(self.box.findData(here))  # a step of another plan is none here
            self.box.blockSignals(False)
        words = f"Nog nodig: {needed}" if needed else self._ready
        if any(step.danger for step in steps):  # nothing is ready as long as somebody may be harmed
            words = f"Let op: gevaar. Nog nodig: {needed}" if needed else "Let op: gevaar"
        for button in (self.missing, self.missing_top):
            button.set_label(words)

    def set_beside(self, words: KindWords) -> None:
        """What stands below the steps: the way to the annexes, or back to the plan of an annex."""
        self._ready = words.ready
        for way in (self.beside, self.beside_top):
            way.setVisible(bool(words.beside))
        self.beside.set_label(words.beside)
        self.beside.set_icon(words.beside_icon)
        self.beside_top.set_name(words.beside)
        self.beside_top.set_icon(words.beside_icon)

    def set_current(self, section_id: str) -> None:
        """Marks the step that is open."""
        self.list.set_current(section_id)
        self.box.blockSignals(True)
        self.box.set_value(section_id)
        self.box.blockSignals(False)

    def clear_current(self) -> None:
        """No step is open, so that each of them can be chosen."""
        self.list.setCurrentIndex(QModelIndex())
        self.list.clearSelection()
        self.box.blockSignals(True)
        self.box.setCurrentIndex(-1)
        self.box.blockSignals(False)

    def set_narrow(self, *, narrow: bool) -> None:
        self._narrow = narrow
        self.side.setVisible(not narrow)
        self.top.setVisible(narrow)

    def focus_widget(self) -> QWidget:
        """Where the keyboard starts."""
        return self.box if self._narrow else self.list

    def _box_changed(self) -> None:
        self.step_requested.emit(self.box.value())

    def _respace(self) -> None:
        px = self._context.px
        self.side.setFixedWidth(px(_SIDE))
        self._column.setContentsMargins(px(8), px(10), px(6), px(10))
        self._column.setSpacing(px(6))


def _box_words(row: int, step: Step) -> str:
    return f"{row + 1}. {step.title} ({step.state})"
