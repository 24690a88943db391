"""A statement of somebody's own in the file: it answers the request to add it (RCT-03)."""

from __future__ import annotations

from datetime import date

from planbureau.model.reading.requests import open_requests
from planbureau.model.rows import RequestRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.deadlines import RequestKind
from planbureau.views import PlanView


def add(work: UnitOfWork, view: PlanView, received: date, on: date) -> None:
    """Settles the request of each client for which it stands open; without one it is written down as done."""
    for client in view.clients:
        waiting = _waiting(work.session, client.id, received)
        if waiting is not None:
            work.change(waiting, {"done_on": on.isoformat()})
        else:
            work.create(
                RequestRow,
                {
                    "client_id": client.id,
                    "request_kind": RequestKind.OWN_STATEMENT.name,
                    "asked_on": received.isoformat(),
                    "requester": "",
                    "written": True,
                    "done_on": on.isoformat(),
                    "note": "",
                },
            )
        work.touch(client.id)


def _waiting(session: ReadSession, client_id: str, received: date) -> RequestRow | None:
    """The oldest open request that was made on or before the day of receipt."""
    return next(
        (
            row
            for row in open_requests(session, client_id, RequestKind.OWN_STATEMENT.name)
            if row.asked_on <= received
        ),
        None,
    )
