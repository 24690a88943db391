"""What can be said about one goal at an evaluation: how it went, who thinks what, and what we do now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from planbureau.clock import Clock
from planbureau.formats.marks import TEN
from planbureau.formats.outcomes import VOICES, GoalOutcome
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.evaluation import OUTCOMES, new_day_of, result_of
from planbureau.rules.goals.gas import MEANINGS, Decision, signed
from planbureau.rules.goals.smart import GoalKind
from planbureau.rules.goals.words import status_word
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.date_field import DateField
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole
from planbureau.ui.widgets.long_text_edit import LongTextEdit
from planbureau.ui.wizard.field_grid import FieldGrid
from planbureau.ui.wizard.fields.mark_input import MarkInput
from planbureau.views import ScaleView

_DIFFERS = "Wie denkt er anders over?"
_VOICES = (("client", "De cliënt"), ("family", "De familie"), ("professional", "De begeleider"))
_FEELS = "Hoe gaat het volgens de cliënt?"
_TEXTS = (
    ("happened", "Wat gebeurde er sinds de vorige keer?", False),
    ("how_seen", "Waaraan zien we dat?", False),
    ("helped", "Wat hielp?", False),
    ("client", "Wat vindt de cliënt ervan?", False),
    ("family", "Wat vindt de familie ervan?", True),
    ("professional", "Wat vindt de begeleider ervan?", True),
)


def scores_of(scale: ScaleView | None) -> tuple[tuple[str, str], ...]:
    """The scores to choose from, the highest first, each with the words of the goal's own scale."""
    if scale is None:
        return tuple((str(one), f"{signed(one)}: {MEANINGS[one]}") for one in sorted(MEANINGS, reverse=True))
    scores = reversed(scale.gas.scores)
    return tuple((str(one), f"{signed(one)}: {scale.text(one) or MEANINGS[one]}") for one in scores)


