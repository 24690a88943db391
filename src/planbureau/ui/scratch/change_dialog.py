"""Another wording for a line of the pad."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.views import ScratchLineView


class ChangeDialog(ConfirmDialog):
    """After Accepted `words` and `is_quote` hold the line as it should be."""

    def __init__(self, theme: ThemeContext, line: ScratchLineView, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, "Regel wijzigen", "Alleen jij ziet deze regel.", action="Bewaren", parent=parent
        )
        self._edit = LongTextEdit(theme, lines=3)
        self._edit.set_value(line.words)
        self._quote = QCheckBox("Dit zijn eigen woorden")
        self._quote.setChecked(line.quote)
        self.extra.addWidget(FieldLabel("Regel", self._edit))
        self.extra.addWidget(self._edit)
        self.extra.addWidget(self._quote)
        self._edit.focus_target().setFocus()

    def words(self) -> str:
        return self._edit.value()

    def is_quote(self) -> bool:
        return self._quote.isChecked()
