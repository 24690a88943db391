"""The goals of several plans together: as one matrix, and each goal over time (rules D1, D4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from planbureau.documents.blocks import (
    Block,
    Column,
    Cover,
    Document,
    Edition,
    Footer,
    GoalFigure,
    Heading,
    KeepTogether,
    Matrix,
    MatrixCell,
    MatrixRow,
    Page,
    Pair,
    PaperSize,
    Paragraph,
    Status,
    StatusLine,
    Table,
    TextStyle,
)
from planbureau.documents.editions.areas import OTHER, area_title, areas
from planbureau.documents.editions.head import left_out_notice
from planbureau.documents.editions.matrix import (
    EVERYBODY,
    MOST_ON_A4,
    NOBODY,
    Person,
    by_domain,
    for_whom,
    is_for,
    letters,
    matrix_page,
    people_of,
    with_matrix,
)
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.scales import TIME_WIDTHS
from planbureau.documents.editions.statuses import goal_status, printed_goals
from planbureau.rules.dutch import plain_date
from planbureau.views import GoalView, LookView
from planbureau.views.series import COLUMNS, picture_of, span_of

MATRIX, IN_TIME = "matrix", "time"
_LEGEND = (
    "Het cijfer is het nummer van het doel, de letters zijn de acties die erbij horen. "
    "Het teken en het woord zeggen hoe het doel ervoor staat."
)
_NO_LOOKS = "Er zijn nog geen kijkmomenten."


@dataclass(frozen=True)
class GoalsOnPaper:
    """What is printed: `shown` are the ids of the goals, `chosen` says in words by which filters.

    `doer` is the one whose work is told, by person id or function; empty is everybody. `about` is the person
    id of the client whom all of it is about; empty is a family, in which nobody is "ik".
    """

    papers: tuple[Paper, ...]
    name: str
    organisation: str
    today: date
    shown: frozenset[str]
    chosen: str = ""
    size: PaperSize | None = None
    left_out: bool = False
    doer: str = ""
    about: str = ""

    def letter(self, at: int) -> str:
        """A, B, ... Z, AA: the letter of a plan; empty when there is one plan."""
        return _letter(at) if len(self.papers) > 1 else ""

    def paper_of(self, goal: GoalView) -> Paper:
        """The plan that a goal stands in. Raises StopIteration for a goal of none of them."""
        return next(paper for paper in self.papers if paper.view.id == goal.plan_id)

    def letter_of(self, goal: GoalView) -> str:
        """The letter of the plan that a goal stands in."""
        return self.letter(self.papers.index(self.paper_of(goal)))

    @property
    def goals(self) -> tuple[tuple[Paper, str, GoalView], ...]:
        """Every goal with its paper and the letter of its plan, which is empty when there is one plan."""
        return tuple(
            (paper, self.letter(at), goal)
            for at, paper in enumerate(self.papers)
            for goal in printed_goals(paper)
            if goal.id in self.shown
        )


def matrix_of_plans(on: GoalsOnPaper) -> Document:
    """Areas by people over all plans, with counts, and the list of goals below it."""
    people = _people(on.papers)
    size = on.size or (PaperSize.A3 if len(people) > MOST_ON_A4 else PaperSize.A4)
    blocks: list[Block] = [*left_out_notice(left_out=on.left_out), *_counts(on)]
    empty = overview_document("Doelenmatrix", on, blocks, matrix_page(size))
    return with_matrix(empty, _matrix(on, people), _LEGEND, _list(on), several=len(on.papers) > 1)


def goals_in_time(on: GoalsOnPaper) -> Document:
    """Each goal that people looked at: its picture and the same as a table. All share one stretch of time."""
    blocks: list[Block] = [*left_out_notice(left_out=on.left_out)]
    looks = [look for paper in on.papers for look in paper.view.looks if look.goal_id in on.shown]
    span = span_of(looks)
    for paper, letter, goal in on.goals:
        blocks += _in_time(paper, letter, goal, span, looks)
    if span is None:
        blocks.append(Paragraph(_NO_LOOKS, TextStyle.HINT))
    return overview_document("Doelen in de tijd", on, blocks, Page(on.size or PaperSize.A4))


def _in_time(
    paper: Paper, letter: str, goal: GoalView, span: tuple[date, date] | None, looks: Sequence[LookView]
) -> Iterator[Block]:
    picture = picture_of(goal, looks, paper.short_name, span)
    if picture is None:
        return
    title = f"Doel {letter}{goal.number}. {goal.sentence.strip() or 'nog zonder zin'}"
    status = StatusLine(goal_status(goal, paper), paper.view.title if letter else "")
    yield KeepTogether((Heading(1, title), status, GoalFigure(picture)))
    columns = tuple(Column(name, width) for name, width in zip(COLUMNS, TIME_WIDTHS, strict=True))
    yield Table(columns, picture.rows, row_headers=True)


def _matrix(on: GoalsOnPaper, people: Sequence[Person]) -> Matrix | None:
    """Areas by people; areas of several plans with the same title are one row."""
    titles = [area.title for paper in on.papers for area in areas(paper)]
    found: dict[tuple[str, str], list[_Placed]] = {}
    for paper, letter, goal in on.goals:
        title = area_title(goal, paper) or OTHER
        titles.append(title)
        placed = _Placed(letter, goal, goal_status(goal, paper))
        for one in people:
            if is_for(goal, one, paper):
                found.setdefault((title, one.id), []).append(placed)
    rows = sorted(dict.fromkeys(titles), key=OTHER.__eq__)  # what belongs nowhere stands last
    if not rows or not people:
        return None
    return Matrix(
        corner="Leefgebied" if all(by_domain(paper) for paper in on.papers) else "Gebied",
        columns=tuple(one.name for one in people),
        rows=tuple(
            MatrixRow(title, tuple(_cell(found.get((title, one.id), ())) for one in people)) for title in rows
        ),
    )


@dataclass(frozen=True)
class _Placed:
    letter: str
    goal: GoalView
    status: Status


def _people(papers: Sequence[Paper]) -> list[Person]:
    found = {one.id: one for paper in papers for one in people_of(paper)}
    last = [found.pop(each) for each in (EVERYBODY, NOBODY) if each in found]
    return [*found.values(), *last]


def _cell(found: Sequence[_Placed]) -> MatrixCell:
    signs = tuple(
        Status(one.status.icon, f"{one.letter}{letters(one.goal)}", one.status.tone) for one in found
    )
    words = (
        f"{one.letter}{one.goal.number} {one.status.word}" if len(found) > 1 else one.status.word
        for one in found
    )
    return MatrixCell(signs, "\n".join(words))


def _counts(on: GoalsOnPaper) -> list[Block]:
    """How many goals there are, and of each status how many."""
    counted = Counter(goal_status(goal, paper).word for paper, _, goal in on.goals)
    number = len(on.goals)
    words = "1 doel" if number == 1 else f"{number} doelen"
    each = ", ".join(f"{count} {word}" for word, count in counted.most_common())
    plans = [f"{_letter(at)} is {paper.view.title}" for at, paper in enumerate(on.papers)]
    lines = [f"{words}: {each}." if each else f"{words}."]
    if len(on.papers) > 1:
        lines.append(f"Voor het nummer staat de letter van het plan: {', '.join(plans)}.")
    return [Paragraph(line) for line in lines]


def _list(on: GoalsOnPaper) -> list[Block]:
    rows = tuple(
        (
            f"{letter}{goal.number}",
            goal.sentence.strip() or "–",
            for_whom(goal, paper),
            paper.view.title,
            goal_status(goal, paper),
        )
        for paper, letter, goal in on.goals
    )
    if not rows:
        return [Paragraph("Geen doel past bij deze keuze.", TextStyle.HINT)]
    columns = (
        Column("Nr", 0.4), Column("Doel", 3.0), Column("Voor wie", 1.2), Column("Plan", 1.3),
        Column("Hoe staat het", 1.1),
    )  # fmt: skip
    return [Heading(1, "De doelen"), Table(columns, rows, row_headers=True)]


def overview_document(
    title: str, on: GoalsOnPaper, blocks: Sequence[Block], page: Page, edition: Edition = Edition.PROFESSIONAL
) -> Document:
    """A document about the goals of somebody, with how they were chosen and the day at its head."""
    facts = [Pair("Wat erin staat", on.chosen)] if on.chosen else []
    facts.append(Pair("Afgedrukt op", plain_date(on.today)))
    return Document(
        title=title,
        blocks=tuple(blocks),
        subject=f"{title} van {on.name}",
        author=on.organisation,
        edition=edition,
        cover=Cover(on.organisation, on.name, tuple(facts)),
        footer=Footer((f"{title}, {on.name}", f"afgedrukt op {plain_date(on.today)}")),
        page=page,
    )


def _letter(at: int) -> str:
    """A, B, ... Z, AA: the letter of a plan."""
    return chr(65 + at) if at < 26 else f"{_letter(at // 26 - 1)}{_letter(at % 26)}"
