"""A plan whose plan type is not there: what can still be read of it, and what the matter is."""

from __future__ import annotations

from collections.abc import Iterator

from planbureau.errors import FormatError
from planbureau.formats.model import Access, PlanFormat, Question
from planbureau.formats.moments import read_day, read_moment
from planbureau.model.reading import lists, terms
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.dutch import moment_words, plain_date, sentence
from planbureau.services.context import Context
from planbureau.services.sight.openings import OPENED, note
from planbureau.services.sighting import guarded_plans
from planbureau.views import LostPlanView

_ASIDE = frozenset({"id", "state", "function"})


def lost_plan(context: Context, plan_id: str) -> LostPlanView | None:
    """What can be read of a plan of which the type is not there; None when it opens as it should.

    Raises NotFoundError, and VaultError when the opening of a plan with a list cannot be noted.
    """
    with context.reading() as session:
        row = plan_reading.plan_row(session, plan_id)
        if context.formats.has(row.format_id, row.format_version):
            return None
        kept = guarded_plans(session, context.formats).get(row.id) is Access.LISTED
        view = LostPlanView(
            row.id,
            row.title,
            lists.subject_names(session, [row])[row.id],
            row.client_id,
            row.household_id,
            tuple(str(problem) for problem in context.formats.problems),
            tuple(plan_reading.versions(session, row.id)),
            tuple(_parts(context, session, row)),
        )
    if kept:
        note(context, plan_id, OPENED)
    return view


def _parts(context: Context, session: ReadSession, row: PlanRecord) -> Iterator[tuple[str, str]]:
    """Headings and what was written under them: answers, goals, agreements and risks."""
    asked = _questions(context, session, row)
    answers = plan_reading.answers(session, row.id)
    order = {key: number for number, key in enumerate(asked)}
    for key in sorted(answers, key=lambda one: (order.get(one.partition("/")[0], len(order)), one)):
        name, _, part = key.partition("/")
        question = asked.get(name)
        label = question.label if question is not None else _readable(name)
        said = _words(session, answers[key].answer.value, question)
        if said:
            yield f"{label}: {_readable(part).lower()}" if part else label, said
    goals = plan_reading.goals(session, [row.id])
    yield from (
        (f"Doel {one.number}", "\n".join((one.sentence or one.origin, *(a.what for a in one.actions))))
        for one in goals
    )
    yield from (("Afspraak", one.what) for one in plan_reading.agreements(session, row.id) if one.what)
    yield from (("Risico", one.what) for one in plan_reading.risks(session, row.id) if one.what)


def _questions(context: Context, session: ReadSession, row: PlanRecord) -> dict[str, Question]:
    """The questions as another version of the type asks them, or the last adopted version; else none."""
    others = [one for one in context.formats.formats if one.id == row.format_id]
    found: PlanFormat | None = max(others, key=lambda one: one.version, default=None)
    versions = terms.version_rows(session, row.id)
    if found is None and versions:
        try:
            found = context.formats.parse(versions[-1].format_text, f"versie {versions[-1].number}")
        except FormatError:
            found = None
    sections = found.sections if found is not None else ()
    return {question.id: question for section in sections for question in section.questions}


def _words(session: ReadSession, value: object, question: Question | None) -> str:
    """An answer as somebody can read it without its question: words, days and names, one a line."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, str):
        options = {one.id: one.label for one in question.options} if question is not None else {}
        moment, day = read_moment(value), read_day(value)
        return options.get(value) or (
            moment_words(moment) if moment is not None else plain_date(day) if day is not None else value
        )
    if isinstance(value, dict):
        person = value.get("person")
        if isinstance(person, str) and person:
            return people_reading.full_name(session, person)
        parts = (_words(session, one, question) for name, one in value.items() if name not in _ASIDE)
        return "; ".join(part for part in (*parts, str(value.get("function") or "")) if part)
    if isinstance(value, list):
        return "\n".join(part for part in (_words(session, one, question) for one in value) if part)
    return "" if value is None else str(value)


def _readable(name: str) -> str:
    """The id of a question as words."""
    return sentence(name.replace("_", " ").replace("-", " "))
