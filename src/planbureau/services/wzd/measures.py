"""Which measures run in a plan under the Wzd, and which of them a record is about."""

from __future__ import annotations

from planbureau.model.reading.annexes import done_rows
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.deadlines import RULES
from planbureau.rules.wzd.measures import about, field_of, forms_in, measure_of, measures_with
from planbureau.rules.wzd.steps import CARE, EVALUATION
from planbureau.views import PlanView

_TERMS = tuple(rule for rule in RULES.values() if rule.per_measure)
_ABOUT, _FORMS = "over", "vormen"
_PART_STOPPED = "deels"


def running_measures(session: ReadSession, plan: PlanRecord) -> tuple[str, ...]:
    """The measures of which a term was begun and not dealt with since."""
    found = set()
    for rule in _TERMS:
        settled = done_rows(session, plan.id, rule.id)
        for measure in measures_with(plan.triggers, rule.triggers[0]):
            begun = plan.triggers[field_of(rule.triggers[0], measure)]
            if not any(row.subject == measure and row.on.isoformat() >= begun for row in settled):
                found.add(measure)
    return tuple(sorted(found))


def measures_of(session: ReadSession, record: PlanView, plan: PlanRecord) -> tuple[str, ...]:
    """The measures that a record is about. Care in forms that no measure has begins one of its own."""
    said = {name: forms_in(record.answer(name).value) for name in _asked(record)}
    forms = said.get(_ABOUT) or said.get(_FORMS) or frozenset()
    if record.format.id == EVALUATION and record.answer("oz").value != _PART_STOPPED:
        forms = frozenset()  # all care goes on, or all of it stopped
    found = about(forms, running_measures(session, plan))
    return found or ((measure_of(forms),) if record.format.id == CARE or forms else ("",))


def _asked(record: PlanView) -> list[str]:
    questions = {one.id for section in record.format.sections for one in section.questions}
    return [name for name in (_ABOUT, _FORMS) if name in questions]
