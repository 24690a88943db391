"""Typed text that was not in a revision yet when the program stopped: it is put back when the plan opens."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from planbureau.clock import AMSTERDAM
from planbureau.formats.model import QuestionKind
from planbureau.rules.dutch import plain_date
from planbureau.ui.widgets.table_cells import number_of
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.fields.field import EASY
from planbureau.ui.wizard.fields.record_parts import from_draft
from planbureau.views import AgreementView, DraftView, RiskView

K = QuestionKind


def put_back(desk: Desk) -> str:
    """Makes revisions of the drafts of this plan. Answers what to say about it; empty when there were none.

    A draft that cannot be put back is kept: it may belong to a part that is not shown here.
    """
    plans = desk.context.workspace.plans
    if desk.read_only:
        return ""
    moments = []
    for draft in plans.drafts(desk.plan_id):
        if _same_as_stored(desk, draft):
            desk.ask(lambda key=draft.key: plans.drop_draft(desk.plan_id, key))  # type: ignore[misc]
        elif _restore(desk, draft):
            desk.ask(lambda key=draft.key: plans.drop_draft(desk.plan_id, key))  # type: ignore[misc]
            moments.append(draft.at)
    if not moments:
        return ""
    local = max(moments).astimezone(AMSTERDAM)
    when = f"{local:%H:%M}" if local.date() == desk.today() else plain_date(local.date())
    return f"Je tekst van {when} is teruggezet."


def _same_as_stored(desk: Desk, draft: DraftView) -> bool:
    question_id, _, part = draft.key.partition("/")
    if part == EASY:
        return desk.answer(question_id).easy_text == draft.text
    try:
        question = desk.format.question(question_id)
    except KeyError:
        return False
    return not part and question.kind in (K.SHORT_TEXT, K.LONG_TEXT) and desk.value(question) == draft.text


def _restore(desk: Desk, draft: DraftView) -> bool:
    question_id, _, part = draft.key.partition("/")
    try:
        kind = desk.format.question(question_id).kind
        if part.rpartition("/")[2] == EASY:
            key = draft.key.removesuffix(f"/{EASY}")
            return desk.save_answer(key, desk.answer(key).value, desk.heads(key), easy_text=draft.text)
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
