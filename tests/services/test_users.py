"""More people in one vault: who unlocks is who acts."""

from __future__ import annotations

import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.errors import InvalidInputError, VaultError, WrongSecretError
from planbureau.model import drafts
from planbureau.model.reading import user as user_reading
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import Workspace
from planbureau.services.api.users import Newcomer, RemovedUserView
from planbureau.services.workspace import OpenWorkspace
from planbureau.vault import users as vault_users
from planbureau.vault.errors import DiskFullError
from planbureau.views import FormKey, NoteView, PersonView

BRAM = "gele eenden fietsen langzaam"


@dataclass
class Team:
    """Sanne made the vault; Bram has a password too."""

    room: VaultRoom
    bram: str
    sanne: str

    def as_sanne(self) -> Workspace:
        return self.room.vaults.unlock(self.room.place, PASSWORD, slot_id=self.sanne)

    def as_bram(self) -> Workspace:
        return self.room.vaults.unlock(self.room.place, BRAM, slot_id=self.bram)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    room = VaultRoom(tmp_path)
    work = room.create()
    slot_id = work.users.enlist(Newcomer(name="Bram van Bos", function="begeleider"))
    work.users.admit(slot_id, PASSWORD, BRAM)
    sanne = work.users.me()
    work.lock()
    return Team(room, slot_id, sanne)


def client_of(work: Workspace) -> str:
    return work.clients.add_client(PersonView(given_name="Kees", family_name="Klant"))[0]


def test_who_unlocks_is_who_acts(team: Team) -> None:
    work = team.as_bram()
    me = work.organisation.user()
    assert (me.full_name, me.function, me.professional) == ("Bram van Bos", "begeleider", True)
    client_id = client_of(work)
    now = team.room.clock.now()
    note = NoteView("", client_id, "", now, now, text=(TextPart("Goed gesprek."),))
    added, _ = work.notes.add(note)
    assert not work.notes.unread()
    work.lock()
    work = team.as_sanne()
    assert work.organisation.user().full_name == "Sanne Begeleider"
    assert [note.id for note in work.notes.unread()] == [added]
    assert work.notes.unread()[0].author_id == me.id
    work.lock()


def test_a_question_waits_for_whom_it_is_for(team: Team) -> None:
    """What waits, what was answered and what is unread follow who unlocked."""
    work = team.as_bram()
    bram = work.organisation.user().id
    client_id = client_of(work)
    sanne = next(one.id for one in work.clients.people() if one.full_name == "Sanne Begeleider")
    now = team.room.clock.now()
    asking = NoteView(
        "",
        client_id,
        "",
        now,
        now,
        text=(TextPart("Kees eet niet."),),
        question="Bel jij?",
        question_to=sanne,
    )
    asked, _ = work.notes.add(asking)
    assert work.notes.waiting() == ()
    work.lock()

    work = team.as_sanne()
    assert [note.id for note in work.notes.waiting()] == [asked]
    work.notes.mark_read([asked])
    work.notes.settle(asked)
    assert work.notes.waiting() == ()
    assert work.notes.answered(now.date()) == (), "she asked nothing herself"
    work.lock()

    work = team.as_bram()
    (answered,) = work.notes.answered(now.date())
    assert (answered.id, answered.author_id, answered.question_to) == (asked, bram, sanne)
    assert work.notes.waiting() == ()
    work.notes.settle(asked, done=False)
    work.lock()
    work = team.as_sanne()
    assert [note.id for note in work.notes.waiting()] == [asked]
    work.lock()


def test_the_list_says_who_since_when_and_by_whom(team: Team) -> None:
    work = team.as_sanne()
    first, second = work.users.users()
    assert (first.name, first.added_by, first.me) == ("Sanne Begeleider", "", True)
    assert (second.name, second.function, second.added_by, second.me) == (
        "Bram van Bos", "begeleider", "Sanne Begeleider", False,
    )  # fmt: skip
    assert second.since.date() == date(2026, 3, 16)
    work.lock()
    assert [one.name for one in team.room.vaults.openers(team.room.place)] == [
        "Sanne Begeleider",
        "Bram van Bos",
    ]


def test_another_name_stands_on_the_start_screen_too(team: Team) -> None:
    work = team.as_bram()
    before = work.organisation.user()
    work.organisation.save_user(before, replace(before, family_name="Bosch", prefix=""))
    work.lock()
    assert [one.name for one in team.room.vaults.openers(team.room.place)][1] == "Bram Bosch"


def test_a_known_colleague_can_be_chosen_once(team: Team) -> None:
    work = team.as_sanne()
    person = work.clients.add_person(PersonView(given_name="Els", family_name="Vos", professional=True))[0]
    assert [one.full_name for one in work.users.known_colleagues()] == ["Els Vos"]
    slot_id = work.users.enlist(Newcomer(person))
    work.users.admit(slot_id, PASSWORD, "vier blauwe kannen soep")
    assert work.users.known_colleagues() == ()
    work.lock()


@pytest.mark.parametrize(
    ("own", "new", "error"),
    [("verkeerd", BRAM, WrongSecretError), (PASSWORD, "te kort", InvalidInputError)],
)
def test_a_refused_newcomer_is_nobody(tmp_path: Path, own: str, new: str, error: type[Exception]) -> None:
    room = VaultRoom(tmp_path)
    work = room.create()
    slot_id = work.users.enlist(Newcomer(name="Bram Bos"))
    with pytest.raises(error):
        work.users.admit(slot_id, own, new)
    assert [one.name for one in work.users.users()] == ["Sanne Begeleider"]
    assert [one.full_name for one in work.users.known_colleagues()] == ["Bram Bos"]
    work.lock()
    room.unlock().lock()


