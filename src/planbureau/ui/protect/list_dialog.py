"""The list of who may open a plan, its history, and what was noted of opening, printing and exporting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.errors import PlanbureauError
from planbureau.rules.dutch import plain_date
from planbureau.services.api import ProtectionService
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import AccessLine, OpeningLine

WINDOW = "Wie mag dit plan openen?"
EXPLANATION = (
    "Alleen wie hier staat, kan dit plan openen, vinden of afdrukken. Anderen zien 'afgeschermd plan'. "
    "Tijdens een huisbezoek ziet niemand het. Dit is een regel van het programma, geen tweede slot op de "
    "kluis."
)
ALONE = "Op dit moment sta jij hier alleen op. Ben je er niet, dan kan niemand bij het plan."


class ListDialog(QDialog):
    """Each change is kept at once; closing loses nothing."""

    def __init__(
        self,
        context: ThemeContext,
        protection: ProtectionService,
        plan_id: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._protection = protection
        self._plan_id = plan_id
        self.setWindowTitle(WINDOW)
        self.setModal(True)
        px = context.px
        fit_on_screen(self, context, 620, 600)
        self.setMinimumSize(px(320), px(260))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        column.addWidget(TextLabel(WINDOW, TextRole.HEADING))
        self._area = ScrollPage(context)
        self._area.body.setSpacing(px(8))
        self._area.add(TextLabel(EXPLANATION, TextRole.HELP))
        self._lines = QVBoxLayout()
        self._area.body.insertLayout(1, self._lines)
        self._add_form()
        self._log = QVBoxLayout()
        self._log.setSpacing(px(2))
        self._area.body.insertLayout(self._area.body.count() - 1, self._log)
        column.addWidget(self._area, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        self.close_button = Button(context, "Klaar")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.accept)
        foot.addWidget(self.close_button)
        column.addLayout(foot)
        self._show()

    def _add_form(self) -> None:
        self._form = QWidget()
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, self._context.px(6), 0, self._context.px(6))
        column.addWidget(TextLabel("Een collega erbij", TextRole.STRONG))
        self.who = ChoiceBox("Welke collega", ())
        self.reason = QLineEdit()
        self.add_button = Button(self._context, "Op de lijst zetten", ButtonKind.SECONDARY, icon="user-plus")
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self._allow)
        self.message = InlineMessage(self._context, self.reason)
        for label, field in (("Welke collega", self.who), ("Waarom", self.reason)):
            column.addWidget(FieldLabel(label, field))
            column.addWidget(field)
        column.addWidget(self.message)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addStretch()
        column.addLayout(row)
        self._nobody = TextLabel(
            "Er is geen andere collega bekend. Zet een collega eerst als beroepskracht bij een cliënt.",
            TextRole.MUTED,
        )
        self._area.add(self._form)
        self._area.add(self._nobody)

    # Showing

    def _show(self) -> None:
        found = self._protection.access(self._plan_id)
        others = self._protection.candidates(self._plan_id)
        _empty(self._lines)
        for line in found.now:
            self._lines.addWidget(self._line(line, removable=len(found.now) > 1))
        if len(found.now) == 1:
            self._lines.addWidget(TextLabel(ALONE, TextRole.MUTED))
        self.who.set_options((one.id, f"{one.full_name}, {one.function}" if one.function else one.full_name)
                             for one in others)  # fmt: skip
        self._form.setVisible(bool(others))
        self._nobody.setVisible(not others)
        _empty(self._log)
        gone = [line for line in found.lines if line.until is not None]
        if gone:
            self._log.addWidget(TextLabel("Niet meer op de lijst", TextRole.STRONG))
        for line in gone:
            self._log.addWidget(TextLabel(_gone_words(line), TextRole.SMALL))
        self._log.addWidget(TextLabel("Geopend, afgedrukt en geëxporteerd", TextRole.STRONG))
        for opening in found.openings:
            self._log.addWidget(TextLabel(_opening_words(opening), TextRole.SMALL))
        if not found.openings:
            self._log.addWidget(TextLabel("Nog niets.", TextRole.MUTED))

    def _line(self, line: AccessLine, *, removable: bool) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(TextLabel(line.name, TextRole.STRONG))
        words.addWidget(TextLabel(f"{line.reason} · sinds {_moment(line.since)}", TextRole.SMALL))
        row.addLayout(words, 1)
        if removable:
            button = IconButton(self._context, "user-x", f"{line.name} van de lijst halen")
            button.clicked.connect(lambda: self._withdraw(line))
            row.addWidget(button)
        return box

    # Changing

    def _allow(self) -> None:
        if self._try(lambda: self._protection.allow(self._plan_id, self.who.value(), self.reason.text())):
            self.reason.clear()
            self.who.set_value("")
            self._show()

    def _withdraw(self, line: AccessLine) -> None:
        dialog = WithdrawDialog(self._context, self)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        reason = dialog.reason.text()
        dialog.deleteLater()
        if accepted and self._try(lambda: self._protection.withdraw(self._plan_id, line.person_id, reason)):
            self._show_or_close()

    def _show_or_close(self) -> None:
        try:
            self._show()
        except PlanbureauError:
            self.accept()  # whoever took themselves off the list sees no more of it

    def _try(self, verb: Callable[[], object]) -> bool:
        try:
            verb()
        except PlanbureauError as problem:
            self.message.show_message(MessageLevel.TODO, str(problem))
            return False
        self.message.clear()
        return True


class WithdrawDialog(ConfirmDialog):
    """Asks why somebody goes off the list."""

    def __init__(self, context: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            "Van de lijst halen?",
            "Deze collega kan het plan dan niet meer openen of vinden. De reden blijft bij de lijst staan.",
            action="Van de lijst halen",
            parent=parent,
        )
        self.reason = QLineEdit()
        self.extra.addWidget(FieldLabel("Waarom?", self.reason))
        self.extra.addWidget(self.reason)
        self.reason.setFocus()


def _gone_words(line: AccessLine) -> str:
    assert line.until is not None
    return f"{line.name}: {_moment(line.since)} tot {_moment(line.until)}. {line.removed_reason}"


def _opening_words(line: OpeningLine) -> str:
    return f"{_moment(line.at)}: {line.what} door {line.name}"


def _moment(at: datetime) -> str:
    local = at.astimezone(AMSTERDAM)
    return f"{plain_date(local.date())} {local:%H:%M}"


def _empty(layout: QVBoxLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            widget.deleteLater()
