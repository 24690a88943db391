"""On the start page, what waits for the user: questions, answers, own actions, people to ask to agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.dutch import near_date, plain_date, short_date
from planbureau.rules.people.names import join_names
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import DueAction, NoteView, WaitingConsent

EACH = 4
"""So many of each sort stand here; the rest comes when these are done."""

CONSENTS = 12
"""So many plans that wait for somebody's yes stand here by name; of the others the number."""

_NOTHING = (
    "Er wacht niets op je. Een vraag van een collega, een actie van jou die klaar moet zijn, "
    "of een akkoord dat nog komt, staat straks hier."
)


class WaitingCard(Card):
    """`note_opened` carries client and household of a question, `question_settled` the id of its note.

    `plan_opened` carries the id of a plan, `goal_opened` those of a plan and a goal. Without `writable`
    nothing can be ticked off.
    """

    question_settled = Signal(str)
    note_opened = Signal(str, str)
    plan_opened = Signal(str)
    goal_opened = Signal(str, str)

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__(theme, "Wacht op mij")
        self._theme = theme
        self.writable = True
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(6))
        self._nothing = TextLabel(_NOTHING, TextRole.MUTED)
        self._waiting = 0
        self._more = TextLabel("", TextRole.MUTED)
        self._more.hide()
        self._later = TextLabel("", TextRole.MUTED)
        self._later.hide()
        self.add(inside)
        self.add(self._more)
        self.add(self._later)
        self.add(self._nothing)

    def show_waiting(
        self,
        questions: Sequence[NoteView],
        answers: Sequence[NoteView],
        names: Mapping[str, str],
        today: date,
    ) -> None:
        """Shows questions and answers; `names` gives whose a note is by subject id."""
        self._waiting = 0
        self._more.hide()
        self._later.hide()
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)  # else it stays in the order of Tab until it is gone
                widget.deleteLater()
        for note in questions[:EACH]:
            self._lines.addWidget(self._question(note, names.get(note.subject_id, ""), today))
        for note in answers[:EACH]:
            self._lines.addWidget(self._answer(note, names.get(note.subject_id, "")))
        self._nothing.setVisible(not self._lines.count())

    def add_actions(self, actions: Sequence[DueAction], today: date) -> None:
        """Shows the own actions that are late or of today; past the first few only the number."""
        for one in actions[:EACH]:
            self._nothing.hide()
            self._lines.addWidget(self._action(one, today))
        more = actions[EACH:]
        if more:
            self._later.setText(_more_words(sum(one.done_by < today for one in more), len(more)))
            self._later.show()

    def add_consent(self, consent: WaitingConsent) -> None:
        """Shows one more plan that waits for people to agree; past the first dozen only the number."""
        self._nothing.hide()
        self._waiting += 1
        more = self._waiting - CONSENTS
        if more <= 0:
            self._lines.addWidget(self._consent(consent))
            return
        words = "Nog één plan wacht" if more == 1 else f"Nog {more} plannen wachten"
        self._more.setText(f"{words} op akkoord.")
        self._more.show()

    def _question(self, note: NoteView, whose: str, today: date) -> QWidget:
        late = note.question_by is not None and note.question_by < today
        until = f"vóór {plain_date(note.question_by)}" if note.question_by else "vraag aan jou"
        words = f"te laat: {until}" if late else until
        badge = StatusBadge(self._theme, words, Tone.ERR if late else Tone.WARN, icon="circle-question-mark")
        button = TitleButton(self._theme, whose or "Vraag")
        button.setAccessibleName(f"Vraag over {whose}: {note.question}, {words}")
        button.clicked.connect(lambda: self.note_opened.emit(note.client_id, note.household_id))
        done = IconButton(self._theme, "check", f"Vraag over {whose} afvinken")
        done.clicked.connect(lambda: self.question_settled.emit(note.id))
        done.setEnabled(self.writable)
        return self._line(button, badge, note.question, done)

    def _consent(self, consent: WaitingConsent) -> QWidget:
        badge = StatusBadge(self._theme, "akkoord vragen", Tone.WARN, icon="handshake")
        button = TitleButton(self._theme, consent.subject_name)
        asked = f"{consent.plan_title}: vraag nog {join_names(consent.people)}"
        button.setAccessibleName(f"Akkoord vragen, {consent.subject_name}, {asked}")
        button.clicked.connect(lambda: self.plan_opened.emit(consent.plan_id))
        return self._line(button, badge, asked)

    def _action(self, action: DueAction, today: date) -> QWidget:
        late = action.done_by < today
        badge = StatusBadge(
            self._theme, "actie te laat" if late else "actie van vandaag", Tone.ERR if late else Tone.WARN,
            icon="clock",
        )  # fmt: skip
        button = TitleButton(self._theme, action.subject_name)
        when = f"klaar op {near_date(action.done_by, today)}" if late else "klaar vandaag"
        words = f"{action.code} {action.what or 'Actie zonder tekst'}: {when}"
        button.setAccessibleName(f"Actie van jou bij {action.subject_name}: {words}")
        button.clicked.connect(lambda: self.goal_opened.emit(action.plan_id, action.goal_id))
        return self._line(button, badge, words)

    def _answer(self, note: NoteView, whose: str) -> QWidget:
        on = short_date(note.question_done_on) if note.question_done_on else ""
        badge = StatusBadge(self._theme, f"beantwoord {on}", Tone.OK, icon="circle-check")
        button = TitleButton(self._theme, whose or "Je vraag")
        button.setAccessibleName(f"Je vraag over {whose} is beantwoord door {note.question_done_by}, {on}")
        button.clicked.connect(lambda: self.note_opened.emit(note.client_id, note.household_id))
        return self._line(button, badge, f"{note.question_done_by}: {note.question}")

    def _line(
        self, button: Button, badge: StatusBadge, words: str, done: IconButton | None = None
    ) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(button)
        head.addStretch()
        head.addWidget(badge)
        if done is not None:
            head.addWidget(done)
        column.addLayout(head)
        told = TextLabel(words, TextRole.MUTED)
        told.setIndent(self._theme.px(6))
        column.addWidget(told)
        return line


def _more_words(late: int, many: int) -> str:
    """Of how many own actions have no line: how many are late, and how many of today."""
    now, one_only = many - late, many == 1
    whose = "Nog één actie van jou" if one_only else f"Nog {many} acties van jou"
    if not now:
        return f"{whose} {'moest' if one_only else 'moesten'} al klaar zijn."
    if not late:
        return f"{whose} {'moet' if one_only else 'moeten'} vandaag klaar."
    was = "één moest" if late == 1 else f"{late} moesten"
    must = "één moet" if now == 1 else f"{now} moeten"
    return f"{whose}: {was} al klaar zijn, {must} vandaag klaar."
