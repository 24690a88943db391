"""Where does a line belong? The places that fit its words first, then all of them, and a search over both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planbureau.rules.notes.jotting import Destination, suggested
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.search_field import SearchField
from planbureau.views import ScratchLineView

_FITTING = 5
_LIST = 96
"""Least height of the list, in pixels of the design."""
_CHOICE = Qt.ItemDataRole.UserRole
NOT_SAID = (
    "Hier spreekt iemand zelf. Is dit zo gezegd? Zet dan 'eigen woorden' aan. Kies anders een andere plek."
)


@dataclass(frozen=True)
class Choice:
    """A place, and the plan that it is in."""

    plan_id: str
    plan_title: str
    place: Destination


class _Places(QListWidget):
    """Takes the room that is left, and asks for no more than its least."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class DropDialog(QDialog):
    """After Accepted `chosen` is the place, and `is_quote` whether the line is what somebody said."""

    def __init__(
        self,
        theme: ThemeContext,
        line: ScratchLineView,
        choices: Sequence[Choice],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.chosen: Choice | None = None
        self._choices = tuple(choices)
        places = [choice.place for choice in self._choices]
        best = suggested(line.words, places)[:_FITTING]
        self._fitting = [choice for place in best for choice in self._choices if choice.place is place]
        self._many = len({choice.plan_id for choice in self._choices}) > 1
        self.setWindowTitle("Waar hoort deze regel?")
        fit_on_screen(self, theme, 620, 520)
        self._lay_out(theme, line)
        self.field.query_changed.connect(self._show)
        self.field.results_requested.connect(self._enter_list)
        self.field.returnPressed.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        self.list.currentItemChanged.connect(self._look)
        self.own_words.toggled.connect(self._look)
        self._show("")
        self.field.setFocus()

    def _lay_out(self, theme: ThemeContext, line: ScratchLineView) -> None:
        """On a small screen line and list scroll; why a place is not taken stays above the buttons."""
        px = theme.px
        self.own_words = QCheckBox("Dit zijn eigen woorden")
        self.own_words.setChecked(line.quote)
        self.field = SearchField(theme, "Zoek een vraag")
        self.list = _Places()
        self.list.setAccessibleName("Plekken in het plan")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(px(_LIST))
        self.message = InlineMessage(theme, self.list)
        area = ScrollPage(theme, margins=(18, 16, 6, 4), stretch=False)
        area.body.setSpacing(px(8))
        for widget in (TextLabel(line.words, TextRole.HEADING), self.own_words, self.field):
            area.add(widget)
        area.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(16))
        column.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(18), 0, px(18), 0)
        foot.addWidget(self.message)
        foot.addLayout(self._buttons(theme))
        column.addLayout(foot)

    def _buttons(self, theme: ThemeContext) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch()
        cancel = Button(theme, "Annuleren")
        self.take = Button(theme, "Hier zetten", ButtonKind.PRIMARY, icon="arrow-right")
        for button in (cancel, self.take):
            button.setAutoDefault(False)
            row.addWidget(button)
        cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self._choose)
        return row

    def is_quote(self) -> bool:
        """Whether the line counts as what somebody said."""
        return self.own_words.isChecked()

    def _show(self, query: str) -> None:
        self.list.clear()
        wanted = query.casefold().split()
        if not wanted:
            for choice in self._fitting:
                self._add(choice, fitting=True)
        for choice in self._choices:
            if all(word in self._words(choice).casefold() for word in wanted):
                self._add(choice, fitting=False)
        self.list.setCurrentRow(0)

    def _words(self, choice: Choice) -> str:
        where = f"{choice.place.section}, {choice.plan_title}" if self._many else choice.place.section
        own = " · eigen woorden" if choice.place.own_words else ""
        return f"{choice.place.label} · {where}{own}"

    def _add(self, choice: Choice, *, fitting: bool) -> None:
        item = QListWidgetItem(("Past misschien: " if fitting else "") + self._words(choice))
        item.setData(_CHOICE, choice)
        self.list.addItem(item)

    def _enter_list(self) -> None:
        self.list.setFocus()

    def _current(self) -> Choice | None:
        item = self.list.currentItem()
        found = item.data(_CHOICE) if item is not None else None
        return found if isinstance(found, Choice) else None

    def _look(self) -> None:
        choice = self._current()
        if choice is not None and choice.place.own_words and not self.is_quote():
            self.message.show_message(MessageLevel.TODO, NOT_SAID)
        else:
            self.message.clear()
        self.take.setEnabled(choice is not None)

    def _choose(self) -> None:
        choice = self._current()
        if choice is None:
            return
        if choice.place.own_words and not self.is_quote():
            self.own_words.setFocus()
            return
        self.chosen = choice
        self.accept()
