"""A wrong first or last day in a finished record is corrected in a next version and in its term (T13).

The version before stays readable, and the old day stays in the history of the plan with who, when and why.
"""

from __future__ import annotations

from datetime import date

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.formats.annexes import days_of_terms
from planbureau.formats.model import FinishRule
from planbureau.formats.vocabulary import BEGINS_EFFECT
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading import terms
from planbureau.model.reading.answer_rows import answer_row
from planbureau.model.reading.days import day_and_moment
from planbureau.model.rows import PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import RULES
from planbureau.rules.dutch import plain_date
from planbureau.rules.wzd.measures import about, field_of, forms_in, measures_with
from planbureau.services.adoption.versions import close_version
from planbureau.services.annexes.finishing import annex_row
from planbureau.services.answers.annex_answers import set_trigger
from planbureau.services.answers.answering import AnswerChange, write_answer
from planbureau.services.context import Context
from planbureau.services.plan.viewing import open_annex_view

UNCHANGED = "Er is niets veranderd."


def correct_day(context: Context, annex_id: str, question_id: str, day: date, reason: str) -> Changes:
    """Writes another day in a finished record. Raises InvalidInputError; then nothing was changed."""
    if not reason.strip():
        raise InvalidInputError("Schrijf in een zin op waarom deze dag verandert.", UNCHANGED)
    with context.writing() as work:
        row = annex_row(work.session, annex_id)
        annex = context.formats.get(row.format_id, row.format_version)
        rules = [rule for rule in days_of_terms(annex) if rule.question == question_id]
        if row.status != "active" or not rules:
            raise InvalidInputError("Deze dag kan hier niet worden verbeterd.", UNCHANGED)
        stored = answer_row(work.session, row.id, question_id)
        old, _ = day_and_moment(stored.value.get("v") if stored is not None else None)
        if stored is None or old is None or old == day:
            raise InvalidInputError("Kies een andere dag dan die er staat.", UNCHANGED)
        write_answer(
            work, row.id, AnswerChange(question_id, day.isoformat(), tuple(stored.heads), None, None)
        )
        work.session.flush()
        _in_order(work, row, annex_days=[rule.question for rule in days_of_terms(annex)])
        label = annex.question(question_id).label
        why = f"{row.title}, {label}: {plain_date(old)} wordt {plain_date(day)}. {reason.strip()}"
        _next_version(context, work, row, why)
        parent = plan_reading.plan_row(work.session, row.parent_id)
        for rule in rules:
            for field in _fields(rule, parent, _forms(work, row), old):
                set_trigger(work, parent, field, (day, None), why, came_from_here=True)
        work.touch(row.id, parent.id, row.client_id, row.household_id)
    return work.changes


def _field(rule: FinishRule) -> str:
    """The date of the plan that a rule sets."""
    kind, _, rule_id = rule.effect.partition(".")
    known = RULES[rule_id]
    return known.triggers[0] if f"{kind}." == BEGINS_EFFECT else known.agreed_end


def _forms(work: UnitOfWork, row: PlanRecord) -> frozenset[str]:
    stored = answer_row(work.session, row.id, "vormen")
    return forms_in(stored.value.get("v") if stored is not None else None)


def _fields(rule: FinishRule, plan: PlanRecord, forms: frozenset[str], old: date) -> list[str]:
    """The dates of the plan that came from this record: those of the measures that it is about."""
    name = _field(rule)
    having = about(forms, measures_with(plan.triggers, name))
    fields = [field_of(name, measure) for measure in having]
    return [field for field in fields if plan.triggers.get(field) == old.isoformat()]


def _in_order(work: UnitOfWork, row: PlanRecord, annex_days: list[str]) -> None:
    """A term does not end before it begins; the first day is asked first."""
    answers = [answer_row(work.session, row.id, key) for key in annex_days]
    days = [day_and_moment(one.value.get("v"))[0] for one in answers if one is not None]
    known = [day for day in days if day is not None]
    if known != sorted(known):
        raise InvalidInputError("De laatste dag ligt dan voor de eerste dag.", UNCHANGED)


def _next_version(context: Context, work: UnitOfWork, row: PlanRecord, why: str) -> None:
    view = open_annex_view(context, work.session, row)
    number, versions = row.version + 1, terms.version_rows(work.session, row.id)
    without = versions[-1].without_consent
    today = context.today()
    close_version(work, view, number, today, by=context.user_id, without_consent=without, reason=why)
    work.change(row, {"version": number})
