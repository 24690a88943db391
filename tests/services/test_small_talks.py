"""Small talks about an ondersteuningsplan: only where the organisation wants them (GHZ-01)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest
from tests.vault_room import VaultRoom

from planbureau.rules.deadlines import Deadline, Mark, Status
from planbureau.services.api import Workspace
from planbureau.views import PersonView

TALKED = date(2026, 1, 15)
"""The plan was discussed with Sam on this day; today is 16 March 2026."""


@dataclass
class Support:
    """Sam has an ondersteuningsplan under the Wlz."""

    work: Workspace
    plan: str

    def choose(self, **terms: str) -> None:
        before = self.work.organisation.organisation()
        self.work.organisation.save(before, replace(before, terms=terms))

    def terms(self, rule: str) -> list[Deadline]:
        rows = self.work.calendar.deadlines()
        return [row.deadline for row in rows if row.plan_id == self.plan and row.deadline.rule_id == rule]


@pytest.fixture
def support(room: VaultRoom) -> Iterator[Support]:
    work = room.create()
    client, _ = work.clients.add_client(PersonView(given_name="Sam", family_name="Voorbeeld"))
    plan, _ = work.plans.start_plan("osp", client)
    days = {"datum_laatste_planbespreking": TALKED}
    work.plans.save_frame(work.plans.plan(plan), ["wlz"], [], days)
    yield Support(work, plan)
    work.lock()


def test_nothing_is_asked_until_the_organisation_chooses(support: Support) -> None:
    assert support.terms("GHZ-01") == []
    support.choose(klein_gesprek="3 maanden")
    (talk,) = support.terms("GHZ-01")
    assert (talk.last_date, talk.mark) == (date(2026, 4, 15), Mark.OWN)
    assert "geen wet" in talk.why
    support.choose(klein_gesprek="6 maanden")
    assert [one.last_date for one in support.terms("GHZ-01")] == [date(2026, 7, 15)]
    support.choose()
    assert support.terms("GHZ-01") == []


def test_a_talk_leads_to_the_next_and_is_no_evaluation(support: Support) -> None:
    support.choose(klein_gesprek="3 maanden")
    support.work.calendar.mark_done(support.plan, "GHZ-01", "", date(2026, 3, 10))
    (talk,) = support.terms("GHZ-01")
    assert (talk.last_date, talk.status) == (date(2026, 6, 10), Status.RUNNING)
    assert [one.last_date for one in support.terms("WLZ-04")] == [date(2026, 7, 15)]
