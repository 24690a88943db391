"""Whom a client can call: people by their place on the list, the coordinator, and numbers of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from planbureau.documents.editions.paper import Paper
from planbureau.formats.model import QuestionKind
from planbureau.views import PersonView

CALL_TABLE = "wie_bellen"
"""The question of the shared block SIG that lists telephone numbers."""


@dataclass(frozen=True)
class Call:
    """Somebody to call. `number` may be empty: then there is room to write it."""

    name: str
    role: str = ""
    number: str = ""
    when: str = ""
    person: PersonView | None = None


def whom_to_call(paper: Paper, edition: str) -> tuple[Call, ...]:
    """People with a place on the list first, then the coordinator, then the numbers of the plan."""
    found: dict[str, Call] = {}

    def add(call: Call) -> None:
        key = "".join(call.number.split()) or call.name.casefold()
        found.setdefault(key, call)

    if paper.questions(edition, QuestionKind.NETWORK):
        around = paper.view.relations
        listed = [one for one in around if one.contact_order > 0 and one.person.deceased_on is None]
        for one in sorted(listed, key=lambda each: each.contact_order):
            role = one.role or one.person.function
            add(Call(one.person.full_name, role, phone_of(one.person), "", one.person))
    coordinator = paper.view.coordinator
    if coordinator is not None and coordinator.deceased_on is None:
        add(
            Call(
                coordinator.full_name,
                coordinator.function or ("regisseur" if paper.is_household else "aanspreekpunt"),
                phone_of(coordinator),
                _text(paper, "bereikbaar", edition),
                coordinator,
            )
        )
    for row in _rows(paper, edition):
        name, number = str(row.get("wie") or "").strip(), str(row.get("nummer") or "").strip()
        if name or number:
            add(Call(name or number, "", number, str(row.get("wanneer") or "").strip()))
    return tuple(found.values())


def phone_of(person: PersonView) -> str:
    """The first telephone number of a person, or ""."""
    return next((one.value.strip() for one in person.contacts if one.kind == "phone"), "")


def _rows(paper: Paper, edition: str) -> list[dict[str, object]]:
    if not any(one.id == CALL_TABLE for one in paper.questions(edition, QuestionKind.TABLE)):
        return []
    value = paper.answer(CALL_TABLE).value
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _text(paper: Paper, question_id: str, edition: str) -> str:
    if not any(one.id == question_id for one in paper.questions(edition, QuestionKind.SHORT_TEXT)):
        return ""
    return str(paper.answer(question_id).value or "").strip()
