"""Who agreed with which version; asking it belongs to adopting."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from planbureau.formats.answers import JsonValue
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import ConsentForm, ConsentOutcome, consent_state
from planbureau.rules.dutch import plain_date
from planbureau.services.api import AdoptionCheck, VersionConsents
from planbureau.ui.places import AdoptPlan
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.wizard.fields.consents_now import ConsentActions
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.row_box import RowBox
from planbureau.views import ConsentView

_TONES = {
    ConsentOutcome.AGREED.value: Tone.OK,
    ConsentOutcome.PARTLY.value: Tone.WARN,
    ConsentOutcome.REFUSED.value: Tone.WARN,
    ConsentOutcome.RESISTS.value: Tone.ERR,
}


class ConsentField(Field):
    """Shows the answers that were given, newest version first, and whom to ask this time."""

    MARKABLE = False
    OWN_FORMS = True

    def make_editor(self) -> QWidget:
        box = QWidget()
        self._lines = QVBoxLayout(box)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(self.px(8))
        self.ask_button = Button(self.theme, "Bespreken en akkoord vragen", icon="check-check")
        self.ask_button.clicked.connect(self._ask)
        self._shown: object = None
        self._actions: list[ConsentActions] = []
        box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        return box

    def focus_widget(self) -> QWidget:
        return self.ask_button

    def value(self) -> JsonValue:
        return None

    def show_value(self, value: JsonValue) -> None:
        del value
        self._fill()

    def refresh(self) -> None:
        self._fill()
        self._look()

    def show_messages(self) -> None:
        self.message.clear()

    def _ask(self) -> None:
        if self.desk.autosave.flush():
            self.desk.place_requested.emit(AdoptPlan(self.desk.plan_id))

    def _expected(self) -> AdoptionCheck | None:
        plans = self.desk.context.workspace.plans
        found: list[AdoptionCheck] = []
        self.desk.ask(lambda: found.append(plans.adoption_check(self.desk.plan_id, self.desk.today())))
        return found[0] if found else None

    def _fill(self) -> None:
        plan = self.desk.plan
        given = tuple(one for one in plan.consents if one.outcome)
        check = self._expected() if plan.status not in ("active", "closed") else None
        now = self._now()
        shown = (given, check.expected if check else (), check.expected_why if check else "", now)
        if shown == self._shown:
            return
        self._shown = shown
        self._lines.removeWidget(self.ask_button)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if check is not None:
            self._add_expected(check)
        self._lines.addWidget(self.ask_button)
        self.keep_forms()
        busy = [actions.person for actions in self._actions if actions.busy]
        self._actions = []
        versions = {one.version for one in given} | (
            {now.version} if now is not None and _people(now) else set()
        )
        for version in sorted(versions, reverse=True):
            self._lines.addWidget(TextLabel(f"Versie {version}", TextRole.STRONG))
            counts = _people(now) if now is not None and now.version == version else ()
            if now is not None and counts:
                self._add_state(now)
            for one in counts:
                self._add_standing(now, one)
            older = [one for one in given if one.version == version and one not in counts]
            if counts and older:
                self._lines.addWidget(TextLabel("Eerder gezegd", TextRole.SMALL_STRONG))
            for one in older:
                self._lines.addWidget(self._row(one))
        for actions in self._actions:
            if actions.person in busy:
                actions.take_focus()
        self.ask_button.setVisible(plan.status not in ("active", "closed"))

    def _now(self) -> VersionConsents | None:
        """The answers about the version that counts, when they may still change."""
        plan, plans = self.desk.plan, self.desk.context.workspace.plans
        if self.desk.read_only or not plan.versions or plan.versions[-1].handed_in:
            return None
        found: list[VersionConsents] = []
        self.desk.ask(lambda: found.append(plans.version_consents(self.desk.plan_id)))
        return found[0] if found else None

    def _add_standing(self, now: VersionConsents | None, one: ConsentView) -> None:
        self._lines.addWidget(self._row(one))
        if now is None:
            return
        actions = ConsentActions(self.desk, now, one)
        self._actions.append(actions)
        self._lines.addWidget(actions)
        actions.reopen()

    def _add_state(self, now: VersionConsents) -> None:
        """What the answers mean together: one that is missing is never a yes (rules B2)."""
        outcomes = [_standing(one) for one in now.asked]
        state = consent_state(outcomes)
        row = QHBoxLayout()
        row.addWidget(StatusBadge(self.theme, state.word, Tone(state.tone), icon=state.icon))
        row.addStretch()
        box = QWidget()
        box.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(box)

    def keep_forms(self) -> bool:
        kept = [actions.keep() for actions in self._actions]
        return all(kept)

    def _add_expected(self, check: AdoptionCheck) -> None:
        names = []
        for one in check.expected:
            capacity = _label(Capacity, one.capacity)
            names.append(f"{self.desk.person_name(one.person_id)} ({capacity})")
        unknown = "Nog niet iedereen is bekend. Vul eerst in wie er beslist." if not check.complete else ""
        words = f"Vraag akkoord aan: {', '.join(dict.fromkeys(names))}." if names else ""
        nobody = "" if names or unknown else "Er wordt nu niemand om akkoord gevraagd."
        self._lines.addWidget(TextLabel(" ".join(part for part in (words, unknown, nobody) if part)))
        if check.expected_why:
            self._lines.addWidget(TextLabel(check.expected_why, TextRole.HELP))

    def _row(self, one: ConsentView) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        capacity = _label(Capacity, one.capacity)
        column.addWidget(TextLabel(f"{self.desk.person_name(one.person_id)}, {capacity}"))
        when = plain_date(one.on) if one.on else ""
        form = "" if one.form == ConsentForm.NONE.value else _label(ConsentForm, one.form)
        gone = f"Ingetrokken op {plain_date(one.withdrawn_on)}" if one.withdrawn_on else ""
        for parts in ((when, form, one.reason), (gone, one.withdrawn_reason)):
            detail = " · ".join(part for part in parts if part)
            if detail:
                column.addWidget(TextLabel(detail, TextRole.SMALL))
        outcome = _label(ConsentOutcome, one.outcome) if one.outcome else "nog geen antwoord"
        tone = _TONES.get(one.outcome, Tone.IDLE)
        badge = (
            StatusBadge(self.theme, f"{outcome}, ingetrokken", Tone.WARN)
            if one.withdrawn_on
            else StatusBadge(self.theme, outcome, tone)
        )
        sign = QWidget()
        sign.setFixedSize(0, 0)
        end = QWidget()  # a badge alone would keep the words as narrow as itself in a narrow window
        beside = QHBoxLayout(end)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(badge)
        beside.addStretch()
        return RowBox(self.theme, sign, words, end)


def _standing(one: ConsentView) -> ConsentOutcome | None:
    """The answer that stands; what was taken back has to be asked again."""
    if one.withdrawn_on is not None or not one.outcome:
        return None
    return ConsentOutcome(one.outcome)


def _people(now: VersionConsents) -> tuple[ConsentView, ...]:
    return (*now.asked, *now.heard)


def _label(kind: type[Capacity | ConsentForm | ConsentOutcome], value: str) -> str:
    """The Dutch name of a stored value; a value that is not known stands for itself."""
    return next((one.label for one in kind if one.value == value), value)
