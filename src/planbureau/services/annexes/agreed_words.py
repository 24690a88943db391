"""What finishing a talk will do with what is agreed in it, in words, and what has no place in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from planbureau.formats.lookup import section_of
from planbureau.formats.moments import read_day
from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.formats.wording import lower_first
from planbureau.rules.dutch import plain_date
from planbureau.rules.talk.agreed import Agreed
from planbureau.services.annexes.agreed import Agreeing, Tables, rows, rows_again, tables_of
from planbureau.services.annexes.finishing import rules_of
from planbureau.services.annexes.reviewed import Looked, reviewed, reviewed_again
from planbureau.services.api.requests import Gate
from planbureau.views import AgreementView, PlanView

_NO_LIST = (
    "Dit plan heeft geen lijst van vaste afspraken. Kies een doel waar het bij hoort, of laat het zo staan."
)
_STAYS = "Wat iemand sinds het verslag in het plan heeft veranderd, blijft zoals het daar staat."
_NO_GOAL = "Het wordt een vaste afspraak. Klopt het nummer van het doel?"


def effects(view: PlanView, about: Agreeing, before: PlanView | None) -> tuple[str, ...]:
    """One line for each agreement, action or risk that the plan gets, changes or loses.

    Of a corrected report those that come out otherwise than in its version `before`.
    """
    if about.closed:
        return ()
    if before is not None:
        lines = tuple(_again(view, about, before))
        return (*lines, _STAYS) if lines else ()
    changed = [_becomes(said, one) for one, said in reviewed(view, about.today)]
    return (*changed, *(_new(said, about) for said in _said(view, about) if about.has_place(said)))


def _again(view: PlanView, about: Agreeing, before: PlanView) -> Iterator[str]:
    for one, _, said in reviewed_again(view, before, about.today):
        yield _becomes(said, one)
    tables = Tables(_tables(view, about), _tables(before, about))
    for was, now in rows_again(about, view, before, tables):
        old, new = (said if said is not None and about.has_place(said) else None for said in (was, now))
        if old is not None and new is not None and about.goal_of(old) == about.goal_of(new):
            yield f"{_name(old, about)} verandert: {old.what}"
            continue
        if old is not None:
            yield f"{_name(old, about)} {'vervalt' if about.goal_of(old) else 'stopt'}: {old.what}"
        if new is not None:
            yield _new(new, about)


def _becomes(said: Review, one: Looked) -> str:
    if isinstance(one, AgreementView):
        becomes = {CHANGES: "verandert", ENDS: "stopt"}.get(said.then, "blijft toch")
        return f"Vaste afspraak {becomes}: {one.what}"
    day = read_day(said.again)
    stays = f"krijgt een nieuwe dag, {plain_date(day)}" if day is not None else "blijft toch"
    return f"Risico {({CHANGES: 'verandert', ENDS: 'gaat uit het plan'}).get(said.then, stays)}: {one.what}"


def _new(said: Agreed, about: Agreeing) -> str:
    return f"Nieuwe {lower_first(_name(said, about))}: {said.what}"


def _name(said: Agreed, about: Agreeing) -> str:
    return f"Actie bij doel {said.goal}" if about.goal_of(said) else "Vaste afspraak"


def gates(view: PlanView, about: Agreeing) -> Iterator[Gate]:
    """What stays in the report only, or goes elsewhere than was meant, once; none of it blocks."""
    return iter({gate.text: gate for gate in _gates(view, about)}.values())


def _gates(view: PlanView, about: Agreeing) -> Iterator[Gate]:
    for said in _said(view, about) if not about.closed else ():
        if not about.has_place(said):
            yield _gate(view, said, "komt niet in het plan", _NO_LIST)
        elif said.goal is not None and not about.goal_of(said):
            yield _gate(view, said, f"doel {said.goal} staat niet in het plan", _NO_GOAL)


def _said(view: PlanView, about: Agreeing) -> Iterable[Agreed]:
    return rows(about, view, _tables(view, about)).values()


def _tables(view: PlanView, about: Agreeing) -> tuple[str, ...]:
    return tables_of(rules_of(view, about.today))


def _gate(view: PlanView, said: Agreed, words: str, why: str) -> Gate:
    section = section_of(view.format, said.question)
    return Gate(
        f"{section}.{said.question}.{said.row_id}",
        f"Afspraak “{said.what}”: {words}",
        why,
        blocks=False,
        section_id=section,
        question_id=said.question,
    )
