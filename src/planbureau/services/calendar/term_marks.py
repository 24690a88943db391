"""For whom a term is not: it follows from a person, goal or day of birth that is not for them (rules B7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planbureau.model.reading import people as people_reading
from planbureau.model.rows import ClientRecord
from planbureau.model.store import ReadSession
from planbureau.views import DeadlineRow, RestrictionView

BORN = "geboortedatum"
Named = tuple[str, str]
"""The id of a plan and the key of a term in it."""


def terms_kept_from(session: ReadSession, terms: Iterable[DeadlineRow]) -> Mapping[Named, frozenset[str]]:
    """The ids of the people for whom these terms are not, of those that are not for everybody."""
    about = {(term.plan_id, term.deadline.key): (term, _person(session, term)) for term in terms}
    ids = {one for term, person in about.values() for one in (term.deadline.subject, person)}
    marks = people_reading.restrictions(session, ids)
    found = {
        named: frozenset(one for mark in marks if _leans(term, person, mark) for one in mark.not_for)
        for named, (term, person) in (about.items() if marks else ())
    }
    return {named: people for named, people in found.items() if people}


def _person(session: ReadSession, term: DeadlineRow) -> str:
    """Whose day of birth it would be: the person it names, else the client."""
    if term.deadline.subject or not term.client_id or term.deadline.trigger != BORN:
        return term.deadline.subject
    row = session.get(ClientRecord, term.client_id)
    return row.person_id if row is not None else ""


def _leans(term: DeadlineRow, person: str, mark: RestrictionView) -> bool:
    if mark.target_kind == "person_field":
        return term.deadline.trigger == BORN and mark.target_id == f"{person}:birth_date"
    return bool(term.deadline.subject) and mark.target_id == term.deadline.subject
