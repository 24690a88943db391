"""Events about agreement and about who may see a plan: adopting, a later answer, sharing, its end."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planbureau.errors import FormatError
from planbureau.rules.consent.record import AdaptedBy, Explained
from planbureau.services.api import AdoptPlan
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import ConsentView


def adopt(plan_id: str, part: Part, story: Story, day: date) -> None:
    """A version is adopted, or handed in by whose plan it is; who is not named in `answers` agrees."""
    part.only("place", "present", "present_others", "client_said", "form", "answers", "reason", "unable",
              "child_heard")  # fmt: skip
    plans, unable = story.workspace.plans, _unable(plan_id, part, story)
    asked = plans.adoption_check(plan_id, day, unable).expected
    answers = {one.id("person"): one for one in part.parts("answers")}
    consents = tuple(_answered(part, one, answers.get(one.person_id), day) for one in asked)
    request = AdoptPlan(
        plan_id=plan_id,
        on=day,
        place=part.text("place", ""),
        present=part.people("present"),
        present_others=part.text("present_others", ""),
        discussed=tuple(section.id for section in story.formats[plan_id].sections),
        client_said=part.text("client_said", ""),
        consents=consents,
        not_competent=unable,
        reason_without_consent=part.text("reason", ""),
        copy_given_on=day,
        child_heard=part.text("child_heard", ""),
    )
    plans.adopt(request)


def _unable(plan_id: str, part: Part, story: Story) -> tuple[str, ...]:
    """The clients who were judged not able to decide about this plan."""
    named = part.people("unable")
    clients = story.workspace.plans.plan(plan_id).clients if named else ()
    return tuple(client.id for client in clients if client.person.id in named)


def _answered(part: Part, asked: ConsentView, answer: Part | None, day: date) -> ConsentView:
    if answer is not None:
        answer.only("person", "outcome", "form", "reason")
    elif asked.outcome:  # resistance that was written down stands
        return asked
    usual = part.text("form", "spoken")
    return replace(
        asked,
        outcome=answer.text("outcome", "agreed") if answer else "agreed",
        form=answer.text("form", usual) if answer else usual,
        reason=answer.text("reason", "") if answer else "",
        on=day,
        information=tuple(item.value for item in (Explained.WHAT, Explained.RISKS, Explained.OTHER_WAYS)),
        adapted=(AdaptedBy.PLAIN.value,),
    )


def consent(plan_id: str, part: Part, story: Story, day: date) -> None:
    """Somebody gives a later answer about the version that counts."""
    part.only("person", "outcome", "form", "reason")
    plans, person = story.workspace.plans, part.id("person")
    asked = [one for one in plans.version_consents(plan_id).asked if one.person_id == person]
    if not asked:
        raise FormatError(f"{part.name}: {part.text('person')} is niets gevraagd.")
    plans.record_consent(_answered(part, asked[0], part, day))


def share(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The client opens the own plan with its code, and shares a section with the team or a person."""
    part.only("code", "section", "with_whom")
    own = story.workspace.own_plans
    own.open(plan_id, part.text("code"))
    try:
        whom = part.text("with_whom", "team")
        own.share(plan_id, part.text("section"), whom if whom == "team" else part.id("with_whom"))
    finally:
        own.leave()


def allow(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """Somebody comes on the list of a protected plan."""
    part.only("person", "reason")
    story.workspace.protection.allow(plan_id, part.id("person"), part.text("reason"))


def close(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The plan ends."""
    part.only("reason")
    story.workspace.plans.close_plan(plan_id, part.text("reason"))
