"""'De klok klopt nu': why, and what was written on days that must still come."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import plain_date
from planbureau.ui.calendar.done_form import foot
from planbureau.ui.calendar.form_keys import CLOCK
from planbureau.ui.page import PageContext
from planbureau.ui.people.keeper import Keeper
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import AheadView, FormKey

CLOCK_TITLE = "De klok klopt nu"
ABOUT = (
    "Kijk eerst zelf naar de datum en de tijd van deze computer. Kloppen die? Schrijf dan op wat er was, "
    "bijvoorbeeld: de klok liep een week voor. Je naam, de dag en de reden blijven bewaard. Er verandert "
    "geen termijn, en deze melding komt voor dit verschil niet terug."
)
AHEAD = "Dit sloot een termijn op een dag die nog moet komen. Kijk na welke dag het echt was:"
_WIDTH, _HEIGHT, _SHOWN = 560, 560, 8


class ClockDialog(QDialog):
    """Accepted when the reason was recorded. What was typed is kept until then."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = context.theme
        self._checks = context.workspace.clock_checks
        self.setWindowTitle(CLOCK_TITLE)
        room = self.screen().availableGeometry()
        self.resize(min(theme.px(_WIDTH), room.width()), min(theme.px(_HEIGHT), room.height()))
        self.reason = LongTextEdit(theme, "Wat was er met de klok?", lines=3)
        self._message = InlineMessage(theme, self.reason)
        scroll = ScrollPage(theme, margins=(20, 18, 20, 18))
        scroll.add(TextLabel(CLOCK_TITLE, TextRole.TITLE))
        scroll.add(TextLabel(self._checks.doubt(), TextRole.MESSAGE))
        scroll.add(TextLabel(ABOUT, TextRole.MUTED))
        scroll.add(FieldLabel("Wat was er met de klok?", self.reason))
        scroll.add(self.reason)
        scroll.add(self._message)
        self.save_button = Button(theme, "De klok klopt nu", ButtonKind.PRIMARY, icon="check")
        self.cancel_button = Button(theme, "Annuleren")
        holder = QWidget()
        holder.setLayout(foot(theme, self.save_button, self.cancel_button))
        scroll.add(holder)
        self._show_ahead(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self._cancel)
        self._settled = False
        self._keeper = Keeper(context.workspace.forms, FormKey(CLOCK, "", ""), CLOCK_TITLE, self)
        self._keeper.begin()
        self.reason.setFocus()

    def _show_ahead(self, scroll: ScrollPage) -> None:
        found = self._checks.ahead()
        if not found:
            return
        lines = [ahead_words(one) for one in found[:_SHOWN]]
        if len(found) > _SHOWN:
            lines.append(f"En nog {len(found) - _SHOWN}. Ze staan ook bij Instellingen, De klok.")
        scroll.add(TextLabel(AHEAD))
        for line in lines:
            scroll.add(TextLabel(f"• {line}"))

    def _save(self) -> None:
        try:
            self._checks.call_right(self.reason.value())
        except PlanbureauError as problem:
            self._message.show_message(MessageLevel.ERROR, str(problem))
            return
        self._settle()
        self.accept()

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


def ahead_words(one: AheadView) -> str:
    """What closed a term too early, in Dutch: whose, which plan, what, and on which day."""
    return f"{one.whose}, {one.plan}: {one.what} op {plain_date(one.day)}"
