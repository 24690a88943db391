"""One plan laid ready for an edition: what shows, what stands in it, and who is called what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from planbureau.documents.editions.context import EditionContext
from planbureau.documents.editions.redaction import Redacted, redact
from planbureau.formats import flow
from planbureau.formats.answered import closed_choices, without_closed
from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.demands import handed_in
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import Access, Question, QuestionKind, Section, Subject
from planbureau.plan_state import mark_scale_of, state_of
from planbureau.rules.goals.status import AgreedBy
from planbureau.rules.people.names import join_names
from planbureau.views import ClientView, PersonView, PlanView, VersionRow

ADOPTED = "adopted"
"""The status of a view that was read back from an adopted version."""


@dataclass(frozen=True)
class Shown:
    """A section with those of its questions that belong in an edition."""

    section: Section
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Paper:
    """The plan for these readers. `whole` decides what shows; `state` holds what may stand in it."""

    view: PlanView
    whole: PlanState
    state: PlanState
    context: EditionContext
    redacted: Redacted

    @classmethod
    def of(cls, view: PlanView, context: EditionContext) -> Paper:
        """Leave out what is not for the readers of this print; in a concept also who agreed before."""
        if view.status != ADOPTED and any(one.version for one in view.consents):
            view = replace(view, consents=tuple(one for one in view.consents if not one.version))
        redacted = redact(view, context.audience, context.meeting)
        return cls(
            redacted.view,
            state_of(view, context.today),
            state_of(redacted.view, context.today),
            context,
            redacted,
        )

    @property
    def concept(self) -> bool:
        """Whether this is not an adopted version."""
        return self.view.status != ADOPTED

    @property
    def own(self) -> bool:
        """Whether this is the client's own plan, that nobody adopts: then it is no concept of anything."""
        return self.view.format.access is Access.OWNER and self.concept

    @property
    def handed_in(self) -> bool:
        """Whether the client or family hands this plan in, instead of having it adopted."""
        version = self.version
        return version.handed_in if version is not None else handed_in(self.view.format, self.whole)

    @property
    def not_needed(self) -> bool:
        """Whether this version was adopted without agreement because nobody's is needed: it is a measure."""
        version = self.version
        by = version.agreed_by if version is not None else None
        return self.context.nobody_needed and by is AgreedBy.ADOPTED_WITHOUT_CONSENT

    @property
    def version(self) -> VersionRow | None:
        """The adopted version that is printed; None for a concept."""
        if self.concept:
            return None
        return next((one for one in self.view.versions if one.number == self.view.version), None)

    @property
    def is_annex(self) -> bool:
        """Whether this is an annex of a plan, and no plan."""
        return self.view.parent is not None

    @property
    def is_household(self) -> bool:
        """Whether the plan is about a family."""
        return self.view.format.subject is Subject.HOUSEHOLD

    @property
    def call_name(self) -> str:
        """What the client is called; the name of the household for a family."""
        if self.is_household or self.view.client is None:
            return self.view.subject_name
        return self.view.client.person.short_name

    @property
    def photo(self) -> tuple[bytes, str]:
        """The photo of the client and the words that replace it; both empty when there is none to show."""
        client = self.view.client
        if self.is_household or client is None or not client.photo or not self.context.photo:
            return b"", ""
        return self.context.photo, f"Foto van {self.call_name}"

    @property
    def mark_scale(self) -> int:
        """The highest mark that this client gives: 3 faces, 5 or 10."""
        return mark_scale_of(self.view)

    def face(self, person_id: str) -> tuple[bytes, str]:
        """The photo of anybody who may be named, and the words that replace it; both empty without one."""
        view, person = self.view, self.person(person_id)
        clients = (*([view.client] if view.client else []), *view.clients)
        of_client = next((one.photo for one in clients if one.person.id == person_id), "")
        sha256 = of_client or (person.photo if person is not None else "")
        content = self.context.picture(sha256) if sha256 else b""
        if person is None or not content:
            return b"", ""
        return content, f"Foto van {person.short_name}"

    def shown(self, edition: str) -> tuple[Shown, ...]:
        """Sections and questions that belong in this edition, in the order of the wizard."""
        found = []
        for step in flow.steps(self.view.format, self.whole):
            questions = tuple(
                q
                for q in step.questions
                if edition in q.editions and q.id not in self.redacted.hidden_questions
            )
            if questions:
                found.append(Shown(step.section, questions))
        return tuple(found)

    def questions(self, edition: str, *kinds: QuestionKind) -> tuple[Question, ...]:
        """The questions of these kinds in an edition."""
        return tuple(q for one in self.shown(edition) for q in one.questions if q.kind in kinds)

    def answer(self, key: str) -> Answer:
        """The answer under this key as these readers may see it."""
        return plan_answer(key, self.state, self.view.format)

    def value(self, question: Question) -> Any:
        """The value of a question, from its own answer or from the record it is bound to."""
        if question.bind:
            return self.state.bound.get(question.bind)
        closed = closed_choices(question, self.whole, self.view.format)
        return without_closed(self.answer(question.id).value, closed)

    def hidden_parts(self, question: Question) -> frozenset[str]:
        """Fields of the records of a question that do not print."""
        return flow.hidden_parts(question, self.whole, self.view.format)

    def person(self, person_id: str) -> PersonView | None:
        """Somebody who may be named, or None."""
        view = self.view
        if person_id in view.people:
            return view.people[person_id]
        named = [one.person for one in view.clients]
        named += [one.person for one in view.relations]
        named += [one.person for one in view.custody]
        if view.household is not None:
            named += [one.person for one in view.household.members]
        if view.client is not None:
            named.append(view.client.person)
        if view.coordinator is not None:
            named.append(view.coordinator)
        return next((one for one in named if one.id == person_id), None)

    def full_name(self, person_id: str) -> str:
        """The full name, or "" for somebody who may not be named."""
        found = self.person(person_id)
        return found.full_name if found else ""

    def short_name(self, person_id: str) -> str:
        """The name in speech, or "" for somebody who may not be named."""
        found = self.person(person_id)
        return found.short_name if found else ""

    def who_easy(self, person_id: str, function: str) -> str:
        """Who does something as the client says it: "ik" for the client of the plan."""
        client = self.view.client
        if not self.is_household and client is not None and client.person.id == person_id:
            return "ik"
        return self.who_short(person_id, function)

    def adopter(self, version: VersionRow) -> str:
        """Who adopted a version, by name; "" when that person is not among the people of this print."""
        return self.full_name(version.adopted_by)

    def names(self, person_ids: Iterable[str]) -> str:
        """Several names as Dutch joins them: "Sara, Tom en Ali"."""
        return join_names([self.short_name(one) for one in person_ids])

    def who(self, person_id: str, function: str) -> str:
        """Who does something: the person when there is one, else the function ("avonddienst")."""
        return self.full_name(person_id) or function.strip()

    def who_short(self, person_id: str, function: str) -> str:
        """The same with the name in speech."""
        return self.short_name(person_id) or function.strip()

    def picture(self, *wanted: str) -> str:
        """The first of these pictograms that this device has; "" when it has none."""
        return next((one for one in wanted if one and self.context.pictogram_name(one)), "")

    def client_of(self, client_id: str) -> ClientView | None:
        """One of the clients of this plan."""
        clients = (*self.view.clients, *([self.view.client] if self.view.client else []))
        return next((one for one in clients if one.id == client_id), None)
