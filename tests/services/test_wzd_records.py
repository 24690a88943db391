"""A whole file under the Wzd: every record finished, and the terms of the plan that follow (rules A4, N4)."""

from __future__ import annotations

import csv
import io
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.pdf_checks import assert_pdf_ua
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.clock import FixedClock
from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines import Status
from planbureau.rules.wzd.steps import JUDGED, KINDS
from planbureau.services.api import AdoptionCheck, AdoptPlan, Edition, PrintRequest, Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.consent.expected import expected
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults, load_content
from planbureau.views import ConsentView, PersonView

TODAY = date(2026, 12, 16)
CASE = Path(__file__).parents[1] / "cases" / "wzd" / "dossier.toml"
RECORDS = tomllib.loads(CASE.read_text(encoding="utf-8"))["record"]
TERMS = ("WZD-04", "WZD-05", "WZD-06", "WZD-07")
DONE = {Status.DONE_IN_TIME, Status.DONE_LATE}
REPORT = {
    "soort": "gepland",
    "aanwezig": [{"person": "Bram"}],
    "client_vindt": "Het gaat goed.",
    "risicos_bekeken": "zelfde",
    "akkoord_client": "ja",
}
BRAM = PersonView(given_name="Bram", family_name="Veen", birth_date=date(1968, 7, 4))


@dataclass
class File:
    """A plan under the Wzd, in a vault."""

    workspace: Workspace
    plan_id: str
    client_id: str
    person: str
    clock: FixedClock
    made: list[str] = field(default_factory=list)

    def write(self, kind: str, answers: dict[str, Any]) -> str:
        annex, _ = self.workspace.annexes.start(self.plan_id, kind)
        for key, value in answers.items():
            who = [{"person": self.person}] if value == [{"person": "Bram"}] else value
            self.workspace.plans.save_answer(annex, key, who, ())
        return annex

    def finish(self, kind: str, answers: dict[str, Any]) -> str:
        annex = self.write(kind, answers)
        self.workspace.annexes.finish(FinishAnnex(annex, TODAY))
        self.made.append(annex)
        return annex

    def record(self, kind: str) -> None:
        """Finishes the first record of this kind in the case."""
        self.finish(kind, next(one["answers"] for one in RECORDS if one["kind"] == kind))

    def terms(self) -> dict[str, tuple[date | None, Status]]:
        return {d.rule_id: (d.last_date, d.status) for d in self.workspace.plans.plan(self.plan_id).deadlines}

    def check(self, unable: tuple[str, ...] = ()) -> AdoptionCheck:
        return self.workspace.plans.adoption_check(self.plan_id, TODAY, unable)

    def history(self) -> list[dict[str, str]]:
        """What was corrected in the dates of the plan."""
        sent = json.loads(self.workspace.exchange.export_plan(self.plan_id))
        plan = next(one for one in sent["records"]["plan"] if one["id"] == self.plan_id)
        return list(plan["trigger_history"])

    def next(self) -> str:
        step = self.workspace.annexes.next_step(self.plan_id)
        return step.kind if step else ""


@pytest.fixture
def file(tmp_path: Path) -> Iterator[File]:
    clock = FixedClock.on(TODAY)
    workspace = VaultRoom(tmp_path, clock=clock).create()
    client_id, _ = workspace.clients.add_client(BRAM)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    days = {"datum_start_zorg": date(2026, 2, 2)}
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["wlz"], ["wzd_van_toepassing"], days)
    yield File(workspace, plan_id, client_id, workspace.clients.client(client_id).person.id, clock)
    workspace.lock()


