"""The heads of plans are read from the texts in the table, and are the same as those of whole rows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from planbureau.clock import AMSTERDAM, FixedClock
from planbureau.model.reading.plan_heads import NO_ANNEX, head_of, heads
from planbureau.model.rows import PlanRecord
from planbureau.model.store import Store

MOMENTS = [
    datetime(2026, 3, 28, 22, 59, 59, tzinfo=UTC),  # the night in which summer time begins
    datetime(2026, 3, 28, 23, 0, tzinfo=UTC),
    datetime(2026, 3, 29, 21, 59, 59, tzinfo=UTC),
    datetime(2026, 3, 29, 22, 0, tzinfo=UTC),
    datetime(2026, 10, 24, 22, 0, tzinfo=UTC),  # and ends
    datetime(2026, 10, 25, 22, 30, tzinfo=UTC),
    datetime(2026, 12, 31, 23, 0, 0, 1, tzinfo=UTC),
]


def test_plans_are_found_by_what_is_asked_and_not_by_being_no_annex(store: Store) -> None:
    """Nearly every plan is no annex: an index of that would pass all of them."""
    query = select(PlanRecord.id).where(NO_ANNEX, PlanRecord.client_id == "c")
    with store.reading() as session:
        text = query.compile(session.connection().engine, compile_kwargs={"literal_binds": True})
        found = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {text}").all()
    assert "ix_plan_client_id" in str(found)
    assert "ix_plan_parent_id" not in str(found)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_head_has_the_days_of_amsterdam(moment: datetime, store: Store, clock: FixedClock) -> None:
    clock.moment = moment
    fields = {"format_id": "osp", "format_version": 1, "title": "Plan", "client_id": "c", "regimes": ["wlz"]}
    with store.writing("") as work:
        plan = work.create(PlanRecord, {**fields, "triggers": {"datum_start_zorg": "2026-01-02"}}).id
    clock.moment = moment + timedelta(hours=3)
    with store.writing("") as work:
        work.change(work.get(PlanRecord, plan), {"title": "Ander plan"})
    with store.reading() as session:
        (found,) = heads(session)
        assert found == head_of(session.get_one(PlanRecord, plan))
    assert found.made_on == moment.astimezone(AMSTERDAM).date()
    assert found.edited_on == clock.today()
