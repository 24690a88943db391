"""A measure of the court or another authority about a client."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox, TextLine
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.needed import required
from planbureau.ui.people.words import MEASURES
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.views import FormKey, MeasureView


class MeasureForm(FormPanel):
    """Without `measure` it makes a new one."""

    def __init__(
        self, desk: Desk, client_id: str, measure: MeasureView | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            desk,
            FormKey("measure", client_id, measure.id if measure else ""),
            "Maatregel",
            "Een beslissing van de rechter of een andere instantie.",
            parent=parent,
        )
        self._before = measure
        start = measure or MeasureView("", client_id)
        self._start = start
        theme, clock = desk.theme, desk.context.clock
        self.kind = ChoiceBox("Soort", MEASURES)
        self.kind.set_value(start.kind)
        self.authority = TextLine("Instantie", start.authority)
        self.begin = DateField(theme, clock, "Begint op", weekday=False)
        self.end = DateField(theme, clock, "Loopt tot en met", weekday=False)
        self.begin.set_value(start.start)
        self.end.set_value(start.end)
        grid = self.fields(
            FieldBox(theme, "Soort", self.kind),
            FieldBox(theme, "Instantie", self.authority),
            FieldBox(theme, "Begint op", self.begin),
            FieldBox(theme, "Loopt tot en met", self.end),
        )
        self.add_card("", grid)
        if measure is not None:
            self.add_removal(
                "Weghalen",
                "Deze maatregel weghalen?",
                "Hij telt dan niet meer mee. In de geschiedenis blijft hij staan.",
                lambda: desk.clients.remove_measure(measure),
            )
        self.ready()

    def state(self) -> object:
        return self._made()

    def first_field(self) -> QWidget:
        return self.kind

    def write(self) -> str:
        made = self._made()
        required(made.kind, "Kies eerst het soort maatregel.", self.kind)
        if self._before is None:
            self.desk.clients.add_measure(made)
        else:
            self.desk.clients.save_measure(self._before, made)
        return "Maatregel bewaard."

    def _made(self) -> MeasureView:
        return replace(
            self._start,
            kind=self.kind.value(),
            authority=self.authority.value(),
            start=self.begin.value(),
            end=self.end.value(),
        )