def test_every_record_is_filled_once_and_the_terms_follow(file: File) -> None:
    assert {one["kind"] for one in RECORDS} == set(KINDS)
    for one in RECORDS:
        annex = file.finish(one["kind"], one["answers"])
        terms = file.terms()
        for rule, wanted in one.get("after", {}).items():
            last, status = terms[rule]
            assert last == date.fromisoformat(wanted["last"]), (one["kind"], rule)
            assert (status in DONE) is wanted["done"], (one["kind"], rule, status)
        for edition in (Edition.PROFESSIONAL, Edition.EASY):
            if edition is Edition.PROFESSIONAL or one["kind"] in ("wzd_onvrijwillige_zorg", "wzd_instemming"):
                assert_pdf_ua(file.workspace.prints.render(PrintRequest(annex, edition)).pdf)
    assert file.workspace.plans.plan(file.plan_id).triggers["datum_einde_oz"] == TODAY
    assert overview_lines(file, date(2026, 1, 1), date(2026, 6, 30)) == [
        ("onvrijwillige zorg in het plan", "b. Minder kunnen bewegen; c. Insluiten", "31 maart 2026", ""),
        ("toegepast", "c. Insluiten", "4 mei 2026", "420"),
        ("nieuwe termijn na uitgebreid overleg", "c. Insluiten", "30 juni 2026", ""),
    ]
    # a term that began before the period and still ran in it counts
    later = overview_lines(file, date(2026, 7, 1), date(2026, 12, 31))
    assert [line[0] for line in later] == [
        "nieuwe termijn na uitgebreid overleg",
        "besluit in onvoorziene of noodsituatie",
    ]


def overview_lines(file: File, first: date, last: date) -> list[tuple[str, str, str, str]]:
    """The kind, forms, first day and minutes of each line; nobody stands in it by name."""
    made = file.workspace.exchange.care_overview(first, last)
    text = made.content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(rows) == made.lines
    assert all(row["cliënt (code)"] == file.client_id[:8] for row in rows)
    assert "Veen" not in text
    assert all(row["zorgverantwoordelijke"] == "gedragsdeskundige" for row in rows)
    assert all(row["oordeel Wzd-functionaris"] == "Het plan voldoet, met een aanwijzing" for row in rows)
    return [(r["soort regel"], r["vorm van zorg"], r["begin"], r["duur in minuten"]) for r in rows]


def test_the_overview_is_no_program_for_a_spreadsheet(file: File) -> None:
    emergency = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_noodsituatie")
    file.finish("wzd_noodsituatie", {**emergency, "noodzakelijk": "=1+1"})
    content = file.workspace.exchange.care_overview(date(2026, 10, 1), date(2026, 10, 31)).content
    assert ";'=1+1;" in content.decode("utf-8-sig")
    with pytest.raises(InvalidInputError, match="voor de eerste dag"):
        file.workspace.exchange.care_overview(date(2026, 10, 31), date(2026, 10, 1))


def test_an_older_plan_has_no_such_record_outside_the_wzd(file: File) -> None:
    plan = file.workspace.plans.plan(file.plan_id)
    file.workspace.plans.save_frame(plan, ["wlz"], [], dict(plan.triggers))
    assert not {kind.id for kind in file.workspace.annexes.kinds(file.plan_id)} & set(KINDS)
    assert file.next() == ""
    assert not [gate for gate in file.check().gates if gate.in_annexes]


def test_a_plan_waits_for_the_records_that_it_needs(file: File) -> None:
    def blocking() -> set[str]:
        return {gate.id for gate in file.check().gates if gate.blocks and gate.in_annexes}

    assert blocking() == {"wzd.wzd_grondslag", "wzd.wzd_rollen"}
    file.record("wzd_grondslag")
    file.record("wzd_rollen")
    assert blocking() == set()
    file.write("wzd_onvrijwillige_zorg", {"vormen": ["c"]})
    assert blocking() == {"wzd.wzd_alternatieven", "wzd.wzd_onvrijwillige_zorg", "wzd.wzd_beoordeling"}
    marks = {gate.id: gate.why for gate in file.check().gates}
    assert "wet" in marks["wzd.wzd_alternatieven"]
    assert "eigen keuze" in marks["wzd.wzd_beoordeling"]


def test_a_judgement_from_before_is_about_another_plan(file: File) -> None:
    for kind in ("wzd_grondslag", "wzd_rollen", "wzd_alternatieven", "wzd_onvrijwillige_zorg"):
        file.record(kind)
    file.record("wzd_beoordeling")
    assert not [gate.id for gate in file.check().gates if gate.blocks and gate.in_annexes]
    again = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_onvrijwillige_zorg")
    file.finish("wzd_onvrijwillige_zorg", {**again, "opgenomen_op": "2026-04-20", "voorgelegd_op": None})
    assert [g.id for g in file.check().gates if g.blocks and g.in_annexes] == ["wzd.wzd_beoordeling"]
    assert file.terms()["WZD-10"] == (date(2026, 4, 20), Status.LATE)


