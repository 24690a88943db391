"""Giving a mark on the scale of this client: three faces, five or ten."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from planbureau.formats.marks import FACE_WORDS, FACES, TEN, Mark
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.buttons import Button, ButtonKind
from planbureau.ui.widgets.chip_row import ChipRow
from planbureau.ui.widgets.flow import Flow
from planbureau.ui.widgets.labels import TextLabel, TextRole

_FACE_ICONS = {1: "frown", 2: "meh", 3: "smile"}


class FaceRow(Flow):
    """Three faces with their words; pressing the one that is on takes it back. `value` is its id or empty."""

    value_changed = Signal()

    def __init__(
        self,
        context: ThemeContext,
        name: str,
        faces: tuple[tuple[str, str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(name)
        self._buttons: dict[str, Button] = {}
        for state, label, icon in faces:
            button = Button(context, label, icon=icon)
            button.setCheckable(True)
            button.setAccessibleName(f"{name}: {label}")
            button.clicked.connect(lambda _=False, pressed=state: self._press(pressed))
            self._buttons[state] = button
            self.add(button)

    def value(self) -> str:
        return next((state for state, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, state: str) -> None:
        for one, button in self._buttons.items():
            button.setChecked(one == state)

    def focus_target(self) -> QWidget:
        return next(iter(self._buttons.values()))

    def _press(self, pressed: str) -> None:
        self.set_value(pressed if self._buttons[pressed].isChecked() else "")
        self.value_changed.emit()


class MarkInput(QWidget):
    """A mark on the scale that is in use now. A mark on another scale is told as it was given.

    So is a half mark, and a number that is no mark at all, until it is taken away.
    """

    value_changed = Signal()

    def __init__(self, context: ThemeContext, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._name = name
        self._scale = 0
        self._mark: Mark | None = None
        self._given = ""
        self._input: FaceRow | ChipRow | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.px(4))
        self._earlier = TextLabel("", TextRole.SMALL)
        self._away = Button(context, "Weghalen", ButtonKind.LINK, icon="x")
        self._away.setAccessibleName(f"{name} weghalen")
        self._away.clicked.connect(self._take_away)
        self._other = QWidget()
        row = QHBoxLayout(self._other)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._earlier, 1)
        row.addWidget(self._away)
        self._column.addWidget(self._other)
        self.setAccessibleName(name)
        self.set_scale(TEN)

    def set_scale(self, scale: int) -> None:
        """Offers another scale; a mark that was given stays as it was given."""
        if scale == self._scale:
            return
        self._scale = scale
        if self._input is not None:
            self._column.removeWidget(self._input)
            self._input.hide()
            self._input.deleteLater()
        self._input = self._make()
        self._column.insertWidget(0, self._input)
        self._show()

    def value(self) -> Mark | None:
        return self._mark

    @property
    def taken_away(self) -> bool:
        """Whether nothing is given here, not even a number that is no mark."""
        return self._mark is None and not self._given

    def set_value(self, mark: Mark | None, given: str = "") -> None:
        """Shows a mark without emitting anything; `given` are the words of what is no mark."""
        self._mark, self._given = mark, given
        self._show()

    def focus_target(self) -> QWidget:
        if isinstance(self._input, FaceRow):
            return self._input.focus_target()
        on = self._input.checked() if self._input is not None else ()
        return (self._input.chip(next(iter(on), "1")) if self._input is not None else None) or self

    def press(self, value: int) -> None:
        """What a click on this face or number does."""
        on = self._mark == Mark(value, self._scale)
        self._mark, self._given = None if on else Mark(value, self._scale), ""
        self._show()
        self.value_changed.emit()

    def _make(self) -> FaceRow | ChipRow:
        if self._scale == FACES:
            faces = tuple((str(n), w[:1].upper() + w[1:], _FACE_ICONS[n]) for n, w in FACE_WORDS.items())
            row = FaceRow(self._context, self._name, faces)
            row.value_changed.connect(self._faced)
            return row
        chips = ChipRow(self._context, self._name, exclusive=True, one_stop=True)
        numbers = [str(number) for number in range(1, self._scale + 1)]
        chips.set_chips([(number, number) for number in numbers])
        for number in numbers:
            chip = chips.chip(number)
            if chip is not None:
                chip.setAccessibleName(f"{self._name}: {number} van {self._scale}")
        chips.chip_toggled.connect(self._chipped)
        return chips

    def _faced(self) -> None:
        chosen = self._input.value() if isinstance(self._input, FaceRow) else ""
        self._mark, self._given = Mark(int(chosen), self._scale) if chosen else None, ""
        self._show()
        self.value_changed.emit()

    def _chipped(self, number: str) -> None:
        self.press(int(number))

    def _take_away(self) -> None:
        self._mark, self._given = None, ""
        self._show()
        self.value_changed.emit()
        self.focus_target().setFocus()

    def _show(self) -> None:
        mark = self._mark
        chosen = str(mark.value) if mark is not None and mark.of == self._scale else ""
        here = chosen in {str(number) for number in range(1, self._scale + 1)}
        if isinstance(self._input, FaceRow):
            self._input.set_value(chosen)
        elif self._input is not None:
            self._input.set_checked({chosen} if here else ())
        given = "" if here else mark.words if mark is not None else self._given
        self._earlier.setText(f"Gegeven als {given}." if given else "")
        self._other.setVisible(bool(given))
