"""The editor of an organisation's copy of a plan type, for what needs no text editor."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from planbureau.errors import PlanbureauError
from planbureau.formats.copy_draft import (
    ChapterDraft,
    CopyDraft,
    QuestionDraft,
    kept_now,
    new_id,
    with_chapter,
)
from planbureau.formats.copy_moves import (
    chapters_for,
    moved,
    moved_to,
    named,
    unfinished,
    with_new_chapter,
    without_chapter,
)
from planbureau.services.api import FormatService
from planbureau.ui.settings.chapter_part import ChapterPart
from planbureau.ui.settings.question_part import LONGEST, QuestionPart
from planbureau.ui.start.words import told
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.screen_room import room_under
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.views.formats import FormatRow

_WIDTH, _HEIGHT, _LIST_HEIGHT = 660, 640, 180
NEW_LABEL = "Nieuwe vraag"


class FormatEditor(QDialog):
    """Accepted when the file was written; `result_words` tell what was made of it.

    Raises PlanbureauError when the file is no copy or cannot be read.
    """

    def __init__(
        self, theme: ThemeContext, service: FormatService, row: FormatRow, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._service = service
        self._row = row
        self._base = service.base(row.id)
        self._before = service.draft(row.id)
        self.draft: CopyDraft = self._before
        self._stored = {q.id for chapter in self._before.chapters for q in chapter.questions}
        self._stored_chapters = {chapter.id for chapter in self._before.chapters}
        self.result_words = ""
        self.setWindowTitle("Plantype aanpassen")
        self.setModal(True)
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._show_chapters(self.draft.chapters[0].id)
        available = room_under(self)
        self.resize(
            min(theme.px(_WIDTH), available.width() - 20), min(theme.px(_HEIGHT), available.height() - 40)
        )
        self.chapters.box.setFocus()

    def _make_widgets(self) -> None:
        theme = self._theme
        self.banner = Banner(theme, "", Tone.ERR)
        self.banner.hide()
        self.name_line = QLineEdit(self.draft.title)
        self.name_line.setMaxLength(LONGEST)
        self.chapters = ChapterPart(theme)
        self.questions = QListWidget()
        self.questions.setMinimumHeight(theme.px(_LIST_HEIGHT))
        self.questions.setWordWrap(True)
        self.question_up = Button(theme, "Omhoog", icon="arrow-up")
        self.question_up.setAccessibleName("Vraag omhoog")
        self.question_down = Button(theme, "Omlaag", icon="arrow-down")
        self.question_down.setAccessibleName("Vraag omlaag")
        self.add_button = Button(theme, "Vraag toevoegen", icon="plus")
        self.part = QuestionPart(theme)
        self.save_button = Button(theme, "Bewaren", ButtonKind.PRIMARY)
        self.cancel_button = Button(theme, "Annuleren")
        for button in (
            self.question_up, self.question_down, self.add_button, self.save_button, self.cancel_button
        ):  # fmt: skip
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        px = self._theme.px
        scroll = self._scroll = ScrollPage(self._theme, margins=(22, 18, 16, 10))
        scroll.add(TextLabel(f"‘{self._row.title}’ aanpassen", TextRole.HEADING))
        scroll.add(TextLabel(_version_words(self._row), TextRole.MUTED))
        scroll.add(_field(px(4), "Naam van het plantype", self.name_line))
        scroll.add(self.chapters)
        scroll.add(_field(px(4), "Vragen in dit hoofdstuk", self.questions))
        moves = QWidget()
        line = QHBoxLayout(moves)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        for button in (self.question_up, self.question_down, self.add_button):
            line.addWidget(button)
        line.addStretch()
        scroll.add(moves)
        scroll.add(self.part)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(22), px(4), px(22), px(14))
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.save_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(px(6))
        outer.addWidget(scroll, 1)
        told_here = QVBoxLayout()
        told_here.setContentsMargins(px(22), 0, px(22), 0)
        told_here.addWidget(self.banner)
        outer.addLayout(told_here)
        outer.addLayout(foot)

    def _connect(self) -> None:
        self.chapters.chosen.connect(self._show_chapters)
        self.chapters.named.connect(self._chapter_named)
        self.chapters.move_requested.connect(self._move_chapter)
        self.chapters.add_requested.connect(self._add_chapter)
        self.chapters.drop_requested.connect(self._drop_chapter)
        self.questions.currentRowChanged.connect(self._question_chosen)
        self.question_up.clicked.connect(self._question_earlier)
        self.question_down.clicked.connect(self._question_later)
        self.add_button.clicked.connect(self._add_question)
        self.part.changed.connect(self._question_edited)
        self.part.move_requested.connect(self._question_moved)
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.reject)

    # Chapters

    @property
    def chapter(self) -> ChapterDraft:
        """The chapter that is shown."""
        chosen = self.chapters.chapter_id()
        return next(chapter for chapter in self.draft.chapters if chapter.id == chosen)

    def _show_chapters(self, chosen: str, row: int = 0) -> None:
        shown = next(chapter for chapter in self.draft.chapters if chapter.id == chosen)
        self.chapters.show_chapters(self.draft.chapters, shown)
        self._show_questions(row)

    def _chapter_named(self, title: str) -> None:
        self.draft = with_chapter(self.draft, replace(self.chapter, title=title))

    def _move_chapter(self, step: int) -> None:
        chosen = self.chapter.id
        place = [chapter.id for chapter in self.draft.chapters].index(chosen)
        self.draft = replace(self.draft, chapters=moved(self.draft.chapters, place, step))
        self._show_chapters(chosen)

    def _add_chapter(self) -> None:
        self.draft, made = with_new_chapter(self.draft, self.chapter.id)
        self._show_chapters(made.id)
        self.chapters.name_new()

    def _drop_chapter(self) -> None:
        chapter = self.chapter
        if chapter.questions:
            words = f"In ‘{chapter.title}’ staan nog vragen."
            self._tell(words, "Zet ze in een ander hoofdstuk of haal ze weg. Daarna kan het hoofdstuk weg.")
            return
        place = self.draft.chapters.index(chapter)
        self.draft = without_chapter(self.draft, chapter.id)
        self.banner.hide()
        self._show_chapters(self.draft.chapters[max(0, place - 1)].id)
        self.chapters.box.setFocus()

    # Questions

    def _show_questions(self, row: int) -> None:
        quiet = self.questions.blockSignals(True)
        self.questions.clear()
        for question in self.chapter.questions:
            self.questions.addItem(QListWidgetItem(_line(question)))
        self.questions.setCurrentRow(row)
        self.questions.blockSignals(quiet)
        self._question_chosen(row)

    def _question_chosen(self, row: int) -> None:
        questions = self.chapter.questions
        question = questions[row] if 0 <= row < len(questions) else None
        self.part.show_question(
            question,
            chapters_for(self._base, self.draft, question.id) if question is not None else (),
            self.chapter.id,
            stored=question is not None and question.id in self._stored,
        )

    def _question_moved(self, chapter_id: str) -> None:
        question = self.part.question
        if question is None or chapter_id == self.chapter.id:
            return
        self.draft = moved_to(self.draft, question.id, chapter_id)
        target = next(chapter for chapter in self.draft.chapters if chapter.id == chapter_id)
        self._show_chapters(chapter_id, len(target.questions) - 1)
        self.part.chapter_box.setFocus()

    def _question_edited(self) -> None:
        question, row = self.part.question, self.questions.currentRow()
        if question is None:
            return
        if question.hidden and not question.extra:
            why = kept_now(self._base, self._with(question, row), question.id)
            if why:
                self.part.refuse_to_hide(why)
                QTimer.singleShot(0, self._show_why)
                question = replace(question, hidden=False)
        self.draft = self._with(question, row)
        item = self.questions.item(row)
        item.setText(_line(question))

    def _show_why(self) -> None:
        self._scroll.ensureWidgetVisible(self.part.message, 0, self._theme.px(12))

    def _with(self, question: QuestionDraft, row: int) -> CopyDraft:
        questions = list(self.chapter.questions)
        questions[row] = question
        return with_chapter(self.draft, replace(self.chapter, questions=tuple(questions)))

    def _question_earlier(self) -> None:
        self._move_question(-1)

    def _question_later(self) -> None:
        self._move_question(1)

    def _move_question(self, step: int) -> None:
        row = self.questions.currentRow()
        questions = moved(self.chapter.questions, row, step)
        self.draft = with_chapter(self.draft, replace(self.chapter, questions=questions))
        self._show_questions(max(0, min(row + step, len(questions) - 1)))

    def _add_question(self) -> None:
        taken = {q.id for chapter in self.draft.chapters for q in chapter.questions}
        made = QuestionDraft(new_id(NEW_LABEL, taken), NEW_LABEL, extra=True)
        questions = (*self.chapter.questions, made)
        self.draft = with_chapter(self.draft, replace(self.chapter, questions=questions))
        self._show_questions(len(questions) - 1)
        self.part.label_line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.part.label_line.selectAll()

    # Saving

    def _named(self) -> CopyDraft:
        """The draft as it is saved."""
        draft = replace(self.draft, title=self.name_line.text().strip())
        return named(draft, self._stored | self._stored_chapters)

    def _save(self) -> None:
        fault = unfinished(self.draft)
        if fault:
            self._tell(fault, "Vul dit aan. Er is nog niets bewaard.")
            return
        try:
            version, changes = self._service.save(self._row.id, self._before, self._named())
        except PlanbureauError as problem:
            words = told(problem)
            self._tell(words.what, words.advice)
            return
        name = self.name_line.text().strip()
        if version != self._row.version:
            plans = "plan houdt" if self._row.plans_now == 1 else "plannen houden"
            count = self._row.plans_now
            self.result_words = f"‘{name}’ heeft nu versie {version}. {count} {plans} de oude versie."
        elif changes.changed:
            self.result_words = f"‘{name}’ is bewaard."
        else:
            self.result_words = f"Aan ‘{name}’ is niets veranderd."
        self.accept()

    def _tell(self, what: str, advice: str) -> None:
        self.banner.set_message(what, Tone.ERR, detail=advice)
        self.banner.show()

    def reject(self) -> None:
        """Closes without saving, after asking when something was changed."""
        if self._named() != self._before:
            question = ConfirmDialog(
                self._theme,
                "Stoppen zonder bewaren?",
                "Wat je hier hebt veranderd, is nog niet bewaard.",
                action="Niet bewaren",
                cancel="Terug",
                danger=True,
                parent=self,
            )
            if question.exec() != QDialog.DialogCode.Accepted:
                return
        super().reject()


def _version_words(row: FormatRow) -> str:
    base = f"Gemaakt op {row.base_title}, versie {row.base_version}."
    if not row.plans_now:
        return f"{base} Versie {row.version} is nog door geen plan gebruikt en wordt aangepast."
    plans = "1 plan gebruikt" if row.plans_now == 1 else f"{row.plans_now} plannen gebruiken"
    return f"{base} {plans} versie {row.version}. Bij bewaren komt er versie {row.version + 1} naast."


def _line(question: QuestionDraft) -> str:
    marks = []
    if question.extra:
        marks.append("extra")
    if question.hidden:
        marks.append("weggelaten")
    elif question.kept:
        marks.append("blijft altijd")
    words = question.label or "(geen tekst)"
    return f"{words} ({', '.join(marks)})" if marks else words


def _field(gap: int, label: str, widget: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    column.addWidget(FieldLabel(label, widget))
    column.addWidget(widget)
    return box
