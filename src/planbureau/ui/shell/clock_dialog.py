"""'De klok klopt nu': why, and what was written on days that must still come."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import plain_date
from planbureau.ui.calendar.done_form import foot
from planbureau.ui.calendar.form_keys import CLOCK
from planbureau.ui.page import PageContext
from planbureau.ui.people.keeper import Keeper
from planbureau.ui.people.kept_dialog import KeptDialog
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import AheadView, FormKey

CLOCK_TITLE = "De klok klopt nu"
ABOUT = (
    "Kijk eerst zelf naar de datum en de tijd van deze computer. Kloppen die? Schrijf dan op wat er was, "
    "bijvoorbeeld: de klok liep een week voor. Je naam, de dag en de reden blijven bewaard. Er verandert "
    "geen termijn, en deze melding komt voor dit verschil niet terug."
)
AHEAD = "Dit sloot een termijn op een dag die nog moet komen. Kijk na welke dag het echt was:"
_SHOWN = 8


class ClockDialog(KeptDialog):
    """Accepted when the reason was recorded. What was typed is kept until then."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        theme = context.theme
        super().__init__(theme, CLOCK_TITLE, parent)
        self._checks = context.workspace.clock_checks
        self.reason = LongTextEdit(theme, "Wat was er met de klok?", lines=3)
        self._message = InlineMessage(theme, self.reason.edit)
        self.area.add(TextLabel(self._checks.doubt(), TextRole.MESSAGE))
        self.area.add(TextLabel(ABOUT, TextRole.MUTED))
        self.area.add(FieldLabel("Wat was er met de klok?", self.reason))
        self.area.add(self.reason)
        self.area.add(self._message)
        self.save_button = Button(theme, "De klok klopt nu", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        self._show_ahead()
        self.set_foot(foot(theme, self.save_button, self.cancel_button))
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.cancel)
        self.keeper = Keeper(context.workspace.forms, FormKey(CLOCK, "", ""), CLOCK_TITLE, self)
        self.keeper.begin()
        self.reason.edit.setFocus()

    def _show_ahead(self) -> None:
        found = self._checks.ahead()
        if not found:
            return
        lines = [ahead_words(one) for one in found[:_SHOWN]]
        if len(found) > _SHOWN:
            lines.append(f"En nog {len(found) - _SHOWN}. Ze staan ook bij Instellingen, De klok.")
        self.area.add(TextLabel(AHEAD))
        for line in lines:
            self.area.add(TextLabel(f"• {line}"))

    def _save(self) -> None:
        try:
            self._checks.call_right(self.reason.value())
        except PlanbureauError as problem:
            self._message.show_message(MessageLevel.ERROR, str(problem))
            return
        self.accept()


def call_right(context: PageContext, parent: QWidget) -> None:
    """Asks why the clock is right, and waits for the answer."""
    dialog = ClockDialog(context, parent)
    dialog.exec()
    dialog.deleteLater()


def ahead_words(one: AheadView) -> str:
    """What closed a term too early, in Dutch: whose, which plan, what, and on which day."""
    return f"{one.whose}, {one.plan}: {one.what} op {plain_date(one.day)}"
