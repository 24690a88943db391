"""A vault with a short kind of plan, that can be filled and adopted in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tests.vault_room import PASSWORD, QUICK, VaultRoom

from planbureau.services.api import Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults, load_content
from planbureau.ui.page import PageContext
from planbureau.ui.theme.context import ThemeContext
from planbureau.views import CustodyView, PersonView

SHORT = """\
id = "kortplan"
version = 1
title = "Kort plan"
easy_title = "Mijn plan"
regimes = ["wlz", "jeugdwet"]
deadlines = ["WLZ-02", "WLZ-04"]

[[section]]
use = ["ID"]
title = "Over wie gaat het"

[[section]]
id = "wens"
title = "Wat wil je"
easy_title = "Wat ik wil"
pictogram = "muziek"
  [[section.question]]
  id = "wens"
  kind = "long_text"
  label = "Wat wil je het liefst"
  easy_label = "Wat ik wil"
  voice = "client"
  easy = true
  need = "adopt"
  editions = ["professional", "easy", "start"]
"""


@dataclass(frozen=True)
class Plans:
    """Noor is an adult under the Wlz; Sem is twelve, under the Jeugdwet, with two parents who decide."""

    noor: str
    noor_person: str
    noor_plan: str
    sem: str
    sem_plan: str


@pytest.fixture(scope="session")
def short_format(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the short kind of plan."""
    folder = tmp_path_factory.mktemp("formaten")
    (folder / "kortplan.toml").write_text(SHORT, encoding="utf-8")
    return folder


@pytest.fixture
def room(tmp_path: Path) -> VaultRoom:
    return VaultRoom(tmp_path)


@pytest.fixture
def workspace(room: VaultRoom, short_format: Path) -> Iterator[Workspace]:
    room.create().lock()
    places = Places(room.place, room.folder / "kopieen", daily=False)
    vaults = Vaults(room.clock, places, QUICK, content=lambda: load_content([short_format]))
    opened = vaults.unlock(room.place, PASSWORD)
    yield opened
    opened.lock()


@pytest.fixture
def page_context(workspace: Workspace, context: ThemeContext, room: VaultRoom) -> PageContext:
    return PageContext(workspace, context, room.clock)


@pytest.fixture
def plans(workspace: Workspace) -> Plans:
    clients = workspace.clients
    noor, _ = clients.add_client(
        PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))
    )
    sem, _ = clients.add_client(
        PersonView(given_name="Sem", family_name="Anders", birth_date=date(2013, 6, 1))
    )
    for name in ("Ada", "Bo"):
        parent, _ = clients.add_person(PersonView(given_name=name, family_name="Anders"))
        clients.add_custody(CustodyView("", sem, clients.person(parent), "parent"))
    return Plans(
        noor,
        clients.client(noor).person.id,
        _plan(workspace, noor, "wlz"),
        sem,
        _plan(workspace, sem, "jeugdwet"),
    )


def _plan(workspace: Workspace, client_id: str, regime: str) -> str:
    plan_id, _ = workspace.plans.start_plan("kortplan", client_id)
    plan = workspace.plans.plan(plan_id)
    workspace.plans.save_frame(plan, [regime], [], {"datum_start_zorg": date(2026, 3, 2)})
    workspace.plans.save_answer(plan_id, "wens", "Ik wil trommelen op zondag.", ())
    return plan_id
