"""What a client shares of an own plan, to read only."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.formats.model import Question, QuestionKind, Section
from planbureau.rules.dutch import plain_date
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.widgets.labels import TextLabel, TextRole
from planbureau.views import PlanView


class SharedSection(QWidget):
    """One section with its answers."""

    def __init__(self, context: ThemeContext, plan: PlanView, section: Section) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, context.px(4), 0, context.px(4))
        column.setSpacing(context.px(4))
        column.addWidget(TextLabel(section.easy_title or section.title, TextRole.STRONG))
        said = [(question, shared_words(plan, question)) for question in section.questions]
        for question, words in said:
            if words:
                column.addWidget(TextLabel(question.label, TextRole.SMALL))
                column.addWidget(TextLabel(words))
        if not any(words for _, words in said):
            column.addWidget(TextLabel("Nog leeg.", TextRole.MUTED))


def shared_words(plan: PlanView, question: Question) -> str:
    """An answer in words; what has no words of its own says where it can be read."""
    answer = plan.answer(question.id)
    value = answer.value
    match question.kind, value:
        case _, None | "" | [] | {}:
            words = ""
        case QuestionKind.DATE, str():
            words = plain_date(date.fromisoformat(value))
        case QuestionKind.CHOICE | QuestionKind.CHOICES, _:
            chosen = value if isinstance(value, list) else [value]
            words = ", ".join(option.label for option in question.options if option.id in chosen)
        case QuestionKind.TICK, bool():
            words = "ja" if value else "nee"
        case QuestionKind.TABLE, list():
            words = "\n".join(_row(question, row) for row in value if isinstance(row, dict))
        case _, str() | int() | float():
            words = str(value)
        case _:
            words = "Dit staat op de afdruk."
    return words or answer.easy_text


def _row(question: Question, row: dict[str, object]) -> str:
    return " · ".join(str(row[column.id]) for column in question.columns if row.get(column.id))
