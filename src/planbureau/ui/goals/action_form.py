"""The fields of one action: what, who, when, and the easy text with a pictogram."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.rules.goals.actions import PerformerKind, check_action
from planbureau.ui.goals.action_status import ActionStatusBar
from planbureau.ui.goals.binding import ChoiceBinding, DateBinding, Labelled, TextBinding
from planbureau.ui.goals.editor import ActionEditor
from planbureau.ui.goals.people_chips import PeopleChips
from planbureau.ui.goals.scope import GoalScope
from planbureau.ui.goals.who import facts_of
from planbureau.ui.people.not_for_button import SavingNotForButton
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.person_picker import PersonPicker, Pick
from planbureau.ui.widgets.pictogram_row import PictogramRow
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.text_tip import PLAIN, TextKind

_FOR_ALL = "Niets gekozen: voor iedereen van het doel."
STALE = "De actie is veranderd nadat deze tekst werd geschreven."


class ActionForm(QWidget):
    """Exactly one person or function is responsible; others can help."""

    def __init__(self, editor: ActionEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        context = editor.context
        theme = context.theme
        about = f"actie {editor.action.letter}"
        people = editor.owner.scope.choices()
        self.what = LongTextEdit(theme, "Wat gaat er gebeuren", lines=1)
        self.responsible = PersonPicker(
            theme, "Wie zorgt ervoor", people, many=False, add_label="Persoon of functie kiezen"
        )
        self.helpers = PersonPicker(
            theme, "Wie helpt mee", people, functions=False, add_label="Helper toevoegen"
        )
        self.for_whom = PeopleChips(theme, "Voor wie is deze actie")
        self.kind = ChoiceBox("Wat voor iemand is dat", ((k.value, k.label) for k in PerformerKind))
        self.start = DateField(theme, context.clock, "Begin")
        self.done_by = DateField(theme, context.clock, "Klaar op")
        self.how_often = QLineEdit()
        self.reporting = QLineEdit()
        self.easy = LongTextEdit(theme, "Makkelijke tekst van de actie", lines=1)
        self.pictograms = PictogramRow(theme, context.workspace.pictograms, about)
        self.still_right = Button(theme, "Klopt nog", ButtonKind.QUIET, icon="check")
        self.status = ActionStatusBar(editor)
        self.not_for = SavingNotForButton(
            theme,
            context.workspace.clients,
            "action",
            editor.action.id,
            about,
            editor.owner.scope.choices,
        )
        self._fields = self._labelled()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.px(8), theme.px(4), theme.px(8), theme.px(12))
        whole.setSpacing(theme.px(12))
        whole.addWidget(self._grid())
        whole.addWidget(self.status)
        whole.addWidget(Labelled(theme, "Mag iedereen deze actie lezen", self.not_for))
        self._connect()
        self.show_action()

    def _labelled(self) -> dict[str, Labelled]:
        theme = self._editor.context.theme
        easy = Labelled(theme, "Makkelijke tekst", self.easy)
        column = easy.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.count() - 1, self.still_right)
        return {
            "what": Labelled(theme, "Wat gaat er gebeuren", self.what),
            "responsible": Labelled(theme, "Wie zorgt ervoor", self.responsible),
            "kind": Labelled(theme, "Wat voor iemand is dat", self.kind),
            "helpers": Labelled(theme, "Wie helpt mee", self.helpers),
            "for_whom": Labelled(
                theme,
                "Voor wie is deze actie",
                self.for_whom,
                help_text=_FOR_ALL,
            ),
            "how_often": Labelled(theme, "Hoe vaak", self.how_often),
            "start": Labelled(theme, "Begin", self.start),
            "due": Labelled(theme, "Klaar op", self.done_by),
            "reporting_hint": Labelled(theme, "Waar let je op als je erover schrijft", self.reporting),
            "easy": easy,
        }

    def _grid(self) -> ResponsiveGrid:
        theme = self._editor.context.theme
        grid = ResponsiveGrid(theme)
        for name, field in self._fields.items():
            if name not in self._editor.owner.hidden:
                grid.add(field, wide=name in ("what", "reporting_hint"))
            else:
                field.setParent(self)
                field.hide()
        pictures = QWidget()
        column = QVBoxLayout(pictures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(FieldLabel("Pictogrammen", self.pictograms))
        column.addWidget(self.pictograms)
        column.addStretch()
        grid.add(pictures)
        return grid

    def _connect(self) -> None:
        editor = self._editor
        look, short, easy = editor.text_look, TextKind(short=True), TextKind(for_client=True)
        TextBinding(editor, "how_often", self.how_often)
        for name, shown, text, kind in (
            ("what", "what", self.what, PLAIN),
            ("reporting_hint", "reporting_hint", self.reporting, short),
            ("easy_text", "easy", self.easy, easy),
        ):
            self._fields[shown].give_tips(look, TextBinding(editor, name, text), kind)
        DateBinding(editor, "start", self.start)
        DateBinding(editor, "done_by", self.done_by)
        ChoiceBinding(editor, "doer_kind", self.kind)
        self.responsible.value_changed.connect(self._save_responsible)
        self.helpers.value_changed.connect(
            lambda: editor.change(helpers=tuple(pick.id for pick in self.helpers.value() if pick.id))
        )
        self.for_whom.value_changed.connect(lambda: editor.change(for_whom=self.for_whom.value()))
        self.pictograms.value_changed.connect(lambda: editor.change(pictograms=self.pictograms.value()))
        self.still_right.clicked.connect(lambda: editor.change(easy_stale=False))
        self.not_for.failed.connect(editor.failed)
        editor.record_changed.connect(self.show_action)
        editor.owner.record_changed.connect(self.show_action)

    def show_action(self) -> None:
        """Show people, pictograms and hints as they stand."""
        action, goal = self._editor.action, self._editor.owner
        scope = goal.scope
        for picker, picks in (
            (self.responsible, _responsible(self._editor, scope)),
            (self.helpers, tuple(Pick(person, _label(scope, person)) for person in action.helpers)),
        ):
            picker.set_people(scope.choices())
            if picker.value() != picks:
                picker.set_value(picks)
        self.pictograms.set_value(action.pictograms)
        self.pictograms.suggest_for(action.easy_text or action.what)
        self.still_right.setVisible(action.easy_stale)
        asked = dict.fromkeys((*scope.asked(goal.plan, goal.goal), *action.for_whom))
        self.for_whom.set_people((person, scope.name(person)) for person in asked)
        self.for_whom.set_value(action.for_whom)
        self._fields["for_whom"].setVisible(len(asked) > 1)
        hints = check_action(facts_of(goal.goal, action, scope))
        for name in ("what", "responsible", "kind", "due", "how_often"):
            self._fields[name].show_hints(hints, name)

    def _save_responsible(self) -> None:
        pick = next(iter(self.responsible.value()), Pick("", ""))
        fields: dict[str, object] = {
            "responsible_person": pick.id,
            "responsible_function": "" if pick.id else pick.label,
        }
        if pick.label and not self._editor.action.doer_kind:
            fields["doer_kind"] = guessed_kind(self._editor, pick.id)
        self._editor.change(**fields)


def guessed_kind(editor: ActionEditor, person_id: str) -> str:
    """What kind of person this most likely is; a function is somebody's work. It can be changed."""
    goal = editor.owner
    plan = goal.plan
    person = goal.scope.names.get(person_id)
    if not person_id or (person is not None and person.professional):
        return PerformerKind.PROFESSIONAL.value
    if person_id in {client.person.id for client in plan.clients} or (
        plan.client is not None and person_id == plan.client.person.id
    ):
        return PerformerKind.CLIENT.value
    members = plan.household.members if plan.household else ()
    if person_id in {member.person.id for member in members}:
        return PerformerKind.FAMILY.value
    if person_id == goal.context.workspace.organisation.user().id:
        return PerformerKind.PROFESSIONAL.value
    return PerformerKind.NETWORK.value


def _responsible(editor: ActionEditor, scope: GoalScope) -> tuple[Pick, ...]:
    action = editor.action
    if action.responsible_person:
        return (Pick(action.responsible_person, _label(scope, action.responsible_person)),)
    return (Pick("", action.responsible_function),) if action.responsible_function else ()


def _label(scope: GoalScope, person_id: str) -> str:
    return dict(scope.choices()).get(person_id) or scope.name(person_id)
