"""What is marked "niet voor ..." never reaches the export of these people."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.services.api import Workspace
from planbureau.views import (
    ActionView,
    Address,
    AgreementView,
    ContactPoint,
    GoalView,
    PersonView,
    RelationView,
    RiskView,
)


def story(workspace: Workspace) -> dict[str, str]:
    """A client with people around, and one of everything that can be marked."""
    address = Address("adres-1", "Geheimlaan 8", "0000 AA", "Voorbeeldstad")
    contact = ContactPoint("nummer-1", "phone", "06-0000 7777")
    ids: dict[str, str] = {}
    client = PersonView(given_name="Noor", family_name="Voorbeeld", addresses=(address,), contacts=(contact,))
    ids["client"], _ = workspace.clients.add_client(client)
    for name in ("Reader", "Verborgene"):
        ids[name], _ = workspace.clients.add_person(PersonView(given_name=name, note=f"noot van {name}"))
        person = workspace.clients.person(ids[name])
        workspace.clients.add_relation(RelationView("", ids["client"], person, role="buur"))
    ids["plan"], _ = workspace.plans.start_plan("osp", ids["client"])
    workspace.plans.save_answer(ids["plan"], "belangrijk_voor_mij", "Ik zie Verborgene graag.", ())
    workspace.plans.save_answer(ids["plan"], "benaderen", "een geheim antwoord", ())
    for word in ("open", "stil"):
        ids[f"doel {word}"], _ = workspace.goals.add_goal(
            GoalView("", ids["plan"], 0, sentence=f"een {word} doel", for_whom=(ids["Verborgene"],))
        )
        action = ActionView("", ids[f"doel {word}"], "", what=f"de {word} actie")
        ids[f"actie {word}"], _ = workspace.goals.add_action(action)
    ids["afspraak"], _ = workspace.plans.add_agreement(AgreementView("", ids["plan"], what="stille afspraak"))
    ids["risico"], _ = workspace.plans.add_risk(RiskView("", ids["plan"], what="stil risico"))
    return ids


def mark(workspace: Workspace, kind: str, target: str, reader: str) -> None:
    workspace.clients.restrict(kind, target, [reader], "een stille reden")


TARGETS = (
    ("person", "{Verborgene}", ("Verborgene",)),
    ("person_field", "{Verborgene}:note", ("noot van Verborgene",)),
    ("address", "adres-1", ("Geheimlaan",)),
    ("contact", "nummer-1", ("7777",)),
    ("goal", "{doel stil}", ("een stil doel", "de stil actie")),
    ("action", "{actie stil}", ("de stil actie",)),
    ("agreement", "{afspraak}", ("stille afspraak",)),
    ("risk", "{risico}", ("stil risico",)),
    ("answer", "{plan}:benaderen", ("een geheim antwoord",)),
)


@pytest.mark.parametrize(("kind", "target", "words"), TARGETS)
def test_it_stays_out_for_this_reader_and_travels_for_another(
    workspace: Workspace, kind: str, target: str, words: tuple[str, ...]
) -> None:
    ids = story(workspace)
    mark(workspace, kind, target.format(**ids), ids["Reader"])
    for export, subject in (
        (workspace.exchange.export_client, ids["client"]),
        (workspace.exchange.export_plan, ids["plan"]),
    ):
        for_reader = export(subject, [ids["Reader"]]).decode()
        assert [word for word in words if word in for_reader] == []
        assert "stille reden" not in for_reader
        whole = export(subject).decode()
        assert [word for word in words if word not in whole] == []
        assert export(subject, [ids["Verborgene"]]).decode().count(words[0]) >= 1


def test_the_file_still_comes_in_elsewhere(workspace: Workspace, tmp_path: Path) -> None:
    ids = story(workspace)
    for kind, target, _ in TARGETS:
        mark(workspace, kind, target.format(**ids), ids["Reader"])
    content = workspace.exchange.export_client(ids["client"], [ids["Reader"]])
    other = VaultRoom(tmp_path / "ander").create_anew()
    try:
        other.exchange.import_file(content)
        goals = other.goals.goals_of(ids["client"])
        assert [goal.sentence for goal in goals] == ["een open doel"]
        assert goals[0].for_whom == ()
    finally:
        other.lock()


def test_nobody_gets_a_file_about_somebody_who_is_not_for_them(workspace: Workspace) -> None:
    ids = story(workspace)
    person = workspace.clients.client(ids["client"]).person.id
    mark(workspace, "person", person, ids["Reader"])
    for export, subject in (
        (workspace.exchange.export_client, ids["client"]),
        (workspace.exchange.export_plan, ids["plan"]),
    ):
        with pytest.raises(InvalidInputError, match="niet voor deze lezer"):
            export(subject, [ids["Reader"]])


def test_without_marks_nothing_is_left_out_but_the_old_versions(workspace: Workspace) -> None:
    ids = story(workspace)
    whole = json.loads(workspace.exchange.export_client(ids["client"]))
    for_reader = json.loads(workspace.exchange.export_client(ids["client"], [ids["Reader"]]))
    assert for_reader == whole
