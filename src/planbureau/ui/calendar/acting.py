"""What the first button of a deadline does: the page it goes to, begun there when something has to begin."""

from __future__ import annotations

from planbureau.formats.frame import FRAME_ID
from planbureau.rules.deadlines.acts import Act
from planbureau.services.api import Workspace
from planbureau.ui.places import (
    AdoptPlan,
    OpenAnnexes,
    OpenClient,
    OpenForm,
    OpenPlan,
    OpenSettings,
    Place,
    PrintPlan,
)
from planbureau.views import AnnexRow, DeadlineRow, FormKey


def act_label(row: DeadlineRow, workspace: Workspace) -> str:
    """The word on the button; a plan that was adopted goes on as a new version."""
    deadline = row.deadline
    if deadline.act is Act.RECORD:
        kinds = {kind.id: kind.title for kind in workspace.annexes.kinds(row.plan_id)}
        title = kinds.get(deadline.annex)
        if title and _begun(workspace, row.plan_id, deadline.annex) is not None:
            return f"Verder met: {title}"
        return f"Begin: {title}" if title else "Naar verslagen en bijlagen"
    if deadline.act is Act.ADOPT and workspace.plans.row(row.plan_id).status == "active":
        return "Nieuwe versie maken"
    return str(deadline.act.value)


def act_place(row: DeadlineRow, workspace: Workspace) -> Place:
    """Where the button goes; a report or a new version is begun first.

    Raises PlanbureauError when that cannot be written; then nothing was changed.
    """
    plan_id, deadline = row.plan_id, row.deadline
    act = deadline.act
    if act is Act.FRAME:
        return OpenPlan(plan_id, FRAME_ID, FRAME_ID)
    if act is Act.ADOPT:
        return _adopt(workspace, plan_id)
    if act is Act.RECORD:
        return _record(workspace, plan_id, deadline.annex)
    if act is Act.PRINT:
        plan = workspace.plans.row(plan_id)
        return PrintPlan(plan_id, version=plan.version if plan.status == "active" else 0)
    if act is Act.REQUEST:
        return _request(workspace, row)
    if act is Act.PEOPLE:
        return OpenClient(row.client_id) if row.client_id else OpenClient(household_id=row.household_id)
    return OpenSettings() if act is Act.OVERVIEW else OpenPlan(plan_id)


def _adopt(workspace: Workspace, plan_id: str) -> Place:
    plan = workspace.plans.row(plan_id)
    if plan.status == "closed":
        return OpenPlan(plan_id)
    if plan.status == "active":
        workspace.plans.start_next_version(plan_id)
        return OpenPlan(plan_id)
    return AdoptPlan(plan_id)


def _record(workspace: Workspace, plan_id: str, annex: str) -> Place:
    """One that somebody works on already is gone on with."""
    begun = _begun(workspace, plan_id, annex)
    if begun is not None:
        return OpenPlan(begun.id)
    if annex not in {kind.id for kind in workspace.annexes.kinds(plan_id)}:
        return OpenAnnexes(plan_id)
    return OpenPlan(workspace.annexes.start(plan_id, annex)[0])


def _begun(workspace: Workspace, plan_id: str, annex: str) -> AnnexRow | None:
    rows = workspace.annexes.rows(plan_id)
    return next((one for one in rows if one.format_id == annex and one.status != "active"), None)


def _request(workspace: Workspace, row: DeadlineRow) -> Place:
    clients = workspace.clients
    ids = [row.client_id] if row.client_id else []
    if not ids and row.household_id:
        ids = [one.client_id for one in clients.household(row.household_id).members if one.client_id]
    for client_id in ids:
        if any(one.id == row.deadline.subject for one in clients.requests(client_id)):
            return OpenForm(FormKey("request", client_id, row.deadline.subject))
    return OpenClient(row.client_id, row.household_id)
