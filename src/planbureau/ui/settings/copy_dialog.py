"""Asking how a copy of a plan type is called."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from planbureau.errors import PlanbureauError
from planbureau.services.api import FormatService
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.snug_dialog import SnugDialog
from planbureau.views.formats import FormatRow

_WIDTH, _LONGEST = 460, 120


class CopyDialog(SnugDialog):
    """Accepted when the copy was made; `title` and `new_id` are what it is called."""

    def __init__(
        self, theme: ThemeContext, service: FormatService, row: FormatRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, _WIDTH, parent)
        self._service = service
        self._row = row
        self._follows = True
        self.setWindowTitle("Kopie van een plantype")
        self.setModal(True)
        self.banner = Banner(theme, "", Tone.ERR)
        self.banner.hide()
        self.title_line = QLineEdit()
        self.title_line.setMaxLength(_LONGEST)
        self.id_line = QLineEdit()
        self.id_line.setMaxLength(_LONGEST)
        id_help = "Kleine letters, cijfers, - en _. Zo heet het bestand. Dit verandert later niet meer."
        self.id_line.setAccessibleDescription(id_help)
        self.make_button = Button(theme, "Kopie maken", ButtonKind.PRIMARY)
        self.cancel_button = Button(theme, "Annuleren")
        for widget in (
            TextLabel(f"Kopie van ‘{row.title}’", TextRole.HEADING),
            self.banner,
            FieldLabel("Naam van het plantype", self.title_line),
            self.title_line,
            FieldLabel("Korte naam", self.id_line),
            self.id_line,
            TextLabel(id_help, TextRole.HELP),
        ):
            self.add(widget)
        self.set_buttons(self.cancel_button, self.make_button)
        self.cancel_button.clicked.connect(self.reject)
        self.make_button.clicked.connect(self._make)
        self.title_line.returnPressed.connect(self._make)
        self.id_line.returnPressed.connect(self._make)
        self.title_line.textChanged.connect(self._follow)
        self.id_line.textEdited.connect(self._stop_following)
        self.title_line.setText(f"{row.title} (eigen)")
        self.title_line.selectAll()
        self.title_line.setFocus()

    @property
    def title(self) -> str:
        """The name for everybody."""
        return self.title_line.text().strip()

    @property
    def new_id(self) -> str:
        """The short name."""
        return self.id_line.text().strip()

    def _follow(self, title: str) -> None:
        if self._follows:
            self.id_line.setText(self._service.suggested_id(title))

    def _stop_following(self) -> None:
        self._follows = False

    def _make(self) -> None:
        try:
            self._service.copy(self._row.id, self.new_id, self.title)
        except PlanbureauError as problem:
            words = told(problem)
            self.banner.set_message(words.what, Tone.ERR, detail=words.advice)
            self.banner.show()
            (self.id_line if self.title else self.title_line).setFocus()
            return
        self.accept()
