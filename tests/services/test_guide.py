"""What the file tells the guide, and beginning plans with what is known."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

import pytest
from tests.vault_room import DAY

from planbureau.errors import InvalidInputError
from planbureau.services.api import Workspace
from planbureau.views import (
    FileAnswer,
    GuideKnowledge,
    MeasureView,
    OrganisationView,
    PersonView,
    RelationView,
    StartPlan,
)


def _child(workspace: Workspace) -> str:
    client_id, _ = workspace.clients.add_client(
        PersonView(given_name="Daan", family_name="Voorbeeld", birth_date=date(2010, 8, 31))
    )
    return client_id


def _helper(workspace: Workspace, subject: str, organisation: str, role: str = "begeleider") -> str:
    person, _ = workspace.clients.add_person(
        PersonView(given_name="Bo", organisation=organisation, professional=True)
    )
    workspace.clients.add_relation(RelationView("", subject, workspace.clients.person(person), role=role))
    return person


def _known(
    workspace: Workspace, client_id: str, homes: tuple[str, ...] = (), seen: Collection[str] | None = None
) -> GuideKnowledge:
    plans = {row.id for row in workspace.plans.rows(client_id or homes[0])} if seen is None else seen
    return workspace.guide.known(client_id, homes, plans)


def test_an_empty_file_tells_only_who_it_is_about(workspace: Workspace) -> None:
    client_id = _child(workspace)
    known = _known(workspace, client_id)
    assert [(one.key, one.birth_date) for one in known.people] == [(client_id, date(2010, 8, 31))]
    assert (known.answers, known.dates, known.coordinator_id, known.running) == ({}, {}, "", {})


@pytest.mark.parametrize(
    ("kind", "start", "end", "flag"),
    [
        ("ots", date(2026, 1, 5), None, "gi_ots"),
        ("ots", None, DAY, "gi_ots"),
        ("ots", None, date(2026, 3, 15), ""),
        ("ots", date(2026, 3, 17), None, ""),
        ("gi_voogdij", DAY, None, "gi_voogdij"),
        ("jeugdreclassering", None, None, "jeugdreclassering"),
        ("voorwaardelijke_machtiging", None, None, "voorwaardelijke_machtiging"),
        ("gesloten", DAY, DAY, "gesloten_jeugdhulp"),
        ("zorgmachtiging", None, None, ""),
    ],
)
def test_measures_that_hold_today_are_offered(
    workspace: Workspace, kind: str, start: date | None, end: date | None, flag: str
) -> None:
    client_id = _child(workspace)
    workspace.clients.add_measure(MeasureView("", client_id, kind, "Rechtbank", start, end))
    found = _known(workspace, client_id).answers.get("bijzonder")
    assert (found.options if found else ()) == ((flag,) if flag else ())
    if found is not None:
        assert found.where.startswith("maatregel: ")


def test_organisations_are_counted_once_and_without_the_gp(workspace: Workspace) -> None:
    client_id = _child(workspace)
    for organisation, role in (("Hulp A", "begeleider"), ("hulp a ", "school"), ("Praktijk", "huisarts")):
        _helper(workspace, client_id, organisation, role)
    assert _known(workspace, client_id).answers["organisaties"].options == ("een",)
    _helper(workspace, client_id, "Hulp B")
    assert _known(workspace, client_id).answers["organisaties"].options == ("twee",)
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    workspace.clients.add_member(home, workspace.clients.client(client_id).person.id, "pleegkind")
    _helper(workspace, home, "Hulp C")
    known = _known(workspace, client_id, (home,))
    assert known.answers["organisaties"].options == ("drie",)
    assert "Hulp C" in known.answers["organisaties"].where
    assert known.answers["bijzonder"].options == ("pleegzorg",)


def test_other_plans_tell_laws_flags_dates_and_coordinator_with_where_they_stand(
    workspace: Workspace,
) -> None:
    client_id = _child(workspace)
    person = _helper(workspace, client_id, "Hulp A")
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    days = {"datum_start_zorg": date(2026, 1, 5), "datum_geinformeerd_pp": date(2026, 1, 2)}
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["wlz"], ["verblijf"], days)
    workspace.plans.set_coordinator(workspace.plans.plan(plan_id), person)
    place = "het ondersteuningsplan van 16 maart 2026"
    known = _known(workspace, client_id)
    assert known.answers["wet"] == FileAnswer(("wlz",), place)
    assert known.answers["hulp"] == FileAnswer(("beperking",), place)
    assert known.answers["bijzonder"] == FileAnswer(("verblijf",), place)
    assert known.answers["persoonlijk_plan"].options == ("uitgelegd",)
    assert {name: one.day for name, one in known.dates.items()} == days
    assert (known.coordinator_id, known.coordinator_where) == (person, place)
    assert known.running == {"osp": plan_id}

    assert _known(workspace, client_id, seen=()).answers.keys() == {"organisaties"}
    workspace.plans.close_plan(plan_id, "overgedragen")
    assert _known(workspace, client_id).running == {}


@pytest.mark.parametrize(
    ("trigger", "option"), [("datum_aanbod_fgp", "aangeboden"), ("datum_afzien_fgp", "afgezien")]
)
def test_what_the_parents_said_about_their_own_plan_is_known(
    workspace: Workspace, trigger: str, option: str
) -> None:
    client_id = _child(workspace)
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], [], {trigger: date(2026, 2, 2)})
    assert _known(workspace, client_id).answers["plan_ouders"].options == (option,)


def test_the_organisation_can_start_the_perspectiefplan_later(workspace: Workspace) -> None:
    client_id = _child(workspace)
    assert _known(workspace, client_id).start_months == 192
    before = workspace.organisation.organisation()
    after = OrganisationView(
        before.id, before.name, terms={"ppl_start_leeftijd": "16j6m"}, heads=before.heads
    )
    workspace.organisation.save(before, after)
    assert _known(workspace, client_id).start_months == 198


def test_a_household_is_about_its_clients(workspace: Workspace) -> None:
    client_id = _child(workspace)
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    workspace.clients.add_member(home, workspace.clients.client(client_id).person.id, "kind")
    mother, _ = workspace.clients.add_person(PersonView(given_name="Ada", birth_date=date(1980, 1, 1)))
    workspace.clients.add_member(home, mother, "moeder")
    assert [one.key for one in _known(workspace, "", (home,)).people] == [client_id]


def test_plans_begin_together_with_what_is_known(workspace: Workspace) -> None:
    client_id = _child(workspace)
    home, _ = workspace.clients.add_household("Gezin Voorbeeld")
    workspace.clients.add_member(home, workspace.clients.client(client_id).person.id, "kind")
    person = _helper(workspace, client_id, "Hulp A")
    days = {
        "datum_start_jeugdhulp": date(2026, 3, 2),
        "datum_start_zorg": date(2026, 3, 2),
        "datum_aanvraag_individuele_voorziening": date(2026, 4, 1),
    }
    common: Callable[..., StartPlan] = lambda **more: StartPlan(  # noqa: E731
        regimes=("jeugdwet",), flags=("gi_ots", "onbekend"), triggers=days, coordinator_id=person, **more
    )
    (support, family), changes = workspace.guide.start(
        [common(format_id="osp", client_id=client_id), common(format_id="gzp", household_id=home)]
    )
    assert {support, family} <= set(changes.subjects)
    plan = workspace.plans.plan(support)
    assert (plan.regimes, plan.flags) == (("jeugdwet",), ("gi_ots",))
    assert plan.triggers == {"datum_start_jeugdhulp": date(2026, 3, 2)}
    assert plan.coordinator is not None
    assert plan.coordinator.id == person
    other = workspace.plans.plan(family)
    assert other.household is not None
    assert "datum_aanvraag_individuele_voorziening" in other.triggers


def test_when_one_plan_cannot_begin_none_does(workspace: Workspace) -> None:
    client_id = _child(workspace)
    with pytest.raises(InvalidInputError, match="hoort nog niet bij een gezin"):
        workspace.guide.start([StartPlan("osp", client_id), StartPlan("gzp", client_id)])
    assert workspace.plans.rows(client_id) == ()
