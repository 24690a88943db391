"""A form in place of the details: saved by a button, and never closed with something in it that is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.errors import PlanbureauError
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.keeper import Keeper, put_back_words
from planbureau.ui.people.needed import EmptyFieldError, Fillable
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.focus import focus_target
from planbureau.ui.widgets.responsive_grid import ResponsiveGrid
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.views import FormKey

ON_SCREEN = "Wat je typte staat nog op het scherm."
UNREADABLE = "Een datum klopt nog niet. Wat je hebt ingevuld staat er nog. Verbeter of wis die datum eerst."


class FormPanel(QWidget):
    """Subclasses fill `body`, say what was typed (`state`) and write it (`write`).

    `closed` comes after saving and after leaving without changes; the page then shows the details.
    `key` tells which form it is: what was typed and not saved is kept under it, and put back in it.
    """

    closed = Signal()

    def __init__(
        self,
        desk: Desk,
        key: FormKey,
        title: str,
        subtitle: str = "",
        *,
        save: str = "Bewaren",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        theme = desk.theme
        self.dialog: ConfirmDialog | None = None
        self.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._area = ScrollPage(theme)
        self.body = self._area
        self._head = SectionHeader(title, subtitle)
        self._area.add(self._head)
        self._keeper = Keeper(desk.workspace.forms, key, title, self)
        self.closed.connect(self._keeper.forget)
        self._keeper.refused.connect(self._not_kept)
        self.put_back_banner = Banner(theme, "", Tone.INFO)
        self.put_back_banner.hide()
        self._area.add(self.put_back_banner)
        self._error = Banner(theme, "", Tone.ERR)
        self._error.hide()
        self._area.add(self._error)
        column.addWidget(self._area, 1)
        self.save_button = Button(theme, save, ButtonKind.PRIMARY)
        self.cancel_button = Button(theme, "Annuleren")
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.save_button)
        self._foot.addWidget(self.cancel_button)
        self._foot.addStretch()
        column.addLayout(self._foot)
        self.save_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self.cancel)
        self.remove_button: Button | None = None
        self._opened: object = None
        self._empty: Sequence[Fillable] = ()  # one of these must have something in it

    # For subclasses

    def state(self) -> object:
        """What was typed, to compare."""
        raise NotImplementedError

    def write(self) -> str:
        """Writes it and says so in a few words. Raises PlanbureauError."""
        raise NotImplementedError

    def first_field(self) -> QWidget | None:
        """Where the keyboard starts."""
        return None

    def add_card(self, title: str = "", *widgets: QWidget) -> Card:
        """A card with fields below each other."""
        card = Card(self.desk.theme, title)
        card.body.setSpacing(self.desk.theme.px(12))
        for widget in widgets:
            card.add(widget)
            card.body.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        self.body.add(card)
        return card

    def fields(self, *boxes: QWidget, weights: tuple[int, ...] = (1, 1)) -> ResponsiveGrid:
        """Fields beside each other while there is room."""
        grid = ResponsiveGrid(self.desk.theme, weights=weights, narrow=460)
        for box in boxes:
            grid.add(box)
        return grid

    def add_removal(self, label: str, question: str, explanation: str, remove: Callable[[], object]) -> None:
        """A quiet button at the end that takes the thing away, after a question."""
        button = Button(self.desk.theme, label, ButtonKind.QUIET, icon="trash-2")
        button.clicked.connect(lambda: self._ask_removal(question, explanation, remove))
        self.remove_button = button
        self._foot.addWidget(button)

    def ready(self) -> None:
        """Called at the end of making the form: from here on changes count."""
        self._opened = self.state()
        self._put_back()
        follow_layout(self)

    def after_put_back(self) -> None:
        """Brings up to date what follows from the fields."""

    def _put_back(self) -> None:
        found = self._keeper.begin()
        if found is None:
            return
        at, lost = found
        detail = (
            f"Dit past in geen veld meer: {' · '.join(lost)}" if lost else "Bewaar het, of kies Annuleren."
        )
        words = put_back_words(at, self.desk.today, self._keeper.by)
        self.put_back_banner.set_message(words, Tone.INFO, detail=detail)
        self.put_back_banner.show()
        self.after_put_back()

    # The verbs of the panel

    def changed(self) -> bool:
        """Whether something was typed that is not saved."""
        return self._unreadable() is not None or self.state() != self._opened

    def submit(self) -> bool:
        """Saves; an error is shown and what was typed stays."""
        self._commit_dates()
        wrong = self._unreadable()
        if wrong is not None:
            self.show_error(UNREADABLE, wrong)
            return False
        try:
            words = self.write()
        except EmptyFieldError as error:
            self._show_empty(error)
            return False
        except PlanbureauError as error:
            self.show_error(str(error))
            return False
        self._opened = self.state()
        self.desk.say(words)
        self.closed.emit()
        return True

    def leave(self) -> bool:
        """Before something else shows: saves what was typed. False when that cannot be done yet."""
        self._commit_dates()
        if self.changed():
            return self.submit()
        self._keeper.forget()
        return True

    def keep_unfinished(self) -> bool:
        """Keeps what cannot be saved yet, for the next opening; False when disk or vault refuse."""
        return self._keeper.keep()

    def cancel(self) -> None:
        """Closes at once without changes; otherwise asks first."""
        self._commit_dates()
        if not self.changed():
            self.closed.emit()
            return
        self.dialog = ConfirmDialog(
            self.desk.theme,
            "Wat je net invulde niet bewaren?",
            "Je hebt iets ingevuld of veranderd. Als je doorgaat, blijft alles zoals het was.",
            action="Niet bewaren",
            cancel="Verder invullen",
            danger=True,
            parent=self.window(),
        )
        self.dialog.accepted.connect(self.closed)
        self.dialog.open()

    def show_error(self, words: str, field: QWidget | None = None) -> None:
        """Shows what went wrong on top of the form and, when known, goes to the field."""
        self._empty = ()
        self._error.set_message(words, Tone.ERR, detail="")
        self._error.show()
        self._area.ensureWidgetVisible(self._error)
        if field is not None:
            focus_target(field).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_empty(self, error: EmptyFieldError) -> None:
        first, *_ = error.fields
        self.show_error(str(error), first if isinstance(first, QWidget) else None)
        self._empty = error.fields
        for field in error.fields:
            field.value_changed.connect(self._look_whether_filled)

    def _look_whether_filled(self) -> None:
        if any(field.value() for field in self._empty):
            self._empty = ()
            self._error.hide()

    def _not_kept(self, words: str) -> None:
        self._empty = ()
        self._error.set_message(words, Tone.ERR, detail=ON_SCREEN)
        self._error.setVisible(bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        saves = event.key() == Qt.Key.Key_S and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif saves or enter:
            self.submit()
        else:
            super().keyPressEvent(event)

    def _ask_removal(self, question: str, explanation: str, remove: Callable[[], object]) -> None:
        self.dialog = ConfirmDialog(
            self.desk.theme, question, explanation, action="Weghalen", danger=True, parent=self.window()
        )
        self.dialog.accepted.connect(lambda: self._remove(remove))
        self.dialog.open()

    def _remove(self, remove: Callable[[], object]) -> None:
        try:
            remove()
        except PlanbureauError as error:
            self.show_error(str(error))
            return
        self._opened = self.state()
        self.desk.say("Weggehaald.")
        self.closed.emit()

    def _commit_dates(self) -> None:
        for field in self.findChildren(DateField):
            field.commit()

    def _unreadable(self) -> DateField | None:
        return next(
            (f for f in self.findChildren(DateField) if not f.is_valid() and f.isVisibleTo(self)), None
        )
