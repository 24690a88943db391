"""Progress notes: those of one client or household, or what is unread and asked of everyone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import NotFoundError, PlanbureauError
from planbureau.ui.notes.filter_bar import NoteFilter
from planbureau.ui.notes.note_card import NoteCard
from planbureau.ui.notes.note_form import NoteForm
from planbureau.ui.notes.note_look import NoteNames
from planbureau.ui.notes.print_panel import PrintPanel
from planbureau.ui.notes.subjects import NoteSubject, subject_of
from planbureau.ui.page import Page, PageContext
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenClient, OpenNotes, OpenToday, Place
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.kept_focus import focus_kept
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import NoteView

SHOWN = 40
"""So many notes at a time: a year of them is never laid out at once."""

_NONE = "Nog geen rapportages. Met Ctrl+R schrijf je er een, vanaf elke plek."
_NONE_LEFT = "Je hebt alles gelezen, en er wacht geen vraag op je."
_FILTERED = "Geen rapportages met deze keuze."


class NotesPage(Page):
    """Shows `OpenNotes`; Escape goes back to where it came from."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = Desk(context, self.place_requested.emit, lambda _: None, self.message_requested.emit)
        self._place = OpenNotes()
        self._subject = NoteSubject()
        self._notes: tuple[NoteView, ...] = ()
        self._most = SHOWN
        self.form: NoteForm | None = None
        self.printing: PrintPanel | None = None
        self.cards: list[NoteCard] = []
        self._build()

    # Build the page

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(14), px(14), px(10))
        self._column.setSpacing(px(8))
        self._list = QWidget()
        inside = QVBoxLayout(self._list)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(8))
        self.header = SectionHeader("Rapportage", " ", level=TextRole.TITLE)
        self.write_button = Button(theme, "Rapporteren (Ctrl+R)", ButtonKind.PRIMARY, icon="pen-line")
        self.write_button.clicked.connect(self._write)
        self.write_button.setEnabled(not self.context.workspace.read_only)
        self.print_button = IconButton(theme, "printer", "Rapportages afdrukken", quiet=False)
        self.print_button.clicked.connect(self._open_print)
        self.back_button = Button(theme, "Terug", icon="arrow-left")
        self.back_button.clicked.connect(self._back)
        for button in (self.write_button, self.print_button, self.back_button):
            self.header.add_action(button)
        inside.addWidget(self.header)
        self.filter = NoteFilter(theme)
        self.filter.value_changed.connect(self._filtered)
        self.filter.all_read.connect(self._read_all)
        inside.addWidget(self.filter)
        self._scroll = ScrollPage(theme)
        self._lines = QWidget()
        self._rows = QVBoxLayout(self._lines)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(px(10))
        self._scroll.add(self._lines)
        self.more_button = Button(theme, "Oudere rapportages tonen", ButtonKind.QUIET, icon="chevron-down")
        self.more_button.clicked.connect(self._more)
        self._scroll.add(self.more_button)
        inside.addWidget(self._scroll, 1)
        self._column.addWidget(self._list, 1)
        QShortcut(QKeySequence("Esc"), self._list, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
                  ).activated.connect(self._back)  # fmt: skip

    # Page

    def show_place(self, place: Place) -> None:
        if not isinstance(place, OpenNotes):
            return
        self._drop_form()
        try:
            self._subject = subject_of(self.context, self._desk, place)
        except NotFoundError as error:
            self._subject = NoteSubject()
            self.message_requested.emit(str(error))
        self._place = replace(
            place, client_id=self._subject.client_id, household_id=self._subject.household_id
        )
        self._most = SHOWN
        if place.note:
            self.filter.show_all()
        self.header.set_subtitle(self._subject.name or "Ongelezen, en vragen aan jou")
        self.print_button.setVisible(bool(self._subject.ids))
        self._reload()
        self._show_wanted()
        elsewhere = self.context.workspace.organisation.organisation().reports_elsewhere
        self.write_button.setVisible(not elsewhere)
        asked = place.correct or (place.write and not elsewhere)
        if asked and not self.context.workspace.read_only:
            self._open_form(place.correct, place.about)

    def refresh(self, changes: Changes) -> None:
        if self.form is None and changes.touches(
            "note", "restriction", "person", "goal", "action", "agreement"
        ):
            with focus_kept(self._list):
                self._reload()

    def leave(self) -> bool:
        return self.form is None or self.form.leave()

    def keep_unfinished(self) -> bool:
        return self.form is None or self.form.keep_unfinished()

    def first_focus(self) -> QWidget | None:
        if self.form is not None:
            return self.form.first_field()
        wanted = next((card for card in self.cards if card.note.id == self._place.note), None)
        return wanted or (self.cards[0] if self.cards else self.write_button)

    # Reading

    def _reload(self) -> None:
        notes, sight = self.context.workspace.notes, sight_of(self.context)
        if self._subject.ids:
            found = notes.notes(self._subject.ids)
        else:
            unread = notes.unread()
            asked = tuple(one for one in notes.waiting() if one.id not in {note.id for note in unread})
            found = (*asked, *unread)
        self._notes = tuple(note for note in found if sight.sees(note.client_id, note.household_id))
        self.filter.set_topics(self._topics())
        self._show()

    def _topics(self) -> dict[str, str]:
        ids = self._subject.ids or tuple(dict.fromkeys(note.subject_id for note in self._notes))
        return {one.topic.id: one.label for one in self.context.workspace.notes.topics(ids)}

    def _show(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        wanted = [note for note in self._notes if self.filter.wants(note)]
        shown = wanted[: self._most]
        names = self._names(shown)
        marks = self._desk.clients.restrictions([note.id for note in shown])
        self.cards = [NoteCard(self._desk, note, names, marks) for note in shown]
        for number, card in enumerate(self.cards):
            self._connect(card, number)
            self._rows.addWidget(card)
        if not self.cards:
            nothing = _NONE if self._subject.ids else _NONE_LEFT
            self._rows.addWidget(TextLabel(_FILTERED if self._notes else nothing, TextRole.MUTED))
        self.more_button.setVisible(len(wanted) > len(shown))
        self.filter.show_unread(sum(note.unread for note in self._notes), sum(note.unread for note in wanted))
        follow_layout(self._list)

    def _connect(self, card: NoteCard, number: int) -> None:
        notes = self.context.workspace.notes
        card.correct_requested.connect(self._open_form)
        card.settle_requested.connect(lambda one, done: self._settle(one, done=done))
        card.discussed_requested.connect(
            lambda one: self._done(lambda: notes.discussed(one, self._desk.today))
        )
        card.read_requested.connect(lambda one: self._read([one]))
        card.subject_requested.connect(self._open_subject)
        card.step_requested.connect(lambda step, at=number: self._step(at + step))

    def _names(self, shown: list[NoteView]) -> NoteNames:
        clients = self._desk.clients
        people = {}
        for person_id in {note.question_to for note in shown} - {""}:
            try:
                people[person_id] = clients.person(person_id).full_name
            except NotFoundError:
                continue
        subjects = {}
        for note in shown:
            if note.subject_id not in subjects and note.subject_id != self._subject.subject_id:
                subjects[note.subject_id] = (
                    clients.client(note.client_id).person.full_name
                    if note.client_id
                    else clients.household(note.household_id).name
                )
        return NoteNames(people, self._topics(), subjects, self.context.workspace.notes.scores(shown))

    def _step(self, number: int) -> None:
        if 0 <= number < len(self.cards):
            self.cards[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_wanted(self) -> None:
        """The note that was asked for, also when it is an older one."""
        place = next((n for n, note in enumerate(self._notes) if note.id == self._place.note), -1)
        if place >= self._most:
            self._most = place + 1
            self._show()

    def _filtered(self) -> None:
        self._most = SHOWN
        self._show()

    def _more(self) -> None:
        first = len(self.cards)
        self._most += SHOWN
        self._show()
        self._step(min(first, len(self.cards) - 1))

    def _read_all(self) -> None:
        self._read([note.id for note in self._notes if note.unread and self.filter.wants(note)])

    def _read(self, note_ids: list[str]) -> None:
        if not note_ids:
            return
        at = self._place_of(note_ids[0])
        if self._done(lambda: self.context.workspace.notes.mark_read(note_ids)):
            self._reload()
            self._go_on_from(at)

    def _settle(self, note_id: str, *, done: bool) -> None:
        at = self._place_of(note_id)
        if self._done(lambda: self.context.workspace.notes.settle(note_id, done=done)):
            self._stand_at(at)

    def _place_of(self, note_id: str) -> int:
        return next((n for n, card in enumerate(self.cards) if card.note.id == note_id), 0)

    def _go_on_from(self, at: int) -> None:
        """After a note was read: to the next that was not, else to what is in its place."""
        unread = (n for n, card in enumerate(self.cards) if n >= at and card.note.unread)
        self._stand_at(next(unread, at))

    def _stand_at(self, place: int) -> None:
        there = self.cards[min(place, len(self.cards) - 1)] if self.cards else self.write_button
        there.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self, verb: object) -> bool:
        try:
            verb()  # type: ignore[operator]
        except PlanbureauError as problem:
            self.message_requested.emit(str(problem))
            return False
        return True

    def _open_subject(self, note_id: str) -> None:
        note = next(one for one in self._notes if one.id == note_id)
        self.place_requested.emit(OpenNotes(note.client_id, note.household_id, came_from=self._place))

    # Writing

    def _write(self) -> None:
        self._open_form()

    def _open_form(self, corrects: str = "", about: str = "") -> None:
        old = next((note for note in self._notes if note.id == corrects), None)
        if corrects and old is None:
            self.message_requested.emit("De rapportage die je wilt verbeteren, is hier niet te vinden.")
            return
        subject = self._subject
        if old is not None and old.subject_id != subject.subject_id:
            subject = subject_of(self.context, self._desk, OpenNotes(old.client_id, old.household_id))
        self.form = NoteForm(
            self._desk, subject.client_id, subject.household_id, subject.name, subject.ids, old, about
        )
        self.form.closed.connect(self._form_closed)
        self._list.hide()
        self._column.addWidget(self.form, 1)
        self.form.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_closed(self) -> None:
        self._drop_form()
        if self._place.write and self._place.came_from is not None:
            self.place_requested.emit(self._place.came_from)
            return
        self._reload()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _drop_form(self) -> None:
        if self.printing is not None:
            self.printing.forget()
        for panel in (self.form, self.printing):
            if panel is not None:
                self._column.removeWidget(panel)
                panel.hide()
                panel.deleteLater()
        self.form = self.printing = None
        self._list.show()

    # Paper

    def _open_print(self) -> None:
        self._list.hide()
        self.printing = PrintPanel(self._desk, self._subject)
        self.printing.closed.connect(self._close_print)
        self._column.addWidget(self.printing, 1)
        self.printing.first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_print(self) -> None:
        self._drop_form()
        self.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        place, subject = self._place, self._subject
        home: Place = OpenClient(subject.client_id, subject.household_id) if subject.ids else OpenToday()
        self.place_requested.emit(place.came_from or home)