def test_a_new_term_takes_over_what_the_first_said_but_not_its_judgement(file: File) -> None:
    for kind in ("wzd_rollen", "wzd_alternatieven", "wzd_onvrijwillige_zorg", "wzd_toepassing"):
        file.record(kind)
    annex = file.write("wzd_uitgebreid_overleg", {"besluit": "verder", "omgeving": "De gang is nu licht."})
    offered = {one.key: one for one in file.workspace.offers.of_plan(annex)}
    assert set(offered) == {
        "nadeel", "oorzaak", "vrijwillig", "thuis", "vormen", "wat_precies", "wie_mag", "hoe_vaak",
        "nadelige_effecten", "afbouw", "extra_zorgvuldig", "arts", "zv_instemmen", "informeren",
        "continuiteit",
    }  # fmt: skip
    assert offered["nadeel"].answer.value == "Bram loopt 's nachts de weg op. Twee keer bijna aangereden."
    file.workspace.offers.take(offered["vormen"])
    view = file.workspace.plans.plan(annex)
    assert view.answer("vormen").value == ["b", "c"]
    assert "vormen" not in {one.key for one in file.workspace.offers.of_plan(annex)}
    judged = file.write("wzd_beoordeling", {})
    (officer,) = file.workspace.offers.of_plan(judged)
    assert (officer.key, officer.asked) == ("functionaris", "Wzd-functionaris")
    given = file.write("wzd_toepassing", {})
    assert file.workspace.offers.of_plan(given) == (), "each time is described by itself"


def test_an_ordinary_report_settles_the_wzd_only_without_involuntary_care(file: File) -> None:
    """Wzd 8 lid 1: the plan was looked at and the client was heard; involuntary care asks its own report."""
    plans = file.workspace.plans
    days = {"datum_start_zorg": date(2026, 2, 2), "datum_start_uitvoering": date(2026, 11, 25)}
    plans.save_frame(plans.plan(file.plan_id), ["wlz"], ["wzd_van_toepassing"], days)
    said = {one["kind"]: one["answers"] for one in RECORDS}
    care = {**said["wzd_onvrijwillige_zorg"], "begin": "2026-12-01", "eind": "2027-02-01"}
    file.finish("wzd_onvrijwillige_zorg", care)
    first = file.finish("evaluatieverslag", {**REPORT, "datum": "2026-12-10"})
    last, status = file.terms()["WZD-02"]
    assert (last, status in DONE) == (date(2026, 12, 23), False)
    term = next(one for one in plans.plan(file.plan_id).deadlines if one.rule_id == "WZD-02")
    assert "verslag Evaluatie van de Wzd-zorg" in term.warning
    file.finish("wzd_evaluatie", {**said["wzd_evaluatie"], "datum": "2026-12-11", "oz": "zelfde"})
    assert file.terms()["WZD-02"][1] in DONE
    assert file.terms()["WZD-03"][0] == date(2027, 6, 11)
    # a correction of the ordinary report leaves the other one alone
    file.workspace.annexes.reopen(first)
    plans.save_answer(first, "datum", "2026-12-12", plans.plan(first).answers["datum"].heads)
    file.workspace.annexes.finish(FinishAnnex(first, TODAY, reason="Verkeerde dag."))
    assert file.terms()["WZD-03"][0] == date(2027, 6, 11)


def test_writing_care_down_again_does_not_make_its_term_longer(file: File) -> None:
    care = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_onvrijwillige_zorg")
    file.finish("wzd_onvrijwillige_zorg", care)
    file.finish("wzd_onvrijwillige_zorg", {**care, "begin": "2026-05-01", "eind": "2026-07-31"})
    assert file.terms()["WZD-04"][0] == date(2026, 6, 30)
    # after it stopped a new time has a term of its own, on the same day as well
    file.record("wzd_evaluatie")
    file.finish("wzd_onvrijwillige_zorg", {**care, "begin": "2026-12-16", "eind": "2027-03-16"})
    assert file.terms()["WZD-04"] == (date(2027, 3, 16), Status.RUNNING)


