"""What finishing a talk will do with what is agreed in it, in words, and what has no place in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from planbureau.formats.lookup import section_of
from planbureau.formats.reviews import CHANGES
from planbureau.rules.talk_agreed import Agreed, agreed_in
from planbureau.services.annexes.agreed import Agreeing, reviewed, tables_of
from planbureau.services.api.requests import Gate
from planbureau.views import PlanView

_NO_LIST = (
    "Dit plan heeft geen lijst van vaste afspraken. Vul het nummer van een doel in, of laat het zo staan."
)
_NO_GOAL = "Het wordt een vaste afspraak. Klopt het nummer van het doel?"


def effects(view: PlanView, about: Agreeing) -> tuple[str, ...]:
    """One line for each agreement or action that the plan gets, changes or loses."""
    if about.closed:
        return ()
    changed = [
        f"Vaste afspraak {'verandert' if said.then == CHANGES else 'stopt'}: {one.what}"
        for one, said in reviewed(view)
    ]
    return (*changed, *(_line(said, about) for _, said in _said(view) if about.has_place(said)))


def _line(said: Agreed, about: Agreeing) -> str:
    if about.goal_of(said):
        return f"Nieuwe actie bij doel {said.goal}: {said.what}"
    return f"Nieuwe vaste afspraak: {said.what}"


def gates(view: PlanView, about: Agreeing) -> Iterator[Gate]:
    """What stays in the report only, or goes elsewhere than was meant; none of it blocks."""
    for table, said in _said(view) if not about.closed else ():
        if not about.has_place(said):
            yield _gate(view, table, said, "komt niet in het plan", _NO_LIST)
        elif said.goal is not None and not about.goal_of(said):
            yield _gate(view, table, said, f"doel {said.goal} staat niet in het plan", _NO_GOAL)


def _said(view: PlanView) -> Iterator[tuple[str, Agreed]]:
    annex = view.format.annex
    for table in tables_of(annex.on_finish if annex is not None else ()):
        for said in agreed_in(view.answer(table).value).values():
            yield table, said


def _gate(view: PlanView, table: str, said: Agreed, words: str, why: str) -> Gate:
    section = section_of(view.format, table)
    return Gate(
        f"{section}.{table}.{said.row_id}",
        f"Afspraak “{said.what}”: {words}",
        why,
        blocks=False,
        section_id=section,
        question_id=table,
    )
