"""What a goal is about: for whom, in which area, from which wish or worry, of what kind."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.lookup import purposes_of
from planbureau.formats.model import Subject
from planbureau.rules.dates import add_months
from planbureau.rules.goals.smart import GoalForm, GoalKind
from planbureau.ui.goals.binding import ChoiceBinding, Labelled, TextBinding
from planbureau.ui.goals.editor import GoalEditor
from planbureau.ui.goals.goz_fields import look_months
from planbureau.ui.goals.making import names_in, refilled
from planbureau.ui.goals.people_chips import PeopleChips
from planbureau.ui.goals.scope import areas_of
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import FieldLabel
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid

ORIGINS = (("wens", "Een wens"), ("zorg", "Een zorg"))


class GoalAbout(QWidget):
    """Everything here is saved at once, except the words of the client: those when they are left."""

    def __init__(self, editor: GoalEditor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        theme = editor.context.theme
        self.for_whom = PeopleChips(theme, "Voor wie", everyone="Hele gezin")
        self.area = ChoiceBox("Gebied", self._areas(), nothing="Overig")
        self.kind = ChoiceBox("Soort doel", ((kind.value, kind.label) for kind in GoalKind), nothing=None)
        self.purpose = ChoiceBox("Waar is dit doel op gericht", self._purposes())
        self.origin_kind = ChipRow(theme, "Waar komt dit doel vandaan", exclusive=True)
        self.origin_kind.set_chips(ORIGINS)
        self.origin = LongTextEdit(theme, "In de woorden van de cliënt", lines=2)
        self.form = ChipRow(theme, "Manier van opschrijven", exclusive=True)
        self.form.set_chips((form.value, form.label) for form in GoalForm)
        grid = ResponsiveGrid(theme)
        grid.add(Labelled(theme, "Voor wie", self.for_whom), wide=True)
        grid.add(self._origin(), wide=True)
        grid.add(Labelled(theme, "Gebied", self.area))
        grid.add(Labelled(theme, "Soort doel", self.kind))
        if self._purposes():
            grid.add(Labelled(theme, "Waar is dit doel op gericht", self.purpose), wide=True)
        grid.add(
            Labelled(
                theme,
                "Manier van opschrijven",
                self.form,
                help_text="Kan het niet met een einddatum? Kies dan voor een richting en kijk samen terug.",
            ),
            wide=True,
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(grid)
        self._connect()
        self.show_goal()

    def _areas(self) -> tuple[tuple[str, str], ...]:
        editor = self._editor
        areas = dict(areas_of(editor.plan, editor.scope.library))
        if editor.goal.area and editor.goal.area not in areas:
            areas |= {a.code: a.title for a in editor.scope.library.areas if a.code == editor.goal.area}
        return tuple(areas.items())

    def _purposes(self) -> tuple[tuple[str, str], ...]:
        return tuple((option.id, option.label) for option in purposes_of(self._editor.plan.format))

    def _origin(self) -> QWidget:
        theme = self._editor.context.theme
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(FieldLabel("Waar komt dit doel vandaan", self.origin))
        column.addWidget(self.origin_kind)
        self.origin.edit.setPlaceholderText("Schrijf het op zoals de cliënt of het gezin het zegt")
        column.addWidget(self.origin)
        return box

    def _connect(self) -> None:
        editor = self._editor
        TextBinding(editor, "origin", self.origin)
        ChoiceBinding(editor, "area", self.area)
        self.kind.value_changed.connect(self._choose_kind)
        ChoiceBinding(editor, "purpose", self.purpose)
        self.origin_kind.chip_toggled.connect(lambda chosen: editor.change(origin_kind=chosen))
        self.form.chip_toggled.connect(self._write_as)
        self.for_whom.value_changed.connect(self._choose_people)
        editor.record_changed.connect(self.show_goal)

    def _choose_people(self) -> None:
        """Other people: a sentence that is a ready-made one still gets their names."""
        editor, people = self._editor, self.for_whom.value()
        goal, scope = editor.goal, editor.scope
        ready = next((one for one in scope.library.goals if one.code == goal.matrix_code), None)
        texts: dict[str, str] = {}
        if ready is not None and editor.autosave.flush():
            goal, today = editor.goal, editor.context.clock.today()
            before, after = (
                names_in(ready, scope, editor.plan, whom, today)
                for whom in (scope.asked(editor.plan, goal), people)
            )
            texts = refilled(ready, goal, before, after)
        editor.change(for_whom=people, **texts)

    def _choose_kind(self) -> None:
        """A direction is written as one while nothing stands in the way; all that was written stays."""
        editor, kind = self._editor, self.kind.value()
        goal = editor.goal
        smart = goal.target_date is not None or bool(goal.measure.strip()) or bool(goal.scales)
        if editor.change(kind=kind) and kind == GoalKind.DIRECTION.value and not smart:
            self._write_as(GoalForm.GOZ.value)

    def _write_as(self, form: str) -> None:
        """Another way of writing keeps everything that was written; GOZ gets a look date (rules D3)."""
        editor = self._editor
        self.form.set_checked({form})
        if form == GoalForm.GOZ.value and editor.goal.look_date is None:
            day = add_months(editor.context.clock.today(), look_months(editor))
            editor.change(form=form, look_date=day)
        else:
            editor.change(form=form)

    def show_goal(self) -> None:
        """Show the people and the choices as they are stored."""
        editor = self._editor
        goal, scope = editor.goal, editor.scope
        people = {person.id: person.short_name for person, _ in scope.people}
        members = tuple(people) if editor.plan.format.subject is Subject.HOUSEHOLD else ()
        people |= {p.id: p.short_name for p in scope.nameable if not p.professional and p.id not in people}
        people |= {person: scope.name(person) for person in goal.for_whom if person not in people}
        user = editor.context.workspace.organisation.user().id
        if user not in goal.for_whom:
            people.pop(user, None)
        self.for_whom.set_people(people.items(), members)
        self.for_whom.set_value(scope.asked(editor.plan, goal))
        self.origin_kind.set_checked({goal.origin_kind})
        self.form.set_checked({goal.form})
        self.kind.set_value(goal.kind)
