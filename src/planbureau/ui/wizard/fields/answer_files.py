"""Drawings, photos and recordings that answer a question, beside its text or in its place."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planbureau.errors import InvalidInputError
from planbureau.formats.answers import AnswerFile
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.draw_dialog import DrawDialog
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import ElidedLabel, TextRole
from planbureau.ui.wizard.autosave import Kept
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.file_picture import file_picture
from planbureau.ui.wizard.fields.listening import listen_button
from planbureau.views import AttachmentView

KEY = "bestanden"
"""The part of a draft's key that holds the files of an answer."""
KINDS = "Foto's en opnamen (*.png *.jpg *.jpeg *.gif *.webp *.mp3 *.m4a *.wav *.ogg *.opus *.aac *.mp4 *.mov)"
_THUMBNAIL = 72
CANNOT_WRITE = "Het bestand kan daar niet worden bewaard. Er is niets veranderd. Kies een andere plek."


class AnswerFiles(QWidget):
    """A list with a caption each; below it the ways to add one.

    `key` is that of the answer, also of one life domain; `about` is what the buttons say it is for.
    """

    def __init__(self, desk: Desk, key: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._key, self._about = desk, key, about
        self._files = desk.answer(key).files
        self.kept = Kept(desk.autosave, f"{key}/{KEY}", self._draft, self._save, self)
        px = desk.context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self._list = QVBoxLayout()
        self._list.setSpacing(px(6))
        column.addLayout(self._list)
        column.addWidget(self._buttons())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show()

    def _buttons(self) -> QWidget:
        theme, about = self._desk.context.theme, self._about
        row = Flow(6)
        self.draw_button = Button(theme, "Tekenen", ButtonKind.QUIET, icon="pencil")
        self.draw_button.setAccessibleName(f"Tekenen: {about}")
        self.draw_button.clicked.connect(self._open_pad)
        self.add_button = Button(theme, "Foto of opname", ButtonKind.QUIET, icon="image-plus")
        self.add_button.setAccessibleName(f"Foto of opname toevoegen: {about}")
        self.add_button.clicked.connect(self._choose)
        for button in (self.draw_button, self.add_button):
            row.add(button)
            button.setEnabled(not self._desk.read_only)
        return row

    # What it holds

    @property
    def files(self) -> tuple[AnswerFile, ...]:
        """The files as they show."""
        return self._files

    def refresh(self) -> None:
        """The plan changed; a caption that is being typed stays."""
        stored = self._desk.answer(self._key).files
        if not self.kept.dirty and stored != self._files:
            self._files = stored
            self._show()

    def flush(self) -> bool:
        """Saves what is not saved yet."""
        return self.kept.flush()

    def _draft(self) -> str:
        return json.dumps([asdict(file) for file in self._files], ensure_ascii=False)

    def _save(self) -> bool:
        desk, key = self._desk, self._key
        if desk.answer(key).files == self._files:
            return True
        return desk.save_answer(key, desk.answer(key).value, desk.heads(key), files=self._files)

    # Adding

    def add(self, view: AttachmentView, caption: str = "") -> None:
        """Makes a file of the vault part of the answer."""
        self._desk.autosave.flush()  # what is typed at this question goes first
        if all(file.sha256 != view.sha256 for file in self._files):
            self._files = (*self._files, AnswerFile(view.sha256, view.name, view.media_type, caption))
            self._show()
            self.kept.touched()
            self.kept.flush()

    def add_drawing(self, png: bytes, caption: str) -> None:
        """Takes a drawing into the vault."""
        plans = self._desk.context.workspace.plans
        self._take(lambda: plans.keep_attachment("tekening.png", "image/png", png), caption)

    def add_file(self, path: Path) -> None:
        """Takes a file into the vault."""
        self._take(lambda: self._desk.context.workspace.plans.add_attachment(path))

    def _take(self, verb: Callable[[], AttachmentView], caption: str = "") -> None:
        found: list[AttachmentView] = []
        if self._desk.ask(lambda: found.append(verb())):
            self.add(found[0], caption)

    def _open_pad(self) -> None:
        dialog = DrawDialog(self._desk.context.theme, self)
        dialog.exec()
        png, caption = dialog.drawing, dialog.caption
        dialog.deleteLater()
        if png:
            self.add_drawing(png, caption)

    def _choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(self, "Foto of opname kiezen", "", KINDS)
        for name in names:
            self.add_file(Path(name))

    # The list

    def _show(self) -> None:
        while (place := self._list.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for file in self._files:
            self._list.addWidget(self._row(file))

    def _row(self, file: AnswerFile) -> QWidget:
        theme = self._desk.context.theme
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(10))
        line.addWidget(self._sign(file), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        words.addWidget(ElidedLabel(file.name, TextRole.STRONG))
        caption = QLineEdit(file.caption)
        caption.setCursorPosition(0)
        caption.setPlaceholderText("Wat is er te horen?" if file.is_sound else "Wat is er te zien?")
        caption.setAccessibleName(f"Onderschrift bij {file.name}")
        caption.setReadOnly(self._desk.read_only)
        caption.textEdited.connect(lambda text, sha256=file.sha256: self._caption(sha256, text))
        words.addWidget(caption)
        line.addLayout(words, 1)
        listen = listen_button(self._desk, file.sha256, file.media_type, file.name)
        if listen is not None:
            line.addWidget(listen, 0, Qt.AlignmentFlag.AlignTop)
        save = IconButton(theme, "download", f"Leesbare kopie bewaren van {file.name}")
        save.clicked.connect(lambda _=False, file=file: self._save_as(file))
        line.addWidget(save, 0, Qt.AlignmentFlag.AlignTop)
        remove = IconButton(theme, "trash-2", f"Weghalen: {file.name}", colour="muted")
        remove.clicked.connect(lambda _=False, sha256=file.sha256: self._remove(sha256))
        remove.setEnabled(not self._desk.read_only)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _sign(self, file: AnswerFile) -> QWidget:
        theme = self._desk.context.theme
        pixmap = file_picture(self._desk, file.sha256, file.media_type, theme.px(_THUMBNAIL))
        if pixmap is None:
            return IconLabel(theme, "volume-2" if file.is_sound else "file-text", "muted", 24)
        picture = QLabel()
        picture.setPixmap(pixmap)
        picture.setAccessibleName(file.caption or f"Afbeelding {file.name}")
        return picture

    def _caption(self, sha256: str, text: str) -> None:
        self._files = tuple(
            replace(file, caption=text) if file.sha256 == sha256 else file for file in self._files
        )
        self.kept.touched()

    def _remove(self, sha256: str) -> None:
        self._files = tuple(file for file in self._files if file.sha256 != sha256)
        self._show()
        self.add_button.setFocus()
        self.kept.touched()
        self.kept.flush()

    def _save_as(self, file: AnswerFile) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Leesbare kopie bewaren", file.name)
        if name:
            self.save_copy(file, Path(name))

    def save_copy(self, file: AnswerFile, path: Path) -> None:
        """Writes a readable copy to the place that the user chose."""
        desk, found = self._desk, list[bytes]()
        if not desk.ask(lambda: found.append(desk.context.workspace.plans.attachment(file.sha256))):
            return
        try:
            desk.context.workspace.exchange.save(path, found[0])
        except InvalidInputError:
            desk.message_requested.emit(CANNOT_WRITE)
        else:
            desk.message_requested.emit("Een leesbare kopie is bewaard. Haal die weg als je klaar bent.")
