"""What finishing a talk will do with what is agreed in it, in words, and what has no place in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planbureau.formats.lookup import section_of
from planbureau.formats.reviews import CHANGES, ENDS, Review
from planbureau.formats.wording import lower_first
from planbureau.rules.talk.agreed import Agreed, agreed_in
from planbureau.services.annexes.agreed import Agreeing, reviewed, reviewed_again, rows_again, tables_of
from planbureau.services.api.requests import Gate
from planbureau.views import PlanView

_NO_LIST = (
    "Dit plan heeft geen lijst van vaste afspraken. Vul het nummer van een doel in, of laat het zo staan."
)
_STAYS = "Wat iemand sinds het verslag in het plan heeft veranderd, blijft zoals het daar staat."
_NO_GOAL = "Het wordt een vaste afspraak. Klopt het nummer van het doel?"


def effects(view: PlanView, about: Agreeing, before: PlanView | None) -> tuple[str, ...]:
    """One line for each agreement or action that the plan gets, changes or loses.

    Of a corrected report those that come out otherwise than in its version `before`.
    """
    if about.closed:
        return ()
    if before is not None:
        lines = tuple(_again(view, about, before))
        return (*lines, _STAYS) if lines else ()
    changed = [_becomes(said, one.what) for one, said in reviewed(view)]
    return (*changed, *(_new(said, about) for said in _said(view) if about.has_place(said)))


def _again(view: PlanView, about: Agreeing, before: PlanView) -> Iterator[str]:
    for one, _, said in reviewed_again(view, before):
        yield _becomes(said, one.what)
    for was, now in rows_again(view, before, _tables(view)):
        old, new = (said if said is not None and about.has_place(said) else None for said in (was, now))
        if old is not None and new is not None and about.goal_of(old) == about.goal_of(new):
            yield f"{_name(old, about)} verandert: {old.what}"
            continue
        if old is not None:
            yield f"{_name(old, about)} {'vervalt' if about.goal_of(old) else 'stopt'}: {old.what}"
        if new is not None:
            yield _new(new, about)


def _becomes(said: Review, what: str) -> str:
    becomes = {CHANGES: "verandert", ENDS: "stopt"}.get(said.then, "blijft toch")
    return f"Vaste afspraak {becomes}: {what}"


def _new(said: Agreed, about: Agreeing) -> str:
    return f"Nieuwe {lower_first(_name(said, about))}: {said.what}"


def _name(said: Agreed, about: Agreeing) -> str:
    return f"Actie bij doel {said.goal}" if about.goal_of(said) else "Vaste afspraak"


def gates(view: PlanView, about: Agreeing) -> Iterator[Gate]:
    """What stays in the report only, or goes elsewhere than was meant; none of it blocks."""
    for said in _said(view) if not about.closed else ():
        if not about.has_place(said):
            yield _gate(view, said, "komt niet in het plan", _NO_LIST)
        elif said.goal is not None and not about.goal_of(said):
            yield _gate(view, said, f"doel {said.goal} staat niet in het plan", _NO_GOAL)


def _said(view: PlanView) -> Iterator[Agreed]:
    for table in _tables(view):
        yield from agreed_in(view.answer(table).value, table).values()


def _tables(view: PlanView) -> tuple[str, ...]:
    annex = view.format.annex
    return tables_of(annex.on_finish if annex is not None else ())


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
