"""What is odd about the day of an evaluation: said before finishing, and in the way of nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from planbureau.formats import FormatLibrary
from planbureau.formats.annexes import questions_with
from planbureau.formats.lookup import section_of
from planbureau.formats.model import QuestionKind
from planbureau.formats.moments import read_day
from planbureau.formats.outcomes import GoalOutcome
from planbureau.formats.reviews import ENDS, Review
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading.annexes import annex_records, done_rows, questions_of, talked_on, values
from planbureau.model.reading.days import day_and_moment
from planbureau.model.reading.facts import EVALUATION, ORDINARY
from planbureau.model.store import ReadSession
from planbureau.plan_state import outcomes_of
from planbureau.rules.dutch import plain_date
from planbureau.rules.goals.evaluation import decision_of, new_day_of
from planbureau.rules.goals.gas import Decision
from planbureau.services.annexes.finish_effects import looks_at_involuntary_care, sort_of
from planbureau.services.api.requests import Gate
from planbureau.views import ClientView, PlanView

EFFECT, NEXT = "evaluation", "next_evaluation"
K = QuestionKind


def evaluation_gates(
    session: ReadSession, formats: FormatLibrary, view: PlanView, before: PlanView | None = None
) -> tuple[Gate, ...]:
    """Gates of a report that is an evaluation; none of them blocks. `before` is what it said already."""
    annex = view.format.annex
    if annex is None or view.parent is None or view.status == "active":
        return ()
    asked = sorted(questions_with(EFFECT, annex.on_finish))
    odd = [gate for question in asked for gate in _of(session, formats, view, question, before)]
    return (*odd, *_later(view, annex.dated_by, sorted(questions_with(NEXT, annex.on_finish))))


def _later(view: PlanView, dated_by: str, planned: Sequence[str]) -> Iterator[Gate]:
    """A next day that is not after the talk, and a new date of a goal that has passed by then."""
    talk = day_and_moment(view.answer(dated_by).value)[0] if dated_by else None
    if talk is None:
        return
    for question in planned:
        day, _ = day_and_moment(view.answer(question).value)
        if day is not None and day <= talk:
            yield _gate(
                view, question, f"De volgende keer ({plain_date(day)}) ligt niet na dit gesprek", _NEXT
            )
        elif day is not None and (ended := _ended(view, day)):
            yield _gate(view, question, f"{ended}, vóór de volgende keer ({plain_date(day)})", _NO_CARE)
    outcomes = outcomes_of(view)
    asked = (q.id for section in view.format.sections for q in section.questions if q.kind is K.GOAL_OUTCOMES)
    for question in asked:
        for goal in view.goals:
            said = outcomes.get(goal.id, GoalOutcome())
            day = new_day_of(said)
            goes_on = decision_of(said) in (Decision.CONTINUE, Decision.ADJUST)
            if goes_on and day is not None and day <= talk:
                words = f"Doel {goal.number}: de nieuwe datum ({plain_date(day)}) ligt niet na dit gesprek"
                yield _gate(view, question, words, _NEXT)
    yield from _looked_again(view, talk)


def _looked_again(view: PlanView, talk: date) -> Iterator[Gate]:
    """A new day of a risk that has passed by then; a day that stood there already is not said again."""
    for question in sorted(questions_of(view.format, K.RISK_REVIEWS)):
        for risk in view.risks:
            said = Review.read(view.answer(f"{question}/{risk.id}").value)
            day = read_day(said.again)
            if day is not None and day <= talk and said.then != ENDS and day != risk.look_again_on:
                words = f"Risico “{risk.what}”: opnieuw kijken op {plain_date(day)} ligt niet na dit gesprek"
                yield _gate(view, question, words, _PASSED)


def _ended(view: PlanView, day: date) -> str:
    """That nobody in this plan had care any more on this day, as words; "" when somebody had."""
    ends = [_end_of(client) for client in view.clients or ((view.client,) if view.client else ())]
    known = [end for end in ends if end is not None and end[0] < day]
    if not ends or len(known) < len(ends):
        return ""
    return max(known)[1]


def _end_of(client: ClientView) -> tuple[date, str] | None:
    name, died = client.person.short_name, client.person.deceased_on
    if died is not None:
        return died, f"{name} is overleden op {plain_date(died)}"
    if client.care_ended_on is not None:
        return client.care_ended_on, f"De zorg voor {name} stopte op {plain_date(client.care_ended_on)}"
    return None


_ONCE = "Voor de termijnen telt één keer per dag. Klopt de datum?"
_NEXT = "Dan staat er geen nieuwe dag in de agenda. Klopt de datum?"
_PASSED = "Dan staat het risico meteen weer open om te bekijken. Klopt de datum?"
_NO_CARE = "Er lopen dan geen termijnen meer. Samen terugkijken mag. Klopt de datum?"
_BEFORE = "Een evaluatie telt voor de termijnen pas na het vaststellen. Klopt de datum?"


def _of(
    session: ReadSession, formats: FormatLibrary, view: PlanView, question: str, before: PlanView | None
) -> Iterator[Gate]:
    day, _ = day_and_moment(view.answer(question).value)
    if day is None or view.parent is None:
        return
    versions = plan_reading.versions(session, view.parent.id)
    if not versions:
        yield _gate(view, question, "Dit plan is nog niet vastgesteld", _BEFORE)
    elif day < versions[0].adopted_on:
        adopted = plain_date(versions[0].adopted_on)
        yield _gate(view, question, f"De dag ligt voor het vaststellen van het plan ({adopted})", _BEFORE)
    mine = day_and_moment(before.answer(question).value)[0] if before is not None else None
    ended = _ended(view, day)
    if ended:
        yield _gate(view, question, f"{ended}, vóór dit gesprek", _NO_CARE)
    if _others_on(session, formats, view, day, mine=mine == day):
        words = f"Op {plain_date(day)} staat al een evaluatie van dit plan"
        yield _gate(view, question, words, _ONCE)


def _others_on(session: ReadSession, formats: FormatLibrary, view: PlanView, day: date, *, mine: bool) -> int:
    """How many other evaluations of the same sort stand on this day; `mine`: this one is among them.

    An older program kept a day without its sort: as many of those as there are reports of the Wzd are theirs.
    """
    assert view.parent is not None
    told = Counter(row.subject for row in done_rows(session, view.parent.id, EVALUATION) if row.on == day)
    if not told:
        return 0
    told[sort_of(view)] -= mine
    of_wzd = min(told[""], _reports_of_wzd(session, formats, view, day))
    return of_wzd if looks_at_involuntary_care(view.format) else told[ORDINARY] + told[""] - of_wzd


def _reports_of_wzd(session: ReadSession, formats: FormatLibrary, view: PlanView, day: date) -> int:
    """How many other finished reports of this day look at the involuntary care."""
    assert view.parent is not None
    found = 0
    for row in annex_records(session, [view.parent.id]):
        known = row.version and row.id != view.id and formats.has(row.format_id, row.format_version)
        annex = formats.get(row.format_id, row.format_version) if known else None
        if annex is not None and looks_at_involuntary_care(annex):
            found += talked_on(annex, row, values(session, [row.id]).get(row.id, {})) == day
    return found


def _gate(view: PlanView, question: str, words: str, why: str) -> Gate:
    section = section_of(view.format, question)
    return Gate(
        f"{section}.{question}.{len(words)}",
        words,
        why,
        blocks=False,
        section_id=section,
        question_id=question,
    )
