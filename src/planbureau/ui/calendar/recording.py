"""Writes what was asked about the deadline that is open; what cannot be is said in its form."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from planbureau.errors import PlanbureauError
from planbureau.services.api import Workspace
from planbureau.ui.calendar.deadline_panel import DeadlinePanel
from planbureau.ui.calendar.deviation_form import DeviationAsked
from planbureau.views import PauseView, TermRecordView


class Recording(QObject):
    """`written` carries what to say after a write; `busy` while it is written and everybody hears of that."""

    written = Signal(str)

    def __init__(self, panel: DeadlinePanel, workspace: Workspace) -> None:
        super().__init__(panel)
        self._panel = panel
        self._workspace = workspace
        self.busy = False
        panel.done_requested.connect(self._done)
        panel.deviation_requested.connect(self._deviation)
        panel.not_applicable_requested.connect(self._not_applicable)
        panel.pause_requested.connect(self._pause)
        panel.pause_removed.connect(self._pause_removed)
        panel.take_back_requested.connect(self._take_back)

    def _write(self, write: Callable[[], object], message: str) -> None:
        self.busy = True
        try:
            write()
        except PlanbureauError as problem:
            self._panel.show_problem(str(problem))
            return
        finally:
            self.busy = False
        self.written.emit(message)

    def _done(self, day: date, reason: str) -> None:
        row = self._panel.row
        if row is not None:
            deadline, calendar = row.deadline, self._workspace.calendar
            self._write(
                lambda: calendar.mark_done(row.plan_id, deadline.rule_id, deadline.subject, day, reason),
                "Vastgelegd dat dit gedaan is.",
            )

    def _deviation(self, asked: DeviationAsked) -> None:
        row = self._panel.row
        if row is not None:
            deadline, calendar = row.deadline, self._workspace.calendar
            self._write(
                lambda: calendar.deviate(
                    row.plan_id,
                    deadline.rule_id,
                    asked.new_date,
                    asked.reason,
                    asked.asked_by,
                    told_right=asked.told_right,
                    consent_of=asked.consent_of,
                    subject=deadline.subject,
                ),
                "De afwijking is vastgelegd.",
            )

    def _not_applicable(self, reason: str) -> None:
        row = self._panel.row
        if row is not None:
            deadline, terms = row.deadline, self._workspace.terms
            self._write(
                lambda: terms.not_applicable(row.plan_id, deadline.rule_id, deadline.subject, reason),
                "Vastgelegd dat deze termijn hier niet geldt.",
            )

    def _pause(self, before: PauseView | None, pause: PauseView) -> None:
        terms = self._workspace.terms
        self._write(
            lambda: terms.add_pause(pause) if before is None else terms.save_pause(before, pause),
            "De pauze is vastgelegd.",
        )

    def _pause_removed(self, pause: PauseView) -> None:
        self._write(lambda: self._workspace.terms.remove_pause(pause), "De pauze is weggehaald.")

    def _take_back(self, record: TermRecordView) -> None:
        self._write(
            lambda: self._workspace.terms.take_back(record), "Teruggenomen. Het blijft in de lijst staan."
        )
