"""The mark "niet voor ..." beside a thing: shows for how many people it is not, and changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from planbureau.errors import PlanbureauError
from planbureau.formats.answers import JsonValue
from planbureau.services.api import ClientService
from planbureau.texts import count
from planbureau.ui.people.restriction_dialog import RestrictionDialog
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.views import RestrictionView

People = Callable[[], Iterable[tuple[str, str]]]
"""Who can be named: asked for when the dialogue opens, as pairs of person id and label."""


def not_for_words(people: int) -> str:
    """The mark in words: "niet voor 2 mensen"."""
    return f"niet voor {count(people, 'persoon', 'mensen')}"


class NotForButton(Button):
    """Holds a mark without saving it. `about` names the thing ("dit telefoonnummer").

    Without a mark it is an icon alone; with one it says for how many people.
    """

    value_changed = Signal()

    def __init__(
        self, context: ThemeContext, about: str, people: People, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", ButtonKind.QUIET, icon="eye", parent=parent)
        self._theme = context
        self._about = about
        self._people = people
        self._not_for: frozenset[str] = frozenset()
        self._reason = ""
        self.dialog: RestrictionDialog | None = None
        self.clicked.connect(self.open_dialog)
        self._show()

    def value(self) -> frozenset[str]:
        """The person ids for whom it is not."""
        return self._not_for

    def reason(self) -> str:
        """Why it is not for them."""
        return self._reason

    def set_value(self, not_for: Iterable[str], reason: str = "") -> None:
        """Show a mark without emitting anything."""
        self._not_for, self._reason = frozenset(not_for), reason
        self._show()

    def typed_name(self) -> str:
        return f"niet voor: {self._about}"

    def typed(self) -> JsonValue:
        return {"not_for": sorted(self._not_for), "reason": self._reason}

    def put_back(self, value: JsonValue) -> None:
        """Show a mark that was kept with its form."""
        if isinstance(value, dict) and isinstance(value["not_for"], list):
            self.set_value((str(one) for one in value["not_for"]), str(value["reason"]))

    def open_dialog(self) -> None:
        """Ask for whom it is not."""
        dialog = RestrictionDialog(
            self._theme, self._about, self._people(), self._not_for, self._reason, self.window()
        )
        self.dialog = dialog
        dialog.finished.connect(self._answered)
        dialog.open()

    def _answered(self, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        answer = (dialog.not_for(), dialog.reason())
        dialog.deleteLater()
        self.setFocus()
        if result == QDialog.DialogCode.Accepted and answer != (self._not_for, self._reason):
            self.set_value(*answer)
            self.value_changed.emit()

    def _show(self) -> None:
        marked = bool(self._not_for)
        self._icon_name = "eye-off" if marked else "eye"
        self.setIcon(self._theme.icon(self._icon_name, "primary" if marked else "muted", "primary"))
        if marked:
            words = not_for_words(len(self._not_for))
            self.set_compact(False)
            self.set_label(words)
            self.setAccessibleName(f"{words}: {self._about}. Wijzigen")
            self.setToolTip("Niet op hun afdruk, in hun bestand of in hun agenda. Klik om te wijzigen.")
        else:
            self.set_label(f"Niet voor iedereen: {self._about}")
            self.set_compact(True)


class SavingNotForButton(NotForButton):
    """Saves each change at once. `saved` tells the page, `failed` carries what went wrong.

    `marks` are those that were read together for several buttons; without them it reads its own.
    """

    saved = Signal()
    failed = Signal(str)

    def __init__(
        self,
        context: ThemeContext,
        clients: ClientService,
        kind: str,
        target_id: str,
        about: str,
        people: People,
        *,
        marks: Iterable[RestrictionView] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, about, people, parent)
        self._clients = clients
        self._target_kind = kind
        self._target = target_id
        self._take(clients.restrictions((target_id,)) if marks is None else marks)
        self.value_changed.connect(self._save)

    def reload(self) -> None:
        """Read the mark again."""
        self._take(self._clients.restrictions((self._target,)))

    def _take(self, found: Iterable[RestrictionView]) -> None:
        wanted = (self._target_kind, self._target)
        mark = next((m for m in found if (m.target_kind, m.target_id) == wanted), None)
        self.set_value(mark.not_for if mark else (), mark.reason if mark else "")

    def _save(self) -> None:
        try:
            self._clients.restrict(self._target_kind, self._target, sorted(self._not_for), self._reason)
        except PlanbureauError as error:
            self.reload()
            self.failed.emit(str(error))
        else:
            self.saved.emit()
