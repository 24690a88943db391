"""Typed text on its way to a revision: kept within two seconds, found again at unlock by who typed it.

What somebody else typed is not shown as one's own. Only of a person who may no longer open the vault it is,
with their name: nothing that was typed gets lost.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, bindparam, delete, select
from sqlalchemy.orm import Session

from planbureau.model.columns import Base
from planbureau.model.reading.people import full_name
from planbureau.model.reading.user import people_with_access
from planbureau.model.rows import DraftRow
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.views import DraftView

OF_NO_PLAN = ""
"""Stands for the plan in the drafts of forms about people."""


_DRAFTS = Base.metadata.tables[DraftRow.__tablename__]
_ALL = select(_DRAFTS.c.plan_id, _DRAFTS.c.key, _DRAFTS.c.author)
_DROP = delete(_DRAFTS).where(
    _DRAFTS.c.plan_id == bindparam("of_plan"),
    _DRAFTS.c.key == bindparam("of_key"),
    _DRAFTS.c.author == bindparam("of_author"),
)


def put(work: UnitOfWork, plan_id: str, key: str, text: str, *, author: str) -> None:
    """Keeps what was typed for this answer so far."""
    row = DraftRow(plan_id=plan_id, key=key, author=author, text=text, at=work.now())
    work.session.merge(row)
    if (known := work.on_disk.drafts) is not None:
        work.on_disk = work.on_disk._replace(drafts=known | {(plan_id, key, author)})


def drop(work: UnitOfWork, plan_id: str, key: str, *, author: str) -> None:
    """Forgets a draft of one person: it became a revision, or they chose to leave it."""
    known, one = _known(work), (plan_id, key, author)
    if one in known:
        work.connection.execute(_DROP, {"of_plan": plan_id, "of_key": key, "of_author": author})
    work.on_disk = work.on_disk._replace(drafts=known - {one})


def drop_shown(work: UnitOfWork, plan_id: str, key: str, *, reader: str) -> None:
    """Forgets a draft that was shown to `reader`, also when it is of somebody who left."""
    shown = _shown_to(work.session, reader)
    work.session.execute(delete(DraftRow).where(DraftRow.plan_id == plan_id, DraftRow.key == key, shown))
    work.on_disk = work.on_disk._replace(drafts=None)


def _known(work: UnitOfWork) -> frozenset[tuple[str, str, str]]:
    """Of which answers there is a draft: a field that is saved need not look for it again."""
    if (known := work.on_disk.drafts) is not None:
        return known
    return frozenset((plan, key, author) for plan, key, author in work.connection.execute(_ALL))


def found(session: Session, plan_id: str = "", *, reader: str) -> tuple[DraftView, ...]:
    """The drafts of one plan, or of all plans, that are for `reader`."""
    mine = DraftRow.plan_id == plan_id if plan_id else DraftRow.plan_id != OF_NO_PLAN
    return _views(session, mine, reader)


def found_outside_plans(session: Session, *, reader: str) -> tuple[DraftView, ...]:
    """The drafts that belong to no plan, those of forms, that are for `reader`."""
    return _views(session, DraftRow.plan_id == OF_NO_PLAN, reader)


def anybody_types_in(session: Session, plan_id: str) -> bool:
    """Whether somebody, whoever it is, has a draft in this plan."""
    return (
        session.scalars(select(DraftRow.key).where(DraftRow.plan_id == plan_id).limit(1)).first() is not None
    )


def _shown_to(session: Session, reader: str) -> ColumnElement[bool]:
    return DraftRow.author.not_in(people_with_access(session) - {reader})


def _views(session: Session, wanted: ColumnElement[bool], reader: str) -> tuple[DraftView, ...]:
    rows = session.scalars(
        select(DraftRow).where(wanted, _shown_to(session, reader)).order_by(DraftRow.at)
    ).all()
    return tuple(
        DraftView(row.plan_id, row.key, row.text, row.at, _name(session, row.author, reader)) for row in rows
    )


def _name(session: Session, author: str, reader: str) -> str:
    """Of whom it is, when it is not the reader's own."""
    return full_name(session, author) if author != reader else ""