class OutcomeEditor(QWidget):
    """`typed` with each keystroke, `chosen` after a choice. What a choice does not ask for is hidden.

    A score is asked where the goal has a scale, and shown where one was given before.
    """

    typed = Signal()
    chosen = Signal()

    def __init__(
        self,
        context: ThemeContext,
        clock: Clock,
        label: str,
        scale: ScaleView | None = None,
        *,
        mark_scale: int = TEN,
        elsewhere: bool = False,
        kind: GoalKind = GoalKind.REACH,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._label, self._scale = context, label, scale
        self._elsewhere = elsewhere
        self._mark = MarkInput(context, f"{_FEELS} {label}")
        self._mark.set_scale(mark_scale)
        self._mark.value_changed.connect(self.chosen)
        self._grid = FieldGrid(context)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)
        self._outcome = self._chips(
            "Hoe is het gegaan?", ((one.value, sentence(status_word(one, kind))) for one in OUTCOMES)
        )
        self._score = ChoiceBox(f"Score, {label}", scores_of(scale), nothing="Geen score")
        self._score.value_changed.connect(self._scored)
        self._differs = self._chips(_DIFFERS, _VOICES, exclusive=False)
        self._decision = self._chips("Wat doen we nu?", ((d.value, sentence(d.label)) for d in Decision))
        self._texts = {name: self._text(title) for name, title, _ in _TEXTS}
        self._outcome_reason = self._text("Waarom is de uitkomst anders dan de score?")
        self._sentence = self._text("Zo wordt het doel")
        self._reason = self._text("Waarom stoppen jullie met dit doel?")
        self._day = DateField(context, clock, f"Nieuwe datum, {label}")
        self._day.value_changed.connect(self.chosen)
        self._cells = self._make_cells()
        self._remember()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _make_cells(self) -> dict[str, tuple[QWidget, bool]]:
        cells = {
            "outcome": (self._titled("Hoe is het gegaan?", self._outcome), False),
            "score": (self._titled(_score_title(self._scale), self._score), self._scale is None),
            "outcome_reason": (
                self._titled("Waarom is de uitkomst anders dan de score?", self._outcome_reason),
                False,
            ),
        }
        for name, title, half in _TEXTS:
            if name == "client":
                cells["mark"] = (self._titled(_FEELS, self._mark), False)
            cells[name] = (self._titled(title, self._texts[name]), half)
        cells["differs"] = (self._titled(_DIFFERS, self._differs), False)
        cells["decision"] = (self._titled("Wat doen we nu?", self._decision), False)
        cells["new_sentence"] = (self._titled("Zo wordt het doel", self._sentence), False)
        cells["new_date"] = (self._titled("Nieuwe datum", self._day), True)
        cells["reason"] = (self._titled("Waarom stoppen jullie met dit doel?", self._reason), False)
        return cells

    def _chips(self, title: str, options: Iterable[tuple[str, str]], *, exclusive: bool = True) -> ChipRow:
        row = ChipRow(self._context, f"{title} {self._label}", exclusive=exclusive)
        pairs = tuple(options)
        row.set_chips(pairs)
        for value, word in pairs:
            chip = row.chip(value)
            if chip is not None:
                chip.setAccessibleName(f"{self._label}, {title} {word}")
        if exclusive:
            row.chip_toggled.connect(lambda pressed: self._pressed(row, pressed))
        else:
            row.chip_toggled.connect(lambda _: self._changed())
        return row

    def _text(self, title: str) -> LongTextEdit:
        edit = LongTextEdit(self._context, f"{title} {self._label}", lines=2)
        edit.value_changed.connect(self.typed)
        return edit

    def _titled(self, title: str, widget: QWidget) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._context.px(4))
        label = (
            TextLabel(title, TextRole.STRONG)
            if isinstance(widget, ChipRow | MarkInput)
            else FieldLabel(title, widget)
        )
        column.addWidget(label)
        column.addWidget(widget)
        column.addStretch(1)
        return box

    def focus_target(self) -> QWidget:
        """Where the keyboard starts."""
        chosen = next(iter(self._outcome.checked()), OUTCOMES[0].value)
        return self._outcome.chip(chosen) or self

    # Values

    def outcome(self) -> GoalOutcome:
        """What stands here. What is hidden by a choice is kept all the same."""
        texts: dict[str, Any] = {name: edit.value() for name, edit in self._texts.items()}
        day, mark = self._day.value(), self._mark.value()
        return GoalOutcome(
            mark=int(mark.value) if mark else None,
            mark_of=mark.of if mark else None,
            score=int(self._score.value()) if self._score.value() else None,
            outcome=next(iter(self._outcome.checked()), ""),
            outcome_reason=self._outcome_reason.value(),
            differs=tuple(one for one in VOICES if one in self._differs.checked()),
            decision=next(iter(self._decision.checked()), ""),
            new_sentence=self._sentence.value(),
            new_date=day.isoformat() if day else "",
            reason=self._reason.value(),
            **texts,
        )

    def show_outcome(self, said: GoalOutcome, sentence_now: str) -> None:
        """Shows what was said without emitting anything; `sentence_now` is how the goal reads today."""
        self.blockSignals(True)
        for name, edit in self._texts.items():
            edit.set_value(getattr(said, name))
        self._mark.set_value(said.feeling)
        self._score.set_value("" if said.score is None else str(said.score))
        self._outcome.set_checked({said.outcome} if said.outcome else set())
        self._outcome_reason.set_value(said.outcome_reason)
        self._differs.set_checked(said.differs)
        self._decision.set_checked({said.decision} if said.decision else set())
        self._sentence.set_value(said.new_sentence)
        self._sentence.edit.setPlaceholderText(sentence_now)
        if self._day.is_valid():
            self._day.set_value(new_day_of(said))
        self._reason.set_value(said.reason)
        self.blockSignals(False)
        self._remember()
        self._arrange()

    def add_seen(self, words: str) -> None:
        """Puts a line below what stands at how it shows."""
        edit = self._texts["how_seen"]
        edit.set_value("\n".join(part for part in (edit.value().strip(), words) if part))

    def choose_score(self, score: int) -> None:
        """Chooses a score, as a person would."""
        if self._scale is not None and score in self._scale.gas.scores:
            self._score.set_value(str(score))
            self._scored()

    def _remember(self) -> None:
        rows = (self._outcome, self._decision)
        self._chosen = {row: next(iter(row.checked()), "") for row in rows}

    def commit(self) -> None:
        """Reads the date now."""
        self._day.commit()

    # Choices

    def _scored(self) -> None:
        """A score stands for an outcome (D4); who thinks otherwise chooses that, and says why."""
        score = self._score.value()
        if score:
            result = result_of(GoalOutcome(score=int(score)))
            if result is not None:
                self._outcome.set_checked({result.value})
        self._changed()

    def _pressed(self, row: ChipRow, pressed: str) -> None:
        """A choice can be taken back by pressing it again."""
        if self._chosen.get(row) == pressed:
            row.set_checked(())
        self._changed()

    def _changed(self) -> None:
        self._remember()
        self._arrange()
        self.chosen.emit()

    def _arrange(self) -> None:
        said = self.outcome()
        by_score = result_of(GoalOutcome(score=said.score))
        overruled = by_score is not None and bool(said.outcome) and by_score.value != said.outcome
        goes_on = said.decision in (Decision.CONTINUE.value, Decision.ADJUST.value)
        hidden = {
            "happened": not (self._elsewhere or said.happened),
            "score": self._scale is None and said.score is None,
            "outcome_reason": not overruled,
            "new_sentence": said.decision != Decision.ADJUST.value,
            "new_date": not goes_on,
            "reason": said.decision != Decision.STOP.value,
        }
        self._grid.set_fields([cell for name, cell in self._cells.items() if not hidden.get(name)])


def _score_title(scale: ScaleView | None) -> str:
    about = f": {scale.variable}" if scale is not None and scale.variable else ""
    return f"Score op de schaal{about}"
