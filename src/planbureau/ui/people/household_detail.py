"""A household: who belongs to it, its plans, its network and its goals."""

from __future__ import annotations

from planbureau.errors import PlanbureauError
from planbureau.formats.model import PlanFormat, Subject
from planbureau.ui.guide.form import GuideForm
from planbureau.ui.guide.subjects import of_household
from planbureau.ui.people.appointments_card import AppointmentsCard
from planbureau.ui.people.deadline_banner import DeadlineBanner, nearest_of
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.detail import Detail
from planbureau.ui.people.goals_card import GoalsCard
from planbureau.ui.people.header_card import HeaderCard, facts_of_household
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.network_card import NetworkCard
from planbureau.ui.people.notes_card import NotesCard
from planbureau.ui.people.plans_card import NewPlanButton, PlansCard
from planbureau.ui.places import (
    HomeVisit,
    OpenCalendar,
    OpenClient,
    OpenFileCheck,
    OpenNotes,
    OpenPlan,
    OpenScratchPad,
)
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button
from planbureau.views import PlanRow


class HouseholdDetail(Detail):
    """Plans of the household, and those of the clients in it."""

    def __init__(self, desk: Desk, household_id: str) -> None:
        super().__init__(desk, household_id)
        self.home = desk.clients.household(household_id)
        sight = sight_of(desk.context)
        self._plans = tuple(
            row
            for row in desk.workspace.plans.rows(household_id)
            if sight.sees("".join(row.client_ids[:1]), row.household_id)
        )
        self._add_head()
        self._add_cards()

    def first_focus(self) -> Button:
        return self.new_plan

    def _add_head(self) -> None:
        desk, theme, home = self.desk, self.desk.theme, self.home
        formats = tuple(f for f in desk.workspace.plans.formats() if f.subject is Subject.HOUSEHOLD)
        self.new_plan = NewPlanButton(desk, formats, self._start, self._open_guide)
        self.edit_button = Button(theme, "Naam", icon="pencil")
        self.edit_button.setAccessibleName("Naam van het gezin wijzigen")
        self.edit_button.clicked.connect(lambda: desk.open_form(HouseholdForm(desk, home)))
        self.add_button = Button(theme, "Gezinslid", icon="user-plus")
        self.add_button.setAccessibleName("Gezinslid erbij zetten")
        self.add_button.clicked.connect(lambda: desk.open_form(MemberForm(desk, home, home.id)))
        buttons: list[Button] = [self.new_plan, self.add_button, self.edit_button]
        self.scratch_button = Button(theme, "Kladblad (F8)", icon="notebook-pen")
        self.scratch_button.clicked.connect(lambda: desk.go(OpenScratchPad(household_id=home.id)))
        buttons.append(self.scratch_button)
        if not desk.visiting:
            visit = Button(theme, "Huisbezoek (F9)", icon="house")
            visit.clicked.connect(lambda: desk.go(HomeVisit(household_id=home.id)))
            buttons.append(visit)
        self.add(HeaderCard(theme, facts_of_household(home), buttons))
        seen = sight_of(desk.context).subjects
        nearest = nearest_of(
            desk.workspace.calendar.deadlines(household_id=home.id, open_only=True, within=seen)
        )
        if nearest is not None:
            self.add(DeadlineBanner(desk, nearest))

    def _add_cards(self) -> None:
        desk, home = self.desk, self.home
        came_from = OpenClient(household_id=home.id)
        here = OpenFileCheck(household_id=home.id, came_from=came_from)
        hidden = desk.workspace.protection.hidden_plans(home.id)
        self.plans = PlansCard(desk, self._plans, self._whose, hidden, here)
        self.network = NetworkCard(desk, home.id, (home,), desk.clients.relations(home.id))
        names = {person.id: person.short_name for person in desk.people_around(home.id)}
        shown = {row.id for row in self._plans}
        goals = tuple(goal for goal in desk.workspace.goals.goals_of(home.id) if goal.plan_id in shown)
        self.goals = GoalsCard(desk, home.id, goals, names)
        ids = (home.id, *(member.client_id for member in home.members if member.client_id))
        self.notes = NotesCard(desk, OpenNotes(household_id=home.id), ids)
        self.appointments = AppointmentsCard(desk, OpenCalendar(household_id=home.id))
        right = (self.appointments, *self.notes.when_used(), self.network)
        self.add_columns((self.plans, self.goals), right)

    def _whose(self, row: PlanRow) -> str:
        return row.subject_name if row.client_ids else ""

    def _open_guide(self) -> None:
        self.desk.open_form(GuideForm(self.desk, of_household(self.home)))

    def _start(self, plan_format: PlanFormat) -> None:
        try:
            plan_id, _ = self.desk.workspace.plans.start_plan(plan_format.id, household_id=self.home.id)
        except PlanbureauError as error:
            self.desk.say(str(error))
        else:
            self.desk.go(OpenPlan(plan_id))
