"""The conversation sheet: a section on the whole screen, one question at a time, to look at together."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.rules.talk.cards import TalkCard, talk_cards
from planbureau.ui.page import Page, PageContext
from planbureau.ui.places import OpenPlan, OpenTalk, Place, PrintPlan
from planbureau.ui.talk.card_view import CardView
from planbureau.ui.talk.client_sight import for_client
from planbureau.ui.voice import Voice
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.empty_state import EmptyState
from planbureau.ui.widgets.labels import ElidedLabel, TextLabel, TextRole
from planbureau.ui.widgets.pictograms import PictogramPixmaps
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.tab_order import follow_layout
from planbureau.ui.wizard.autosave import Autosave
from planbureau.ui.wizard.desk import Desk, Pace

READ, QUIET = "Voorlezen (F7)", "Stil (F7)"

LOW = 560
"""Below this height, in pixels of the design, cards and pictures are smaller."""


class _Sheet(ScrollPage):
    """Leaves the keys that go from question to question to the page."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            super().keyPressEvent(event)
        else:
            event.ignore()


class TalkPage(Page):
    """Shows `OpenTalk`. Space chooses, the arrows move, Enter goes on, Escape goes back to the wizard."""

    def __init__(
        self,
        context: PageContext,
        parent: QWidget | None = None,
        *,
        pace: Pace | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__(context, parent)
        self._voice = voice or Voice()
        self._voice.setParent(self)
        self._pace = pace or Pace()
        self._place: OpenTalk | None = None
        self._desk: Desk | None = None
        self._cards: tuple[TalkCard, ...] = ()
        self._at = ""
        self.view: CardView | None = None
        self._pixmaps = PictogramPixmaps(context.workspace.pictograms.svg)
        self._build()

    # Build the page

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(12), px(18), px(12))
        column.setSpacing(px(10))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        self._title = ElidedLabel("", TextRole.HEADING)
        self._count = TextLabel("", TextRole.MUTED, wrap=False)
        self.voice_button = IconButton(theme, "volume-2", READ)
        self.voice_button.hide()
        self.print_button = IconButton(theme, "printer", "Kaarten afdrukken voor op tafel")
        self.close_button = IconButton(theme, "x", "Terug naar het plan (Esc)")
        top.addWidget(self._title, 1)
        for widget in (self._count, self.voice_button, self.print_button, self.close_button):
            top.addWidget(widget)
        column.addLayout(top)
        self._scroll = _Sheet(theme, margins=(0, 0, 6, 0))
        column.addWidget(self._scroll, 1)
        bottom = QHBoxLayout()
        self.back_button = Button(theme, "Vorige", icon="arrow-left")
        self.next_button = Button(theme, "Volgende", ButtonKind.PRIMARY, icon="arrow-right", icon_after=True)
        bottom.addWidget(self.back_button)
        bottom.addStretch()
        bottom.addWidget(self.next_button)
        column.addLayout(bottom)
        self._nothing = EmptyState(
            theme,
            "In deze stap is niets om samen te bespreken",
            "Kies in het plan een andere stap.",
            icon="message-circle",
        )
        self._scroll.add(self._nothing)
        self._voice.found.connect(self._voice_found)
        self._voice.ended.connect(self._show_voice)
        self.voice_button.clicked.connect(self.read_aloud)
        self.print_button.clicked.connect(self._print)
        self.close_button.clicked.connect(self._close)
        self.back_button.clicked.connect(self.go_back)
        self.next_button.clicked.connect(self.go_on)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.go_on)

    # Page

    def show_place(self, place: Place) -> None:
        if not isinstance(place, OpenTalk):
            return
        again = place == self._place and self._desk is not None
        self._place = place
        if again:
            self._need().reload()
            return
        self._take_down()
        desk = self._desk = Desk(self.context, place.plan_id, self._pace, self)
        desk.plan_changed.connect(self._plan_changed)
        desk.message_requested.connect(self.message_requested)
        desk.trouble_changed.connect(self._trouble)
        section = next(one for one in desk.format.sections if one.id == place.section_id)
        self._title.set_whole_text(section.easy_title or section.title)
        self._cards = self._make_cards()
        wanted = (card.id for card in self._cards if card.question_id == place.question_id)
        self._at = next(wanted, self._cards[0].id if self._cards else "")
        self._show_card()
        self._voice.look()

    def refresh(self, changes: Changes) -> None:
        desk = self._desk
        if desk is not None and changes.subjects & {desk.plan_id, desk.subject_id}:
            desk.reload()

    def leave(self) -> bool:
        return self._desk is None or self._desk.autosave.settle()

    def keep_unfinished(self) -> bool:
        kept = self.findChildren(Autosave)
        for one in kept:
            one.write_drafts()
        return not any(one.has_undrafted() for one in kept)

    def first_focus(self) -> QWidget | None:
        return (self.view.focus_widget() if self.view is not None else None) or self.next_button

    # The questions

    def _need(self) -> Desk:
        assert self._desk is not None
        return self._desk

    def _take_down(self) -> None:
        self._drop_view()
        if self._desk is not None:
            self._desk.deleteLater()
            self._desk = None

    def _drop_view(self) -> None:
        self._voice.stop()
        if self.view is not None:
            view, self.view = self.view, None
            self._scroll.body.removeWidget(view)
            view.hide()
            view.deleteLater()

    def _make_cards(self) -> tuple[TalkCard, ...]:
        desk, place = self._need(), self._place
        assert place is not None
        section = next(one for one in desk.format.sections if one.id == place.section_id)
        cards = talk_cards(section, desk.format, desk.state, self._pick, desk.mark_scale)
        return for_client(cards, desk.plan)

    def _pick(self, words: str) -> str:
        found = self.context.workspace.pictograms.suggest(words)
        return found[0].id if found else ""

    @property
    def _number(self) -> int:
        return next((n for n, card in enumerate(self._cards) if card.id == self._at), 0)

    @property
    def card(self) -> TalkCard | None:
        """The question that shows."""
        return self._cards[self._number] if self._cards else None

    def _plan_changed(self) -> None:
        cards = self._make_cards()
        if self._at not in {card.id for card in cards}:
            # The question no longer shows: the one that comes in its place does.
            self._at = cards[min(self._number, len(cards) - 1)].id if cards else ""
        self._cards = cards
        if self.view is not None and self.card == self.view.card:
            self.view.refresh()
            self._tell()
        else:
            self._show_card()

    def _show_card(self) -> None:
        self._drop_view()
        card = self.card
        self._nothing.setVisible(card is None)
        if card is not None:
            self.view = CardView(self._need(), card, self._pixmaps, self._who())
            self._scroll.add(self.view)
            self._fit()
        self._tell()
        follow_layout(self)
        QTimer.singleShot(0, self, self._to_the_question)

    def _to_the_question(self) -> None:
        """The question itself is in sight, wherever the focus is."""
        self._scroll.verticalScrollBar().setValue(0)

    def _who(self) -> str:
        """Who speaks: the client; in the plan of a family it may be any of them."""
        plan = self._need().plan
        about_family = plan.format.subject.value == "household"
        return "" if about_family or plan.client is None else plan.client.person.short_name

    def _tell(self) -> None:
        total, number = len(self._cards), self._number
        self._count.setText(f"{number + 1} van {total}" if total else "")
        self.back_button.setEnabled(number > 0)
        self.next_button.set_label("Volgende" if number + 1 < total else "Klaar")
        self.print_button.setEnabled(total > 0)

    def _trouble(self, words: str) -> None:
        if words:
            self.message_requested.emit(words)

    # Reading aloud

    def read_aloud(self) -> None:
        """Reads the question and its cards, or is silent when that was being read."""
        if self._voice.speaking:
            self._voice.stop()
        elif self.view is not None:
            self._voice.speak(self.view.spoken())
        self._show_voice()

    def _voice_found(self) -> None:
        self.voice_button.show()
        follow_layout(self)

    def _show_voice(self) -> None:
        speaking = self._voice.speaking
        self.voice_button.set_icon("square" if speaking else "volume-2")
        self.voice_button.set_name(QUIET if speaking else READ)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the sheet or locks the vault hears nothing any more."""
        self._voice.close()
        super().hideEvent(event)

    # Going on

    def go_on(self) -> None:
        """The next question; after the last one back to the plan."""
        if self._number + 1 < len(self._cards):
            self._go(self._number + 1)
        else:
            self._close()

    def go_back(self) -> None:
        """The question before this one."""
        if self._number > 0:
            self._go(self._number - 1)

    def _go(self, number: int) -> None:
        wanted = self._cards[number].id
        self._need().autosave.flush()
        # What was just saved may have brought or taken away questions.
        ids = [card.id for card in self._cards]
        self._at = wanted if wanted in ids else self._at
        self._show_card()
        focus = self.first_focus()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.TabFocusReason)

    def _close(self) -> None:
        place, card = self._place, self.card
        if place is None or not self.leave():
            return
        self._place = None
        question = card.question_id if card is not None else ""
        self.place_requested.emit(OpenPlan(place.plan_id, place.section_id, question))

    def _print(self) -> None:
        place = self._place
        if place is not None and self.leave():
            self.place_requested.emit(PrintPlan(place.plan_id, "cards", part=place.section_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self._close()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_PageDown | Qt.Key.Key_Right:
                self.go_on()
            case Qt.Key.Key_PageUp | Qt.Key.Key_Left:
                self.go_back()
            case Qt.Key.Key_F7:
                self.read_aloud()
            case _:
                super().keyPressEvent(event)

    # Room

    def minimumSizeHint(self) -> QSize:
        return QSize(self.context.theme.px(280), self.context.theme.px(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self.view is not None:
            self.view.set_compact(self.height() < self.context.theme.px(LOW))
