"""The pictograms of one text: chosen ones, a place for the next, and a few that fit the words."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from planbureau.services.api import PictogramService
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.flow_layout import FlowLayout
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.pictogram_button import PictogramButton
from planbureau.ui.widgets.pictogram_picker import PictogramDialog

_MOST = 6
_SUGGESTED = 4
_SIDE = 44


class PictogramStrip(QWidget):
    """`value` are ids of pictograms, at most six. Delete on a pictogram takes it away."""

    value_changed = Signal()

    def __init__(
        self, context: ThemeContext, pictograms: PictogramService, about: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pictograms = pictograms
        self._about = about
        self._value: tuple[str, ...] = ()
        self._words = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(4))
        self._chosen = QWidget()
        self._chosen_row = FlowLayout(self._chosen)
        self._hint = TextLabel("Past misschien bij deze tekst:", TextRole.SMALL)
        self._suggested = QWidget()
        self._suggested_row = FlowLayout(self._suggested)
        for widget in (self._chosen, self._hint, self._suggested):
            column.addWidget(widget)
        self._show()

    def value(self) -> tuple[str, ...]:
        return self._value

    def set_value(self, ids: Iterable[str]) -> None:
        """Shows these pictograms without emitting anything."""
        wanted = tuple(ids)
        if wanted != self._value:
            self._value = wanted
            self._show()

    def suggest_for(self, words: str) -> None:
        """Offers pictograms that fit a text."""
        if words != self._words:
            self._words = words
            self._show_suggestions()

    def _show(self) -> None:
        _empty(self._chosen_row)
        for place, pictogram in enumerate(self._value):
            button = self._button(self._chosen_row, pictogram)
            button.choose_requested.connect(lambda place=place: self._choose(place))
            button.value_changed.connect(lambda place=place: self._take_away(place))
        if len(self._value) < _MOST:
            button = self._button(self._chosen_row, "")
            button.choose_requested.connect(lambda: self._choose(len(self._value)))
        self._show_suggestions()

    def _show_suggestions(self) -> None:
        _empty(self._suggested_row)
        room = _MOST - len(self._value)
        found = self._pictograms.suggest(self._words) if self._words.strip() and room > 0 else ()
        offered = [choice for choice in found if choice.id not in self._value][:_SUGGESTED]
        for choice in offered:
            button = self._button(self._suggested_row, choice.id)
            words = f"Voorstel: {choice.name}. Voeg toe bij {self._about}"
            button.setAccessibleName(words)
            button.setToolTip(words)
            button.choose_requested.connect(lambda chosen=choice.id: self._change((*self._value, chosen)))
            button.value_changed.connect(self._show_suggestions)
        self._hint.setVisible(bool(offered))
        self._suggested.setVisible(bool(offered))

    def _button(self, row: FlowLayout, pictogram: str) -> PictogramButton:
        button = PictogramButton(self._context, self._pictograms.svg, self._about, side=_SIDE)
        if pictogram:
            button.set_pictogram(pictogram, self._pictograms.name(pictogram))
        row.addWidget(button)
        return button

    def _choose(self, place: int) -> None:
        dialog = PictogramDialog(self._context, self._search, self._pictograms.svg, parent=self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen:
            self._change((*self._value[:place], dialog.chosen, *self._value[place + 1 :]))
        dialog.deleteLater()

    def _search(self, query: str) -> list[tuple[str, str]]:
        return [(choice.id, choice.name) for choice in self._pictograms.search(query)]

    def _take_away(self, place: int) -> None:
        self._change(self._value[:place] + self._value[place + 1 :])

    def _change(self, value: tuple[str, ...]) -> None:
        self._value = tuple(dict.fromkeys(value))
        self._show()
        self.value_changed.emit()


def _empty(row: FlowLayout) -> None:
    while (item := row.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
