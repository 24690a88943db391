"""Which field shows which kind of question."""

from __future__ import annotations

from collections.abc import Mapping

from planbureau.formats.model import Question, QuestionKind
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.agreements import AgreementsField
from planbureau.ui.wizard.fields.attachments import AttachmentsField
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.choices import ChoicesField
from planbureau.ui.wizard.fields.consent import ConsentField
from planbureau.ui.wizard.fields.custody import CustodyField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.field import Field
from planbureau.ui.wizard.fields.frame import FrameField
from planbureau.ui.wizard.fields.goal_outcomes import GoalOutcomesField
from planbureau.ui.wizard.fields.guests import GuestField
from planbureau.ui.wizard.fields.household import HouseholdField
from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.ui.wizard.fields.mark import MarkField
from planbureau.ui.wizard.fields.moment import MomentAnswerField
from planbureau.ui.wizard.fields.network import NetworkField
from planbureau.ui.wizard.fields.number import NumberField
from planbureau.ui.wizard.fields.person import PersonField
from planbureau.ui.wizard.fields.reviews import ReviewsField
from planbureau.ui.wizard.fields.risks import RisksField
from planbureau.ui.wizard.fields.short_text import ShortTextField
from planbureau.ui.wizard.fields.table import TableField
from planbureau.ui.wizard.fields.tick import TickField
from planbureau.ui.wizard.fields.topics import TopicsField

K = QuestionKind
FIELDS: Mapping[QuestionKind, type[Field]] = {
    K.SHORT_TEXT: ShortTextField,
    K.LONG_TEXT: LongTextField,
    K.CHOICE: ChoiceField,
    K.CHOICES: ChoicesField,
    K.DATE: DateAnswerField,
    K.MOMENT: MomentAnswerField,
    K.GOAL_OUTCOMES: GoalOutcomesField,
    K.AGREEMENT_REVIEWS: ReviewsField,
    K.RISK_REVIEWS: ReviewsField,
    K.NUMBER: NumberField,
    K.MARK: MarkField,
    K.TICK: TickField,
    K.PERSON: PersonField,
    K.TABLE: TableField,
    K.LIFE_DOMAIN: LifeDomainField,
    K.ATTACHMENTS: AttachmentsField,
    K.GOALS: GuestField,
    K.GOAL_MATRIX: GuestField,
    K.RISKS: RisksField,
    K.AGREEMENTS: AgreementsField,
    K.CONSENT: ConsentField,
    K.NETWORK: NetworkField,
    K.HOUSEHOLD: HouseholdField,
    K.CUSTODY: CustodyField,
    K.TOPICS: TopicsField,
    K.FRAME: FrameField,
}
"""Every kind has a field of its own; a test compares."""


def make_field(desk: Desk, question: Question) -> Field:
    """The field of a question."""
    return FIELDS[question.kind](desk, question)
