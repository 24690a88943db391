"""What can be said about a life domain: a few texts, two marks, and how satisfied somebody is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import DomainAnswer
from planbureau.formats.model import LifeDomain
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.flow_layout import FlowLayout
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.wizard.field_grid import FieldGrid

TEXTS = (
    ("now", "Hoe gaat het nu?", True),
    ("goes_well", "Wat gaat er goed?", True),
    ("change", "Wat wil ik? (woorden van de cliënt)", False),
    ("who_helps", "Wie helpt daarbij?", True),
    ("others_see", "Hoe zien anderen het?", True),
)
SATISFIED = (("ja", "Tevreden", "smile"), ("beetje", "Een beetje", "meh"), ("nee", "Niet tevreden", "frown"))
ACT = (("ja", "Ja, maak een doel of afspraak"), ("nee", "Nee"), ("later", "Later"))
_MARKS = tuple((str(number), str(number)) for number in range(1, 11))


class SmileyRow(QWidget):
    """Three faces; pressing the one that is on takes it back. `value` is "ja", "beetje", "nee" or empty."""

    value_changed = Signal()

    def __init__(self, context: ThemeContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        FlowLayout(self, gap=8)
        self._buttons: dict[str, Button] = {}
        for state, label, icon in SATISFIED:
            button = Button(context, label, icon=icon)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {label}")
            button.clicked.connect(lambda _=False, pressed=state: self._press(pressed))
            self._buttons[state] = button
            layout = self.layout()
            if layout is not None:
                layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> str:
        return next((state for state, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, state: str) -> None:
        for one, button in self._buttons.items():
            button.setChecked(one == state)

    def focus_target(self) -> QWidget:
        return self._buttons["ja"]

    def _press(self, pressed: str) -> None:
        self.set_value(pressed if self._buttons[pressed].isChecked() else "")
        self.value_changed.emit()


class DomainEditor(QWidget):
    """`typed` with each keystroke, `chosen` after a choice."""

    typed = Signal()
    chosen = Signal()

    def __init__(
        self,
        context: ThemeContext,
        domain: LifeDomain,
        topics: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._label = domain.label
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(10))
        if domain.prompts:
            column.addWidget(TextLabel("Praat bijvoorbeeld over: " + _listed(domain.prompts), TextRole.HELP))
        grid = FieldGrid(context)
        self._texts: dict[str, LongTextEdit] = {}
        cells = []
        for name, label, half in TEXTS:
            edit = LongTextEdit(context, f"{label} {domain.label}", lines=2)
            edit.value_changed.connect(self.typed)
            self._texts[name] = edit
            cells.append((self._labelled(label, edit), half))
        cells += self._make_choices()
        grid.set_fields(cells)
        column.addWidget(grid)
        if topics:
            words = f"Hiermee is ook besproken (onderwerpen van de Wlz): {_listed(topics)}."
            column.addWidget(TextLabel(words, TextRole.SMALL))

    def _make_choices(self) -> list[tuple[QWidget, bool]]:
        self._now = ChoiceBox(f"Cijfer nu, {self._label}", _MARKS, nothing="Geen cijfer")
        self._wanted = ChoiceBox(f"Gewenst cijfer, {self._label}", _MARKS, nothing="Geen cijfer")
        self._satisfied = SmileyRow(self._context, f"Ben je tevreden? {self._label}")
        self._act = ChipRow(self._context, f"Gaan we hier iets mee doen? {self._label}", exclusive=True)
        self._act.set_chips(ACT)
        for state, label in ACT:
            chip = self._act.chip(state)
            if chip is not None:
                chip.setAccessibleName(f"Iets mee doen bij {self._label}: {label}")
        self._now.value_changed.connect(self.chosen)
        self._wanted.value_changed.connect(self.chosen)
        self._satisfied.value_changed.connect(self.chosen)
        self._act.chip_toggled.connect(self._acted)
        return [
            (self._labelled("Ben je tevreden?", self._satisfied), False),
            (self._labelled("Cijfer nu", self._now), True),
            (self._labelled("Cijfer dat ik wil", self._wanted), True),
            (self._titled("Gaan we hier iets mee doen?", self._act), False),
        ]

    def focus_target(self) -> QWidget:
        return self._texts["now"].focus_target()

    def answer(self, base: DomainAnswer) -> DomainAnswer:
        """What stands here, on top of the state and the topics of `base`."""
        texts = {name: edit.value() for name, edit in self._texts.items()}
        return replace(
            base,
            now=texts["now"],
            goes_well=texts["goes_well"],
            change=texts["change"],
            who_helps=texts["who_helps"],
            others_see=texts["others_see"],
            mark_now=_number(self._now.value()),
            mark_wanted=_number(self._wanted.value()),
            satisfied=self._satisfied.value(),
            act=next(iter(self._act.checked()), ""),
        )

    def show_answer(self, answer: DomainAnswer) -> None:
        """Shows an answer without emitting anything."""
        self.blockSignals(True)
        for name, edit in self._texts.items():
            edit.set_value(getattr(answer, name))
        self._now.set_value("" if answer.mark_now is None else str(answer.mark_now))
        self._wanted.set_value("" if answer.mark_wanted is None else str(answer.mark_wanted))
        self._satisfied.set_value(answer.satisfied)
        self._act.set_checked({answer.act} if answer.act else set())
        self._acting = answer.act
        self.blockSignals(False)

    def _acted(self, state: str) -> None:
        if state == self._acting:
            self._act.set_checked(set())
            state = ""
        self._acting = state
        self.chosen.emit()

    def _labelled(self, label: str, widget: QWidget) -> QWidget:
        return self._boxed(FieldLabel(label, widget), widget)

    def _titled(self, label: str, widget: QWidget) -> QWidget:
        return self._boxed(TextLabel(label, TextRole.STRONG), widget)

    def _boxed(self, label: TextLabel, widget: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.px(4))
        column.addWidget(label)
        column.addWidget(widget)
        column.addStretch(1)
        return box


def _listed(words: tuple[str, ...]) -> str:
    return "; ".join(word[:1].lower() + word[1:] for word in words)


def _number(text: str) -> int | None:
    return int(text) if text else None
