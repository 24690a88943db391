"""An organisation's copy of a plan type as an editor shows it: what it says, hides and adds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .frame import FRAME_ID
from .kept_parts import why_kept
from .model import Need, PlanFormat, Question, QuestionKind

OWN_KINDS = (
    QuestionKind.SHORT_TEXT,
    QuestionKind.LONG_TEXT,
    QuestionKind.CHOICE,
    QuestionKind.CHOICES,
    QuestionKind.DATE,
    QuestionKind.NUMBER,
    QuestionKind.TICK,
)
"""The kinds that an extra question may have in the editor; in the file every kind can be used."""

WITH_OPTIONS = frozenset({QuestionKind.CHOICE, QuestionKind.CHOICES})
"""The kinds whose answers the editor asks for."""

OWN_PREFIX = "eigen_"
"""What the id of an extra question begins with, so that it never meets one of a later base."""


@dataclass(frozen=True)
class QuestionDraft:
    """A question of a copy. `kept` is why it may not be hidden, "" when it may."""

    id: str
    label: str
    easy_label: str = ""
    help: str = ""
    why: str = ""
    need: Need = Need.FREE
    least: Need = Need.FREE  # what the base asks: less than that is refused
    kind: QuestionKind = QuestionKind.SHORT_TEXT
    options: tuple[str, ...] = ()  # the words of the answers of an extra question
    hidden: bool = False
    extra: bool = False
    kept: str = ""


@dataclass(frozen=True)
class ChapterDraft:
    """A chapter of a copy, with the questions that it hides where they stood."""

    id: str
    title: str
    questions: tuple[QuestionDraft, ...]
    own: bool = False  # of the copy itself, not of its base
    bare: bool = True  # an own chapter that always shows


@dataclass(frozen=True)
class CopyDraft:
    """A whole copy."""

    title: str
    chapters: tuple[ChapterDraft, ...]

    @property
    def hidden(self) -> tuple[str, ...]:
        """The ids of the questions of the base that are left out."""
        return tuple(q.id for c in self.chapters for q in c.questions if q.hidden and not q.extra)


def draft_of(plan: PlanFormat, base: PlanFormat) -> CopyDraft:
    """What stands in `plan`, a copy of `base`, with what it leaves out."""
    have = {question.id for section in plan.sections for question in section.questions}
    shown = {section.id: section for section in plan.sections}
    placed = {q.id: section.id for section in plan.sections for q in section.questions}
    order = [section.id for section in plan.sections if section.id != FRAME_ID]
    homes = {section.id: section for section in base.sections if section.id != FRAME_ID}
    order = _with_missing(order, list(homes))
    of_base = {question.id for section in base.sections for question in section.questions}
    chapters = []
    for name in order:
        section = shown.get(name) or homes[name]
        questions = list(section.questions) if name in shown else []
        ids = [question.id for question in questions]
        home = homes.get(name)
        at_home = [q.id for q in home.questions if placed.get(q.id, name) == name] if home is not None else []
        all_ids = _with_missing(ids, at_home)
        known = {q.id: q for q in (*(home.questions if home is not None else ()), *questions)}
        drafts = tuple(
            _question(known[one], base, extra=one not in of_base, hidden=one not in have) for one in all_ids
        )
        bare = section.when is None and not section.agreed_by
        chapters.append(ChapterDraft(name, section.title, drafts, own=home is None, bare=bare))
    return CopyDraft(plan.title, tuple(chapters))


def _question(question: Question, base: PlanFormat, *, extra: bool, hidden: bool) -> QuestionDraft:
    return QuestionDraft(
        id=question.id,
        label=question.label,
        easy_label=question.easy_label,
        help=question.help,
        why=question.why,
        need=question.need,
        least=Need.FREE if extra else base.question(question.id).need,
        kind=question.kind,
        options=tuple(option.label for option in question.options) if extra else (),
        hidden=hidden,
        extra=extra,
        kept="" if extra else why_kept(base, question.id),
    )


def _with_missing(order: list[str], home: list[str]) -> list[str]:
    """The order with what it misses of `home`, each behind what it stands behind there."""
    result = list(order)
    for place, name in enumerate(home):
        if name not in result:
            before = [one for one in home[:place] if one in result]
            result.insert(result.index(before[-1]) + 1 if before else 0, name)
    return result


def kept_now(base: PlanFormat, draft: CopyDraft, question_id: str) -> str:
    """Why this question may not be hidden, with what is hidden already taken into account."""
    return why_kept(base, question_id, draft.hidden)


def new_id(label: str, taken: Iterable[str]) -> str:
    """An id for an extra question, from the first words of its label."""
    return free_id(OWN_PREFIX + plain_id(label, "vraag"), taken)


def plain_id(words: str, otherwise: str = "plantype", joint: str = "_") -> str:
    """Words as an id: small letters without marks, at most five words."""
    import re
    from unicodedata import normalize

    bare = normalize("NFKD", words.casefold()).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", bare)[:5]
    name = joint.join(parts)
    return name if name[:1].isalpha() else joint.join([otherwise, *parts])


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """The id, with a number when it is taken."""
    used = set(taken)
    if wanted not in used:
        return wanted
    number = next(n for n in range(2, len(used) + 3) if f"{wanted}_{n}" not in used)
    return f"{wanted}_{number}"


def plain_title(draft: CopyDraft, wanted: str) -> str:
    """The title for a new chapter, with a number when there is one of that name."""
    taken = {chapter.title.casefold() for chapter in draft.chapters}
    numbers = range(2, len(taken) + 3)
    names = (wanted, *(f"{wanted} {number}" for number in numbers))
    return next(name for name in names if name.casefold() not in taken)


def with_chapter(draft: CopyDraft, chapter: ChapterDraft) -> CopyDraft:
    """The draft with this chapter in the place of the one with the same id."""
    chapters = tuple(chapter if one.id == chapter.id else one for one in draft.chapters)
    return replace(draft, chapters=chapters)