def test_each_measure_has_its_own_term(file: File) -> None:
    """Two measures side by side: each its own first day, end, and what follows (WZD-04 to WZD-07)."""
    care = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_onvrijwillige_zorg")
    wider = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_uitgebreid_overleg")
    stop = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_evaluatie")

    def terms() -> dict[str, tuple[date | None, bool]]:
        found = file.workspace.plans.plan(file.plan_id).deadlines
        return {one.key: (one.last_date, one.status in DONE) for one in found if one.rule_id in TERMS}

    file.finish("wzd_onvrijwillige_zorg", {**care, "begin": "2026-10-01", "eind": "2026-11-30"})
    other = {**care, "vormen": ["h"], "begin": "2026-11-01", "eind": "2027-01-31"}
    second = file.finish("wzd_onvrijwillige_zorg", other)
    first_term = ("WZD-04:b+c", (date(2026, 11, 30), False))
    assert terms() == dict([first_term, ("WZD-04:h", (date(2027, 1, 31), False))])
    labels = {one.subject: one.subject_label for one in file.workspace.plans.plan(file.plan_id).deadlines}
    assert (labels["b+c"], labels["h"]) == ("minder kunnen bewegen, insluiten", "het eigen leven beperken")
    # written down again, in a form that runs: not longer than three months from its own first day
    again = {**care, "vormen": ["c"], "begin": "2026-12-01", "eind": "2027-02-28"}
    file.finish("wzd_onvrijwillige_zorg", again)
    assert terms()["WZD-04:b+c"] == (date(2027, 1, 1), False)
    # a correction of one day leaves the other measure alone
    file.workspace.annexes.correct_day(second, "eind", date(2027, 1, 15), "Verkeerd overgenomen.")
    assert terms()["WZD-04:h"] == (date(2027, 1, 15), False)
    assert terms()["WZD-04:b+c"] == (date(2027, 1, 1), False)
    # the wider talk is about the first: its second term begins, and the other term runs on
    talk = {**wider, "datum": "2026-12-15", "over": ["c"], "begin": "2026-12-15", "eind": "2027-03-01"}
    file.finish("wzd_uitgebreid_overleg", talk)
    assert terms() == {
        "WZD-04:b+c": (date(2027, 1, 1), True),
        "WZD-04:h": (date(2027, 1, 15), False),
        "WZD-05:b+c": (date(2027, 3, 1), False),
    }
    # one measure stops, the other does not: the care as a whole goes on
    part = {**stop, "datum": "2026-12-16", "oz": "deels", "over": ["h"], "gestopt_op": "2026-12-16"}
    file.finish("wzd_evaluatie", part)
    assert terms()["WZD-04:h"] == (date(2027, 1, 15), True)
    assert terms()["WZD-05:b+c"] == (date(2027, 3, 1), False)
    assert "datum_einde_oz" not in file.workspace.plans.plan(file.plan_id).triggers
    file.finish("wzd_evaluatie", {**stop, "datum": "2026-12-16", "oz": "gestopt", "gestopt_op": "2026-12-16"})
    assert all(done for _, done in terms().values())
    assert file.workspace.plans.plan(file.plan_id).triggers["datum_einde_oz"] == TODAY


def test_a_note_about_one_time_does_not_close_the_next(file: File) -> None:
    """Two times on one day, and a second decision within the 48 hours of the first (WZD-08, WZD-11)."""
    given = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_toepassing")
    morning = {**given, "begin": "2026-12-16T08:00+01:00", "einde": "2026-12-16T08:30+01:00"}
    first = file.write("wzd_toepassing", {**morning, "genoteerd_op": "2026-12-16"})
    assert file.terms()["WZD-11"] == (TODAY, Status.TODAY)
    file.workspace.annexes.finish(FinishAnnex(first, TODAY))
    assert file.terms()["WZD-11"][1] is Status.DONE_IN_TIME
    evening = {**morning, "begin": "2026-12-16T09:00+01:00", "einde": "2026-12-16T09:10+01:00"}
    second = file.write("wzd_toepassing", {**evening, "genoteerd_op": "2026-12-16"})
    assert file.terms()["WZD-11"][1] is Status.TODAY
    file.workspace.annexes.finish(FinishAnnex(second, TODAY))
    assert file.terms()["WZD-11"][1] is Status.DONE_IN_TIME

    decided = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_noodsituatie")
    earlier = {**decided, "besluit": "2026-12-14T14:00+01:00", "op_schrift": "2026-12-16T08:00+01:00"}
    one = file.write("wzd_noodsituatie", {**earlier, "tot": "2026-12-20"})
    file.write("wzd_noodsituatie", {"besluit": "2026-12-15T20:00+01:00"})
    file.workspace.annexes.finish(FinishAnnex(one, TODAY))
    assert file.terms()["WZD-08a"] == (date(2026, 12, 17), Status.NEAR)


