"""The goal matrix on paper: result areas or life domains by people, on its side (rules D1, D2.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from planbureau.documents.blocks import (
    Block,
    Column,
    Document,
    Edition,
    Heading,
    Matrix,
    MatrixCell,
    MatrixRow,
    Page,
    PaperSize,
    Paragraph,
    Status,
    Table,
    TextStyle,
)
from planbureau.documents.editions.areas import OTHER, Area, area_of, area_title, areas
from planbureau.documents.editions.fitting import page_count
from planbureau.documents.editions.head import footer, left_out_notice, professional_cover
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.statuses import goal_status, printed_goals
from planbureau.rules.people.names import join_names
from planbureau.views import GoalView

EVERYONE = "Hele gezin"
NOT_CHOSEN = "Nog niemand gekozen"
EVERYBODY, NOBODY = "", "-"
"""The ids of their columns; every other column has the id of a person."""
MOST_ON_A4 = 8
_LEGEND = (
    "Staat er een teken in een vak, dan is daar een doel gekozen. Het cijfer is het nummer van het doel, "
    "de letters zijn de acties die erbij horen. Het teken en het woord zeggen hoe het doel ervoor staat."
)


@dataclass(frozen=True)
class Person:
    """A column: somebody, the whole family, or the goals of a family for which nobody was chosen yet."""

    id: str
    name: str


def matrix_edition(paper: Paper, *, left_out: bool) -> Document:
    """The matrix with its legend and the list of goals; A3 when there are more than eight columns."""
    people = people_of(paper)
    size = PaperSize.A3 if len(people) > MOST_ON_A4 else PaperSize.A4
    title = "Doelenmatrix"
    cover = professional_cover(paper)
    empty = Document(
        title=title,
        blocks=tuple(left_out_notice(left_out=left_out)),
        subject=f"{title} van {paper.view.subject_name}",
        author=cover.organisation,
        edition=Edition.PROFESSIONAL,
        cover=type(cover)(cover.organisation, cover.subtitle, status=cover.status),
        footer=footer(paper, title),
        page=matrix_page(size),
    )
    return with_matrix(empty, matrix_block(paper), _LEGEND, _goal_list(paper))


def with_matrix(
    document: Document, block: Matrix | None, legend: str, after: Sequence[Block], *, several: bool = False
) -> Document:
    """`document` with the matrix and what comes `after` it.

    All areas have a row, except when the matrix would then go on on another page than without them.
    """
    if block is None:
        return replace(document, blocks=(*document.blocks, *after))
    whole, named = (large_matrix(block, legend, several=trimmed) for trimmed in (several, True))

    def pages(matrix: Sequence[Block]) -> int:
        return page_count(replace(document, blocks=(*document.blocks, *matrix)), pictures=False)

    spills = whole != named and pages(whole) > pages(named)
    return replace(document, blocks=(*document.blocks, *(named if spills else whole), *after))


def matrix_page(size: PaperSize) -> Page:
    """On its side; an A3 with small margins, because who takes one has much to show."""
    return Page(size, landscape=True, narrow=size is PaperSize.A3)


def large_matrix(block: Matrix, legend: str, *, several: bool = False) -> list[Block]:
    """The matrix with its legend; beyond what fits on one A4 only who has goals, the others by name.

    Of `several` plans together each brings its own areas: those without a goal are named as well.
    """
    empty = MatrixCell()
    many = len(block.columns) > MOST_ON_A4
    rows = tuple(row for row in block.rows if any(cell != empty for cell in row.cells))
    if not rows or not (many or several):
        return [block, Paragraph(legend, TextStyle.HINT)]
    every = range(len(block.columns))
    used = [at for at in every if any(row.cells[at] != empty for row in rows)] if many else list(every)
    filled = replace(
        block,
        columns=tuple(block.columns[at] for at in used),
        rows=tuple(MatrixRow(row.header, tuple(row.cells[at] for at in used)) for row in rows),
    )
    people = [name for at, name in enumerate(block.columns) if at not in used]
    headers = [row.header for row in block.rows if row not in rows]
    lines = [
        legend,
        f"Zonder doel: {join_names(people)}." if people else "",
        f"Geen doel bij: {join_names(headers)}." if headers else "",
    ]
    return [filled, Paragraph(" ".join(line for line in lines if line), TextStyle.HINT)]


def matrix_block(paper: Paper, *, only_used: bool = False) -> Matrix | None:
    """All areas by all people; with `only_used` the areas and people without a goal are left out."""
    goals, people, rows = printed_goals(paper), people_of(paper), list(areas(paper))
    if any(area_of(goal, paper) is None for goal in goals):
        rows.append(Area("", OTHER))
    if only_used:
        used = {row_id(goal, paper) for goal in goals}
        rows = [one for one in rows if one.id in used]
        people = [one for one in people if any(is_for(goal, one, paper) for goal in goals)]
    if not people or not rows or (only_used and not goals):
        return None
    word = "Leefgebied" if by_domain(paper) else "Gebied"
    return Matrix(
        corner=word,
        columns=tuple(one.name for one in people),
        rows=tuple(
            MatrixRow(
                area.title,
                tuple(
                    _cell([g for g in goals if row_id(g, paper) == area.id and is_for(g, one, paper)], paper)
                    for one in people
                ),
            )
            for area in rows
        ),
    )


def _cell(goals: Sequence[GoalView], paper: Paper) -> MatrixCell:
    """The sign with number and letters of each goal; below it the word, with the whole width to itself."""
    found = [(goal, goal_status(goal, paper)) for goal in goals]
    signs = tuple(Status(status.icon, letters(goal), status.tone) for goal, status in found)
    words = (f"{goal.number} {status.word}" if len(found) > 1 else status.word for goal, status in found)
    return MatrixCell(signs, "\n".join(words))


def letters(goal: GoalView) -> str:
    """The number of a goal with the letters of its actions: "2: a, b"."""
    found = ", ".join(action.letter for action in goal.live_actions)
    return f"{goal.number}: {found}" if found else str(goal.number)


def people_of(paper: Paper) -> list[Person]:
    """The members of the family, or the client, and everyone else who has a goal."""
    found: dict[str, str] = {}
    view = paper.view
    if paper.is_household and view.household is not None:
        found |= {one.person.id: one.person.short_name for one in view.household.members}
    elif view.client is not None:
        found[view.client.person.id] = view.client.person.short_name
    for goal in printed_goals(paper):
        for person_id in goal.for_whom:
            if person_id not in found and (name := paper.short_name(person_id)):
                found[person_id] = name
    people = [Person(person_id, name) for person_id, name in found.items()]
    goals = printed_goals(paper)
    if any(for_everyone(goal, paper) for goal in goals):
        people.append(Person(EVERYBODY, EVERYONE))
    if any(for_nobody_yet(goal, paper) for goal in goals):
        people.append(Person(NOBODY, NOT_CHOSEN))
    return people


def for_everyone(goal: GoalView, paper: Paper) -> bool:
    """Whether a goal is for the whole family."""
    household = paper.view.household
    if not paper.is_household or household is None:
        return False
    members = {one.person.id for one in household.members}
    return len(members) > 1 and members <= set(goal.for_whom)


def for_nobody_yet(goal: GoalView, paper: Paper) -> bool:
    """Whether nobody was chosen for a goal of a family; in the plan of a client it is the client's."""
    return paper.is_household and paper.view.household is not None and not goal.for_whom


