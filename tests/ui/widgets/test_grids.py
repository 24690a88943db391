"""Matrix, month, agenda and steps: models that hold, arrows that move, and sentences to be heard."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active

from planbureau.clock import FixedClock
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import status_word
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.agenda_model import AgendaEntry, AgendaGroup, group_of
from planbureau.ui.widgets.matrix_delegate import MARGIN
from planbureau.ui.widgets.matrix_grid import _COLUMN, MatrixGrid
from planbureau.ui.widgets.matrix_model import MatrixCell, MatrixContent, MatrixHead, MatrixLine, MatrixPlace
from planbureau.ui.widgets.month_grid import MonthGrid
from planbureau.ui.widgets.month_model import CalendarItem, month_shifted, weeks_shown
from planbureau.ui.widgets.step_list import Step, StepList
from planbureau.ui.widgets.week_list import WeekList, week_words

TODAY = date(2026, 3, 12)
CLOCK = FixedClock.on(TODAY)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _content(rows: int, columns: int, status: str = "Behaald") -> MatrixContent:
    cell = MatrixCell((MatrixLine("circle-check", status, Tone.OK, 3),), f"{status.lower()}, drie doelen")
    return MatrixContent(
        tuple(MatrixHead(f"r{n}", f"Gebied {n}") for n in range(rows)),
        tuple(MatrixHead(f"c{n}", f"P{n}", f"Persoon {n}") for n in range(columns)),
        {MatrixPlace("r1", "c1"): cell},
    )


@pytest.fixture
def matrix(qtbot: QtBot, context: ThemeContext) -> MatrixGrid:
    grid = MatrixGrid(context)
    qtbot.addWidget(grid)
    grid.set_content(_content(4, 3))
    grid.resize(700, 400)
    show_active(qtbot, grid)
    return grid


def test_matrix_model_is_sound(matrix: MatrixGrid, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(matrix.model())  # type: ignore[no-untyped-call]


def test_a_cell_is_a_sentence(matrix: MatrixGrid) -> None:
    model = matrix.model()
    assert model.index(1, 1).data(SPOKEN) == "Gebied 1, Persoon 1: behaald, drie doelen"
    assert model.index(0, 0).data(SPOKEN) == "Gebied 0, Persoon 0: geen doel"


def test_arrows_move_and_enter_opens(qtbot: QtBot, matrix: MatrixGrid) -> None:
    QTest.keyClick(matrix, Qt.Key.Key_Down)
    QTest.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.current_place() == MatrixPlace("r1", "c1")
    with qtbot.waitSignal(matrix.cell_opened, check_params_cb=lambda at: at == MatrixPlace("r1", "c1")):
        QTest.keyClick(matrix, Qt.Key.Key_Return)


def test_no_key_changes_anything(matrix: MatrixGrid) -> None:
    before = matrix.content()
    matrix.set_current(MatrixPlace("r1", "c1"))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_A, Qt.Key.Key_Backspace):
        QTest.keyClick(matrix, key)
    assert matrix.content() is before
    assert matrix.state() == MatrixGrid.State.NoState


def test_new_statuses_keep_the_place(matrix: MatrixGrid) -> None:
    matrix.set_current(MatrixPlace("r2", "c2"))
    matrix.set_content(_content(4, 3, "Loopt"))
    assert matrix.current_place() == MatrixPlace("r2", "c2")
    matrix.set_content(_content(5, 3))
    assert matrix.current_place() == MatrixPlace("r2", "c2")


def test_a_large_matrix_is_one_widget(qtbot: QtBot, context: ThemeContext) -> None:
    grid = MatrixGrid(context)
    qtbot.addWidget(grid)
    grid.set_content(_content(60, 30))
    grid.resize(1100, 700)
    grid.show()
    assert not grid.grab().isNull()
    assert len(grid.findChildren(type(grid.viewport()))) < 30


@pytest.mark.parametrize("kind", list(GoalKind))
def test_no_word_of_a_status_is_cut_off_in_the_narrowest_column(
    matrix: MatrixGrid, context: ThemeContext, kind: GoalKind
) -> None:
    room = matrix._delegate._room_in(context.px(_COLUMN) - 2 * context.px(MARGIN))
    for status in GoalStatus:
        text = MatrixLine("x", sentence(status_word(status, kind)), Tone.OK, letters="a, b").text
        lines = matrix._delegate._text_that_fits(matrix.font(), text, room).lines
        assert " ".join(lines) == text
        assert len(lines) <= 2


def test_a_row_is_high_enough_for_words_on_two_lines(matrix: MatrixGrid) -> None:
    usual = matrix.rowHeight(0)
    line = MatrixLine("circle-x", "Niet de goede kant op", Tone.ERR, letters="a, b")
    matrix.resize(500, 400)
    matrix.set_content(replace(_content(4, 3), cells={MatrixPlace("r0", "c0"): MatrixCell((line,), "")}))
    assert matrix.rowHeight(0) > usual
    assert matrix.rowHeight(1) == usual
    assert not matrix.grab().isNull()
    matrix.set_content(replace(_content(30, 3), cells={MatrixPlace("r0", "c0"): MatrixCell((line,), "")}))
    font = matrix._delegate.chip_font(matrix.font())
    for width in range(500, 1100, 20):
        matrix.resize(width, 300)
        QApplication.processEvents()
        assert matrix.rowHeight(0) >= matrix._delegate.row_height((line,), font, matrix.columnWidth(0))


def test_line_says_count_and_letters() -> None:
    assert MatrixLine("x", "Loopt", Tone.INFO, 3).text == "Loopt · 3"
    assert MatrixLine("x", "Behaald", Tone.OK, letters="a, c").text == "Behaald a, c"


@pytest.fixture
def month(qtbot: QtBot, context: ThemeContext) -> MonthGrid:
    grid = MonthGrid(context, CLOCK)
    qtbot.addWidget(grid)
    grid.set_items(
        CalendarItem(str(n), date(2026, 3, 18), f"Zaak {n}", sentence=f"Evaluatie van plan {n}")
        for n in range(5)
    )
    grid.resize(900, 640)
    show_active(qtbot, grid)
    return grid


def test_month_model_is_sound(month: MonthGrid, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(month.model())  # type: ignore[no-untyped-call]


def test_days_are_sentences_and_weeks_have_numbers(month: MonthGrid) -> None:
    model = month.model()
    assert model.index(0, 0).data(SPOKEN) == "maandag 23 februari 2026, geen afspraken"
    assert model.index(3, 2).data(SPOKEN).startswith("woensdag 18 maart 2026, Evaluatie van plan 0; ")
    assert model.headerData(0, Qt.Orientation.Vertical) == "9"


def test_arrows_cross_the_edge_of_the_month(qtbot: QtBot, month: MonthGrid) -> None:
    month.go_to(date(2026, 3, 31))
    with qtbot.waitSignal(month.month_changed, check_params_cb=lambda day: day == date(2026, 4, 1)):
        QTest.keyClick(month, Qt.Key.Key_Right)
    assert month.current_day() == date(2026, 4, 1)
    QTest.keyClick(month, Qt.Key.Key_Up)
    assert month.current_day() == date(2026, 3, 25)


def test_page_keys_leap_and_home_is_today(month: MonthGrid) -> None:
    month.go_to(date(2026, 3, 31))
    QTest.keyClick(month, Qt.Key.Key_PageUp)
    assert month.current_day() == date(2026, 2, 28)
    QTest.keyClick(month, Qt.Key.Key_PageDown)
    assert month.month() == date(2026, 3, 1)
    QTest.keyClick(month, Qt.Key.Key_Home)
    assert month.current_day() == TODAY


def test_enter_opens_the_day_and_a_click_the_item(qtbot: QtBot, month: MonthGrid) -> None:
    month.go_to(date(2026, 3, 18))
    with qtbot.waitSignal(month.day_opened, check_params_cb=lambda day: day == date(2026, 3, 18)):
        QTest.keyClick(month, Qt.Key.Key_Return)
    rect = month.visualRect(month.currentIndex())
    with qtbot.waitSignal(month.item_opened, check_params_cb=lambda item: item == "0"):
        QTest.mouseClick(
            month.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(rect.center().x(), rect.top() + 40)
        )


@pytest.mark.parametrize(
    ("month_", "weeks"), [(date(2026, 2, 1), 5), (date(2027, 2, 1), 4), (date(2026, 8, 1), 6)]
)
def test_weeks_of_a_month(month_: date, weeks: int) -> None:
    assert weeks_shown(month_) == weeks


def test_months_are_shortened_not_skipped() -> None:
    assert month_shifted(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert month_shifted(date(2026, 1, 31), -2) == date(2025, 11, 30)


@pytest.mark.parametrize(
    ("day", "group"),
    [
        (date(2026, 3, 11), AgendaGroup.LATE),
        (date(2026, 3, 12), AgendaGroup.THIS_WEEK),
        (date(2026, 3, 15), AgendaGroup.THIS_WEEK),
        (date(2026, 3, 16), AgendaGroup.LATER),
    ],
)
def test_agenda_groups(day: date, group: AgendaGroup) -> None:
    assert group_of(day, TODAY) is group


def test_agenda_skips_headings_and_opens(
    qtbot: QtBot, context: ThemeContext, qtmodeltester: ModelTester
) -> None:
    agenda = AgendaList(context, CLOCK)
    qtbot.addWidget(agenda)
    agenda.set_entries(
        (
            AgendaEntry("later", date(2026, 6, 1), "Later"),
            AgendaEntry("laat", date(2026, 3, 8), "Evaluatie", "Wlz", "4 dagen te laat", Tone.ERR),
        )
    )
    qtmodeltester.check(agenda.model())  # type: ignore[no-untyped-call]
    rows = [agenda.model().index(n, 0).data(SPOKEN) for n in range(4)]
    assert rows[:2] == ["Te laat (1)", "Evaluatie, Wlz, zondag 8 maart 2026, 4 dagen te laat"]
    show_active(qtbot, agenda)
    agenda.set_current("laat")
    QTest.keyClick(agenda, Qt.Key.Key_Down)
    with qtbot.waitSignal(agenda.entry_opened, check_params_cb=lambda entry: entry == "later"):
        QTest.keyClick(agenda, Qt.Key.Key_Return)


def test_one_frame_says_where_the_keyboard_is(qtbot: QtBot, context: ThemeContext) -> None:
    agenda = AgendaList(context, CLOCK)
    qtbot.addWidget(agenda)
    agenda.resize(500, 300)
    show_active(qtbot, agenda)
    agenda.setFocus()

    def framed() -> tuple[bool, bool]:
        picture = agenda.grab().toImage()
        focus = context.colour("focus")
        at_edge = any(picture.pixelColor(x, picture.height() // 2) == focus for x in range(4))
        in_list = [
            picture.pixelColor(x, y) == focus for x in (60, 250) for y in range(8, picture.height() - 8)
        ]
        return at_edge, any(in_list)

    assert framed() == (True, False), "an empty list has the frame itself"
    agenda.set_entries(AgendaEntry(str(day), date(2026, 6, day), "Evaluatie") for day in range(1, 31))
    agenda.set_current("1")
    assert framed() == (False, True), "the row has it"
    agenda.verticalScrollBar().setValue(agenda.verticalScrollBar().maximum())
    assert framed() == (True, False), "the row is out of sight"


def test_groups_fold_by_key_and_stay_folded(qtbot: QtBot, context: ThemeContext) -> None:
    agenda = AgendaList(context, CLOCK, folds=True)
    qtbot.addWidget(agenda)
    entries = (
        AgendaEntry("laat", date(2026, 3, 8), "Evaluatie"),
        AgendaEntry("later", date(2026, 6, 1), "Later"),
    )
    agenda.set_entries(entries)
    show_active(qtbot, agenda)

    def said() -> list[object]:
        return [agenda.model().index(n, 0).data(SPOKEN) for n in range(agenda.model().rowCount())]

    assert said()[0] == "Te laat (1), uitgeklapt"
    agenda.set_current("laat")
    QTest.keyClick(agenda, Qt.Key.Key_Up)
    QTest.keyClick(agenda, Qt.Key.Key_Left)
    assert said()[:2] == ["Te laat (1), ingeklapt", "Later (1), uitgeklapt"]
    agenda.set_entries(entries)
    assert said()[0] == "Te laat (1), ingeklapt"
    QTest.keyClick(agenda, Qt.Key.Key_Space)
    assert len(said()) == 4
    heading = agenda.visualRect(agenda.model().index(2, 0)).center()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(agenda.viewport(), left, plain, heading)
    assert said()[-1] == "Later (1), ingeklapt"


def test_a_week_is_walked_through_by_key(qtbot: QtBot, context: ThemeContext) -> None:
    week = WeekList(context, CLOCK)
    qtbot.addWidget(week)
    week.week_changed.connect(lambda _: week.show_week(()))
    week.show_week([AgendaEntry("bezoek", date(2026, 3, 13), "Huisbezoek")])
    show_active(qtbot, week)
    said = [str(week.model().index(n, 0).data(SPOKEN)) for n in range(8)]
    assert said[0] == "Ma 9 maart: geen afspraken"
    assert said[3:6] == [
        "Vandaag, do 12 maart: geen afspraken", "Vr 13 maart (1)", "Huisbezoek, vrijdag 13 maart 2026",
    ]  # fmt: skip
    QTest.keyClick(week, Qt.Key.Key_T)
    assert week.current_day() == TODAY
    with qtbot.waitSignal(week.day_opened, check_params_cb=lambda day: day == TODAY):
        QTest.keyClick(week, Qt.Key.Key_Return)
    for key, day in (
        (Qt.Key.Key_Left, 11), (Qt.Key.Key_PageDown, 18), (Qt.Key.Key_PageUp, 11), (Qt.Key.Key_PageUp, 4),
    ):  # fmt: skip
        QTest.keyClick(week, key)
        assert week.current_day() == date(2026, 3, day)
    for _ in range(5):
        QTest.keyClick(week, Qt.Key.Key_Right)
    assert (week.current_day(), week.week()) == (date(2026, 3, 9), date(2026, 3, 9))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 18), "Week 12, 16-22 maart 2026"),
        (date(2026, 4, 1), "Week 14, 30 maart - 5 april 2026"),
        (date(2026, 1, 1), "Week 1, 29 december 2025 - 4 januari 2026"),
        (date(2027, 1, 3), "Week 53, 28 december 2026 - 3 januari 2027"),
    ],
)
def test_a_week_has_its_number(day: date, words: str) -> None:
    assert week_words(day) == words


def test_steps_say_their_state(qtbot: QtBot, context: ThemeContext, qtmodeltester: ModelTester) -> None:
    steps = StepList(context)
    qtbot.addWidget(steps)
    steps.set_steps((Step("a", "Kader"), Step("b", "Dit ben ik", needed=2), Step("c", "Wensen", attention=1)))
    qtmodeltester.check(steps.model())  # type: ignore[no-untyped-call]
    said = [steps.model().index(n, 0).data(SPOKEN) for n in range(3)]
    assert said == [
        "stap 1 van 3: Kader, compleet",
        "stap 2 van 3: Dit ben ik, nog nodig: 2",
        "stap 3 van 3: Wensen, 1 aandachtspunt",
    ]
    assert Step("d", "Bijlagen", optional=True).state == "mag leeg blijven"


def test_a_title_that_is_long_only_in_bold_stands_close_to_its_state(
    qtbot: QtBot, context: ThemeContext
) -> None:
    steps = StepList(context)
    qtbot.addWidget(steps)
    steps.set_steps((Step("a", "Kader"), Step("b", "Wensen die nu niet kunnen"), Step("c", "Hulp")))
    steps.set_current("a")
    steps.show()
    gaps = []
    for width in range(230, 262, 4):
        steps.resize(width, 400)
        QApplication.processEvents()
        gaps.append(_widest_gap(steps, steps.visualRect(steps.model().index(1, 0))))
    assert max(gaps) <= context.px(12)


def _widest_gap(steps: StepList, place: QRect) -> int:
    """The most empty lines of pixels between two lines of words in a row."""
    picture = steps.viewport().grab(place).toImage()
    paper = picture.pixelColor(picture.width() - 1, 0)
    words = [
        y
        for y in range(picture.height())
        if any(picture.pixelColor(x, y) != paper for x in range(50, picture.width() - 8, 2))
    ]
    return max((below - above - 1 for above, below in pairwise(words)), default=0)


def test_a_step_is_asked_for_by_key_and_not_by_showing(qtbot: QtBot, context: ThemeContext) -> None:
    steps = StepList(context)
    qtbot.addWidget(steps)
    steps.set_steps((Step("a", "Kader"), Step("b", "Dit ben ik")))
    show_active(qtbot, steps)
    with qtbot.assertNotEmitted(steps.step_requested):
        steps.set_current("a")
        steps.set_steps((Step("a", "Kader", needed=1), Step("b", "Dit ben ik")))
    assert steps.current_id() == "a"
    with qtbot.waitSignal(steps.step_requested, check_params_cb=lambda step: step == "b"):
        QTest.keyClick(steps, Qt.Key.Key_Down)
