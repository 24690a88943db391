"""Finishing an annex: what is still needed, who agrees if that is asked, and then it stays for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from textwrap import shorten

from PySide6.QtWidgets import QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.formats.annexes import can_be_corrected
from planbureau.formats.moments import read_day
from planbureau.formats.outcomes import GoalOutcome
from planbureau.plan_state import outcomes_of, state_of
from planbureau.rules.deadlines import Deadline
from planbureau.rules.dutch import ended, plain_date
from planbureau.rules.goals.evaluation import decision_of
from planbureau.rules.goals.gas import Decision
from planbureau.services.api import Gate
from planbureau.services.api.annexes import FinishAnnex
from planbureau.ui.annexes.close_card import CloseCard
from planbureau.ui.annexes.finished_view import FinishedView
from planbureau.ui.page import PageContext
from planbureau.ui.paper.consents_card import ConsentsCard
from planbureau.ui.paper.entries import DRAFT_KEY, AdoptEntries, merged
from planbureau.ui.paper.entries_page import DRAFT_MS, EntriesPage
from planbureau.ui.paper.gates_card import GatesCard
from planbureau.ui.paper.lacking import Part, all_agreed, lacking
from planbureau.ui.paper.table import table_of
from planbureau.ui.places import CloseAnnex, OpenAnnexes, OpenPlan, Place, PrintPlan
from planbureau.ui.widgets.announcing import announce
from planbureau.views import GoalView, PlanView

CORRECTABLE = "Klopt er later iets niet? Dan kun je het verbeteren; deze versie blijft te lezen."
_LONGEST = 70
"""So many characters of a goal stand behind its number."""
ABOUT = "Na het afsluiten verandert hier niets meer. Je kunt het blijven lezen en afdrukken."
LATER = "Na het afsluiten blijft alles staan. Alleen een aanvulling kan er later nog bij."


class FinishPage(EntriesPage):
    """Shows the place CloseAnnex. Answers about agreement are kept as a draft until then."""

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, draft_ms: int = DRAFT_MS
    ) -> None:
        super().__init__(context, parent, draft_ms=draft_ms)
        self._finished: FinishedView | None = None
        theme = self.context.theme
        self.gates = GatesCard(theme, "Nog nodig", "Alles wat nodig is, is ingevuld.")
        self.consents = ConsentsCard(theme, "Akkoord")
        self.close_card = CloseCard(theme)
        self._build_around("Afsluiten", "Terug", self._cards())
        self._connect()

    def _cards(self) -> tuple[QWidget, ...]:
        return (self.gates, self.consents, self.close_card)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        self.gates.gate_opened.connect(self._open_gate)
        self.consents.entries_changed.connect(self._changed)
        self.consents.competence_changed.connect(self._ask_again)
        self.close_card.reason_changed.connect(self._changed)
        self.close_card.finish_requested.connect(self._finish)

    # Page

    def show_place(self, place: Place) -> None:
        if not isinstance(place, CloseAnnex):
            return
        self._take_down_result()
        self._plan_id = place.plan_id
        self._entries = self._kept() or AdoptEntries()
        self._read()
        self._show()

    def refresh(self, changes: Changes) -> None:
        if self._finished is None and self._plan_id in changes.subjects:
            self._ask_again()

    def first_focus(self) -> QWidget | None:
        if self._finished is not None:
            return self._finished.plan
        return self.gates.focus_target() if self._check.blocked else self.close_card.button

    # Show

    def _read(self) -> None:
        workspace, today = self.context.workspace, self.context.clock.today()
        plan = workspace.plans.plan(self._plan_id)
        self._table = table_of(self.context, plan)
        self._check = workspace.annexes.check(self._plan_id, today, self._entries.not_competent)
        parent = f" · bij {plan.parent.title}" if plan.parent else ""
        self._header.set_subtitle(f"{plan.title}{parent} · {plan.subject_name}")

    @property
    def _asks(self) -> bool:
        """Whether anybody is asked to agree."""
        return bool(self._check.expected or self._check.heard or self._check.expected_why)

    def _show(self) -> None:
        table = self._table
        if table is None:
            return
        entries = merged(self._entries.consents, self._check)
        self._entries = replace(self._entries, consents=entries)
        self.gates.show_gates(self._check.gates)
        self.consents.setVisible(self._asks)
        on = self.context.clock.today()
        self.consents.show_consents(
            table, entries, self._check.expected_why, table.deciding_clients(on), self._entries.not_competent
        )
        self.close_card.ask_correction(corrected=self._corrected)
        self.close_card.reason.set_value(self._entries.reason_without_consent)
        self.close_card.show_effects(_about(table.plan), self._effects(table.plan))
        self._show_state()

    @property
    def _corrected(self) -> bool:
        """Whether this is a report that was finished before, and corrected since."""
        return self._table is not None and self._table.plan.status == "correcting"

    def _effects(self, plan: PlanView) -> list[str]:
        """What is done to each goal, and to the agreements."""
        if plan.versions and not self._corrected:
            return []
        said, facts = outcomes_of(plan), state_of(plan, self.context.clock.today()).goals
        lines = []
        for goal in plan.goals:
            decision = decision_of(said[goal.id]) if goal.id in said else None
            if decision is not None and not facts[goal.id].lacks:
                lines.append(f"Doel {goal.number}: {decision.label}. {becomes(goal, said[goal.id])}".strip())
        lines += self._check.effects
        if self._corrected:
            return ["Dit zegt het verslag nu. Alleen wat anders is, verandert in het plan:", *lines]
        return ["Dit gebeurt in het plan:", *lines] if lines else []

    def _show_state(self) -> None:
        table = self._table
        if table is None:
            return
        found = []
        blocking = sum(gate.blocks for gate in self._check.gates)
        if blocking:
            found.append(f"Vul eerst aan wat nog nodig is: {blocking}.")
        agreed = not self._asks or all_agreed(self._entries, self._check)
        if self._asks:
            today = self.context.clock.today()
            missing = lacking(self._entries, self._check, table, today)
            found += [one.text for one in missing if one.part is Part.CONSENT]
        if not self._entries.reason_without_consent.strip():
            if self._corrected:
                found.append("Schrijf op wat je verbeterde.")
            elif not agreed:
                found.append("Schrijf op waarom je afsluit zonder ieders akkoord.")
        self.close_card.show_state(found, ask=self._corrected or not agreed)

    # What is filled in

    def _changed(self) -> None:
        self._entries = replace(
            self._entries,
            consents=self.consents.entries(),
            not_competent=self.consents.not_competent(),
            reason_without_consent=self.close_card.reason_text(),
        )
        self.close_card.show_problem("")
        self._show_state()
        self._keep_soon()

    def _ask_again(self) -> None:
        if self._asks:
            self._changed()
        try:
            self._read()
        except PlanbureauError as problem:
            self._tell(str(problem))
            return
        self._show()

    def _open_gate(self, gate: Gate) -> None:
        self.place_requested.emit(OpenPlan(self._plan_id, gate.section_id, gate.question_id))

    # Finish

    def _finish(self) -> None:
        table = self._table
        if table is None:
            return
        workspace, annex_id = self.context.workspace, self._plan_id
        given = self._entries.consents if self._asks else ()
        request = FinishAnnex(
            annex_id,
            self.context.clock.today(),
            tuple(entry.view(annex_id) for entry in given if entry.outcome),
            self._entries.not_competent,
            "" if self._corrected else self._entries.reason_without_consent,
            self._entries.reason_without_consent if self._corrected else "",
        )
        try:
            made, _ = workspace.annexes.finish(request)
            self._draft.stop()
            workspace.plans.drop_draft(annex_id, DRAFT_KEY)
        except PlanbureauError as problem:
            self.close_card.show_problem(str(problem))
            return
        self._entries = AdoptEntries()
        view = self._result = self._finished = FinishedView(
            self.context.theme,
            table.plan.title,
            made,
            CORRECTABLE if can_be_corrected(table.plan.format) else "",
        )
        parent = table.plan.parent
        view.show_next(self._next_term(parent.id) if parent else None)
        plan_id = parent.id if parent else annex_id
        number = made.version.number
        view.print_requested.connect(
            lambda edition: self.place_requested.emit(PrintPlan(annex_id, edition, number))
        )
        view.plan_requested.connect(lambda: self.place_requested.emit(OpenPlan(plan_id)))
        view.list_requested.connect(lambda: self.place_requested.emit(OpenAnnexes(plan_id)))
        for card in (*self._cards(), self._back):
            card.hide()
        self._show_result(view, view.plan)
        announce(view, view.words)

    def _next_term(self, plan_id: str) -> Deadline | None:
        """What the agenda asks of the plan first, now that this is finished."""
        found = self.context.workspace.plans.plan(plan_id).deadlines
        today = self.context.clock.today()
        dated = [one for one in found if one.status.is_open and one.last_date and one.last_date >= today]
        return min(dated, key=lambda one: one.last_date or date.max, default=None)

    def _take_down_result(self) -> None:
        super()._take_down_result()
        self._finished = None
        for widget in (*self._cards(), self._back):
            widget.show()
        self.close_card.show_problem("")


def _about(plan: PlanView) -> str:
    later = any(
        question.after_finishing for section in plan.format.sections for question in section.questions
    )
    if can_be_corrected(plan.format):
        return f"Na het afsluiten ligt het verslag vast. {CORRECTABLE}"
    return LATER if later else ABOUT


def becomes(goal: GoalView, said: GoalOutcome) -> str:
    """What a goal is about after this: the new words and the new day where those were agreed."""
    decision = decision_of(said)
    rewritten = said.new_sentence.strip() if decision is Decision.ADJUST else ""
    words = ended(shorten(rewritten or goal.sentence, _LONGEST, placeholder="…"))
    day = read_day(said.new_date) if decision in (Decision.ADJUST, Decision.CONTINUE) else None
    new_day = f"Nieuwe datum: {plain_date(day)}." if day else ""
    return " ".join(part for part in ("Wordt:" if rewritten else "", words, new_day) if part)
