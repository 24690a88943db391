"""What holds for every line of a window: left, it shows its beginning; full, it says so."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.toast_bar import ToastBar

FULL = (
    "Er passen hooguit {most} tekens in dit veld. Plakte je iets langers? Dan staat het nog op het klembord."
)


class Lines(QObject):
    """Tab goes to the end of a line; without this a long text then stands there without its first words.

    It is told when somebody types or pastes more than a line holds: Qt itself cuts that off in silence.
    `toast` tells it in the window; a dialogue over the window tells it itself.
    """

    def __init__(self, parent: QWidget, theme: ThemeContext, toast: ToastBar) -> None:
        super().__init__(parent)
        self._window, self._theme, self._toast = parent, theme, toast
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    # Made known with the class: PySide loses a slot that it adds later ("Slot not found").
    @Slot(QWidget, QWidget)
    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        # To another window and back somebody goes on where the cursor was.
        if (
            isinstance(old, QLineEdit)
            and self._is_mine(old)
            and new is not None
            and new.window() is old.window()
        ):
            old.setCursorPosition(0)
        if isinstance(new, QLineEdit) and self._is_mine(new):
            new.inputRejected.connect(self._refused, Qt.ConnectionType.UniqueConnection)

    @Slot()
    def _refused(self) -> None:
        line = QApplication.focusWidget()
        if isinstance(line, QLineEdit) and len(line.text()) >= line.maxLength():
            words = FULL.format(most=f"{line.maxLength():,}".replace(",", "."))
            self._toast_of(line).show_message(words)

    def _toast_of(self, line: QLineEdit) -> ToastBar:
        over = line.window()
        if not isinstance(over, QDialog):
            return self._toast
        return over.findChild(ToastBar) or ToastBar(self._theme, over)

    def _is_mine(self, widget: QWidget) -> bool:
        """Whether it stands in this window, or in one over it."""
        one: QWidget | None = widget
        while one is not None and one is not self._window:
            one = one.parentWidget()
        return one is not None