def test_a_shorter_term_that_was_chosen_is_the_one_that_counts(file: File) -> None:
    care = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_onvrijwillige_zorg")
    file.finish("wzd_onvrijwillige_zorg", {**care, "eind": "2026-04-30"})
    assert file.terms()["WZD-04"][0] == date(2026, 4, 30)
    emergency = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_noodsituatie")
    file.finish("wzd_noodsituatie", {**emergency, "tot": "2026-10-28"})
    assert file.terms()["WZD-08b"][0] == date(2026, 10, 28)
    # care that is written down again with a later end is never longer than three months from its first day
    file.finish("wzd_onvrijwillige_zorg", {**care, "begin": "2026-05-01", "eind": "2026-07-31"})
    assert file.terms()["WZD-04"][0] == date(2026, 6, 30)


def test_the_48_hours_run_from_the_first_word_and_an_older_note_does_not_close_them(file: File) -> None:
    file.record("wzd_noodsituatie")
    assert file.terms()["WZD-08a"][1] is Status.DONE_IN_TIME
    file.write("wzd_noodsituatie", {"besluit": "2026-12-15T23:30+01:00"})
    assert file.terms()["WZD-08a"] == (date(2026, 12, 17), Status.NEAR)
    assert file.workspace.plans.plan(file.plan_id).moments["besluit_datumtijd"] == datetime.fromisoformat(
        "2026-12-15T23:30+01:00"
    )


def test_a_term_of_hours_is_late_at_its_hour_wherever_it_shows(file: File) -> None:
    """Decided on 14 December at 14:00; on the 16th at ten it is not late, at three it is."""
    plans = file.workspace.plans
    plan = plans.plan(file.plan_id)
    plans.save_frame(
        plan, plan.regimes, plan.flags, {"datum_start_zorg": date(2026, 12, 1)}, "later begonnen"
    )
    file.write("wzd_noodsituatie", {"besluit": "2026-12-14T14:00+01:00"})

    def shown() -> set[Status]:
        rows, _ = file.workspace.calendar.first(TODAY, 40)
        (agenda,) = [row.deadline.status for row in rows if row.deadline.rule_id == "WZD-08a"]
        due = file.workspace.clients.rows()[0].next_deadline
        assert due is not None
        assert due.rule_id == "WZD-08a"
        return {agenda, due.status, file.terms()["WZD-08a"][1]}

    assert shown() == {Status.TODAY}
    file.clock.moment += timedelta(hours=5)
    assert shown() == {Status.LATE}
    file.clock.moment -= timedelta(hours=29)  # the day before, and an organisation that gives a day
    before = file.workspace.organisation.organisation()
    file.workspace.organisation.save(before, replace(before, terms={"strenger": {"WZD-08a": 24}}))
    assert shown() == {Status.TODAY}
    file.clock.moment += timedelta(hours=5)
    assert shown() == {Status.LATE}
    file.workspace.organisation.save(file.workspace.organisation.organisation(), before)
    file.clock.moment += timedelta(hours=24)
    decided = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_noodsituatie")
    moments = {"besluit": "2026-12-14T14:00+01:00", "op_schrift": "2026-12-16T14:45+01:00"}
    file.finish("wzd_noodsituatie", {**decided, **moments, "tot": "2026-12-20"})
    assert file.terms()["WZD-08a"] == (TODAY, Status.DONE_LATE)


SMALL_PLAN = """\
id = "kleinplan"
version = 1
title = "Klein plan"
regimes = ["wlz"]
flags = ["wzd_van_toepassing"]

[[section]]
id = "een"
title = "Een"
  [[section.question]]
  id = "verhaal"
  kind = "long_text"
  label = "Verhaal"
"""


