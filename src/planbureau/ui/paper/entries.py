"""What is filled in during the talk, and that as text for a draft, so that none of it can be lost."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import ConsentForm, ConsentOutcome, ConsentSubject
from planbureau.services.api import AdoptionCheck, AdoptPlan
from planbureau.views import ConsentView

DRAFT_KEY = "@bespreking"
"""The key of its draft; no question can have it, because of its first sign."""

BY_MEASURE = "De hulp hoort bij een maatregel. Akkoord is dan niet nodig."
"""The reason when nobody's agreement is needed (rules B2, rows 8 and 15); the user may write another."""


@dataclass(frozen=True)
class ConsentEntry:
    """What one person answered, in one capacity. `on` is only set when the answer is an older one."""

    person_id: str
    capacity: str
    outcome: str = ""
    form: str = ""
    reason: str = ""
    explained: tuple[str, ...] = ()
    adapted: tuple[str, ...] = ()
    on: date | None = None
    added: bool = False  # asked too, though the rules do not ask it
    heard: bool = False  # not asked to agree; what this person thinks of it is written down (B2 row 8)
    may_resist: bool = False  # not asked to agree, but resistance ends an agreement (Wzd 3a)

    @property
    def key(self) -> tuple[str, str]:
        """One person can be asked in two capacities."""
        return (self.person_id, self.capacity)

    @property
    def answer(self) -> ConsentOutcome | None:
        """The outcome, or None as long as nothing was chosen."""
        return ConsentOutcome(self.outcome) if self.outcome else None

    def view(self, plan_id: str) -> ConsentView:
        """The consent as it is recorded. A foster parent agrees with the own part alone (rules B2)."""
        foster = self.capacity == Capacity.FOSTER_PARENT.value
        answered = self.answer is not None and self.answer.is_answer
        return ConsentView(
            id="",
            plan_id=plan_id,
            version=0,
            subject=(ConsentSubject.FOSTER_PART if foster else ConsentSubject.WHOLE_PLAN).value,
            person_id=self.person_id,
            capacity=self.capacity,
            outcome=self.outcome,
            form=self.form if answered else ConsentForm.NONE.value,
            on=self.on,
            information=self.explained if answered else (),
            adapted=self.adapted if answered else (),
            reason=self.reason.strip(),
        )


@dataclass(frozen=True)
class AdoptEntries:
    """Everything on the page, as it stands."""

    on: date | None = None
    place: str = ""
    present: tuple[str, ...] = ()
    present_others: str = ""
    discussed: tuple[str, ...] = ()
    client_said: str = ""
    copy_given_on: date | None = None
    consents: tuple[ConsentEntry, ...] = ()
    not_competent: tuple[str, ...] = ()
    reason_without_consent: str = ""
    material_change: bool = True
    child_heard: str = ""

    def request(self, plan_id: str, on: date) -> AdoptPlan:
        """The request to adopt the plan with these entries."""
        return AdoptPlan(
            plan_id=plan_id,
            on=on,
            place=self.place.strip(),
            present=self.present,
            present_others=self.present_others.strip(),
            discussed=self.discussed,
            client_said=self.client_said.strip(),
            consents=tuple(entry.view(plan_id) for entry in self.consents if entry.outcome),
            not_competent=self.not_competent,
            reason_without_consent=self.reason_without_consent.strip(),
            copy_given_on=self.copy_given_on,
            material_change=self.material_change,
            child_heard=self.child_heard,
        )


def merged(entries: Iterable[ConsentEntry], check: AdoptionCheck) -> tuple[ConsentEntry, ...]:
    """One entry for everyone who is asked or heard now, with what was filled in before; added people stay.

    An answer is not carried from being asked to being heard, nor back: it would say something else.
    """
    known = {entry.key: entry for entry in entries}
    asked = [_kept(known, view, heard=False) for view in check.expected]
    heard = [
        replace(_kept(known, view, heard=True), may_resist=view.person_id in check.resists)
        for view in check.heard
    ]
    keys = {entry.key for entry in (*asked, *heard)}
    return (*asked, *heard, *(e for key, e in known.items() if e.added and key not in keys))


def with_ready_reason(entries: AdoptEntries, check: AdoptionCheck) -> AdoptEntries:
    """The reason stands there when the law gives it; it goes away when somebody must agree after all."""
    reason = entries.reason_without_consent.strip()
    if check.nobody_needed and not reason:
        return replace(entries, reason_without_consent=BY_MEASURE)
    if reason == BY_MEASURE and not check.nobody_needed:
        return replace(entries, reason_without_consent="")
    return entries


def _kept(known: Mapping[tuple[str, str], ConsentEntry], view: ConsentView, *, heard: bool) -> ConsentEntry:
    fresh = ConsentEntry(view.person_id, view.capacity, view.outcome, view.form, view.reason, heard=heard)
    found = known.get(fresh.key, fresh)
    if fresh.outcome and not found.outcome:
        return fresh  # what is known already: resistance that stands in the file
    return replace(found, added=False) if found.heard == heard else fresh


def to_text(entries: AdoptEntries) -> str:
    """The entries as text for a draft."""
    return json.dumps(asdict(entries), ensure_ascii=False, default=str)


def from_text(text: str) -> AdoptEntries | None:
    """The entries of a draft; None when it cannot be read (any more)."""
    try:
        told: dict[str, Any] = json.loads(text)
        read: dict[str, Any] = {name: _value(name, value) for name, value in told.items()}
        read["consents"] = tuple(
            ConsentEntry(**{name: _value(name, value) for name, value in one.items()})
            for one in told["consents"]
        )
        return AdoptEntries(**read)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def _value(name: str, value: Any) -> Any:
    if name in ("on", "copy_given_on"):
        return date.fromisoformat(value) if value else None
    return tuple(value) if isinstance(value, list) else value
