"""The settings page on a real vault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active
from tests.ui.vault_fixtures import page_context, room, workspace  # noqa: F401
from tests.ui.walker import walk
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.errors import WrongSecretError
from planbureau.rules.deadlines.settings import settings_from
from planbureau.services.api import Workspace
from planbureau.ui.device import DeviceChoices
from planbureau.ui.page import PageContext
from planbureau.ui.settings.settings_page import SettingsPage
from planbureau.ui.settings.term_row import TermRow
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.start.code_text import groups_of
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize

TIMEOUT = 15_000
NEW = "kachel wolk potlood zeven"


@dataclass
class FakeDevice:
    choices: DeviceChoices = field(default_factory=DeviceChoices)

    def choose(self, choices: DeviceChoices) -> None:
        self.choices = choices


@dataclass
class Settings:
    """The page, and what surrounds it."""

    qtbot: QtBot
    page: SettingsPage
    device: FakeDevice
    service: Workspace

    def until_result(self) -> str:
        card = self.page.vault
        self.qtbot.waitUntil(lambda: not card.busy and card.result.isVisible(), timeout=TIMEOUT)
        return card.result.accessibleName()


def shown(qtbot: QtBot, context: PageContext, choosers: Choosers | None = None) -> Settings:
    device = FakeDevice()
    page = SettingsPage(context, device, choosers=choosers)
    qtbot.addWidget(page)
    page.resize(1366, 768)
    show_active(qtbot, page)
    return Settings(qtbot, page, device, context.workspace)


@pytest.fixture
def settings(qtbot: QtBot, page_context: PageContext, tmp_path: Path) -> Settings:
    choosers = Choosers(
        backup_target=lambda _parent, _name: tmp_path / "mijn kopie", leave=lambda _parent, _theme: True
    )
    return shown(qtbot, page_context, choosers)


def type_in(line: QWidget, text: str) -> None:
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Tab)


def test_the_look_is_chosen_at_once(settings: Settings) -> None:
    card = settings.page.device
    card.look.set_value(Look.DARK.value)
    card.size_box.set_value("largest")
    card.idle.set_value("5")
    assert settings.device.choices == DeviceChoices(Look.DARK.value, "largest", 5)
    card.look.set_value("systeem")
    assert settings.device.choices.look == ""


def test_the_organisation_is_kept_when_the_focus_leaves(settings: Settings) -> None:
    with settings.qtbot.waitSignal(settings.page.message_requested):
        type_in(settings.page.organisation.fields["complaint_contact"], "Mw. Klaver, 06 12345678")
    assert settings.service.organisation.organisation().complaint_contact == "Mw. Klaver, 06 12345678"
    type_in(settings.page.user.fields["prefix"], "van der")
    assert settings.service.organisation.user().full_name == "Sanne van der Begeleider"


def test_what_is_still_typed_is_kept_when_the_page_is_left(settings: Settings) -> None:
    settings.page.user.fields["function"].setText("gedragswetenschapper")
    assert settings.page.leave()
    assert settings.service.organisation.user().function == "gedragswetenschapper"


def test_a_name_may_not_become_empty(settings: Settings) -> None:
    line = settings.page.organisation.fields["name"]
    line.setFocus()
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert "mag niet leeg zijn" in settings.page.organisation.message.text()
    assert settings.page.leave()  # locking never waits for an empty field
    assert settings.service.organisation.organisation().name == "Zorg Voorbeeld"


def row(settings: Settings, name: str) -> TermRow:
    return settings.page.terms.rows[name]


def test_a_stricter_term_is_kept_and_a_looser_one_is_refused(settings: Settings) -> None:
    chosen = row(settings, "eval_wlz_maanden")
    assert isinstance(chosen.editor, QSpinBox)
    chosen.editor.setValue(4)
    assert settings.service.organisation.organisation().terms == {"eval_wlz_maanden": 4}
    chosen.editor.setValue(9)
    assert "kan niet hoger zijn dan 6" in chosen.message.text()
    assert chosen.editor.value() == 9  # what was typed stays, the old value holds
    assert settings.service.organisation.organisation().terms == {"eval_wlz_maanden": 4}
    chosen.editor.setValue(6)
    assert settings.service.organisation.organisation().terms == {}
    assert chosen.message.text() == ""


def test_a_term_of_the_law_is_made_shorter_and_never_longer(settings: Settings) -> None:
    card = settings.page.stricter
    card.open_button.click()
    assert "WLZ-01" not in card.rows  # the days that a client has are not shortened
    assert "WMO-01" not in card.rows  # nor is what the municipality has to do
    chosen = card.rows["WLZ-02"]
    assert isinstance(chosen.editor, QSpinBox)
    chosen.editor.setValue(28)
    terms = settings.service.organisation.organisation().terms
    assert settings_from(terms).strenger == {"WLZ-02": 28}
    chosen.editor.setValue(50)
    assert "kan alleen korter worden" in chosen.message.text()
    assert settings.service.organisation.organisation().terms == terms
    chosen.editor.setValue(42)
    assert settings.service.organisation.organisation().terms == {}


def test_a_region_is_chosen_and_own_choices_become_one(settings: Settings) -> None:
    card, service = settings.page.region, settings.service.organisation
    card.choice.set_value("fryslan")
    with settings.qtbot.waitSignal(card.saved):
        card.use_button.click()
    assert settings_from(service.organisation().terms).ppl_start_leeftijd == "16j6m"
    card.keep_button.click()
    assert "naam" in card.message.text()
    card.name.setText("Ons Dal")
    card.source.setText("Brief van 1 maart 2026")
    with settings.qtbot.waitSignal(card.saved):
        card.keep_button.click()
    assert card.choice.currentText() == "Ons Dal"
    assert not card.drop_button.isHidden()
    with settings.qtbot.waitSignal(card.saved):
        card.drop_button.click()
    assert [one.own for one in service.regions()] == [False] * 4


def test_every_kind_of_term_is_kept(settings: Settings) -> None:
    tick, age, choice = (
        row(settings, name).editor for name in ("atw_toepassen", "ppl_start_leeftijd", "serie_anker")
    )
    assert isinstance(tick, QCheckBox)
    tick.setChecked(False)
    type_in(age, "16j6m")
    choice.set_value("vast")  # type: ignore[attr-defined]
    kept = settings.service.organisation.organisation().terms
    assert kept == {"atw_toepassen": False, "ppl_start_leeftijd": "16j6m", "serie_anker": "vast"}
    assert settings_from(kept).ppl_start_leeftijd == "16j6m"
    type_in(age, "zestien")
    assert "kan niet worden gelezen" in row(settings, "ppl_start_leeftijd").message.text()


def test_a_backup_is_made_and_the_vault_is_checked(settings: Settings, tmp_path: Path) -> None:
    settings.page.vault.backup_button.click()
    assert "nagekeken" in settings.until_result()
    assert (tmp_path / "mijn kopie.pbbackup").stat().st_size > 0
    settings.page.vault.verify_button.click()
    settings.qtbot.waitUntil(
        lambda: settings.page.vault.result.accessibleName() == "De kluis is in orde.", timeout=TIMEOUT
    )


def test_a_backup_that_cannot_be_made_is_told(
    qtbot: QtBot,
    page_context: PageContext,
    tmp_path: Path,
) -> None:
    (tmp_path / "bestand").touch()
    target = tmp_path / "bestand" / "kopie.pbbackup"
    shown_page = shown(qtbot, page_context, Choosers(backup_target=lambda _parent, _name: target))
    shown_page.page.vault.backup_button.click()
    assert shown_page.until_result().endswith(".")
    assert shown_page.page.vault.result.property("banner") == "err"


def test_the_password_is_changed_after_the_old_one(settings: Settings, room: VaultRoom) -> None:
    dialog = settings.page.vault.password_dialog()
    settings.qtbot.addWidget(dialog)
    show_active(settings.qtbot, dialog)
    assert walk(dialog) == []
    dialog.old.line.setText("niet dit")
    for one in (dialog.new.first, dialog.new.second):
        one.line.setText(NEW)
    dialog.change_button.click()
    settings.qtbot.waitUntil(dialog.banner.isVisible, timeout=TIMEOUT)
    assert "past niet" in dialog.banner.accessibleName()
    settings.qtbot.waitUntil(lambda: not dialog.busy, timeout=TIMEOUT)
    dialog.old.line.setText(PASSWORD)
    dialog.change_button.click()
    settings.qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted.value, timeout=TIMEOUT)
    settings.service.lock()
    with pytest.raises(WrongSecretError):
        room.vaults.unlock(room.place, PASSWORD)
    room.vaults.unlock(room.place, NEW).lock()


def test_a_new_recovery_code_is_confirmed(settings: Settings, room: VaultRoom) -> None:
    dialog = settings.page.vault.recovery_dialog()
    settings.qtbot.addWidget(dialog)
    show_active(settings.qtbot, dialog)
    dialog.password.line.setText(PASSWORD)
    dialog.next_button.click()
    settings.qtbot.waitUntil(lambda: dialog.code is not None, timeout=TIMEOUT)
    assert dialog.code is not None
    assert dialog.confirm is not None
    assert walk(dialog) == []
    dialog.next_button.click()
    code = dialog.code._code
    for number, line in zip(dialog.confirm.asked, dialog.confirm.fields, strict=True):
        line.setText(groups_of(code)[number])
    dialog.next_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted.value
    settings.service.lock()
    with pytest.raises(WrongSecretError):
        room.vaults.unlock_with_recovery(room.place, room.recovery_code, NEW)
    room.vaults.unlock_with_recovery(room.place, code, NEW).lock()


def test_a_code_that_nobody_saw_does_not_replace_the_one_on_paper(
    settings: Settings, room: VaultRoom
) -> None:
    dialog = settings.page.vault.recovery_dialog()
    settings.qtbot.addWidget(dialog)
    show_active(settings.qtbot, dialog)
    dialog.password.line.setText(PASSWORD)
    dialog.next_button.click()
    QThreadPool.globalInstance().waitForDone()  # made, and its answer has not reached the window
    dialog.done(QDialog.DialogCode.Rejected)  # as at a lock
    QApplication.processEvents()
    assert dialog.code is None
    settings.service.lock()
    room.vaults.unlock_with_recovery(room.place, room.recovery_code, NEW).lock()


def test_the_new_code_can_be_seen_again_until_it_was_confirmed(
    qtbot: QtBot, page_context: PageContext
) -> None:
    asked: list[QWidget] = []

    def stay(parent: QWidget, _: ThemeContext) -> bool:
        asked.append(parent)
        return False

    choosers = Choosers(leave_renewal=stay)
    dialog = shown(qtbot, page_context, choosers).page.vault.recovery_dialog()
    qtbot.addWidget(dialog)
    show_active(qtbot, dialog)
    dialog.next_button.click()
    assert dialog.banner.accessibleName() == "Vul eerst je wachtwoord in."
    dialog.password.line.setText(PASSWORD)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: dialog.code is not None, timeout=TIMEOUT)
    assert dialog.code is not None
    for back in (dialog.back_button.click, dialog.reject):
        dialog.next_button.click()
        assert dialog.code.isHidden()
        assert walk(dialog) == []
        back()
        assert dialog.code.isVisible()
        assert dialog.code.print_button.hasFocus()
    assert asked == [dialog]


def test_what_went_wrong_is_in_sight_on_a_small_screen(settings: Settings) -> None:
    dialog = settings.page.vault.password_dialog()
    settings.qtbot.addWidget(dialog)
    dialog.resize(480, 336)
    show_active(settings.qtbot, dialog)
    dialog.old.line.setText("niet dit")
    for one in (dialog.new.first, dialog.new.second):
        one.line.setText(NEW)
    dialog.new.second.line.setFocus()
    dialog.change_button.click()
    settings.qtbot.waitUntil(lambda: dialog.banner.isVisible() and not dialog.busy, timeout=TIMEOUT)
    settings.qtbot.waitUntil(dialog.old.line.hasFocus)
    settings.qtbot.waitUntil(
        lambda: all(
            widget.visibleRegion().boundingRect() == widget.rect()
            for widget in (dialog.banner, dialog.old.line)
        )
    )


@pytest.fixture
def reader(room: VaultRoom) -> Iterator[Workspace]:
    room.create().lock()
    opened = room.vaults.unlock(room.place, PASSWORD, read_only=True)
    yield opened
    opened.lock()


def test_nothing_of_the_vault_can_be_changed_when_it_is_read_only(
    qtbot: QtBot,
    reader: Workspace,
    context: ThemeContext,
    room: VaultRoom,
) -> None:
    page = shown(qtbot, PageContext(reader, context, room.clock)).page
    assert not page.organisation.isEnabled()
    assert not page.terms.isEnabled()
    assert not page.vault.password_button.isEnabled()
    assert page.vault.backup_button.isEnabled()
    assert page.device.isEnabled()
    assert page.leave()


@pytest.mark.parametrize(
    ("look", "size", "width", "height"),
    [
        (Look.LIGHT, TextSize.NORMAL, 1366, 768),
        (Look.DARK, TextSize.LARGEST, 1093, 614),
        (Look.CONTRAST, TextSize.NORMAL, 683, 384),
        (Look.LIGHT, TextSize.LARGEST, 683, 384),
    ],
)
def test_the_walker_finds_nothing(
    settings: Settings, theme: Theme, look: Look, size: TextSize, width: int, height: int
) -> None:
    theme.apply(look, size)
    settings.page.resize(width, height)
    row(settings, "eval_wlz_maanden").show_fault("Dat kan niet. Er is niets veranderd.")
    assert walk(settings.page) == []
