"""What waits for an answer above the window: menus, dialogues, the file windows of the system."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planbureau.ui.wizard.autosave import Autosave

_MOST = 20
"""Windows above each other; a dialogue that opens another one at every answer ends here."""


def dismiss_waiting() -> None:
    """Takes it all down as if it was cancelled, the topmost first; what is typed in it is saved or kept.

    Whoever waits for an answer in `exec()` gets it while the page still stands. No dialogue may refuse.
    """
    for _ in range(_MOST):
        widget = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if widget is None:
            return
        # An error in one dialogue may not keep the vault open.
        with suppress(Exception):
            _cancel(widget)
        with suppress(RuntimeError):
            if widget.isVisible():
                widget.hide()


def _cancel(widget: QWidget) -> None:
    if not isinstance(widget, QDialog):
        widget.close()
        return
    # Not `reject`: a dialogue may answer that with a question of its own.
    widget.done(QDialog.DialogCode.Rejected)
    if widget.isVisible():
        for autosave in widget.findChildren(Autosave):
            autosave.write_drafts()
