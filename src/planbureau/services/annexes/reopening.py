"""A finished report of a talk is opened again to correct it; the version that stands stays readable."""

from __future__ import annotations

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.formats.annexes import can_be_corrected
from planbureau.formats.answers import Answer
from planbureau.model.rows import PlanRecord
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.services.adoption.versions import last_version
from planbureau.services.annexes.finishing import annex_row
from planbureau.services.answers.annex_answers import CORRECTING
from planbureau.services.answers.answering import AnswerChange, write_answer
from planbureau.services.context import Context
from planbureau.services.plan.viewing import open_annex_view
from planbureau.views import AnswerView

_OTHERWISE = "Begin een nieuw verslag als er iets bij komt. Er is niets veranderd."


def reopen(context: Context, annex_id: str) -> Changes:
    """Raises InvalidInputError for a record that cannot be corrected as a whole."""
    with context.writing() as work:
        row = annex_row(work.session, annex_id)
        if not row.version or not can_be_corrected(context.formats.get(row.format_id, row.format_version)):
            raise InvalidInputError("Dit verslag kun je niet verbeteren.", _OTHERWISE)
        if row.status != CORRECTING:
            work.change(row, {"status": CORRECTING})
            work.touch(row.id, row.parent_id, row.client_id, row.household_id)
    return work.changes


def leave_as_it_was(context: Context, annex_id: str) -> Changes:
    """Writes back what the last version says. Raises InvalidInputError when nothing is being corrected."""
    with context.writing() as work:
        row = annex_row(work.session, annex_id)
        if row.status != CORRECTING:
            raise InvalidInputError("Dit verslag wordt niet verbeterd. Er is niets veranderd.")
        _write_back(context, work, row)
        work.change(row, {"status": "active"})
        work.touch(row.id, row.parent_id, row.client_id, row.household_id)
    return work.changes


def _write_back(context: Context, work: UnitOfWork, row: PlanRecord) -> None:
    kept = last_version(context, work.session, row.id)
    assert kept is not None
    now = open_annex_view(context, work.session, row)
    for key in {*now.answers, *kept.answers}:
        stands = now.answers.get(key, AnswerView(key, Answer()))
        was = kept.answers.get(key, AnswerView(key, Answer())).answer
        if stands.answer != was:
            write_answer(
                work,
                row.id,
                AnswerChange(key, was.value, stands.heads, was.easy_text, was.pictograms, was.files),
            )
