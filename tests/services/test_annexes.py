"""An annex from its first word to its frozen version, and what it does to its plan."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import pytest
from tests.vault_room import DAY, PASSWORD, QUICK, VaultRoom

from planbureau.errors import ImportFileError, InvalidInputError
from planbureau.rules.deadlines import Status
from planbureau.rules.goals.status import AgreedBy
from planbureau.services.api import Workspace
from planbureau.services.api.annexes import FinishAnnex
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Content, Vaults, load_content
from planbureau.views import ConsentView, PersonView

PROEFPLAN = """\
id = "proefplan"
version = 1
title = "Proefplan"
regimes = ["wlz"]
flags = ["wzd_van_toepassing"]
deadlines = ["WLZ-04", "WLZ-05"]

[[section]]
id = "een"
title = "Een"
  [[section.question]]
  id = "verhaal"
  kind = "long_text"
  label = "Verhaal"
"""
NOOD = """\
id = "nood"
version = 1
title = "Onvoorziene situatie"
annex = true
annex_of = ["proefplan"]
annex_when = { flag = "wzd_van_toepassing" }
flags = ["wzd_van_toepassing"]
many = true
dated_by = "besluit"

[[on_finish]]
effect = "done.WZD-08a"
question = "op_schrift"

[[section]]
id = "besluit"
title = "Het besluit"
  [[section.question]]
  id = "besluit"
  kind = "moment"
  label = "Wanneer is besloten"
  bind = "trigger.besluit_datumtijd"
  need = "adopt"
  [[section.question]]
  id = "op_schrift"
  kind = "moment"
  label = "Wanneer stond het op schrift"
  need = "adopt"
  [[section.question]]
  id = "wie"
  kind = "person"
  label = "Wie besloot"
  many = true
"""
BRIEF = """\
id = "brief"
version = 1
title = "Brief"
annex = true

[[section]]
id = "brief"
title = "De brief"
  [[section.question]]
  id = "tekst"
  kind = "long_text"
  label = "De tekst"
  need = "adopt"
  easy = true
  [[section.question]]
  id = "reactie"
  kind = "long_text"
  label = "Reactie"
  after_finishing = true
  [[section.question]]
  id = "roepnaam"
  kind = "short_text"
  label = "Roepnaam"
  bind = "client.call_name"
"""
TALK = """\
id = "overleg"
version = 1
title = "Overleg"
annex = true

[[section]]
id = "overleg"
title = "Het overleg"
  [[section.question]]
  id = "besproken"
  kind = "long_text"
  label = "Wat is besproken"
  [[section.question]]
  id = "akkoord"
  kind = "consent"
  label = "Wie is akkoord"
