"""Wie zit er aan tafel: one page for the client before a talk: who comes and why, and what it is about.

One page is a promise, so it is measured; long texts are cut at a word and say so, people never are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from planbureau.documents.blocks import (
    Block,
    Column,
    Cover,
    Divider,
    Document,
    Edition,
    Paragraph,
    PictureRow,
    Run,
    Table,
    TextStyle,
)
from planbureau.documents.editions.easy.edition import LEFT_OUT
from planbureau.documents.editions.easy.ideas import words_of
from planbureau.documents.editions.easy.people import person_picture
from planbureau.documents.editions.fitting import page_count
from planbureau.documents.editions.head import footer
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.tables import filled_rows
from planbureau.documents.editions.values import answer_text, cell_text, shortened
from planbureau.formats.model import Column as Field
from planbureau.formats.model import Question, QuestionKind
from planbureau.formats.wording import lower_first
from planbureau.rules.dutch import sentence

K = QuestionKind
TITLE = "Wie zit er aan tafel"
EDITION = "table"
_LENGTHS = (600, 250, 120, 60)
_LETTERS = (Edition.EASY, Edition.ONE_PAGE)
"""Long texts become shorter before the letters become smaller."""
_PEOPLE, _TOPICS = ("Wie komt er", "Waarom"), ("Waar praten we over",)
_LINE_MM = 13.0
_FACTS = frozenset({K.DATE, K.MOMENT, K.SHORT_TEXT})


def around_table(paper: Paper, *, left_out: bool) -> Document:
    """The one page, with as much text as fits."""
    document = None
    for letters, length in product(_LETTERS, _LENGTHS):
        document = _document(paper, _Room(length, letters), left_out=left_out)
        if page_count(document) == 1:
            break
    assert document is not None
    return document


@dataclass(frozen=True)
class _Room:
    """How long a text may be, in characters, and in which letters."""

    length: int
    letters: Edition


def _document(paper: Paper, room: _Room, *, left_out: bool) -> Document:
    questions = paper.questions(EDITION, *K)
    blocks = _facts(questions, paper)
    people = [one for each in questions if each.kind is K.TABLE for one in _people(each, room, paper)]
    topics = [row for question in questions if (row := _topic(question, room, paper)) is not None]
    blocks += people or [_lines(_PEOPLE, 5)]
    blocks += [Divider(), *topics] if topics else [_lines(_TOPICS, 3)]
    if left_out:
        blocks.append(Paragraph(LEFT_OUT, TextStyle.SMALL))
    photo, alt = paper.photo
    return Document(
        title=TITLE,
        blocks=tuple(blocks),
        subject=f"{TITLE}, bij het plan van {paper.view.subject_name}",
        author=paper.context.organisation.name or paper.view.organisation,
        edition=room.letters,
        cover=Cover(
            organisation=paper.context.organisation.name or paper.view.organisation,
            subtitle=f"We praten over het plan van {paper.call_name}.",
            photo=photo,
            photo_alt=alt,
            pictogram=paper.picture("plan-bespreken", "samen"),
        ),
        footer=footer(paper, TITLE),
    )


def _lines(heads: Sequence[str], rows: int) -> Table:
    """Empty lines to write on with a pen, for what nobody filled in yet."""
    columns = tuple(Column(head) for head in heads)
    return Table(columns, tuple(("",) * len(columns) for _ in range(rows)), write_mm=_LINE_MM)


def _facts(questions: Sequence[Question], paper: Paper) -> list[Block]:
    """When it is, and where, on one line."""
    told = [answer_text(one, paper, easy=True) for one in questions if one.kind in _FACTS]
    words = ", ".join(lower_first(text) for text in told if text)
    return [PictureRow((paper.picture("kalender"),), (Run(sentence(words), bold=True),))] if words else []


def _people(question: Question, room: _Room, paper: Paper) -> list[Block]:
    who = next((one for one in question.columns if one.kind is K.PERSON), None)
    why = next((one for one in question.columns if one.kind in (K.SHORT_TEXT, K.LONG_TEXT)), None)
    if who is None:
        return []
    rows = [_person(row, who, why, room, paper) for row in filled_rows(question, paper)]
    people = [row for row in rows if row is not None]
    faces = any(row.photo for row in people)
    return [replace(row, large=faces) for row in people]


def _person(
    row: dict[str, Any], who: Field, why: Field | None, room: _Room, paper: Paper
) -> PictureRow | None:
    """The name, who that is to the client, and why he or she is there."""
    name = cell_text(who, row, paper, easy=True)
    if not name:
        return None
    ids = [str(one.get("person") or "") for one in row.get(who.id) or () if isinstance(one, dict)]
    role = next((role for one in ids if (role := _role(one, paper))), "")
    person = paper.person(ids[0]) if ids else None
    reason = shortened(cell_text(why, row, paper, easy=True), room.length) if why else ""
    runs = [Run(sentence(name), bold=True), *([Run(f", {role}")] if role else [])]
    if reason:
        runs.append(Run(f"\n{sentence(reason)}"))
    own = paper.view.client is not None and paper.view.client.person.id in ids
    picture = paper.picture("ik") if own else person_picture(role or name, person, paper)
    photo, alt = paper.face(ids[0]) if ids else (b"", "")
    return PictureRow((picture,), tuple(runs), photo=photo, photo_alt=alt)


def _role(person_id: str, paper: Paper) -> str:
    for relation in paper.view.relations:
        if relation.person.id == person_id and relation.role:
            return relation.role
    person = paper.person(person_id)
    return person.function if person is not None else ""


def _topic(question: Question, room: _Room, paper: Paper) -> PictureRow | None:
    if question.kind is not K.LONG_TEXT:
        return None
    answer = paper.answer(question.id)
    text = words_of(answer, answer_text(question, paper, easy=True))
    if not text:
        return None
    picture = paper.picture(*answer.pictograms, "praten")
    label = question.easy_label or question.label
    runs = (Run(f"{label}\n", bold=True), Run(shortened(text, room.length)))
    return PictureRow((picture,), runs)
