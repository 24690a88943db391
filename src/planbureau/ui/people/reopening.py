"""Opens a form again by its key: what was typed in it comes back with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from planbureau.errors import NotFoundError
from planbureau.ui.guide.form import GuideForm
from planbureau.ui.guide.subjects import of_client, of_household
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.measure_form import MeasureForm
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.request_form import RequestForm
from planbureau.views import FormKey, HouseholdView

T = TypeVar("T", bound=Any)


def form_of(desk: Desk, key: FormKey) -> FormPanel:
    """The form with this key. Raises NotFoundError when what it is about is gone."""
    make = _MAKERS.get(key.form)
    if make is None:
        raise _gone()
    return make(desk, key)


def _client(desk: Desk, key: FormKey) -> FormPanel:
    return ClientForm(desk, desk.clients.client(key.subject_id))


def _person(desk: Desk, key: FormKey) -> FormPanel:
    return PersonForm(desk, desk.clients.person(key.record_id), key.subject_id)


def _relation(desk: Desk, key: FormKey) -> FormPanel:
    known = desk.clients.relations(key.subject_id)
    return RelationForm(desk, key.subject_id, _one(known, key.record_id))


def _custody(desk: Desk, key: FormKey) -> FormPanel:
    known = desk.clients.custody(key.subject_id)
    return CustodyForm(desk, desk.clients.client(key.subject_id), _one(known, key.record_id))


def _measure(desk: Desk, key: FormKey) -> FormPanel:
    return MeasureForm(desk, key.subject_id, _one(desk.clients.measures(key.subject_id), key.record_id))


def _request(desk: Desk, key: FormKey) -> FormPanel:
    return RequestForm(desk, key.subject_id, _one(desk.clients.requests(key.subject_id), key.record_id))


def _member(desk: Desk, key: FormKey) -> FormPanel:
    for home in _homes(desk, key.subject_id):
        for member in home.members:
            if member.id == key.record_id:
                return MemberForm(desk, home, key.subject_id, member)
    raise _gone()


def _new_member(desk: Desk, key: FormKey) -> FormPanel:
    return MemberForm(desk, desk.clients.household(key.record_id), key.subject_id)


def _household(desk: Desk, key: FormKey) -> FormPanel:
    return HouseholdForm(desk, desk.clients.household(key.subject_id))


def _new_household(desk: Desk, key: FormKey) -> FormPanel:
    return HouseholdForm(desk, None, desk.clients.client(key.subject_id))


def _new_client(desk: Desk, key: FormKey) -> FormPanel:
    del key
    return NewClientForm(desk)


def _guide(desk: Desk, key: FormKey) -> FormPanel:
    try:
        client = desk.clients.client(key.subject_id)
    except NotFoundError:
        return GuideForm(desk, of_household(desk.clients.household(key.subject_id)))
    return GuideForm(desk, of_client(client, desk.households_of(client)))


_MAKERS: dict[str, Callable[[Desk, FormKey], FormPanel]] = {
    "client": _client,
    "person": _person,
    "relation": _relation,
    "custody": _custody,
    "measure": _measure,
    "request": _request,
    "member": _member,
    "new-member": _new_member,
    "household": _household,
    "new-household": _new_household,
    "new-client": _new_client,
    "guide": _guide,
}


def _one(known: Iterable[T], record_id: str) -> T | None:
    """The record that a form was about; None for a form that made a new one."""
    if not record_id:
        return None
    for one in known:
        if one.id == record_id:
            return one
    raise _gone()


def _homes(desk: Desk, subject_id: str) -> tuple[HouseholdView, ...]:
    try:
        return desk.households_of(desk.clients.client(subject_id))
    except NotFoundError:
        return (desk.clients.household(subject_id),)


def _gone() -> NotFoundError:
    return NotFoundError("Dit formulier hoort bij iets dat er niet meer is.", "Kies hieronder wat je zoekt.")
