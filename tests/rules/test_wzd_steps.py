"""The order of the records of the Wzd: which comes next, and whose resistance stands (rules C13 N4)."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from planbureau.rules.consent.competence import is_general_judgement
from planbureau.rules.wzd.steps import WzdRecord, next_step, standing_resistance

CASE = Path(__file__).parents[1] / "cases" / "wzd" / "dossier.toml"
_DAYS = ("moment", "wanneer", "vastgesteld_op", "vanaf", "datum", "begin", "gevraagd_op", "besluit")
TODAY = date(2026, 3, 10)


def _record(kind: str, *, finished: bool = True, **more: Any) -> WzdRecord:
    cases = tomllib.loads(CASE.read_text(encoding="utf-8"))["record"]
    said = {**next(one["answers"] for one in cases if one["kind"] == kind), **more}
    day = next(said[name] for name in _DAYS if name in said)
    return WzdRecord(kind, finished, date.fromisoformat(day[:10]), said)


START = (_record("wzd_grondslag"), _record("wzd_rollen"))
UNTIL_CARE = (
    *START,
    _record("wzd_instemming", wie=[{"person": "bram"}]),
    _record("wzd_alternatieven"),
    _record("wzd_wilsbekwaamheid"),
)
CARE = (*UNTIL_CARE, _record("wzd_onvrijwillige_zorg"))
JUDGED = (*CARE, _record("wzd_beoordeling"))
WIDER = (*JUDGED, _record("wzd_uitgebreid_overleg"), _record("wzd_beoordeling", datum="2026-06-29"))
ADVISED = _record(
    "wzd_extern_advies",
    gevraagd_op="2026-09-10",
    binnen="ja",
    verder="ja",
    begin="2026-12-01",
    eind="2027-06-01",
)

BESIDE = (*JUDGED, _record("wzd_onvrijwillige_zorg", vormen=["h"], begin="2026-05-01", eind="2026-07-15"))
"""A second measure beside the one until 30 June: each has its own end."""
BOTH = (*BESIDE, _record("wzd_beoordeling", datum="2026-05-02"))
TALKED = (
    *BOTH,
    _record("wzd_uitgebreid_overleg", over=["b", "c"], opgenomen_op="2026-05-01"),
    _record("wzd_beoordeling", datum="2026-06-29"),
)
PART = _record("wzd_evaluatie", datum="2026-06-20", oz="deels", over=["h"], gestopt_op="2026-06-20")

STEPS = (
    # what there is, today, and what comes next
    ((), TODAY, "wzd_grondslag"),
    (START[:1], TODAY, "wzd_rollen"),
    (START, TODAY, ""),
    (UNTIL_CARE[:3], TODAY, "wzd_alternatieven"),
    (UNTIL_CARE[:4], TODAY, "wzd_wilsbekwaamheid"),
    (UNTIL_CARE, TODAY, "wzd_onvrijwillige_zorg"),
    ((*UNTIL_CARE, _record("wzd_onvrijwillige_zorg", finished=False)), TODAY, "wzd_onvrijwillige_zorg"),
    (CARE, TODAY, "wzd_beoordeling"),
    (JUDGED, TODAY, ""),
    ((*CARE, _record("wzd_beoordeling", oordeel="niet")), TODAY, "wzd_onvrijwillige_zorg"),
    (JUDGED, date(2026, 6, 8), ""),
    (BOTH, date(2026, 6, 9), "wzd_uitgebreid_overleg"),  # the first ends on 30 June, the second on 15 July
    (TALKED, date(2026, 6, 23), ""),
    (TALKED, date(2026, 6, 24), "wzd_uitgebreid_overleg"),  # the second: nobody talked about that one yet
    ((*TALKED, PART), date(2026, 7, 14), ""),  # it stopped; the first runs until 30 September
    (JUDGED, date(2026, 6, 9), "wzd_uitgebreid_overleg"),  # 30 June is three weeks away
    (WIDER[:-1], date(2026, 7, 1), "wzd_beoordeling"),  # a new term is a change of the plan (WZD-10)
    ((*JUDGED, _record("wzd_uitgebreid_overleg", besluit="stopt")), date(2026, 6, 26), ""),
    (WIDER, date(2026, 7, 1), ""),
    ((*WIDER, ADVISED), date(2026, 12, 2), "wzd_beoordeling"),
    ((*WIDER, ADVISED, _record("wzd_beoordeling", datum="2026-12-03")), date(2026, 12, 3), ""),
    (WIDER, date(2026, 9, 9), "wzd_extern_advies"),
    ((*WIDER, _record("wzd_evaluatie", datum="2026-09-01")), date(2026, 9, 9), ""),  # it stopped
    ((*START, _record("wzd_noodsituatie")), date(2026, 11, 7), "wzd_alternatieven"),
    ((*START, _record("wzd_noodsituatie")), date(2026, 11, 8), ""),
)


@pytest.mark.parametrize(("records", "today", "kind"), STEPS)
def test_the_next_step_follows_the_law(records: tuple[WzdRecord, ...], today: date, kind: str) -> None:
    step = next_step(records, today)
    assert (step.kind if step else "") == kind


def test_a_draft_is_not_yet_a_record() -> None:
    assert next_step((_record("wzd_grondslag", finished=False),), TODAY) == next_step((), TODAY)


def test_the_last_thing_that_somebody_let_know_counts() -> None:
    bram, riet = [{"person": "bram"}], [{"person": "riet"}]
    against = _record("wzd_instemming", wie=bram)
    also = _record("wzd_instemming", wie=riet, moment="2026-02-21T09:00+01:00")
    agreed = _record("wzd_instemming", wie=bram, uitkomst="instemming", moment="2026-02-22T09:00+01:00")
    assert [one.person for one in standing_resistance((against, also))] == ["bram", "riet"]
    assert [one.person for one in standing_resistance((agreed, against, also))] == ["riet"]
    draft = _record("wzd_instemming", wie=bram, finished=False)
    assert standing_resistance((draft,)) == ()


@pytest.mark.parametrize(
    ("text", "general"),
    [
        ("Bram is wilsonbekwaam", True),
        ("Bram van der Veen is wilsonbekwaam", True),
        ("Hij is wilsonbekwaam", True),
        ("Bram is wilsonbekwaam over medicijnen", False),
        ("Medicijnen voor de nacht", False),
        ("Over geld is Bram wilsonbekwaam", False),
    ],
)
def test_a_judgement_without_a_decision_is_seen(text: str, general: bool) -> None:
    assert is_general_judgement(text) is general
