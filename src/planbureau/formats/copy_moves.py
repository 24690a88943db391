"""Chapters and questions of a copy in another place: what an editor does with a draft."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from .copy_draft import (
    WITH_OPTIONS,
    ChapterDraft,
    CopyDraft,
    free_id,
    new_id,
    plain_id,
    plain_title,
    with_chapter,
)
from .kept_parts import same_circumstances
from .model import PlanFormat

NEW_CHAPTER = "Nieuw hoofdstuk"
OWN_CHAPTER = "eigen-"
_Part = TypeVar("_Part")


def moved(parts: tuple[_Part, ...], place: int, step: int) -> tuple[_Part, ...]:
    """The parts with one of them a place earlier or later; at the end nothing moves."""
    to = place + step
    if not (0 <= place < len(parts) and 0 <= to < len(parts)):
        return parts
    listed = list(parts)
    listed.insert(to, listed.pop(place))
    return tuple(listed)


def with_new_chapter(draft: CopyDraft, after: str) -> tuple[CopyDraft, ChapterDraft]:
    """A chapter of the copy itself, behind the one with this id."""
    title = plain_title(draft, NEW_CHAPTER)
    made = ChapterDraft(own_chapter_id(title, draft), title, (), own=True)
    place = next(n for n, chapter in enumerate(draft.chapters) if chapter.id == after)
    chapters = (*draft.chapters[: place + 1], made, *draft.chapters[place + 1 :])
    return replace(draft, chapters=chapters), made


def own_chapter_id(title: str, draft: CopyDraft, own: str = "") -> str:
    """A free id for an own chapter, from its title; `own` is the id that it has now."""
    taken = {chapter.id for chapter in draft.chapters} - {own}
    return free_id(OWN_CHAPTER + plain_id(title, "hoofdstuk", joint="-"), taken)


def named(draft: CopyDraft, stored: Collection[str]) -> CopyDraft:
    """The draft as it is saved: what is new gets an id from its words, what was new and is hidden goes.

    `stored` are the ids of the questions and chapters that were saved before; those stay.
    """
    taken = {q.id for chapter in draft.chapters for q in chapter.questions}
    for place, chapter in enumerate(draft.chapters):
        questions = []
        for question in chapter.questions:
            fresh = question.extra and question.id not in stored
            if fresh and question.hidden:
                continue
            name = new_id(question.label, taken - {question.id}) if fresh else question.id
            taken = {*taken - {question.id}, name}
            questions.append(replace(question, id=name))
        fresh = chapter.own and chapter.id not in stored
        name = own_chapter_id(chapter.title, draft, chapter.id) if fresh else chapter.id
        made = replace(chapter, id=name, questions=tuple(questions))
        draft = replace(draft, chapters=(*draft.chapters[:place], made, *draft.chapters[place + 1 :]))
    return draft


def unfinished(draft: CopyDraft) -> str:
    """What still has to be filled in before the draft can be saved, in words; "" when nothing."""
    for chapter in draft.chapters:
        if not chapter.title:
            return f"Het hoofdstuk ‘{chapter.id}’ heeft geen titel."
        if chapter.own and all(question.hidden for question in chapter.questions):
            return f"In het hoofdstuk ‘{chapter.title}’ staat nog geen vraag."
        for question in chapter.questions:
            if not question.label:
                return f"In het hoofdstuk ‘{chapter.title}’ staat een vraag zonder tekst."
            if question.extra and question.kind in WITH_OPTIONS and not question.options:
                return f"Bij ‘{question.label}’ zijn er nog geen antwoorden om uit te kiezen."
    return ""


def without_chapter(draft: CopyDraft, chapter_id: str) -> CopyDraft:
    """The draft without an own chapter; it must be empty."""
    return replace(draft, chapters=tuple(one for one in draft.chapters if one.id != chapter_id))


def chapters_for(base: PlanFormat, draft: CopyDraft, question_id: str) -> tuple[ChapterDraft, ...]:
    """The chapters in which this question may stand, its present one among them."""
    here = chapter_of(draft, question_id)
    question = next(one for one in here.questions if one.id == question_id)
    if question.extra:
        return draft.chapters
    bare = {chapter.id for chapter in draft.chapters if chapter.own and chapter.bare}
    return tuple(
        chapter
        for chapter in draft.chapters
        if chapter.id == here.id or same_circumstances(base, question_id, chapter.id, bare)
    )


def chapter_of(draft: CopyDraft, question_id: str) -> ChapterDraft:
    """The chapter in which a question stands. Raises StopIteration for an unknown one."""
    return next(one for one in draft.chapters if any(q.id == question_id for q in one.questions))


def moved_to(draft: CopyDraft, question_id: str, chapter_id: str) -> CopyDraft:
    """The draft with a question at the end of another chapter."""
    here = chapter_of(draft, question_id)
    if here.id == chapter_id:
        return draft
    question = next(one for one in here.questions if one.id == question_id)
    left = tuple(one for one in here.questions if one.id != question_id)
    draft = with_chapter(draft, replace(here, questions=left))
    target = next(one for one in draft.chapters if one.id == chapter_id)
    return with_chapter(draft, replace(target, questions=(*target.questions, question)))
