"""What a talk said of each agreement and risk that there was: it stays, it changes, or it goes (0037, 0042).

A record follows a corrected report as long as it still reads as the report before said; whatever people wrote
since stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from planbureau.formats import flow
from planbureau.formats.model import QuestionKind
from planbureau.formats.moments import read_day
from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.model import codec
from planbureau.model.reading.annexes import questions_of
from planbureau.model.rows import ActionRow, AgreementRow, RiskRow
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.plan_state import state_of
from planbureau.services.annexes.keeping_from import keep_from
from planbureau.views import AgreementView, PlanView, RiskView

Looked = AgreementView | RiskView
"""What people looked back on, as it read then."""
Row = AgreementRow | RiskRow
_NOTHING = Review()


def reviewed(view: PlanView, today: date) -> Iterable[tuple[Looked, Review]]:
    """Those that change, go, or get another day."""
    return [(one, said) for one, said in _asked(view, today) if said.then or _words(one, said) != _words(one)]


def reviewed_again(view: PlanView, before: PlanView, today: date) -> Iterable[tuple[Looked, Review, Review]]:
    """What was said in the version `before` and is said now, of each that comes out otherwise."""
    then = {one.id: (one, said) for one, said in _asked(before, today)}
    now = {one.id: (one, said) for one, said in _asked(view, today)}
    for name, (one, _) in {**then, **now}.items():
        old, said = (found[name][1] if name in found else _NOTHING for found in (then, now))
        if old.then != said.then or _words(one, old) != _words(one, said):
            yield one, old, said


def _asked(view: PlanView, today: date) -> Iterable[tuple[Looked, Review]]:
    """What a question says that does not show any more, is not said."""
    shown = {one.id for step in flow.steps(view.format, state_of(view, today)) for one in step.questions}
    for kind, records in _looked_at(view):
        for name in sorted(questions_of(view.format, kind) & shown):
            for one in records:
                yield one, Review.read(view.answer(f"{name}/{one.id}").value)


def _looked_at(view: PlanView) -> tuple[tuple[QuestionKind, tuple[Looked, ...]], ...]:
    return (QuestionKind.AGREEMENT_REVIEWS, view.agreements), (QuestionKind.RISK_REVIEWS, view.risks)


def _words(one: Looked, said: Review = _NOTHING) -> dict[str, Any]:
    """How it reads after the talk, as JSON values by field."""
    return _risk(one, said) if isinstance(one, RiskView) else _agreement(one, said)


def _agreement(one: AgreementView, said: Review) -> dict[str, Any]:
    if said.then != CHANGES or not said.reworded:
        return {"what": one.what, "who": one.who, "who_function": one.who_function, "when": one.when}
    return {"what": said.what.strip() or one.what, **_who(said), "when": said.when.strip()}


def _risk(one: RiskView, said: Review) -> dict[str, Any]:
    again, new = one.look_again_on, read_day(said.again)
    day = new if said.then == CHANGES and said.reworded else again if said.then else new or again
    looked = {"look_again_on": day.isoformat() if day is not None else None}
    if said.then != CHANGES or not said.reworded:
        names = ("what", "signs", "measures", "likelihood", "impact", "who", "who_function")
        return {**{name: getattr(one, name) for name in names}, **looked}
    return {
        "what": said.what.strip() or one.what,
        "signs": said.signs.strip(),
        "measures": said.measures.strip(),
        "likelihood": said.likelihood,
        "impact": said.impact,
        **_who(said),
        **looked,
    }


def _who(said: Review) -> dict[str, Any]:
    return {"who": said.person, "who_function": "" if said.person else said.function.strip()}


def change(work: UnitOfWork, view: PlanView, one: Looked, said: Review) -> bool:
    """Writes what was said of one; whether anything changed."""
    row = _row(work, one)
    if row.removed:
        return False
    if said.then == ENDS:
        work.remove(row)
        return True
    fields = differing(row, _words(one, said))
    work.change(row, fields)
    _keep_words_from(work, view, row, said)
    return bool(fields)


def say_again(work: UnitOfWork, view: PlanView, one: Looked, old: Review, said: Review) -> bool:
    """Lets a record follow the corrected report, if it is still as the earlier report left it."""
    row = _row(work, one)
    if row.removed != (old.then == ENDS) or (not row.removed and differing(row, _words(one, old))):
        return False
    if said.then == ENDS:
        work.remove(row)
    else:
        work.change(row, {"removed": False, **differing(row, _words(one, said))})
        _keep_words_from(work, view, row, said)
    return True


def _row(work: UnitOfWork, one: Looked) -> Row:
    return work.get(RiskRow, one.id) if isinstance(one, RiskView) else work.get(AgreementRow, one.id)


def _keep_words_from(work: UnitOfWork, view: PlanView, row: Row, said: Review) -> None:
    """What became of it in other words is not for whom those words are not."""
    if said.then == CHANGES:
        kind = next(kind for kind, records in _looked_at(view) if row.id in {one.id for one in records})
        asked = questions_of(view.format, kind)
        keep_from(work, view, [f"{name}/{row.id}" for name in asked], row)


def differing(row: Row | ActionRow, fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that a record does not have so."""
    return {name: value for name, value in fields.items() if codec.to_json(getattr(row, name)) != value}
