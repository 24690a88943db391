"""Whatever is written, in however many transactions: the row on disk is what its revisions fold to."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect

from planbureau.clock import FixedClock
from planbureau.model.rows import PersonRow
from planbureau.model.store import Store
from planbureau.model.unit_of_work import UnitOfWork, rebuild

COLUMNS = [column.key for column in inspect(PersonRow).columns]
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "given_name": st.sampled_from(["Fatima", "Fatma", "Faten"]),
        "birth_date": st.sampled_from(["1990-05-01", "2004-02-29", None]),
        "addresses": st.lists(st.builds(lambda street: {"id": "a1", "street": street}, st.text(max_size=3))),
        "removed": st.booleans(),
    },
)
WRITES = st.lists(  # of one transaction: what is written, and how many revisions ago the form was opened
    st.tuples(FIELDS, st.none() | st.integers(0, 4)), min_size=1, max_size=4
)


def _values(row: PersonRow) -> dict[str, Any]:
    return {name: getattr(row, name) for name in COLUMNS}


def _write(work: UnitOfWork, row: PersonRow, fields: dict[str, Any], ago: int | None) -> None:
    seen = None
    if ago is not None:
        known = sorted(work.revisions(row.id), key=lambda one: one.seq)
        seen = (known[-1 - min(ago, len(known) - 1)].id,)
    work.change(row, fields, seen)


@given(st.lists(WRITES, min_size=1, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
def test_a_row_is_what_its_revisions_fold_to(
    store: Store, clock: FixedClock, transactions: list[list[tuple[dict[str, Any], int | None]]]
) -> None:
    person = ""
    for number, writes in enumerate(transactions):
        clock.moment += timedelta(seconds=1)
        with store.writing("ab"[number % 2]) as work:
            row = work.get(PersonRow, person) if person else work.create(PersonRow, {"given_name": "Fatima"})
            if person:
                assert row.heads, "read from disk"
            else:
                work.session.flush()
            for fields, ago in writes:
                clock.moment += timedelta(seconds=1)
                _write(work, row, fields, ago)
            told, person = _values(row), row.id
        with store.reading() as session:
            kept = session.get(PersonRow, person)
            assert kept is not None
            assert _values(kept) == told, "what the session said is what is on disk"
    with store.writing("c") as work:
        row = work.get(PersonRow, person)
        before = _values(row)
        work.session.delete(row)
        work.session.flush()
        made = rebuild(work.session, person)
        assert isinstance(made, PersonRow)
        work.session.flush()
        assert _values(made) == before


def test_revisions_are_numbered_on_after_a_write_that_failed(store: Store) -> None:
    with store.writing("ik") as work:
        person = work.create(PersonRow, {"given_name": "Fatima"}).id
    with pytest.raises(KeyError), store.writing("ik") as work:
        work.change(work.get(PersonRow, person), {"note": "ging mis", "no such field": 1})
    with store.writing("ik") as work:
        work.change(work.get(PersonRow, person), {"note": "ging goed"})
    with store.writing("ik") as work:
        found = sorted(work.revisions(person), key=lambda one: one.seq)
        assert [one.seq for one in found] == [found[0].seq, found[0].seq + 1]
        assert work.get(PersonRow, person).note == "ging goed"
