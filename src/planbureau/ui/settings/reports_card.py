"""Where the organisation writes its progress notes: here, or in another system."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from planbureau.errors import PlanbureauError
from planbureau.services.api import OrganisationService
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel

_LABEL = "Wij rapporteren in een ander systeem (ECD)"
_HELP = (
    "Dan vraagt Planbureau niet om rapportages. Bij de evaluatie schrijf je per doel een paar regels. "
    "Wat er al staat, blijft leesbaar."
)


class ReportsCard(Card):
    """Saves at once; `saved` after it."""

    saved = Signal()

    def __init__(self, theme: ThemeContext, service: OrganisationService) -> None:
        super().__init__(theme, "Rapportage")
        self._service = service
        self.elsewhere = CheckLine(theme, _LABEL, _HELP)
        self.message = InlineMessage(theme, self.elsewhere.box)
        self.add(self.elsewhere)
        self.add(self.message)
        self.elsewhere.clicked.connect(self._save)
        self.show_choice()

    def show_choice(self) -> None:
        """Shows what is kept."""
        self.elsewhere.set_checked(self._service.organisation().reports_elsewhere)

    def _save(self) -> None:
        before = self._service.organisation()
        try:
            self._service.save(before, replace(before, reports_elsewhere=self.elsewhere.checked()))
        except PlanbureauError as problem:
            self.show_choice()
            self.message.show_message(MessageLevel.ERROR, str(problem))
            return
        self.message.clear()
        self.saved.emit()
