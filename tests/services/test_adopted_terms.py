"""What a version that is adopted tells the agenda, so that nobody writes it a second time (rules A2)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import DAY, PASSWORD, QUICK, VaultRoom

from planbureau.rules.deadlines import Deadline, Status
from planbureau.services.api import AdoptPlan, Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults, load_content
from planbureau.views import ConsentView, PersonView

FORMAT = """
id = "kort"
version = 1
title = "Kort plan"
regimes = ["jeugdwet"]
deadlines = ["HVP-04", "EVA-01", "IPA-02", "PPL-04"]

[[section]]
use = "EVA"
id = "terugkijken"
leave_out = ["evaluatie_hoe_vaak", "eerder_kijken"]

[[section]]
id = "toegang"
title = "Toegang"

  [[section.question]]
  id = "toegang_nodig"
  kind = "choice"
  label = "Is er na 18 jaar hulp nodig"
  options_from = "ja-nee"

  [[section.question]]
  id = "toegang_op"
  kind = "date"
  label = "Aangemeld op"
  when = { answer = "toegang_nodig", is = ["ja"] }
"""
REPORT = {
    "soort": "gepland",
    "aanwezig": [{"function": "begeleider"}],
    "client_vindt": "Het gaat goed.",
    "risicos_bekeken": "zelfde",
    "akkoord_client": "ja",
}
CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases/deadlines/adopted.toml").read_text(encoding="utf-8")
)


@dataclass
class Young:
    """A plan about Tom, who is seventeen; he is asked whether he agrees with nothing here."""

    workspace: Workspace
    plan_id: str
    person_id: str

    def answer(self, **answers: Any) -> None:
        plan = self.workspace.plans.plan(self.plan_id)
        for key, value in answers.items():
            heads = plan.answers[key].heads if key in plan.answers else ()
            self.workspace.plans.save_answer(self.plan_id, key, value, heads)

    def adopt(self, on: date, outcome: str = "") -> None:
        said = (self.said(outcome),) if outcome else ()
        self.workspace.plans.adopt(
            AdoptPlan(
                self.plan_id, on, "thuis", (self.person_id,), "", ("terugkijken",), "", said,
                reason_without_consent="Dat volgt.",
            )
        )  # fmt: skip

    def said(self, outcome: str, on: date | None = None) -> ConsentView:
        return ConsentView(
            "", self.plan_id, 0, person_id=self.person_id, capacity="client", outcome=outcome, form="spoken",
            on=on, reason="" if outcome == "agreed" else "Eerst nog nadenken.",
        )  # fmt: skip

    def report(self, on: date, next_day: date | None) -> None:
        plans = self.workspace.plans
        annex, _ = self.workspace.annexes.start(self.plan_id, "evaluatieverslag")
        said = {
            **REPORT,
            "datum": on.isoformat(),
            **({"volgende_datum": next_day.isoformat()} if next_day else {}),
        }
        for key, value in said.items():
            plans.save_answer(annex, key, value, ())
        self.workspace.annexes.finish(FinishAnnex(annex, DAY))

    def terms(self, rule_id: str) -> list[Deadline]:
        found = self.workspace.plans.plan(self.plan_id).deadlines
        return [one for one in found if one.rule_id == rule_id]


@pytest.fixture
def young(room: VaultRoom) -> Iterator[Young]:
    folder = room.folder / "formaten"
    folder.mkdir(exist_ok=True)
    (folder / "kort.toml").write_text(FORMAT, encoding="utf-8")
    room.create().lock()
    places = Places(room.place, room.folder / "kopieen", daily=False)
    opened = Vaults(room.clock, places, QUICK, content=lambda: load_content([folder])).unlock(
        room.place, PASSWORD
    )
    client_id, _ = opened.clients.add_client(PersonView(given_name="Tom", birth_date=date(2009, 1, 1)))
    plan_id, _ = opened.plans.start_plan("kort", client_id)
    opened.plans.save_frame(opened.plans.plan(plan_id), ["jeugdwet"], [], {})
    yield Young(opened, plan_id, opened.clients.client(client_id).person.id)
    opened.lock()


@pytest.mark.parametrize("case", CASES["days"], ids=lambda case: case["name"])
def test_the_days_agreed_in_the_plan_are_those_of_the_agenda(young: Young, case: dict[str, Any]) -> None:
    for act in case["acts"]:
        if "report" in act:
            young.report(act["report"], act.get("next"))
            continue
        rows = [{"id": day, "datum": day, "hoe": "gesprek"} for day in act["looks"]]
        young.answer(evaluatie_momenten=rows)
        young.adopt(act["adopt"])
    found = [one.last_date for one in young.terms(case.get("rule", "HVP-04"))]
    assert found == ([case["last"]] if "last" in case else [])


@pytest.mark.parametrize("case", CASES["support"], ids=lambda case: case["name"])
def test_who_needs_no_support_after_eighteen_is_not_asked_to_apply(
    young: Young, case: dict[str, Any]
) -> None:
    for answers in case["answers"]:
        young.answer(**answers)
        young.adopt(DAY)
    assert [one.status for one in young.terms("PPL-04")] == [Status(case["status"])]


@pytest.mark.parametrize(
    ("known", "outcome", "later", "day"),
    [
        (None, "agreed", None, date(2026, 3, 2)),
        (None, "refused", None, None),
        (None, "refused", date(2026, 3, 9), date(2026, 3, 9)),
        (date(2026, 2, 20), "agreed", None, date(2026, 2, 20)),  # what somebody wrote down stays
    ],
)
def test_the_day_of_agreement_is_not_written_twice(
    young: Young, known: date | None, outcome: str, later: date | None, day: date | None
) -> None:
    """IPA-02: everybody agrees before the help begins."""
    plans = young.workspace.plans
    days = {"datum_start_zorg": date(2026, 4, 1), **({"datum_akkoord": known} if known else {})}
    plans.save_frame(plans.plan(young.plan_id), ["jeugdwet"], [], days)
    young.adopt(date(2026, 3, 2), outcome)
    if later is not None:
        plans.record_consent(young.said("agreed", later))
    assert plans.plan(young.plan_id).triggers.get("datum_akkoord") == day
    (found,) = young.terms("IPA-02")
    assert found.status.is_open is (day is None)


@pytest.mark.parametrize("case", CASES["birthdays"], ids=lambda case: case["name"])
def test_a_birthday_is_settled_by_the_childs_own_consent(
    young: Young, room: VaultRoom, case: dict[str, Any]
) -> None:
    """LFT-12 and LFT-16: somebody asks the child itself, in a version that is adopted since the birthday."""
    room.clock.moment += timedelta(7)
    clients = young.workspace.clients
    tom = clients.person(young.person_id)
    clients.save_person(tom, replace(tom, birth_date=case["born"]))
    young.adopt(case["adopted"], case.get("outcome", ""))
    if "later" in case:
        young.workspace.plans.record_consent(young.said("agreed", case["later"]))
    (found,) = young.terms(case["rule"])
    assert found.status == Status(case["status"])
    assert found.done_on == case.get("done")
