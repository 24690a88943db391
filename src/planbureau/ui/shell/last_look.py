"""When the vault locks: what can neither be saved nor kept is told first, and nothing stays on the screen."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from planbureau.ui.page import Page
from planbureau.ui.theme.context import ThemeContext

QUESTION = "Toch vergrendelen?"
LOST = (
    "Wat je net typte, kan nu niet bewaard worden: de schijf neemt niets aan. Vergrendel je toch, dan ben "
    "je dat kwijt. Al het andere is bewaard. Maak ruimte vrij, stop de stick terug of kopieer je tekst."
)


def let_go(page: Page) -> bool:
    """Saves what is typed on a page, else keeps it. No error of a page may keep the vault open."""
    with suppress(Exception):
        if page.leave():
            return True
    with suppress(Exception):
        return page.keep_unfinished()
    return False


def may_lock(theme: ThemeContext, page: Page | None, parent: QWidget) -> bool:
    """Whether nothing would be lost, or somebody wants to lock all the same."""
    if page is None or let_go(page):
        return True
    # Lazy: rare, and this module is there from the first page on.
    from planbureau.ui.widgets.confirm_dialog import ConfirmDialog

    dialog = ConfirmDialog(
        theme, QUESTION, LOST, action="Toch vergrendelen", cancel="Hier blijven", danger=True, parent=parent
    )
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def cover(window: QMainWindow) -> None:
    """Nothing of anyone stays on the screen while the vault makes its copy of the day."""
    window.setCentralWidget(QWidget())
    if window.isVisible():
        window.repaint()
