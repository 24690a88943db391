"""The steps of a plan as the step list and the drop-down show them."""

from __future__ import annotations

from planbureau.formats.completeness import need_of
from planbureau.formats.flow import steps
from planbureau.formats.model import Need
from planbureau.rules.plan_checks import step_states
from planbureau.ui.widgets.step_list import Step
from planbureau.ui.wizard.desk import Desk


def steps_of(desk: Desk) -> tuple[Step, ...]:
    """Every step that shows, with how far it is."""
    plan, state = desk.format, desk.state
    states = {item.section_id: item for item in step_states(plan, state)}
    shown = []
    for step in steps(plan, state):
        one = states[step.section.id]
        needed = any(need_of(question, state, plan) is Need.ADOPT for question in step.questions)
        shown.append(
            Step(
                id=step.section.id,
                title=step.section.title,
                needed=one.needed,
                attention=one.attention,
                danger=one.danger,
                progress=one.filled / one.total if one.total else 0.0,
                optional=not needed,
            )
        )
    return tuple(shown)
