"""A short kind of plan with a part of the foster parent, that is adopted in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tests.vault_room import DAY, PASSWORD, QUICK, VaultRoom

from planbureau.services.api import AdoptPlan, Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults, load_content
from planbureau.views import ConsentView, CustodyView, PersonView, RelationView

FORMAT = """\
id = "pleegkort"
version = 1
title = "Kort plan"
easy_title = "Mijn plan"
regimes = ["jeugdwet"]
flags = ["pleegzorg"]
deadlines = []

[[section]]
id = "pleegouder"
title = "De pleegouder"
easy_title = "Mijn pleegouders"
agreed_by = "foster_parent"
  [[section.question]]
  id = "rol"
  kind = "long_text"
  label = "De rol van de pleegouder"
  easy_label = "Wat doet je pleegouder?"
  easy = true
  editions = ["professional", "easy"]

[[section]]
use = ["INS"]
"""


@dataclass(frozen=True)
class Foster:
    """Sem is thirteen, with a parent who decides and a foster parent; both dates of the plan are known."""

    plan: str
    sem: str
    parent: str
    foster: str

    def said(
        self, person: str, capacity: str, outcome: str, on: date | None = None, reason: str = ""
    ) -> ConsentView:
        """An answer about this plan."""
        subject = "foster_part" if capacity == "foster_parent" else "whole_plan"
        form = "spoken" if outcome in ("agreed", "partly", "refused") else "none"
        return ConsentView("", self.plan, 0, subject, person, capacity, outcome, form, on, reason=reason)


@contextmanager
def vault_with(room: VaultRoom) -> Iterator[Workspace]:
    """A vault that knows the short kind of plan."""
    folder = room.folder / "formaten"
    folder.mkdir(exist_ok=True)
    (folder / "pleegkort.toml").write_text(FORMAT, encoding="utf-8")
    room.create().lock()
    places = Places(room.place, room.folder / "kopieen", daily=False)
    vaults = Vaults(room.clock, places, QUICK, content=lambda: load_content([Path(folder)]))
    opened = vaults.unlock(room.place, PASSWORD)
    yield opened
    opened.lock()


def adopted(workspace: Workspace) -> Foster:
    """The plan as it was adopted on 2 March 2026: Sem and the parent agreed, Joke did not yet."""
    clients = workspace.clients
    client_id, _ = clients.add_client(PersonView(given_name="Sem", birth_date=date(2013, 1, 1)))
    parent, _ = clients.add_person(PersonView(given_name="Ada"))
    clients.add_custody(CustodyView("", client_id, clients.person(parent), "parent"))
    foster, _ = clients.add_person(PersonView(given_name="Joke"))
    clients.add_relation(RelationView("", client_id, clients.person(foster), role="pleegouder"))
    plan_id, _ = workspace.plans.start_plan("pleegkort", client_id)
    workspace.plans.save_frame(workspace.plans.plan(plan_id), ["jeugdwet"], ["pleegzorg"], {})
    workspace.plans.save_answer(plan_id, "rol", "Joke brengt Sem naar school.", ())
    found = Foster(plan_id, clients.client(client_id).person.id, parent, foster)
    answers = (found.said(found.sem, "client", "agreed"), found.said(parent, "parent", "agreed"))
    workspace.plans.adopt(
        AdoptPlan(plan_id, date(2026, 3, 2), "thuis", (found.sem,), "", ("pleegouder",), "", answers)
    )
    return found


__all__ = ["DAY", "Foster", "adopted", "vault_with"]
