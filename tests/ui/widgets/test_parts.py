"""Buttons, messages, navigation and layout."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tests.ui.showing import show_active

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize, Tone
from planbureau.ui.widgets.avatar import initials
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.help_bubble import HelpBubble
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import ElidedLabel, FieldLabel, TextLabel
from planbureau.ui.widgets.nav_bar import NavBar, NavItem
from planbureau.ui.widgets.period_bar import PeriodBar
from planbureau.ui.widgets.pictogram_button import PictogramButton
from planbureau.ui.widgets.pictogram_picker import PictogramDialog
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.widgets.toast_bar import ToastBar

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><rect width="72" height="72"/></svg>'
NAV = (
    NavItem("today", "Vandaag", "sun", "Ctrl+1"),
    NavItem("clients", "Cliënten", "users"),
    NavItem("settings", "Instellingen", "settings", low=True),
    NavItem("lock", "Vergrendelen", "lock", "Ctrl+L", place=False),
)


def test_enter_presses_a_button(qtbot: QtBot, context: ThemeContext) -> None:
    button = Button(context, "Nieuw plan", icon="plus")
    qtbot.addWidget(button)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(button.clicked):
            QTest.keyClick(button, key)


def test_a_compact_button_keeps_its_name(qtbot: QtBot, context: ThemeContext) -> None:
    button = Button(context, "Voorbeeld", icon="eye")
    qtbot.addWidget(button)
    button.set_compact(True)
    assert (button.text(), button.accessibleName(), button.toolTip()) == ("", "Voorbeeld", "Voorbeeld")
    button.set_compact(False)
    assert button.text().strip() == "Voorbeeld"


def test_icons_and_sizes_follow_the_text_size(qtbot: QtBot, theme: Theme) -> None:
    button = IconButton(theme.context, "printer", "Afdrukken")
    qtbot.addWidget(button)
    assert button.iconSize() == QSize(18, 18)
    theme.apply(Look.LIGHT, TextSize.LARGEST)
    assert button.iconSize() == QSize(23, 23)


def test_typed_markup_stays_text(qtbot: QtBot) -> None:
    label = TextLabel("<b>vet</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_first_of_several_options_keeps_its_own_words(qtbot: QtBot, context: ThemeContext) -> None:
    law, form = QPushButton("Jeugdwet"), QPushButton("Mondeling")
    labels = FieldLabel("Welke wet?", law), FieldLabel("Vorm", form)
    for widget in (*labels, law, form):
        qtbot.addWidget(widget)
    assert law.accessibleName() == "Welke wet? Jeugdwet"
    assert form.accessibleName() == "Vorm: Mondeling"


def test_a_long_name_is_shortened_and_told_whole(qtbot: QtBot) -> None:
    label = ElidedLabel("Margaretha van den Berg-Oosterhout")
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.show()
    assert label.text().endswith("…")
    assert label.toolTip() == label.accessibleName() == "Margaretha van den Berg-Oosterhout"


@pytest.mark.parametrize(
    ("name", "letters"), [("Truus de Vries", "TV"), ("Cher", "C"), ("", "?"), ("Linh Thi Nguyen", "LN")]
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


def test_a_badge_says_its_state_in_words(qtbot: QtBot, context: ThemeContext) -> None:
    badge = StatusBadge(context, "Concept", Tone.WARN)
    qtbot.addWidget(badge)
    badge.set_status("Vastgesteld", Tone.OK)
    assert (badge.text(), badge.accessibleName(), badge.property("badge")) == (
        "Vastgesteld",
        "Vastgesteld",
        "ok",
    )


def test_a_banner_asks_and_goes(qtbot: QtBot, context: ThemeContext) -> None:
    banner = Banner(context, "Te laat", Tone.ERR, action="Openen", dismissible=True)
    qtbot.addWidget(banner)
    with qtbot.waitSignal(banner.action_requested):
        banner._action.click()
    with qtbot.waitSignal(banner.dismissed):
        banner._close.click()
    assert banner.isHidden()


def test_a_message_reaches_its_field(qtbot: QtBot, context: ThemeContext) -> None:
    field = QLineEdit()
    field.setAccessibleDescription("Negen cijfers.")
    message = InlineMessage(context, field)
    qtbot.addWidget(field)
    qtbot.addWidget(message)
    message.show_message(MessageLevel.TODO, "Nog niet ingevuld.")
    assert field.property("state") == "todo"
    assert field.accessibleDescription() == "Nog nodig: Nog niet ingevuld. Negen cijfers."
    message.clear()
    assert (field.property("state"), field.accessibleDescription()) == ("", "Negen cijfers.")


def test_help_unfolds_and_says_so(qtbot: QtBot, context: ThemeContext) -> None:
    bubble = HelpBubble(context, "Omdat", source="Jeugdwet 4.1.3", about="Wens")
    qtbot.addWidget(bubble)
    assert bubble.button.accessibleName() == "Waarom vragen we dit? Wens (ingeklapt)"
    with qtbot.waitSignal(bubble.open_changed):
        QTest.keyClick(bubble.button, Qt.Key.Key_Return)
    assert bubble.is_open()
    assert bubble.button.accessibleName().endswith("(uitgeklapt)")


def test_a_toast_goes_away_by_itself(qtbot: QtBot, context: ThemeContext) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(500, 300)
    window.show()
    toast = ToastBar(context, window, milliseconds=10)
    toast.show_message("Bewaard om 14:32")
    assert toast.text() == "Bewaard om 14:32"
    assert window.rect().contains(toast.geometry())
    qtbot.waitUntil(toast.isHidden)


def test_a_long_message_goes_on_in_a_second_line(qtbot: QtBot, context: ThemeContext) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(420, 300)
    window.show()
    toast = ToastBar(context, window)
    toast.show_message("Bewaard om 14:32")
    low = toast.height()
    toast.show_message("Dit plantype is er niet. Plannen ervan blijven bewaard. Zet het bestand terug.")
    assert window.rect().contains(toast.geometry())
    assert toast.height() > low
    toast.show_message("Bewaard om 14:32")
    assert toast.height() == low


@pytest.mark.parametrize("width", [900, 420])
def test_a_toast_covers_no_button(qtbot: QtBot, context: ThemeContext, width: int) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(width, 400)
    column = QVBoxLayout(window)
    column.addStretch()
    foot = QHBoxLayout()
    buttons = [Button(context, words) for words in ("Vorige", "Bewaren", "Volgende")]
    for button in buttons:
        foot.addWidget(button)
    column.addLayout(foot)
    window.show()
    toast = ToastBar(context, window)
    toast.show_message("Bewaard om 14:32")
    assert window.rect().contains(toast.geometry())
    assert toast.geometry().top() > window.height() // 2
    assert not any(toast.geometry().intersects(button.geometry()) for button in buttons)


def test_the_safe_answer_has_the_focus(qtbot: QtBot, context: ThemeContext) -> None:
    dialog = ConfirmDialog(context, "Vernietigen?", "Dat is voor altijd.", action="Vernietigen", danger=True)
    qtbot.addWidget(dialog)
    show_active(qtbot, dialog)
    assert QApplication.focusWidget() is dialog.cancel_button
    QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Rejected
    dialog.show()
    dialog.action_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_navigation_asks_and_shrinks(qtbot: QtBot, context: ThemeContext) -> None:
    bar = NavBar(context, NAV)
    qtbot.addWidget(bar)
    bar.show()
    with qtbot.waitSignal(bar.place_requested, check_params_cb=lambda place: place == "clients"):
        QTest.keyClick(bar.button("clients"), Qt.Key.Key_Return)
    with qtbot.waitSignal(bar.action_requested, check_params_cb=lambda action: action == "lock"):
        bar.button("lock").click()
    with qtbot.assertNotEmitted(bar.place_requested):
        bar.set_current("today")
    assert bar.button("today").isChecked()
    bar.set_current("settings")
    assert bar.button("settings").isChecked()
    assert not bar.button("today").isChecked()
    assert bar.button("settings").y() > bar.button("clients").y()
    bar.set_current("")
    assert not bar.button("settings").isChecked()
    wide = bar.width()
    bar.set_window_width(1099)
    assert bar.width() < wide / 2
    assert bar.button("today").text() == ""
    assert bar.button("today").accessibleName() == "Vandaag"
    assert bar.button("today").toolTip() == "Vandaag (Ctrl+1)"
    bar.set_window_width(1100)
    assert bar.width() == wide


def test_an_exclusive_row_has_one_chip_on(qtbot: QtBot, context: ThemeContext) -> None:
    row = ChipRow(context, "Filter", exclusive=True)
    qtbot.addWidget(row)
    row.set_chips((("a", "Alles"), ("b", "Te laat")))
    row.set_checked({"a"})
    second = row.chip("b")
    assert second is not None
    with qtbot.waitSignal(row.chip_toggled, check_params_cb=lambda chip: chip == "b"):
        QTest.keyClick(second, Qt.Key.Key_Space)
    assert row.checked() == {"b"}


def press(key: Qt.Key, times: int) -> None:
    """The key, each time where the keyboard is then."""
    for _ in range(times):
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClick(at, key)


def test_a_row_of_marks_is_one_stop_for_tab(qtbot: QtBot, context: ThemeContext) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    row = ChipRow(context, "Cijfer", exclusive=True, one_stop=True)
    row.set_chips([(str(mark), str(mark)) for mark in range(1, 11)])
    after = QLineEdit()
    column.addWidget(row)
    column.addWidget(after)
    show_active(qtbot, page)
    chips = [row.chip(str(mark)) for mark in range(1, 11)]
    first, eighth = chips[0], chips[7]
    assert first is not None
    assert eighth is not None
    first.setFocus()
    press(Qt.Key.Key_Right, 7)
    assert QApplication.focusWidget() is eighth
    QTest.keyClick(eighth, Qt.Key.Key_Space)
    assert row.checked() == {"8"}
    QTest.keyClick(eighth, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    QTest.keyClick(after, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is eighth, "back to the mark that was given"
    press(Qt.Key.Key_Down, 3)
    assert QApplication.focusWidget() is first, "past the last one it begins anew"


def test_two_columns_become_one_in_the_same_order(qtbot: QtBot, context: ThemeContext) -> None:
    grid = ResponsiveGrid(context)
    qtbot.addWidget(grid)
    fields = [QLineEdit() for _ in range(3)]
    for field in fields:
        grid.add(field, wide=field is fields[2])
    grid.resize(900, 300)
    grid.show()
    QApplication.processEvents()
    assert fields[0].y() == fields[1].y() < fields[2].y()
    assert fields[2].width() > 800
    grid.resize(500, 300)
    QApplication.processEvents()
    assert grid.one_column
    assert fields[0].y() < fields[1].y() < fields[2].y()


def test_flow_starts_a_new_line(qtbot: QtBot, context: ThemeContext) -> None:
    flow = Flow()
    qtbot.addWidget(flow)
    buttons = [Button(context, f"Knop {n}") for n in range(4)]
    for button in buttons:
        flow.add(button)
    one_line = flow.heightForWidth(2000)
    assert flow.heightForWidth(buttons[0].sizeHint().width() * 2 + 20) == 2 * one_line + 8


def test_a_card_keeps_its_content_on_top(qtbot: QtBot, context: ThemeContext) -> None:
    card = Card(context, "Plannen")
    qtbot.addWidget(card)
    label = TextLabel("Gezinsplan")
    card.add(label)
    card.resize(400, 600)
    card.show()
    QApplication.processEvents()
    assert label.geometry().bottom() < 120


def test_the_page_scrolls_to_the_focus(qtbot: QtBot, context: ThemeContext) -> None:
    page = ScrollPage(context)
    qtbot.addWidget(page)
    fields = [QLineEdit() for _ in range(40)]
    for field in fields:
        page.add(field)
    page.resize(400, 300)
    show_active(qtbot, page)
    fields[-1].setFocus()
    assert page.verticalScrollBar().value() > 500


def test_what_is_higher_than_the_page_shows_its_top_and_hides_no_title(
    qtbot: QtBot, context: ThemeContext
) -> None:
    page = ScrollPage(context)
    qtbot.addWidget(page)
    title, tall, last = TextLabel("Vandaag", wrap=False), QWidget(), QLineEdit()
    tall.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    tall.setFixedHeight(900)
    for widget in (title, tall, last):
        page.add(widget)
    page.resize(400, 300)
    show_active(qtbot, page)
    tall.setFocus()
    QApplication.processEvents()
    assert page.verticalScrollBar().value() == 0
    last.setFocus()
    assert page.verticalScrollBar().value() > 600
    tall.setFocus()
    assert page.verticalScrollBar().value() <= tall.y()


def test_a_field_that_has_just_come_is_scrolled_to_as_well(qtbot: QtBot, context: ThemeContext) -> None:
    """A form opens below the fold and takes the focus before it has its place."""
    page = ScrollPage(context)
    qtbot.addWidget(page)
    for _ in range(12):
        page.add(QLineEdit())
    page.resize(400, 200)
    show_active(qtbot, page)
    form = QWidget()
    column = QVBoxLayout(form)
    for _ in range(4):
        column.addWidget(
            TextLabel("Een uitleg die langer is dan een regel breed is, dus over meer regels gaat.")
        )
    field = QLineEdit()
    column.addWidget(field)
    page.add(form)
    form.show()
    field.setFocus()
    shown = page.viewport()
    qtbot.waitUntil(lambda: shown.rect().contains(field.mapTo(shown, field.rect().bottomLeft())))


def test_tab_follows_what_came_later(qtbot: QtBot, context: ThemeContext) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    group = QWidget()
    inside = QVBoxLayout(group)
    add = Button(context, "Toevoegen")
    inside.addWidget(add)
    first, last = QLineEdit(), QLineEdit()
    for widget in (first, group, last):
        column.addWidget(widget)
    show_active(qtbot, window)
    late = QLineEdit()
    inside.insertWidget(0, late)
    follow_layout(group, anchor=add)
    QApplication.processEvents()
    first.setFocus()
    visited: list[QWidget] = []
    for _ in range(4):
        focus = QApplication.focusWidget()
        assert focus is not None
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert visited == [first, late, add, last]


def test_an_empty_page_begins(qtbot: QtBot, context: ThemeContext) -> None:
    empty = EmptyState(context, "Nog geen cliënten", action="Nieuwe cliënt")
    qtbot.addWidget(empty)
    assert empty.button is not None
    with qtbot.waitSignal(empty.action_requested):
        empty.button.click()


def test_the_month_bar_asks(qtbot: QtBot, context: ThemeContext) -> None:
    bar = PeriodBar(context)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.leap_requested, check_params_cb=lambda step: step == -1):
        bar.findChildren(IconButton)[0].click()


def test_a_pictogram_is_named_and_can_be_taken_away(qtbot: QtBot, context: ThemeContext) -> None:
    button = PictogramButton(context, lambda _: SVG, "doel 1")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Pictogram kiezen bij doel 1"
    button.set_pictogram("blij", "blij")
    assert "blij" in button.accessibleName()
    with qtbot.waitSignal(button.value_changed):
        QTest.keyClick(button, Qt.Key.Key_Delete)
    assert button.value() == ""


def test_a_pictogram_is_found_and_chosen_by_keyboard(qtbot: QtBot, context: ThemeContext) -> None:
    words = ("eten", "eerlijk", "slapen")
    asked: list[str] = []

    def provider(pictogram_id: str) -> bytes:
        asked.append(pictogram_id)
        return SVG

    dialog = PictogramDialog(context, lambda query: [(w, w) for w in words if query in w], provider)
    qtbot.addWidget(dialog)
    show_active(qtbot, dialog)
    QTest.keyClicks(dialog.picker.field, "ee")
    assert dialog.picker.found() == (("eerlijk", "eerlijk"),)
    dialog.picker.field.setText("e")
    QTest.keyClick(dialog.picker.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.picker.tiles, Qt.Key.Key_Right)
    QTest.keyClick(dialog.picker.tiles, Qt.Key.Key_Return)
    assert dialog.chosen == "eerlijk"
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert set(asked) <= set(words)
