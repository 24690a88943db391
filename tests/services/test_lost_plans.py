"""A plan whose plan type is gone or broken: named in every list, read and exported as far as possible."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from tests.adopted_plans import FORMAT, adopted
from tests.services.test_protection import OWN_TYPE, at_the_keyboard
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.errors import NotFoundError
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults
from planbureau.views import AgreementView, GoalView, PersonView


@dataclass
class Own:
    """A vault with plan types of one's own, in a folder."""

    room: VaultRoom

    def write(self, name: str, text: str) -> None:
        self.places.formats.mkdir(exist_ok=True)
        (self.places.formats / name).write_text(text, encoding="utf-8")

    @property
    def places(self) -> Places:
        room = self.room
        return Places(room.place, room.folder / "kopieen", room.folder / "plantypes", daily=False)

    def unlock(self) -> Workspace:
        return Vaults(self.room.clock, self.places, QUICK).unlock(self.room.place, PASSWORD)


@pytest.fixture
def own(room: VaultRoom) -> Own:
    room.create().lock()
    return Own(room)


def test_what_was_adopted_stays_readable_and_the_concept_too(own: Own) -> None:
    own.write("kort.toml", FORMAT)
    work = own.unlock()
    plan_id = adopted(work).plan
    work.plans.start_next_version(plan_id)
    work.plans.save_answer(plan_id, "rol", "Joke kookt ook.", work.plans.plan(plan_id).answers["rol"].heads)
    work.goals.add_goal(GoalView("", plan_id, 0, sentence="Sem fietst naar school"))
    work.plans.add_agreement(AgreementView("", plan_id, what="Elke maandag bellen"))
    assert work.plans.lost(plan_id) is None
    work.lock()
    own.write("kort.toml", "kapot")
    work = own.unlock()
    assert [row.lost for row in work.plans.recent()] == [True]
    (hit,) = [hit for hit in work.search("kookt") if hit.kind == "plan"]
    assert (hit.record_id, hit.lost) == (plan_id, True)
    lost = work.plans.lost(plan_id)
    assert lost is not None
    assert (lost.title, lost.subject_name) == ("Kort plan", "Sem")
    assert any(problem.startswith("kort.toml") for problem in lost.problems)
    assert lost.parts == (
        ("De rol van de pleegouder", "Joke kookt ook."),
        ("Doel 1", "Sem fietst naar school"),
        ("Afspraak", "Elke maandag bellen"),
    )
    assert [one.number for one in lost.versions] == [1]
    assert work.prints.render(PrintRequest(plan_id, Edition.PROFESSIONAL, 1)).pdf.startswith(b"%PDF")
    assert json.loads(work.exchange.export_plan(plan_id))["records"]["answer"]
    work.lock()
    own.write("kort.toml", FORMAT)
    work = own.unlock()
    assert work.plans.lost(plan_id) is None
    assert work.plans.plan(plan_id).answer("rol").value == "Joke kookt ook."
    work.lock()


def test_a_concept_of_a_type_that_nobody_knows_is_still_words(own: Own) -> None:
    own.write("zorgen.toml", OWN_TYPE.replace('access = "listed"', ""))
    work = own.unlock()
    client_id, _ = work.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan_id, _ = work.plans.start_plan("eigen_zorgen", client_id)
    work.plans.save_answer(plan_id, "belangrijk_voor_mij", "tuinieren", ())
    work.lock()
    (own.places.formats / "zorgen.toml").unlink()
    work = own.unlock()
    lost = work.plans.lost(plan_id)
    assert lost is not None
    assert lost.parts == (("Belangrijk voor mij", "tuinieren"),)
    work.lock()


def test_what_had_a_list_keeps_it_and_its_opening_is_noted(own: Own) -> None:
    own.write("zorgen.toml", OWN_TYPE)
    work = own.unlock()
    client_id, _ = work.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan_id, _ = work.plans.start_plan("eigen_zorgen", client_id)
    work.plans.save_answer(plan_id, "belangrijk_voor_mij", "tuinieren", ())
    karim, _ = work.clients.add_person(PersonView(given_name="Karim", professional=True))
    work.lock()
    own.write("zorgen.toml", "kapot")
    work = own.unlock()
    assert b"tuinieren" not in work.exchange.export_client(client_id)
    assert work.exchange.left_out(client_id) == 1
    assert work.plans.lost(plan_id) is not None
    work.exchange.export_plan(plan_id)
    noted = {line.what for line in work.protection.access(plan_id).openings}
    assert {"geopend", "geëxporteerd"} <= noted
    with at_the_keyboard(work, karim), pytest.raises(NotFoundError):
        work.plans.lost(plan_id)
    work.lock()
