"""All plan types: those of the program and the organisation's own, with what is wrong in a file."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.formats import FormatProblem
from planbureau.ui.page import PageContext
from planbureau.ui.settings.copy_dialog import CopyDialog
from planbureau.ui.settings.format_editor import FormatEditor
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views.formats import FormatRow

EXPLANATION = (
    "Maak een kopie van een plantype om er eigen woorden, vragen en een eigen volgorde in te zetten. "
    "Wat nodig is om vast te stellen of uit de wet komt, blijft er altijd in. Een plan houdt de versie "
    "waarmee het is gemaakt."
)


class FormatsCard(Card):
    """`rows` are the plan types as they are shown, by id."""

    def __init__(self, context: PageContext, choosers: Choosers) -> None:
        theme = context.theme
        super().__init__(theme, "Plantypen")
        self._page = context
        self._choosers = choosers
        self._service = context.workspace.own_formats
        self.rows: dict[str, FormatLine] = {}
        self._pictures: tuple[FormatProblem, ...] = ()
        self.add(TextLabel(EXPLANATION, TextRole.MUTED))
        self.check_button = Button(theme, "Nakijken", icon="refresh-cw")
        self.check_button.setAccessibleDescription("Leest de map met eigen plantypen opnieuw.")
        self.folder_button = Button(theme, "Map openen", icon="folder-open")
        flow = Flow(theme.px(8))
        flow.add(self.check_button)
        flow.add(self.folder_button)
        self.add(flow)
        self.result = Banner(theme, "", Tone.OK)
        self.result.hide()
        self.add(self.result)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        self.add(self._list)
        self.check_button.clicked.connect(self._check)
        self.folder_button.clicked.connect(self._open_folder)
        self.show_formats()

    def show_formats(self) -> None:
        """Shows the plan types and the faults as they are now."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for problem in self._service.problems():
            self._show_problem(problem, "dit plantype doet nu niet mee.")
        for problem in self._pictures:
            self._show_problem(problem, "het plantype werkt, met een leeg vak in plaats van dit plaatje.")
        self.rows = {row.id: FormatLine(self._page, row, self) for row in self._service.rows()}
        for line in self.rows.values():
            self._column.addWidget(line)
        if self.window() is not self:
            follow_layout(self, self.folder_button)

    def _show_problem(self, problem: FormatProblem, follows: str) -> None:
        where = f"{problem.file}, regel {problem.line}" if problem.line else problem.file
        told_in_full = problem.text[:1].upper() + problem.text[1:]
        self._column.addWidget(
            Banner(self._page.theme, f"{where}: {follows}", Tone.WARN, detail=told_in_full)
        )

    def _check(self) -> None:
        def done(_: Changes) -> str:
            self._pictures = self._service.wrong_pictures()
            self.show_formats()
            faults = len(self._service.problems()) + len(self._pictures)
            if not faults:
                return "Nagekeken: alle plantypen zijn in orde."
            return "Nagekeken: er is 1 fout." if faults == 1 else f"Nagekeken: er zijn {faults} fouten."

        self.act(self._service.reload, done, self.check_button)

    def _open_folder(self) -> None:
        try:
            folder = self._service.folder()
        except PlanbureauError as problem:
            self._tell(problem)
            return
        if not self._choosers.open_folder(folder):
            words = "De map gaat hier niet vanzelf open."
            self.result.set_message(words, Tone.INFO, detail=f"Hij staat in: {folder}")
            self.result.show()

    def copy(self, row: FormatRow) -> None:
        """Asks for a name and makes a copy."""
        dialog = CopyDialog(self._page.theme, self._service, row, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._made(f"‘{dialog.title}’ is gemaakt. Met Aanpassen verander je het.", dialog.new_id)

    def new_version(self, row: FormatRow) -> None:
        """Copies an own plan type as its next version."""
        words = f"‘{row.title}’ heeft nu versie {row.version + 1}. Versie {row.version} blijft bestaan."
        self.act(lambda: self._service.new_version(row.id), lambda _: words, row.id)

    def offer(self, row: FormatRow) -> None:
        """New plans are made with it no more, or again."""
        offered = not row.offered
        words = (
            f"‘{row.title}’ staat weer bij Nieuw plan."
            if offered
            else f"‘{row.title}’ staat niet meer bij Nieuw plan. De plannen die er zijn, blijven."
        )
        self.act(lambda: self._service.offer(row.id, offered=offered), lambda _: words, row.id)

    def remove(self, row: FormatRow) -> None:
        """Takes a plan type away that no plan was made with, after asking."""
        question = ConfirmDialog(
            self._page.theme,
            f"‘{row.title}’ weghalen?",
            "Er is geen plan mee gemaakt. Het bestand gaat naar de map 'weggehaald', naast de andere.",
            action="Weghalen",
            danger=True,
            parent=self,
        )
        accepted = question.exec() == QDialog.DialogCode.Accepted
        question.deleteLater()
        if accepted:
            words = f"‘{row.title}’ is weggehaald."
            self.act(lambda: self._service.remove(row.id), lambda _: words, self.folder_button)

    def edit(self, row: FormatRow) -> None:
        """Opens the editor of a copy."""
        try:
            dialog = FormatEditor(self._page.theme, self._service, row, self)
        except PlanbureauError as problem:
            self._tell(problem)
            return
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._made(dialog.result_words, row.id)

    def act(self, verb: Callable[[], Changes], words: Callable[[Changes], str], focus: QWidget | str) -> None:
        """Does it and tells what came of it; a row that was drawn anew gets the focus back."""
        try:
            done = words(verb())
        except PlanbureauError as problem:
            self._tell(problem)
            return
        if isinstance(focus, str):
            self._made(done, focus)
        else:
            tone = Tone.WARN if self._service.problems() or self._pictures else Tone.OK
            self.result.set_message(done, tone)
            self.result.show()
            focus.setFocus()

    def _made(self, words: str, format_id: str) -> None:
        self.result.set_message(words, Tone.OK)
        self.result.show()
        line = self.rows.get(format_id)
        if line is not None:
            line.first_button.setFocus()

    def _tell(self, problem: Exception) -> None:
        words = told(problem)
        self.result.set_message(words.what, Tone.ERR, detail=words.advice)
        self.result.show()


class FormatLine(QWidget):
    """One plan type: what it is, whose it is, and what can be done with it."""

    def __init__(self, context: PageContext, row: FormatRow, card: FormatsCard) -> None:
        super().__init__()
        theme = context.theme
        self.row = row
        self._card = card
        self._enabled = not context.workspace.read_only
        self.copy_button = self._button(Button(theme, "Kopie maken…", icon="copy"))
        self.copy_button.clicked.connect(self._copy)
        self.first_button = self.copy_button
        head = QHBoxLayout()
        head.setSpacing(theme.px(10))
        head.addWidget(TextLabel(row.title, TextRole.STRONG), 1)
        tone, icon = (Tone.INFO, "pencil") if row.own else (Tone.IDLE, "book-open")
        head.addWidget(StatusBadge(theme, "Eigen" if row.own else "Meegeleverd", tone, icon=icon))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addLayout(head)
        column.addWidget(TextLabel(_about(row), TextRole.SMALL))
        if row.own:
            column.addWidget(self._own_buttons(context))
        else:
            head.addWidget(self.copy_button)

    def _own_buttons(self, context: PageContext) -> QWidget:
        theme = context.theme
        flow = Flow(theme.px(8))
        if self.row.base:
            self.edit_button = self._button(Button(theme, "Aanpassen…", icon="pencil"))
            self.edit_button.clicked.connect(self._edit)
            self.first_button = self.edit_button
            flow.add(self.edit_button)
        flow.add(self.copy_button)
        self.version_button = self._button(Button(theme, "Nieuwe versie", icon="file-plus"))
        self.version_button.clicked.connect(self._new_version)
        flow.add(self.version_button)
        self._add_away(flow, theme)
        return flow

    def _add_away(self, flow: Flow, theme: ThemeContext) -> None:
        """What no plan was made with can go; what plans need is only offered no more."""
        if not self.row.plans:
            self.away_button = self._button(Button(theme, "Weghalen…", icon="trash-2"))
            self.away_button.clicked.connect(self._remove)
            flow.add(self.away_button)
        if self.row.plans or not self.row.offered:
            words, icon = (
                ("Niet meer aanbieden", "eye-off") if self.row.offered else ("Weer aanbieden", "eye")
            )
            self.offer_button = self._button(Button(theme, words, icon=icon))
            self.offer_button.clicked.connect(self._offer)
            flow.add(self.offer_button)

    def _button(self, button: Button) -> Button:
        button.setAccessibleName(f"{button.label()} {self.row.title}")
        button.setEnabled(self._enabled)
        return button

    def _copy(self) -> None:
        self._card.copy(self.row)

    def _new_version(self) -> None:
        self._card.new_version(self.row)

    def _remove(self) -> None:
        self._card.remove(self.row)

    def _offer(self) -> None:
        self._card.offer(self.row)

    def _edit(self) -> None:
        self._card.edit(self.row)


def _about(row: FormatRow) -> str:
    parts = [f"{row.id}, versie {row.version}"]
    if len(row.versions) > 1:
        older = ", ".join(str(number) for number in row.versions if number != row.version)
        parts.append(f"ook versie {older}")
    if row.base:
        parts.append(f"gemaakt op {row.base_title}, versie {row.base_version}")
    if row.own:
        parts.append(f"bestand {row.file}")
    if row.plans:
        parts.append("1 plan" if row.plans == 1 else f"{row.plans} plannen")
    if not row.offered:
        parts.append("niet meer aangeboden")
    words = "; ".join(parts) + "."
    return f"{words} Bron: {row.source}." if row.source else words
