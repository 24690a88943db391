"""The chapters of a copy in the editor: which one is shown, its title and place, a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planbureau.formats.copy_draft import ChapterDraft
from planbureau.ui.settings.question_part import LONGEST
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import FieldLabel


class ChapterPart(QWidget):
    """Asks for what somebody wants; the editor changes the draft and shows it again."""

    chosen = Signal(str)
    named = Signal(str)
    move_requested = Signal(int)
    add_requested = Signal()
    drop_requested = Signal()

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        self.box = ChoiceBox("Hoofdstuk", [], nothing=None)
        self.up = IconButton(theme, "arrow-up", "Hoofdstuk omhoog", quiet=False)
        self.down = IconButton(theme, "arrow-down", "Hoofdstuk omlaag", quiet=False)
        self.line = QLineEdit()
        self.line.setMaxLength(LONGEST)
        self.add_button = Button(theme, "Hoofdstuk toevoegen", icon="plus")
        self.drop_button = Button(theme, "Hoofdstuk weghalen", icon="trash-2")
        for button in (self.add_button, self.drop_button):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(6))
        row.addWidget(self.box, 1)
        row.addWidget(self.up)
        row.addWidget(self.down)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(6))
        buttons.addWidget(self.add_button)
        buttons.addWidget(self.drop_button)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(FieldLabel("Hoofdstuk", self.box))
        column.addLayout(row)
        column.addLayout(buttons)
        column.addSpacing(theme.px(6))
        column.addWidget(FieldLabel("Titel van het hoofdstuk", self.line))
        column.addWidget(self.line)
        self.box.value_changed.connect(self._chosen)
        self.up.clicked.connect(self._earlier)
        self.down.clicked.connect(self._later)
        self.line.textEdited.connect(self._named)
        self.add_button.clicked.connect(self.add_requested)
        self.drop_button.clicked.connect(self.drop_requested)

    def chapter_id(self) -> str:
        """The id of the chapter that is shown."""
        return self.box.value()

    def show_chapters(self, chapters: tuple[ChapterDraft, ...], shown: ChapterDraft) -> None:
        """Shows the chapters and which one is open; emits nothing."""
        quiet = self.box.blockSignals(True)
        self.box.set_options([(c.id, c.title or c.id) for c in chapters])
        self.box.set_value(shown.id)
        self.box.blockSignals(quiet)
        self.line.setText(shown.title)
        self.drop_button.setVisible(shown.own)

    def name_new(self) -> None:
        """The title of a new chapter is typed first."""
        self.line.setFocus()
        self.line.selectAll()

    def _chosen(self) -> None:
        self.chosen.emit(self.box.value())

    def _named(self, title: str) -> None:
        self.box.setItemText(self.box.currentIndex(), title.strip() or self.box.value())
        self.named.emit(title.strip())

    def _earlier(self) -> None:
        self.move_requested.emit(-1)

    def _later(self) -> None:
        self.move_requested.emit(1)
