"""Plans of a story: how they were begun and filled, and what happened with them afterwards."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planbureau.errors import FormatError
from planbureau.formats.model import PlanFormat, QuestionKind
from planbureau.services.demo.events import tell_event
from planbureau.services.demo.filling import add_agreement, add_goal, answer
from planbureau.services.demo.story import Step, Story
from planbureau.services.demo.tables import Part
from planbureau.views import RiskView

_KEYS = ("key", "format", "of", "day", "at", "by", "regimes", "flags", "triggers", "coordinator", "code",
         "answers", "domains", "goal", "agreement", "risk", "event")  # fmt: skip


def tell_plan(part: Part, story: Story) -> None:
    """Plans the steps of one plan: filled on its first day, and then its events.

    A plan with a `code` is in its client's own hands, and the client fills it.
    """
    part.only(*_KEYS)
    day = part.needed_day("day")
    story.on(day, lambda: _start(part, story), part)
    filling = _filling(part, story)
    if "code" in part.values:
        story.on(day, lambda: _in_own_hands(part, story, filling), part)
    else:
        for step, told in filling:
            story.on(day, step, told)
    for event in part.parts("event"):
        tell_event(part.text("key"), event, story)


def _filling(part: Part, story: Story) -> list[tuple[Step, Part]]:
    """The steps in which a plan is filled, each with the part of the file that says what with."""
    answers, domains = part.table("answers"), part.table("domains")
    return [
        (lambda: _frame(part, story), part),
        *((_answering(part, story, key), answers) for key in answers.values),
        *((_domain(part, story, key), domains.table(key)) for key in domains.values),
        *((_goal(part, story, goal), goal) for goal in part.parts("goal")),
        *((_agreement(part, story, one, n), one) for n, one in enumerate(part.parts("agreement"))),
        *((_risk(part, story, one, n), one) for n, one in enumerate(part.parts("risk"))),
    ]


def _in_own_hands(part: Part, story: Story, filling: list[tuple[Step, Part]]) -> None:
    own, plan_id = story.workspace.own_plans, _id(part)
    own.choose_code(plan_id, part.text("code"))
    own.open(plan_id, part.text("code"))
    try:
        for step, _ in filling:
            step()
    finally:
        own.leave()


def _id(part: Part) -> str:
    return part.id("key")


def _start(part: Part, story: Story) -> None:
    subject = part.id("of")
    plans = story.workspace.plans
    household = any(view.id == subject for view in story.workspace.clients.households())
    about = ("", subject) if household else (subject, "")
    made, _ = plans.start_plan(part.text("format"), *about)
    story.about[made] = about
    story.formats[made] = next(one for one in plans.formats() if one.id == part.text("format"))
    part.names.add(part.text("key"), made)
    if "coordinator" in part.values:
        plans.save_answer(made, "coordinator", [{"person": part.person("coordinator")}], ())


def _frame(part: Part, story: Story) -> None:
    if not part.values.keys() & {"regimes", "flags", "triggers"}:
        return
    plans = story.workspace.plans
    triggers = part.table("triggers")
    days: dict[str, date | None] = {name: triggers.day(name) for name in triggers.values}
    regimes = [str(name) for name in part.items("regimes")]
    flags = [str(name) for name in part.items("flags")]
    plans.save_frame(plans.plan(_id(part)), regimes, flags, days)


def _answering(part: Part, story: Story, key: str) -> Step:
    answers = part.table("answers")
    return lambda: answer(answers, story, _id(part), key, answers.values[key])


def _domain(part: Part, story: Story, name: str) -> Step:
    told = part.table("domains").table(name)
    said = told.without("easy", "pictograms")
    easy, pictograms = told.values.get("easy"), told.values.get("pictograms")

    def step() -> None:
        plan_id = _id(part)
        key = f"{_domain_question(told, story.formats[plan_id], name)}/{name}"
        value = said.answer(dict(said.values))
        story.workspace.plans.save_answer(plan_id, key, value, (), easy_text=easy, pictograms=pictograms)

    return step


def _domain_question(part: Part, plan_format: PlanFormat, name: str) -> str:
    """The question of the plan type whose life domains know this name. Raises FormatError."""
    for section in plan_format.sections:
        for question in section.questions:
            if question.kind is QuestionKind.LIFE_DOMAIN:
                domains = plan_format.domain_set(question.domain_set).domains
                if name in {domain.id for domain in domains}:
                    return question.id
    raise FormatError(f"{part.name}: {plan_format.id} kent het leefgebied {name} niet.")


def _goal(part: Part, story: Story, goal: Part) -> Step:
    def step() -> None:
        add_goal(story, _id(part), goal)

    return step


def _agreement(part: Part, story: Story, item: Part, order: int) -> Step:
    return lambda: add_agreement(story, _id(part), item, order)


def _risk(part: Part, story: Story, item: Part, order: int) -> Step:
    def step() -> None:
        known = {key: value for key, value in item.values.items() if key != "key"}
        told = replace(item, values={**known, "plan_id": _id(part), "order": order})
        made, _ = story.workspace.plans.add_risk(told.view(RiskView, people=("who",)))
        if "key" in item.values:
            item.names.add(item.text("key"), made)

    return step
