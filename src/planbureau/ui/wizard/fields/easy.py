"""The easy text beside a professional one, with its pictograms; folded as long as there is none."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planbureau.services.api import PictogramService
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import GAP, Button, ButtonKind
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.pictogram_row import PictogramRow
from planbureau.ui.widgets.text_tip import TextKind, TextLook, TextTip

STALE = "De gewone tekst is daarna veranderd. Klopt de makkelijke tekst nog?"
_MOST = 6
"""An answer is longer than a goal and may need more pictograms."""
HELP = "Korte zinnen, één gedachte per zin. Schrijf alsof je het tegen de cliënt zegt."


class EasyPart(QWidget):
    """`text_changed` with each keystroke, `pictograms_changed` after a choice, `confirmed`: still right."""

    text_changed = Signal()
    pictograms_changed = Signal()
    confirmed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        pictograms: PictogramService,
        about: str,
        *,
        text: bool,
        pictures: bool,
        look: TextLook | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._service = pictograms
        self._about = about
        self._look = look
        self.tip: TextTip | None = None
        self._with_text, self._with_pictures = text, pictures
        self._panel: QFrame | None = None
        self._edit: LongTextEdit | None = None
        self._row: PictogramRow | None = None
        self._stale: InlineMessage | None = None
        self._confirm: Button | None = None
        self._text, self._source, self._is_stale = "", "", False
        self._ids: tuple[str, ...] = ()
        parts = ["makkelijke tekst"] * text + ["pictogrammen"] * pictures
        self._name = " en ".join(parts).capitalize()
        self.button = Button(context, self._name, ButtonKind.LINK, icon="chevron-right")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._toggle)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.px(4))
        self._column.addWidget(self.button)
        self._tell()

    # What it holds

    def text(self) -> str:
        return self._edit.value() if self._edit is not None else self._text

    def pictograms(self) -> tuple[str, ...]:
        return self._row.value() if self._row is not None else self._ids

    def editor(self) -> QWidget | None:
        """The box of the text, once it was opened."""
        return self._edit.focus_target() if self._edit is not None else None

    def show_easy(self, text: str, ids: tuple[str, ...], *, stale: bool) -> None:
        """Shows what is stored, without emitting anything; opens when there is something to see."""
        self._text, self._ids, self._is_stale = text, ids, stale
        if (text or ids) and not self.button.isChecked():
            self.button.setChecked(True)
        self._fill()

    def set_source(self, words: str) -> None:
        """The professional text, from which pictograms are suggested."""
        self._source = words
        if self._row is not None and not self._panel_hidden():
            self._row.suggest_for(self.text() or words)

    # How it shows

    def _toggle(self, is_open: bool) -> None:
        if self._panel is None:
            self._build()
        if self._panel is not None:
            self._panel.setVisible(is_open)
        self._fill()
        self._tell()

    def _tell(self) -> None:
        is_open = self.button.isChecked()
        self.button.setIcon(
            self._context.icon("chevron-down" if is_open else "chevron-right", "primary", "primary")
        )
        self.button.setText(GAP + self._name)
        state = "uitgeklapt" if is_open else "ingeklapt"
        self.button.setAccessibleName(f"{self._name} bij {self._about} ({state})")

    def _panel_hidden(self) -> bool:
        return self._panel is None or self._panel.isHidden()

    def _build(self) -> None:
        px = self._context.px
        self._panel = QFrame()
        self._panel.setProperty("card", "sunken")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(px(12), px(8), px(12), px(10))
        inside.setSpacing(px(6))
        if self._with_text:
            self._build_text(inside)
        if self._with_pictures:
            self._row = PictogramRow(self._context, self._service, self._about, most=_MOST)
            self._row.value_changed.connect(self.pictograms_changed)
            inside.addWidget(self._row)
        self._column.addWidget(self._panel)

    def _build_text(self, inside: QVBoxLayout) -> None:
        self._edit = LongTextEdit(self._context, f"Makkelijke tekst bij {self._about}", lines=2)
        inside.addWidget(FieldLabel("Makkelijke tekst", self._edit))
        inside.addWidget(TextLabel(HELP, TextRole.HELP))
        inside.addWidget(self._edit)
        if self._look is not None:
            kind = TextKind(for_client=True)
            self.tip = TextTip(self._context, self._look, self._edit.value, kind)
            inside.addWidget(self.tip)
        self._stale = InlineMessage(self._context, self._edit.focus_target())
        inside.addWidget(self._stale)
        self._confirm = Button(self._context, "De makkelijke tekst klopt nog", icon="check")
        self._confirm.setAccessibleName(f"De makkelijke tekst klopt nog: {self._about}")
        self._confirm.clicked.connect(self.confirmed)
        inside.addWidget(self._confirm)
        self._edit.value_changed.connect(self._typed)

    def _fill(self) -> None:
        if self._edit is not None and self._stale is not None and self._confirm is not None:
            self._edit.blockSignals(True)
            self._edit.set_value(self._text)
            self._edit.blockSignals(False)
            stale = self._is_stale and bool(self._text)
            if stale:
                self._stale.show_message(MessageLevel.TODO, STALE)
            else:
                self._stale.clear()
            self._confirm.setVisible(stale)
        if self._row is not None:
            self._row.set_value(self._ids)
            self._row.suggest_for(self._text or self._source)

    def _typed(self) -> None:
        self._text = self.text()
        if self.tip is not None:
            self.tip.touched()
        self.text_changed.emit()
