"""What happens after a plan was filled; each event of a story is one small function, named by its `do`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from planbureau.errors import FormatError
from planbureau.services.demo import agreeing, annexes, planning, progress, reports
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part

Event = Callable[[str, Part, Story, date], None]
"""Does what an event tells: the id of its plan, its keys, the story, its day."""
_OF_EVERY_EVENT = ("day", "do", "at", "by")

EVENTS: dict[str, Event] = {
    "adopt": agreeing.adopt,
    "consent": agreeing.consent,
    "share": agreeing.share,
    "allow": agreeing.allow,
    "close": agreeing.close,
    "move": progress.move,
    "action": progress.action,
    "card": progress.card,
    "frame": progress.frame,
    "look": progress.look,
    "done": progress.done,
    "deviate": progress.deviate,
    "answer": progress.answer_later,
    "goal": progress.new_goal,
    "agreement": progress.new_agreement,
    "appointment": planning.appointment,
    "prepare": planning.prepare,
    "tick": planning.tick,
    "pause": planning.pause,
    "annex": annexes.begin,
    "fill": annexes.fill,
    "finish": annexes.finish,
    "note": reports.note,
    "settle": reports.settle,
    "discussed": reports.discussed,
    "read": reports.read,
    "jot": reports.jot,
    "clear_pad": reports.clear_pad,
}


def tell_event(plan: str, part: Part, story: Story) -> None:
    """Plans the step of one event of the plan under this key. Raises FormatError for an unknown event."""
    day = part.needed_day("day")
    run = EVENTS.get(part.text("do"))
    if run is None:
        raise FormatError(f"{part.name}: {part.text('do')} kan niet gebeuren.")
    story.on(day, lambda: run(part.names.id(plan), part.without(*_OF_EVERY_EVENT), story, day), part)
