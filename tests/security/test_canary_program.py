"""What was typed in the whole program stands readable in no file, except in those that somebody asked for."""

from __future__ import annotations

import json
import re
import tempfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from tests.journeys.office import desk_of, text_of
from tests.security.conftest import Opened
from tests.vault.test_canary import assert_clean, deleted_but_open, files_below, traces
from tests.vault_room import PASSWORD

from planbureau.errors import ImportFileError
from planbureau.services.api import Edition, PrintRequest
from planbureau.services.api.sending import SendChoice
from planbureau.ui.places import HomeVisit, OpenClient, OpenPlan, OpenScratchPad, PrintPlan
from planbureau.ui.scratch.scratch_page import ScratchPage
from planbureau.ui.traces import forget_visited_folders
from planbureau.ui.wizard.actions import write_export
from planbureau.ui.wizard.plan_page import PlanPage
from planbureau.views import AppointmentView, FormKey, GoalWording, PersonView

NAME = "Kanariewilhelmina"
TEXT = "Dezekanariezingtélkemorgen"
FILE = "kanariebijlageinhoud"


def _forbidden() -> list[bytes]:
    spelled = [json.dumps(word).strip('"') for word in (NAME, TEXT, FILE)]
    return traces(NAME, TEXT, FILE, PASSWORD, *spelled)


@pytest.fixture
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Home and all places for rests, empty."""
    place = tmp_path / "thuis"
    for name in ("HOME", "TMPDIR", "SQLITE_TMPDIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        folder = place / name
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return place


def test_only_the_chosen_files_hold_the_canary(scratch: Path, opened: Opened, tmp_path: Path) -> None:
    office, workspace = opened.office, opened.office.workspace
    source = tmp_path / "gekozen"
    source.mkdir()
    (source / "foto.txt").write_text(FILE, encoding="utf-8")
    client_id, _ = workspace.clients.add_client(PersonView(given_name=NAME, family_name="Verzonnen"))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.add_attachment(source / "foto.txt")
    (source / "foto.txt").unlink()
    field = office.field(plan_id, "moet_je_weten")
    box = field.focus_widget()
    assert isinstance(box, QPlainTextEdit)
    box.insertPlainText(TEXT)  # an accent cannot be typed by QTest
    desk_of(office.on(PlanPage)).autosave.write_drafts()
    drafts = [draft.text for draft in workspace.plans.drafts(plan_id)]
    assert any(TEXT in text for text in drafts)
    _nothing_leaked(tmp_path, scratch)
    assert desk_of(office.on(PlanPage)).autosave.flush()
    assert workspace.search(NAME)
    office.go(OpenClient(client_id))
    office.go(HomeVisit(client_id))
    office.go(HomeVisit())
    _no_name_on_any_window()
    pdf = office.saved_pdf(PrintPlan(plan_id, "professional", 0))
    assert NAME in text_of(pdf)
    _only_in(tmp_path, "professional-0-0.pdf", pdf)
    office.go(OpenPlan(plan_id))
    chosen = tmp_path / "plan.json"
    assert write_export(desk_of(office.on(PlanPage)), chosen)
    _only_in(tmp_path, "plan.json", chosen.read_bytes())
    office.lock()
    _nothing_leaked(tmp_path, scratch)
    _no_name_on_any_window()
    assert NAME not in QApplication.clipboard().text()


def test_every_way_in_and_out_leaves_nothing_readable(scratch: Path, opened: Opened, tmp_path: Path) -> None:
    """Scratch pad, form, own goal, appointment; copy, restore, import, calendar, locked PDF, and a lock."""
    office, workspace = opened.office, opened.office.workspace
    chosen = tmp_path / "gekozen"
    chosen.mkdir()
    client_id, _ = workspace.clients.add_client(PersonView(given_name=NAME))
    plan_id, _ = workspace.plans.start_plan("osp", client_id)
    workspace.plans.save_answer(plan_id, "moet_je_weten", TEXT, ())
    workspace.scratch.jot(client_id, "", TEXT)
    workspace.forms.keep(FormKey("note", client_id), "Rapportage", {"tekst": TEXT})
    workspace.own_goals.add("VEI", GoalWording(f"{TEXT} zingt.", f"{TEXT} zingt."), confirmed=True)
    day = office.room.clock.today()
    workspace.appointments.add(AppointmentView("", day, title=TEXT, client_id=client_id, place=TEXT))
    appointments = workspace.appointments.appointments(start=day, end=day)
    out = workspace.sending.outgoing(appointments, SendChoice())
    workspace.sending.write(appointments, SendChoice(), [one.item for one in out], chosen / "agenda.ics")
    plain = workspace.prints.render(PrintRequest(plan_id, Edition.PROFESSIONAL))
    workspace.prints.save(workspace.prints.locked(plain, PASSWORD), chosen / "post.pdf")
    whole = workspace.exchange.export_client(client_id)
    workspace.exchange.import_file(whole, as_copy=True)
    with pytest.raises(ImportFileError):
        workspace.exchange.import_file(whole[:-40], as_copy=True)
    workspace.organisation.backup(chosen / "kluis.pbbackup")
    office.room.vaults.restore(chosen / "kluis.pbbackup", tmp_path / "terug")
    office.go(OpenScratchPad(client_id))
    page = office.on(ScratchPage)
    page._box.set_words(TEXT)
    office.lock()
    assert {path.name for path in chosen.iterdir()} == {"agenda.ics", "post.pdf", "kluis.pbbackup"}
    _nothing_leaked(tmp_path, scratch)


def _only_in(folder: Path, name: str, content: bytes) -> None:
    """The chosen file is there, whole, and goes away before the next look."""
    (found,) = [path for path in folder.rglob("*") if path.name == name]
    assert found.read_bytes() == content
    found.unlink()


def _nothing_leaked(*folders: Path) -> None:
    forbidden = _forbidden()
    assert assert_clean(files_below(*folders), forbidden) >= 4
    assert_clean(((name, _inflated(data)) for name, data in files_below(*folders)), forbidden)
    assert_clean(deleted_but_open(), forbidden)
    for folder in folders:
        assert not [path for path in folder.rglob("*") if NAME in str(path)]


def _inflated(data: bytes) -> bytes:
    """What the deflated streams in a file would say."""
    found = []
    for start in re.finditer(rb"x[\x01\x5e\x9c\xda]", data):
        with suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(data[start.start() :]))
    return b"\n".join(found)


def _no_name_on_any_window() -> None:
    for window in QApplication.topLevelWidgets():
        told = (window.windowTitle(), window.accessibleName(), window.accessibleDescription())
        assert not any(word in part for part in told for word in (NAME, TEXT)), told


def test_the_system_is_told_nothing_about_chosen_files(tmp_path: Path) -> None:
    forget_visited_folders()
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.setValue("FileDialog/lastVisited", str(tmp_path / NAME))
    settings.sync()
    assert not Path(settings.fileName()).exists()
