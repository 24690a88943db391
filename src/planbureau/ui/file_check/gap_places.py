"""Where something that is missing is put right, and what the button there says."""

from __future__ import annotations

from planbureau.rules.dutch import plain_date
from planbureau.rules.file_check import Gap, GapKind
from planbureau.ui.places import (
    AdoptPlan,
    OpenAnnexes,
    OpenClient,
    OpenFileCheck,
    OpenMatrix,
    OpenNotes,
    OpenPlan,
    Place,
)
from planbureau.views import GapRow

_BUTTONS = {
    GapKind.NO_WISH: "Doel openen",
    GapKind.NO_MEASURE: "Doel openen",
    GapKind.NO_ACTION: "Doel openen",
    GapKind.NO_NOTE: "Rapporteren",
    GapKind.NOT_DECIDED: "Naar de verslagen",
    GapKind.NO_AGREEMENT: "Naar het akkoord",
    GapKind.NO_TALK_NOTE: "Naar het akkoord",
    GapKind.EVALUATION_LATE: "Naar de verslagen",
    GapKind.REPORT_OPEN: "Verslag openen",
    GapKind.VERSION_OLD: "Plan openen",
    GapKind.WISH_ALONE: "Wens openen",
    GapKind.NO_PLAN: "Cliënt openen",
}


def button_of(kind: GapKind) -> str:
    """The words on the button."""
    return _BUTTONS[kind]


def words_of(gap: Gap) -> str:
    """What is missing, with the day from which it is."""
    return f"{gap.kind.word} sinds {plain_date(gap.since)}" if gap.since else gap.kind.word


def why_of(gap: Gap) -> str:
    """How firm the expectation is, and where it comes from."""
    return gap.kind.why


def place_of(row: GapRow, came_from: OpenFileCheck) -> Place:
    """The place where this is put right."""
    match row.gap.kind:
        case GapKind.NO_NOTE:
            return OpenNotes(
                row.client_id, row.household_id, write=True, came_from=came_from, about=row.goal_id
            )
        case GapKind.NOT_DECIDED | GapKind.EVALUATION_LATE:
            return OpenAnnexes(row.plan_id)
        case GapKind.REPORT_OPEN:
            return OpenPlan(row.gap.record_id)
        case GapKind.NO_AGREEMENT | GapKind.NO_TALK_NOTE:
            return AdoptPlan(row.plan_id)
        case GapKind.VERSION_OLD:
            return OpenPlan(row.plan_id)
        case GapKind.WISH_ALONE:
            return OpenPlan(row.plan_id, question_id=row.gap.record_id.partition("/")[0])
        case GapKind.NO_PLAN:
            return OpenClient(row.client_id)
    return OpenMatrix(plan_id=row.plan_id, goal_id=row.goal_id)
