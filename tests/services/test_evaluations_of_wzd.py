"""Ordinary evaluations beside those that look at involuntary care, also of the organisation's own making."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.services.test_wzd_records import BRAM, DONE, RECORDS, REPORT, TODAY, File
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.clock import FixedClock
from planbureau.model.rows import DoneRow
from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults

OWN = """
id = "onze_evaluatie"
version = 1
title = "Onze evaluatie van de dwang"
source = "Eigen werkwijze"
annex = true
many = true
dated_by = "dag"
{more}

[[on_finish]]
effect = "evaluation"
question = "dag"

[[section]]
id = "gesprek"
title = "Het gesprek"

  [[section.question]]
  id = "dag"
  kind = "date"
  label = "Wanneer was het"
  need = "adopt"
"""
DAY = "2026-12-11"
SAID = {one["kind"]: one["answers"] for one in RECORDS}
ORDINARY, WZD = "evaluatieverslag", "wzd_evaluatie"
TWICE = "Op 11 december 2026 staat al een evaluatie van dit plan"


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    folder = tmp_path / "plantypes/annexes"
    folder.mkdir(parents=True)
    for name, more in (("onze_evaluatie", "involuntary_care = true"), ("los_gesprek", "")):
        text = OWN.format(more=more).replace("onze_evaluatie", name)
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    room = VaultRoom(tmp_path, clock=FixedClock.on(TODAY))
    room.create().lock()
    places = Places(room.place, tmp_path / "kopieen", tmp_path / "plantypes", daily=False)
    workspace = Vaults(room.clock, places, QUICK).unlock(room.place, PASSWORD)
    client_id, _ = workspace.clients.add_client(BRAM)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    days = {"datum_start_zorg": date(2026, 2, 2), "datum_start_uitvoering": date(2026, 11, 25)}
    plans = workspace.plans
    plans.save_frame(plans.plan(plan_id), ["wlz"], ["wzd_van_toepassing"], days)
    yield File(workspace, plan_id, client_id, workspace.clients.client(client_id).person.id, room.clock)
    workspace.lock()


@pytest.mark.parametrize(("kind", "settles"), [("onze_evaluatie", True), ("los_gesprek", False)])
def test_an_own_report_settles_the_evaluations_of_the_wzd_when_it_says_that_it_looks_at_the_care(
    file: File, kind: str, settles: bool
) -> None:
    care = {**SAID["wzd_onvrijwillige_zorg"], "begin": "2026-12-01", "eind": "2027-02-01"}
    file.finish("wzd_onvrijwillige_zorg", care)
    file.finish(kind, {"dag": DAY})
    assert (file.terms()["WZD-02"][1] in DONE) is settles


Told = tuple[tuple[str, bool], ...]
"""Reports of this day that are there already: the kind, and whether an older program finished them."""
CASES: tuple[tuple[Told, str, bool], ...] = (
    ((), ORDINARY, False),
    (((ORDINARY, False),), ORDINARY, True),
    (((ORDINARY, False),), WZD, False),
    (((WZD, False),), ORDINARY, False),
    (((WZD, False),), WZD, True),
    (((ORDINARY, True),), ORDINARY, True),
    (((ORDINARY, True),), WZD, False),
    (((ORDINARY, True), (WZD, False)), ORDINARY, True),
    (((WZD, False), (ORDINARY, True)), "onze_evaluatie", True),
)


@pytest.mark.parametrize(("there", "kind", "warned"), CASES)
def test_two_of_one_sort_on_one_day_are_said(file: File, there: Told, kind: str, warned: bool) -> None:
    for one, old in there:
        answers = {**REPORT, "datum": DAY} if one == ORDINARY else {**SAID[WZD], "datum": DAY, "oz": "zelfde"}
        file.finish(one, answers)
        if old:
            _as_an_older_program_did(file)
    report = file.write(kind, {"dag" if kind == "onze_evaluatie" else "datum": DAY})
    gates = file.workspace.annexes.check(report, TODAY).gates
    assert (TWICE in [gate.text for gate in gates]) is warned


def test_an_old_report_that_is_corrected_is_not_another_one(file: File) -> None:
    report = file.finish(ORDINARY, {**REPORT, "datum": DAY})
    _as_an_older_program_did(file)
    file.workspace.annexes.reopen(report)
    heads = file.workspace.plans.plan(report).answers["client_vindt"].heads
    file.workspace.plans.save_answer(report, "client_vindt", "Het gaat beter.", heads)
    assert TWICE not in [gate.text for gate in file.workspace.annexes.check(report, TODAY).gates]
    file.workspace.annexes.finish(FinishAnnex(report, TODAY, reason="Verkeerd verstaan."))


def _as_an_older_program_did(file: File) -> None:
    """The days of ordinary evaluations without their sort."""
    with file.workspace._context.writing() as work:  # type: ignore[attr-defined]
        for row in work.session.query(DoneRow).filter(DoneRow.subject == "gewoon"):
            work.change(row, {"subject": ""})


def test_after_a_return_the_records_of_the_earlier_care_open_no_gate(file: File) -> None:
    """0041: the ground is about the person, the rest is asked anew; it all stays in the file."""
    for kind in ("wzd_grondslag", "wzd_rollen", "wzd_alternatieven", "wzd_onvrijwillige_zorg"):
        file.record(kind)
    assert file.next() == "wzd_beoordeling"
    asked = {gate.id for gate in file.check().gates if gate.id.startswith("wzd.")}
    assert asked == {"wzd.wzd_beoordeling"}
    for day in (date(2026, 12, 15), None):
        file.clock.moment += timedelta(minutes=1)
        file.workspace.clients.end_care(file.client_id, day)
    plans = file.workspace.plans
    plan = plans.plan(file.plan_id)
    assert file.next() == "wzd_beoordeling", "the end was a mistake: nothing began anew"
    days = {**plan.triggers, "datum_start_zorg": TODAY}
    plans.save_frame(plan, plan.regimes, plan.flags, days, "Weer bij ons.")
    assert file.next() == "wzd_rollen"
    asked = {gate.id for gate in file.check().gates if gate.id.startswith("wzd.")}
    assert asked == {"wzd.wzd_rollen"}
    assert len(file.workspace.annexes.rows(file.plan_id)) == 4
