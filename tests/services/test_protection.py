"""A plan with a list exists for those on the list alone, and every opening of it is noted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import timedelta

import pytest
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.errors import InvalidInputError, NotFoundError, PlanbureauError, PrintError
from planbureau.model.rows import Base
from planbureau.model.sight import Sight, _criteria
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults
from planbureau.services.workspace import OpenWorkspace
from planbureau.views import AgreementView, GoalView, PersonView, RiskView

CANARY = "zwaluwstaart"
"""Stands in each part of the protected plan, and nowhere else."""
TITLE = "meldcode"


@dataclass
class Case:
    """A client with an ordinary plan and a protected one, and a colleague who is not on the list."""

    workspace: Workspace
    client_id: str
    plan_id: str
    other_id: str
    colleague: str


@pytest.fixture
def case(workspace: Workspace) -> Case:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    karim = PersonView(given_name="Karim", family_name="Collega", professional=True, function="begeleider")
    colleague, _ = workspace.clients.add_person(karim)
    other_id, _ = workspace.plans.start_plan("osp", client_id)
    plan_id, _ = workspace.plans.start_plan("mld", client_id)
    plan = workspace.plans.plan(plan_id)
    today = workspace.calendar.today()
    workspace.plans.save_frame(plan, ["wmo"], [], {"datum_vastgesteld": today})
    workspace.plans.save_answer(plan_id, "besluit_waarom", f"om de {CANARY}", ())
    workspace.plans.save_draft(plan_id, "stap_wegen", f"half {CANARY}")
    goal = GoalView("", plan_id, 0, sentence=f"Geen {CANARY} meer")
    workspace.goals.add_goal(goal)
    workspace.plans.add_agreement(AgreementView("", plan_id, what=f"bij {CANARY} bellen"))
    workspace.plans.add_risk(RiskView("", plan_id, what=f"weer {CANARY}"))
    workspace.scratch.jot(client_id, "", "een regel")
    return Case(workspace, client_id, plan_id, other_id, colleague)


@contextmanager
def at_the_keyboard(workspace: Workspace, person_id: str) -> Iterator[None]:
    """Another user of the same vault, as when it had been opened by that one."""
    assert isinstance(workspace, OpenWorkspace)
    context = workspace._context
    was, context.user_id = context.user_id, person_id
    context.look_again()
    yield
    context.user_id = was
    context.look_again()


def everything_shown(case: Case) -> str:
    """All that lists, search, other plans, exports and prints say about this client."""
    work, client = case.workspace, case.client_id
    said: list[object] = [
        work.clients.rows(),
        work.clients.people_of(client),
        work.plans.rows(client),
        work.plans.recent(),
        work.plans.drafts(),
        work.plans.drafts(case.plan_id),
        work.goals.goals_of(client),
        work.calendar.deadlines(),
        work.calendar.deadlines(client_id=client),
        work.search(CANARY),
        work.search(TITLE),
        work.search("Noor"),
        work.guide.known(client, (), {row.id for row in work.plans.rows(client)}),
        work.scratch.pads(client),
        work.offers.of_plan(case.other_id),
        work.annexes.unfinished(),
        work.forms.all(),
        [(row.title, row.subject_name) for row in work.plans.rows()],
        *(work.plans.plan(row.id) for row in work.plans.rows(client) if row.id != case.plan_id),
    ]
    with suppress(PlanbureauError):
        said.append(work.plans.plan(case.plan_id))
    with suppress(PlanbureauError):
        said.append(work.plans.row(case.plan_id))
    return "\n".join(repr(one) for one in said)


def test_who_is_not_on_the_list_finds_nothing_of_the_plan_anywhere(case: Case) -> None:
    work = case.workspace
    maker_sees = everything_shown(case)
    assert CANARY in maker_sees
    assert TITLE in maker_sees
    assert work.search(CANARY)
    with at_the_keyboard(work, case.colleague):
        shown = everything_shown(case)
        assert CANARY not in shown
        assert TITLE not in shown.casefold()
        assert case.plan_id not in shown
        assert work.protection.hidden_plans(case.client_id) == 1
        assert CANARY not in work.exchange.export_client(case.client_id).decode()
        for verb in (
            lambda: work.plans.plan(case.plan_id),
            lambda: work.plans.save_answer(case.plan_id, "besluit_waarom", "iets", ()),
            lambda: work.exchange.export_plan(case.plan_id),
            lambda: work.prints.render(PrintRequest(case.plan_id, Edition.PROFESSIONAL)),
            lambda: work.protection.access(case.plan_id),
            lambda: work.protection.allow(case.plan_id, case.colleague, "nieuwsgierig"),
            lambda: work.plans.close_plan(case.plan_id, "weg"),
        ):
            with pytest.raises(NotFoundError):
                verb()
    assert work.plans.plan(case.plan_id).answer("besluit_waarom").value == f"om de {CANARY}"


def test_during_a_home_visit_the_plan_and_its_kind_exist_for_nobody(case: Case) -> None:
    work = case.workspace
    work.protection.set_visiting(visiting=True)
    shown = everything_shown(case)
    assert CANARY not in shown
    assert case.plan_id not in shown
    assert work.protection.hidden_plans(case.client_id) == 0
    assert "mld" not in {one.id for one in work.plans.formats()}
    assert {one.id for one in work.plans.formats()} >= {"osp", "zlp"}
    work.protection.set_visiting(visiting=False)
    assert CANARY in everything_shown(case)


def test_the_maker_lets_a_colleague_in_with_a_reason_and_the_last_one_stays(
    case: Case, room: VaultRoom
) -> None:
    work, list_of = case.workspace, case.workspace.protection
    maker = work.organisation.user()
    assert [line.person_id for line in list_of.access(case.plan_id).now] == [maker.id]
    assert [one.id for one in list_of.candidates(case.plan_id)] == [case.colleague]
    with pytest.raises(InvalidInputError, match="waarom"):
        list_of.allow(case.plan_id, case.colleague, "  ")
    with pytest.raises(InvalidInputError, match="laatste"):
        list_of.withdraw(case.plan_id, maker.id, "ik stop")
    room.clock.moment += timedelta(days=1)
    list_of.allow(case.plan_id, case.colleague, "vervangt mij in mei")
    with at_the_keyboard(work, case.colleague):
        assert work.plans.plan(case.plan_id).answer("besluit_waarom").value == f"om de {CANARY}"
        list_of.withdraw(case.plan_id, maker.id, "werkt hier niet meer")
        with pytest.raises(InvalidInputError, match="laatste"):
            list_of.withdraw(case.plan_id, case.colleague, "ik ook")
        lines = list_of.access(case.plan_id).lines
        assert [(one.reason, one.removed_reason, one.until is None) for one in lines] == [
            ("maakte het plan", "werkt hier niet meer", False),
            ("vervangt mij in mei", "", True),
        ]
    with pytest.raises(NotFoundError):
        work.plans.plan(case.plan_id)


def test_opening_printing_and_exporting_is_noted_by_whom_and_when(case: Case, room: VaultRoom) -> None:
    work = case.workspace
    work.plans.plan(case.plan_id)
    work.plans.plan(case.plan_id)
    work.prints.render(PrintRequest(case.plan_id, Edition.PROFESSIONAL))
    work.exchange.export_plan(case.plan_id)
    room.clock.moment += timedelta(hours=1)
    work.plans.plan(case.plan_id)
    noted = work.protection.access(case.plan_id).openings
    who = work.organisation.user().full_name
    assert {line.name for line in noted} == {who}
    assert sorted(line.what for line in noted) == ["afdruk gemaakt", "geopend", "geopend", "geëxporteerd"]
    assert (noted[0].what, noted[0].at) == ("geopend", room.clock.moment)


def test_a_shielded_plan_never_hangs_on_a_wall(case: Case) -> None:
    for edition in (Edition.PROFESSIONAL, Edition.EASY):
        assert case.workspace.prints.render(PrintRequest(case.plan_id, edition)).pdf
    with pytest.raises(PrintError, match="afgeschermd"):
        case.workspace.prints.render(PrintRequest(case.plan_id, Edition.START))
    assert case.workspace.prints.render(PrintRequest(case.other_id, Edition.START)).pdf


def test_a_vault_that_is_only_read_does_not_open_the_plan_because_it_cannot_note_it(
    case: Case, room: VaultRoom
) -> None:
    case.workspace.lock()
    reader = room.vaults.unlock(room.place, PASSWORD, read_only=True)
    with pytest.raises(PlanbureauError, match="vastgelegd"):
        reader.plans.plan(case.plan_id)
    assert reader.plans.plan(case.other_id).id == case.other_id
    reader.lock()


def test_the_plan_goes_out_alone_and_never_with_its_client(case: Case, room: VaultRoom) -> None:
    work = case.workspace
    assert CANARY not in work.exchange.export_client(case.client_id).decode()
    assert work.exchange.left_out(case.client_id) == 1
    alone = work.exchange.export_plan(case.plan_id)
    assert CANARY in alone.decode()
    elsewhere = VaultRoom(room.folder / "elders").create_anew()
    elsewhere.exchange.import_file(alone)
    assert [line.person_id for line in elsewhere.protection.access(case.plan_id).now] == [
        elsewhere.organisation.user().id
    ]
    elsewhere.lock()


def test_other_plans_go_on_as_they_were(case: Case) -> None:
    work = case.workspace
    with at_the_keyboard(work, case.colleague):
        plan = work.plans.plan(case.other_id)
        work.plans.save_answer(plan.id, "belangrijk_voor_mij", "tuinieren", ())
        assert {hit.record_id for hit in work.search("tuinieren")} == {case.other_id}
        assert [row.id for row in work.plans.rows(case.client_id)] == [case.other_id]
    assert work.search(CANARY)


def test_every_table_that_belongs_to_a_plan_is_kept_out_of_sight() -> None:
    of_the_rules = {"plan_access", "plan_opening", "plan_share", "plan_code", "code_try"}
    of_its_author = {"scratch_line"}
    named = {row.__tablename__ for row, _ in _criteria(Sight(frozenset({"p"}), {"q": frozenset()}))}
    with_plan = {table.name for table in Base.metadata.tables.values() if "plan_id" in table.columns}
    assert with_plan - of_the_rules - of_its_author - named == set()
    assert {"plan", "goal", "action"} <= named


OWN_TYPE = """
id = "eigen_zorgen"
version = 1
title = "Eigen plan bij zorgen"
regimes = ["wmo"]
access = "listed"
[[section]]
id = "een"
title = "Een"
  [[section.question]]
  id = "belangrijk_voor_mij"
  kind = "long_text"
  label = "Wat is belangrijk"
