"""Each kind of question on paper, in its own way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from planbureau.documents.blocks import Block, KeyValues, Pair, Paragraph, TextStyle
from planbureau.documents.editions.files import attached, attachment_blocks, file_blocks
from planbureau.documents.editions.matrix import matrix_block
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.agreements import agreement_blocks
from planbureau.documents.editions.professional.consent import consent_blocks
from planbureau.documents.editions.professional.custody import custody_blocks
from planbureau.documents.editions.professional.domains import domain_blocks, topic_blocks
from planbureau.documents.editions.professional.goals import goal_blocks
from planbureau.documents.editions.professional.outcomes import outcome_blocks
from planbureau.documents.editions.professional.people import household_blocks, network_blocks
from planbureau.documents.editions.professional.reviews import review_blocks
from planbureau.documents.editions.professional.risks import risk_blocks
from planbureau.documents.editions.professional.tables import table_blocks
from planbureau.documents.editions.values import answer_text
from planbureau.formats.model import Question, QuestionKind, Section, Voice

K = QuestionKind


def question_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:
    """The answer to one question as blocks; none when it was not answered."""
    return _BLOCKS[question.kind](question, section, paper)


def short_pairs(questions: Sequence[Question], paper: Paper) -> list[Block]:
    """Short answers beside their labels; what was not answered is left out."""
    pairs = [Pair(question.label, text) for question in questions if (text := answer_text(question, paper))]
    return [KeyValues(tuple(pairs))] if pairs else []


def _long_text(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    text = answer_text(question, paper)
    files = [] if question.bind else file_blocks(paper.answer(question.id), question.label, paper)
    if not text and not files:
        return []
    own_words = question.voice in {Voice.CLIENT, Voice.FAMILY}
    style = TextStyle.QUOTE if own_words else TextStyle.BODY
    words = [Paragraph(text, style)] if text else []
    return [Paragraph(question.label, TextStyle.LABEL), *words, *files]


def _attachments(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """What can be seen as a picture, other files by name; the photo of the client stands on the cover."""
    if question.bind:
        return []
    files = attachment_blocks(attached(paper.value(question)), question.label, paper)
    return [Paragraph(question.label, TextStyle.LABEL), *files] if files else []


def _matrix(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    block = matrix_block(paper, only_used=True)
    return [] if block is None else [Paragraph(question.label, TextStyle.LABEL), block]


def _frame(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    return []  # stands at the end, with the dates


def _short(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    return short_pairs((question,), paper)


_BLOCKS: dict[QuestionKind, Callable[[Question, Section, Paper], list[Block]]] = {
    K.SHORT_TEXT: _short,
    K.LONG_TEXT: _long_text,
    K.CHOICE: _short,
    K.CHOICES: _short,
    K.DATE: _short,
    K.MOMENT: _short,
    K.GOAL_OUTCOMES: outcome_blocks,
    K.AGREEMENT_REVIEWS: review_blocks,
    K.RISK_REVIEWS: review_blocks,
    K.NUMBER: _short,
    K.MARK: _short,
    K.TICK: _short,
    K.PERSON: _short,
    K.TABLE: table_blocks,
    K.LIFE_DOMAIN: domain_blocks,
    K.ATTACHMENTS: _attachments,
    K.GOALS: goal_blocks,
    K.GOAL_MATRIX: _matrix,
    K.RISKS: risk_blocks,
    K.AGREEMENTS: agreement_blocks,
    K.CONSENT: consent_blocks,
    K.NETWORK: network_blocks,
    K.HOUSEHOLD: household_blocks,
    K.CUSTODY: custody_blocks,
    K.TOPICS: topic_blocks,
    K.FRAME: _frame,
}
