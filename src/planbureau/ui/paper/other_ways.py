"""Saving a print in another way: behind a password to send by mail, or as a copy that lasts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QDialog, QMenu

from planbureau.errors import PlanbureauError
from planbureau.services.api import Edition, PrintedDocument, PrintRequest, Workspace
from planbureau.ui.paper.lock_dialog import LockDialog
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog

ARCHIVE = (
    "In dit bestand zit het plan ook als gegevens. Wie het bestand heeft, heeft alles wat in het plan staat, "
    "ook wat niet op het papier te zien is. Het is voor het eigen archief, en om het plan in een andere "
    "kluis in te lezen. Het is niet versleuteld."
)


class OtherWays(IconButton):
    """`made` carries the PrintedDocument that is to be saved, `failed` what went wrong."""

    made = Signal(object)
    failed = Signal(str)

    def __init__(self, theme: ThemeContext, workspace: Workspace) -> None:
        super().__init__(theme, "ellipsis-vertical", "Anders bewaren")
        self._theme, self._workspace = theme, workspace
        self._document: PrintedDocument | None = None
        self._request: PrintRequest | None = None
        self.dialog: QDialog | None = None
        self.clicked.connect(self._open_menu)

    def show_document(self, document: PrintedDocument | None, request: PrintRequest) -> None:
        """What would be saved now; None while there is nothing."""
        self._document, self._request = document, request

    def menu(self) -> QMenu:
        """The ways there are."""
        menu = QMenu(self)
        menu.addAction("Met een wachtwoord, om te mailen…").triggered.connect(self.lock)
        kept = menu.addAction("Archiefkopie met de gegevens (PDF/A)…")
        kept.setEnabled(self._request is not None and self._request.edition is Edition.PROFESSIONAL)
        kept.triggered.connect(self.archive)
        return menu

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def lock(self) -> None:
        """Asks for a password, and gives the document behind it."""
        document, prints = self._document, self._workspace.prints
        if document is not None:
            dialog = LockDialog(self._theme, self._workspace.organisation.password_strength, self)
            self._ask(dialog, lambda: prints.locked(document, dialog.secret()))

    def archive(self) -> None:
        """Says what goes with it, and gives the document with the plan as data."""
        document, request, prints = self._document, self._request, self._workspace.prints
        if document is not None and request is not None:
            question = "Archiefkopie maken"
            dialog = ConfirmDialog(self._theme, question, ARCHIVE, action=question, parent=self)
            self._ask(dialog, lambda: prints.archived(document, request))

    def _ask(self, dialog: QDialog, make: Callable[[], PrintedDocument]) -> None:
        def give() -> None:
            try:
                made = make()
            except PlanbureauError as problem:
                self.failed.emit(str(problem))
            else:
                self.made.emit(made)

        self.dialog = dialog
        dialog.accepted.connect(give)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
