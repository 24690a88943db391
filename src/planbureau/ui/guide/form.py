"""The form "Welk plan past?": first the questions, then the plans that fit, then the plans themselves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from planbureau.errors import InvalidInputError, PlanbureauError
from planbureau.formats.model import Subject
from planbureau.rules.dates import age_on
from planbureau.rules.deadlines import triggers_for
from planbureau.rules.plan_guide import QUESTIONS, GuideFacts, asked_questions, guide
from planbureau.rules.plan_guide.carried import dates_to_ask
from planbureau.rules.regime import Regime
from planbureau.ui.guide.carried_part import CarriedPart
from planbureau.ui.guide.proposal_row import ProposalRow
from planbureau.ui.guide.question_box import QuestionBox
from planbureau.ui.guide.result_part import ResultPart
from planbureau.ui.guide.subjects import GuideSubject, known_about
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.field_box import FieldBox
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.words import regime_label
from planbureau.ui.places import OpenPlan
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import FormKey, StartPlan

TITLE = "Welk plan past?"
_SUBTITLE = (
    "Een paar vragen. Wat al in het dossier staat, is ingevuld: kijk of het klopt. Er verandert nog niets."
)
_HELPFUL = "Een hulpmiddel, geen regel: jij en de cliënt kiezen. Er is nog niets begonnen."
_SEE = "Bekijk welk plan past"
_CHOOSE = "Kies eerst een plan. Zet er een vinkje bij."
FORM = "guide"
"""The form in a `FormKey`."""


class GuideForm(FormPanel):
    """`subjects` are those it can be about; the first is the one whose page this is."""

    def __init__(self, desk: Desk, subjects: tuple[GuideSubject, ...], parent: QWidget | None = None) -> None:
        page_of = subjects[0].key
        super().__init__(desk, FormKey(FORM, page_of), TITLE, _SUBTITLE, save=_SEE, parent=parent)
        self._subjects = {subject.key: subject for subject in subjects}
        self._formats = desk.workspace.plans.formats()
        theme = desk.theme
        self.about = ChoiceBox("Over wie gaat het?", ((s.key, s.label) for s in subjects), nothing=None)
        self.about.set_value(page_of)
        self._questions = self.add_card("")
        self._about_box = FieldBox(theme, "Over wie gaat het?", self.about)
        self._questions.add(self._about_box)
        self._about_box.setVisible(len(subjects) > 1)
        self._ages = TextLabel("", TextRole.SMALL)
        self._questions.add(self._ages)
        self.boxes = {question.id: QuestionBox(theme, question) for question in QUESTIONS}
        for box in self.boxes.values():
            self._questions.add(box)
            box.answered.connect(self._answered)
        self.result = ResultPart(theme)
        self.body.add(self.result)
        self.carried = CarriedPart(desk, page_of)
        self.body.add(self.carried)
        self.back_button = Button(theme, "Terug", icon="arrow-left")
        self.back_button.setAccessibleName("Terug naar de vragen")
        self.back_button.clicked.connect(self.show_questions)
        self._foot.insertWidget(1, self.back_button)
        self._know()
        self.about.value_changed.connect(self._about_changed)
        self.result.changed.connect(self._show_carried)
        self.result.open_requested.connect(lambda plan_id: desk.go(OpenPlan(plan_id)))
        self._ask()
        self._show_step()
        self.ready()

    # What it is about

    @property
    def subject(self) -> GuideSubject:
        """Whom it is about now."""
        return self._subjects.get(self.about.value()) or next(iter(self._subjects.values()))

    def facts(self) -> GuideFacts:
        """The answers as they stand, with what the file tells."""
        known = self._known
        return GuideFacts(
            today=self.desk.today,
            people=known.people,
            family=self.subject.family,
            answers={name: box.chosen() for name, box in self.boxes.items() if box.chosen()},
            running=frozenset(known.running),
            watched=self.desk.visiting,
            start_months=known.start_months,
            ready_months=known.ready_months,
        )

    def _know(self) -> None:
        """Reads what the file tells, and offers it where nobody answered otherwise."""
        self._known = known_about(self.desk, self.subject)
        for name, box in self.boxes.items():
            box.offer(self._known.answers.get(name))
        self.carried.offer(self._known)
        ages = self._age_words()
        self._ages.setText(f"Uit het dossier: {', '.join(ages)}." if ages else "")
        self._ages.setVisible(bool(ages))

    def _age_words(self) -> tuple[str, ...]:
        """Who is how old, as far as it is known."""
        names, today = self.subject.names, self.desk.today
        return tuple(
            f"{names[person.key]} is {age_on(person.birth_date, today)} jaar"
            for person in self._known.people
            if person.birth_date is not None and person.key in names
        )

    def _about_changed(self) -> None:
        self._know()
        self._ask()

    def _answered(self) -> None:
        self._ask()

    def _ask(self) -> None:
        """Shows the questions that count now, with the answers that can be given."""
        asked = {question.id: question for question in asked_questions(self.facts())}
        for name, box in self.boxes.items():
            if name in asked:
                box.ask(asked[name])
            box.setVisible(name in asked)
        follow_layout(self)

    # The two steps

    def show_result(self) -> None:
        """The outcome, in place of the questions."""
        self.result.open = True
        self._show_outcome()
        self._show_step()
        self._area.verticalScrollBar().setValue(0)
        rows = self.result.rows
        target = rows[0].check if rows and rows[0].check.isEnabled() else self.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self._area.verticalScrollBar().setValue(0)

    def show_questions(self) -> None:
        """The questions again; what was ticked is kept."""
        self.result.open = False
        self._show_step()
        self._area.verticalScrollBar().setValue(0)
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_outcome(self) -> None:
        found = guide(self.facts(), self._formats)
        self.result.show_guide(found, self._formats, self.subject, self._known.running)
        self._show_carried()

    def _show_step(self) -> None:
        is_open = self.result.open
        self._head.set_subtitle(_HELPFUL if is_open else _SUBTITLE)
        self._questions.setVisible(not is_open)
        self.result.setVisible(is_open)
        self.back_button.setVisible(is_open)
        self._show_carried()
        follow_layout(self)

    def _show_carried(self) -> None:
        chosen = self.result.chosen()
        self.carried.setVisible(self.result.open and bool(chosen))
        asked = {name for row in chosen for name in _triggers(row)}
        self.carried.show_for(self._frame_words(chosen), dates_to_ask(self.facts(), asked))
        count = len(chosen)
        words = "Begin dit plan" if count == 1 else f"Begin {count} plannen" if count else "Begin dit plan"
        self.save_button.set_label(words if self.result.open else _SEE)

    def _frame_words(self, chosen: tuple[ProposalRow, ...]) -> tuple[str, ...]:
        laws = dict.fromkeys(regime_label(name) for row in chosen for name in row.proposal.regimes)
        details = {one.id: one.label for row in chosen for one in row.format.flag_details}
        flags = dict.fromkeys(details.get(name, name) for row in chosen for name in row.proposal.flags)
        return (*laws, *flags)

    # The panel

    def state(self) -> object:
        chosen = tuple(box.chosen() for box in self.boxes.values())
        return self.about.value(), chosen, self.result.typed(), self.carried.state()

    def first_field(self) -> QWidget:
        if self.result.open:
            return self.result.rows[0].check if self.result.rows else self.back_button
        shown = next(box for box in self.boxes.values() if not box.isHidden())
        return shown.focus_target() if self._about_box.isHidden() else self.about

    def after_put_back(self) -> None:
        self._known = known_about(self.desk, self.subject)
        self._ask()
        if self.result.open:
            self._show_outcome()
        self._show_step()

    def leave(self) -> bool:
        """Going elsewhere begins nothing: the answers wait until somebody comes back to them."""
        self._commit_dates()
        return self.keep_unfinished()

    def submit(self) -> bool:
        """The outcome first; then the chosen plans begin."""
        if not self.result.open:
            self.show_result()
            return True
        return self._begin()

    def _begin(self) -> bool:
        self._commit_dates()
        wrong = self._unreadable()
        chosen = self.result.chosen()
        try:
            if wrong is not None:
                raise InvalidInputError("Een datum klopt nog niet. Verbeter of wis die datum eerst.")
            if not chosen:
                raise InvalidInputError(_CHOOSE)
            made, _ = self.desk.workspace.guide.start([self._start_of(row) for row in chosen])
        except PlanbureauError as error:
            self.show_error(str(error), wrong)
            return False
        self.desk.say(_begun(chosen))
        self.closed.emit()
        self.desk.go(OpenPlan(made[0]))
        return True

    def _start_of(self, row: ProposalRow) -> StartPlan:
        household = row.format.subject is Subject.HOUSEHOLD
        whom = row.for_whom()
        return StartPlan(
            row.format.id,
            client_id="" if household else whom,
            household_id=whom if household else "",
            regimes=row.proposal.regimes,
            flags=row.proposal.flags,
            triggers=self.carried.days(dates_to_ask(self.facts(), _triggers(row))),
            coordinator_id=self.carried.coordinator.value(),
        )


def _triggers(row: ProposalRow) -> frozenset[str]:
    """The dates that step one of this plan asks for."""
    asked = triggers_for(
        row.format.family,
        frozenset(Regime(name) for name in row.proposal.regimes),
        frozenset(row.proposal.flags),
        frozenset(row.format.deadlines),
    )
    return frozenset(field.name for field in asked)


def _begun(chosen: tuple[ProposalRow, ...]) -> str:
    first, *others = (row.format.title for row in chosen)
    if not others:
        return f"{first} begonnen."
    return f"{first} begonnen. Ook begonnen: {', '.join(others)}; je vindt het bij Plannen."
