"""Events of every day: progress notes, questions to a colleague, incidents, the scratch pad of a visit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from planbureau.rules.notes.text import parts_of
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Part
from planbureau.views import NoteTopic, NoteView

_OWN = ("key", "text", "goal")
_PEOPLE = ("question_to",)


def note(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """A progress note; in `text`, {impression = "..."} is what the writer makes of it, the rest is fact.

    A note with `replaces` corrects an earlier one.
    """
    now = story.clock.now()
    client, household = story.about[plan_id]
    told = {key: value for key, value in part.values.items() if key not in (*_OWN, "replaces")}
    known = {**told, "client_id": client, "household_id": household, "happened_at": now, "written_at": now}
    view = replace(part, values=known).view(NoteView, people=_PEOPLE)
    pieces = [
        (str(one["impression"]), True) if isinstance(one, dict) else (str(one), False)
        for one in part.items("text")
    ]
    about = (NoteTopic("goal", part.id("goal")),) if "goal" in part.values else ()
    corrected = part.id("replaces") if "replaces" in part.values else ""
    view = replace(view, text=parts_of(pieces), about=about, replaces=corrected)
    made, _ = story.workspace.notes.add(view)
    if "key" in part.values:
        part.names.add(part.text("key"), made)


def settle(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The question in a note is ticked off."""
    story.workspace.notes.settle(part.only("note").id("note"))


def discussed(_plan_id: str, part: Part, story: Story, day: date) -> None:
    """An incident was talked about with the client."""
    story.workspace.notes.discussed(part.only("note").id("note"), day)


def read(_plan_id: str, part: Part, story: Story, _day: date) -> None:
    """Everything that colleagues wrote so far was read."""
    part.only()
    notes = story.workspace.notes
    notes.mark_read([one.id for one in notes.unread()])


def jot(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """Lines on the scratch pad of a visit; {quote = "..."} are somebody's own words."""
    client, household = story.about[plan_id]
    for line in part.only("lines").items("lines"):
        words = str(line["quote"]) if isinstance(line, dict) else str(line)
        story.workspace.scratch.jot(client, household, words, quote=isinstance(line, dict))


def clear_pad(plan_id: str, part: Part, story: Story, _day: date) -> None:
    """The pads about the client or household are dealt with and destroyed."""
    part.only()
    client, household = story.about[plan_id]
    for pad in story.workspace.scratch.pads(client, household):
        story.workspace.scratch.close(pad.id)
