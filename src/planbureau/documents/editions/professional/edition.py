"""The professional edition: head, the sections of the format, dates, help and versions."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Document,
    Edition,
    Heading,
    Paragraph,
    TextStyle,
)
from planbureau.documents.editions.head import footer, left_out_notice, professional_cover
from planbureau.documents.editions.paper import Paper, Shown
from planbureau.documents.editions.pending import PENDING, pending
from planbureau.documents.editions.professional.closing import closing_blocks
from planbureau.documents.editions.professional.frame import frame_blocks
from planbureau.documents.editions.professional.questions import question_blocks, short_pairs
from planbureau.documents.editions.professional.together import labels_kept
from planbureau.documents.editions.signing import sign_lines
from planbureau.formats.answered import satisfied
from planbureau.formats.completeness import need_of
from planbureau.formats.frame import FRAME_ID
from planbureau.formats.model import Need, Question, QuestionKind, Section
from planbureau.formats.wording import lower_first
from planbureau.rules.plan_checks import missing

K = QuestionKind
SHORT = frozenset({K.SHORT_TEXT, K.CHOICE, K.CHOICES, K.DATE, K.MOMENT, K.NUMBER, K.MARK, K.TICK, K.PERSON})
"""Kinds of which neighbours stand together in one table of labels and values."""


def professional(paper: Paper, *, left_out: bool) -> Document:
    """The plan as the professional edition."""
    title = paper.view.title or paper.view.format.title
    blocks: list[Block] = [*left_out_notice(left_out=left_out), *_dangers(paper)]
    for shown in paper.shown("professional"):
        if shown.section.id != FRAME_ID:
            blocks += section_blocks(shown, paper)
    blocks += frame_blocks(paper)
    blocks += closing_blocks(paper)
    return Document(
        title=title,
        blocks=tuple(blocks),
        subject=f"{title} van {paper.view.subject_name}",
        author=paper.context.organisation.name or paper.view.organisation,
        edition=Edition.PROFESSIONAL,
        cover=professional_cover(paper),
        footer=footer(paper, title),
    )


def _dangers(paper: Paper) -> list[Block]:
    """What may harm somebody stands first, and stays until it is answered (rules C7); nothing else does."""
    found = [one for one in missing(paper.view.format, paper.state) if one.level == "danger"]
    return [
        Callout(
            CalloutKind.WARN,
            "Let op",
            " ".join(f"{part.rstrip('.')}." for part in (one.text, one.why) if part),
        )
        for one in found
    ]


def section_blocks(shown: Shown, paper: Paper) -> list[Block]:
    """One section: its heading, its answers, and in a concept what is still asked. Nothing when empty."""
    section = shown.section
    inside: list[Block] = []
    row: list[Question] = []
    for question in shown.questions:
        if question.kind in SHORT:
            row.append(question)
            continue
        inside += short_pairs(row, paper)
        row = []
        inside += question_blocks(question, section, paper)
    inside += short_pairs(row, paper)
    inside += sign_lines(shown.questions, paper)
    inside += _still_needed(shown, paper)
    if not inside:
        return []
    return labels_kept(
        [Heading(1, section.title, paper.picture(section.pictogram)), *_pending(section, paper), *inside]
    )


def _pending(section: Section, paper: Paper) -> list[Block]:
    who = pending(section, paper)
    return [Paragraph(PENDING.format(who=f"de {who}"), TextStyle.HINT)] if who else []


def _still_needed(shown: Shown, paper: Paper) -> list[Block]:
    """In a concept: which needed questions of this section have no answer yet."""
    if not paper.concept:
        return []
    plan = paper.view.format
    empty = [
        lower_first(question.label.rstrip("?"))
        for question in shown.questions
        if question.kind is not K.CONSENT
        and need_of(question, paper.whole, plan) is Need.ADOPT
        and not satisfied(question, paper.whole, plan)
        and not (
            question.reason_instead and satisfied(plan.question(question.reason_instead), paper.whole, plan)
        )
    ]
    return [Paragraph(f"Nog in te vullen: {'; '.join(empty)}.", TextStyle.HINT)] if empty else []
