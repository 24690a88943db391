"""'Zorg lag stil' from the menu of a plan, for when no term that may move is near."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.calendar.form_keys import PAUSE
from planbureau.ui.calendar.pause_form import PauseForm
from planbureau.ui.page import PageContext
from planbureau.ui.people.keeper import Keeper
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import FormKey, PauseView

PAUSE_TITLE = "Zorg lag stil"
_WIDTH, _HEIGHT = 560, 560


class PauseDialog(QDialog):
    """The pauses of a plan, and a new one. `said` tells what was done."""

    def __init__(
        self, context: PageContext, plan_id: str, subject_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._plan_id = plan_id
        self._key = FormKey(PAUSE, subject_id, f"{plan_id}:")
        self.said = ""
        self._settled = False
        self.setWindowTitle(PAUSE_TITLE)
        room = self.screen().availableGeometry()
        self.resize(
            min(context.theme.px(_WIDTH), room.width()), min(context.theme.px(_HEIGHT), room.height())
        )
        self._scroll = ScrollPage(context.theme, margins=(20, 18, 20, 18))
        self._scroll.add(TextLabel(PAUSE_TITLE, TextRole.TITLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll)
        self.form, self._keeper = self._open()
        self._scroll.add(self.form)
        focus_target(self.form).setFocus()

    def _open(self) -> tuple[PauseForm, Keeper]:
        workspace = self._context.workspace
        pauses = workspace.terms.pauses(self._plan_id)
        form = PauseForm(self._context.theme, self._context.clock, self._plan_id, pauses)
        form.save_requested.connect(self._save)
        form.remove_requested.connect(self._remove)
        form.cancelled.connect(self._cancel)
        keeper = Keeper(workspace.forms, self._key, PAUSE_TITLE, form)
        keeper.begin()
        return form, keeper

    def _save(self, before: PauseView | None, pause: PauseView) -> None:
        terms = self._context.workspace.terms
        if self._write(lambda: terms.add_pause(pause) if before is None else terms.save_pause(before, pause)):
            self._settle()
            self.said = "De pauze is vastgelegd."
            self.accept()

    def _remove(self, pause: PauseView) -> None:
        if not self._write(lambda: self._context.workspace.terms.remove_pause(pause)):
            return
        self._keeper.keep()
        old = self.form
        self.form, self._keeper = self._open()
        self._scroll.body.replaceWidget(old, self.form)
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

    def _cancel(self) -> None:
        self._settle()
        self.reject()

    def _settle(self) -> None:
        self._settled = True
        self._keeper.forget()

    def done(self, result: int) -> None:
        """Closing by Escape keeps what was typed, for the next time."""
        if not self._settled:
            self._keeper.keep()
        super().done(result)
