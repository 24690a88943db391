"""Files that belong to a plan. They are kept encrypted in the vault, and leave it only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from planbureau.errors import InvalidInputError
from planbureau.formats.answers import JsonValue
from planbureau.ui.people.photo_field import photo_from
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.icon_label import IconLabel
from planbureau.ui.widgets.labels import ElidedLabel, TextLabel, TextRole
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.file_picture import file_picture
from planbureau.ui.wizard.fields.listening import listen_button
from planbureau.views import AttachmentView

IMAGES = "Foto's en plaatjes (*.png *.jpg *.jpeg *.gif *.webp *.bmp)"
_THUMBNAIL = 64
CANNOT_WRITE = "Het bestand kan daar niet worden bewaard. Er is niets veranderd. Kies een andere plek."


class AttachmentsField(Field):
    """A list of files with a caption each; a photo of the client is one picture."""

    def make_editor(self) -> QWidget:
        self._photo = self.question.bind == "client.photo"
        self._items: list[dict[str, Any]] = []
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.px(8))
        self._list = QVBoxLayout()
        self._list.setSpacing(self.px(8))
        column.addLayout(self._list)
        label = "Foto kiezen" if self._photo else "Bestand toevoegen"
        icon = "image-plus" if self._photo else "paperclip"
        self.add_button = Button(self.theme, label, ButtonKind.QUIET, icon=icon)
        self.add_button.setAccessibleName(f"{label}: {self.question.label}")
        self.add_button.clicked.connect(self._choose_files)
        column.addWidget(self.add_button)
        column.addWidget(
            TextLabel("Bestanden staan versleuteld in de kluis, tot 50 MB per bestand.", TextRole.SMALL)
        )
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def focus_widget(self) -> QWidget:
        return self.add_button

    def value(self) -> JsonValue:
        if self._photo:
            return [{"sha256": item["sha256"]} for item in self._items]
        return [dict(item) for item in self._items]

    def show_value(self, value: JsonValue) -> None:
        wanted = [dict(item) for item in value] if isinstance(value, list) else []
        if self._photo:
            wanted = [self._known(str(item.get("sha256", ""))) for item in wanted]
        if wanted != self._items:
            self._items = wanted
            self._show_items()

    def words(self, value: JsonValue) -> str:
        return ", ".join(item.get("name", "") for item in value) if isinstance(value, list) else ""

    def add_files(self, paths: list[Path]) -> None:
        """Takes files into the vault."""
        for path in paths:
            found: list[AttachmentView] = []
            if not self.desk.ask(lambda path=path, found=found: found.append(self._taken(path))):  # type: ignore[misc]
                return
            one = found[0]
            item = {"sha256": one.sha256, "name": one.name, "media_type": one.media_type, "caption": ""}
            if self._photo:
                self._items = [item]
            elif all(item["sha256"] != other["sha256"] for other in self._items):
                self._items.append(item)
        self._show_items()
        self.chosen()

    def _taken(self, path: Path) -> AttachmentView:
        workspace = self.desk.context.workspace
        return photo_from(workspace, path) if self._photo else workspace.plans.add_attachment(path)

    def save_copy(self, item: dict[str, Any], path: Path) -> None:
        """Writes a readable copy to the place that the user chose."""
        plans = self.desk.context.workspace.plans
        found: list[bytes] = []
        if not self.desk.ask(lambda: found.append(plans.attachment(item["sha256"]))):
            return
        try:
            self.desk.context.workspace.exchange.save(path, found[0])
        except InvalidInputError:
            self.desk.message_requested.emit(CANNOT_WRITE)
        else:
            self.desk.message_requested.emit("Een leesbare kopie is bewaard. Haal die weg als je klaar bent.")

    def _known(self, sha256: str) -> dict[str, Any]:
        found = next((a for a in self.desk.plan.attachments if a.sha256 == sha256), None)
        name = found.name if found else "foto"
        media_type = found.media_type if found else "image/jpeg"
        return {"sha256": sha256, "name": name, "media_type": media_type, "caption": ""}

    # The list

    def _choose_files(self) -> None:
        if self._photo:
            name, _ = QFileDialog.getOpenFileName(self, "Foto kiezen", "", IMAGES)
            names = [name] if name else []
        else:
            names, _ = QFileDialog.getOpenFileNames(self, "Bestanden toevoegen")
        if names:
            self.add_files([Path(name) for name in names])

    def _show_items(self) -> None:
        while (place := self._list.takeAt(0)) is not None:
            widget = place.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for item in self._items:
            self._list.addWidget(self._make_row(item))
        if self._photo:
            self.add_button.set_label("Andere foto kiezen" if self._items else "Foto kiezen")

    def _make_row(self, item: dict[str, Any]) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.px(10))
        line.addWidget(self._sign(item), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(self.px(4))
        words.addWidget(ElidedLabel(str(item.get("name", "")), TextRole.STRONG))
        if not self._photo:
            caption = QLineEdit(str(item.get("caption", "")))
            caption.setCursorPosition(0)
            caption.setPlaceholderText("Onderschrift, als je dat wilt")
            caption.setAccessibleName(f"Onderschrift bij {item.get('name', '')}")
            caption.textEdited.connect(lambda text, item=item: self._caption(item, text))
            words.addWidget(caption)
        line.addLayout(words, 1)
        name = str(item.get("name", ""))
        listen = listen_button(self.desk, item["sha256"], str(item.get("media_type", "")), name)
        if listen is not None:
            line.addWidget(listen, 0, Qt.AlignmentFlag.AlignTop)
        save = IconButton(self.theme, "download", f"Leesbare kopie bewaren van {item.get('name', '')}")
        save.clicked.connect(lambda _=False, item=item: self._save_as(item))
        remove = IconButton(self.theme, "trash-2", f"Weghalen: {item.get('name', '')}", colour="muted")
        remove.clicked.connect(lambda _=False, item=item: self._remove(item))
        line.addWidget(save, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _sign(self, item: dict[str, Any]) -> QWidget:
        pixmap = self._thumbnail(item)
        if pixmap is None:
            return IconLabel(self.theme, "file-text", "muted", 24)
        picture = QLabel()
        picture.setPixmap(pixmap)
        picture.setAccessibleName(f"Afbeelding {item.get('name', '')}")
        return picture

    def _thumbnail(self, item: dict[str, Any]) -> QPixmap | None:
        side = self.px(_THUMBNAIL)
        return file_picture(self.desk, item["sha256"], str(item.get("media_type", "")), side)

    def _caption(self, item: dict[str, Any], text: str) -> None:
        item["caption"] = text
        self.typed()

    def _save_as(self, item: dict[str, Any]) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Leesbare kopie bewaren", str(item.get("name", "")))
        if name:
            self.save_copy(item, Path(name))

    def _remove(self, item: dict[str, Any]) -> None:
        self._items = [other for other in self._items if other is not item]
        self._show_items()
        self.add_button.setFocus()
        self.chosen()
