"""What a calendar shows: of whom, by which professional, of what kind, and whether what is done shows too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from planbureau.rules.deadlines import Mark
from planbureau.ui.calendar.agenda_lines import Line, is_late, is_open
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import Chip, ChipMode, ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.search_field import SearchField
from planbureau.views import AppointmentView, TaskView

_MARKS = (Mark.LAW, Mark.GUIDANCE, Mark.OWN)


class Standing(Enum):
    """What may show by how it stands; the value is what the choice says."""

    OPEN = "Open"
    LATE = "Te laat"
    OVER = "Gedaan of voorbij"
    ALL = "Alles"


@dataclass(frozen=True)
class Filters:
    """What is asked for. No kinds chosen means every kind; `query` is part of a name."""

    query: str = ""
    marks: frozenset[Mark] = frozenset()
    appointments: bool = False
    professional: str = ""  # person id
    standing: Standing = Standing.OPEN

    @property
    def only_open(self) -> bool:
        """Whether what is done or over stays away."""
        return self.standing in (Standing.OPEN, Standing.LATE)

    @property
    def asks_deadlines(self) -> bool:
        """Whether terms of plans show at all."""
        return bool(self.marks) or not self.appointments

    @property
    def asks_appointments(self) -> bool:
        """Whether appointments show at all."""
        return (self.appointments or not self.marks) and self.standing is not Standing.LATE

    @property
    def asks_tasks(self) -> bool:
        """Whether tasks before a talk show at all: what an organisation asks is its own choice."""
        return Mark.OWN in self.marks or not (self.marks or self.appointments)

    def wants(self, line: Line, today: date) -> bool:
        """Whether a line is asked for, apart from whose it is."""
        if isinstance(line, AppointmentView):
            kind, whose = self.asks_appointments, line.who
        elif isinstance(line, TaskView):
            kind, whose = self.asks_tasks, (line.coordinator_id,)
        else:
            kind = self.asks_deadlines and (not self.marks or line.deadline.mark in self.marks)
            whose = (line.coordinator_id,)
        return kind and (not self.professional or self.professional in whose) and self._stands(line, today)

    def _stands(self, line: Line, today: date) -> bool:
        match self.standing:
            case Standing.OPEN:
                return is_open(line, today)
            case Standing.LATE:
                return is_late(line, today)
            case Standing.OVER:
                return not is_open(line, today)
        return True


class FilterBar(Flow):
    """`filters_changed` after each choice; `subject_cleared` when the shown client is let go."""

    filters_changed = Signal()
    subject_cleared = Signal()

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(theme.px(8), parent=parent)
        self.search = SearchField(theme, "Zoek een cliënt of gezin")
        self.search.setMinimumWidth(theme.px(230))
        self._subject = ChipRow(theme, "Alleen de datums van", ChipMode.REMOVE)
        self._subject.hide()
        self.professional = ChoiceBox("Van wie", (), nothing="Van iedereen")
        self.standing = ChoiceBox("Stand", [(one.value, one.value) for one in Standing], nothing=None)
        for box, width in ((self.professional, 180), (self.standing, 150)):
            box.setMinimumWidth(theme.px(width))
            box.value_changed.connect(self.filters_changed)
        self._marks = {mark: Chip(theme, mark.label.capitalize(), ChipMode.TOGGLE) for mark in _MARKS}
        self._appointments = Chip(theme, "Afspraken", ChipMode.TOGGLE)
        chips = (*self._marks.values(), self._appointments)
        for widget in (self.search, self._subject, self.professional, self.standing, *chips):
            self.add(widget)
        for mark, chip in self._marks.items():
            chip.setAccessibleName(f"Soort regel: {mark.label}")
        for chip in chips:
            chip.clicked.connect(lambda _=False: self.filters_changed.emit())
        self.search.query_changed.connect(lambda _: self.filters_changed.emit())
        self._subject.remove_requested.connect(lambda _: self.subject_cleared.emit())

    def filters(self) -> Filters:
        """What is asked for now."""
        query = "" if self.search.isHidden() else self.search.query()
        marks = frozenset(mark for mark, chip in self._marks.items() if chip.isChecked())
        professional = "" if self.professional.isHidden() else self.professional.value()
        standing = Standing(self.standing.value())
        return Filters(query, marks, self._appointments.isChecked(), professional, standing)

    def set_colleagues(self, people: Iterable[tuple[str, str]]) -> None:
        """Offer these people (id and name), the user first; nobody hides the choice."""
        offered = list(people)
        own = [(one, f"Van mij ({name})") for one, name in offered[:1]]
        self.professional.set_options([*own, *offered[1:]])
        self.professional.setVisible(bool(offered))

    def show_subject(self, name: str, *, removable: bool = True) -> None:
        """Say whose dates show; an empty name means everyone's, and then one can be searched for."""
        self._subject.setVisible(bool(name) and removable)
        self._subject.set_chips((("subject", name),) if name and removable else ())
        self.search.setVisible(not name)
