"""Progress notes in the vault: only added to, found, taken along, and kept from whom they are not for."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.rules.notes.text import TextPart, said_text
from planbureau.services.api import Workspace
from planbureau.views import AgreementView, NoteTopic, NoteView, PersonView

TEXT = (TextPart("Noor bleef in bed. "), TextPart("Zij leek 😀 somber.", impression=True))


@pytest.fixture
def noor(workspace: Workspace) -> str:
    return workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))[0]


def draft(room: VaultRoom, client_id: str, **more: Any) -> NoteView:
    now = room.clock.now()
    return NoteView("", client_id, "", now, now, **{"text": TEXT, **more})


def test_author_function_and_moment_of_writing_come_by_themselves(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    user = workspace.organisation.user()
    earlier = room.clock.now() - timedelta(days=3)
    workspace.notes.add(replace(draft(room, noor, author="Iemand", function="anders"), happened_at=earlier))
    (note,) = workspace.notes.notes([noor])
    assert (note.author, note.function, note.author_id) == (user.full_name, user.function, user.id)
    assert (note.happened_at, note.written_at) == (earlier, room.clock.now())
    assert note.text == TEXT
    assert note.for_client


def test_a_correction_leaves_the_old_note_readable(room: VaultRoom, workspace: Workspace, noor: str) -> None:
    old, _ = workspace.notes.add(draft(room, noor))
    new, _ = workspace.notes.add(draft(room, noor, text=(TextPart("Het was Els."),), replaces=old))
    found = {note.id: note for note in workspace.notes.notes([noor])}
    assert (found[old].text, found[old].replaced_by, found[new].replaces) == (TEXT, new, old)


def test_what_must_still_happen_is_refused_and_nothing_is_written(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    late = replace(draft(room, noor), happened_at=room.clock.now() + timedelta(hours=2))
    for wrong in (late, draft(room, ""), draft(room, noor, text=())):
        with pytest.raises(InvalidInputError, match="staat er nog"):
            workspace.notes.add(wrong)
    assert workspace.notes.notes([noor]) == ()


def test_a_question_waits_by_name_until_it_is_ticked_off(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    me = workspace.organisation.user()
    ask = {"question": "Kijk je mee?", "question_to": me.id}
    late, _ = workspace.notes.add(draft(room, noor, **ask))
    soon, _ = workspace.notes.add(draft(room, noor, **ask, question_by=date(2026, 3, 18)))
    assert [note.id for note in workspace.notes.waiting()] == [soon, late]
    workspace.notes.settle(soon)
    assert [note.id for note in workspace.notes.waiting()] == [late]
    done = next(note for note in workspace.notes.notes([noor]) if note.id == soon)
    assert (done.question_done_on, done.question_done_by) == (room.clock.today(), me.full_name)
    workspace.notes.settle(soon, done=False)
    assert len(workspace.notes.waiting()) == 2


def test_reading_is_remembered_here_and_is_no_part_of_the_file(
    room: VaultRoom, workspace: Workspace, noor: str, tmp_path: Path
) -> None:
    workspace.notes.add(draft(room, noor))
    assert workspace.notes.unread() == ()  # what you wrote yourself is read
    exported = workspace.exchange.export_client(noor)
    other = VaultRoom(tmp_path / "ander", clock=room.clock).create_anew()
    other.exchange.import_file(exported)
    (note,) = other.notes.unread()
    assert note.unread
    other.notes.mark_read([note.id])
    assert other.notes.unread() == ()
    assert other.exchange.export_client(noor) == exported
    other.lock()


def test_impressions_topics_and_questions_survive_the_way_out_and_in(
    room: VaultRoom, workspace: Workspace, noor: str, tmp_path: Path
) -> None:
    plan, _ = workspace.plans.start_plan("osp", noor)
    agreement, _ = workspace.plans.add_agreement(
        AgreementView("", plan, what="Samen koken", reporting_hint="Noem wie erbij was")
    )
    (topic,) = workspace.notes.topics([noor])
    assert (topic.topic, topic.hint) == (NoteTopic("agreement", agreement), "Noem wie erbij was")
    workspace.notes.add(draft(room, noor, about=(topic.topic,), kind="incident", incident_kind="vallen"))
    exported = workspace.exchange.export_client(noor)
    other = VaultRoom(tmp_path / "ander", clock=room.clock).create_anew()
    other.exchange.import_file(exported)
    (here,) = workspace.notes.notes([noor])
    (there,) = other.notes.notes([noor])
    other.lock()
    assert replace(there, heads=(), unread=False) == replace(here, heads=())


def test_fields_of_an_incident_belong_to_an_incident_alone(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    workspace.notes.add(draft(room, noor, kind="contact", incident_kind="vallen"))
    fall, _ = workspace.notes.add(draft(room, noor, kind="incident", incident_kind="vallen"))
    workspace.notes.discussed(fall, date(2026, 3, 16))
    with pytest.raises(InvalidInputError):
        workspace.notes.discussed(fall, date(2026, 3, 17))
    found = {note.kind: note for note in workspace.notes.notes([noor])}
    assert found["contact"].incident_kind == ""
    assert found["incident"].incident_discussed_on == date(2026, 3, 16)


def test_a_note_that_is_not_for_a_reader_stays_out_with_its_correction(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    reader, _ = workspace.clients.add_person(PersonView(given_name="Els"))
    own = workspace.clients.client(noor).person.id
    secret, _ = workspace.notes.add(draft(room, noor, text=(TextPart("fluistering"),)))
    workspace.notes.add(draft(room, noor, text=(TextPart("gemompel"),), replaces=secret))
    workspace.notes.add(draft(room, noor, text=(TextPart("stilzwijgen"),), for_client=False))
    workspace.clients.restrict("note", secret, [reader])

    def words(*readers: str) -> set[str]:
        file = json.loads(workspace.exchange.export_client(noor, readers))
        return {part["words"] for note in file["records"].get("note", ()) for part in note["text"]}

    assert words() == {"fluistering", "gemompel", "stilzwijgen"}
    assert words(reader) == {"stilzwijgen"}
    assert words(own) == {"fluistering", "gemompel"}


def test_a_note_is_found_by_its_words(room: VaultRoom, workspace: Workspace, noor: str) -> None:
    note, _ = workspace.notes.add(draft(room, noor, incident_people="Bartholomeus", kind="incident"))
    for typed in ("somber", "barthol"):
        assert [(hit.kind, hit.record_id, hit.client_id) for hit in workspace.search(typed)] == [
            ("note", note, noor)
        ]
    assert said_text(TEXT).endswith("(indruk: Zij leek 😀 somber.)")
