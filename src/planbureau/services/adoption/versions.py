"""The versions of a plan or of a record on it: closed for ever under a hash, and read back as they were.

Rules B6; design, "One record, one revision chain". Consent lies outside the content hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from planbureau.errors import InvalidInputError
from planbureau.formats.model import PlanFormat
from planbureau.model import codec
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading import terms
from planbureau.model.reading.annexes import of_the_same_subject
from planbureau.model.reading.earlier import earlier_marks
from planbureau.model.reading.looks import looks_at
from planbureau.model.revisions import canonical
from planbureau.model.rows import PlanVersionRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.services.context import Context
from planbureau.views import LookView, PlanView

NOT_FROZEN = ("format", "deadlines", "versions", "then", "consents", "status", "heads", "edited_at",
              "looks")  # fmt: skip
"""Parts of the view that are no words of the plan, or that live on after adopting."""

_NO_TALK: Mapping[str, Any] = MappingProxyType({})


def close_version(
    work: UnitOfWork,
    view: PlanView,
    number: int,
    on: date,
    *,
    by: str,
    meeting: Mapping[str, Any] = _NO_TALK,
    without_consent: bool,
    reason: str,
) -> PlanVersionRow:
    """Writes down for ever what stands in a view, as version `number` of it."""
    content = frozen(view)
    return work.create(
        PlanVersionRow,
        {
            "plan_id": view.id,
            "number": number,
            "adopted_on": on.isoformat(),
            "adopted_by": by,
            "content": content,
            "content_hash": _hash(content, view.format.text),
            "format_text": view.format.text,
            "meeting": dict(meeting),
            "without_consent": without_consent,
            "reason": reason,
        },
    )


def _hash(content: str, format_text: str) -> str:
    """Protects the words together with the format that they answer."""
    return hashlib.sha256(f"{content}\n{format_text}".encode()).hexdigest()


def frozen(view: PlanView) -> str:
    """The words of a plan as canonical JSON: what an adopted version keeps and what is hashed."""
    content = codec.to_json(view)
    for name in NOT_FROZEN:
        content.pop(name, None)
    return canonical(_without_heads(content))


def _without_heads(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_heads(v) for k, v in value.items() if k not in ("heads", "conflicts")}
    if isinstance(value, list):
        return [_without_heads(part) for part in value]
    return value


def read_version(context: Context, session: ReadSession, row: PlanVersionRow) -> PlanView:
    """An adopted version as it was, with the consents that belong to it."""
    if _hash(row.content, row.format_text) != row.content_hash:
        raise InvalidInputError(
            f"Versie {row.number} van dit plan is niet meer zoals zij is vastgesteld.",
            "Zet een reservekopie terug, of vraag hulp. Er is niets veranderd.",
        )
    plan_format: PlanFormat = context.formats.parse(row.format_text, f"versie {row.number}")
    content = json.loads(row.content)
    consents = tuple(c for c in plan_reading.consents(session, row.plan_id) if c.version == row.number)
    view = codec.from_json({**content, "format": plan_format, "status": "adopted"}, PlanView)
    view = replace(view, format=of_the_same_subject(view.format, view))
    versions = tuple(v for v in plan_reading.versions(session, row.plan_id) if v.number <= row.number)
    # The content was closed before anybody had adopted it, so who did may not be among its people.
    adopters = people_reading.persons(session, {one.adopted_by for one in versions} - set(view.people))
    view = replace(view, people={**view.people, **adopters})
    return replace(
        view,
        consents=consents,
        version=row.number,
        versions=versions,
        then=earlier_marks(session, row.plan_id, row.number, plan_format),
        restrictions=people_reading.restrictions(session, _markable(view)),
        looks=tuple(look for look in looks_at(session, [g.id for g in view.goals]) if _was_there(look, row)),
    )


def last_version(context: Context, session: ReadSession, plan_id: str) -> PlanView | None:
    """A plan or annex as it was last adopted or finished; None when it never was."""
    rows = terms.version_rows(session, plan_id)
    return read_version(context, session, rows[-1]) if rows else None


def _was_there(look: LookView, row: PlanVersionRow) -> bool:
    """Whether a look at a goal was written before this version was closed, or is of its own evaluation."""
    before = look.written_at is not None and look.written_at <= row.made_at
    return look.on <= row.adopted_on and (before or look.source_id == row.plan_id)


def _markable(view: PlanView) -> list[str]:
    """Everything in a version that can be marked "niet voor ...": a mark made later holds here too."""
    people = view.people.values()
    return [
        view.id,
        *view.people,
        *(goal.id for goal in view.goals),
        *(agreement.id for agreement in view.agreements),
        *(risk.id for risk in view.risks),
        *(action.id for goal in view.goals for action in goal.actions),
        *(address.id for one in people for address in one.addresses),
        *(contact.id for one in people for contact in one.contacts),
    ]
