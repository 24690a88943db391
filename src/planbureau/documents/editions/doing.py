"""Who does what on paper: for everybody, or the sheet of one, in the usual and in easy words (rules D2.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from planbureau.documents.blocks import (
    Bar,
    BarFill,
    Bars,
    Block,
    CellContent,
    Column,
    Document,
    Edition,
    Heading,
    IdeaRow,
    KeepTogether,
    Page,
    Paragraph,
    PictureRow,
    Table,
    TextStyle,
)
from planbureau.documents.editions.easy.ideas import detail
from planbureau.documents.editions.goal_overview import GoalsOnPaper, overview_document
from planbureau.documents.editions.head import left_out_notice
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.statuses import action_status
from planbureau.documents.editions.values import day_words
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.goals.actions import PerformerKind
from planbureau.rules.people.names import join_names
from planbureau.views import GoalView
from planbureau.views.doing import Doer, Share, Task, shares_of, who_does_what

TITLE = "Wie doet wat"
_NOTHING = "Er zijn nog geen acties."
_SHARED = "Zo zijn de open acties verdeeld"
_WHOLE = 3
"""A table of so few tasks is not broken."""
_COLUMNS = (
    Column("Nr", 0.45), Column("Wat", 2.5), Column("Wanneer", 1.25), Column("Bij doel", 2.0),
    Column("Status", 1.35),
)  # fmt: skip
_FILLS = {
    PerformerKind.CLIENT: BarFill.SOLID,
    PerformerKind.FAMILY: BarFill.HATCHED,
    PerformerKind.NETWORK: BarFill.OPEN,
}
_OWN = "Wie het doel heeft,"
"""In a family: what somebody does for a goal of his or her own."""
_FIRST_PERSON = re.compile(r"\b(ik|mij|me|mijn|mezelf|mijzelf)\b", re.IGNORECASE)
_EASY_LEFT_OUT = "Niet alles staat op dit blad. Vraag ernaar als je meer wilt weten."


def doing(on: GoalsOnPaper) -> Document:
    """Per person what is to be done, by date, and how the work is shared."""
    goals = [goal for _, _, goal in on.goals]
    blocks: list[Block] = list(left_out_notice(left_out=on.left_out))
    if not on.doer:
        blocks += _shared(shares_of(goals))
        blocks += _plans(on)
    doers = _doers(on, goals)
    blocks += [block for doer in doers for block in _doer(doer, on)]
    if not doers:
        blocks.append(Paragraph(_NOTHING, TextStyle.HINT))
    return overview_document(TITLE, on, blocks, Page())


def _doers(on: GoalsOnPaper, goals: Sequence[GoalView]) -> tuple[Doer, ...]:
    def name(person_id: str) -> str:
        return next((found for paper in on.papers if (found := paper.full_name(person_id))), "")

    return tuple(one for one in who_does_what(goals, name) if on.doer in ("", one.id))


def _shared(shares: Sequence[Share]) -> list[Block]:
    """A bar for each kind of doer, with the number in words."""
    if not shares:
        return []
    bars = tuple(
        Bar(sentence(one.kind.label), one.part, one.says, _FILLS.get(one.kind, BarFill.SOLID))
        for one in shares
    )
    told = ", ".join(f"{one.kind.label} {one.says}" for one in shares)
    return [KeepTogether((Heading(1, _SHARED), Bars(bars, f"Open acties: {told}.")))]


def _plans(on: GoalsOnPaper) -> list[Block]:
    if len(on.papers) == 1:
        return []
    plans = ", ".join(f"{on.letter(at)} is {paper.view.title}" for at, paper in enumerate(on.papers))
    return [Paragraph(f"Voor het nummer staat de letter van het plan: {plans}.")]


def _doer(doer: Doer, on: GoalsOnPaper) -> list[Block]:
    """The tasks of one; a long table may begin on the page of the one before."""
    mine = sum(not task.helps for task in doer.tasks if task.status.is_open)
    helps = sum(task.helps for task in doer.tasks if task.status.is_open)
    told = [f"{mine or 'geen'} open {'actie' if mine == 1 else 'acties'}"]
    if helps:
        told.append(f"helpt mee bij {helps}")
    rows = tuple(_row(task, on) for task in doer.tasks)
    table = Table(_COLUMNS, rows, caption=sentence(", ".join(told)), row_headers=True)
    blocks: tuple[Block, ...] = (Heading(1, doer.name), table)
    return [KeepTogether(blocks)] if len(rows) <= _WHOLE else list(blocks)


def _row(task: Task, on: GoalsOnPaper) -> tuple[CellContent, ...]:
    letter = on.letter_of(task.of)
    what = f"{task.what} (helpt mee)" if task.helps else task.what
    when = "\n".join(part for part in (_day(task), task.how_often.strip()) if part)
    about = f"{letter}{task.of.number}. {task.goal.strip() or 'nog zonder zin'}"
    return (f"{letter}{task.code}", what, when or "–", about, action_status(task.of, task.action))


def _day(task: Task) -> str:
    action = task.action
    if action.done_by is not None:
        return f"klaar op {plain_date(action.done_by)}"
    return f"vanaf {plain_date(action.start)}" if action.start is not None else ""


def doing_easy(on: GoalsOnPaper) -> Document:
    """What is still to be done, each thing with its picture; "ik" for the client, in a family every name.

    A thing stands with the one who sees to it, who helps is named there. The sheet of one has what that one
    helps with too.
    """
    goals = [goal for _, _, goal in on.goals]
    blocks: list[Block] = [Paragraph(_EASY_LEFT_OUT)] if on.left_out else []
    blocks += [] if on.doer else _easy_shared(shares_of(goals), on)
    doers = _doers(on, goals)
    found: list[Block] = []
    for doer in doers:
        tasks = [task for task in doer.tasks if on.doer or not task.helps]
        rows = [row for task in tasks for row in _easy_task(task, on)]
        if rows:
            found += [KeepTogether((Heading(1, _easy_head(doer, on)), rows[0])), *rows[1:]]
    blocks += found or [Paragraph("Er is nu niets te doen.")]
    return overview_document(TITLE, on, blocks, Page(), edition=Edition.EASY)


def _easy_head(doer: Doer, on: GoalsOnPaper) -> str:
    if not doer.id:
        return "Wie dit doet, weten we nog niet"
    if doer.id == on.about:
        return "Dit doe ik"
    who = next((name for paper in on.papers if (name := paper.short_name(doer.id))), doer.name)
    return f"Dit doet {who}"


def _easy_task(task: Task, on: GoalsOnPaper) -> Iterator[Block]:
    action = task.action
    text = _in_words(action.easy_text, action.what, on, task)
    if not text or not task.status.is_open:
        return
    paper = on.paper_of(task.of)
    often = action.how_often.strip()
    day = day_words(action.done_by, on.today) if action.done_by else ""
    about = _in_words(task.of.easy_text, task.of.sentence, on, task)
    yield IdeaRow(
        paper.picture(*action.pictograms, *task.of.pictograms, "stap", "doel"),
        text,
        (
            *detail("Wanneer", sentence(often), paper.picture("klok")),
            *detail("Klaar op", day, paper.picture("kalender")),
            *detail("Samen met", _together(task, paper), paper.picture("samen")),
            *detail("Daarmee werken we aan", about, paper.picture("doel")),
        ),
    )


def _in_words(easy: str, usual: str, on: GoalsOnPaper, task: Task) -> str:
    """The easy text; in a family the usual one, with names, where a plan of one of them says "ik"."""
    easy, usual = easy.strip(), usual.strip()
    of_one = not on.about and not on.paper_of(task.of).is_household
    return usual if usual and (not easy or (of_one and _FIRST_PERSON.search(easy))) else easy


def _together(task: Task, paper: Paper) -> str:
    """The others who do it; for who helps that is the one who sees to it."""
    action = task.action
    if task.helps:
        return paper.who_short(action.responsible_person, action.responsible_function)
    return join_names([name for one in action.helpers if (name := paper.short_name(one))])


def _easy_shared(shares: Sequence[Share], on: GoalsOnPaper) -> list[Block]:
    """How many things each kind of person does, in one line each."""
    client = next((name for one in on.papers if (name := one.short_name(on.about))), _OWN)
    words = {
        PerformerKind.CLIENT: client,
        PerformerKind.FAMILY: "Het gezin",
        PerformerKind.NETWORK: "Iemand uit de omgeving",
        PerformerKind.VOLUNTEER: "Een vrijwilliger",
        PerformerKind.PROFESSIONAL: "De begeleiding",
        PerformerKind.ORGANISATION: "Een organisatie",
    }
    paper = on.papers[0]
    rows = [
        f"{words[one.kind]} doet {one.number} {'ding' if one.number == 1 else 'dingen'}." for one in shares
    ]
    if len(rows) < 2:
        return []
    heading = Heading(1, "Wie doet hoeveel")
    return [KeepTogether((heading, PictureRow((paper.picture("samen", "hulp"),), "\n".join(rows))))]
