"""What goes along into the new plans: law, circumstances, dates, and who coordinates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from planbureau.rules.deadlines import trigger_label
from planbureau.rules.plan_guide.carried import CARRIED
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.views import FileDate, GuideKnowledge

_NOT_KNOWN = "Nog niet bekend"


class CarriedPart(Card):
    """Every date has its field from the start, so that what was typed in it is kept; few of them show."""

    def __init__(self, desk: Desk, subject_id: str, parent: QWidget | None = None) -> None:
        super().__init__(desk.theme, "Dit gaat mee naar het plan", parent=parent)
        theme = desk.theme
        self.add(TextLabel("Wat je nog niet weet, kan later bij Kader en datums.", TextRole.HELP))
        self._frame = TextLabel("")
        self.add(self._frame)
        people = {p.id: p for p in desk.people_around(subject_id) if p.professional}
        user = desk.workspace.organisation.user()
        people.setdefault(user.id, user)
        self._people = {
            person.id: f"{person.full_name} ({person.function})" if person.function else person.full_name
            for person in people.values()
        }
        self.coordinator = ChoiceBox("Wie coördineert?", self._people.items(), nothing=_NOT_KNOWN)
        self._offered_coordinator = ""
        self._coordinator_box = FieldBox(theme, "Wie coördineert?", self.coordinator)
        self._coordinator_file = TextLabel("", TextRole.SMALL)
        grid = ResponsiveGrid(theme, narrow=460)
        grid.add(self._coordinator_box)
        self._dates: dict[str, DateField] = {}
        self._boxes: dict[str, QWidget] = {}
        self._files: dict[str, TextLabel] = {}
        self._offered: dict[str, date | None] = dict.fromkeys(CARRIED)
        self.add(grid)
        self.add(self._coordinator_file)
        for name in CARRIED:
            label = trigger_label(name)
            field = DateField(theme, desk.context.clock, label, weekday=False)
            self._dates[name] = field
            self._boxes[name] = FieldBox(theme, label, field)
            self._files[name] = TextLabel("", TextRole.SMALL)
            self.add(self._boxes[name])
            self.add(self._files[name])

    def offer(self, known: GuideKnowledge) -> None:
        """Fills in what the file says where nobody typed something else."""
        for name, field in self._dates.items():
            told: FileDate | None = known.dates.get(name)
            if field.value() == self._offered[name] and not field.line.isModified():
                field.set_value(told.day if told else None)
            self._offered[name] = told.day if told else None
            self._files[name].setText(f"Uit het dossier: {told.where}." if told else "")
        wanted = known.coordinator_id if known.coordinator_id in self._people else ""
        if self.coordinator.value() == self._offered_coordinator:
            self.coordinator.set_value(wanted)
        self._offered_coordinator = wanted
        self._coordinator_file.setText(f"Uit het dossier: {known.coordinator_where}." if wanted else "")
        self._coordinator_file.setVisible(bool(wanted))

    def show_for(self, frame: Sequence[str], dates: Collection[str]) -> None:
        """Shows the law and circumstances in words, and the dates that the chosen plans ask for."""
        self._frame.setText(" · ".join(frame))
        self._frame.setVisible(bool(frame))
        for name, box in self._boxes.items():
            box.setVisible(name in dates)
            self._files[name].setVisible(name in dates and bool(self._files[name].text()))

    def days(self, names: Collection[str]) -> Mapping[str, date]:
        """The dates that were filled in, of these."""
        found = {name: field.value() for name, field in self._dates.items() if name in names}
        return {name: day for name, day in found.items() if day is not None}

    def date_field(self, trigger: str) -> DateField:
        """The field of one date."""
        return self._dates[trigger]

    def state(self) -> object:
        """What was filled in, to compare."""
        return self.coordinator.value(), tuple(field.value() for field in self._dates.values())
