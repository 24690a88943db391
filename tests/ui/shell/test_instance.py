"""A second start brings the first window forward."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from planbureau.ui.shell.instance import Instance


def test_the_second_asks_the_first_to_come_forward(qtbot: QtBot) -> None:
    vault = uuid.uuid4().hex
    first = Instance(vault)
    assert not first.brought_forward()
    first.listen()
    second = Instance(vault)
    with qtbot.waitSignal(first.asked):
        assert second.brought_forward()
    first.close()


def test_another_vault_has_a_window_of_its_own(qtbot: QtBot) -> None:
    first, other = Instance(uuid.uuid4().hex), Instance(uuid.uuid4().hex)
    assert not first.brought_forward()
    assert not other.brought_forward()
    first.close()
    other.close()


def test_a_second_start_while_the_first_is_still_loading(qtbot: QtBot) -> None:
    vault = uuid.uuid4().hex
    first = Instance(vault)
    assert not first.brought_forward()
    QTimer.singleShot(0, first.listen)
    second = Instance(vault)
    with qtbot.waitSignal(first.asked), ThreadPoolExecutor(1) as pool:
        asking = pool.submit(second.brought_forward)
        qtbot.waitUntil(asking.done)
    assert asking.result()
    first.close()


def test_one_that_never_answers_does_not_keep_the_vault_closed(qtbot: QtBot) -> None:
    vault = uuid.uuid4().hex
    hung = Instance(vault)
    assert not hung.brought_forward()
    assert not Instance(vault, patience=60).brought_forward()
    hung.close()


def test_a_closed_window_does_not_answer(qtbot: QtBot) -> None:
    vault = uuid.uuid4().hex
    first = Instance(vault)
    assert not first.brought_forward()
    first.close()
    again = Instance(vault)
    assert not again.brought_forward()
    again.close()


def test_the_name_of_the_socket_tells_nothing(qtbot: QtBot) -> None:
    made = Instance("/kluizen/mevrouw Voorbeeld")
    assert "Voorbeeld" not in made._name
    made.close()
