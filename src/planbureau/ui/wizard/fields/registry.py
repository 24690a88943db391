"""Which field shows which kind of question."""

from __future__ import annotations

from collections.abc import Mapping

from planbureau.formats.model import Question, QuestionKind
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.choices import ChoicesField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.ui.wizard.fields.number import NumberField
from planbureau.ui.wizard.fields.person import PersonField
from planbureau.ui.wizard.fields.short_text import ShortTextField
from planbureau.ui.wizard.fields.table import TableField
from planbureau.ui.wizard.fields.tick import TickField

K = QuestionKind
FIELDS: Mapping[QuestionKind, type[Field]] = {
    K.SHORT_TEXT: ShortTextField,
    K.LONG_TEXT: LongTextField,
    K.CHOICE: ChoiceField,
    K.CHOICES: ChoicesField,
    K.DATE: DateAnswerField,
    K.NUMBER: NumberField,
    K.TICK: TickField,
    K.PERSON: PersonField,
    K.TABLE: TableField,
}


def make_field(desk: Desk, question: Question) -> Field:
    """The field of a question. Raises KeyError for a kind that has none."""
    return FIELDS[question.kind](desk, question)
