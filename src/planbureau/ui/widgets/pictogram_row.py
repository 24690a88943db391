"""Pictograms beside a text: the chosen ones, one more, and some that fit the words."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QToolButton, QVBoxLayout, QWidget

from planbureau.services.api import PictogramChoice, PictogramService
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.properties import set_style_property
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.pictogram_button import PictogramButton
from planbureau.ui.widgets.pictogram_picker import PictogramDialog
from planbureau.ui.widgets.pictograms import PictogramPixmaps

SUGGESTED = 4
_SIDE = 40


class PictogramRow(QWidget):
    """`value()` gives the ids in order, `most` at most. Suggestions are only offered.

    Delete on a pictogram takes it away.
    """

    value_changed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        pictures: PictogramService,
        about: str,
        *,
        most: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._pictures = pictures
        self._about = about
        self._most = most
        self._value: tuple[str, ...] = ()
        self._words = ""
        self._suggested: tuple[PictogramChoice, ...] = ()
        self._pixmaps = PictogramPixmaps(pictures.svg)
        self.dialog: PictogramDialog | None = None
        self.setAccessibleName(f"Pictogrammen bij {about}")
        self._chosen = FlowBox()
        self._offer = FlowBox()
        self._offer_label = TextLabel("Past een van deze?", TextRole.HELP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.px(6))
        for widget in (self._chosen, self._offer_label, self._offer):
            column.addWidget(widget)
        self._show_chosen()
        self._show_offer()

    def value(self) -> tuple[str, ...]:
        """The ids of the chosen pictograms."""
        return self._value

    def set_value(self, ids: tuple[str, ...]) -> None:
        """Show these pictograms without emitting anything."""
        if ids != self._value:
            self._value = ids
            self._show_chosen()
            self._show_offer()

    def suggest_for(self, words: str) -> None:
        """Offer pictograms that fit these words."""
        if words == self._words:
            return
        self._words = words
        self._suggested = self._pictures.suggest(words) if words.strip() else ()
        self._show_offer()

    def offered(self) -> tuple[QWidget, ...]:
        """The buttons with suggestions."""
        return self._offer.inside()

    def _show_chosen(self) -> None:
        buttons = []
        for position, pictogram_id in enumerate(self._value):
            button = self._button(pictogram_id)
            button.choose_requested.connect(lambda at=position: self._open(at))
            button.value_changed.connect(lambda at=position: self._put(at, ""))
            buttons.append(button)
        if len(self._value) < self._most:
            button = self._button("")
            button.choose_requested.connect(lambda: self._open(len(self._value)))
            buttons.append(button)
        self._chosen.refill(buttons)

    def _button(self, pictogram_id: str) -> PictogramButton:
        button = PictogramButton(self._context, self._pictures.svg, self._about, side=_SIDE)
        if pictogram_id:
            button.set_pictogram(pictogram_id, self._pictures.name(pictogram_id))
        return button

    def _show_offer(self) -> None:
        room = len(self._value) < self._most
        free = [c for c in self._suggested if c.id not in self._value][:SUGGESTED] if room else []
        self._offer.refill(self._suggestion(choice) for choice in free)
        self._offer_label.setVisible(bool(free))

    def _suggestion(self, choice: PictogramChoice) -> QToolButton:
        button = QToolButton()
        side = self._context.px(_SIDE)
        button.setIcon(QIcon(self._pixmaps.pixmap(choice.id, side, self.devicePixelRatioF())))
        button.setIconSize(QSize(side, side))
        button.setFixedSize(side + 10, side + 10)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_style_property(button, "pictogram", "true")
        button.setAccessibleName(f"Pictogram {choice.name} toevoegen bij {self._about}")
        button.setToolTip(f"{choice.name}: toevoegen")
        button.clicked.connect(lambda: self._put(len(self._value), choice.id))
        return button

    def _open(self, position: int) -> None:
        self.dialog = PictogramDialog(
            self._context,
            lambda query: [(c.id, c.name) for c in self._pictures.search(query)],
            self._pictures.svg,
            parent=self.window(),
        )
        self.dialog.finished.connect(lambda result: self._answered(position, result))
        self.dialog.open()

    def _answered(self, position: int, result: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        chosen = dialog.chosen
        dialog.deleteLater()
        if result == QDialog.DialogCode.Accepted and chosen:
            self._put(position, chosen)

    def _put(self, position: int, pictogram_id: str) -> None:
        ids = list(self._value)
        ids[position : position + 1] = [pictogram_id] if pictogram_id else []
        self.set_value(tuple(dict.fromkeys(ids)))
        self._chosen.inside()[0].setFocus()
        self.value_changed.emit()
