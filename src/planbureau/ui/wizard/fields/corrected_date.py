"""A date that was known is changed: why."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from planbureau.rules.dutch import plain_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import FieldLabel


class ReasonDialog(ConfirmDialog):
    """After Accepted `reason` is never empty."""

    def __init__(
        self,
        context: ThemeContext,
        label: str,
        before: date,
        after: date | None,
        parent: QWidget | None = None,
    ) -> None:
        new = plain_date(after) if after else "leeg"
        super().__init__(
            context,
            "Waarom verandert deze datum?",
            f"{label}: {plain_date(before)} wordt {new}. De termijnen veranderen mee. "
            "De oude datum blijft in de geschiedenis staan.",
            action="Veranderen",
            cancel="Laat staan",
            parent=parent,
        )
        self.line = QLineEdit()
        self.extra.addWidget(FieldLabel("Reden", self.line))
        self.extra.addWidget(self.line)
        self.line.textChanged.connect(self._check)
        self._check()
        self.line.setFocus()

    def reason(self) -> str:
        return self.line.text().strip()

    def _check(self) -> None:
        self.action_button.setEnabled(bool(self.reason()))


def ask_reason(
    context: ThemeContext, label: str, before: date, after: date | None, parent: QWidget
) -> str | None:
    """The reason; None when the date stays as it was."""
    dialog = ReasonDialog(context, label, before, after, parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    reason = dialog.reason()
    dialog.deleteLater()
    return reason if accepted else None
