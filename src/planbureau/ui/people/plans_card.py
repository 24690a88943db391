"""The plans of a client or a household: status, version, what is still needed, and the way to each."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from planbureau.clock import AMSTERDAM
from planbureau.formats.model import PlanFormat
from planbureau.rules.dutch import count, plain_date, relative_day
from planbureau.rules.goals.status import consent_word
from planbureau.ui.people.desk import Desk
from planbureau.ui.places import OpenAnnexes, OpenFileCheck, OpenPlan, PrintPlan
from planbureau.ui.plan_words import LOST
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.buttons import Button, ButtonKind, IconButton
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.ui.widgets.status_badge import StatusBadge
from planbureau.ui.widgets.title_button import TitleButton
from planbureau.views import PlanRow
from planbureau.views.plans import how_done

_STATUS = {
    "concept": ("concept", Tone.IDLE, "pen-line"),
    "active": ("vastgesteld", Tone.OK, "circle-check"),
    "concept_beside_active": ("nieuw concept", Tone.INFO, "pen-line"),
    "closed": ("afgesloten", Tone.IDLE, "archive"),
}


GUIDE = "Welk plan past?"
_LINK_EDGE = 6
"""The words of a link button stand so many pixels from its edge."""


class PlanLine(QWidget):
    """One plan."""

    def __init__(self, desk: Desk, row: PlanRow, whose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = desk.theme
        self.row = row
        self.open_button = TitleButton(theme, row.title)
        self.open_button.setAccessibleName(f"{row.title} openen")
        self.open_button.clicked.connect(lambda: desk.go(OpenPlan(row.id)))
        many = f" ({row.annexes})" if row.annexes else ""
        self.annexes_button = IconButton(theme, "files", f"Verslagen en bijlagen bij {row.title}{many}")
        self.annexes_button.clicked.connect(lambda: desk.go(OpenAnnexes(row.id)))
        self.print_button = IconButton(theme, "printer", f"{row.title} afdrukken")
        adopted_only = row.status == "active" or row.lost
        self.print_button.clicked.connect(
            lambda: desk.go(PrintPlan(row.id, version=row.version if adopted_only else 0))
        )
        self.print_button.setEnabled(not row.lost or row.version > 0)
        self.annexes_button.setEnabled(not row.lost)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self.open_button)
        head.addStretch()
        head.addWidget(self.annexes_button)
        head.addWidget(self.print_button)
        detail = TextLabel(_detail(desk, row, whose), TextRole.SMALL)
        detail.setIndent(theme.px(_LINK_EDGE))
        badges = QHBoxLayout()
        badges.setContentsMargins(theme.px(_LINK_EDGE), theme.px(4), 0, 0)
        badges.setSpacing(theme.px(8))
        for words, tone, icon in _badges(row):
            badges.addWidget(StatusBadge(theme, words, tone, icon=icon))
        badges.addStretch()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, theme.px(2), 0, theme.px(2))
        lines.setSpacing(0)
        lines.addLayout(head)
        lines.addWidget(detail)
        lines.addLayout(badges)


def _badges(row: PlanRow) -> Iterator[tuple[str, Tone, str]]:
    """How far the plan is, whether agreement lacks, and what is still needed."""
    word, tone, icon = _STATUS.get(row.status, (row.status, Tone.IDLE, ""))
    if row.lost:
        yield LOST
    lacks = consent_word(row.agreed_by)
    if not (lacks and row.status == "active"):  # one word for adopted is enough
        active = row.status == "active"
        done = how_done(handed_in=row.handed_in, answered=row.answered)
        yield done if active and row.handed_in else word, tone, icon
    if lacks:
        yield lacks, Tone.WARN, "circle-alert"
    if row.needed:
        yield f"nog nodig: {row.needed}", Tone.WARN, "circle-alert"


def _detail(desk: Desk, row: PlanRow, whose: str) -> str:
    parts = [whose]
    if row.version:
        parts.append(f"versie {row.version}")
    if row.adopted_on is not None:
        how = how_done(handed_in=row.handed_in, answered=row.answered)
        parts.append(f"{how} {plain_date(row.adopted_on)}")
    if row.annexes:
        parts.append(count(row.annexes, "verslag of bijlage", "verslagen en bijlagen"))
    if row.edited_at is not None and row.status != "closed":
        day = row.edited_at.astimezone(AMSTERDAM).date()
        parts.append(f"bewerkt {relative_day(day, desk.today)}")
    return " · ".join(part for part in parts if part)


class PlansCard(Card):
    """`whose` names the subject of a plan when that is not the one whose page this is.

    `check` is where it is seen what is missing in them, and `hidden` counts the plans that the
    user may not open; nothing else of them is known here.
    """

    def __init__(
        self,
        desk: Desk,
        rows: tuple[PlanRow, ...],
        whose: Callable[[PlanRow], str],
        hidden: int,
        check: OpenFileCheck,
    ) -> None:
        self.check_button = Button(desk.theme, "Dossiercheck", ButtonKind.LINK, icon="file-check")
        self.check_button.clicked.connect(lambda: desk.go(check))
        super().__init__(desk.theme, "Plannen", action=self.check_button)
        self.lines = [PlanLine(desk, row, whose(row)) for row in rows]
        for line in self.lines:
            self.add(line, divided=True)
        if hidden:
            self.add(_hidden_line(desk, hidden), divided=True)
        if not rows and not hidden:
            words = (
                "Nog geen plan. Kies hierboven 'Nieuw plan'; je kunt er elk moment mee stoppen. "
                "Twijfel je welk plan? Kies daar 'Welk plan past?'."
            )
            self.add(TextLabel(words, TextRole.MUTED))


def _hidden_line(desk: Desk, hidden: int) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, desk.theme.px(4), 0, desk.theme.px(4))
    column.setSpacing(0)
    badge = StatusBadge(desk.theme, "afgeschermd plan" if hidden == 1 else f"afgeschermde plannen: {hidden}",
                        Tone.IDLE, icon="lock")  # fmt: skip
    column.addWidget(badge, 0, Qt.AlignmentFlag.AlignLeft)
    words = "Alleen wie op de lijst van het plan staat, kan het openen. Een collega kan je erop zetten."
    column.addWidget(TextLabel(words, TextRole.SMALL))
    return line


class NewPlanButton(Button):
    """Opens a menu: the guide on top, then the plan types; `start` gets the format that was chosen.

    The types in `apart` stand in a menu of their own below the others, under the words that say `why`.
    """

    def __init__(
        self,
        desk: Desk,
        formats: tuple[PlanFormat, ...],
        start: Callable[[PlanFormat], None],
        guide: Callable[[], None],
        apart: Collection[str] = (),
        why: str = "",
    ) -> None:
        super().__init__(desk.theme, "Nieuw plan", ButtonKind.PRIMARY, icon="plus")
        self._guide = guide
        self._formats = formats
        self._start = start
        self._apart, self._why = frozenset(apart), why
        self.clicked.connect(self._open)

    def menu_of_types(self) -> QMenu:
        """The guide, and the plan types by name."""
        menu = QMenu(self)
        menu.addAction(GUIDE).triggered.connect(lambda _=False: self._guide())
        menu.addSeparator()
        self._offer(menu, (one for one in self._formats if one.id not in self._apart))
        if self._apart:
            menu.addSeparator()
            self._offer(menu.addMenu(self._why), (one for one in self._formats if one.id in self._apart))
        return menu

    def _offer(self, menu: QMenu, formats: Iterable[PlanFormat]) -> None:
        for plan_format in formats:
            action = menu.addAction(plan_format.title.replace("&", "&&"))
            action.setToolTip(plan_format.description)
            action.triggered.connect(lambda _=False, chosen=plan_format: self._start(chosen))

    def _open(self) -> None:
        menu = self.menu_of_types()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
