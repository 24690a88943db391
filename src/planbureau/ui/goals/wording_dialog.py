"""The words of a ready-made goal: made from a goal or anew, and looked through for names first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.formats.goals import ReadyGoal
from planbureau.rules.people.names import fill, template_errors
from planbureau.ui.goals.binding import Labelled
from planbureau.ui.page import PageContext
from planbureau.ui.people.keeper import Keeper, put_back_words
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.dialog_size import fit_on_screen
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.pictogram_row import PictogramRow
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views import FormKey, GoalWording

READY_GOAL = "kant-en-klaar-doel"
"""The name of the form among those that were not finished."""
_HELP = "Schrijf {naam} waar de naam komt, en {slaapt/slapen} waar het werkwoord verandert bij meer mensen."
_NO_NAME = "Planbureau ziet geen naam. Kijk zelf ook: een bijnaam, school of straat zegt soms genoeg."
_CONFIRM = "Ik heb gekeken: er staat geen naam of iets herkenbaars meer in"
SAME, OTHER = "same", "other"
_MEANINGS = ((SAME, "Zelfde betekenis, andere woorden"), (OTHER, "Andere betekenis: een nieuw doel"))


class WordingDialog(QDialog):
    """`saved` carries the Changes. With `known` it is about a goal of the library."""

    saved = Signal(object)

    def __init__(
        self,
        context: PageContext,
        wording: GoalWording,
        *,
        area: str = "",
        known: ReadyGoal | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._known = context, known
        theme = context.theme
        title = "Andere woorden" if known is not None else "Kant-en-klaar doel maken"
        self.setWindowTitle(title)
        self.setModal(True)
        fit_on_screen(self, theme, 640, 600)
        self.sentence = LongTextEdit(theme, "Doel in één zin", lines=2)
        self.easy = LongTextEdit(theme, "Makkelijke tekst", lines=2)
        self.pictograms = PictogramRow(theme, context.workspace.pictograms, "het kant-en-klare doel")
        areas = context.workspace.goals.library().areas
        self.area = ChoiceBox("Gebied", ((one.code, one.title) for one in areas), nothing=None)
        self.meaning = ChipRow(theme, "Wat verandert er", exclusive=True)
        self.confirm = CheckLine(theme, _CONFIRM)
        self._preview = TextLabel("", TextRole.MUTED)
        self._names = InlineMessage(theme)
        self._problem = InlineMessage(theme)
        self.save_button = Button(theme, "Bewaren", ButtonKind.PRIMARY)
        self.cancel_button = Button(theme, "Annuleren")
        self._lay_out(title)
        self._fill(wording, area or (known.area if known is not None else areas[0].code))
        for edit in (self.sentence, self.easy):
            edit.value_changed.connect(self._typed)
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.reject)
        self.sentence.edit.setFocus()
        key = FormKey(READY_GOAL, "", known.code if known is not None else "")
        self._keeper = Keeper(context.workspace.forms, key, title, self)
        self._put_back(self._keeper.begin())
        self.accepted.connect(self._keeper.forget)

    def _put_back(self, kept: tuple[datetime, tuple[str, ...]] | None) -> None:
        """Says that words were put back that somebody typed before the vault was locked."""
        if kept is not None:
            self._show()
            words = put_back_words(kept[0], self._context.clock.today(), self._keeper.by)
            self._problem.show_message(MessageLevel.TIP, " ".join((words, *kept[1])))

    def reject(self) -> None:
        """Who leaves without saving chose to."""
        self._keeper.forget()
        super().reject()

    def _lay_out(self, title: str) -> None:
        theme, px = self._context.theme, self._context.theme.px
        scroll = ScrollPage(theme)
        scroll.add(TextLabel(title, TextRole.HEADING))
        scroll.add(Labelled(theme, "Doel in één zin", self.sentence, help_text=_HELP))
        scroll.add(self._preview)
        scroll.add(Labelled(theme, "Makkelijke tekst", self.easy, help_text="Eén korte zin voor de cliënt."))
        scroll.add(FieldLabel("Pictogrammen", self.pictograms))
        scroll.add(self.pictograms)
        if self._known is None:
            scroll.add(Labelled(theme, "Gebied", self.area))
        else:
            scroll.add(Labelled(theme, "Wat verandert er", self.meaning))
            self.meaning.set_chips(_MEANINGS)
            self.meaning.set_checked({SAME})
        scroll.add(self._names)
        scroll.add(self.confirm)
        scroll.add(self._problem)
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (self.cancel_button, self.save_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(10))
        column.addWidget(scroll, 1)
        column.addLayout(foot)

    def _fill(self, wording: GoalWording, area: str) -> None:
        self.sentence.set_value(wording.sentence)
        self.easy.set_value(wording.easy_text)
        self.pictograms.set_value(wording.pictograms)
        self.area.set_value(area)
        self._show()

    def wording(self) -> GoalWording:
        """What stands here."""
        return GoalWording(self.sentence.value(), self.easy.value(), self.pictograms.value())

    def _typed(self) -> None:
        self.confirm.set_checked(False)  # who changed the words looks at them again
        self._show()

    def _show(self) -> None:
        wording = self.wording()
        self.pictograms.suggest_for(wording.easy_text or wording.sentence)
        errors = template_errors(wording.sentence)
        examples = [] if errors else [fill(wording.sentence, names) for names in (("Kim",), ("Kim", "Bo"))]
        self._preview.setText("Zo wordt het: " + " ".join(dict.fromkeys(examples)) if examples else "")
        found = self._context.workspace.own_goals.names_in(wording)
        if found:
            words = f"Dit kan een naam zijn: {', '.join(found)}. Haal die weg, of schrijf {{naam}}."
            self._names.show_message(MessageLevel.TODO, words)
        else:
            self._names.show_message(MessageLevel.TIP, _NO_NAME)

    def save(self) -> bool:
        """Keeps it; what is wrong is said here, and everything stays."""
        try:
            changes = self._write()
        except PlanbureauError as problem:
            self._problem.show_message(MessageLevel.TODO, str(problem))
            return False
        self.saved.emit(changes)
        self.accept()
        return True

    def _write(self) -> Changes:
        goals, sure = self._context.workspace.own_goals, self.confirm.checked()
        if self._known is not None and self.meaning.checked() != frozenset({OTHER}):
            return goals.reword(self._known.code, self.wording(), confirmed=sure)
        area = self._known.area if self._known is not None else self.area.value()
        return goals.add(area, self.wording(), confirmed=sure)[1]


def open_wording(
    dialog: WordingDialog, saved: Callable[[Changes], None], closed: Callable[[], None]
) -> WordingDialog:
    """Opens the dialog and tells what became of it."""
    dialog.saved.connect(saved)
    dialog.finished.connect(lambda _result: closed())
    dialog.open()
    return dialog
