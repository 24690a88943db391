"""Who may open this vault, and letting somebody in or taking somebody out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.rules.dutch import plain_date
from planbureau.services.api.users import RemovedUserView, VaultUserView
from planbureau.ui.page import PageContext
from planbureau.ui.settings.add_user_dialog import AddUserDialog
from planbureau.ui.settings.remove_user_dialog import RemoveUserDialog
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole

ABOUT = (
    "Werk je met collega's op deze laptop? Geef ieder een eigen wachtwoord. Dan staat overal bij wie het "
    "schreef. Wie een wachtwoord heeft, kan bij alles in de kluis, behalve bij een plan met een lijst "
    "waar hij of zij niet op staat. Er blijft één herstelcode voor de hele kluis."
)


class UsersCard(Card):
    """A line for everybody with a password; what came of the last verb stands below them."""

    changed = Signal()

    def __init__(self, context: PageContext) -> None:
        theme = context.theme
        super().__init__(theme, "Wie mag in deze kluis")
        self._page = context
        self.add(TextLabel(ABOUT, TextRole.MUTED))
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.remove_buttons: dict[str, Button] = {}
        self.add_button = Button(theme, "Collega toevoegen…", icon="user-plus")
        self.result = Banner(theme, "", Tone.OK)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch()
        self.body.addLayout(row)
        self.add(self.result)
        self.result.hide()
        self.add_button.clicked.connect(self._add)
        self.show_users()

    def show_users(self) -> None:
        """Show who there are now."""
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.remove_buttons = {}
        for user in self._page.workspace.users.users():
            self._lines.addWidget(self._line(user))
        for gone in self._page.workspace.users.removed():
            self._lines.addWidget(TextLabel(removal_of(gone), TextRole.MUTED))
        self.add_button.setEnabled(not self._page.workspace.read_only)

    def _line(self, user: VaultUserView) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(f"{user.name} (jij)" if user.me else user.name, TextRole.STRONG))
        words.addWidget(TextLabel(detail_of(user), TextRole.MUTED))
        row.addLayout(words, 1)
        if not user.me:
            button = Button(self._page.theme, "Verwijderen…", icon="user-x")
            button.setAccessibleName(f"{user.name} uit de kluis verwijderen…")
            button.setEnabled(not self._page.workspace.read_only)
            button.clicked.connect(lambda _=False, one=user: self._remove(one))
            row.addWidget(button)
            self.remove_buttons[user.slot_id] = button
        return holder

    def add_dialog(self) -> AddUserDialog:
        """The dialogue in which a colleague gets a password."""
        return AddUserDialog(self._page.theme, self._page.workspace.users, self)

    def remove_dialog(self, user: VaultUserView) -> RemoveUserDialog:
        """The dialogue in which the password of a colleague is taken away."""
        return RemoveUserDialog(self._page.theme, self._page.workspace.users, user, self)

    def _add(self) -> None:
        if self.add_dialog().exec() == QDialog.DialogCode.Accepted:
            self._tell("Je collega heeft een eigen wachtwoord. Vergrendel de kluis om te wisselen.")

    def _remove(self, user: VaultUserView) -> None:
        if self.remove_dialog(user).exec() == QDialog.DialogCode.Accepted:
            self._tell(f"{user.name} komt niet meer in deze kluis. Maak nu een nieuwe reservekopie.")

    def _tell(self, words: str) -> None:
        self.show_users()
        self.result.set_message(words, Tone.OK)
        self.result.show()
        self.add_button.setFocus()


def removal_of(gone: RemovedUserView) -> str:
    """Who does not come in any more, since when, and who did that."""
    day = plain_date(gone.at.astimezone(AMSTERDAM).date())
    return f"{gone.name} komt niet meer in deze kluis: op {day} verwijderd door {gone.by}."


def detail_of(user: VaultUserView) -> str:
    """Function, since when, and who gave the password."""
    since = f"sinds {plain_date(user.since.astimezone(AMSTERDAM).date())}"
    by = f"toegevoegd door {user.added_by}" if user.added_by else "maakte deze kluis"
    return " · ".join(part for part in (user.function, since, by) if part)
