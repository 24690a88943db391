"""The search index follows what is written, without making each field wait for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.orm import Session
from tests.services.test_protection import at_the_keyboard
from tests.vault_room import DAY, PASSWORD, VaultRoom

from planbureau.model import search
from planbureau.model.store import Store
from planbureau.services.api import Workspace
from planbureau.services.context import Context
from planbureau.vault import opening
from planbureau.views import AppointmentView, PersonView, SearchHit

KEY = "belangrijk_voor_mij"


def _plan(workspace: Workspace, given: str = "Noor") -> str:
    client_id, _ = workspace.clients.add_client(PersonView(given_name=given, family_name="Voorbeeld"))
    return workspace.plans.start_plan("osp", client_id)[0]


def _write(workspace: Workspace, plan_id: str, text: str) -> None:
    before = workspace.plans.plan(plan_id).answers.get(KEY)
    workspace.plans.save_answer(plan_id, KEY, text, before.heads if before else ())


def _found(workspace: Workspace, text: str) -> set[str]:
    return {hit.record_id for hit in workspace.search(text)}


@contextmanager
def _inside(room: VaultRoom) -> Iterator[Session]:
    """The records of a vault that is locked."""
    access = opening.unlock_with_password(room.place, PASSWORD)
    store = Store(access.connect, access.dbapi, room.clock)
    with store.writing("") as work:
        yield work.session
    store.close()
    access.close()


def test_what_was_just_written_is_found_and_what_was_taken_away_is_not(workspace: Workspace) -> None:
    plan_id = _plan(workspace)
    _write(workspace, plan_id, "tuinieren met oma")
    assert _found(workspace, "tuinieren") == {plan_id}
    _write(workspace, plan_id, "zwemmen met oma")
    assert _found(workspace, "tuinieren") == set()
    assert _found(workspace, "zwem") == {plan_id}


def test_a_word_from_before_locking_is_found_after_it(room: VaultRoom) -> None:
    workspace = room.create()
    plan_id = _plan(workspace)
    _write(workspace, plan_id, "tuinieren met oma")
    workspace.lock()
    again = room.unlock()
    assert _found(again, "tuinieren") == {plan_id}
    again.lock()
    with _inside(room) as session:
        assert search.behind(session) == set()


def test_a_plan_is_put_in_the_index_when_another_one_is_written_in(room: VaultRoom) -> None:
    workspace = room.create()
    first, second = _plan(workspace), _plan(workspace, "Sem")
    _write(workspace, first, "tuinieren met oma")
    _write(workspace, second, "zwemmen met opa")
    workspace.lock()
    with _inside(room) as session:
        assert first not in search.behind(session)
        assert second in search.behind(session)
        assert [hit.record_id for hit in search.find(session, "tuinieren", 5)] == [first]


def test_a_write_that_was_undone_leaves_nothing_behind_in_the_search(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = _plan(workspace), _plan(workspace, "Sem")
    _write(workspace, first, "tuinieren met oma")
    with monkeypatch.context() as undone:
        undone.setattr(Context, "may_write", _disk_is_full)  # the last that is asked before the commit
        with pytest.raises(OSError, match="vol"):
            _write(workspace, second, "zwemmen met opa")
    _write(workspace, second, "schaatsen met opa")
    assert _found(workspace, "tuinieren") == {first}
    assert _found(workspace, "schaatsen") == {second}
    _write(workspace, second, "fietsen met opa")
    assert _found(workspace, "fietsen") == {second}


def _disk_is_full(*_: object) -> None:
    raise OSError("vol")


def test_a_reader_finds_without_catching_up(room: VaultRoom) -> None:
    workspace = room.create()
    plan_id = _plan(workspace)
    _write(workspace, plan_id, "tuinieren met oma")
    workspace.lock()
    reader = room.vaults.unlock(room.place, PASSWORD, read_only=True)
    assert {hit.title for hit in reader.search("voorbeeld")} == {"Noor Voorbeeld"}
    reader.lock()


def test_clients_come_before_plans_however_often_a_word_is_used(room: VaultRoom) -> None:
    workspace = room.create()
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Roos", family_name="Tuin"))
    workspace.lock()
    with _inside(room) as session:
        for number in range(260):
            search.put(
                session, SearchHit("plan", f"plan-{number}", "", "Roos", ""), f"tuin met roos {number}"
            )
    again = room.unlock()
    hits = again.search("roos", 30)
    assert hits[0].record_id == client_id
    assert len(hits) == 30
    assert "plan-7" in _found(again, "tuin 7")
    again.lock()


def test_an_appointment_is_found_by_its_words_and_stays_so_when_it_moves(workspace: Workspace) -> None:
    home, _ = workspace.clients.add_household("Gezin Zilver")
    made = AppointmentView("", DAY, "Tandarts", household_id=home, place="Kerkstraat", remark="pasje mee")
    one, _ = workspace.appointments.add(made)
    for typed in ("tandarts", "kerkstr", "pasje"):
        assert workspace.search(typed) == (
            SearchHit("appointment", one, "", "Tandarts, 16 maart 2026", "Gezin Zilver", home),
        )
    before = workspace.appointments.appointment(one)
    workspace.appointments.save(before, replace(before, title="Orthodontist", day=date(2026, 4, 1)))
    workspace.appointments.cancel([one])
    assert _found(workspace, "tandarts") == set()
    assert [hit.title for hit in workspace.search("ortho")] == ["Orthodontist, 1 april 2026 (afgezegd)"]


def test_an_appointment_of_a_plan_that_one_may_not_see_is_not_found(workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))
    plan_id, _ = workspace.plans.start_plan("mld", client_id)
    talk, _ = workspace.appointments.add(
        AppointmentView("", DAY, "Kringgesprek", client_id=client_id, plan_id=plan_id)
    )
    assert _found(workspace, "kringgesprek") == {talk}
    with at_the_keyboard(workspace, "somebody else"):
        assert workspace.search("kringgesprek") == ()


def test_an_appointment_from_before_the_index_knew_them_is_found(room: VaultRoom) -> None:
    """What migration 0022 marks, the next search puts in the index."""
    workspace = room.create()
    one, _ = workspace.appointments.add(AppointmentView("", DAY, "Tandarts"))
    workspace.lock()
    with _inside(room) as session:
        search.drop(session, one)
        search.mark_behind(session, [one])
    again = room.unlock()
    assert _found(again, "tandarts") == {one}
    again.lock()
