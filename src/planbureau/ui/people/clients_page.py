"""Clients: the list at the left, the details or a form at the right; in a narrow window one of the two."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.errors import PlanbureauError
from planbureau.ui.page import Page, PageContext
from planbureau.ui.people.client_detail import ClientDetail
from planbureau.ui.people.client_list import ClientList
from planbureau.ui.people.client_model import line_of
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.detail import Detail, FocusMark
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.household_detail import HouseholdDetail
from planbureau.ui.people.import_dialog import ImportDialog
from planbureau.ui.people.member_form import HouseholdForm
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.people.reopening import form_of
from planbureau.ui.places import OpenClient, OpenClients, OpenForm, OpenPlan, Place
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.visiting import sight_of
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import FormKey, SearchHit

_NARROW, _LIST = 760, 262
_MOST = 300
"""So many hits the list shows for one word."""
_THEMSELVES = ("note", "appointment")
_LISTED = (
    "client", "household", "person", "plan", "plan_version", "member", "done", "deviation", "pause",
    "not_applicable", "organisation",
)  # fmt: skip


class ClientsPage(Page):
    """Shows `OpenClients` and `OpenClient`. During a home visit it has no list, and nobody of elsewhere."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = Desk(context, self.place_requested.emit, self.open_form, self.message_requested.emit)
        self._client_id = ""
        self._household_id = ""
        self._narrow = self._leaving = False
        self._listed_on: date | None = (
            None  # the day of the list as it stands; None when it is to be read again
        )
        self.choosers = Choosers()
        self.import_dialog: ImportDialog | None = None
        self.form: FormPanel | None = None
        self._opened_from: tuple[str, FocusMark] | None = None  # whose details, and the button there
        self._back_to: tuple[str, FocusMark] | None = None
        self.detail: Detail | EmptyState | None = None
        self.list: ClientList | None = None
        px = context.theme.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(16), px(14), px(14))
        row.setSpacing(px(18))
        if not context.visiting:
            self.list = self._make_list()
            row.addWidget(self.list)
        self._right = QWidget()
        self._column = QVBoxLayout(self._right)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.back_button = Button(context.theme, "Alle cliënten", ButtonKind.QUIET, icon="arrow-left")
        self.back_button.clicked.connect(self._back)
        self._column.addWidget(self.back_button)
        row.addWidget(self._right, 1)
        context.theme.theme_changed.connect(self._arrange)
        stop = context.workspace.subscribe(self._written)
        self.destroyed.connect(stop)
        self._arrange()

    # What the window calls

    def show_place(self, place: Place) -> None:
        self._drop_form()
        if isinstance(place, OpenForm):
            self._open_again(place.key)
            return
        if isinstance(place, OpenClient):
            self._client_id, self._household_id = self._seen(place)
        elif isinstance(place, OpenClients) and place.new and not self.context.visiting:
            self._fill_list()
            self._show_detail()
            self._open_new()
            return
        elif self._narrow:
            self._client_id = self._household_id = ""
        self._fill_list()
        self._show_detail()

    def refresh(self, changes: Changes) -> None:
        self._written(changes)
        if self.form is not None:
            return  # what the form writes is read when it closes
        if changes.touches(*_LISTED):
            self._fill_list()
        self._show_detail()

    def leave(self) -> bool:
        if self.form is None:
            return True
        self._leaving = True
        try:
            return self.form.leave()
        finally:
            self._leaving = False

    def keep_unfinished(self) -> bool:
        return self.form.keep_unfinished() if self.form is not None else True

    def first_focus(self) -> QWidget | None:
        if self.form is not None:
            return self.form.first_field()
        back, self._back_to = self._back_to, None
        if isinstance(self.detail, Detail):
            opener = self.detail.marked(back[1]) if back and back[0] == self.detail.subject_id else None
            return opener or self.detail.first_focus()
        return self.list.search if self.list is not None else None

    # Forms in place of the details

    def open_form(self, form: QWidget) -> None:
        """Shows a form until it closes."""
        if not isinstance(form, FormPanel) or not self.leave():
            return
        mark = self.detail.focus_mark(self.focusWidget()) if isinstance(self.detail, Detail) else None
        if isinstance(self.detail, Detail) and mark is not None:
            self._opened_from = (self.detail.subject_id, mark)
        self._drop_form()
        self.form = form
        if isinstance(form, NewClientForm):
            form.made.connect(self._made)
            form.known.connect(self._made)
            form.known.connect(self._form_closed)
        if isinstance(form, HouseholdForm):
            form.gone.connect(self._gone)
        form.closed.connect(self._form_closed)
        self._column.addWidget(form, 1)
        if self.detail is not None:
            self.detail.hide()
        self._arrange()
        self._order()
        field = form.first_field()
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_closed(self) -> None:
        """Back to the details, at the button that opened the form: often there is one more to add."""
        self._back_to, self._opened_from = self._opened_from, None
        self._drop_form()
        if not self._leaving:
            shown = OpenClient(self._client_id, self._household_id)
            self.place_requested.emit(shown if self._shown else OpenClients())

    def _gone(self) -> None:
        self._client_id = self._household_id = ""

    def _drop_form(self) -> None:
        if self.form is not None:
            form, self.form = self.form, None
            self._column.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _open_new(self) -> None:
        self.open_form(NewClientForm(self._desk))

    def _open_again(self, key: FormKey) -> None:
        """Shows a form that was not finished, on the page of its client or household."""
        subject = key.subject_id
        if not subject and not self.context.visiting:
            self.show_place(OpenClients(new=True))
            return
        is_home = any(home.id == subject for home in self.context.workspace.clients.households())
        self.show_place(OpenClient(household_id=subject) if is_home else OpenClient(subject))
        if subject not in (self._client_id, self._household_id):
            return
        try:
            self.open_form(form_of(self._desk, key))
        except PlanbureauError as error:
            self.message_requested.emit(str(error))

    def _made(self, client_id: str) -> None:
        self._client_id, self._household_id = client_id, ""

    # The list

    def _make_list(self) -> ClientList:
        clients = self.context.workspace.clients
        made = ClientList(self.context.theme, self._find, clients.household_lines)
        made.client_opened.connect(lambda client_id: self.place_requested.emit(OpenClient(client_id)))
        made.household_opened.connect(lambda home: self.place_requested.emit(OpenClient(household_id=home)))
        made.found_opened.connect(self.place_requested.emit)
        made.new_requested.connect(lambda: self.place_requested.emit(OpenClients(new=True)))
        made.import_requested.connect(self._import)
        made.import_button.setEnabled(not self.context.workspace.read_only)
        return made

    def _import(self) -> None:
        """A client or plan from a file, after what was typed here is saved."""
        path = self.choosers.portable(self) if self.leave() else None
        if path is None:
            return
        self.import_dialog = ImportDialog(
            self.context.theme, self.context.workspace.exchange, path, self.window()
        )
        self.import_dialog.accepted.connect(self._imported)
        self.import_dialog.open()

    def _imported(self) -> None:
        brought = self.import_dialog.brought if self.import_dialog is not None else None
        if brought is not None:
            place = OpenClient if brought.kind == "client" else OpenPlan
            self.place_requested.emit(place(brought.subject_id))
            self.message_requested.emit(brought.words)

    def _find(self, typed: str) -> tuple[SearchHit, ...]:
        found = self.context.workspace.search(typed, _MOST)
        # A word of a plan leads to whom it is about, after those found by what they are called. Notes,
        # appointments and plans that need help lead to themselves.
        led = {}
        for hit in found:
            if hit.kind == "plan" and hit.client_id:
                led[hit.client_id] = SearchHit("client", hit.client_id, hit.client_id, "", "")
            elif hit.kind == "plan" and hit.household_id:
                led[hit.household_id] = SearchHit("household", hit.household_id, "", hit.detail, "")
        direct = [hit for hit in found if hit.kind in ("client", "household")]
        for hit in direct:
            led.pop(hit.record_id, None)
        return (*direct, *led.values(), *(hit for hit in found if hit.lost or hit.kind in _THEMSELVES))

    def _written(self, changes: Changes) -> None:
        """Also while another page shows: the list is read again when it is needed."""
        if changes.touches(*_LISTED):
            self._listed_on = None

    def _fill_list(self) -> None:
        if self.list is None:
            return
        today = self._desk.today
        if self._listed_on != today:
            self._listed_on = today
            self.list.set_lines(line_of(row, today) for row in self.context.workspace.clients.rows())
        self.list.set_current(self._client_id or self._household_id)

    # The details

    @property
    def _shown(self) -> bool:
        return bool(self._client_id or self._household_id)

    def _seen(self, place: OpenClient) -> tuple[str, str]:
        """Which client or household may be shown; in a home visit nobody outside the visited home."""
        client_id, household_id = place.client_id, "" if place.client_id else place.household_id
        if (client_id or household_id) and sight_of(self.context).sees(client_id, household_id):
            return client_id, household_id
        visit = self.context.visit
        return visit.client_id, "" if visit.client_id else visit.household_id

    def _show_detail(self) -> None:
        focus = self.focusWidget()
        mark = self.detail.focus_mark(focus) if isinstance(self.detail, Detail) else None
        at = self.detail.scroll_position() if isinstance(self.detail, Detail) else 0
        subject = self.detail.subject_id if isinstance(self.detail, Detail) else ""
        if self.detail is not None:
            self._column.removeWidget(self.detail)
            self.detail.hide()
            self.detail.deleteLater()
        self.detail = self._make_detail()
        self._column.addWidget(self.detail, 1)
        self.detail.setVisible(self.form is None)
        self._arrange()
        self._order()
        if isinstance(self.detail, Detail) and self.detail.subject_id == subject:
            self.detail.put_back(at, mark)

    def _make_detail(self) -> Detail | EmptyState:
        try:
            if self._client_id:
                return ClientDetail(self._desk, self._client_id)
            if self._household_id:
                return HouseholdDetail(self._desk, self._household_id)
        except PlanbureauError as error:
            self._client_id = self._household_id = ""
            return EmptyState(self.context.theme, error.what, error.advice, icon="circle-alert")
        known = self.list is not None and bool(self.list.model.rows)
        if known:
            return EmptyState(
                self.context.theme, "Kies een cliënt", "Zoek links op naam of code.", icon="user"
            )
        made = EmptyState(
            self.context.theme,
            "Begin met de eerste cliënt",
            "Een naam en een geboortedatum zijn genoeg. Daarna maak je een plan.",
            icon="users",
            action="Nieuwe cliënt",
        )
        made.action_requested.connect(lambda: self.place_requested.emit(OpenClients(new=True)))
        return made

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.context.theme.px(_NARROW)
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        px = self.context.theme.px
        right = self._shown or self.form is not None
        if self.list is not None:
            self.list.setVisible(not (self._narrow and right))
            if self._narrow:
                self.list.setMaximumWidth(16_777_215)
                self.list.setMinimumWidth(0)
            else:
                self.list.setFixedWidth(px(_LIST))
        self._right.setVisible(right or not self._narrow)
        self.back_button.setVisible(self._narrow and right and self.list is not None)

    def _order(self) -> None:
        if self.list is not None:
            follow_layout(self, self.list.search)
        else:
            follow_layout(self)

    def _back(self) -> None:
        if self.leave():
            self._client_id = self._household_id = ""
            self.place_requested.emit(OpenClients())
