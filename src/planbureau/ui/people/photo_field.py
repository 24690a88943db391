"""The photo of somebody in a form: chosen from a file, kept in the vault, or taken away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.errors import InvalidInputError, PlanbureauError
from planbureau.formats.answers import JsonValue
from planbureau.services.api import Workspace
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.photo import PhotoDisc
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import AttachmentView

LIMIT = 8 * 1024 * 1024
"""The most bytes that a photo may have."""


class PhotoField(QWidget):
    """Its value is the SHA-256 of the file, or empty. `failed` carries what went wrong."""

    failed = Signal(str)

    def __init__(self, desk: Desk, name: str, photo: str, consent: str) -> None:
        """`photo` is what is kept now; `consent` says who has to agree."""
        super().__init__()
        self._desk = desk
        self._photo = photo
        theme = desk.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        self.picture = PhotoDisc(theme, name, size=72)
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QVBoxLayout()
        self.choose = Button(theme, "Foto kiezen…", icon="image-plus")
        self.choose.setAccessibleName(f"Foto kiezen van {name}")
        self.drop = Button(theme, "Foto weghalen", ButtonKind.QUIET, icon="trash-2")
        self.choose.clicked.connect(self._ask)
        self.drop.clicked.connect(lambda: self._show(""))
        buttons.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        buttons.addWidget(TextLabel(consent, TextRole.HELP))
        row.addLayout(buttons, 1)
        self._show(self._photo)

    def focus_target(self) -> QWidget:
        """The button that asks for a file."""
        return self.choose

    def value(self) -> str:
        return self._photo

    def typed_name(self) -> str:
        return "foto"

    def typed(self) -> JsonValue:
        return self._photo

    def put_back(self, value: JsonValue) -> None:
        """Show the photo that was chosen before."""
        self._show(str(value))

    def take_file(self, path: Path) -> None:
        """Take a picture from a file; the file itself stays where it is."""
        try:
            added = photo_from(self._desk.workspace, path)
        except PlanbureauError as error:
            self.failed.emit(str(error))
            return
        self._show(added.sha256)

    def _show(self, sha256: str) -> None:
        self._photo = sha256
        self.picture.set_content(self._content())
        self.drop.setVisible(bool(sha256))

    def _content(self) -> bytes:
        """The picture; one that is missing does not keep the form closed."""
        try:
            return self._desk.workspace.plans.attachment(self._photo) if self._photo else b""
        except PlanbureauError:
            return b""

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Foto kiezen", "", "Foto's (*.jpg *.jpeg *.png)")
        if chosen:
            self.take_file(Path(chosen))


def photo_from(workspace: Workspace, path: Path) -> AttachmentView:
    """A photo taken into the vault. Raises InvalidInputError for what is no photo, or one that is too big."""
    added = workspace.plans.add_attachment(path)
    if not added.media_type.startswith("image/") or added.size > LIMIT:
        raise InvalidInputError(
            "Dit is geen foto, of hij is te groot.", "Kies een foto (JPG of PNG) tot 8 MB."
        )
    return added
