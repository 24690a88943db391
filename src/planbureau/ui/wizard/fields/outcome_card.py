"""One goal on the table at an evaluation."""

from __future__ import annotations

import json

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.formats.model import Question
from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.goals.evaluation import decision_of, differing, result_of
from planbureau.rules.goals.smart import GoalForm
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, status_word
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.wizard.autosave import Kept
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.answer_mark import AnswerMark
from planbureau.ui.wizard.fields.conflict import ConflictList
from planbureau.ui.wizard.fields.evaluation_notes import NOTHING_TOLD, EvaluationNotes, NotesFold, ScoresFold
from planbureau.ui.wizard.fields.outcome_editor import OutcomeEditor
from planbureau.views import FieldConflict, GoalView


class OutcomeCard(QFrame):
    """Saved under "question/goal id"."""

    def __init__(
        self,
        desk: Desk,
        question: Question,
        goal: GoalView,
        told: EvaluationNotes = NOTHING_TOLD,
    ) -> None:
        super().__init__()
        self.desk, self.goal = desk, goal
        theme, px = desk.context.theme, desk.context.theme.px
        self.key = f"{question.id}/{goal.id}"
        self._heads = desk.heads(self.key)
        self._strict = False
        self.kept = Kept(desk.autosave, self.key, self._draft, self._save, self)
        label = f"Doel {goal.number}"
        self.setProperty("card", "sunken")
        self.setAccessibleName(f"{label}: {goal.sentence}")
        title = QHBoxLayout()
        title.setSpacing(px(8))
        title.addWidget(TextLabel(f"{label}. {goal.sentence or '(nog zonder zin)'}", TextRole.STRONG), 1)
        self.badge = StatusBadge(theme, "nog open", Tone.IDLE, icon="circle-dashed")
        self.differs = StatusBadge(theme, "", Tone.WARN, icon="message-circle")
        title.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self._kind = kind_of(goal.kind)
        now = status_word(GoalStatus(goal.status), self._kind, desk.plan.agreed_by)
        more = [f"Nu: {now}", *_watched(goal)]
        self.editor = OutcomeEditor(
            theme, desk.context.clock, label, goal.scored_on,
            mark_scale=desk.mark_scale, elsewhere=told.elsewhere, kind=self._kind,
        )  # fmt: skip
        self.editor.typed.connect(self.kept.touched)
        self.editor.chosen.connect(self.kept.touched_at_once)
        self.message = InlineMessage(theme, self.editor.focus_target())
        self.conflicts = ConflictList(theme, desk.person_name, self._words)
        self.conflicts.chosen.connect(self._resolve)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(12), px(14), px(14))
        column.setSpacing(px(8))
        column.addLayout(title)
        column.addWidget(TextLabel(" · ".join(more), TextRole.SMALL))
        column.addWidget(self.differs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.conflicts)
        notes = told.about(goal)
        self.mark = AnswerMark(desk, self.key, label)
        column.addWidget(self.mark)
        self.notes = NotesFold(theme, label, notes, told) if notes else None
        self.scores = ScoresFold(theme, label, goal, told) if told.scores(goal) else None
        for fold in (self.notes, self.scores):
            if fold is not None:
                column.addWidget(fold)
                fold.mark_with(self.mark.take_along)
        if self.notes is not None:
            self.notes.taken.connect(self._take)
        if self.scores is not None:
            self.scores.score_taken.connect(self._take_score)
        column.addWidget(self.editor)
        column.addWidget(self.message)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._show()

    def focus_target(self) -> QWidget:
        """Where the keyboard starts."""
        return self.editor.focus_target()

    def be_strict(self) -> None:
        """From now on say what is still needed."""
        self._strict = True
        self._look()

    def refresh(self) -> None:
        """The plan changed; what is being typed here stays."""
        if not self.kept.dirty:
            self._heads = self.desk.heads(self.key)
            self._show()
        self.mark.refresh()

    def flush(self) -> bool:
        """Saves what is not saved yet."""
        self.editor.commit()
        return self.kept.flush()

    def _stored(self) -> GoalOutcome:
        return GoalOutcome.read(self.desk.answer(self.key).value)

    def _show(self) -> None:
        self.editor.show_outcome(self._stored(), self.goal.sentence)
        self._look()

    def _look(self) -> None:
        fact = self.desk.state.goals.get(self.goal.id)
        lacks = fact.lacks if fact is not None else ()
        said = self._stored()
        decision, result = decision_of(said), result_of(said)
        if decision is not None and not lacks:
            words, tone, icon = decision.label, Tone.OK, "circle-check"
            if result is not None:  # looks as it does in the matrix
                words = f"{status_word(result, self._kind)}, {words}"
                tone, icon = Tone(result.tone), result.icon
            self.badge.set_status(words, tone, icon)
        elif said.empty:
            self.badge.set_status("nog open", Tone.IDLE, "circle-dashed")
        else:
            self.badge.set_status("nog niet af", Tone.WARN, "circle-alert")
        if lacks and (self._strict or decision is not None):
            self.message.show_message(MessageLevel.TODO, lacks[0])
        else:
            self.message.clear()
        who = differing(said, self.desk.plan.spoken_of(self.goal))
        self.differs.set_status(who, Tone.WARN, "message-circle")
        self.differs.setVisible(bool(who))
        self.conflicts.show_conflicts(self.desk.conflicts(self.key))

    def _take(self, words: str) -> None:
        """A note goes into the text, below what stands there."""
        self.editor.add_seen(words)
        self.kept.touched_at_once()

    def _take_score(self, score: int) -> None:
        self.editor.choose_score(score)

    def _draft(self) -> str:
        return json.dumps(self.editor.outcome().to_json(), ensure_ascii=False)

    def _save(self) -> bool:
        said = self.editor.outcome()
        if said == self._stored():
            return True
        done = self.desk.save_answer(self.key, said.to_json(), self._heads)
        if done:
            self._heads = self.desk.heads(self.key)
            self._look()
        return done

    def _resolve(self, conflict: FieldConflict, value: JsonValue) -> None:
        plans = self.desk.context.workspace.plans
        if self.flush():
            self.desk.write(lambda: plans.resolve_conflict(conflict.record_id, conflict.field, value))

    def _words(self, value: JsonValue) -> str:
        inner = value["v"] if isinstance(value, dict) and "v" in value else value
        said = GoalOutcome.read(inner)
        decision, result = decision_of(said), result_of(said)
        texts = [
            status_word(result, self._kind) if result else "",
            said.happened, said.how_seen, said.helped, said.client, said.family, said.professional,
            decision.label if decision else "",
            said.new_sentence, said.reason,
        ]  # fmt: skip
        return "\n".join(text for text in texts if text)


def _watched(goal: GoalView) -> list[str]:
    """How people see how it goes, as the plan says it: a direction has what they look at."""
    watched = ("Waar we op letten", goal.observe_what), ("Hoe we het merken", goal.measure)
    label, words = watched[0] if goal.form == GoalForm.GOZ.value else watched[1]
    return [f"{label}: {words.strip()}"] if words.strip() else []
