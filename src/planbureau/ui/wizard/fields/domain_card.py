"""One life domain: talk about it, not now, or later."""

from __future__ import annotations

import json

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import DomainAnswer, JsonValue
from planbureau.formats.model import LifeDomain, Question
from planbureau.formats.topics import topics_of_domain
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.pictograms import PictogramPixmaps
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.wizard.autosave import Kept
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.answer_files import AnswerFiles
from planbureau.ui.wizard.fields.conflict import ConflictList
from planbureau.ui.wizard.fields.domain_editor import DomainEditor
from planbureau.ui.wizard.fields.easy import EasyPart
from planbureau.ui.wizard.fields.marking import mark, not_for
from planbureau.ui.wizard.fields.offer_line import OfferLine
from planbureau.views import FieldConflict

STATES = (("open", "Hier nu iets mee"), ("not_now", "Nu niet"), ("later", "Later"))
_SIDE = 40


class DomainCard(QFrame):
    """Saved under "question/domain"; its texts are made when the domain is opened."""

    def __init__(
        self, desk: Desk, question: Question, domain: LifeDomain, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.theme = desk.context.theme
        self.key = f"{question.id}/{domain.id}"
        self._question, self._domain = question, domain
        self._editor: DomainEditor | None = None
        self._easy: EasyPart | None = None
        self.files: AnswerFiles | None = None
        self._heads = desk.heads(self.key)
        self._answer = self.stored()
        self.kept = Kept(desk.autosave, self.key, self._draft, self._save, self)
        self.setProperty("card", "sunken")
        self.setAccessibleName(domain.label)
        px = desk.context.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(12), px(10), px(10), px(12))
        self._column.setSpacing(px(8))
        self._column.addLayout(self._make_head())
        self._not_for = TextLabel("", TextRole.SMALL_STRONG)
        self._column.addWidget(self._not_for)
        self.offer = OfferLine(self.theme, domain.label)
        self.offer.taken.connect(self._take)
        self._column.addWidget(self.offer)
        self.conflicts = ConflictList(self.theme, desk.person_name, _words)
        self.conflicts.chosen.connect(self._resolve)
        self._column.addWidget(self.conflicts)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        desk.context.theme.theme_changed.connect(self._draw)
        self._show()

    def _make_head(self) -> QHBoxLayout:
        theme = self.desk.context.theme
        self._pixmaps = PictogramPixmaps(self.desk.context.workspace.pictograms.svg)
        self._picture = QLabel()
        self._picture.setProperty("decorative", True)
        self._badge = StatusBadge(theme, "besproken", Tone.OK)
        words = QVBoxLayout()
        words.setSpacing(theme.px(4))
        title = QHBoxLayout()
        title.setSpacing(theme.px(8))
        title.addWidget(TextLabel(self._domain.label, TextRole.STRONG), 1)
        title.addWidget(self._badge)
        self._mark_button = IconButton(
            theme, "eye-off", f"Niet voor iedereen: {self._domain.label}", colour="muted"
        )
        self._mark_button.clicked.connect(self._mark)
        title.addWidget(self._mark_button)
        words.addLayout(title)
        self._states = ChipRow(theme, self._domain.label, exclusive=True)
        self._states.set_chips(STATES)
        for state, label in STATES:
            chip = self._states.chip(state)
            if chip is not None:
                chip.setAccessibleName(f"{self._domain.label}: {label}")
        self._states.chip_toggled.connect(self._choose)
        words.addWidget(self._states)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def focus_target(self) -> QWidget:
        return self._states.chip(self._answer.state or "open") or self

    def stored(self) -> DomainAnswer:
        """What is stored about this domain."""
        return DomainAnswer.of(self.desk.answer(self.key))

    def answer(self) -> DomainAnswer:
        """What stands on the screen."""
        if self._editor is None:
            return self._answer
        return self._editor.answer(self._answer)

    # Showing

    def refresh(self) -> None:
        """The plan changed; what is being typed here stays."""
        if not self.kept.dirty:
            self._answer, self._heads = self.stored(), self.desk.heads(self.key)
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._draw()

    def _draw(self) -> None:
        side = self.desk.context.theme.px(_SIDE)
        self._picture.setFixedSize(side, side)
        if self._domain.pictogram:
            drawn = self._pixmaps.pixmap(self._domain.pictogram, side, self.devicePixelRatioF())
            self._picture.setPixmap(on_paper(drawn, self.theme.px(6)))

    def _show(self) -> None:
        answer = self._answer
        self._draw()
        self._states.set_checked({answer.state} if answer.state else set())
        self._badge.setVisible(answer.explored)
        is_open = answer.state == "open"
        if is_open and self._editor is None:
            self._build()
        if self._editor is not None:
            self._editor.show_answer(answer)
            self._editor.setVisible(is_open)
        if self._easy is not None:
            stored = self.desk.answer(self.key)
            if not self.kept.dirty:
                self._easy.show_easy(stored.easy_text, stored.pictograms, stale=stored.easy_stale)
            self._easy.set_source(f"{answer.change} {answer.now}")
            self._easy.setVisible(is_open)
        if self.files is not None:
            self.files.refresh()
            self.files.setVisible(is_open)
        names = not_for(self.desk, "answer", self._target)
        self._not_for.setText(f"Niet voor: {', '.join(names)}")
        self._not_for.setVisible(bool(names))
        self._mark_button.setVisible(is_open or bool(names))
        self.conflicts.show_conflicts(self.desk.conflicts(self.key))
        found = None if answer.state else self.desk.offer(self.key)
        if found is not None:
            self.offer.show_offer(found.where, _words(found.answer.value))
        self.offer.setVisible(found is not None)

    def _take(self) -> None:
        found = self.desk.offer(self.key)
        if found is not None and self.flush() and self.desk.take(found) and self._editor is not None:
            self._editor.focus_target().setFocus()

    def _build(self) -> None:
        topics = topics_of_domain(self._domain, self.desk.format)
        labels = tuple(topic.label for topic in topics)
        self._editor = DomainEditor(self.desk, self._question, self._domain, labels)
        self._editor.typed.connect(self.kept.touched)
        self._editor.chosen.connect(self.kept.touched_at_once)
        self._column.addWidget(self._editor)
        self.files = AnswerFiles(self.desk, self.key, self._domain.label)
        self._column.addWidget(self.files)
        if self._question.easy or self._question.pictograms:
            self._easy = EasyPart(
                self.desk.context.theme,
                self.desk.context.workspace.pictograms,
                self._domain.label,
                text=self._question.easy,
                pictures=self._question.pictograms,
                look=self.desk.text_look,
            )
            self._easy.text_changed.connect(self.kept.touched)
            self._easy.pictograms_changed.connect(self.kept.touched_at_once)
            self._easy.confirmed.connect(self._confirm_easy)
            self._column.addWidget(self._easy)

    def _resolve(self, conflict: FieldConflict, value: JsonValue) -> None:
        plans = self.desk.context.workspace.plans
        if self.flush():
            self.desk.write(lambda: plans.resolve_conflict(conflict.record_id, conflict.field, value))

    # Saving

    def flush(self) -> bool:
        """Saves what is not saved yet."""
        if self._editor is not None:
            self._editor.commit()
        return self.kept.flush() and (self.files is None or self.files.flush())

    def _choose(self, state: str) -> None:
        if state == self._answer.state:
            state = ""
        self._answer = _with_state(self.answer(), state)
        self.kept.touched_at_once()
        self._show()
        if state == "open" and self._editor is not None:
            self._editor.focus_target().setFocus()

    def put_aside(self) -> None:
        """Not talked about now; what was written stays."""
        self._choose("not_now")

    def _draft(self) -> str:
        return json.dumps(self.answer().to_json(), ensure_ascii=False)

    def _save(self) -> bool:
        answer = self.answer()
        stored = self.desk.answer(self.key)
        text = self._easy.text() if self._easy is not None else stored.easy_text
        pictures = self._easy.pictograms() if self._easy is not None else stored.pictograms
        same_easy = text == stored.easy_text
        same_pictures = pictures == stored.pictograms
        if answer == DomainAnswer.of(stored) and same_easy and same_pictures:
            return True
        done = self.desk.save_answer(
            self.key,
            answer.to_json(),
            self._heads,
            easy_text=None if same_easy else text,
            pictograms=None if same_pictures else pictures,
        )
        if done:
            self._answer, self._heads = self.stored(), self.desk.heads(self.key)
            self._show()
        return done

    def _confirm_easy(self) -> None:
        if self.flush():
            stored = self.desk.answer(self.key)
            self.desk.save_answer(self.key, stored.value, self._heads, easy_text=stored.easy_text)

    @property
    def _target(self) -> str:
        return f"{self.desk.plan_id}:{self.key}"

    def _mark(self) -> None:
        if self.flush() and mark(self.desk, "answer", self._target, self._domain.label, self):
            self._show()