@pytest.fixture
def adopted(tmp_path: Path) -> Iterator[File]:
    """A small plan that was adopted with the agreement of the client and of a sister."""
    own = tmp_path / "formaten"
    own.mkdir()
    (own / "kleinplan.toml").write_text(SMALL_PLAN, encoding="utf-8")
    room = VaultRoom(tmp_path / "laptop", clock=FixedClock.on(TODAY))
    room.create().lock()
    places = Places(room.place, room.folder / "kopieen", daily=False)
    content = load_content([own])
    workspace = Vaults(room.clock, places, QUICK, content=lambda: content).unlock(room.place, PASSWORD)
    client_id, _ = workspace.clients.add_client(BRAM)
    sister, _ = workspace.clients.add_person(PersonView(given_name="Riet", family_name="Veen"))
    plan_id, _ = workspace.plans.start_plan("kleinplan", client_id)
    days = {"datum_start_zorg": date(2026, 2, 2)}
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["wlz"], ["wzd_van_toepassing"], days)
    made = File(workspace, plan_id, client_id, workspace.clients.client(client_id).person.id, room.clock)
    made.record("wzd_grondslag")
    made.record("wzd_rollen")
    on = date(2026, 2, 10)
    consents = tuple(
        ConsentView("", plan_id, 0, person_id=who, capacity=capacity, outcome="agreed", form="spoken", on=on)
        for who, capacity in ((made.person, "client"), (sister, "relative"))
    )
    workspace.plans.adopt(AdoptPlan(plan_id, on, "thuis", (made.person,), "", ("een",), "", consents))
    yield made
    workspace.lock()


def test_resistance_ends_an_earlier_agreement_of_that_person_alone(adopted: File) -> None:
    adopted.record("wzd_instemming")
    found = {c.capacity: c for c in adopted.workspace.plans.plan(adopted.plan_id).consents}
    assert found["client"].withdrawn_on == date(2026, 2, 20)
    assert "op slot" in found["client"].withdrawn_reason
    assert (found["client"].outcome, found["client"].on) == ("agreed", date(2026, 2, 10))  # both moments stay
    assert found["relative"].withdrawn_on is None


def test_resistance_shows_when_the_plan_is_adopted_and_goes_when_it_stops(file: File) -> None:
    file.record("wzd_instemming")
    check = file.check()
    (asked,) = check.expected
    assert (asked.person_id, asked.outcome, asked.form) == (file.person, "resists", "gesture")
    assert "op slot" in asked.reason
    (gate,) = (gate for gate in check.gates if gate.danger)
    assert "verzet van Bram sinds vrijdag 20 februari 2026" in gate.text
    stopped = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_instemming")
    file.finish("wzd_instemming", {**stopped, "uitkomst": "gestopt", "moment": "2026-03-01T10:00+01:00"})
    assert file.check().expected[0].outcome == ""
    assert not [gate for gate in file.check().gates if gate.danger]


def test_a_judgement_stands_in_the_plan_once_for_each_decision(file: File) -> None:
    unable = (file.client_id,)
    assert "wzd.wzd_wilsbekwaamheid" in {gate.id for gate in file.check(unable).gates}
    file.record("wzd_wilsbekwaamheid")
    judged = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_wilsbekwaamheid")
    file.finish("wzd_wilsbekwaamheid", {**judged, "uitkomst": "met_hulp", "beslissing": "Wat ik eet"})
    file.finish("wzd_wilsbekwaamheid", {**judged, "wens": "Altijd naar buiten."})
    plan = file.workspace.plans.plan(file.plan_id)
    rows = {row["beslissing"]: row for row in plan.answer("beoordeling_wils").value}
    assert list(rows) == ["Wat ik eet", "'s Nachts alleen naar buiten gaan"]
    night = rows["'s Nachts alleen naar buiten gaan"]
    assert (night["uitkomst"], night["wanneer"]) == ("niet", "2026-02-27T10:30+01:00")
    assert night["wens"] == "Altijd naar buiten."
    assert plan.answer("twijfel_beslissen").value == "ja"
    left = {gate.id for gate in file.check(unable).gates}
    assert "wzd.wzd_wilsbekwaamheid" not in left
    assert not {one for one in left if "beoordeling_wils" in one}  # the record asks all that the plan asks


