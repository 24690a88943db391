"""How it went with each goal: what was seen, who thinks what apart, and what was decided (rules D4)."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Heading,
    KeyValues,
    Pair,
    Paragraph,
    Status,
    StatusIcon,
    StatusLine,
    TextStyle,
    Tone,
)
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.scales import over_time
from planbureau.documents.editions.professional.together import card
from planbureau.documents.editions.statuses import printed_goals
from planbureau.formats.model import Question, Section
from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.goals.evaluation import decision_of, differing, new_day_of, result_of
from planbureau.rules.goals.gas import MEANINGS, Decision, signed
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, status_word
from planbureau.views import GoalView

_SIGNS = {
    GoalStatus.REACHED: (StatusIcon.DONE, Tone.OK),
    GoalStatus.PARTLY: (StatusIcon.PARTLY, Tone.WARN),
    GoalStatus.NOT_REACHED: (StatusIcon.ATTENTION, Tone.ERROR),
}
_OPEN = Status(StatusIcon.OPEN, "nog niet besproken", Tone.IDLE)


def outcome_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Every goal that was looked back on; a goal about which nothing was said stands in a concept only."""
    blocks: list[Block] = []
    for goal in printed_goals(paper):
        said = GoalOutcome.read(paper.answer(f"{question.id}/{goal.id}").value)
        if paper.concept or not said.empty:
            blocks += _card(goal, said, paper)
            if not _only_told_here(goal, paper):
                blocks += over_time(goal, paper)
    return blocks


def _only_told_here(goal: GoalView, paper: Paper) -> bool:
    """Whether this report is the only moment there is: a picture would say again what stands above it."""
    looks = [look for look in paper.view.looks if look.goal_id == goal.id and not look.replaced_by]
    return all(look.source_id == paper.view.id for look in looks)


def status_of(goal: GoalView, said: GoalOutcome) -> Status:
    """How a goal turned out, as a sign with its word."""
    result = result_of(said)
    if result is None:
        return _OPEN
    icon, tone = _SIGNS[result]
    return Status(icon, status_word(result, kind_of(goal.kind)), tone)


def _card(goal: GoalView, said: GoalOutcome, paper: Paper) -> list[Block]:
    blocks: list[Block] = [
        Heading(2, f"Doel {goal.number}. {goal.sentence.strip() or 'nog zonder zin'}"),
        StatusLine(status_of(goal, said), _score(goal, said)),
    ]
    seen = [
        Pair("Wat er gebeurde", said.happened.strip()),
        Pair("Waaraan we dat zien", said.how_seen.strip()),
        Pair("Waarom anders dan de score", said.outcome_reason.strip()),
        Pair("Wat hielp", said.helped.strip()),
    ]
    blocks += _pairs(seen)
    if said.feeling is not None:
        blocks += _pairs([Pair("Hoe het volgens de cliënt gaat", said.feeling.words)])
    if said.client.strip():
        blocks += [
            Paragraph("Wat de cliënt ervan vindt", TextStyle.LABEL),
            Paragraph(said.client.strip(), TextStyle.QUOTE),
        ]
    who = differing(said, paper.view.spoken_of(goal))
    if who:
        blocks.append(StatusLine(Status(StatusIcon.ATTENTION, who, Tone.WARN)))
    others = [
        Pair("Wat de familie ervan vindt", said.family.strip()),
        Pair("Wat de begeleider ervan vindt", said.professional.strip()),
        *_decision(said),
    ]
    return card([*blocks, *_pairs(others)])


def _score(goal: GoalView, said: GoalOutcome) -> str:
    if said.score is None or said.score not in MEANINGS:
        return ""
    own = goal.scale.inside(said.score) if goal.scale is not None else ""
    return f"score {signed(said.score)} ({own or MEANINGS[said.score]})"


def _decision(said: GoalOutcome) -> list[Pair]:
    decision, day = decision_of(said), new_day_of(said)
    goes_on = decision in (Decision.CONTINUE, Decision.ADJUST)
    return [
        Pair("Besluit", sentence(decision.label) if decision else ""),
        Pair("Zo wordt het doel", said.new_sentence.strip() if decision is Decision.ADJUST else ""),
        Pair("Nieuwe datum", plain_date(day) if day and goes_on else ""),
        Pair("Waarom we stoppen", said.reason.strip() if decision is Decision.STOP else ""),
    ]


def _pairs(pairs: list[Pair]) -> list[Block]:
    filled = tuple(pair for pair in pairs if pair.value)
    return [KeyValues(filled)] if filled else []
