"""Who this page is about: picture, name, birth date, code and legal frame, with the main buttons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.rules.dutch import plain_date
from planbureau.ui.people.photo import PhotoDisc
from planbureau.ui.people.words import COMMUNICATION, born_words, label_of, regime_label
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.views import ClientView, HouseholdView


@dataclass(frozen=True)
class Head:
    """The words of the head."""

    name: str
    detail: str
    more: str = ""
    regimes: tuple[str, ...] = ()
    ended: str = ""


def facts_of_client(client: ClientView, regimes: tuple[str, ...], today: date) -> Head:
    """The head of a client's page."""
    code = f"cliëntcode {client.code}" if client.code else ""
    speaks = ", ".join(label_of(COMMUNICATION, way) for way in client.communication)
    more = (f"Talen: {client.languages}" if client.languages else "", f"Contact: {speaks}" if speaks else "")
    ended = f"zorg beëindigd op {plain_date(client.care_ended_on)}" if client.care_ended_on else ""
    return Head(
        client.person.full_name,
        " · ".join(part for part in (born_words(client.person, today), code) if part),
        " · ".join(part for part in more if part),
        tuple(regime_label(regime) for regime in regimes),
        ended,
    )


def facts_of_household(home: HouseholdView) -> Head:
    """The head of a household's page."""
    clients = sum(bool(member.client_id) for member in home.members)
    people = len(home.members)
    words = f"{people} {'lid' if people == 1 else 'leden'}"
    return Head(home.name, f"{words}, waarvan {clients} in zorg" if people else "nog geen gezinsleden")


class HeaderCard(Card):
    """`buttons` stand below the name, the main one first."""

    def __init__(
        self, context: ThemeContext, head: Head, buttons: Sequence[QWidget], photo: bytes = b""
    ) -> None:
        super().__init__(context)
        self.setAccessibleName(head.name)
        top = QHBoxLayout()
        top.setSpacing(context.px(14))
        top.addWidget(PhotoDisc(context, head.name, photo), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(context.px(2))
        words.addWidget(TextLabel(head.name, TextRole.TITLE))
        words.addWidget(TextLabel(head.detail, TextRole.MUTED))
        if head.more:
            words.addWidget(TextLabel(head.more, TextRole.SMALL))
        top.addLayout(words, 1)
        self.body.addLayout(top)
        if head.regimes or head.ended:
            badges = Flow(context.px(6))
            for regime in head.regimes:
                badges.add(StatusBadge(context, regime, Tone.INFO, icon="scale"))
            if head.ended:
                badges.add(StatusBadge(context, head.ended, Tone.IDLE, icon="archive"))
            top.addWidget(badges, 0, Qt.AlignmentFlag.AlignTop)
        row = Flow(context.px(8))
        for button in buttons:
            row.add(button)
        self.add(row)