def test_a_later_judgement_about_the_same_decision_is_the_one_that_counts(file: File) -> None:
    unable = (file.client_id,)
    judged = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_wilsbekwaamheid")
    file.finish("wzd_wilsbekwaamheid", judged)
    assert "wzd.wzd_wilsbekwaamheid" not in {gate.id for gate in file.check(unable).gates}
    again = {**judged, "wanneer": "2026-06-01T11:00+02:00", "uitkomst": "zelf"}
    file.finish("wzd_wilsbekwaamheid", {**again, "beslissing": "'S nachts alleen  naar buiten gaan "})
    assert "wzd.wzd_wilsbekwaamheid" in {gate.id for gate in file.check(unable).gates}


REFUSED = (
    ("wzd_wilsbekwaamheid", {"beslissing": "Bram is wilsonbekwaam"}, "Dit klopt niet"),
    ("wzd_wilsbekwaamheid", {"deskundige": None}, "tweede deskundige"),
    ("wzd_alternatieven", {"deelnemers": [
        {"id": "a", "wie": [{"function": "begeleider"}], "discipline": "Begeleiding"},
        {"id": "b", "wie": [{"function": "begeleider"}], "discipline": "begeleiding "},
    ]}, "andere discipline"),
    ("wzd_onvrijwillige_zorg", {"eind": "2026-07-01"}, "hooguit tot en met dinsdag 30 juni 2026"),
    ("wzd_onvrijwillige_zorg", {"arts": None}, "welke arts stemt in"),
    ("wzd_extern_advies", {"overbrugging_eind": "2026-12-03"}, "hooguit tot en met woensdag 2 december 2026"),
    ("wzd_noodsituatie", {"tot": "2026-11-08"}, "hooguit tot en met zaterdag 7 november 2026"),
    ("wzd_toepassing", {"einde": "2026-05-04T22:00+02:00"}, "Het einde ligt voor het begin"),
)  # fmt: skip


@pytest.mark.parametrize(("kind", "wrong", "told"), REFUSED)
def test_what_the_law_does_not_allow_is_kept_and_not_finished(
    file: File, kind: str, wrong: dict[str, Any], told: str
) -> None:
    answers = next(one["answers"] for one in RECORDS if one["kind"] == kind)
    annex = file.write(kind, {**answers, **wrong})
    texts = [gate.text for gate in file.workspace.annexes.check(annex, TODAY).gates if gate.blocks]
    assert any(told.casefold() in text.casefold() for text in texts), texts
    with pytest.raises(InvalidInputError, match="concept is bewaard"):
        file.workspace.annexes.finish(FinishAnnex(annex, TODAY))


def test_one_minute_too_late_is_told_and_can_be_finished(file: File) -> None:
    """24 October 14:00 and 48 real hours is 26 October 13:00: the clock went back (rules A4, WZD-08)."""
    emergency = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_noodsituatie")
    annex = file.write("wzd_noodsituatie", {**emergency, "op_schrift": "2026-10-26T13:01+01:00"})
    (late,) = file.workspace.annexes.check(annex, TODAY).gates
    assert late.text == "Het stond te laat op schrift: dat kon tot maandag 26 oktober 2026, 13:00 uur"
    assert not late.blocks


def test_the_overview_for_the_inspectorate_is_a_term_of_the_organisation(file: File) -> None:
    """Six months from the last day that was sent (rules A4, WZD-09); none without involuntary care."""
    calendar = file.workspace.calendar

    def terms() -> list[tuple[str, date | None]]:
        return [
            (r.plan_id, r.deadline.last_date) for r in calendar.deadlines() if r.deadline.rule_id == "WZD-09"
        ]

    assert terms() == []
    for kind in ("wzd_rollen", "wzd_onvrijwillige_zorg"):
        file.record(kind)
    assert terms() == [("", None)], "until when the last overview reached is not known yet"
    calendar.note_overview_sent(date(2026, 6, 30))
    assert terms() == [("", date(2026, 12, 30))]
    calendar.note_overview_sent(date(2026, 8, 31))
    assert terms() == [("", date(2027, 2, 28))]
    assert [r for r in calendar.deadlines(client_id=file.client_id) if r.deadline.rule_id == "WZD-09"] == []
    assert [r for r in calendar.deadlines(end=date(2027, 2, 27)) if r.deadline.rule_id == "WZD-09"] == []


