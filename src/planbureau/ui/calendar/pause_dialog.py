"""'Zorg lag stil' from the menu of a plan, for when no term that may move is near."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.calendar.form_keys import PAUSE
from planbureau.ui.calendar.pause_form import PauseForm
from planbureau.ui.page import PageContext
from planbureau.ui.people.keeper import Keeper
from planbureau.ui.people.kept_dialog import KeptDialog
from planbureau.ui.widgets.focus import focus_target
from planbureau.views import FormKey, PauseView

PAUSE_TITLE = "Zorg lag stil"


class PauseDialog(KeptDialog):
    """The pauses of a plan, and a new one. `said` tells what was done."""

    def __init__(
        self, context: PageContext, plan_id: str, subject_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context.theme, PAUSE_TITLE, parent)
        self._context = context
        self._plan_id = plan_id
        self._key = FormKey(PAUSE, subject_id, f"{plan_id}:")
        self.said = ""
        self.form, self.keeper = self._open()
        self.area.add(self.form)
        self.set_foot(self.form.foot)
        focus_target(self.form).setFocus()

    def _open(self) -> tuple[PauseForm, Keeper]:
        workspace = self._context.workspace
        pauses = workspace.terms.pauses(self._plan_id)
        form = PauseForm(self._context.theme, self._context.clock, self._plan_id, pauses)
        form.save_requested.connect(self._save)
        form.remove_requested.connect(self._remove)
        form.cancelled.connect(self.cancel)
        keeper = Keeper(workspace.forms, self._key, PAUSE_TITLE, form)
        keeper.begin()
        return form, keeper

    def _save(self, before: PauseView | None, pause: PauseView) -> None:
        terms = self._context.workspace.terms
        if self._write(lambda: terms.add_pause(pause) if before is None else terms.save_pause(before, pause)):
            self.said = "De pauze is vastgelegd."
            self.accept()

    def _remove(self, pause: PauseView) -> None:
        if not self._write(lambda: self._context.workspace.terms.remove_pause(pause)):
            return
        self.keeper.keep()
        old = self.form
        self.form, self.keeper = self._open()
        self.area.body.replaceWidget(old, self.form)
        self.set_foot(self.form.foot)
        old.hide()
        old.deleteLater()
        focus_target(self.form).setFocus()
        self.said = "De pauze is weggehaald."

    def _write(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except PlanbureauError as problem:
            self.form.show_problem(str(problem))
            return False
        return True
