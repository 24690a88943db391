"""What happens with a plan after it was filled: adopting, progress, talks, changes, its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from planbureau.errors import FormatError
from planbureau.rules.consent_record import AdaptedBy, Explained
from planbureau.rules.note_text import parts_of
from planbureau.services.api import AdoptPlan
from planbureau.services.demo.filling import add_goal, answer
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import AppointmentView, ConsentView, LookView, NoteTopic, NoteView


def tell_event(plan: str, part: Part, story: Story) -> None:
    """Plans the step of one event of the plan under this key. Raises FormatError for an unknown event."""
    day = part.needed_day("day")
    run = EVENTS.get(part.text("do"))
    if run is None:
        raise FormatError(f"{part.name}: {part.text('do')} kan niet gebeuren.")
    told = replace(part, values={k: v for k, v in part.values.items() if k not in ("day", "do")})
    story.on(day, lambda: run(part.names.id(plan), told, story, day))


def _adopt(plan_id: str, part: Part, story: Story, day: date) -> None:
    part.only("place", "present", "present_others", "client_said", "form", "answers", "reason", "unable")
    plans = story.workspace.plans
    named = part.people("unable")
    unable = tuple(client.id for client in plans.plan(plan_id).clients if client.person.id in named)
    asked = plans.adoption_check(plan_id, day, unable).expected
    answers = {part.names.id(str(entry["person"])): entry for entry in part.items("answers")}
    consents = tuple(_consent(part, one, answers.get(one.person_id, {}), day) for one in asked)
    request = AdoptPlan(
        plan_id=plan_id,
        on=day,
        place=part.text("place"),
        present=part.people("present"),
        present_others=part.text("present_others", ""),
        discussed=tuple(section.id for section in plans.plan(plan_id).format.sections),
        client_said=part.text("client_said", ""),
        consents=consents,
        not_competent=unable,
        reason_without_consent=part.text("reason", ""),
        copy_given_on=day,
    )
    plans.adopt(request)


def _consent(part: Part, asked: ConsentView, answer: dict[str, str], day: date) -> ConsentView:
    return replace(
        asked,
        outcome=answer.get("outcome", "agreed"),
        form=answer.get("form", part.text("form", "spoken")),
        reason=answer.get("reason", ""),
        on=day,
        information=tuple(item.value for item in (Explained.WHAT, Explained.RISKS, Explained.OTHER_WAYS)),
        adapted=(AdaptedBy.PLAIN.value,),
    )


def _move(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    part.only("goal", "to", "reason", "on")
    story.workspace.goals.move_goal(
        part.names.id(part.text("goal")), part.text("to"), part.text("reason", ""), part.day("on")
    )


def _action(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    part.only("goal", "letter", "status", "cancel")
    goals = story.workspace.goals
    goal = goals.goal(part.names.id(part.text("goal")))
    action = next(one for one in goal.actions if one.letter == part.text("letter"))
    if part.values.get("cancel"):
        goals.cancel_action(action)
    else:
        goals.save_action(action, replace(action, status=part.text("status")))


def _done(plan_id: str, part: Part, story: Story, day: date) -> None:
    part.only("rule", "subject", "reason")
    story.workspace.calendar.mark_done(
        plan_id, part.text("rule"), part.text("subject", ""), day, part.text("reason", "")
    )


def _deviate(plan_id: str, part: Part, story: Story, _day: date) -> None:
    part.only("rule", "to", "reason", "asked_by", "told_right", "consent_of")
    story.workspace.calendar.deviate(
        plan_id,
        part.text("rule"),
        part.day("to"),
        part.text("reason"),
        part.text("asked_by"),
        told_right=bool(part.values.get("told_right", False)),
        consent_of=[str(name) for name in part.items("consent_of")],
    )


def _answer(plan_id: str, part: Part, story: Story, _day: date) -> None:
    part.only("key", "value", "easy", "pictograms")
    given = {name: part.values[name] for name in ("value", "easy", "pictograms") if name in part.values}
    known = story.workspace.plans.plan(plan_id).answers.get(part.text("key"))
    answer(part, story, plan_id, part.text("key"), given, known.heads if known else ())


def _new_goal(plan_id: str, part: Part, story: Story, _day: date) -> None:
    add_goal(story, plan_id, part.table("goal"))


def _note(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """A progress note; in `text`, {impression = "..."} is what the writer makes of it, the rest is fact."""
    part.only("kind", "text", "goal", "question", "question_to", "question_by", "for_client", "incident_kind")
    plan, now = story.workspace.plans.plan(plan_id), story.clock.now()
    pieces = [
        (str(one["impression"]), True) if isinstance(one, dict) else (str(one), False)
        for one in part.items("text")
    ]
    note = NoteView(
        "",
        plan.client.id if plan.client else "",
        plan.household.id if plan.household and not plan.client else "",
        happened_at=now,
        written_at=now,
        kind=part.text("kind"),
        text=parts_of(pieces),
        about=(NoteTopic("goal", part.names.id(part.text("goal"))),) if "goal" in part.values else (),
        question=part.text("question", ""),
        question_to=part.person("question_to"),
        question_by=part.day("question_by"),
        for_client=bool(part.values.get("for_client", True)),
        incident_kind=part.text("incident_kind", ""),
    )
    story.workspace.notes.add(note)


def _appointment(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """An appointment that was made on the day of the event; `on` is the day itself."""
    part.only("kind", "title", "on", "starts", "ends", "place", "who", "remark", "cancelled")
    plan = story.workspace.plans.plan(plan_id)
    story.workspace.appointments.add(
        AppointmentView(
            "",
            part.needed_day("on"),
            part.text("title", ""),
            part.text("kind"),
            part.text("starts", ""),
            part.text("ends", ""),
            part.text("place", ""),
            plan.client.id if plan.client else "",
            plan.household.id if plan.household and not plan.client else "",
            plan_id,
            part.people("who"),
            part.text("remark", ""),
            bool(part.values.get("cancelled", False)),
        )
    )


def _look(_plan_id: str, part: Part, story: Story, day: date) -> None:
    """A moment at which people looked at a goal."""
    told = {**{name: value for name, value in part.values.items() if name != "goal"}, "on": day.isoformat()}
    goal_id = part.names.id(part.text("goal"))
    look = replace(part, values={**told, "goal_id": goal_id}).view(LookView, people=("said_by",))
    story.workspace.looks.add(replace(look, on=day))


def _close(plan_id: str, part: Part, story: Story, _day: date) -> None:
    part.only("reason")
    story.workspace.plans.close_plan(plan_id, part.text("reason"))


EVENTS: dict[str, Callable[[str, Part, Story, date], None]] = {
    "adopt": _adopt,
    "move": _move,
    "action": _action,
    "done": _done,
    "deviate": _deviate,
    "answer": _answer,
    "goal": _new_goal,
    "note": _note,
    "appointment": _appointment,
    "look": _look,
    "close": _close,
}
