"""Who works with the vault: the first thing that a new vault asks."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.inline_message import InlineMessage, MessageLevel
from planbureau.ui.widgets.labels import FieldLabel, TextLabel, TextRole

LONGEST = 200


@dataclass(frozen=True)
class About:
    """Organisation, own name and function."""

    organisation: str
    name: str
    function: str

    @property
    def own_words(self) -> tuple[str, ...]:
        """What makes a password easy to guess."""
        return (self.organisation, self.name, self.function, *self.name.split())


class AboutStep(QWidget):
    """Three short fields; the function may stay empty."""

    submit_requested = Signal()

    def __init__(self, theme: ThemeContext) -> None:
        super().__init__()
        self.organisation = QLineEdit()
        self.name = QLineEdit()
        self.function = QLineEdit()
        self._messages: list[tuple[QLineEdit, str, InlineMessage]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        for field, label, needed in (
            (self.organisation, "Naam van je organisatie", "Vul de naam van je organisatie in."),
            (self.name, "Je eigen naam", "Vul je voornaam en achternaam in."),
            (self.function, "Je functie (mag leeg blijven)", ""),
        ):
            field.setMaxLength(LONGEST)
            message = InlineMessage(theme, field)
            column.addWidget(FieldLabel(label, field))
            column.addWidget(field)
            column.addWidget(message)
            column.addSpacing(theme.px(4))
            field.returnPressed.connect(self.submit_requested)
            field.textEdited.connect(message.clear)
            if needed:
                self._messages.append((field, needed, message))
        column.addWidget(
            TextLabel(
                "Deze namen komen op de plannen die je afdrukt. Je kunt ze later veranderen.", TextRole.HELP
            )
        )

    def focus_target(self) -> QWidget:
        """What gets the focus when the widget does."""
        return self.organisation

    def about(self) -> About:
        """What was filled in."""
        return About(self.organisation.text().strip(), self.name.text().strip(), self.function.text().strip())

    def complete(self) -> bool:
        """Whether everything needed is there; shows what is not."""
        empty = [found for found in self._messages if not found[0].text().strip()]
        for _, words, message in empty:
            message.show_message(MessageLevel.TODO, words)
        if empty:
            empty[0][0].setFocus()
        return not empty
