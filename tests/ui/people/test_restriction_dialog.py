"""The mark "niet voor ...", as a dialogue and as a button that saves."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.ui.walker import walk

from planbureau.services.api import Workspace
from planbureau.ui.people.not_for_button import NotForButton, SavingNotForButton
from planbureau.ui.people.restriction_dialog import UNNAMED, RestrictionDialog
from planbureau.ui.theme.context import ThemeContext
from planbureau.views import PersonView

PEOPLE = (("p1", "Ada & Bo"), ("p2", "Cas Voorbeeld"))


def test_the_dialogue_gives_people_and_reason(qtbot: QtBot, context: ThemeContext) -> None:
    dialog = RestrictionDialog(context, "het adres", PEOPLE, frozenset({"p2", "weg"}), "veilig")
    qtbot.addWidget(dialog)
    dialog.show()
    assert walk(dialog) == []
    assert dialog.box("weg").text() == UNNAMED
    QTest.keyClick(dialog.box("p1"), Qt.Key.Key_Space)
    assert dialog.not_for() == {"p1", "p2", "weg"}
    assert dialog.reason() == "veilig"
    assert "adres" not in dialog.windowTitle()


def test_a_dialogue_without_people_says_what_to_do(qtbot: QtBot, context: ThemeContext) -> None:
    dialog = RestrictionDialog(context, "het adres", ())
    qtbot.addWidget(dialog)
    dialog.show()
    assert walk(dialog) == []


def test_the_button_says_for_how_many(qtbot: QtBot, context: ThemeContext) -> None:
    button = NotForButton(context, "dit nummer", lambda: PEOPLE)
    qtbot.addWidget(button)
    assert button.text() == ""
    button.set_value(("p1",))
    assert "niet voor 1 persoon" in button.text()
    button.click()
    assert button.dialog is not None
    button.dialog.box("p2").setChecked(True)
    with qtbot.waitSignal(button.value_changed):
        button.dialog.save_button.click()
    assert "niet voor 2 mensen" in button.text()
    button.click()
    assert button.dialog is not None
    button.dialog.box("p2").setChecked(False)
    button.dialog.cancel_button.click()
    assert button.value() == {"p1", "p2"}


def test_a_saving_button_keeps_the_mark(qtbot: QtBot, context: ThemeContext, workspace: Workspace) -> None:
    client_id, _ = workspace.clients.add_client(PersonView(given_name="Noor"))
    person = workspace.clients.client(client_id).person
    target = f"{person.id}:birth_date"

    def button() -> SavingNotForButton:
        made = SavingNotForButton(
            context, workspace.clients, "person_field", target, "de geboortedatum", lambda: PEOPLE
        )
        qtbot.addWidget(made)
        return made

    first = button()
    first.click()
    assert first.dialog is not None
    first.dialog.box("p1").setChecked(True)
    first.dialog.reason_field.set_value("zo gevraagd")
    with qtbot.waitSignal(first.saved):
        first.dialog.save_button.click()
    second = button()
    assert second.value() == {"p1"}
    assert second.reason() == "zo gevraagd"
