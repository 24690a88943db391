"""Tasks before a talk: together below whose talk it is, with how each of them stands."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from planbureau.ui.tasks.task_lines import TaskLines, state_words
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.check_line import CheckLine
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import TaskView

WEDNESDAY, FRIDAY, SATURDAY, SUNDAY = (date(2026, 3, day) for day in (11, 13, 14, 15))
TALK, LATER_TALK = date(2026, 3, 25), date(2026, 3, 29)


@pytest.mark.parametrize(
    ("due", "today", "words"),
    [
        (WEDNESDAY, date(2026, 3, 16), "vijf dagen te laat"),
        (WEDNESDAY, date(2026, 3, 12), "een dag te laat"),
        (WEDNESDAY, WEDNESDAY, "vandaag"),
        (WEDNESDAY, date(2026, 3, 10), "morgen"),
        (SUNDAY, FRIDAY, "vandaag"),
        (SUNDAY, SATURDAY, "uiterlijk morgen"),
        (SUNDAY, SUNDAY, "vandaag"),
        (SUNDAY, WEDNESDAY, "over twee dagen"),
        (WEDNESDAY, LATER_TALK, "niet gedaan"),
    ],
)
def test_how_a_task_stands(due: date, today: date, words: str) -> None:
    assert state_words(TaskView("1", "plan", due=due, meeting_on=TALK), today) == words


def test_the_tasks_of_one_talk_stand_together(qtbot: QtBot, context: ThemeContext) -> None:
    lines = TaskLines(context, named=True)
    qtbot.addWidget(lines)

    def task(name: str, plan: str, talk: date, title: str, due: date) -> TaskView:
        return TaskView(
            f"{plan}-{title}", plan, meeting_on=talk, title=title, due=due, subject_name=name, role="mentor"
        )

    tasks = (
        task("Piet Fictief", "p", TALK, "Lezen", WEDNESDAY),
        task("Jin Voorbeeld", "j", TALK, "Vragen", FRIDAY),
        task("Piet Fictief", "p", TALK, "Klaarzetten", SUNDAY),
        task("Piet Fictief", "p", LATER_TALK, "Uitnodigen", SUNDAY),
    )
    lines.show_tasks(tasks, WEDNESDAY)
    lines.show()
    lines.adjustSize()
    shown: list[TitleButton | CheckLine] = [*lines.findChildren(TitleButton), *lines.findChildren(CheckLine)]
    shown.sort(key=lambda one: one.mapTo(lines, one.rect().topLeft()).y())
    said = [one.text() if isinstance(one, TitleButton) else one.box.accessibleName() for one in shown]
    assert said == [
        "Piet Fictief", "Lezen", "Klaarzetten", "Jin Voorbeeld", "Vragen", "Piet Fictief", "Uitnodigen",
    ]  # fmt: skip
    texts = [label.text() for label in lines.findChildren(QLabel)]
    assert texts.count("gesprek op wo 25 maart") == 2
    assert texts.count("gesprek op zo 29 maart") == 1
    heard = lines.lines["p-Klaarzetten"].box.accessibleDescription()
    assert heard.startswith("Piet Fictief, mentor · ")
    assert "gesprek op wo 25 maart" in heard
    with qtbot.waitSignal(lines.plan_opened, check_params_cb=lambda plan: plan == "j"):
        next(one for one in shown if isinstance(one, TitleButton) and one.text() == "Jin Voorbeeld").click()
