"""'Bespreking en akkoord': from what is still needed to a version that never changes (rules B1, B2, B6)."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.rules.consent.no_signature_note import check_note, compose_note
from planbureau.services.api import AdoptionCheck, Gate
from planbureau.ui.page import PageContext
from planbureau.ui.paper.adopted_view import AdoptedView
from planbureau.ui.paper.consents_card import ConsentsCard
from planbureau.ui.paper.decide_card import DecideCard
from planbureau.ui.paper.entries import DRAFT_KEY, AdoptEntries, ConsentEntry, merged, with_ready_reason
from planbureau.ui.paper.entries_page import DRAFT_MS, EntriesPage
from planbureau.ui.paper.gates_card import GatesCard
from planbureau.ui.paper.hand_in_card import HandInCard, step_words
from planbureau.ui.paper.lacking import Lacking, Part, all_agreed, lacking, signed, why_unsigned
from planbureau.ui.paper.table import table_of
from planbureau.ui.paper.talk_card import TalkCard
from planbureau.ui.places import AdoptPlan, OpenAnnexes, OpenPlan, Place, PrintPlan
from planbureau.ui.widgets.announcing import announce
from planbureau.ui.widgets.focus import focus_target

NOTE_FIELDS = ("place_or_way", "own_words", "copy_given_on")
"""What a note without a signature asks for and adopting does not (rules B6)."""


class AdoptPage(EntriesPage):
    """What is filled in is kept as a draft of the plan until the plan is adopted."""

    def __init__(
        self, context: PageContext, parent: QWidget | None = None, *, draft_ms: int = DRAFT_MS
    ) -> None:
        super().__init__(context, parent, draft_ms=draft_ms)
        self._adopted: AdoptedView | None = None
        self._build()
        self._connect()

    # Build the page

    def _build(self) -> None:
        theme = self.context.theme
        self.gates = GatesCard(theme)
        self.talk = TalkCard(theme, self.context.clock)
        self.consents = ConsentsCard(theme)
        self.decide = DecideCard(theme)
        self.hand_in = HandInCard(theme, self.context.clock)
        self._adopting = (self.gates, self.talk, self.consents, self.decide)
        self._build_around("Bespreking en akkoord", "Terug naar het plan", (*self._adopting, self.hand_in))

    def _show_cards(self) -> None:
        """Those of adopting, or the one of handing in; none of them when it was done."""
        asked = self._adopted is None
        for card in self._adopting:
            card.setVisible(asked and not self._check.hand_in)
        self.hand_in.setVisible(asked and self._check.hand_in)
        self._back.setVisible(asked)

    # Connect signals

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        self.gates.gate_opened.connect(self._open_gate)
        self.talk.entries_changed.connect(self._changed)
        self.talk.day_changed.connect(self._ask_again)
        self.consents.entries_changed.connect(self._changed)
        self.consents.competence_changed.connect(self._ask_again)
        self.decide.entries_changed.connect(self._changed)
        self.decide.material_changed.connect(self._material_changed)
        self.decide.adopt_requested.connect(self._adopt)
        self.decide.lacking_opened.connect(self._go_to)
        self.hand_in.entries_changed.connect(self._changed)
        self.hand_in.hand_in_requested.connect(self._adopt)

    # Show

    def show_place(self, place: Place) -> None:
        if not isinstance(place, AdoptPlan):
            return
        self._take_down_result()
        self._plan_id = place.plan_id
        self._entries = self._kept() or AdoptEntries(on=self.context.clock.today())
        self._read()
        self._show_entries()

    def refresh(self, changes: Changes) -> None:
        del changes
        if self._plan_id and self._adopted is None:
            self._ask_again()

    def leave(self) -> bool:
        for day in (self.talk.day, self.talk.copied, self.hand_in.day):
            day.commit()
        return super().leave()

    def first_focus(self) -> QWidget | None:
        if self._adopted is not None:
            return self._adopted.print
        if self._check.hand_in:
            return self.hand_in.day.line
        return self.gates.focus_target() if self._check.blocked else self.talk.day.line

    def _read(self) -> None:
        workspace, today = self.context.workspace, self.context.clock.today()
        plan = workspace.plans.plan(self._plan_id)
        self._table = table_of(self.context, plan)
        self._header.set_subtitle(f"{plan.title} · {plan.subject_name}")
        on = self._entries.on or today
        self._check = workspace.plans.adoption_check(self._plan_id, on, self._entries.not_competent)
        self._header.set_title(_title(self._check, again=bool(plan.versions)))
        self._show_cards()

    def _show_entries(self) -> None:
        table = self._table
        if table is None:
            return
        if self._check.hand_in:
            self.hand_in.show_step(answer=self._check.answer, again=bool(table.plan.versions))
            self.hand_in.show_entries(table, self._entries)
            self._show_state()
            return
        on = self._entries.on or self.context.clock.today()
        entries = merged(self._entries.consents, self._check)
        self._entries = with_ready_reason(replace(self._entries, consents=entries), self._check)
        self.gates.show_gates(self._check.gates)
        self.talk.show_entries(table, self._entries)
        self.consents.show_consents(
            table, entries, self._check.expected_why, table.deciding_clients(on), self._entries.not_competent
        )
        self.decide.show_entries(
            self._entries,
            later_version=bool(table.plan.versions),
            nobody_needed=self._check.nobody_needed,
        )
        self._show_state()

    def _show_state(self) -> None:
        table = self._table
        if table is None:
            return
        missing = lacking(self._entries, self._check, table, self.context.workspace.clock_checks.last_day())
        if self._check.hand_in:
            self.hand_in.show_state(missing)
            return
        answered = any(entry.outcome for entry in self._entries.consents)
        note: tuple[str, ...] = ()
        gaps: tuple[str, ...] = ()
        if answered and not signed(self._entries):
            facts = table.note(self._entries, why_unsigned(self._entries))
            note = compose_note(facts)
            gaps = tuple(hint.text for hint in check_note(facts) if hint.field in NOTE_FIELDS)
        self.decide.show_state(missing, note, gaps, agreed=all_agreed(self._entries, self._check))

    # What is filled in

    def _collect(self) -> None:
        if self._check.hand_in:
            self._entries = self.hand_in.read_into(self._entries)
            return
        entries = self.decide.read_into(self.talk.read_into(self._entries))
        self._entries = replace(
            entries, consents=self.consents.entries(), not_competent=self.consents.not_competent()
        )

    def _changed(self) -> None:
        self._collect()
        self._refuse("")
        self._show_state()
        self._keep_soon()

    def _ask_again(self) -> None:
        """Another day or another judgement: others may be asked; what was filled in stays."""
        self._changed()
        try:
            self._read()
        except PlanbureauError as problem:
            self._tell(str(problem))
            return
        self._show_entries()

    def _material_changed(self) -> None:
        """Something small asks nobody anew: the answers to the version before are taken over (rules B1.3)."""
        self._collect()
        if not self._entries.material_change and self._table is not None:
            plan = self._table.plan
            before = {(c.person_id, c.capacity): c for c in plan.consents if c.version == plan.version}
            taken = tuple(
                ConsentEntry(
                    *entry.key, before[entry.key].outcome, before[entry.key].form, before[entry.key].reason,
                    before[entry.key].information, before[entry.key].adapted, before[entry.key].on,
                    added=entry.added, heard=entry.heard, may_resist=entry.may_resist,
                )
                if entry.key in before and not entry.outcome and before[entry.key].withdrawn_on is None
                else entry
                for entry in self._entries.consents
            )  # fmt: skip
            self._entries = replace(self._entries, consents=taken)
        self._show_entries()
        self._changed()

    # Go

    def _open_gate(self, gate: Gate) -> None:
        place = OpenPlan(self._plan_id, gate.section_id, gate.question_id)
        self.place_requested.emit(OpenAnnexes(self._plan_id) if gate.in_annexes else place)

    def _go_to(self, one: Lacking) -> None:
        card = self.consents.card_of(one.about)
        targets: dict[Part, QWidget] = {
            Part.GATES: self.gates.focus_target(),
            Part.DAY: self.talk.day.line,
            Part.PRESENT: self.talk.first_chip(self.talk.present),
            Part.DISCUSSED: self.talk.first_chip(self.talk.discussed),
            Part.CONSENT: focus_target(card) if card is not None else self.consents.more,
            Part.REASON: self.decide.reason.edit,
        }
        targets[one.part].setFocus()

    # Adopt

    def _adopt(self) -> None:
        (self.hand_in if self._check.hand_in else self.talk).day.commit()
        self._collect()
        on = self._entries.on
        if on is None:
            self._show_state()
            return
        plans = self.context.workspace.plans
        try:
            version, _ = plans.adopt(self._entries.request(self._plan_id, on))
            self._draft.stop()
            plans.drop_draft(self._plan_id, DRAFT_KEY)
            deadlines = plans.plan(self._plan_id).deadlines
        except PlanbureauError as problem:
            self._refuse(str(problem))
            self._keep()
            return
        self._entries = AdoptEntries()
        self._result = self._adopted = AdoptedView(self.context.theme, version, deadlines)
        self._adopted.print_requested.connect(
            lambda edition: self.place_requested.emit(PrintPlan(self._plan_id, edition, version.number))
        )
        self._adopted.back_requested.connect(lambda: self.place_requested.emit(OpenPlan(self._plan_id)))
        self._show_cards()
        self._show_result(self._adopted, self._adopted.print)
        announce(self._adopted, self._adopted.words)

    def _take_down_result(self) -> None:
        super()._take_down_result()
        self._adopted = None
        self._refuse("")

    def _refuse(self, text: str) -> None:
        """Says where the button is why it could not be done; an empty text takes that away."""
        (self.hand_in if self._check.hand_in else self.decide).show_problem(text)


def _title(check: AdoptionCheck, *, again: bool) -> str:
    if not check.hand_in:
        return "Bespreking en akkoord"
    return step_words(answer=check.answer, again=again).button
