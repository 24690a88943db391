"""Step 4: what is recorded, what is still missing, and the button that makes a version of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from planbureau.ui.paper.entries import AdoptEntries
from planbureau.ui.paper.lacking import Lacking
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.card import Card
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.widgets.tab_order import follow_layout

WITHOUT = "Waarom stel je het plan vast zonder dat iedereen akkoord is?"
CARE = (
    "Een plan vaststellen mag ook zonder akkoord. Zorg geven zonder akkoord mag bijna nooit. "
    "Ga uit van wat de cliënt vermoedelijk wil."
)
"""Rules B1.4; Wlz 8.1.3 lid 4 and 6."""
CARE_BY_MEASURE = (
    "Jeugdhulp binnen een maatregel mag zonder akkoord. Een behandeling mag dat niet: daarvoor vraag je het "
    "akkoord apart."
)
"""Jeugdwet 7.3.4 lid 1, 7.3.1 lid 3 (rules B2 row 11, B3)."""


class DecideCard(Card):
    """`adopt_requested` from the button; `lacking_opened` carries what somebody wants to fill in."""

    entries_changed = Signal()
    material_changed = Signal()
    adopt_requested = Signal()
    lacking_opened = Signal(object)

    def __init__(self, theme: ThemeContext, parent: QWidget | None = None) -> None:
        super().__init__(theme, "4. Vaststellen", parent=parent)
        self._theme = theme
        self.reason = LongTextEdit(theme, WITHOUT, lines=2)
        self._without = QWidget()
        column = QVBoxLayout(self._without)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(FieldLabel(WITHOUT, self.reason))
        column.addWidget(self.reason)
        self._care = TextLabel(CARE, TextRole.SMALL)
        column.addWidget(self._care)
        self.small = QCheckBox("Alleen iets kleins verbeterd, zoals een taalfout of telefoonnummer")
        self._note = Card(theme, "Niemand tekent. Dit komt als aantekening in het plan.", sunken=True)
        self._lines = TextLabel("")
        self._gaps = TextLabel("", TextRole.SMALL)
        self._note.add(self._lines)
        self._note.add(self._gaps)
        self._missing = QWidget()
        self.problem = Banner(theme, "", Tone.ERR)
        self.problem.hide()
        self.button = Button(theme, "Vaststellen", ButtonKind.PRIMARY, icon="file-check")
        for widget in (self._without, self.small, self._note, self._missing, self.problem, self.button):
            self.add(widget)
        self.reason.value_changed.connect(self.entries_changed)
        self.small.toggled.connect(lambda _: self.material_changed.emit())
        self.button.clicked.connect(self.adopt_requested)

    def show_entries(self, entries: AdoptEntries, *, later_version: bool, nobody_needed: bool) -> None:
        """Show what was filled in; only a later version can differ in nothing that matters.

        `nobody_needed` is whether this help may be given without anybody's agreement.
        """
        self.reason.blockSignals(True)
        self.reason.set_value(entries.reason_without_consent)
        self.reason.blockSignals(False)
        self._care.setText(CARE_BY_MEASURE if nobody_needed else CARE)
        self.small.blockSignals(True)
        self.small.setChecked(not entries.material_change)
        self.small.blockSignals(False)
        self.small.setVisible(later_version)

    def read_into(self, entries: AdoptEntries) -> AdoptEntries:
        """The entries with what stands on this card now."""
        return replace(
            entries,
            reason_without_consent="" if self._without.isHidden() else self.reason.value(),
            material_change=not self.small.isChecked(),
        )

    def show_state(
        self, lacking: Sequence[Lacking], note: Sequence[str], gaps: Sequence[str] = (), *, agreed: bool
    ) -> None:
        """Show what is missing, the note for a plan without a signature (none: no lines), and the button.

        `gaps` would make the note complete; they keep nobody from adopting (rules B6).
        """
        self._without.setVisible(not agreed)
        self._note.setVisible(bool(note))
        self._lines.setText("\n".join(note))
        self._gaps.setText("\n".join(["Zo wordt de aantekening compleet:", *gaps]))
        self._gaps.setVisible(bool(gaps))
        self._show_lacking(lacking)
        self.button.setEnabled(not lacking)
        self.button.set_kind(ButtonKind.SECONDARY if lacking else ButtonKind.PRIMARY)
        told = "Kan nog niet. " + " ".join(one.text for one in lacking) if lacking else ""
        self.button.setAccessibleDescription(told)
        self.button.setToolTip(told)

    def show_problem(self, text: str) -> None:
        """Say why it was not adopted; an empty text takes the message away."""
        self.problem.set_message(text, Tone.ERR)
        self.problem.setVisible(bool(text))

    def _show_lacking(self, lacking: Sequence[Lacking]) -> None:
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(2))
        if lacking:
            column.addWidget(TextLabel("Voordat je kunt vaststellen:", TextRole.STRONG))
        for one in lacking:
            line = Button(self._theme, one.text, ButtonKind.LINK, icon="circle-alert")
            line.clicked.connect(lambda _=False, one=one: self.lacking_opened.emit(one))
            column.addWidget(line)
        self.body.replaceWidget(self._missing, fresh)
        fresh.setVisible(bool(lacking))
        self._missing.hide()
        self._missing.deleteLater()
        self._missing = fresh
        follow_layout(self, self.button)
