"""One step of the wizard: its title, its introduction and the fields that show now."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QWidget

from planbureau.formats.flow import visible_questions
from planbureau.formats.model import Section
from planbureau.rules.talk.cards import talk_cards
from planbureau.ui.places import OpenTalk
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.field_grid import FieldGrid
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.registry import make_field
from planbureau.ui.wizard.leftovers import Leftovers

_UNNOTICED_MS = 20
"""So long may making fields take before what is made is shown; a frame at 60 Hz takes 16."""


class StepPage(ScrollPage):
    """Fields are made when they first show, and stay as long as the plan is open."""

    def __init__(
        self, desk: Desk, leftovers: Leftovers, section: Section, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.context.theme, parent=parent)
        self._desk = desk
        self._leftovers = leftovers
        self.section = section
        self.fields: dict[str, Field] = {}
        self._stale = False
        self._strict = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._arrange)
        self.setAccessibleName(section.title)
        card = Card(desk.context.theme)
        card.add_row(TextLabel(section.title, TextRole.HEADING), *self._talk())
        if section.intro:
            card.add(TextLabel(section.intro, TextRole.MUTED))
        self._grid = FieldGrid(desk.context.theme)
        card.add(self._grid)
        self.add(card)
        self.body.setStretch(self.body.count() - 1, 1)  # what the page has too much is not for the card
        self._arrange()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_changed)

    def _talk(self) -> list[Button]:
        """The way to the conversation sheet, when there is something in this step to talk about."""
        desk = self._desk
        if not talk_cards(self.section, desk.format, desk.state, lambda _: ""):
            return []
        self.talk_button = Button(desk.context.theme, "Gespreksvel", icon="message-circle")
        self.talk_button.setToolTip("Deze vragen één voor één op het hele scherm")
        place = OpenTalk(desk.plan_id, self.section.id)
        self.talk_button.clicked.connect(lambda: desk.place_requested.emit(place))
        return [self.talk_button]

    def refresh(self) -> None:
        """The plan changed: shows what is new, and the questions that follow from it."""
        if self.isHidden():  # another step is open; whether the window shows does not matter
            self._stale = True
            return
        self._stale = False
        for field in self.fields.values():
            field.refresh()
            field.setEnabled(self._desk.can_write(field.question))
        self._arrange()

    def pause(self) -> None:
        """Makes nothing more until it shows again: the vault may be locked next."""
        if self._rest.isActive():
            self._rest.stop()
            self._stale = True

    def catch_up(self) -> None:
        """Shows what changed while another step was open."""
        if self._stale:
            self._stale = False
            for field in self.fields.values():
                field.refresh()
                field.setEnabled(self._desk.can_write(field.question))
            self._arrange()

    def be_strict(self) -> None:
        """From now on every field says what is still needed."""
        self._strict = True
        for field in self.fields.values():
            field.be_strict()

    def flush(self) -> bool:
        """Saves what is not saved yet in any field."""
        saved = [field.flush() for field in self.fields.values()]
        return all(saved)

    def first_field(self) -> Field | None:
        """The first field that shows and can have the keyboard."""
        asked = visible_questions(self.section, self._desk.state, self._desk.format)
        shown = [self.fields[q.id] for q in asked if q.id in self.fields]
        taking = (field for field in shown if _takes_keys(field.focus_widget()))
        return next(taking, shown[0] if shown else None)

    def show_field(self, question_id: str) -> Field | None:
        """Brings a question into sight, with the focus in it."""
        self.complete()
        field = self.fields.get(question_id)
        if field is not None:
            field.be_strict()
            target = field.focus_widget()
            target.setFocus()
            self.ensureWidgetVisible(field.head, 0, self._context.px(20))
        return field

    def complete(self) -> None:
        """Makes every field that shows, now."""
        self._arrange(everything=True)

    def _arrange(self, *, everything: bool = False) -> None:
        """Shows the fields that count now; new ones as long as it goes unnoticed, the rest a moment later."""
        questions = visible_questions(self.section, self._desk.state, self._desk.format)
        spent = QElapsedTimer()
        spent.start()
        for question in questions:
            if question.id in self.fields:
                continue
            if self.fields and not everything and spent.hasExpired(_UNNOTICED_MS):
                self._rest.start()
                break
            field = make_field(self._desk, question)
            field.setEnabled(self._desk.can_write(question))
            if self._strict:
                field.be_strict()
            self.fields[question.id] = field
            if not self._desk.read_only:
                self._leftovers.put_back(field)
        self._grid.set_fields([(self.fields[q.id], q.half) for q in questions if q.id in self.fields])

    @Slot(QWidget, QWidget)
    def _focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is None or not self.isAncestorOf(old):
            return
        for field in self.fields.values():
            if field.isAncestorOf(old):
                inside = new is not None and field.isAncestorOf(new)
                if inside:
                    field.flush()
                else:
                    field.left()
                return


def _takes_keys(widget: QWidget) -> bool:
    """Whether the keyboard can be there: not in a list that has nothing in this plan."""
    return widget.focusProxy() is not None or widget.focusPolicy() != Qt.FocusPolicy.NoFocus
