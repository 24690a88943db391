"""Typed text that was not in a revision yet when the program stopped: it is put back when the plan opens."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from planbureau.clock import AMSTERDAM
from planbureau.formats.answers import AnswerFile
from planbureau.formats.model import QuestionKind
from planbureau.rules.dutch import plain_date
from planbureau.rules.people.names import join_names
from planbureau.ui.widgets.number_line import number_of
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.answer_files import KEY as FILES
from planbureau.ui.wizard.fields.field import EASY
from planbureau.ui.wizard.fields.record_parts import from_draft
from planbureau.ui.wizard.leftovers import Leftovers
from planbureau.views import AgreementView, DraftView, RiskView

K = QuestionKind
_NAMED = 3
"""So many questions are named; of more the rest is counted."""


@dataclass(frozen=True)
class PutBack:
    """What was put back when a plan opened: of which moment, and in which questions."""

    at: datetime | None = None
    questions: tuple[str, ...] = ()  # the ids, in the order of the plan
    by: str = ""  # whose it was, when it was not of who opens the plan

    def words(self, desk: Desk) -> str:
        """Says so; empty when there was nothing."""
        return f"{when_words(desk, self.at, self.by)} is teruggezet{self._where(desk)}." if self.at else ""

    def _where(self, desk: Desk) -> str:
        labels = [f"“{desk.format.question(one).label.rstrip('?')}”" for one in self.questions]
        if len(labels) > _NAMED:
            labels = [*labels[: _NAMED - 1], f"nog {len(labels) - _NAMED + 1} vragen"]
        return f" bij {join_names(labels)}" if labels else ""


def when_words(desk: Desk, at: datetime, by: str = "") -> str:
    """Which text it was: "Je tekst van 14:32"; of a colleague who left: with the name."""
    local = at.astimezone(AMSTERDAM)
    when = f"{local:%H:%M}" if local.date() == desk.today() else plain_date(local.date())
    return f"De tekst van {by} van {when}" if by else f"Je tekst van {when}"


def put_back(desk: Desk, leftovers: Leftovers) -> PutBack:
    """Makes revisions of the drafts of this plan. Answers which there were; what is no number is left over.

    A draft that cannot be put back is kept: it may belong to a part that is not shown here.
    """
    plans = desk.context.workspace.plans
    if desk.read_only:
        return PutBack()
    found: dict[str, datetime] = {}
    others: dict[str, None] = {}
    for draft in plans.drafts(desk.plan_id):
        if _same_as_stored(desk, draft) or _left_over(desk, leftovers, draft):
            desk.ask(lambda key=draft.key: plans.drop_draft(desk.plan_id, key))  # type: ignore[misc]
        elif _restore(desk, draft):
            desk.ask(lambda key=draft.key: plans.drop_draft(desk.plan_id, key))  # type: ignore[misc]
            found[draft.key.partition("/")[0]] = draft.at
            if draft.by:
                others[draft.by] = None
    order = [question.id for section in desk.format.sections for question in section.questions]
    return PutBack(
        max(found.values(), default=None), tuple(sorted(found, key=order.index)), " en ".join(others)
    )


def _same_as_stored(desk: Desk, draft: DraftView) -> bool:
    question_id, _, part = draft.key.partition("/")
    if part == EASY:
        return desk.answer(question_id).easy_text == draft.text
    try:
        question = desk.format.question(question_id)
    except KeyError:
        return False
    return not part and question.kind in (K.SHORT_TEXT, K.LONG_TEXT) and desk.value(question) == draft.text


def _left_over(desk: Desk, leftovers: Leftovers, draft: DraftView) -> bool:
    try:
        question = desk.format.question(draft.key)
    except KeyError:
        return False
    no_number = bool(draft.text.strip()) and number_of(draft.text) is None
    return question.kind is K.NUMBER and no_number and leftovers.add(question, draft.text)


def _restore(desk: Desk, draft: DraftView) -> bool:
    question_id, _, part = draft.key.partition("/")
    try:
        kind = desk.format.question(question_id).kind
        if part.rpartition("/")[2] == EASY:
            key = draft.key.removesuffix(f"/{EASY}")
            return desk.save_answer(key, desk.answer(key).value, desk.heads(key), easy_text=draft.text)
        if part.rpartition("/")[2] == FILES:
            key = draft.key.removesuffix(f"/{FILES}")
            files = tuple(AnswerFile(**file) for file in json.loads(draft.text))
            return desk.save_answer(key, desk.answer(key).value, desk.heads(key), files=files)
        if kind in (K.AGREEMENTS, K.RISKS):
            return _restore_record(desk, kind, part, json.loads(draft.text))
        if kind in (K.SHORT_TEXT, K.LONG_TEXT):
            value: Any = draft.text
        elif kind is K.NUMBER:
            value = number_of(draft.text)
        elif kind in (K.GOALS, K.GOAL_MATRIX):
            return False
        else:
            value = json.loads(draft.text)
    except (KeyError, ValueError, TypeError):
        return False
    return desk.save_answer(draft.key, value, desk.heads(draft.key))


def _restore_record(desk: Desk, kind: QuestionKind, record_id: str, draft: dict[str, Any]) -> bool:
    plans = desk.context.workspace.plans
    fields = from_draft(draft)
    if kind is K.AGREEMENTS:
        agreement = next((one for one in desk.plan.agreements if one.id == record_id), None)
        if agreement is not None:
            return desk.write(lambda: plans.save_agreement(agreement, replace(agreement, **fields)))
        fresh = AgreementView("", desk.plan_id, order=len(desk.plan.agreements), **fields)
        return desk.write(lambda: plans.add_agreement(fresh))
    risk = next((one for one in desk.plan.risks if one.id == record_id), None)
    if risk is not None:
        return desk.write(lambda: plans.save_risk(risk, replace(risk, **fields)))
    new_risk = RiskView("", desk.plan_id, order=len(desk.plan.risks), **fields)
    return desk.write(lambda: plans.add_risk(new_risk))
