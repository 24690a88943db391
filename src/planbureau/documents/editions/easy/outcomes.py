"""How it went with my goals, or with those of our family, in easy words."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Heading, IdeaRow, KeepTogether
from planbureau.documents.editions.easy.ideas import detail
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.statuses import printed_goals
from planbureau.documents.editions.values import day_words
from planbureau.formats.marks import Mark
from planbureau.formats.model import Question
from planbureau.formats.outcomes import GoalOutcome
from planbureau.rules.goals.evaluation import decision_of, new_day_of, result_of
from planbureau.rules.goals.gas import Decision
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import easy_outcome, kind_of

_PICTURES = {
    GoalStatus.REACHED: "gehaald",
    GoalStatus.PARTLY: "misschien",
    GoalStatus.NOT_REACHED: "neutraal",
}
_DECISIONS = {
    Decision.CONTINUE: "We gaan door.",
    Decision.ADJUST: "We doen het anders.",
    Decision.KEEP: "We houden het zo.",
    Decision.STOP: "We stoppen met dit doel.",
}
_MINE = ("Zo vind ik dat het gaat", "Wat ik ervan vind")
_OURS = ("Zo vinden wij dat het gaat", "Wat wij ervan vinden")


def outcomes(question: Question, paper: Paper) -> list[Block]:
    """Each goal that was talked about: how it went, what I said, and what we do now."""
    blocks: list[Block] = []
    for goal in printed_goals(paper):
        said = GoalOutcome.read(paper.answer(f"{question.id}/{goal.id}").value)
        text = goal.easy_text.strip() or goal.sentence.strip()
        result = result_of(said)
        if not text or result is None:
            continue
        word, picture = easy_outcome(result, kind_of(goal.kind)), _PICTURES[result]
        decision, day, feeling = decision_of(said), new_day_of(said), said.feeling
        goes_on = decision in (Decision.CONTINUE, Decision.ADJUST)
        new = said.new_sentence.strip() if decision is Decision.ADJUST else ""
        when = day_words(day, paper.context.today) if day and goes_on else ""
        going, finding = _OURS if paper.is_household else _MINE
        idea = IdeaRow(
            paper.picture(*goal.pictograms, "doel"),
            text,
            (
                *detail("Hoe ging het", word, paper.picture(picture)),
                *detail(going, feeling.words if feeling else "", face_of(feeling, paper)),
                *detail(finding, said.client.strip(), paper.picture("praten")),
                *detail("Niet iedereen denkt hetzelfde", _otherwise(said, paper), paper.picture("praten")),
                *detail("Wat we nu doen", _DECISIONS[decision] if decision else "", paper.picture("stap")),
                *detail("Het doel wordt", new, paper.picture("doel")),
                *detail("We kijken weer op", when, paper.picture("kalender")),
            ),
        )
        blocks.append(KeepTogether((Heading(2, f"Doel {goal.number}"), idea)))
    return blocks


def _otherwise(said: GoalOutcome, paper: Paper) -> str:
    """Who thinks otherwise, said to the client; in a family one of them can be that client."""
    words = {
        "client": "Ik denk er anders over.",
        "family": "Mijn familie denkt er anders over.",
        "professional": "Mijn begeleider denkt er anders over.",
    }
    if paper.is_household:
        words = {
            "client": "Wij denken er anders over.",
            "family": "Onze familie denkt er anders over.",
            "professional": "De begeleider denkt er anders over.",
        }
    return " ".join(words[one] for one in said.differs)


def face_of(feeling: Mark | None, paper: Paper) -> str:
    """The face that goes with a mark: low, in between, high."""
    if feeling is None:
        return ""
    third = min(int(feeling.share * 3 - 0.001), 2)
    return paper.picture(("verdrietig", "neutraal", "blij")[third])
