"""One annex in the list of a plan."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.ui.annexes.annex_look import detail_of, look_of
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import AnnexRow


class AnnexLine(QWidget):
    """One annex: a link that opens it, its day, its state, paper, and a way out while it is empty."""

    def __init__(self, theme: ThemeContext, row: AnnexRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = theme.px
        word, tone, icon = look_of(row)
        self.open = Button(theme, row.title, ButtonKind.LINK)
        self.open.setAccessibleName(f"{row.title}, {detail_of(row)}, {word}")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
        detail = TextLabel(detail_of(row), TextRole.SMALL)
        detail.setIndent(px(6))
        words.addWidget(detail)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, px(2), 0, px(2))
        line.setSpacing(px(8))
        line.addLayout(words, 1)
        line.addWidget(StatusBadge(theme, word, tone, icon=icon))
        self.print = IconButton(theme, "printer", f"{row.title} afdrukken, {detail_of(row)}")
        self.throw_away = IconButton(theme, "trash-2", f"{row.title} weggooien: er staat nog niets in")
        self.correct = IconButton(theme, "calendar-clock", f"Een dag verbeteren in {row.title}")
        self.reopen = IconButton(theme, "pencil", f"{row.title} verbeteren, {detail_of(row)}")
        line.addWidget(self.reopen)
        line.addWidget(self.correct)
        line.addWidget(self.throw_away)
        line.addWidget(self.print)
        # After they have a parent: shown without one each would be a window of its own for a moment.
        self.throw_away.setVisible(row.empty and not row.version)
        self.correct.setVisible(row.has_days)
        self.reopen.setVisible(row.can_reopen)
