"""Who called the clock of the computer right, and what still lies ahead of it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.rules.dutch import plain_date
from planbureau.ui.page import PageContext
from planbureau.ui.shell.clock_bar import CALL_RIGHT
from planbureau.ui.shell.clock_dialog import AHEAD, ahead_words, call_right
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import ClockCheckView


class ClockCard(Card):
    """Hidden as long as there is nothing to tell."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context.theme, "De klok")
        self._page = context
        self.doubt = Banner(context.theme, "", Tone.WARN)
        self.doubt.action_requested.connect(self._call_right)
        self.add(self.doubt)
        self._lines = QWidget()
        self._column = QVBoxLayout(self._lines)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(6))
        self.add(self._lines)
        self.show_checks()

    def show_checks(self) -> None:
        """Shows what is recorded."""
        checks = self._page.workspace.clock_checks
        words, lines = checks.doubt(), self._told()
        self.doubt.set_message(words, Tone.WARN, action=CALL_RIGHT if checks.can_call_right else "")
        self.doubt.setVisible(bool(words))
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for label in lines:
            self._column.addWidget(label)
        self.setVisible(bool(words or lines))

    def _told(self) -> list[TextLabel]:
        checks = self._page.workspace.clock_checks
        ahead, told = checks.ahead(), checks.checks()
        lines = [TextLabel(AHEAD)] if ahead else []
        lines += [TextLabel(f"• {ahead_words(one)}") for one in ahead]
        if told:
            lines.append(TextLabel("Wie zei dat de klok klopt", TextRole.HEADING))
        return [*lines, *(TextLabel(check_words(one)) for one in told)]

    def _call_right(self) -> None:
        call_right(self._page, self.window())
        self.show_checks()


def check_words(one: ClockCheckView) -> str:
    """When, who and why, in Dutch."""
    local = one.at.astimezone(AMSTERDAM)
    who = f" door {one.by}" if one.by else ""
    return f"{plain_date(local.date())}, {local:%H:%M} uur{who}: {one.reason}"
