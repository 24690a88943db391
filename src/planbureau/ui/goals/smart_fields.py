"""The SMART part of a goal (rules D2.3). Its hints are tips under the fields and stop nobody."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.rules.goals.smart import AskedPerson, GoalKind, SmartFacts, check_smart
from planbureau.rules.hints import Hint
from planbureau.rules.people import names
from planbureau.ui.goals.binding import ChoiceBinding, DateBinding, Labelled, TextBinding
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.people_chips import PeopleChips
from planbureau.ui.goals.scope import age_of
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

KINDS = frozenset(kind.value for kind in GoalKind)
FEASIBLE = (("ja", "Ja"), ("twijfel", "Twijfel"))


class SmartFields(QWidget):
    """What, how it is seen, who said yes, whether it can be done, and when."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme, clock = editor.context.theme, editor.context.clock
        self.context_text = LongTextEdit(theme, "Waar, wanneer en waarom", lines=2)
        self.measure = LongTextEdit(theme, "Waaraan zien jullie dat het lukt", lines=2)
        self.own_words = LongTextEdit(theme, "Waarom dit doel moed geeft", lines=1)
        self.agreed = PeopleChips(theme, "Wie heeft ja gezegd tegen dit doel")
        self.feasible = ChoiceBox("Is het haalbaar", FEASIBLE, nothing="Nog niet besproken")
        self.feasible_note = LongTextEdit(theme, "Wat helpt of wat zit in de weg", lines=1)
        self.start = DateField(theme, clock, "Begin")
        self.target = DateField(theme, clock, "Streefdatum")
        self.no_end = QCheckBox("Dit doel heeft geen einddatum")
        self.no_end_reason = LongTextEdit(theme, "Waarom geen einddatum", lines=1)
        self.look = DateField(theme, clock, "Kijkdatum")
        self._fields = self._labelled()
        self.end = self._end()
        grid = ResponsiveGrid(theme)
        for name, (field, wide) in self._fields.items():
            if name == "target":
                grid.add(self.end)
            elif name != "no_end_reason":
                grid.add(field, wide=wide)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(grid)
        self._connect()
        self.show_goal()

    def _end(self) -> QWidget:
        """The target date, or the reason why there is none: never both."""
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._fields["target"][0], self._fields["no_end_reason"][0], self.no_end):
            column.addWidget(widget)
        column.addStretch()
        return box

    def _labelled(self) -> dict[str, tuple[Labelled, bool]]:
        theme = self._editor.context.theme
        return {
            "context": (Labelled(theme, "Waar, wanneer en waarom", self.context_text), False),
            "how_seen": (Labelled(theme, "Waaraan zien jullie dat het lukt", self.measure), False),
            "agreed": (Labelled(theme, "Wie heeft ja gezegd tegen dit doel", self.agreed), True),
            "feasible": (Labelled(theme, "Is het haalbaar", self.feasible), False),
            "feasible_note": (
                Labelled(theme, "Wat helpt of wat zit in de weg", self.feasible_note),
                False,
            ),
            "start": (Labelled(theme, "Begin", self.start), False),
            "target": (Labelled(theme, "Streefdatum", self.target), False),
            "no_end_reason": (Labelled(theme, "Waarom geen einddatum", self.no_end_reason), False),
            "look_date": (Labelled(theme, "Wanneer kijken jullie samen terug", self.look), False),
            "own_words": (Labelled(theme, "Waarom dit doel moed geeft", self.own_words), False),
        }

    def _connect(self) -> None:
        editor = self._editor
        for name, shown, field in (
            ("context", "context", self.context_text),
            ("measure", "how_seen", self.measure),
            ("own_words", "own_words", self.own_words),
            ("feasible_note", "feasible_note", self.feasible_note),
            ("no_end_reason", "no_end_reason", self.no_end_reason),
        ):
            self._fields[shown][0].give_tips(editor.text_look, TextBinding(editor, name, field))
        for name, day in (("start", self.start), ("target_date", self.target), ("look_date", self.look)):
            DateBinding(editor, name, day)
        ChoiceBinding(editor, "feasible", self.feasible)
        self.agreed.value_changed.connect(lambda: editor.change(agreed_by=self.agreed.value()))
        self.no_end.clicked.connect(lambda on: editor.change(no_end_date=on))
        editor.record_changed.connect(self.show_goal)

    def show_goal(self) -> None:
        """Show who can say yes, and the dates that belong to this goal."""
        goal, scope = self._editor.goal, self._editor.scope
        asked = dict.fromkeys((*scope.asked(self._editor.plan, goal), *_doers(self._editor), *goal.agreed_by))
        self.agreed.set_people((person, scope.name(person)) for person in asked)
        self.agreed.set_value(goal.agreed_by)
        self.no_end.setChecked(goal.no_end_date)
        kind = GoalKind(goal.kind) if goal.kind in KINDS else GoalKind.REACH
        asks_end = not kind.has_no_end or goal.no_end_date or goal.target_date is not None
        self.end.setVisible(asks_end)
        self._fields["how_seen"][0].set_label(kind.seen_by)
        self._fields["target"][0].setVisible(not goal.no_end_date)
        self._fields["no_end_reason"][0].setVisible(goal.no_end_date)
        hints = smart_hints(self._editor)
        for name, (field, _) in self._fields.items():
            field.show_hints(hints, name)


def smart_hints(editor: GoalEditor) -> tuple[Hint, ...]:
    """What the rules say about a SMART goal as it stands."""
    goal, scope = editor.goal, editor.scope
    asked = scope.asked(editor.plan, goal)
    feasible = {"ja": True, "twijfel": False}.get(goal.feasible)
    facts = SmartFacts(
        kind=GoalKind(goal.kind) if goal.kind in KINDS else GoalKind.REACH,
        sentence=goal.sentence,
        from_library=_from_library(editor),
        names=tuple(person.short_name for person in scope.names.values()),
        how_seen=goal.measure,
        for_whom=tuple(_asked(editor, person) for person in asked),
        doers=tuple(_asked(editor, person) for person in _doers(editor)),
        feasible=feasible,
        feasible_note=goal.feasible_note,
        start=goal.start,
        target=goal.target_date,
        no_end_date=goal.no_end_date,
        no_end_reason=goal.no_end_reason,
        look_date=goal.look_date,
    )
    return check_smart(facts)


def _asked(editor: GoalEditor, person_id: str) -> AskedPerson:
    person = editor.scope.names.get(person_id)
    age = age_of(person, editor.context) if person else None
    return AskedPerson(editor.scope.name(person_id), age, person_id in editor.goal.agreed_by)


def _doers(editor: GoalEditor) -> tuple[str, ...]:
    people = (action.responsible_person for action in editor.goal.live_actions)
    return tuple(dict.fromkeys(person for person in people if person))


def _from_library(editor: GoalEditor) -> bool:
    goal, scope = editor.goal, editor.scope
    library, spoken = scope.library, [scope.name(person) for person in goal.for_whom]
    for ready in (*library.goals, *library.former):
        if ready.code == goal.matrix_code:
            with suppress(PlanbureauError):
                if names.fill(ready.sentence, spoken) == goal.sentence:
                    return True
    return False
