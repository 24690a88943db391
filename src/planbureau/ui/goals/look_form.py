"""One moment of looking at a goal together: a score, what people notice, how the client feels about it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.formats.marks import read_mark
from planbureau.rules.dates import add_months
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.looks import Noticed, Voice
from planbureau.rules.goals.smart import GoalForm, GoalKind
from planbureau.ui.goals.binding import Labelled
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.goz_fields import look_months
from planbureau.ui.goals.scope import voice_of
from planbureau.ui.goals.score_choice import ScoreChoice
from planbureau.ui.people.typed import put_back, typed_in
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.flow_box import FlowBox
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.wizard.fields.mark_input import MarkInput
from planbureau.views import LookView

_TOGETHER, _MARK = "Samen", "cijfer"
_NO_END = frozenset(kind.value for kind in GoalKind if kind.has_no_end)
_ANSWERS = tuple((one.value, sentence(one.word)) for one in Noticed)


class LookForm(QFrame):
    """`closed` after it was saved or left. What stands in it and is not saved is a draft of the plan."""

    closed = Signal()

    def __init__(self, editor: GoalEditor, corrects: LookView | None = None) -> None:
        super().__init__()
        self._editor, self._corrects = editor, corrects
        context = editor.context
        theme = context.theme
        self.setProperty("card", "sunken")
        self.setAccessibleName("Een moment om naar het doel te kijken")
        self.on = DateField(theme, context.clock, "Wanneer keken jullie")
        self.who = ChoiceBox("Wie vindt dit", self._people(), nothing=None)
        self.score = ScoreChoice(theme, "Score")
        self.change_row = self._chips("Merken jullie verandering")
        self.meaningful = self._chips("Lijkt die verandering zinvol")
        self.mark = MarkInput(theme, "Wat vindt de cliënt ervan, in een cijfer of gezicht")
        self.next_step = LongTextEdit(theme, "Wat is de volgende stap", lines=1)
        self.remark = LongTextEdit(theme, "Opmerking", lines=1)
        self.next_look = DateField(theme, context.clock, "Wanneer kijken jullie weer")
        self.message = InlineMessage(theme)
        self.save_button = Button(theme, "Bewaren", ButtonKind.PRIMARY)
        self.cancel_button = Button(theme, "Annuleren")
        self._lay_out()
        self._fill()
        self._start = typed_in(self)
        self._draft = QTimer(self)
        self._draft.setInterval(editor.draft_ms)
        self._draft.timeout.connect(self.keep)
        self._kept = ""
        self.save_button.clicked.connect(self.save)
        self.cancel_button.clicked.connect(self.cancel)
        self._put_back()
        self._draft.start()

    @property
    def key(self) -> str:
        """Under which its draft is kept."""
        return look_key(self._editor.goal.id)

    def _chips(self, title: str) -> ChipRow:
        row = ChipRow(self._editor.context.theme, title, exclusive=True)
        row.set_chips(_ANSWERS)
        for value, word in _ANSWERS:
            chip = row.chip(value)
            if chip is not None:
                chip.setAccessibleName(f"{title}: {word}")
        return row

    def _people(self) -> Iterable[tuple[str, str]]:
        editor = self._editor
        scope, goal = editor.scope, editor.goal
        doers = (action.responsible_person for action in goal.actions)
        user = editor.context.workspace.organisation.user().id
        living = (person.id for person, _ in scope.people)
        found = dict.fromkeys((*scope.asked(editor.plan, goal), *living, *doers, user))
        return ((Voice.TOGETHER.value, _TOGETHER), *((one, scope.name(one)) for one in found if one))

    def _lay_out(self) -> None:
        theme = self._editor.context.theme
        goz = self._editor.goal.form == GoalForm.GOZ.value
        grid = ResponsiveGrid(theme)
        grid.add(Labelled(theme, "Wanneer keken jullie", self.on))
        grid.add(Labelled(theme, "Wie vindt dit", self.who))
        parts: list[tuple[str, QWidget, bool]] = [
            ("Score", self.score, self._editor.goal.scored_on is not None),
            ("Merken jullie verandering", self.change_row, goz),
            ("Lijkt die verandering zinvol", self.meaningful, goz),
            ("Wat vindt de cliënt ervan", self.mark, True),
            ("Wat is de volgende stap", self.next_step, goz),
            ("Opmerking", self.remark, True),
            ("Wanneer kijken jullie weer", self.next_look, self._asks_next()),
        ]
        for label, widget, shown in parts:
            if shown:
                grid.add(Labelled(theme, label, widget), wide=True)
            else:
                widget.setParent(self)
                widget.hide()
        buttons = FlowBox()
        buttons.refill((self.save_button, self.cancel_button))
        column = QVBoxLayout(self)
        px = theme.px
        column.setContentsMargins(px(14), px(12), px(14), px(12))
        column.setSpacing(px(8))
        for one in (grid, self.message, buttons):
            column.addWidget(one)

    def _asks_next(self) -> bool:
        """Whether people go on looking: at a direction, and at what has no end (rules D3)."""
        goal = self._editor.goal
        no_end = goal.no_end_date or goal.kind in _NO_END
        return self._corrects is None and (goal.form == GoalForm.GOZ.value or no_end)

    def _fill(self) -> None:
        old, editor = self._corrects, self._editor
        self.score.set_scale(editor.goal.scored_on)
        clients = editor.plan.clients
        if clients:
            self.mark.set_scale(clients[0].mark_scale)
        self.on.set_value(old.on if old else editor.context.clock.today())
        if old is None:
            today, day = editor.context.clock.today(), editor.goal.look_date
            passed = day is None or day <= today
            self.next_look.set_value(add_months(today, look_months(editor)) if passed else day)
            return
        self.who.set_value(old.said_by or Voice.TOGETHER.value)
        same = editor.goal.scale is not None and old.scale_id == editor.goal.scale.id
        self.score.set_value(old.score if same else None)
        for row, value in ((self.change_row, old.change), (self.meaningful, old.meaningful)):
            row.set_checked({value} if value else ())
        self.mark.set_value(old.feeling)
        self.next_step.set_value(old.next_step)
        self.remark.set_value(old.remark)

    def look(self) -> LookView:
        """What stands here."""
        editor, who, mark = self._editor, self.who.value(), self.mark.value()
        together = who in ("", Voice.TOGETHER.value)
        return LookView(
            "",
            editor.goal.id,
            self.on.value() or editor.context.clock.today(),
            score=self.score.value(),
            change=next(iter(self.change_row.checked()), ""),
            meaningful=next(iter(self.meaningful.checked()), ""),
            next_step=self.next_step.value().strip(),
            mark=int(mark.value) if mark else None,
            mark_of=mark.of if mark else None,
            voice=Voice.TOGETHER.value if together else self._voice(who).value,
            said_by="" if together else who,
            remark=self.remark.value().strip(),
            replaces=self._corrects.id if self._corrects else "",
        )

    def _voice(self, person_id: str) -> Voice:
        editor = self._editor
        if person_id == editor.context.workspace.organisation.user().id:
            return Voice.PROFESSIONAL
        return voice_of(editor.scope, editor.goal, person_id)

    def save(self) -> bool:
        """Adds it; what is wrong is said here, and everything stays."""
        for field in (self.on, self.next_look):
            field.commit()
            if not field.is_valid():
                field.line.setFocus()
                return False
        next_on = self.next_look.value() if self._asks_next() else None
        try:
            _, changes = self._editor.context.workspace.looks.add(self.look(), next_on)
        except PlanbureauError as problem:
            self.message.show_message(MessageLevel.TODO, str(problem))
            return False
        self._forget()
        self._editor.reread()
        self._editor.saved.emit(changes)
        self.closed.emit()
        return True

    def cancel(self) -> None:
        """Leaves it, and the draft of it goes too."""
        self._forget()
        self.closed.emit()

    def keep(self) -> bool:
        """Keeps what differs from how it opened; False when disk or vault refuse."""
        now = typed_in(self)
        mark = self.mark.value()
        if mark is not None:
            now[_MARK] = [mark.value, mark.of]
        differs = {name: value for name, value in now.items() if value != self._start.get(name)}
        text = json.dumps(differs, ensure_ascii=False) if differs else ""
        if text == self._kept:
            return True
        plans = self._editor.context.workspace.plans
        try:
            if text:
                plans.save_draft(self._editor.plan_id, self.key, text)
            else:
                plans.drop_draft(self._editor.plan_id, self.key)
        except PlanbureauError:
            return False
        self._kept = text
        return True

    def _put_back(self) -> None:
        text = draft_of(self._editor)
        if not text or self._corrects is not None:
            return
        with suppress(ValueError, TypeError):
            typed = json.loads(text)
            given = typed.pop(_MARK, None)
            put_back(self, typed)
            if given:
                self.mark.set_value(read_mark(*given))
            self._kept = text

    def _forget(self) -> None:
        self._draft.stop()
        if self._kept:
            with suppress(PlanbureauError):
                self._editor.context.workspace.plans.drop_draft(self._editor.plan_id, self.key)
            self._kept = ""


def look_key(goal_id: str) -> str:
    """Under which the draft of a look at this goal is kept."""
    return f"goal/{goal_id}/look"


def draft_of(editor: GoalEditor) -> str:
    """What stood in the form when the program stopped or the vault was locked; empty when nothing did."""
    plans = editor.context.workspace.plans
    key = look_key(editor.goal.id)
    return next((draft.text for draft in plans.drafts(editor.plan_id) if draft.key == key), "")
