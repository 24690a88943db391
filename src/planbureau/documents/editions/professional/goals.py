"""Goals as cards: where they come from, the SMART or GOZ fields, and the lettered actions (rules D2, D3)."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Column,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Run,
    StatusLine,
    Table,
    Text,
    TextStyle,
)
from planbureau.documents.editions.areas import area_title
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.scales import scale_blocks
from planbureau.documents.editions.professional.together import card
from planbureau.documents.editions.statuses import action_status, goal_status, printed_goals
from planbureau.documents.editions.values import dates_text
from planbureau.formats.lookup import purposes_of
from planbureau.formats.model import Question, Section
from planbureau.rules.dutch import plain_date
from planbureau.rules.goals.letters import action_code
from planbureau.rules.goals.smart import GoalForm, GoalKind
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, seen_on_word
from planbureau.views import ActionView, GoalView

_ORIGINS = {"wens": "De wens", "zorg": "De zorg"}


def goal_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """All goals, each with its actions."""
    hidden = paper.hidden_parts(question)
    return [block for goal in printed_goals(paper) for block in _card(goal, hidden, paper)]


def _card(goal: GoalView, hidden: frozenset[str], paper: Paper) -> list[Block]:
    about = [
        f"Voor {paper.names(goal.for_whom)}" if goal.for_whom else "",
        area_title(goal, paper),
        _kind(goal),
        _purpose(goal, paper),
    ]
    sentence = goal.sentence.strip() or "nog zonder zin"
    blocks: list[Block] = [
        Heading(2, f"Doel {goal.number}. {sentence}", paper.picture(*goal.pictograms)),
        StatusLine(goal_status(goal, paper), " · ".join(part for part in about if part)),
    ]
    if goal.origin.strip():
        label = _ORIGINS.get(goal.origin_kind, "Waar het vandaan komt")
        blocks += [Paragraph(label, TextStyle.LABEL), Paragraph(goal.origin.strip(), TextStyle.QUOTE)]
    pairs = [pair for pair in _fields(goal, paper) if pair.value]
    if pairs:
        blocks.append(KeyValues(tuple(pairs)))
    return [*card(blocks, _actions(goal, hidden, paper)), *scale_blocks(goal, paper)]


def _kind(goal: GoalView) -> str:
    known = {kind.value: kind.label for kind in GoalKind}
    return known.get(goal.kind, "")


def _purpose(goal: GoalView, paper: Paper) -> str:
    """What the goal is aimed at, where the plan type asks that."""
    known = {option.id: option.label for option in purposes_of(paper.view.format)}
    return known.get(goal.purpose, "").lower()


def _fields(goal: GoalView, paper: Paper) -> list[Pair]:
    goz = goal.form == GoalForm.GOZ.value
    watched = [
        Pair("Waar letten we op", goal.observe_what.strip()),
        Pair("Wie let erop", paper.full_name(goal.observe_who) or goal.observe_who.strip()),
        Pair("Hoe vaak", goal.observe_often.strip()),
        Pair("Merken we verandering, is die zinvol", goal.meaningful.strip()),
    ]
    measured = [Pair(kind_of(goal.kind).seen_by.replace("jullie", "we"), goal.measure.strip())]
    return [
        Pair("Waar, wanneer en waarom", goal.context.strip()),
        Pair("Waarom dit doel moed geeft", goal.own_words.strip()),
        *(watched if goz else measured),
        Pair("Ja gezegd door", paper.names(goal.agreed_by)),
        Pair("Haalbaar", _feasible(goal)),
        Pair("Begin en streefdatum" if _target(goal) else "Begin", _term(goal)),
        Pair("Samen terugkijken op", plain_date(goal.look_date) if goal.look_date else ""),
        Pair(_seen_on(goal), plain_date(goal.reached_on) if goal.reached_on else ""),
        Pair("Einde van de hulp", plain_date(goal.help_ends_on) if goal.help_ends_on else ""),
        Pair("Reden van de status", goal.status_reason.strip()),
    ]


def _seen_on(goal: GoalView) -> str:
    """A goal that was taken up again was reached before; that is no longer how it stands."""
    return seen_on_word(kind_of(goal.kind), GoalStatus(goal.status))


def _feasible(goal: GoalView) -> str:
    word = {"ja": "ja", "twijfel": "twijfel"}.get(goal.feasible, "")
    return ": ".join(part for part in (word, goal.feasible_note.strip()) if part)


def _term(goal: GoalView) -> str:
    """When it begins and when it should be reached, on one line."""
    start, target = plain_date(goal.start) if goal.start else "", _target(goal)
    return " · ".join(part for part in (f"vanaf {start}" if start else "", target) if part)


def _target(goal: GoalView) -> str:
    if goal.no_end_date:
        reason = goal.no_end_reason.strip()
        return f"geen einddatum: {reason}" if reason else "geen einddatum"
    return f"klaar op {plain_date(goal.target_date)}" if goal.target_date else ""


def _actions(goal: GoalView, hidden: frozenset[str], paper: Paper) -> list[Block]:
    if not goal.actions:
        return []
    rows = tuple(
        (
            action_code(goal.number, action.letter),
            _what(action),
            "" if action.cancelled else _who(action, paper),
            "" if action.cancelled else _when(action, hidden),
            action_status(goal, action),
        )
        for action in goal.actions
    )
    columns = (
        Column("Actie", 0.55), Column("Wat", 2.2), Column("Wie", 1.15), Column("Wanneer", 1.2),
        Column("Hoe staat het", 1.55),
    )  # fmt: skip
    return [Table(columns, rows, row_headers=True)]


def _what(action: ActionView) -> Text:
    what = action.what.strip() or "–"
    hint = action.reporting_hint.strip()
    if not hint or action.cancelled:
        return what
    return (Run(f"{what}\n"), Run(f"Rapporteren: {hint}", italic=True))


def _who(action: ActionView, paper: Paper) -> Text:
    who = paper.who(action.responsible_person, action.responsible_function) or "nog niet bekend"
    helpers, for_whom = paper.names(action.helpers), paper.names(action.for_whom)
    more = [f"met {helpers}" if helpers else "", f"voor {for_whom}" if for_whom else ""]
    words = "\n".join(part for part in more if part)
    return (Run(who, bold=True), Run(f"\n{words}")) if words else who


def _when(action: ActionView, hidden: frozenset[str]) -> str:
    often = "" if "how_often" in hidden else action.how_often.strip()
    return "\n".join(part for part in (often, dates_text(action.start, action.done_by)) if part)