def on_paper(picture: QPixmap, radius: int) -> QPixmap:
    """A pictogram on white, as it is printed: its black lines would be lost on a dark screen."""
    paper = QPixmap(picture.size())
    paper.setDevicePixelRatio(picture.devicePixelRatio())
    paper.fill(Qt.GlobalColor.transparent)
    painter = QPainter(paper)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.GlobalColor.white)
    painter.setPen(Qt.PenStyle.NoPen)
    side = picture.width() / picture.devicePixelRatio()
    painter.drawRoundedRect(QRectF(0, 0, side, side), radius, radius)
    painter.drawPixmap(0, 0, picture)
    painter.end()
    return paper


def _with_state(answer: DomainAnswer, state: str) -> DomainAnswer:
    """The same answer in another state; what was written stays."""
    return DomainAnswer(**{**answer.__dict__, "state": state})


def _words(value: JsonValue) -> str:
    inner = value["v"] if isinstance(value, dict) and "v" in value else value
    answer = DomainAnswer.read(inner)
    texts = [answer.now, answer.goes_well, answer.change, answer.who_helps, answer.others_see]
    texts += [str(one.get("text") or "") for one in answer.others]
    texts += [str(value) for value in answer.own.values() if isinstance(value, str | int | float)]
    marks = [f"nu {answer.mark_now}" if answer.mark_now else "", _wanted(answer)]
    return "\n".join(text for text in (*texts, *marks) if text) or dict(STATES).get(answer.state, "")


def _wanted(answer: DomainAnswer) -> str:
    return f"gewenst {answer.mark_wanted}" if answer.mark_wanted else ""
