"""The scores that were given with progress notes, in the words of the scale of that moment."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from planbureau.model.reading.looks import looks_with_notes, scales_of
from planbureau.model.store import ReadSession
from planbureau.rules.goals.gas import signed
from planbureau.views import LookView, NoteScore, NoteView, ScaleView, TopicView


def scores_with(
    session: ReadSession, notes: Iterable[NoteView], topics: Iterable[TopicView]
) -> Mapping[str, tuple[NoteScore, ...]]:
    """By note, in the order of `topics`; a goal that is not among those is left out.

    A note that corrects another without giving another score has the one of that note.
    """
    before = {note.id: note.replaces for note in notes}
    looks = {
        (look.source_id, look.goal_id): look
        for look in looks_with_notes(session, {*before, *before.values()} - {""})
    }
    if not looks:
        return {}
    goals = {goal for _, goal in looks}
    scales = {scale.id: scale for of_goal in scales_of(session, goals).values() for scale in of_goal}
    labels = {topic.goal_id: topic.goal_label for topic in topics if topic.goal_id in goals}
    found: dict[str, tuple[NoteScore, ...]] = {}
    for note_id, earlier in before.items():
        own = {goal: look for goal in labels if (look := looks.get((note_id, goal)))}
        kept = {
            goal: look for goal in labels if (look := looks.get((earlier, goal))) and not look.replaced_by
        }
        told = {**kept, **own}
        scores = tuple(
            NoteScore(goal, _words(labels[goal], told[goal], scales), told[goal].not_for)
            for goal in labels
            if goal in told and told[goal].score is not None
        )
        if scores:
            found[note_id] = scores
    return found


def _words(label: str, look: LookView, scales: Mapping[str, ScaleView]) -> str:
    assert look.score is not None
    scale = scales.get(look.scale_id)
    text = scale.inside(look.score) if scale is not None else ""
    return f"Score bij {label}: {signed(look.score)}{f' ({text})' if text else ''}"