"""


def test_an_own_plan_type_with_a_list_tells_the_guide_and_other_plans_nothing(room: VaultRoom) -> None:
    room.create().lock()
    places = Places(room.place, room.folder / "kopieen", room.folder / "plantypes", daily=False)
    places.formats.mkdir()
    (places.formats / "zorgen.toml").write_text(OWN_TYPE, encoding="utf-8")
    work = Vaults(room.clock, places, QUICK).unlock(room.place, PASSWORD)
    client_id, _ = work.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    kept, _ = work.plans.start_plan("eigen_zorgen", client_id)
    work.plans.save_frame(work.plans.plan(kept), ["wmo"], [], {})
    work.plans.save_answer(kept, "belangrijk_voor_mij", CANARY, ())
    other, _ = work.plans.start_plan("wmo", client_id)
    rows = {row.id: row.private for row in work.plans.rows(client_id)}
    assert rows == {kept: True, other: False}
    assert "wet" not in work.guide.known(client_id, (), {kept}).answers
    assert work.offers.of_plan(other) == ()
    karim, _ = work.clients.add_person(PersonView(given_name="Karim", professional=True))
    with at_the_keyboard(work, karim):
        assert [row.id for row in work.plans.rows(client_id)] == [other]
    work.lock()

    # The file breaks: its plans do not open, the list says so, and still nobody else finds them.
    (places.formats / "zorgen.toml").write_text("kapot", encoding="utf-8")
    work = Vaults(room.clock, places, QUICK).unlock(room.place, PASSWORD)
    assert {row.id: row.lost for row in work.plans.rows(client_id)} == {kept: True, other: False}
    with pytest.raises(NotFoundError, match="blijven bewaard"):
        work.plans.plan(kept)
    with at_the_keyboard(work, karim):
        assert [row.id for row in work.plans.rows(client_id)] == [other]
        assert work.search(CANARY) == ()
        assert CANARY not in work.exchange.export_client(client_id).decode()
    work.lock()