@pytest.mark.parametrize(
    ("answers", "counts"),
    [
        ({"zonder_verzet": "geen", "vormen": ["c"]}, True),
        ({"zonder_verzet": "geen", "vormen": ["d"]}, False),
        ({"zonder_verzet": "verzet", "vormen": ["c"]}, False),
        ({"zonder_verzet": "geen", "vormen": ["c"], "eind": "2026-04-14"}, False),
    ],
)
def test_listed_care_without_resistance_is_treated_as_involuntary(
    file: File, answers: dict[str, Any], counts: bool
) -> None:
    """Row 27 of table B2: only for who cannot decide, and only while that care is in the plan."""
    care = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_onvrijwillige_zorg")
    file.finish("wzd_onvrijwillige_zorg", {**care, **answers})
    view = file.workspace.plans.plan(file.plan_id)
    told = " ".join(expected(view, date(2026, 4, 15), [file.client_id]).why)
    assert ("Wzd 2 lid 2" in told) is counts
    assert ("ook zonder verzet" in told) is counts
    assert "Wzd 2 lid 2" not in " ".join(expected(view, date(2026, 4, 15)).why), (
        "who decides himself is not bound by it"
    )


def test_a_judgement_of_a_record_is_not_changed_in_the_plan(file: File) -> None:
    """A correction is a new judgement; other rows of the same table stay free."""
    said = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_wilsbekwaamheid")
    annex = file.finish("wzd_wilsbekwaamheid", said)
    plans = file.workspace.plans
    (row,) = plans.plan(file.plan_id).answer(JUDGED).value
    assert row["id"] == annex
    own = {"id": "zelf", "beslissing": "Wel of niet naar de tandarts"}
    for wrong in ([], [{**row, "uitkomst": "wel"}], [{**row, "id": "anders"}]):
        heads = plans.plan(file.plan_id).answers[JUDGED].heads
        with pytest.raises(InvalidInputError, match="afgesloten verslag"):
            plans.save_answer(file.plan_id, JUDGED, [*wrong, own], heads)
    heads = plans.plan(file.plan_id).answers[JUDGED].heads
    plans.save_answer(file.plan_id, JUDGED, [row, own], heads)
    assert plans.plan(file.plan_id).answer(JUDGED).value == [row, own]
    newer = file.finish("wzd_wilsbekwaamheid", {**said, "wanneer": "2026-04-01"})
    assert [one["id"] for one in plans.plan(file.plan_id).answer(JUDGED).value] == ["zelf", newer]


@pytest.mark.parametrize(("day", "last"), [("2026-02-28", "2026-05-28"), ("2026-04-10", "2026-06-30")])
def test_a_wrong_first_day_is_corrected_both_ways_and_the_old_one_is_kept(
    file: File, day: str, last: str
) -> None:
    """T13: the term follows, the version before can still be read, and who, when and why stand there."""
    care = next(one["answers"] for one in RECORDS if one["kind"] == "wzd_onvrijwillige_zorg")
    annex = file.finish("wzd_onvrijwillige_zorg", care)
    annexes, plans = file.workspace.annexes, file.workspace.plans
    assert [(one, kept) for one, _, kept in annexes.days_to_correct(annex)] == [
        ("begin", date(2026, 3, 31)), ("eind", date(2026, 6, 30)),
    ]  # fmt: skip
    assert annexes.rows(file.plan_id)[0].has_days
    for wrong, reason in (("2026-07-01", "typefout"), (day, "  "), ("2026-03-31", "zelfde")):
        with pytest.raises(InvalidInputError):
            annexes.correct_day(annex, "begin", date.fromisoformat(wrong), reason)
    annexes.correct_day(annex, "begin", date.fromisoformat(day), "De nacht ervoor was de deur al dicht.")
    plan = plans.plan(file.plan_id)
    assert plan.triggers["datum_start_termijn_oz@b+c"] == date.fromisoformat(day)
    assert file.terms()["WZD-04"][0] == date.fromisoformat(last)
    assert annexes.rows(file.plan_id)[0].version == 2
    assert plans.version_plan(annex, 1).answer("begin").value == "2026-03-31"
    assert plans.version_plan(annex, 2).answer("begin").value == day
    (kept,) = file.history()
    assert (kept["trigger"], kept["old"], kept["new"]) == ("datum_start_termijn_oz@b+c", "2026-03-31", day)
    assert "De nacht ervoor" in kept["why"]
