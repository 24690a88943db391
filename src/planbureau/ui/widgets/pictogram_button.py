"""The pictogram that belongs to a text; pressing it asks for another one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.widgets.pictograms import PictogramPixmaps, SvgProvider

_SIDE = 56


class PictogramButton(QToolButton):
    """`about` names what the pictogram stands for ("doel 1"). Delete takes the pictogram away."""

    choose_requested = Signal()
    value_changed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        provider: SvgProvider,
        about: str,
        *,
        side: int = _SIDE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pixmaps = PictogramPixmaps(provider)
        self._about = about
        self._side = side
        self._value = ""
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.choose_requested)
        context.theme_changed.connect(self._show)
        self._show()

    def value(self) -> str:
        """The id of the pictogram, or an empty string."""
        return self._value

    def set_pictogram(self, pictogram_id: str, name: str) -> None:
        """Show a pictogram without emitting anything; an empty id shows the empty place."""
        self._value = pictogram_id
        self._name = name
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._value:
            self.set_pictogram("", "")
            self.value_changed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        side = self._context.px(self._side)
        self.setFixedSize(side + 10, side + 10)
        if self._value:
            pixmap = self._pixmaps.pixmap(self._value, side, self.devicePixelRatioF())
            self.setIcon(QIcon(pixmap))
            self.setIconSize(QSize(side, side))
            words = f"Pictogram {self._name} bij {self._about}, wijzigen"
        else:
            small = self._context.px(24)
            self.setIcon(self._context.icon("image-plus", "primary"))
            self.setIconSize(QSize(small, small))
            words = f"Pictogram kiezen bij {self._about}"
        set_style_property(self, "pictogram", "true" if self._value else "empty")
        self.setAccessibleName(words)
        self.setToolTip(words)
