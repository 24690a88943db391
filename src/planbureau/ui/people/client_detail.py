"""Everything about one client on one page."""

from __future__ import annotations

from planbureau.errors import PlanbureauError
from planbureau.formats.model import PlanFormat, Subject
from planbureau.rules.people.names import join_names
from planbureau.ui.guide.form import GuideForm
from planbureau.ui.guide.subjects import of_client
from planbureau.ui.people.appointments_card import AppointmentsCard
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.deadline_banner import DeadlineBanner, nearest_of
from planbureau.ui.people.deciders_card import DecidersCard
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.detail import Detail
from planbureau.ui.people.goals_card import GoalsCard
from planbureau.ui.people.header_card import HeaderCard, facts_of_client
from planbureau.ui.people.member_form import HouseholdForm
from planbureau.ui.people.network_card import NetworkCard
from planbureau.ui.people.notes_card import NotesCard
from planbureau.ui.people.plan_choice import WHY, for_the_young
from planbureau.ui.people.plans_card import NewPlanButton, PlansCard
from planbureau.ui.people.requests_card import RequestsCard
from planbureau.ui.people.visit_button import VisitButton
from planbureau.ui.places import OpenCalendar, OpenClient, OpenFileCheck, OpenNotes, OpenPlan, OpenScratchPad
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button
from planbureau.views import PlanRow


class ClientDetail(Detail):
    """Reads everything when it is made."""

    def __init__(self, desk: Desk, client_id: str) -> None:
        super().__init__(desk, client_id)
        self.client = desk.clients.client(client_id)
        self.homes = desk.households_of(self.client)
        sight = sight_of(desk.context)
        self._plans = tuple(
            row for row in desk.workspace.plans.rows(client_id) if sight.sees(client_id, row.household_id)
        )
        self._deadlines = tuple(
            row
            for row in desk.workspace.calendar.deadlines(
                client_id=client_id, open_only=True, within=sight.subjects
            )
        )
        self._add_head()
        self._add_cards()

    def first_focus(self) -> Button:
        return self.new_plan

    def _add_head(self) -> None:
        desk, theme = self.desk, self.desk.theme
        formats = desk.workspace.plans.formats()
        apart = for_the_young(formats, self.client.person, self.homes, desk.today)
        why = WHY.format(name=self.client.person.short_name)
        self.new_plan = NewPlanButton(desk, formats, self._start, self._open_guide, apart, why)
        self.edit_button = Button(theme, "Gegevens", icon="pencil")
        self.edit_button.setAccessibleName("Gegevens van de cliënt wijzigen")
        self.edit_button.clicked.connect(lambda: desk.open_form(ClientForm(desk, self.client)))
        buttons: list[Button] = [self.new_plan, self.edit_button]
        self.scratch_button = Button(theme, "Kladblad (F8)", icon="notebook-pen")
        self.scratch_button.clicked.connect(lambda: desk.go(OpenScratchPad(self.client.id)))
        buttons.append(self.scratch_button)
        if not desk.visiting:
            self.visit_button = VisitButton(desk, self.client.id, self.homes)
            buttons.append(self.visit_button)
        regimes = tuple(dict.fromkeys(regime for row in self._plans for regime in row.regimes))
        self.header = HeaderCard(
            theme, facts_of_client(self.client, regimes, desk.today), buttons, self._photo()
        )
        self.add(self.header)
        nearest = nearest_of(self._deadlines)
        if nearest is not None:
            self.add(DeadlineBanner(desk, nearest))

    def _photo(self) -> bytes:
        """The picture; one that is missing hides nothing else of the page."""
        try:
            return self.desk.workspace.plans.attachment(self.client.photo) if self.client.photo else b""
        except PlanbureauError:
            return b""

    def _add_cards(self) -> None:
        desk, client = self.desk, self.client
        relations = desk.clients.relations(client.id)
        here = OpenFileCheck(client.id, came_from=OpenClient(client.id))
        hidden = desk.workspace.protection.hidden_plans(client.id)
        self.plans = PlansCard(desk, self._plans, self._whose, hidden, here)
        self.network = NetworkCard(
            desk, client.id, self.homes, relations,
            own_person_id=client.person.id, add_home=None if desk.visiting else self._add_home,
        )  # fmt: skip
        self.deciders = DecidersCard(
            desk, client, desk.clients.custody(client.id), desk.clients.measures(client.id)
        )
        self.requests = RequestsCard(desk, client.id, desk.clients.requests(client.id), self._deadlines)
        shown = {row.id for row in self._plans}
        goals = tuple(goal for goal in desk.workspace.goals.goals_of(client.id) if goal.plan_id in shown)
        names = {person.id: person.short_name for person in desk.people_around(client.id)}
        self.goals = GoalsCard(desk, client.id, goals, names, ended=self._ended())
        ids = (client.id, *(home.id for home in self.homes))
        self.notes = NotesCard(desk, OpenNotes(client.id), ids)
        self.appointments = AppointmentsCard(desk, OpenCalendar(client.id))
        left = (self.plans, self.goals, self.deciders)
        right = (self.appointments, *self.notes.when_used(), self.network, self.requests)
        self.add_columns(left, right)

    def _ended(self) -> str:
        """What is left to do once the care is over; empty while it goes on."""
        if self.client.care_ended_on is None and self.client.person.deceased_on is None:
            return ""
        left = [row.title for row in self._plans if row.status != "closed" and not row.household_id]
        if not left:
            return "De zorg is voorbij. Geen doel vraagt nog aandacht."
        return (
            f"De zorg is voorbij. Geen doel vraagt nog aandacht. Nog open: {join_names(left)}. Open het plan "
            "en kies in het menu Plan afsluiten…"
        )

    def _whose(self, row: PlanRow) -> str:
        return row.subject_name if row.household_id and not row.client_ids else ""

    def _open_guide(self) -> None:
        self.desk.open_form(GuideForm(self.desk, of_client(self.client, self.homes)))

    def _start(self, plan_format: PlanFormat) -> None:
        if plan_format.subject is not Subject.HOUSEHOLD or len(self.homes) == 1:
            home = self.homes[0].id if plan_format.subject is Subject.HOUSEHOLD else ""
            self._start_plan(plan_format, home)
            return
        form = HouseholdForm(self.desk, None, self.client, homes=self.homes, plan_title=plan_format.title)
        form.chosen.connect(lambda household_id: self._start_plan(plan_format, household_id))
        self.desk.open_form(form)

    def _start_plan(self, plan_format: PlanFormat, household_id: str) -> None:
        client_id = "" if plan_format.subject is Subject.HOUSEHOLD else self.client.id
        try:
            plan_id, _ = self.desk.workspace.plans.start_plan(plan_format.id, client_id, household_id)
        except PlanbureauError as error:
            self.desk.say(str(error))
            return
        self.desk.go(OpenPlan(plan_id))

    def _add_home(self) -> None:
        self.desk.open_form(HouseholdForm(self.desk, None, self.client))
