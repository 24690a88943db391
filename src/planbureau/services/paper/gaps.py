"""What is missing in files on paper: for a talk in the team, with names, initials or codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbureau.model.reading import access
from planbureau.model.reading import people as people_reading
from planbureau.services.api.requests import GapsPrint
from planbureau.services.context import Context
from planbureau.services.paper.naming import Naming
from planbureau.services.sighting import guarded_plans
from planbureau.views import GapRow

if TYPE_CHECKING:
    from planbureau.documents.editions.gaps import GapsOnPaper


def gaps_on_paper(context: Context, request: GapsPrint) -> GapsOnPaper:
    """Everything for the print; what is about a guarded plan stays away, and the paper says so."""
    from planbureau.documents.editions.gaps import GapsOnPaper

    with context.reading() as session:
        plans = set(guarded_plans(session, context.formats))
        guarded = plans | access.annexes_of(session, plans)
        rows = [row for row in request.rows if row.plan_id not in guarded]
        naming = Naming(session, request.names, {*map(_subject, rows), request.subject_id})
        told: dict[str, list[tuple[GapRow, str, str]]] = {}
        for row in rows:  # two families of one name are two files
            told.setdefault(_subject(row), []).append(_told(row, naming))
        files = [(naming.whose(subject), group) for subject, group in told.items()]
        return GapsOnPaper(
            files=files,
            chosen=naming.text(request.chosen),
            whose=naming.whose(request.subject_id),
            organisation=people_reading.organisation(session).name,
            today=context.today(),
            left_out=len(rows) < len(request.rows),
        )


def _subject(row: GapRow) -> str:
    return row.client_id or row.household_id


def _told(row: GapRow, naming: Naming) -> tuple[GapRow, str, str]:
    """The row with the words of what it is about, and of the reason why it is no gap."""
    about = "\n".join(part for part in (row.goal_label, row.plan_title) if part)
    return row, naming.text(about), naming.text(row.answer)
