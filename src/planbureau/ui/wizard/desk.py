"""The plan on the table: one view that all fields read, and the one way in which they write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import QObject, Signal

from planbureau.errors import NotFoundError, PlanbureauError
from planbureau.formats.annexes import can_be_corrected
from planbureau.formats.answers import Answer, AnswerFile, JsonValue, has_value
from planbureau.formats.completeness import Missing
from planbureau.formats.lookup import plan_answer
from planbureau.formats.marks import Mark
from planbureau.formats.model import PlanFormat, Question, QuestionKind
from planbureau.plan_state import empty, mark_scale_of, state_of
from planbureau.rules.plan_checks import missing
from planbureau.ui.page import PageContext
from planbureau.ui.places import OpenNotes, OpenPlan, OpenScratchPad
from planbureau.ui.visiting import people_of_plan
from planbureau.ui.widgets.table_cells import CellTools
from planbureau.ui.widgets.text_tip import PAUSE_MS, TextLook
from planbureau.ui.wizard.autosave import CHOICE_MS, DRAFT_MS, Autosave
from planbureau.views import AnswerOfferView, AnswerView, FieldConflict, PersonView


@dataclass(frozen=True)
class Pace:
    """How long things wait before they are kept, in milliseconds; a test makes them short."""

    draft: int = DRAFT_MS
    choice: int = CHOICE_MS
    hints: int = PAUSE_MS


class Desk(QObject):
    """Fields ask it for values and hand it what changed; it reads the plan again after each write.

    `plan_changed` comes after every write, here or elsewhere. `trouble_changed` carries what went wrong in
    words, or nothing when it is over.
    """

    plan_changed = Signal()
    kept = Signal()
    trouble_changed = Signal(str)
    place_requested = Signal(object)
    message_requested = Signal(str)

    def __init__(self, context: PageContext, plan_id: str, pace: Pace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.plan_id = plan_id
        self.pace = pace
        self.trouble = ""
        self.resting = False  # the page was left, perhaps for good: nobody can be asked anything
        self._drafted_at: datetime | None = None
        self._writing = False
        self._plans = context.workspace.plans
        self._colleagues: dict[str, PersonView] | None = None
        self._offers: dict[str, AnswerOfferView] | None = None
        self.autosave = Autosave(
            self._keep_draft, self._drop_draft, draft_ms=pace.draft, choice_ms=pace.choice, parent=self
        )
        self._read()

    # Reading

    def _read(self) -> None:
        self.plan = self._plans.plan(self.plan_id)
        self.state = state_of(self.plan, self.today())
        self._missing: tuple[Missing, ...] | None = None
        self.answering = self._plans.is_answer(self.plan)

    def today(self) -> date:
        """The calendar day in Amsterdam."""
        return self.context.clock.today()

    @property
    def kept_at(self) -> datetime | None:
        """When something of this plan was last kept, a draft or a revision."""
        moments = [at for at in (self.plan.edited_at, self._drafted_at) if at is not None]
        return max(moments, default=None)

    @property
    def format(self) -> PlanFormat:
        return self.plan.format

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: the plan is closed, or the vault is only open for reading."""
        return self.plan.status == "closed" or self.context.workspace.read_only

    @property
    def correcting(self) -> bool:
        """Whether this is a finished report that was opened again to correct it."""
        return self.plan.status == "correcting"

    @property
    def can_reopen(self) -> bool:
        """Whether this is a finished report that can be opened again."""
        finished = self.plan.parent is not None and self.plan.status == "active"
        return finished and not self.read_only and can_be_corrected(self.format)

    def can_write(self, question: Question) -> bool:
        """Whether an answer can change: of a finished annex what may come later, and who agrees with it."""
        finished = self.plan.parent is not None and bool(self.plan.versions) and not self.correcting
        later = question.after_finishing or question.kind is QuestionKind.CONSENT
        return not self.read_only and (later or not finished)

    def reload(self) -> None:
        """Something was written elsewhere."""
        if not self._writing:
            try:
                self._read()
            except NotFoundError:
                return  # taken off the list of this plan: it may not be read again, and its page is left
            self._colleagues = self._offers = None
            self.plan_changed.emit()

    def answer(self, key: str) -> Answer:
        """The answer under this key, also when it was given under an older id."""
        return plan_answer(key, self.state, self.format)

    def value(self, question: Question, key: str = "") -> JsonValue:
        """What a question shows: its own answer, or the record it is bound to."""
        if question.bind:
            return self.state.bound.get(question.bind)
        return self.answer(key or question.id).value

    def heads(self, key: str) -> tuple[str, ...]:
        """The revisions that the shown answer was read with."""
        return self._view(key).heads

    def conflicts(self, key: str) -> tuple[FieldConflict, ...]:
        """What two people wrote differently in this answer."""
        return self._view(key).conflicts

    def _view(self, key: str) -> AnswerView:
        return self.plan.answers.get(key) or AnswerView(key, Answer())

    def offer(self, key: str) -> AnswerOfferView | None:
        """What another plan says under this key, as long as this plan says nothing there."""
        if self._offers is None:
            self._offers = {}
            if not self.read_only:
                with suppress(PlanbureauError):  # what can be offered is never in the way of writing
                    found = self.context.workspace.offers.of_plan(self.plan_id)
                    self._offers = {offer.key: offer for offer in found}
        return self._offers.get(key) if empty(self.answer(key)) else None

    def missing(self) -> tuple[Missing, ...]:
        """What is still needed, deserves a look, or would help."""
        if self._missing is None:
            self._missing = missing(self.format, self.state)
        return self._missing

    def then_mark(self, key: str) -> Mark | None:
        """The mark for now that the version before this one has under this key."""
        return self.plan.then.get(key)

    @property
    def mark_scale(self) -> int:
        """The highest mark that this client gives: 3 faces, 5 or 10."""
        return mark_scale_of(self.plan)

    @property
    def cell_tools(self) -> CellTools:
        """What the editors in a table need."""
        return CellTools(self.context.clock, self.people, self.text_look)

    @property
    def text_look(self) -> TextLook:
        """How texts of this plan are looked at for what could be plainer."""
        return TextLook(
            lambda: tuple(person.full_name for person in self.plan.people.values()),
            self.format.lint,
            self.pace.hints,
        )

    # People

    @property
    def subject_id(self) -> str:
        """The household or the client that the plan is about."""
        if self.plan.household is not None and self.plan.format.subject.value == "household":
            return self.plan.household.id
        return self.plan.client.id if self.plan.client else ""

    def scratch_pad(self, section_id: str) -> OpenScratchPad:
        """The scratch pad of who the plan is about; leaving it comes back to this step."""
        client_id = self.plan.client.id if self.plan.client else ""
        home = "" if client_id else self.subject_id
        return OpenScratchPad(client_id, home, OpenPlan(self.plan_id, section_id))

    def aside(self, section_id: str, *, note: bool) -> OpenNotes | OpenScratchPad:
        """A new progress note about who the plan is about, or the scratch pad; both come back here."""
        pad = self.scratch_pad(section_id)
        if not note:
            return pad
        return OpenNotes(pad.client_id, pad.household_id, write=True, came_from=pad.came_from)

    def people(self) -> tuple[tuple[str, str], ...]:
        """Who can be named, with the people of this client first; during a home visit nobody else."""
        known = {person.id: person for person in people_of_plan(self.context, self.plan)}
        for person in self._known_colleagues().values():
            known.setdefault(person.id, person)
        return tuple((person.id, named(person)) for person in known.values())

    def _known_colleagues(self) -> dict[str, PersonView]:
        """Who works here: the user, and outside a home visit every professional in the vault."""
        if self._colleagues is None:
            user = self.context.workspace.organisation.user()
            found = {user.id: user}
            if not self.context.visiting:
                everyone = self.context.workspace.clients.people()
                found |= {person.id: person for person in everyone if person.professional}
            self._colleagues = found
        return self._colleagues

    def person_name(self, person_id: str) -> str:
        """Somebody's name; for someone who is not known here a neutral word."""
        person = self.plan.people.get(person_id)
        return person.full_name if person else dict(self.people()).get(person_id, "iemand anders")

    # Writing

    def write(self, verb: Callable[[], object]) -> bool:
        """Runs a verb that writes, and reads the plan again. False when it could not be done."""
        self._writing = True
        try:
            verb()
        except PlanbureauError as problem:
            self._tell(str(problem))
            return False
        finally:
            self._writing = False
        self._tell("")
        self._read()
        self.kept.emit()
        self.plan_changed.emit()
        return True

    def save_answer(
        self,
        key: str,
        value: JsonValue,
        heads: Sequence[str],
        *,
        easy_text: str | None = None,
        pictograms: Sequence[str] | None = None,
        files: Sequence[AnswerFile] | None = None,
    ) -> bool:
        """Saves one answer on top of what its field was opened with."""
        if not has_value(value):
            self._offers = None  # a question that is emptied may be offered something again
        return self.write(
            lambda: self._plans.save_answer(
                self.plan_id, key, value, heads, easy_text=easy_text, pictograms=pictograms, files=files
            )
        )

    def take(self, offer: AnswerOfferView) -> bool:
        """Copies what another plan says; when that is not possible any more, says so and looks again."""
        done = self.write(lambda: self.context.workspace.offers.take(offer))
        if not done:
            self._offers = None
        return done

    def ask(self, verb: Callable[[], object]) -> bool:
        """Runs a verb that changes nothing in the plan. False when it could not be done."""
        try:
            verb()
        except PlanbureauError as problem:
            self._tell(str(problem))
            return False
        self._tell("")
        return True

    def _keep_draft(self, key: str, text: str) -> bool:
        done = self.ask(lambda: self._plans.save_draft(self.plan_id, key, text))
        if done:
            self._drafted_at = self.context.clock.now()
            self.kept.emit()
        return done

    def _drop_draft(self, key: str) -> bool:
        return self.ask(lambda: self._plans.drop_draft(self.plan_id, key))

    def _tell(self, words: str) -> None:
        if words != self.trouble:
            self.trouble = words
            self.trouble_changed.emit(words)


def named(person: PersonView) -> str:
    """A person with the function or organisation that tells namesakes apart."""
    more = person.function or person.organisation
    return f"{person.full_name} ({more})" if more else person.full_name
