"""Progress notes on paper: a tagged list of a period, without what is not for who reads it, and saying so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pypdfium2
import pytest
from tests.pdf_checks import assert_pdf_ua
from tests.services.test_looks import LEVELS
from tests.vault_room import VaultRoom

from planbureau.errors import InvalidInputError
from planbureau.rules.notes.text import TextPart
from planbureau.services.api import NotesPrint, Workspace
from planbureau.views import (
    GoalView,
    LookView,
    NoteTopic,
    NoteView,
    PersonView,
    RelationView,
    ScaleView,
)

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)
OUT = "is iets weggelaten"


@pytest.fixture
def noor(workspace: Workspace) -> str:
    return workspace.clients.add_client(PersonView(given_name="Noor", family_name="Voorbeeld"))[0]


def write(room: VaultRoom, workspace: Workspace, client: str, *parts: TextPart, **more: Any) -> str:
    now = room.clock.now()
    note = replace(NoteView("", client, "", now, now, text=parts), **more)
    return workspace.notes.add(note)[0]


def words(workspace: Workspace, client: str, *readers: str, first: date = FIRST) -> str:
    printed = workspace.prints.render_notes(NotesPrint((client,), first, LAST, readers))
    pages = pypdfium2.PdfDocument(printed.pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_bounded().split()) for page in pages)
    pages.close()
    assert printed.left_out == (OUT in text)
    return text


def test_a_period_as_a_tagged_list_with_fact_and_impression_apart(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    plan, _ = workspace.plans.start_plan("osp", noor)
    goal, _ = workspace.goals.add_goal(GoalView("", plan, 0, sentence="Noor kookt zelf."))
    me, now = workspace.organisation.user().id, room.clock.now()
    write(room, workspace, noor, TextPart("van vorige maand"), happened_at=now - timedelta(days=30))
    old = write(
        room, workspace, noor, TextPart("Gevallen. "), TextPart("Leek moe.", impression=True),
        kind="incident", incident_kind="vallen", incident_course="over de drempel",
        about=(NoteTopic("goal", goal),), question="Kijk je mee?", question_to=me,
    )  # fmt: skip
    write(room, workspace, noor, TextPart("Gestruikeld."), replaces=old)
    text = words(workspace, noor)
    for said in ("Gevallen. (indruk: Leek moe.)", "over de drempel", "Noor kookt zelf.", "Kijk je mee?"):
        assert said in text
    assert "later verbeterd op 16 maart 2026" in text
    assert "verbetering van de rapportage van 16 maart 2026" in text
    assert "van vorige maand" not in text
    assert "van vorige maand" in words(workspace, noor, first=date(2026, 2, 1))
    assert_pdf_ua(workspace.prints.render_notes(NotesPrint((noor,), FIRST, LAST)).pdf)


def test_a_score_stands_with_its_note_on_paper_and_stays_with_a_correction_that_gives_no_other(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    plan, _ = workspace.plans.start_plan("osp", noor)
    goal, _ = workspace.goals.add_goal(GoalView("", plan, 0, sentence="Noor kookt zelf."))
    workspace.looks.add_scale(ScaleView("", goal, variable="koken", **LEVELS))
    now = room.clock.now()
    note = NoteView("", noor, "", now, now, text=(TextPart("Soep."),), about=(NoteTopic("goal", goal),))
    look = LookView("", goal, now.date(), score=-1, voice="professional")
    first, _ = workspace.notes.add(note, [look])
    second, _ = workspace.notes.add(replace(note, text=(TextPart("Soep en brood."),), replaces=first))
    given = workspace.notes.scores(workspace.notes.notes([noor]))
    said = "Score bij doel 1: -1 (3 ruzies per week)"
    assert {note_id: [one.words for one in told] for note_id, told in given.items()} == {
        first: [said],
        second: [said],
    }
    assert words(workspace, noor).count(said) == 2
    els, _ = workspace.clients.add_person(PersonView(given_name="Els"))
    workspace.clients.restrict("goal", goal, [els])
    assert said not in words(workspace, noor, els)


def test_what_is_not_for_a_reader_stays_out_and_that_is_said(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    els, _ = workspace.clients.add_person(PersonView(given_name="Els"))
    hidden, _ = workspace.clients.add_person(PersonView(given_name="Verborgene"))
    for person in (els, hidden):
        workspace.clients.add_relation(RelationView("", noor, workspace.clients.person(person), role="buur"))
    own = workspace.clients.client(noor).person.id
    write(room, workspace, noor, TextPart("gewoon"))
    assert OUT not in words(workspace, noor, els)
    secret = write(room, workspace, noor, TextPart("fluistering"))
    write(room, workspace, noor, TextPart("gemompel"), replaces=secret)
    write(room, workspace, noor, TextPart("stilzwijgen met Verborgene"), for_client=False)
    workspace.clients.restrict("note", secret, [els])
    workspace.clients.restrict("person", hidden, [els])

    def found(*readers: str) -> set[str]:
        text = words(workspace, noor, *readers)
        seen = ("gewoon", "fluistering", "gemompel", "stilzwijgen", "Verborgene")
        return {word for word in seen if word in text}

    assert found() == {"gewoon", "fluistering", "gemompel", "stilzwijgen", "Verborgene"}
    assert found(els) == {"gewoon", "stilzwijgen"}
    assert found(own) == {"gewoon", "fluistering", "gemompel"}
    assert found(own, els) == {"gewoon"}
    assert OUT in words(workspace, noor, own)


def test_a_period_that_ends_before_it_begins_is_refused(workspace: Workspace, noor: str) -> None:
    with pytest.raises(InvalidInputError, match="niets gemaakt"):
        workspace.prints.render_notes(NotesPrint((noor,), LAST, FIRST))


def test_a_print_is_noted_with_whom_it_is_about(workspace: Workspace, noor: str) -> None:
    """Once for what is made shortly after each other."""
    assert workspace.notes.printed((noor,)) == ()
    for _ in range(2):
        workspace.prints.render_notes(NotesPrint((noor,), FIRST, LAST))
    (line,) = workspace.notes.printed((noor,))
    assert line.name == workspace.organisation.user().full_name
    assert line.what == "afdruk van rapportage gemaakt"


def test_who_wrote_a_note_never_stands_alone_at_the_end_of_a_page(
    room: VaultRoom, workspace: Workspace, noor: str
) -> None:
    for length in range(2, 30):
        write(room, workspace, noor, TextPart("Noor liep mee. " * length))
    printed = workspace.prints.render_notes(NotesPrint((noor,), FIRST, LAST))
    with pypdfium2.PdfDocument(printed.pdf) as pages:
        assert len(pages) > 3
        for page in pages:
            lines = page.get_textpage().get_text_bounded().splitlines()
            foot = next(at for at, line in enumerate(lines) if "Rapportage" in line and "2026" in line and at)
            assert "opgeschreven op" not in lines[foot - 1]
