"""Draws every widget in each look and text size into a folder, for human eyes.

Use: `python packaging/gallery.py FOLDER`. All people in it are invented.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from planbureau.clock import FixedClock
from planbureau.formats.model import Column, Option, QuestionKind
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize, Tone
from planbureau.ui.widgets.agenda_list import AgendaList
from planbureau.ui.widgets.agenda_model import AgendaEntry
from planbureau.ui.widgets.avatar import Avatar
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.data_table import DataTable
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.help_bubble import HelpBubble
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.matrix_grid import MatrixGrid
from planbureau.ui.widgets.matrix_model import MatrixCell, MatrixContent, MatrixHead, MatrixLine, MatrixPlace
from planbureau.ui.widgets.month_grid import MonthGrid
from planbureau.ui.widgets.month_model import CalendarItem
from planbureau.ui.widgets.nav_bar import NavBar, NavItem
from planbureau.ui.widgets.password_field import PasswordField
from planbureau.ui.widgets.password_meter import Strength
from planbureau.ui.widgets.period_bar import PeriodBar
from planbureau.ui.widgets.person_picker import PersonPicker, Pick
from planbureau.ui.widgets.pictogram_button import PictogramButton
from planbureau.ui.widgets.pictogram_picker import PictogramPicker
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.search_field import SearchField
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.step_list import Step, StepList
from planbureau.ui.widgets.table_cells import CellTools
from planbureau.ui.widgets.toast_bar import ToastBar

TODAY = date(2026, 3, 12)
CLOCK = FixedClock.on(TODAY)
PEOPLE = (("p1", "Fatima Yıldız"), ("p2", "Emre Yıldız"), ("p3", "Oma Hatice"))
NAV = (
    NavItem("today", "Vandaag", "sun", "Ctrl+1"),
    NavItem("clients", "Cliënten", "users", "Ctrl+2"),
    NavItem("agenda", "Agenda", "calendar-days", "Ctrl+3"),
    NavItem("matrix", "Doelenmatrix", "layout-grid", "Ctrl+4"),
    NavItem("settings", "Instellingen", "settings", place=False),
    NavItem("lock", "Vergrendelen", "lock", "Ctrl+L", place=False),
)
STEPS = (
    Step("kader", "Kader en datums", progress=1),
    Step("mij", "Dit ben ik", needed=2, progress=0.4),
    Step("situatie", "Situatie en wensen", attention=1, progress=0.6),
    Step("risico", "Veiligheid en risico’s in het dagelijks leven", needed=4),
    Step("bijlagen", "Bijlagen", optional=True),
    Step("akkoord", "Bespreking en akkoord", needed=3),
)
_CIRCLE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><circle cx="36" cy="36" r="24" '
    b'fill="#FCEA2B" stroke="#000" stroke-width="2"/></svg>'
)


def _circle(pictogram_id: str) -> bytes:
    del pictogram_id
    return _CIRCLE


def _find(query: str) -> list[tuple[str, str]]:
    words = ("eten", "slapen", "naar school gaan", "samen boodschappen doen", "blij", "boos", "dokter")
    return [(word, word) for word in words if query in word]


def small_parts(context: ThemeContext) -> QWidget:
    """Buttons, messages, fields."""
    page = ScrollPage(context)
    page.add(
        SectionHeader(
            "Gezin Yıldız",
            "Gezinsplan versie 2",
            action=Button(context, "Nieuw plan", ButtonKind.PRIMARY, icon="plus"),
            level=TextRole.TITLE,
        )
    )
    page.add(_banners(context))
    page.add(_buttons(context))
    grid = ResponsiveGrid(context)
    grid.add(_fields(context))
    grid.add(_more_fields(context))
    page.add(grid)
    return _padded(page)


def _banners(context: ThemeContext) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(
        Banner(
            context,
            "Evaluatie van het gezinsplan over 20 dagen (1 april 2026).",
            Tone.WARN,
            action="Evaluatie voorbereiden",
        )
    )
    column.addWidget(
        Banner(
            context,
            "Het bewaren lukte niet: de schijf is vol.",
            Tone.ERR,
            detail="Wat je schreef staat veilig in het concept. Maak ruimte vrij en probeer het opnieuw.",
            action="Opnieuw",
            dismissible=True,
        )
    )
    column.addWidget(Banner(context, "Je bent op huisbezoek.", Tone.INFO))
    return box


def _buttons(context: ThemeContext) -> QWidget:
    card = Card(context, "Knoppen en tekens", action=Button(context, "Alles tonen", ButtonKind.QUIET))
    buttons = Flow()
    for kind, text, icon in (
        (ButtonKind.PRIMARY, "Volgende", ""),
        (ButtonKind.SECONDARY, "Voorbeeld", "eye"),
        (ButtonKind.QUIET, "Bewerken", "pen-line"),
        (ButtonKind.DANGER, "Vernietigen", ""),
        (ButtonKind.LINK, "Gezinsplan", ""),
    ):
        buttons.add(Button(context, text, kind, icon=icon))
    buttons.add(IconButton(context, "printer", "Afdrukken"))
    buttons.add(Avatar(context, "Fatima Yıldız"))
    card.add(buttons)
    states = Flow()
    for tone in Tone:
        states.add(StatusBadge(context, {"ok": "Behaald", "warn": "Concept"}.get(tone, "Loopt"), tone))
    card.add(states)
    chips = ChipRow(context, "Leefgebieden")
    chips.set_chips((word, word) for word in ("Wonen", "Financiën", "School", "Gezondheid", "Netwerk"))
    chips.set_checked({"Wonen", "School"})
    card.add(chips)
    return card


def _fields(context: ThemeContext) -> QWidget:
    card = Card(context, "Velden")
    long_text = LongTextEdit(context, "Hoe gaat het nu thuis?", lines=3)
    long_text.set_value("Fatima vertelt dat het thuis vaak druk is. De avonden zijn het lastigst.")
    card.add(FieldLabel("Hoe gaat het nu thuis?", long_text))
    card.add(long_text)
    card.add(
        HelpBubble(
            context, "Zo weten we wat er nu speelt.", source="Jeugdwet 4.1.3", about="Hoe gaat het nu?"
        )
    )
    wish = LongTextEdit(context, "Wat wil je anders?", lines=2)
    card.add(FieldLabel("Wat wil je over een half jaar anders?", wish))
    card.add(wish)
    message = InlineMessage(context, wish.edit)
    message.show_message(MessageLevel.TODO, "Nog niet ingevuld. Nodig voordat je het plan vaststelt.")
    card.add(message)
    day = DateField(context, CLOCK, "Startdatum")
    day.set_value(TODAY)
    card.add(FieldLabel("Startdatum", day))
    card.add(day)
    wrong = DateField(context, CLOCK, "Einddatum")
    wrong.line.setText("30 februari 2026")
    wrong.line.setModified(True)
    wrong.commit()
    card.add(FieldLabel("Einddatum", wrong))
    card.add(wrong)
    return card


def _more_fields(context: ThemeContext) -> QWidget:
    card = Card(context, "Meer velden")
    card.add(SearchField(context, "Zoek cliënt"))
    choice = ChoiceBox("Financiering", (("jw", "Jeugdwet"), ("wmo", "Wmo")))
    card.add(FieldLabel("Financiering", choice))
    card.add(choice)
    secret = PasswordField(context, "Wachtwoord", meter=True)
    secret.show_strength(Strength(2, "Redelijk.", "Maak er een zin van."))
    card.add(FieldLabel("Wachtwoord", secret))
    card.add(secret)
    who = PersonPicker(context, "Wie helpt hierbij?", PEOPLE)
    who.set_value((Pick("p1", "Fatima Yıldız"), Pick("", "avonddienst")))
    card.add(FieldLabel("Wie helpt hierbij?", who))
    card.add(who)
    pictures = QHBoxLayout()
    chosen = PictogramButton(context, _circle, "doel 1")
    chosen.set_pictogram("blij", "blij")
    pictures.addWidget(chosen)
    pictures.addWidget(PictogramButton(context, _circle, "doel 2"))
    pictures.addStretch()
    card.body.addLayout(pictures)
    card.add(EmptyState(context, "Nog geen doelen", "Begin met een wens of een zorg.", action="Nieuw doel"))
    return card


def wizard_like(context: ThemeContext) -> QWidget:
    """Navigation, steps and a table to fill in."""
    page = QWidget()
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    nav = NavBar(context, NAV)
    nav.set_current("clients")
    row.addWidget(nav)
    steps = StepList(context)
    steps.set_steps(STEPS)
    steps.set_current("situatie")
    left = Card(context)
    left.setFixedWidth(context.px(262))
    left.add(steps)
    inner = QHBoxLayout()
    inner.setContentsMargins(20, 18, 20, 18)
    inner.addWidget(left)
    scroll = ScrollPage(context)
    card = Card(context, "Afspraken")
    card.add(TextLabel("Schrijf in gewone taal; de cliënt leest mee.", TextRole.MUTED))
    card.add(table(context))
    scroll.add(card)
    inner.addWidget(scroll, 1)
    row.addLayout(inner, 1)
    toast = ToastBar(context, page)
    toast.show_message("Bewaard om 14:32", "Ongedaan maken")
    return page


def table(context: ThemeContext) -> DataTable:
    """A table with every kind of column."""
    columns = (
        Column("wat", "Wat spreken we af?", QuestionKind.LONG_TEXT),
        Column("wie", "Wie?", QuestionKind.PERSON),
        Column("klaar", "Wanneer klaar?", QuestionKind.DATE),
        Column(
            "stand", "Stand", QuestionKind.CHOICE, options=(Option("open", "Open"), Option("klaar", "Klaar"))
        ),
    )
    result = DataTable(context, "Afspraken", columns, CellTools(CLOCK, lambda: PEOPLE), word="afspraak")
    result.set_value(
        [
            {"id": "1", "wat": "Budgetcoach bellen", "wie": [{"person": "p2"}], "klaar": "2026-04-01"},
            {"id": "2", "wat": "Gesprek met de mentor van Elif over de ochtenden", "stand": "open"},
        ]
    )
    return result


def matrix(context: ThemeContext) -> QWidget:
    """The goal matrix."""
    areas = (
        "Wonen en huishouden",
        "Financiën",
        "Werk en opleiding",
        "School en ontwikkeling",
        "Lichamelijke gezondheid en leefstijl van het hele gezin",
        "Opvoeding",
        "Veiligheid thuis",
    )
    people = ("Hele gezin", "Fatima (moeder)", "Emre (vader)", "Elif (11)", "Can (7)", "Oma Hatice")
    lines = (
        MatrixLine("circle-dot", "Loopt", Tone.INFO, 3),
        MatrixLine("circle-check", "Behaald", Tone.OK),
        MatrixLine("clock", "Gepland", Tone.IDLE, letters="a, c"),
        MatrixLine("triangle-alert", "Loopt vast", Tone.WARN),
    )
    cells = {}
    for row in range(len(areas)):
        for column in range(len(people)):
            mark = (row * 7 + column * 13 + row * column * 3) % 9
            if mark < len(lines):
                chosen = lines[mark : mark + 1] if mark else lines[: 1 + (row + column) % 4]
                place = MatrixPlace(str(row), str(column))
                cells[place] = MatrixCell(chosen, ", ".join(line.text for line in chosen))
    grid = MatrixGrid(context)
    grid.set_content(
        MatrixContent(
            tuple(MatrixHead(str(at), label) for at, label in enumerate(areas)),
            tuple(MatrixHead(str(at), label) for at, label in enumerate(people)),
            cells,
        )
    )
    grid.set_current(MatrixPlace("1", "1"))
    return _padded(grid)


def month(context: ThemeContext) -> QWidget:
    """The month with the list beside it."""
    page = QWidget()
    layout = QGridLayout(page)
    bar = PeriodBar(context)
    bar.show_period("maart 2026", "maand")
    grid = MonthGrid(context, CLOCK)
    first = CalendarItem("1", date(2026, 3, 18), "Evaluatie de Vries", "triangle-alert", Tone.ERR)
    items = [first] + [
        replace(first, id=str(at), day=TODAY + timedelta(days=at % 5), text=text, icon="flag", tone=tone)
        for at, (text, tone) in enumerate(
            (("Plan El Amrani", Tone.WARN), ("Huisbezoek", Tone.INFO), ("MDO Yıldız", Tone.OK)) * 4
        )
    ]
    grid.set_items(items)
    layout.addWidget(bar, 0, 0, 1, 2)
    layout.addWidget(grid, 1, 0)
    card = Card(context, "Eerstvolgend")
    entries = AgendaList(context, CLOCK)
    entries.set_entries(
        (
            AgendaEntry("1", date(2026, 3, 8), "Evaluatie de Vries", "Wlz", "4 dagen te laat", Tone.ERR),
            AgendaEntry("2", date(2026, 3, 14), "Plan El Amrani", "", "over 2 dagen", Tone.WARN),
            AgendaEntry("3", date(2026, 4, 28), "Halfjaarevaluatie Jansen", "Jeugd", "over 47 dagen"),
        )
    )
    card.add(entries)
    card.setFixedWidth(context.px(290))
    layout.addWidget(card, 1, 1)
    layout.setContentsMargins(20, 18, 20, 18)
    layout.setSpacing(14)
    return page


def question(context: ThemeContext) -> QWidget:
    """A question before something that matters."""
    return ConfirmDialog(
        context,
        "Dit dossier vernietigen?",
        "Alles in dit dossier wordt onleesbaar. Dat kan niet worden teruggedraaid.",
        action="Vernietigen",
        danger=True,
    )


def _padded(widget: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 18, 20, 18)
    column.addWidget(widget)
    return page


PAGES = {
    "parts": (small_parts, (1100, 1250)),
    "parts-narrow": (small_parts, (560, 1900)),
    "wizard": (wizard_like, (1366, 728)),
    "matrix": (matrix, (1160, 640)),
    "matrix-narrow": (matrix, (600, 640)),
    "month": (month, (1160, 700)),
    "pictograms": (lambda context: _padded(PictogramPicker(context, _find, _circle)), (640, 460)),
    "confirm": (question, (480, 220)),
    "table-narrow": (lambda context: _padded(table(context)), (460, 900)),
}
"""What is drawn, and at what size in pixels."""


def main(folder: Path) -> None:
    """Draw all pages in all looks, at 100 and at 130 percent."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    application = QApplication([])
    application.setCursorFlashTime(0)
    theme = Theme(application)
    folder.mkdir(parents=True, exist_ok=True)
    for look in Look:
        for size in (TextSize.NORMAL, TextSize.LARGEST):
            theme.apply(look, size)
            for name, (build, (width, height)) in PAGES.items():
                page = build(theme.context)
                page.resize(width, height)
                page.show()
                for _ in range(3):
                    application.processEvents()
                page.grab().save(str(folder / f"{name}-{look.value}-{size.value}.png"))
                page.close()
                page.deleteLater()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