"""
NOOR = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))


@dataclass
class Table:
    """A plan with its vault."""

    room: VaultRoom
    workspace: Workspace
    client_id: str
    plan_id: str

    def write(self, annex_id: str, **answers: object) -> None:
        for key, value in answers.items():
            view = self.workspace.plans.plan(annex_id).answers.get(key)
            self.workspace.plans.save_answer(annex_id, key, value, view.heads if view else ())

    def begin(self, kind: str) -> str:
        return self.workspace.annexes.start(self.plan_id, kind)[0]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Content:
    own = tmp_path_factory.mktemp("formaten")
    (own / "annexes").mkdir()
    (own / "proefplan.toml").write_text(PROEFPLAN, encoding="utf-8")
    (own / "annexes" / "nood.toml").write_text(NOOD, encoding="utf-8")
    (own / "annexes" / "brief.toml").write_text(BRIEF, encoding="utf-8")
    (own / "annexes" / "overleg.toml").write_text(TALK, encoding="utf-8")
    return load_content([own])


@pytest.fixture
def table(tmp_path: Path, content: Content) -> Iterator[Table]:
    room = VaultRoom(tmp_path)
    room.create().lock()
    workspace = opened(room, content)
    assert workspace.plans.format_problems() == ()
    client_id, _ = workspace.clients.add_client(NOOR)
    plan_id, _ = workspace.plans.start_plan("proefplan", client_id)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["wlz"], ["wzd_van_toepassing"], {})
    yield Table(room, workspace, client_id, plan_id)
    workspace.lock()


def opened(room: VaultRoom, content: Content) -> Workspace:
    places = Places(room.place, room.folder / "kopieen", daily=False)
    return Vaults(room.clock, places, QUICK, content=lambda: content).unlock(room.place, PASSWORD)


def terms(table: Table) -> dict[str, tuple[date | None, Status]]:
    found = table.workspace.plans.plan(table.plan_id).deadlines
    return {one.rule_id: (one.last_date, one.status) for one in found}


def test_it_is_offered_with_its_plan_and_nowhere_else(table: Table) -> None:
    workspace = table.workspace
    assert {kind.id for kind in workspace.annexes.kinds(table.plan_id)} >= {"nood", "brief"}
    assert not {"nood", "brief"} & {kind.id for kind in workspace.plans.formats()}
    with pytest.raises(InvalidInputError, match="geen plan"):
        workspace.plans.start_plan("brief", table.client_id)
    annex = table.begin("brief")
    assert "brief" not in {kind.id for kind in workspace.annexes.kinds(table.plan_id)}  # one is enough
    assert workspace.annexes.kinds(annex) == ()
    plan = workspace.plans.plan(table.plan_id)
    workspace.plans.save_frame(plan, ["wlz"], [], {})
    assert "nood" not in {kind.id for kind in workspace.annexes.kinds(table.plan_id)}
    with pytest.raises(InvalidInputError, match="hoort nu niet bij dit plan"):
        workspace.annexes.start(table.plan_id, "nood")


def test_it_is_no_plan_in_any_list(table: Table) -> None:
    workspace = table.workspace
    annex = table.begin("brief")
    table.write(annex, tekst="Zonnebloem")
    for rows in (workspace.plans.rows(), workspace.plans.rows(table.client_id), workspace.plans.recent()):
        assert [row.id for row in rows] == [table.plan_id]
    (client,) = workspace.clients.rows()
    assert client.draft_plans == 1
    assert {row.plan_id for row in workspace.calendar.deadlines()} <= {table.plan_id}
    assert workspace.annexes.counts([table.plan_id]) == {table.plan_id: 1}
    (row,) = workspace.annexes.unfinished()
    assert (row.id, row.plan_title, row.subject_name) == (annex, "Proefplan", "Noor Voorbeeld")
    assert [hit.client_id for hit in workspace.search("zonnebloem")] == [table.client_id]


def test_it_takes_law_flags_and_people_from_its_plan(table: Table) -> None:
    view = table.workspace.plans.plan(table.begin("nood"))
    assert view.regimes == ("wlz",)
    assert view.flags == ("wzd_van_toepassing",)
    assert view.parent is not None
    assert view.parent.id == table.plan_id
    assert [section.id for section in view.format.sections] == ["besluit"]
    assert view.subject_name == "Noor Voorbeeld"


def test_a_moment_sets_the_terms_of_the_plan(table: Table) -> None:
    annex = table.begin("nood")
    table.write(annex, besluit="2026-03-13T14:00+01:00")
    plan = table.workspace.plans.plan(table.plan_id)
    assert plan.triggers["besluit_datumtijd"] == date(2026, 3, 13)
    assert plan.moments["besluit_datumtijd"] == datetime.fromisoformat("2026-03-13T14:00+01:00")
    assert terms(table)["WZD-08a"] == (date(2026, 3, 15), Status.LATE)
    assert terms(table)["WZD-08b"][0] == date(2026, 3, 27)

    # a correction keeps the old moment in the history (T13), and an older annex does not turn time back
    table.write(annex, besluit="2026-03-12T14:00+01:00")
    assert terms(table)["WZD-08a"][0] == date(2026, 3, 14)
    older = table.begin("nood")
    table.write(older, besluit="2026-02-01T09:00+01:00")
    assert terms(table)["WZD-08a"][0] == date(2026, 3, 14)
    newer = table.begin("nood")
    table.write(newer, besluit="2026-03-15T09:00+01:00")
    assert terms(table)["WZD-08a"] == (date(2026, 3, 17), Status.NEAR)
    table.write(newer, besluit=None)
    assert terms(table)["WZD-08a"][0] == date(2026, 3, 14)
    (record,) = (
        r
        for r in json.loads(table.workspace.exchange.export_plan(table.plan_id))["records"]["plan"]
        if r["id"] == table.plan_id
    )
    history = [(h["old"], h["new"], h["why"]) for h in record["trigger_history"]]
    assert history == [
        ("2026-03-13T14:00+01:00", "2026-03-12T14:00+01:00", "Onvoorziene situatie"),
        ("2026-03-12T14:00+01:00", "2026-03-15T09:00+01:00", "Onvoorziene situatie"),
        ("2026-03-15T09:00+01:00", "2026-03-12T14:00+01:00", "Onvoorziene situatie"),
    ]


def test_step_one_of_the_plan_keeps_the_time_of_a_moment(table: Table) -> None:
    table.write(table.begin("nood"), besluit="2026-03-13T14:00+01:00")
    plan = table.workspace.plans.plan(table.plan_id)
    days = {**plan.triggers, "datum_start_zorg": DAY}
    table.workspace.plans.save_frame(plan, ["wlz"], ["wzd_van_toepassing"], days)
    plan = table.workspace.plans.plan(table.plan_id)
    assert "besluit_datumtijd" in plan.moments
    table.workspace.plans.save_frame(
        plan, ["wlz"], ["wzd_van_toepassing"], {**plan.triggers, "besluit_datumtijd": DAY}
    )
    assert table.workspace.plans.plan(table.plan_id).moments == {}


def test_another_bound_question_writes_the_record_itself(table: Table) -> None:
    table.write(table.begin("brief"), roepnaam="Noortje")
    assert table.workspace.clients.client(table.client_id).person.call_name == "Noortje"


def test_what_is_needed_blocks_finishing_and_never_saving(table: Table) -> None:
    workspace = table.workspace
    annex = table.begin("brief")
    table.write(annex, reactie="Alvast.")
    assert [gate.text for gate in workspace.annexes.check(annex, DAY).gates] == ["Vul in: de tekst"]
    with pytest.raises(
        InvalidInputError, match=r"er is nog 1 ding nodig\. .*: Vul in: de tekst\. Je concept is bewaard\."
    ):
        workspace.annexes.finish(FinishAnnex(annex, DAY))
    table.write(annex, tekst="Ik ben het er niet mee eens.")
    with pytest.raises(InvalidInputError, match="ligt in de toekomst"):
        workspace.annexes.finish(FinishAnnex(annex, date(2026, 3, 17)))
    assert workspace.annexes.check(annex, DAY).expected == ()


def test_finished_it_stays_as_it_is(table: Table, content: Content) -> None:
    workspace = table.workspace
    annex = table.begin("brief")
    table.write(annex, tekst="Zo was het.")
    made, changes = workspace.annexes.finish(FinishAnnex(annex, DAY))
    assert {annex, table.plan_id, table.client_id} <= changes.subjects
    assert (made.version.number, made.plan_changed) == (1, False)
    with pytest.raises(InvalidInputError, match="afgesloten en blijft zoals het is"):
        table.write(annex, tekst="Anders.")
    with pytest.raises(InvalidInputError, match="al afgesloten"):
        workspace.annexes.finish(FinishAnnex(annex, DAY))
    for verb in (workspace.plans.start_next_version, lambda i: workspace.plans.close_plan(i, "Klaar.")):
        with pytest.raises(InvalidInputError, match="hoort bij een plan"):
            verb(annex)

    # the plan goes on, and the annex shows the plan as it was
    plan = workspace.plans.plan(table.plan_id)
    workspace.plans.save_frame(plan, ["wlz"], [], {})
    shown = workspace.plans.plan(annex)
    assert shown.flags == ("wzd_van_toepassing",)
    assert shown.status == "active"

    # what may come later makes a second version, and the first stays
    table.write(annex, reactie="Wij hebben het besproken.")
    (row,) = workspace.annexes.rows(table.plan_id)
    assert (row.status, row.version) == ("concept_beside_active", 1)
    second, _ = workspace.annexes.finish(FinishAnnex(annex, DAY))
    assert second.version.number == 2
    assert workspace.plans.version_plan(annex, 1).answer("reactie").empty
    assert workspace.plans.version_plan(annex, 2).answer("reactie").value == "Wij hebben het besproken."
    assert workspace.plans.version_plan(annex, 2).subject_name == "Noor Voorbeeld"
    workspace.lock()
    again = opened(table.room, content)
    assert again.plans.version_plan(annex, 1).answer("tekst").value == "Zo was het."
    again.lock()


def test_agreement_with_a_finished_annex_can_be_withdrawn_and_given_later(table: Table) -> None:
    """As with a plan: both days stay, and the words do not change (rules B1.7)."""
    plans = table.workspace.plans
    annex = table.begin("overleg")
    table.write(annex, besproken="Het gaat goed.")
    client = table.workspace.clients.client(table.client_id).person.id
    said = ConsentView(
        "", annex, 0, person_id=client, capacity="client", outcome="agreed", form="spoken", on=DAY
    )
    made, _ = table.workspace.annexes.finish(FinishAnnex(annex, DAY, consents=(said,)))
    (given,) = [one for one in plans.version_consents(annex).asked if one.outcome]
    changes = plans.withdraw_consent(given, DAY, "Toch niet.")
    assert {annex, table.plan_id} <= changes.subjects
    (version,) = plans.plan(annex).versions
    assert (version.content_hash, version.agreed_by) == (made.version.content_hash, AgreedBy.WITHDRAWN)
    plans.record_consent(said)
    (version,) = plans.plan(annex).versions
    assert version.agreed_by is AgreedBy.CONSENT
    kept = [(one.on, one.withdrawn_on) for one in plans.plan(annex).consents]
    assert kept == [(DAY, DAY), (DAY, None)]


def test_finishing_settles_what_its_format_says(table: Table) -> None:
    annex = table.begin("nood")
    table.write(annex, besluit="2026-03-13T14:00+01:00", op_schrift="2026-03-14T09:00+01:00")
    table.workspace.annexes.finish(FinishAnnex(annex, DAY))
    assert terms(table)["WZD-08a"] == (date(2026, 3, 15), Status.DONE_IN_TIME)


def test_a_day_that_must_come_cannot_be_reported_on(table: Table) -> None:
    annex = table.begin("nood")
    table.write(annex, besluit="2026-03-13T14:00+01:00", op_schrift="2026-03-20T09:00+01:00")
    with pytest.raises(InvalidInputError, match="deze dag moet nog komen"):
        table.workspace.annexes.finish(FinishAnnex(annex, DAY))


def test_only_an_empty_one_can_be_thrown_away(table: Table) -> None:
    workspace = table.workspace
    annex = table.begin("brief")
    assert [row.empty for row in workspace.annexes.rows(table.plan_id)] == [True]
    workspace.plans.save_draft(annex, "tekst", "Half")
    with pytest.raises(InvalidInputError, match="staat al iets in"):
        workspace.annexes.throw_away(annex)
    workspace.plans.drop_draft(annex, "tekst")
    workspace.annexes.throw_away(annex)
    assert workspace.annexes.rows(table.plan_id) == ()
    other = table.begin("brief")
    table.write(other, tekst="Ja.")
    with pytest.raises(InvalidInputError, match="staat al iets in"):
        workspace.annexes.throw_away(other)


def test_a_plan_takes_its_annexes_along(table: Table, tmp_path: Path, content: Content) -> None:
    annex = table.begin("nood")
    user = table.workspace.organisation.user().id
    table.write(
        annex,
        besluit="2026-03-13T14:00+01:00",
        op_schrift="2026-03-14T09:00+01:00",
        wie=[{"person": user}],
    )
    table.workspace.annexes.finish(FinishAnnex(annex, DAY))
    file = table.workspace.exchange.export_plan(table.plan_id)
    other = VaultRoom(tmp_path / "ander")
    other.create().lock()
    workspace = opened(other, content)
    workspace.exchange.import_file(file)
    assert workspace.exchange.export_plan(table.plan_id) == file
    (row,) = workspace.annexes.rows(table.plan_id)
    assert (row.status, row.day) == ("active", date(2026, 3, 13))
    assert user in workspace.plans.plan(annex).people

    workspace.exchange.import_file(file, as_copy=True)
    copy = next(row.id for row in workspace.plans.rows() if row.id != table.plan_id)
    (copied,) = workspace.annexes.rows(copy)
    assert copied.id != annex
    assert workspace.plans.version_plan(copied.id, 1).parent is not None
    workspace.lock()


def test_a_file_whose_annex_belongs_to_no_plan_is_refused(table: Table, tmp_path: Path) -> None:
    table.begin("brief")
    document = json.loads(table.workspace.exchange.export_plan(table.plan_id))
    for record in document["records"]["plan"]:
        if record["parent_id"]:
            record["parent_id"] = "00000000-0000-4000-8000-000000000000"
    with pytest.raises(ImportFileError, match=r"plan, parent_id"):
        table.workspace.exchange.import_file(json.dumps(document).encode(), as_copy=True)


def test_an_annex_cannot_be_adopted_as_a_plan(table: Table) -> None:
    annex = table.begin("brief")
    with pytest.raises(InvalidInputError, match="hoort bij een plan"):
        table.workspace.plans.adoption_check(annex, DAY)
    view = replace(table.workspace.plans.plan(annex))
    with pytest.raises(InvalidInputError, match="hoort bij een plan"):
        table.workspace.plans.save_frame(view, ["wmo"], [], {})
