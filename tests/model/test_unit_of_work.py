"""Every write is a revision, and the row is what follows from the revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import inspect

from planbureau.clock import FixedClock
from planbureau.model.codec import difference, view_of
from planbureau.model.rows import PersonRow
from planbureau.model.store import Store
from planbureau.model.unit_of_work import rebuild
from planbureau.views import Address, PersonView


@dataclass(frozen=True)
class _Known:
    """What was read of a record without its row."""

    id: str
    heads: tuple[str, ...]
    conflicts: Mapping[str, object] = field(default_factory=dict)


def _add(store: Store, name: str = "Fatima") -> str:
    with store.writing("ik") as work:
        return work.create(PersonRow, {"given_name": name}).id


def _view(store: Store, record_id: str) -> PersonView:
    with store.reading() as session:
        row = session.get(PersonRow, record_id)
        assert row is not None
        return view_of(row, PersonView)


def test_a_change_follows_on_what_was_seen(store: Store) -> None:
    person = _add(store)
    seen = _view(store, person)
    with store.writing("ik") as work:
        work.change(work.get(PersonRow, person), {"family_name": "Voorbeeld"}, seen.heads)
        assert len(work.revisions(person)) == 2
        assert work.changes.touches("person")
    after = _view(store, person)
    assert (after.given_name, after.family_name) == ("Fatima", "Voorbeeld")
    assert len(after.heads) == 1


def test_a_stale_form_does_not_overwrite(store: Store, clock: FixedClock) -> None:
    person = _add(store)
    opened = _view(store, person)
    with store.writing("a") as work:
        work.change(work.get(PersonRow, person), {"given_name": "Fatma"}, opened.heads)
    clock.moment += timedelta(minutes=1)
    with store.writing("b") as work:
        row = work.change(work.get(PersonRow, person), {"given_name": "Faten", "note": "x"}, opened.heads)
        assert [value for value, _, _ in row.conflicts["given_name"]] == ["Faten", "Fatma"]
        assert len(row.heads) == 2
        assert row.note == "x"
    with store.writing("c") as work:
        row = work.get(PersonRow, person)
        work.change(row, {"given_name": "Fatima"})
        assert row.conflicts == {}
        assert row.given_name == "Fatima"


def test_a_record_that_was_not_read_as_a_row_follows_too(store: Store) -> None:
    person = _add(store)
    with store.writing("a") as work:
        held = work.get(PersonRow, person)
        known = _Known(person, tuple(held.heads))
        work.change_known(PersonRow, known, {"birth_date": "2015-02-28"}, known.heads)
        assert held.birth_date == date(2015, 2, 28), "the row of this transaction knows of it"
        assert held.heads != list(known.heads)
    with store.writing("a") as work:
        known = _Known(person, _view(store, person).heads)
        work.change_known(PersonRow, known, {}, known.heads)
        assert not work.changes.changed
    after = _view(store, person)
    assert (after.given_name, after.birth_date) == ("Fatima", date(2015, 2, 28))


def test_a_stale_form_does_not_overwrite_a_record_that_was_not_read_as_a_row(store: Store) -> None:
    person = _add(store)
    opened = _view(store, person).heads
    for writer, name in (("a", "Fatma"), ("b", "Faten")):
        with store.writing(writer) as work:
            known = _Known(person, tuple(work.get(PersonRow, person).heads))
            work.change_known(PersonRow, known, {"given_name": name}, opened)
    with store.reading() as session:
        row = session.get(PersonRow, person)
        assert row is not None
        assert {value for value, _, _ in row.conflicts["given_name"]} == {"Fatma", "Faten"}
    with store.writing("c") as work:
        known = _Known(person, tuple(row.heads), row.conflicts)
        work.change_known(PersonRow, known, {"given_name": "Fatima"}, known.heads)
    with store.reading() as session:
        settled = session.get(PersonRow, person)
        assert settled is not None
        assert (settled.given_name, settled.conflicts) == ("Fatima", {})


def test_the_row_can_be_made_anew_from_its_revisions(store: Store) -> None:
    person = _add(store)
    view = _view(store, person)
    changed = PersonView(
        **{**view.__dict__, "addresses": (Address("a1", "Dorpsstraat 1"),), "birth_date": None}
    )
    fields = difference(PersonRow, view, changed)
    assert list(fields) == ["addresses"]
    with store.writing("ik") as work:
        work.change(work.get(PersonRow, person), fields, view.heads)
    with store.writing("ik") as work:
        row = work.get(PersonRow, person)
        columns = [column.key for column in inspect(PersonRow).columns]
        kept = {name: getattr(row, name) for name in columns}
        work.session.delete(row)
        work.session.flush()
        made = rebuild(work.session, person)
        work.session.flush()
        assert {name: getattr(made, name) for name in columns} == kept


def test_a_removed_record_keeps_its_history(store: Store) -> None:
    person = _add(store)
    with store.writing("ik") as work:
        row = work.get(PersonRow, person)
        work.remove(row)
        assert row.removed
        assert len(work.revisions(person)) == 2
