"""What an earlier adopted version says about how it went: the marks for then."""

from __future__ import annotations

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from planbureau.formats.answers import Answer, PlanState
from planbureau.formats.marks import Mark, marks_now
from planbureau.formats.model import PlanFormat, QuestionKind
from planbureau.model.rows import PlanVersionRow


def earlier_marks(session: Session, plan_id: str, number: int, plan_format: PlanFormat) -> dict[str, Mark]:
    """The marks for now by "question/domain" in the last version before version `number`.

    They are looked up by the questions of `plan_format`, under their older ids too.
    """
    if not any(q.kind is QuestionKind.LIFE_DOMAIN for s in plan_format.sections for q in s.questions):
        return {}
    content = session.scalar(
        select(PlanVersionRow.content)
        .where(PlanVersionRow.plan_id == plan_id, PlanVersionRow.number < number)
        .order_by(PlanVersionRow.number.desc())
        .limit(1)
    )
    answers = json.loads(content).get("answers", {}) if content else {}
    said = {key: Answer(kept.get("answer", {}).get("value")) for key, kept in answers.items()}
    return marks_now(plan_format, PlanState(answers=said))