def test_who_was_removed_does_not_come_in_and_the_work_goes_on(team: Team) -> None:
    work = team.as_sanne()
    client_id = client_of(work)
    work.users.remove(team.bram, PASSWORD)
    assert [one.name for one in work.users.users()] == ["Sanne Begeleider"]
    # The window stays open: what is written now is in the new database.
    second = client_of(work)
    assert work.organisation.verify() == "De kluis is in orde."
    work.lock()
    with pytest.raises(WrongSecretError):
        team.room.vaults.unlock(team.room.place, BRAM)
    work = team.room.unlock()
    assert {row.id for row in work.clients.rows()} == {client_id, second}
    assert work.organisation.user().full_name == "Sanne Begeleider"
    work.lock()


def test_who_only_looks_is_told_that_the_vault_was_renewed(team: Team) -> None:
    work = team.as_sanne()
    client_of(work)
    looking = team.room.vaults.unlock(team.room.place, BRAM, slot_id=team.bram, read_only=True)
    assert len(looking.clients.rows()) == 1
    work.users.remove(team.bram, PASSWORD)
    client_of(work)
    with pytest.raises(VaultError, match="veranderd of verplaatst"):
        looking.clients.rows()
    looking.lock()
    assert len(work.clients.rows()) == 2
    work.lock()


def test_a_draft_is_of_who_typed_it(team: Team) -> None:
    key = FormKey("persoon", "", "")
    work = team.as_bram()
    work.forms.keep(key, "Nieuw mens", {"naam": "van Bram"})
    work.lock()
    work = team.as_sanne()
    assert work.forms.all() == ()
    work.forms.keep(key, "Nieuw mens", {"naam": "van Sanne"})
    work.forms.drop(key)
    work.lock()
    work = team.as_bram()
    found = work.forms.find(key)
    assert found is not None
    assert (found.typed, found.by) == ({"naam": "van Bram"}, "")
    work.lock()


def test_the_draft_of_who_left_is_shown_with_the_name(team: Team) -> None:
    key = FormKey("persoon", "", "")
    work = team.as_bram()
    work.forms.keep(key, "Nieuw mens", {"naam": "van Bram"})
    work.lock()
    work = team.as_sanne()
    work.users.remove(team.bram, PASSWORD)
    (found,) = work.forms.all()
    assert work.forms.find(key) == found
    assert (found.typed, found.by) == ({"naam": "van Bram"}, "Bram van Bos")
    work.forms.drop(key)
    assert work.forms.all() == ()
    work.lock()


def test_the_recovery_code_asks_for_whom(team: Team) -> None:
    vaults, place, code = team.room.vaults, team.room.place, team.room.recovery_code
    with pytest.raises(Exception, match="meer gebruikers"):
        vaults.unlock_with_recovery(place, code, "drie nieuwe rode kastanjes")
    work = vaults.unlock_with_recovery(place, code, "drie nieuwe rode kastanjes", team.bram)
    assert work.organisation.user().full_name == "Bram van Bos"
    work.lock()
    team.as_sanne().lock()


def test_a_kill_between_person_and_password_leaves_no_trace(team: Team) -> None:
    work = team.as_sanne()
    work.users.enlist(Newcomer(name="Els Vos"))
    work.lock()  # as if the program died before `admit`
    work = team.as_sanne()
    assert isinstance(work, OpenWorkspace)
    assert [one.full_name for one in work.users.known_colleagues()] == ["Els Vos"]
    with work._context.reading() as session:
        assert drafts.found(session, reader="") == ()
    work.lock()


def test_a_removal_leaves_a_trace_that_says_who_did_it(team: Team) -> None:
    work = team.as_sanne()
    assert work.users.removed() == ()
    work.users.remove(team.bram, PASSWORD)
    now = team.room.clock.now()
    for again in (work, None):
        seen = again or team.as_sanne()
        assert seen.users.removed() == (RemovedUserView("Bram van Bos", "Sanne Begeleider", now),)
        seen.lock()


def test_a_removal_that_was_refused_leaves_none(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    work = team.as_sanne()
    with pytest.raises(WrongSecretError):
        work.users.remove(team.bram, "een ander wachtwoord")
    with pytest.raises(VaultError):
        work.users.remove(team.sanne, PASSWORD)

    def full(*_: object) -> None:
        raise DiskFullError

    monkeypatch.setattr("planbureau.vault.users.remove_user", full)
    with pytest.raises(DiskFullError):
        work.users.remove(team.bram, PASSWORD)
    assert isinstance(work, OpenWorkspace)
    with work._context.reading() as session:
        assert user_reading.removals(session) == {}
    assert [user.name for user in work.users.users()] == ["Sanne Begeleider", "Bram van Bos"]
    work.lock()


def test_the_vault_may_lock_while_somebody_is_removed(team: Team) -> None:
    """As when nobody touches the laptop meanwhile: the lock waits, and the vault is whole."""
    work = team.as_sanne()
    begun = threading.Event()
    remove = vault_users.remove_user

    def slowly(*given: Any) -> None:
        begun.set()
        remove(*given)

    def removing() -> None:
        with suppress(VaultError):  # what follows the removal may meet a vault that is locked
            work.users.remove(team.bram, PASSWORD)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault_users, "remove_user", slowly)
        thread = threading.Thread(target=removing)
        thread.start()
        assert begun.wait(30)
        work.lock()
        thread.join(30)
    again = team.as_sanne()
    assert [user.name for user in again.users.users()] == ["Sanne Begeleider"]
    assert [gone.by for gone in again.users.removed()] == ["Sanne Begeleider"]
    again.lock()
    with pytest.raises(VaultError):
        team.as_bram()
