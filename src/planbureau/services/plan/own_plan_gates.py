"""A personal plan that was handed in and of which the care plan does not say how it was used (Wlz 8.1.3)."""

from __future__ import annotations

from planbureau.errors import NotFoundError
from planbureau.formats.frame import FRAME_ID
from planbureau.formats.library import FormatLibrary
from planbureau.model.reading.lists import plan_rows
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.offers.own_plan import is_personal_plan
from planbureau.services.api import Gate
from planbureau.services.plan.place import place_of
from planbureau.views import PlanView

HANDED_IN = "persoonlijk_plan_ingeleverd"
"""The flag of a plan type that asks how a personal plan was used."""


def own_plan_gates(session: ReadSession, formats: FormatLibrary, view: PlanView) -> list[Gate]:
    """One gate for a plan of the client itself, under the same law, that this plan does not know of."""
    if HANDED_IN not in view.format.flags or HANDED_IN in view.flags:
        return []
    ids = [client.id for client in view.clients]
    rows = [
        row for row in plan_rows(session, ids) if _is_own(formats, row) and {*row.regimes} & {*view.regimes}
    ]
    if not ids or not rows:
        return []
    return [
        Gate(
            f"{FRAME_ID}.{HANDED_IN}",
            "De cliënt leverde een persoonlijk plan in. Zet dat aan in de eerste stap",
            f"Het gaat om {place_of(rows[0])}. Het zorgplan zegt dan per deel hoe het is gebruikt.",
            blocks=False,
            section_id=FRAME_ID,
            question_id=FRAME_ID,
            source="Wlz 8.1.3 lid 2",
        )
    ]


def _is_own(formats: FormatLibrary, row: PlanRecord) -> bool:
    """Whether the client handed this plan in."""
    try:
        plan_format = formats.get(row.format_id, row.format_version)
    except NotFoundError:  # its format file is gone: the plan itself says so when it opens
        return False
    return row.version > 0 and is_personal_plan(plan_format)
