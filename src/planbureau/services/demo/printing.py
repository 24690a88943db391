"""Every plan of a vault on paper, in each edition that suits it."""

from __future__ import annotations

from pathlib import Path

from planbureau.errors import InvalidInputError
from planbureau.formats.model import Access, QuestionKind
from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.views import PlanRow, PlanView


def print_all(workspace: Workspace, folder: Path) -> tuple[Path, ...]:
    """Prints all plans into `folder`, and names the files. Raises PrintError, InvalidInputError.

    The names tell the plan and the edition, and a number per plan: a list of files is no list of clients.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise InvalidInputError(
            "De map voor de afdrukken kan niet worden gemaakt.", "Kies een andere map."
        ) from problem
    made = []
    rows = sorted(workspace.plans.rows(), key=lambda row: (row.format_id, row.subject_name, row.id))
    for number, row in enumerate(rows, start=1):
        view = workspace.plans.plan(row.id)
        for edition in editions_of(view):
            printed = workspace.prints.render(PrintRequest(row.id, edition, _version(row)))
            path = folder / f"{number:02d}-{printed.file_name}"
            workspace.prints.save(printed, path)
            made.append(path)
    return tuple(made)


def editions_of(view: PlanView) -> tuple[Edition, ...]:
    """The editions that make sense for a plan.

    A goal matrix only where the plan has one, and no first agreements of a shielded plan.
    """
    has_matrix = any(
        question.kind is QuestionKind.GOAL_MATRIX
        for section in view.format.sections
        for question in section.questions
    )
    start = () if view.format.access is Access.LISTED else (Edition.START,)
    return (Edition.PROFESSIONAL, Edition.EASY, *start, *((Edition.MATRIX,) if has_matrix else ()))


def _version(row: PlanRow) -> int | None:
    return row.version if row.status == "active" else None
