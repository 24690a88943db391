"""The list of clients as rows: name, and what is nearest in time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QObject, Qt

from planbureau.rules.deadlines import RULES, Mark, Status
from planbureau.rules.dutch import near_date, relative_day
from planbureau.texts import count
from planbureau.ui.people.words import regime_label
from planbureau.ui.places import OpenCalendar, OpenNotes, OpenPlan, Place
from planbureau.ui.plan_words import LOST
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.row_model import RowModel
from planbureau.views import ClientRow, SearchHit


@dataclass(frozen=True)
class ClientLine:
    """One client as the list shows it, a household, or what was found by its words."""

    id: str
    name: str
    words: str
    icon: str
    tone: Tone
    spoken: str
    is_home: bool = False
    opens: Place | None = None  # what was found by its words: a note or an appointment


def line_of(row: ClientRow, today: date) -> ClientLine:
    """The second line says what matters most: care ended, the next deadline, a concept, or nothing yet."""
    words, icon, tone = _state(row, today)
    due = row.next_deadline
    away = relative_day(due.last_date, today) if due and not row.closed else ""
    parts = (row.full_name, " en ".join(regime_label(r) for r in row.regimes), words, away)
    return ClientLine(row.id, row.sort_name, words, icon, tone, ", ".join(part for part in parts if part))


def line_of_home(home_id: str, name: str, members: str) -> ClientLine:
    """A household with who belongs to it."""
    words = members or "nog niemand in dit gezin"
    return ClientLine(home_id, name, words, "house", Tone.IDLE, f"{name}, gezin, {words}", is_home=True)


def line_of_found(hit: SearchHit) -> ClientLine:
    """A note, an appointment or a plan without its plan type that was found, with whom it is about."""
    tone = Tone.IDLE
    if hit.kind == "note":
        opens: Place = OpenNotes(hit.client_id, hit.household_id, note=hit.record_id)
        icon, word = "notebook-pen", "rapportage"
    elif hit.kind == "plan":
        opens, (word, tone, icon) = OpenPlan(hit.record_id), LOST
    else:
        opens = OpenCalendar(appointment=hit.record_id)
        icon, word = "calendar-days", "afspraak"
    words = f"{word} · {hit.detail}" if hit.detail else word
    spoken = ", ".join(part for part in (hit.title, word, hit.detail) if part)
    return ClientLine(hit.record_id, hit.title, words, icon, tone, spoken, opens=opens)


def _state(row: ClientRow, today: date) -> tuple[str, str, Tone]:
    if row.closed:
        return "zorg beëindigd", "archive", Tone.IDLE
    due = row.next_deadline
    if due is not None:
        icon, tone = look_of(due.status, due.rule_id)
        when = "te laat" if due.is_late else near_date(due.last_date, today)
        return f"{when} · {due.title}", icon, tone
    if row.draft_plans:
        return count(row.draft_plans, "plan in concept", "plannen in concept"), "pen-line", Tone.IDLE
    return ("geen datums open" if row.regimes else "nog geen plan"), "circle", Tone.IDLE


def look_of(status: Status, rule_id: str) -> tuple[str, Tone]:
    """Icon and tone of a deadline; only a broken law is red (rules T16)."""
    if status is Status.LATE:
        law = rule_id in RULES and RULES[rule_id].mark is Mark.LAW
        return ("circle-alert", Tone.ERR) if law else ("triangle-alert", Tone.WARN)
    if status in (Status.NEAR, Status.TODAY):
        return "clock", Tone.WARN
    return "calendar-clock", Tone.IDLE


class ClientModel(RowModel[ClientLine]):
    """Lines by client id; made anew by `replace`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places: dict[str, int] = {}

    def replace(self, lines: Iterable[ClientLine]) -> None:
        """Show these lines."""
        shown = tuple(lines)
        self._places = {line.id: place for place, line in enumerate(shown)}
        self.set_rows(shown)

    def index_of(self, client_id: str) -> QModelIndex:
        """Where a client stands; not valid when the list does not show this one."""
        place = self._places.get(client_id, -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def _told(self, row: ClientLine, role: int) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return row.name if role == Qt.ItemDataRole.DisplayRole else None