def for_whom(goal: GoalView, paper: Paper) -> str:
    """Whose goal it is, in words for a list."""
    names = paper.names(goal.for_whom)
    return names or (NOT_CHOSEN if for_nobody_yet(goal, paper) else paper.call_name)


def is_for(goal: GoalView, person: Person, paper: Paper) -> bool:
    """Whether a goal stands in the column of this person."""
    if for_everyone(goal, paper):
        return person.id == EVERYBODY
    if for_nobody_yet(goal, paper):
        return person.id == NOBODY
    if not goal.for_whom and paper.view.client is not None:
        return person.id == paper.view.client.person.id
    return person.id in goal.for_whom


def row_id(goal: GoalView, paper: Paper) -> str:
    """The row of a goal; empty when it belongs to none."""
    area = area_of(goal, paper)
    return area.id if area else ""


def by_domain(paper: Paper) -> bool:
    """Whether the rows are the life domains of the plan type."""
    codes = {one.code for one in paper.context.goal_library.areas}
    return not any(one.id in codes for one in areas(paper))


def _goal_list(paper: Paper) -> list[Block]:
    goals = printed_goals(paper)
    if not goals:
        return [Paragraph("Er zijn nog geen doelen gekozen.", TextStyle.HINT)]
    rows = tuple(
        (
            str(goal.number),
            goal.sentence.strip() or "–",
            for_whom(goal, paper),
            area_title(goal, paper) or OTHER,
            goal_status(goal, paper),
        )
        for goal in goals
    )
    columns = (
        Column("Nr", 0.3), Column("Doel", 3.0), Column("Voor wie", 1.2), Column("Gebied", 1.3),
        Column("Hoe staat het", 1.1),
    )  # fmt: skip
    return [Heading(1, "De doelen"), Table(columns, rows, row_headers=True)]
