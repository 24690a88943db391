"""Who is asked to agree with a plan, for people in a real vault (rules B2 and B4)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.vault_room import DAY

from planbureau.services.api import AdoptionCheck, Workspace
from planbureau.views import CustodyView, PersonView, RelationView

EIGHT, THIRTEEN, ADULT = date(2018, 1, 1), date(2013, 1, 1), date(1990, 5, 1)


def _check(
    workspace: Workspace,
    born: date | None,
    regime: str,
    *flags: str,
    around: tuple[CustodyView, ...] = (),
    unable: bool = False,
    plan_type: str = "osp",
) -> tuple[AdoptionCheck, str]:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Sem", birth_date=born))
    for one in around:
        person, _ = workspace.clients.add_person(PersonView(given_name="Ada"))
        workspace.clients.add_custody(
            CustodyView("", client_id, workspace.clients.person(person), one.kind, one.proof, one.willing)
        )
    plan_id, _ = workspace.plans.start_plan(plan_type, client_id)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), [regime], list(flags), {})
    check = workspace.plans.adoption_check(plan_id, DAY, (client_id,) if unable else ())
    return check, workspace.clients.client(client_id).person.id


def _around(kind: str, proof: str = "", willing: bool | None = True) -> tuple[CustodyView, ...]:
    return (CustodyView("", "", PersonView(), kind, proof, willing),)


def test_a_child_of_eight_is_not_asked_in_place_of_an_unknown_parent(workspace: Workspace) -> None:
    check, _ = _check(workspace, EIGHT, "jeugdwet")
    assert check.expected == ()
    assert not check.complete
    assert "nog niet bekend wie dit is: iedereen met gezag" in check.expected_why


def test_the_yes_of_a_child_of_thirteen_alone_is_not_complete(workspace: Workspace) -> None:
    check, child = _check(workspace, THIRTEEN, "jeugdwet")
    assert [one.person_id for one in check.expected] == [child]
    assert not check.complete


def test_help_within_supervision_asks_nobody(workspace: Workspace) -> None:
    check, _ = _check(workspace, THIRTEEN, "jeugdwet", "gi_ots", around=_around("parent"))
    assert (check.expected, check.complete) == ((), True)
    assert "schrijf op wat ieder vindt" in check.expected_why


def test_a_foster_mother_is_asked_for_her_own_part(workspace: Workspace) -> None:
    clients = workspace.clients
    client_id, _ = clients.add_client(PersonView(given_name="Mila", birth_date=EIGHT))
    plan_id, _ = workspace.plans.start_plan("hvp", client_id)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], ["gi_ots", "pleegzorg"], {})
    before = workspace.plans.adoption_check(plan_id, DAY)
    assert before.expected == ()
    assert "met de rol pleegouder, pleegmoeder of pleegvader" in before.expected_why
    toos, _ = clients.add_person(PersonView(given_name="Toos"))
    clients.add_relation(RelationView("", client_id, clients.person(toos), role="Pleegmoeder"))
    (asked,) = workspace.plans.adoption_check(plan_id, DAY).expected
    assert (asked.person_id, asked.capacity) == (toos, "foster_parent")


def test_in_the_plan_of_a_family_the_foster_parent_may_be_one_of_the_family(workspace: Workspace) -> None:
    clients = workspace.clients
    client_id, _ = clients.add_client(PersonView(given_name="Mila", birth_date=EIGHT))
    home, _ = clients.add_household("Gezin de Wilde")
    clients.add_member(home, clients.client(client_id).person.id, "pleegkind")
    henk, _ = clients.add_person(PersonView(given_name="Henk"))
    clients.add_member(home, henk, "pleegvader")
    plan_id, _ = workspace.plans.start_plan("gzp", "", home)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], ["pleegzorg"], {})
    check = workspace.plans.adoption_check(plan_id, DAY)
    assert [(one.person_id, one.capacity) for one in check.expected] == [(henk, "foster_parent")]


def test_of_each_child_in_a_family_the_why_stands_on_a_line_of_its_own(workspace: Workspace) -> None:
    clients = workspace.clients
    home, _ = clients.add_household("Gezin Wubbels")
    for name, born in (("Jorn", EIGHT), ("Nisa", THIRTEEN)):
        client_id, _ = clients.add_client(PersonView(given_name=name, birth_date=born))
        clients.add_member(home, clients.client(client_id).person.id, "kind")
    plan_id, _ = workspace.plans.start_plan("gzp", "", home)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], ["gi_ots"], {})
    lines = workspace.plans.adoption_check(plan_id, DAY).expected_why.splitlines()
    assert sorted(line.split(":")[0] for line in lines[:2]) == ["Jorn", "Nisa"]


def test_an_adult_who_cannot_decide_is_not_asked_in_place_of_a_representative(workspace: Workspace) -> None:
    check, _ = _check(workspace, ADULT, "wlz", around=_around("zus", willing=None), unable=True)
    assert check.expected == ()
    assert not check.complete
    assert "Vraag eerst wie dit wil doen." in check.expected_why


def test_under_the_wzd_the_resistance_of_the_client_counts(workspace: Workspace) -> None:
    check, client = _check(
        workspace, ADULT, "wlz", "wzd_van_toepassing", around=_around("mentor"), unable=True
    )
    assert [one.capacity for one in check.expected] == ["mentor"]
    assert client in check.resists


@pytest.mark.parametrize(("proof", "asked"), [("volmacht", 0), ("volmacht en bereidheidsverklaring", 1)])
def test_under_the_wzd_an_authorised_person_signs_the_willingness(
    workspace: Workspace, proof: str, asked: int
) -> None:
    around = _around("schriftelijk gemachtigde", proof)
    check, _ = _check(workspace, ADULT, "wlz", "wzd_van_toepassing", around=around, unable=True)
    assert len(check.expected) == asked


def test_without_a_birth_date_nobody_is_sure_who_decides(workspace: Workspace) -> None:
    check, _ = _check(workspace, None, "wlz")
    assert not check.complete
    assert "vul de geboortedatum in" in check.expected_why


def _family(workspace: Workspace, *members: tuple[str, date | None, str]) -> AdoptionCheck:
    """A family plan with a client of thirteen and her mother, and these members without an own file."""
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Mila", birth_date=THIRTEEN))
    mother, _ = workspace.clients.add_person(PersonView(given_name="Ada"))
    mother_view = workspace.clients.person(mother)
    workspace.clients.add_custody(CustodyView("", client_id, mother_view, "parent"))
    home, _ = workspace.clients.add_household("Familie Anders")
    mila = workspace.clients.client(client_id).person
    workspace.clients.add_member(home, mila.id, "dochter")
    workspace.clients.add_member(home, mother, "moeder")
    for name, born, role in members:
        person, _ = workspace.clients.add_person(PersonView(given_name=name, birth_date=born))
        workspace.clients.add_member(home, person, role)
    plan_id, _ = workspace.plans.start_plan("gzp", client_id, home)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], [], {})
    return workspace.plans.adoption_check(plan_id, DAY)


def test_in_a_family_plan_the_client_and_who_has_custody_are_enough(workspace: Workspace) -> None:
    check = _family(workspace)
    assert [one.capacity for one in check.expected] == ["client", "parent"]
    assert check.complete
    assert "Volwassen gezinsleden zijn akkoord met hun eigen doelen." in check.expected_why


def test_a_minor_without_an_own_file_counts_too(workspace: Workspace) -> None:
    check = _family(workspace, ("Sem", EIGHT, "zoon"), ("Noa", THIRTEEN, "dochter"))
    assert [one.capacity for one in check.expected] == ["client", "parent", "client"]
    assert not check.complete
    for name in ("Sem", "Noa"):
        assert f"{name}: nog niet bekend wie dit is: iedereen met gezag. Maak {name} cliënt" in (
            check.expected_why
        )


def test_a_member_who_may_be_a_child_needs_a_birth_date(workspace: Workspace) -> None:
    assert _family(workspace, ("Opa Jan", None, "opa")).complete
    check = _family(workspace, ("Noa", None, "kind"))
    assert not check.complete
    assert "Noa: vul de geboortedatum in." in check.expected_why


def test_who_decides_nothing_is_heard(workspace: Workspace) -> None:
    check, child = _check(workspace, EIGHT, "jeugdwet", around=_around("parent"))
    assert [one.person_id for one in check.heard] == [child]
    check, child = _check(workspace, THIRTEEN, "jeugdwet", "gi_ots", around=_around("parent"))
    assert [one.capacity for one in check.heard] == ["client", "parent"]
    check, client = _check(
        workspace, ADULT, "wlz", "wzd_van_toepassing", around=_around("mentor"), unable=True
    )
    assert [one.person_id for one in check.heard] == [client]


def _judged(workspace: Workspace, *rows: dict[str, str], regime: str = "wlz") -> list[tuple[str, bool]]:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Sem", birth_date=ADULT))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), [regime], [], {})
    if rows:
        workspace.plans.save_answer(plan_id, "twijfel_beslissen", "ja", ())
        workspace.plans.save_answer(plan_id, "beoordeling_wils", list(rows), ())
    gates = workspace.plans.adoption_check(plan_id, DAY, (client_id,)).gates
    return [(gate.text, gate.blocks) for gate in gates if "beslissing" in gate.why and "oordeel" in gate.why]


def test_who_cannot_decide_has_a_judgement_in_the_plan(workspace: Workspace) -> None:
    text = "Leg vast hoe is beoordeeld dat de cliënt hier nu niet zelf over kan beslissen."
    assert _judged(workspace) == [(text, True)]
    assert _judged(workspace, regime="wmo") == [(text, False)]
    able = {"id": "b1", "beslissing": "Waar Sem gaat wonen", "uitkomst": "met_hulp"}
    assert _judged(workspace, able) == [(text, True)]
    assert _judged(workspace, {**able, "uitkomst": "niet"}) == []


def test_a_judgement_names_one_decision(workspace: Workspace) -> None:
    (found,) = _judged(workspace, {"id": "b1", "beslissing": "is wilsonbekwaam", "uitkomst": "niet"})
    assert found == (
        "Schrijf over welke ene beslissing het gaat. 'Wilsonbekwaam' zonder beslissing kan niet.",
        True,
    )


WHOLE = {
    "id": "b1", "beslissing": "Waar Sem gaat wonen", "uitkomst": "niet", "wie": [{"function": "arts"}],
    "functie": "arts", "hoe": "stappenplan", "wanneer": "2026-03-12T14:00+01:00", "wens": "Thuis blijven.",
    "overleg": "eens", "gevraagd": "thuis, met foto's", "opnieuw": "2026-09-12", "wzd_verteld": "2026-03-13",
}  # fmt: skip
"""A judgement with everything that rules B5 asks for under the Wzd."""


@pytest.mark.parametrize(
    ("changed", "wzd", "wlz"),
    [
        ({}, "", ""),
        ({"gevraagd": None}, "Schrijf op hoe het gevraagd is", ""),
        ({"opnieuw": None}, "Schrijf op tot wanneer dit geldt", ""),
        ({"wzd_verteld": None}, "Wzd-functionaris", ""),
        ({"overleg": None}, "Leg vast of er gesproken is", ""),
        ({"overleg": "nog_niet"}, "Leg vast of er gesproken is", ""),
        ({"overleg": "geen"}, "", ""),
        ({"overleg": "oneens"}, "tweede deskundige", "tweede deskundige"),
        ({"overleg": "oneens", "deskundige": "dr. Bos"}, "", ""),
        ({"uitkomst": "met_hulp", "gevraagd": None, "wzd_verteld": None}, "", ""),
    ],
)
def test_a_judgement_under_the_wzd_asks_more(
    workspace: Workspace, changed: dict[str, object], wzd: str, wlz: str
) -> None:
    """Rules B5: with an asterisk only the Wzd asks for it; who cannot decide is the case that it is about."""
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Sem", birth_date=ADULT))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_answer(plan_id, "twijfel_beslissen", "ja", ())
    row = {name: value for name, value in (WHOLE | changed).items() if value is not None}
    workspace.plans.save_answer(plan_id, "beoordeling_wils", [row], ())
    for flags, words in (([], wlz), (["wzd_van_toepassing"], wzd)):
        workspace.plans.save_frame(workspace.plans.plan(plan_id), ["wlz"], flags, {})
        gates = workspace.plans.adoption_check(plan_id, DAY).gates
        found = [gate for gate in gates if gate.question_id == "beoordeling_wils"]
        assert [gate.blocks for gate in found] == ([bool(flags)] if words else [])
        assert all(words in gate.text for gate in found)


@pytest.mark.parametrize("column", ["beslissing", "uitkomst", "wie", "functie", "hoe", "wanneer", "wens"])
def test_a_judgement_lacks_nothing_that_every_law_asks(workspace: Workspace, column: str) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Sem", birth_date=ADULT))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_answer(plan_id, "twijfel_beslissen", "ja", ())
    row = {name: value for name, value in WHOLE.items() if name != column}
    workspace.plans.save_answer(plan_id, "beoordeling_wils", [row], ())
    gates = workspace.plans.adoption_check(plan_id, DAY).gates
    (found,) = [gate for gate in gates if gate.question_id == "beoordeling_wils"]
    assert found.blocks
    assert found.text.startswith("Vul bij beslissing 1 nog in: ")


def test_without_doubt_an_old_judgement_asks_nothing(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Sem", birth_date=ADULT))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_answer(
        plan_id, "beoordeling_wils", [{"id": "b1", "beslissing": "wilsonbekwaam"}], ()
    )
    workspace.plans.save_answer(plan_id, "twijfel_beslissen", "nee", ())
    gates = workspace.plans.adoption_check(plan_id, DAY).gates
    assert not [gate for gate in gates if gate.question_id == "beoordeling_wils"]


@pytest.mark.parametrize(
    ("plan_type", "regime", "born", "unable", "around", "asked"),
    [
        ("wmo", "wmo", ADULT, False, (), ["client"]),  # row 28
        ("wmo", "wmo", ADULT, True, _around("mentor"), ["mentor"]),  # row 28
        ("zlp", "wlz", EIGHT, False, _around("parent"), ["parent"]),  # row 16
        ("zlp", "wlz", THIRTEEN, False, _around("parent"), ["client", "parent"]),  # row 17
        ("zlp", "wlz", THIRTEEN, True, _around("parent"), ["parent"]),  # row 18
        ("zlp", "wlz", ADULT, False, _around("mentor"), ["client"]),  # row 19
        ("zlp", "wlz", ADULT, True, _around("mentor"), ["mentor"]),  # row 20
        ("zlp", "zvw", ADULT, True, _around("mentor"), ["mentor"]),  # rows 7 and 11
        ("ggz", "zvw", ADULT, False, (), ["client"]),  # rows 5 and 11
        ("ggz", "wlz", ADULT, True, _around("curator"), ["curator"]),  # row 20
        ("mld", "wmo", ADULT, False, (), []),  # row 31
        ("mld", "jeugdwet", EIGHT, False, _around("parent"), []),  # row 31
        ("pp", "wlz", ADULT, False, (), []),
    ],
)
def test_each_plan_type_asks_the_people_of_its_row(
    workspace: Workspace,
    plan_type: str,
    regime: str,
    born: date,
    unable: bool,
    around: tuple[CustodyView, ...],
    asked: list[str],
) -> None:
    check, _ = _check(workspace, born, regime, around=around, unable=unable, plan_type=plan_type)
    assert [one.capacity for one in check.expected] == asked
    assert check.complete
    assert (check.free, check.hand_in) == (plan_type == "mld", plan_type == "pp")
    assert bool(check.heard) is (plan_type == "mld" or unable or born == EIGHT)


def test_nobody_who_died_is_asked(workspace: Workspace) -> None:
    """A guardian and a mentor who died do not decide any more: the next one does, or it is told who lacks."""
    clients = workspace.clients
    home, _ = clients.add_household("Gezin Voorbeeld")
    child, _ = clients.add_client(PersonView(given_name="Mila", birth_date=EIGHT))
    late, _ = clients.add_client(PersonView(given_name="Sil", birth_date=THIRTEEN, deceased_on=DAY))
    for client in (child, late):
        clients.add_member(home, clients.client(client).person.id, "kind")
    for given, died in (("Oma", DAY), ("Opa", None)):
        person, _ = clients.add_person(PersonView(given_name=given, deceased_on=died))
        clients.add_custody(CustodyView("", child, clients.person(person), "guardian"))
        clients.add_custody(CustodyView("", late, clients.person(person), "guardian"))
    plan_id, _ = workspace.plans.start_plan("gzp", "", home)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], [], {})
    check = workspace.plans.adoption_check(plan_id, DAY)
    names = {one.id: one.given_name for one in clients.people()}
    assert [names[one.person_id] for one in check.expected] == ["Opa"]
    assert check.complete
    the_day_before = workspace.plans.adoption_check(plan_id, DAY - timedelta(days=1))
    assert {names[one.person_id] for one in the_day_before.expected} == {"Oma", "Opa", "Sil"}
