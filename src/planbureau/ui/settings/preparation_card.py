"""Which tasks the organisation asks before a talk about a plan: how many weeks before, what, and who."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from planbureau.clock import Clock
from planbureau.errors import PlanbureauError
from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Column, QuestionKind
from planbureau.rules.preparation import USUAL_STEPS, PreparationStep
from planbureau.services.api import OrganisationService
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.data_table import DataTable
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.table_cells import CellTools

_COLUMNS = (
    Column("weeks", "Weken ervoor", QuestionKind.NUMBER),
    Column("title", "Wat", QuestionKind.LONG_TEXT),
    Column("role", "Wie", QuestionKind.SHORT_TEXT),
)
_ABOUT = (
    "Deze taken zet Planbureau klaar vóór een gesprek over een plan. Geen wet schrijft ze voor: "
    "kies wat bij jullie past. Taken die al klaarstaan veranderen niet."
)


class PreparationSettings(Card):
    """`saved` after saving."""

    saved = Signal()

    def __init__(self, theme: ThemeContext, clock: Clock, service: OrganisationService) -> None:
        super().__init__(theme, "Voorbereiding van een gesprek")
        self._service = service
        self.table = DataTable(
            theme, "Taken vóór een gesprek", _COLUMNS, CellTools(clock, lambda: ()), word="taak"
        )
        self.message = InlineMessage(theme, self.table.add_button)
        self.save_button = Button(theme, "Taken bewaren", icon="check")
        self.usual_button = Button(theme, "Gewone taken terugzetten", ButtonKind.QUIET, icon="rotate-ccw")
        self.add(TextLabel(_ABOUT, TextRole.MUTED))
        self.add(self.table)
        self.add(self.message)
        foot = FlowBox(parent=self)
        self.add(foot)
        foot.refill([self.save_button, self.usual_button])
        self.save_button.clicked.connect(self.save)
        self.usual_button.clicked.connect(lambda: self._show(USUAL_STEPS))
        self.show_steps()

    def show_steps(self) -> None:
        """Shows what is kept, unless somebody is typing here."""
        if not self.changed():
            self._show(self._kept())

    def changed(self) -> bool:
        """Whether something here is not saved yet."""
        return bool(self.table.rows()) and self.steps() != self._kept()

    def steps(self) -> tuple[PreparationStep, ...]:
        """What stands here; a row that misses its words keeps its place, so that it can be said."""
        return tuple(
            PreparationStep(_weeks(row.get("weeks")), str(row.get("title") or ""), str(row.get("role") or ""))
            for row in self.table.value()
        )

    def save(self) -> bool:
        """Saves what stands here; the reason is shown when it cannot be."""
        before, steps = self._service.organisation(), self.steps()
        if steps == self._kept():
            return True
        try:
            kept = () if steps == USUAL_STEPS else steps
            self._service.save(before, replace(before, preparation=kept))
        except PlanbureauError as problem:
            self.message.show_message(MessageLevel.ERROR, str(problem))
            return False
        self.message.clear()
        self.saved.emit()
        return True

    def _kept(self) -> tuple[PreparationStep, ...]:
        return self._service.organisation().preparation or USUAL_STEPS

    def _show(self, steps: tuple[PreparationStep, ...]) -> None:
        self.table.set_value(
            [
                {"id": str(number), "weeks": step.weeks, "title": step.title, "role": step.role}
                for number, step in enumerate(steps)
            ]
        )


def _weeks(value: JsonValue) -> int:
    return int(value) if isinstance(value, int | float) else -1
