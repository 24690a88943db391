"""A line for a number as people write it: 3 or 2,5."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit


class NumberLine(QLineEdit):
    """What is no number stays in the line, and can be asked for with `raw_text`."""

    def value(self) -> int | float | None:
        """The number, or None when there is none."""
        return number_of(self.text())

    def set_value(self, value: object) -> None:
        self.setText("" if value is None else str(value).replace(".", ","))

    def raw_text(self) -> str:
        """What stands in the line when it is no number; otherwise an empty string."""
        return self.text() if self.text().strip() and self.value() is None else ""


def number_of(text: str) -> int | float | None:
    """A number as people write it in Dutch ("2,5"), or None when it is no number."""
    words = text.strip().replace(" ", "")
    sign, digits = (-1, words[1:]) if words.startswith("-") else (1, words)
    whole, comma, part = digits.partition("," if "," in digits else ".")
    if not whole.isascii() or not whole.isdigit() or (comma and not (part.isascii() and part.isdigit())):
        return None
    return sign * float(f"{whole}.{part}") if comma else sign * int(whole)
