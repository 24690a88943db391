"""The answers of the easy edition: texts, domains, choices and tables in short rows with a picture."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planbureau.documents.blocks import (
    Block,
    Heading,
    IdeaDetail,
    IdeaRow,
    KeepTogether,
    PictureCard,
    PictureGrid,
    PictureRow,
    Run,
)
from planbureau.documents.editions.calling import CALL_TABLE
from planbureau.documents.editions.easy.ideas import detail, ideas, words_of
from planbureau.documents.editions.files import attached, attachment_blocks, file_blocks
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.domains import SATISFIED
from planbureau.documents.editions.professional.tables import filled_rows
from planbureau.documents.editions.values import answer_text, cell_text, value_text
from planbureau.documents.editions.voices import EASY_WORDS, mark_blocks
from planbureau.formats.answers import Answer, DomainAnswer
from planbureau.formats.domain_parts import DomainPart, domain_parts
from planbureau.formats.marks import FACES, Mark, bars, face_word
from planbureau.formats.model import LifeDomain, Question, QuestionKind, Section
from planbureau.rules.dutch import sentence

K = QuestionKind
_KIND_PICTURES = {
    K.DATE: "kalender",
    K.MOMENT: "kalender",
    K.PERSON: "mensen-om-mij-heen",
    K.NUMBER: "ster",
    K.MARK: "ster",
    K.TICK: "ja",
}
_QUESTION_PICTURES = {
    "belangrijk_voor_mij": "belangrijk",
    "benaderen": "samen",
    "moet_je_weten": "luisteren",
    "mogelijkheden": "wat-ik-goed-kan",
    "beperkingen": "hulp",
    "coordinator": "mijn-begeleider",
    "bereikbaar": "telefoon",
    "vervanger": "begeleider",
    "klacht": "klacht",
    "nu_belangrijk": "belangrijk",
    "nu_niet_veilig": "niet-veilig",
    "eerder_kijken": "gesprek",
    "signalen": "signaleringsplan",
    "delen": "delen",
    "wensen_niet_gevolgd": "wens",
}
"""A picture for questions of the shipped plans that have none of their own."""
_FACES = {1: "verdrietig", 2: "neutraal", 3: "blij"}
_PHASES = {"groen": "blij", "oranje": "gefrustreerd", "rood": "crisis"}


def text_answer(question: Question, section: Section, paper: Paper) -> list[Block]:
    """A text as ideas, below the question in easy words."""
    answer = paper.answer(question.id)
    text = words_of(answer, answer_text(question, paper, easy=True))
    rows = ideas(text, answer.pictograms, _pictures(question, section), paper) if text else []
    files = [] if question.bind else file_blocks(answer, question.easy_label or question.label, paper)
    return _under(question, section, [*rows, *files])


def short_answer(question: Question, section: Section, paper: Paper) -> list[Block]:
    """A choice, date, person or tick as one row."""
    text = answer_text(question, paper, easy=True)
    if question.kind is K.TICK:
        text = (question.easy_label or question.label) if paper.value(question) is True else ""
        return [PictureRow((paper.picture("ja"),), text)] if text else []
    if not text:
        return []
    chosen = paper.value(question)
    option = next((one for one in question.options if one.id in _listed(chosen)), None)
    picture = paper.picture(
        option.pictogram if option else "",
        *_pictures(question, section),
        _KIND_PICTURES.get(question.kind, ""),
    )
    label = question.easy_label or question.label
    return [PictureRow((picture,), (Run(f"{label}\n"), Run(sentence(text), bold=True)))]


def domains(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """Each explored domain: what I want, and beside it how it is and what goes well; or the easy text."""
    blocks: list[Block] = []
    for domain in paper.view.format.domain_set(question.domain_set).domains:
        answer = paper.answer(f"{question.id}/{domain.id}")
        said = DomainAnswer.of(answer)
        if said.explored:
            blocks += _domain(question, domain, said, answer, paper)
            blocks += file_blocks(answer, domain.easy_label or domain.label, paper)
    return blocks


def _domain(
    question: Question, domain: LifeDomain, said: DomainAnswer, answer: Answer, paper: Paper
) -> list[Block]:
    parts = {part.id: part for part in domain_parts(question)}
    told = {name: getattr(said, name).strip() for name in ("change", "now") if name in parts}
    text = answer.easy_text.strip() or next((words for words in told.values() if words), "")
    if answer.easy_text.strip() or text == told.get("now"):
        parts.pop("now", None)  # it stands large, or the easy text says it
    if not text and "goes_well" in parts:
        text = said.goes_well
        del parts["goes_well"]
    if answer.easy_text.strip():
        parts.pop("goes_well", None)  # the easy text says it
    if not text:
        # A plan type with fields of its own only: the first stands large, not the name of the domain again.
        first = next((part for part in parts.values() if part.column and _own(part, said, paper)), None)
        if first is not None:
            text = _own(first, said, paper)
            del parts[first.id]
    rows = ideas(text, answer.pictograms, (domain.pictogram,), paper)
    if not rows:
        rows = [IdeaRow(paper.picture(domain.pictogram), domain.easy_label or domain.label)]
    last = rows[-1]
    if isinstance(last, IdeaRow):
        rows[-1] = IdeaRow(last.pictogram, last.text, _details(parts, said, paper))
    drawn = []
    if "marks" in parts:
        drawn = _marks(bars(paper.view.then.get(f"{question.id}/{domain.id}"), said), paper)
    heading = Heading(2, domain.easy_label or domain.label)
    if len(rows) == 1 or not drawn:
        return [KeepTogether((heading, rows[0], *drawn)), *rows[1:]]
    return [KeepTogether((heading, rows[0])), *rows[1:-1], KeepTogether((rows[-1], *drawn))]


def _details(parts: Mapping[str, DomainPart], said: DomainAnswer, paper: Paper) -> tuple[IdeaDetail, ...]:
    """How it is, what goes well, who helps, how satisfied I am, and the own fields with words for me."""
    found: list[IdeaDetail] = []
    for name, part in parts.items():
        column = part.column
        if name == "now":
            found += detail(part.easy_label, said.now.strip(), paper.picture("kijken"))
        elif name == "goes_well":
            found += detail(part.easy_label, said.goes_well.strip(), paper.picture("wat-ik-goed-kan"))
        elif name == "who_helps":
            words = said.who_helps.strip().removesuffix(".")
            found += detail(part.easy_label, words, paper.picture("hulp"))
        elif name == "satisfied":
            words = SATISFIED.get(said.satisfied, "")
            found += detail(part.easy_label, words, paper.picture(_face(said.satisfied)))
        elif column is not None and column.easy_label:
            words = _own(part, said, paper)
            found += detail(column.easy_label, words, paper.picture(_KIND_PICTURES.get(column.kind, "")))
    return tuple(found)


def _own(part: DomainPart, said: DomainAnswer, paper: Paper) -> str:
    """What stands in a field of the plan type itself, when it is one for the client."""
    column = part.column
    if column is None or not column.easy_label:
        return ""
    return value_text(column.kind, said.own.get(column.id), column.options, paper, easy=True)


def _marks(marks: Sequence[tuple[str, Mark]], paper: Paper) -> list[Block]:
    """Large: faces as faces, numbers as bars."""
    if marks and all(mark.of == FACES for _, mark in marks):
        cards = tuple(
            PictureCard(
                paper.picture(_FACES[int(mark.value)]), f"{EASY_WORDS[word]}: {face_word(mark.value)}"
            )
            for word, mark in marks
        )
        return [PictureGrid(cards, columns=3)]
    return mark_blocks(marks, large=True)


def _face(satisfied: str) -> str:
    return {"ja": "blij", "beetje": "neutraal", "nee": "verdrietig"}.get(satisfied, "")


def files_answer(question: Question, section: Section, paper: Paper) -> list[Block]:
    """Photos, scans and drawings as pictures; the photo of the client stands on the cover."""
    label = question.easy_label or question.label
    files = () if question.bind else attached(paper.value(question))
    return _under(question, section, attachment_blocks(files, label, paper))


def table_answer(question: Question, section: Section, paper: Paper) -> list[Block]:
    """Each row as a small block; the easy text of the whole table when there is one."""
    if question.id == CALL_TABLE:
        return []  # stands with everyone else who can be called
    answer = paper.answer(question.id)
    if answer.easy_text.strip():
        return text_answer(question, section, paper)
    rows = [
        _row(question, row, section, paper)
        for row in filled_rows(question, paper)
        if row.get("toestemming") != "nee"  # who may not read the plan is no reader
    ]
    return _under(question, section, [one for one in rows if one is not None])


def _row(question: Question, row: dict[str, Any], section: Section, paper: Paper) -> Block | None:
    """The first filled column large, the others below it.

    Columns without an easy label are not for the client; a table in which no column has one prints whole.
    """
    columns = [one for one in question.columns if one.easy_label] or question.columns
    filled = [(one, text) for one in columns if (text := cell_text(one, row, paper, easy=True))]
    if not filled:
        return None
    (first, title), *others = filled
    picture = paper.picture(
        _PHASES.get(str(row.get(first.id)), ""),
        _KIND_PICTURES.get(first.kind, ""),
        *_pictures(question, section),
    )
    details = tuple(
        entry for column, text in others for entry in detail(column.easy_label or column.label, text)
    )
    return IdeaRow(picture, title[:1].upper() + title[1:], details)


def _under(question: Question, section: Section, rows: list[Block]) -> list[Block]:
    """Rows below the question; without a heading when the section asks just that."""
    label = question.easy_label or question.label
    if not rows or label.strip(" ?").casefold() == (section.easy_title or section.title).casefold():
        return rows
    return [KeepTogether((Heading(2, label), rows[0])), *rows[1:]]


def _pictures(question: Question, section: Section) -> tuple[str, ...]:
    return question.pictogram or _QUESTION_PICTURES.get(question.id, ""), section.pictogram


def _listed(value: Any) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]
