"""The card of one goal: a line when it is closed, everything about it when it is open."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.dutch import plain_date
from planbureau.rules.goals.evaluation import differing
from planbureau.rules.goals.status import GoalStatus
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.goal_body import GoalBody
from planbureau.ui.goals.matrix_content import status_text
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.page import PageContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import IconButton
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.wizard.autosave import DRAFT_MS
from planbureau.views import EvaluatedGoal, GoalView

NO_TEXT = "(nog geen tekst)"


class GoalCard(QFrame):
    """`opened` carries the id of the goal. The body is made when the card opens for the first time."""

    opened = Signal(str)

    def __init__(
        self,
        context: PageContext,
        scope: GoalScope,
        goal: GoalView,
        drafts: Mapping[str, str],
        *,
        hidden: frozenset[str] = frozenset(),
        draft_ms: int = DRAFT_MS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.editor = GoalEditor(context, scope, goal, drafts, draft_ms=draft_ms, hidden=hidden, parent=self)
        self.body: GoalBody | None = None
        self._opened = False
        self.setProperty("card", "true")
        theme = context.theme
        self.toggle = IconButton(theme, "chevron-right", "")
        self._number = TextLabel("", TextRole.HEADING, wrap=False)
        self._sentence = TextLabel("", TextRole.STRONG)
        self._about = TextLabel("", TextRole.MUTED)
        self.badge = StatusBadge(theme, "")
        self.differs = StatusBadge(theme, "", Tone.WARN, icon="message-circle")
        self._thinks = TextLabel("", TextRole.SMALL)
        self._evaluated: EvaluatedGoal | None = None
        self.trouble = Banner(theme, "", Tone.ERR, dismissible=True)
        self.trouble.hide()
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._head())
        self._column.addWidget(self.trouble)
        self.toggle.clicked.connect(lambda: self.set_open(opened=not self.is_open))
        self.editor.record_changed.connect(self.show_goal)
        self.editor.failed.connect(self._failed)
        self.editor.saved.connect(lambda _changes: self.trouble.hide())
        theme.theme_changed.connect(self._respace)
        self._respace()
        self.show_goal()

    def _head(self) -> QHBoxLayout:
        theme = self.editor.context.theme
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._sentence)
        words.addWidget(self._about)
        words.addWidget(self.differs, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._thinks)
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.toggle, 0, middle)
        row.addWidget(self._number, 0, middle)
        row.addLayout(words, 1)
        row.addWidget(self.badge, 0, middle)
        return row

    @property
    def is_open(self) -> bool:
        """Whether everything about the goal shows."""
        return self._opened

    def set_open(self, *, opened: bool) -> None:
        """Open or close the card; what was typed is saved when it closes."""
        if not opened:
            self.leave()
        self._opened = opened
        if opened and self.body is None:
            self.body = GoalBody(self.editor)
            self._column.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(opened)
        self.toggle.set_icon("chevron-down" if opened else "chevron-right")
        self.show_goal()
        if opened:
            self.editor.record_changed.emit()  # other goals may have changed what the rules notice here
            self.opened.emit(self.editor.goal.id)

    def show_evaluated(self, evaluated: EvaluatedGoal | None) -> None:
        """Show what the last finished evaluation said; nothing when there was none."""
        if evaluated != self._evaluated:
            self._evaluated = evaluated
            self.show_goal()

    def show_goal(self) -> None:
        """Show the line as it stands."""
        goal, scope = self.editor.goal, self.editor.scope
        status = GoalStatus(goal.status)
        word = status_text(goal, self.editor.plan)
        self._number.setText(str(goal.number))
        self._number.setAccessibleName(f"Doel {goal.number}")
        self._sentence.setText(goal.sentence or NO_TEXT)
        self._sentence.setVisible(not self.is_open)
        people = [scope.name(person) for person in scope.asked(self.editor.plan, goal)]
        letters = [action.letter for action in goal.live_actions]
        parts = [f"voor {', '.join(people)}" if people else "nog voor niemand"]
        parts.append(f"acties {', '.join(letters)}" if letters else "nog geen acties")
        self._about.setText(" · ".join(parts))
        self.badge.set_status(word, Tone(status.tone), status.icon)
        differs = self._show_differs()
        does = "sluiten" if self.is_open else "openen"
        said = ", ".join(part for part in (goal.sentence or NO_TEXT, word, differs) if part)
        self.toggle.set_name(f"Doel {goal.number} {does}: {said}")

    def _show_differs(self) -> str:
        """Shows who thought otherwise in the last evaluation, and in the open card what they said."""
        evaluated = self._evaluated
        said = evaluated.said if evaluated is not None else GoalOutcome()
        client = self.editor.plan.spoken_of(self.editor.goal)
        differs = differing(said, client)
        self.differs.set_status(differs, Tone.WARN, "message-circle")
        self.differs.setVisible(bool(differs))
        on = f"Evaluatie van {plain_date(evaluated.on)}" if evaluated is not None and evaluated.on else ""
        voices = {
            client or "De cliënt": said.client,
            "De familie": said.family,
            "De begeleider": said.professional,
        }
        thoughts = [f"{who}: {words.strip()}" for who, words in voices.items() if words.strip()]
        self._thinks.setText("\n".join([on, *(thoughts if self.is_open else ())]).strip())
        self._thinks.setVisible(bool(differs))
        return differs

    def leave(self) -> bool:
        """Saves what is being typed. False when something could not be saved; it stays in its field."""
        return self.body.leave() if self.body is not None else True

    def focus_sentence(self) -> None:
        """Open the card with the keyboard in the sentence."""
        self.set_open(opened=True)
        if self.body is not None:
            self.body.texts.sentence.edit.setFocus()

    def _failed(self, message: str) -> None:
        self.trouble.set_message("Dit is nog niet bewaard", Tone.ERR, detail=message)
        self.trouble.show()

    def _respace(self) -> None:
        px = self.editor.context.theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(10))
