"""A drop-down that can be empty, that keeps ids apart from words, and that the wheel leaves alone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyleOptionComboBox, QWidget

from planbureau.ui.widgets.wheel_guard import WheelGuard

NOTHING_CHOSEN = "Maak een keuze"
_OF_FORM = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_INSIDE = 4
"""Pixels that the style keeps free around the words."""


class ChoiceBox(QComboBox):
    """`options` are pairs of id and label. An id that is no longer offered is kept and shown.

    Words that do not fit end in an ellipsis, and pointing at the box tells them all.
    """

    value_changed = Signal()

    def __init__(
        self,
        name: str,
        options: Iterable[tuple[str, str]],
        *,
        nothing: str | None = NOTHING_CHOSEN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._nothing = nothing
        WheelGuard(self)
        self.set_options(options)
        self.currentIndexChanged.connect(self._index_changed)

    def set_options(self, options: Iterable[tuple[str, str]]) -> None:
        """Offer other options; the value stays, and so nothing is emitted."""
        value = self.value()
        quiet = self.blockSignals(True)
        self.clear()
        if self._nothing is not None:
            self.addItem(self._nothing, "")
        for option_id, label in options:
            self.addItem(label, option_id)
        if value:
            self.set_value(value)
        self.blockSignals(quiet)

    def value(self) -> str:
        """The id that is chosen, or an empty string."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, str) else ""

    def set_value(self, option_id: str) -> None:
        row = self.findData(option_id)
        if row < 0 and option_id:
            self.addItem(option_id, option_id)
            row = self.count() - 1
        self.setCurrentIndex(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt takes every key with a sign for a search in the list, those that save or leave a form too."""
        if event.key() in _OF_FORM or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        place = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        words = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, place.width() - _INSIDE
        )
        option.currentText = words

    def enterEvent(self, event: QEnterEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        whole = self.currentText()
        self.setToolTip("" if option.currentText == whole else whole)
        super().enterEvent(event)

    def _index_changed(self, row: int) -> None:
        del row
        self.value_changed.emit()
