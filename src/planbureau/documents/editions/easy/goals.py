"""Goals and agreements in easy words: what I want, what we do, who helps, when we look again."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Heading,
    IdeaDetail,
    IdeaRow,
    KeepTogether,
    Paragraph,
    PictureRow,
    Run,
    Text,
    TextStyle,
)
from planbureau.documents.editions.areas import area_of
from planbureau.documents.editions.easy.ideas import detail
from planbureau.documents.editions.easy.scales import ladder
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.statuses import printed_goals
from planbureau.documents.editions.values import day_words
from planbureau.formats.model import Question
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.action_status import ActionStatus
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import easy_head, kind_of
from planbureau.rules.people.names import join_names
from planbureau.views import ActionView, AgreementView, GoalView

_OVER = frozenset({GoalStatus.STOPPED.value, GoalStatus.NOT_REACHED.value})
_REACHED = frozenset({GoalStatus.REACHED.value, GoalStatus.KEPT.value})


def goals(question: Question, paper: Paper) -> list[Block]:
    """Every goal that people work on, and what was reached; a goal that stopped is left out."""
    hidden = paper.hidden_parts(question)
    blocks: list[Block] = []
    for goal in printed_goals(paper):
        if goal.status not in _OVER:
            blocks += _goal(goal, hidden, paper)
    return blocks


def _goal(goal: GoalView, hidden: frozenset[str], paper: Paper) -> list[Block]:
    text = goal.easy_text.strip() or goal.sentence.strip()
    if not text:
        return []
    area = area_of(goal, paper)
    picture = paper.picture(*goal.pictograms, area.pictogram if area else "", "doel")
    head = f"Doel {goal.number}"
    if goal.status in _REACHED:
        head = f"{head}: {easy_head(GoalStatus(goal.status), kind_of(goal.kind))}"
    ended = goal.help_ends_on is not None and goal.help_ends_on < paper.context.today
    idea = IdeaRow(
        picture,
        text,
        (
            *detail("Voor wie", _for_whom(goal, paper), paper.picture("mensen-om-mij-heen")),
            *detail("Wie helpt", "" if ended else _helpers(goal, paper), paper.picture("hulp")),
            *_look(goal, paper),
            *_end_of_help(goal, paper),
        ),
    )
    actions = [one for one in goal.actions if _alive(one) and not ended]
    blocks: list[Block] = [KeepTogether((Heading(2, head), idea))]
    rows = [PictureRow((_picture(one, picture, paper),), _action(one, hidden, paper)) for one in actions]
    if rows:
        label = Paragraph(f"Dit doen we voor doel {goal.number}", TextStyle.LABEL)
        # One thing to do is never alone on the next page, away from its goal; two with its number may be.
        if len(rows) == 1:
            blocks = [KeepTogether((Heading(2, head), idea, label, rows[0]))]
        else:
            blocks += [KeepTogether((label, *rows[:2])), *rows[2:]]
    return [*blocks, *ladder(goal, paper)]


def _for_whom(goal: GoalView, paper: Paper) -> str:
    return paper.names(goal.for_whom) if paper.is_household else ""


def _helpers(goal: GoalView, paper: Paper) -> str:
    """Everyone who does something for this goal, but the one whom it is for."""
    own = set(goal.for_whom) or {paper.view.client.person.id if paper.view.client else ""}
    found: dict[str, None] = {}
    for action in goal.actions:
        if _alive(action):
            for person_id in (action.responsible_person, *action.helpers):
                if person_id and person_id not in own and (name := paper.short_name(person_id)):
                    found[name] = None
            if not action.responsible_person and action.responsible_function.strip():
                found[action.responsible_function.strip()] = None
    return join_names(list(found))


def _look(goal: GoalView, paper: Paper) -> tuple[IdeaDetail, ...]:
    """When we look at the goal together; a day that has passed is told as such. What was reached is done."""
    day = goal.look_date or (None if goal.no_end_date else goal.target_date)
    if day is None or goal.status in _REACHED:
        return ()
    today = paper.context.today
    label = "We kijken weer op" if day >= today else "We zouden kijken op"
    return detail(label, day_words(day, today), paper.picture("kalender"))


def _end_of_help(goal: GoalView, paper: Paper) -> tuple[IdeaDetail, ...]:
    """Until when there is help for this goal; that is another day than the one on which it was reached."""
    day, today = goal.help_ends_on, paper.context.today
    if day is None:
        return ()
    label = "De hulp stopt op" if day >= today else "De hulp is gestopt op"
    return detail(label, day_words(day, today), paper.picture("kalender"))


def _alive(action: ActionView) -> bool:
    over = {ActionStatus.STOPPED.value, ActionStatus.LAPSED.value}
    return (
        not action.cancelled and action.status not in over and bool(action.what.strip() or action.easy_text)
    )


def _picture(action: ActionView, of_goal: str, paper: Paper) -> str:
    return paper.picture(*action.pictograms) or paper.picture("stap") or of_goal


def _action(action: ActionView, hidden: frozenset[str], paper: Paper) -> Text:
    what = action.easy_text.strip() or action.what.strip()
    who = paper.who_easy(action.responsible_person, action.responsible_function)
    often = "" if "how_often" in hidden else action.how_often.strip()
    runs = [Run(what, bold=True)]
    if who:
        runs.append(Run(f"\nWie: {sentence(who)}"))
    if often:
        runs.append(Run(f"\nWanneer: {sentence(often)}"))
    if action.done_by:
        runs.append(Run(f"\nKlaar op {day_words(action.done_by, paper.context.today)}."))
    return tuple(runs)


def agreements(paper: Paper) -> list[Block]:
    """Each agreement with its picture, who does it and when."""
    return [
        block
        for one in sorted(paper.view.agreements, key=lambda each: each.order)
        for block in _agreement(one, paper)
    ]


def _agreement(one: AgreementView, paper: Paper) -> list[Block]:
    text = one.easy_text.strip() or one.what.strip()
    if not text:
        return []
    until = f"tot {day_words(one.valid_until, paper.context.today)}" if one.valid_until else ""
    when = ", ".join(part for part in (one.when.strip(), until) if part)
    who = paper.who_easy(one.who, one.who_function)
    return [
        IdeaRow(
            paper.picture(*one.pictograms, "afspraken"),
            text,
            (
                *detail("Wie", who, paper.picture("begeleider")),
                *detail("Wanneer", when, paper.picture("klok")),
            ),
        )
    ]
