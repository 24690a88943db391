"""Which questions of a plan type an organisation may not leave out of its own copy, and why."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from .model import AnswerIs, Condition, Filled, Need, PlanFormat, Question, QuestionKind, Section
from .references import walk
from .vocabulary import TRIGGER_BIND

_LAW = re.compile(r"\b(Wlz|Wmo|Jeugdwet|BW|Wzd|Wvggz|Wkkgz|Zvw|AVG|Besluit)\b")
"""A source that names one of these names a law or a decree under it."""

_LIMITED = frozenset({"client.bsn"})
"""What the law limits rather than asks for: the shipped plan types leave it out too (Wabvpz 8 and 9)."""


def why_kept(plan: PlanFormat, question_id: str, left_out: Collection[str] = ()) -> str:
    """Why this question stays in every copy of `plan`, in Dutch; "" when it may be left out.

    `left_out` are the questions that go too: what hangs together may go together.
    """
    for section in plan.sections:
        for question in section.questions:
            if question.id == question_id:
                return _why(plan, section, question, frozenset(left_out))
    return ""


def same_circumstances(
    plan: PlanFormat, question_id: str, chapter_id: str, own_chapters: Collection[str]
) -> bool:
    """Whether a chapter shows, and is agreed to, exactly when the own chapter of this question of `plan` is.

    Else moving it there would ask it of fewer people, or of more. `own_chapters` are chapters of a copy
    itself that always show.
    """
    sections = {section.id: section for section in plan.sections}
    home = next(s for s in plan.sections if any(q.id == question_id for q in s.questions))
    target = sections.get(chapter_id)
    if target is None:
        return chapter_id in own_chapters and home.when is None and not home.agreed_by
    return (home.when, home.agreed_by) == (target.when, target.agreed_by)


def _why(plan: PlanFormat, section: Section, question: Question, left_out: frozenset[str]) -> str:
    source = question.source or section.source
    told = f" Bron: {source}." if source else ""
    if question.need is Need.ADOPT:
        return f"Deze vraag is nodig om het plan vast te stellen.{told}"
    if question.kind is QuestionKind.CONSENT:
        return f"Hier staat wie akkoord geeft.{told}"
    if _LAW.search(question.source) and question.bind not in _LIMITED:
        return f"Deze vraag komt uit de wet.{told}"
    if question.checks:
        return f"Het programma kijkt dit antwoord na bij het vaststellen.{told}"
    if question.bind.startswith(TRIGGER_BIND):
        return f"Van deze datum hangen termijnen af.{told}"
    asking = [name for name in _asked_by(plan, question.id) if name not in left_out]
    if asking:
        return f"De vraag ‘{asking[0]}’ hangt van dit antwoord af. Laat die dan ook weg."
    if _of_the_plan(plan, question.id):
        return "Of het plan klaar is, hangt van dit antwoord af."
    return ""


def _asked_by(plan: PlanFormat, question_id: str) -> Iterator[str]:
    """The other questions that look at this answer."""
    for section in plan.sections:
        for other in section.questions:
            looked_at = {other.reason_instead, other.wish_reason}
            of_parts = [option.show_when for option in other.options]
            of_parts += [column.show_when for column in other.columns]
            own = (other.show_when, other.need_when, other.hidden_when, *of_parts)
            for condition in (section.when, *own):
                looked_at |= _named(condition)
            if question_id in looked_at and other.id != question_id:
                yield other.id


def _of_the_plan(plan: PlanFormat, question_id: str) -> bool:
    conditions = [plan.need_when, *(gate.when for gate in plan.gates)]
    return any(question_id in _named(condition) for condition in conditions)


def _named(condition: Condition | None) -> set[str]:
    return {part.question for part in walk(condition) if isinstance(part, AnswerIs | Filled)}
