"""Startafspraken: one A4 after the first talk, from any concept, also an almost empty one.

What matters to me, what is not safe now, three agreements, whom to call. What does not fit is cut at a word
and says so; what is not known yet has room to write. One page is a promise, so it is measured.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from planbureau.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Column,
    Cover,
    Document,
    Edition,
    Heading,
    Paragraph,
    Run,
    Status,
    StatusIcon,
    Table,
    Text,
    TextStyle,
    Tone,
)
from planbureau.documents.editions.calling import Call, whom_to_call
from planbureau.documents.editions.fitting import page_count
from planbureau.documents.editions.head import footer, status
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.risks import heaviest
from planbureau.documents.editions.redaction import LEFT_OUT
from planbureau.documents.editions.statuses import printed_goals
from planbureau.documents.editions.values import answer_text, shortened
from planbureau.formats.model import QuestionKind
from planbureau.rules.dutch import inside, plain_date

K = QuestionKind
TITLE = "Startafspraken"
AGREEMENTS = 3
_UNSAFE = frozenset({"nu_niet_veilig"})
"""Questions whose answer is about danger, not about what matters."""
_LENGTHS = (700, 480, 340, 240, 170, 120, 80, 50, 30, 15)
_ROWS = ((3, 5, 4, 5), (3, 4, 3, 4), (3, 3, 3, 3), (2, 3, 2, 3), (1, 2, 2, 2))
"""Answers, people to call, dangers, and blank lines, from roomy to tight."""
_NAME = 60
_WHAT = 90
_NUMBER = 30
_WRITE_MM = 8.5
"""A line to write on by hand."""


@dataclass(frozen=True)
class _Room:
    """How much may stand on the page: characters per text, and rows per list."""

    length: int
    answers: int
    calls: int
    dangers: int
    blank: int

    @property
    def name(self) -> int:
        """Characters for a name or a time."""
        return min(self.length, _NAME)


@dataclass(frozen=True)
class _Agreement:
    what: str
    who: str = ""
    when: str = ""


@dataclass(frozen=True)
class _Content:
    """What the page may show, all of it, before it is cut to size."""

    matters: list[tuple[str, str]]
    unsafe: list[str]
    agreed: list[_Agreement]
    calls: tuple[Call, ...]

    def is_cut(self, room: _Room) -> bool:
        """Whether anything is left out in this room."""
        long = (*(text for _, text in self.matters), *self.unsafe, *(one.what for one in self.agreed))
        names = (
            *(text for one in self.agreed for text in (one.who, one.when)),
            *(one.name for one in self.calls),
        )
        return (
            any(len(text) > room.length for text in long)
            or any(len(text) > room.name for text in names)
            or any(len(one.role) + len(one.when) > min(room.length, _WHAT) for one in self.calls)
            or len(self.matters) > room.answers
            or len(self.unsafe) > room.dangers
            or len(self.agreed) > AGREEMENTS
            or len(self.calls) > room.calls
        )


def start(paper: Paper, *, left_out: bool) -> Document:
    """The one page, in the largest measure that fits."""
    content = _Content(_matters(paper), _unsafe(paper), _agreements(paper), whom_to_call(paper, "start"))
    document = None
    for length, rows in product(_LENGTHS, _ROWS):
        document = _page(content, _Room(length, *rows), paper, left_out=left_out)
        if page_count(document) == 1:
            return document
    assert document is not None
    return document


def _page(content: _Content, room: _Room, paper: Paper, *, left_out: bool) -> Document:
    blocks: list[Block] = []
    blocks += _matters_blocks(content.matters, room, paper)
    blocks += _unsafe_blocks(content.unsafe, room, paper)
    blocks += _agreement_blocks(content.agreed, room, paper)
    blocks += _calling_blocks(content.calls, room, paper)
    notes = []
    if content.is_cut(room):
        notes.append("Dit is niet alles. De rest staat in het plan.")
    if left_out:
        notes.append(LEFT_OUT)
    if notes:
        blocks.append(Paragraph(" ".join(notes), TextStyle.SMALL))
    return _document(paper, blocks)


def _document(paper: Paper, blocks: list[Block]) -> Document:
    organisation = shortened(paper.context.organisation.name or paper.view.organisation, _NAME)
    return Document(
        title=TITLE,
        blocks=tuple(blocks),
        subject=f"{TITLE} van {shortened(paper.view.subject_name, _NAME)}",
        author=organisation,
        edition=Edition.ONE_PAGE,
        cover=Cover(
            organisation=organisation,
            subtitle=f"van {shortened(paper.view.subject_name, _NAME)}, {plain_date(paper.context.today)}",
            status=_status(paper),
            pictogram=paper.picture("afspraken"),
        ),
        footer=footer(paper, TITLE),
    )


def _status(paper: Paper) -> Status:
    """First agreements, or what they were taken from."""
    if paper.own:  # nobody adopts it, so no plan follows
        return status(paper)
    if paper.concept:
        return Status(StatusIcon.OPEN, "CONCEPT: eerste afspraken, het plan volgt", Tone.WARN)
    return Status(StatusIcon.DONE, f"Uit versie {paper.view.version} van het plan", Tone.OK)


def _matters(paper: Paper) -> list[tuple[str, str]]:
    """What matters, with its question: texts of the start edition, the easy words when they are shorter."""
    found = []
    for question in paper.questions("start", K.LONG_TEXT):
        text = _words(paper, question.id, answer_text(question, paper))
        if text and question.id not in _UNSAFE:
            found.append((question.label, text))
    return found


def _words(paper: Paper, question_id: str, text: str) -> str:
    easy = paper.answer(question_id).easy_text.strip()
    return easy if easy and (not text or len(easy) < len(text)) else text


def _unsafe(paper: Paper) -> list[str]:
    found = [
        text
        for question in paper.questions("start", K.LONG_TEXT)
        if question.id in _UNSAFE and (text := _words(paper, question.id, answer_text(question, paper)))
    ]
    if paper.questions("start", K.RISKS):
        for risk in heaviest(paper.view.risks):
            do = f" Dit doen we: {risk.measures.strip()}" if risk.measures.strip() else ""
            if risk.what.strip():
                found.append(f"{risk.what.strip().rstrip('.')}.{do}")
    return found


def _agreements(paper: Paper) -> list[_Agreement]:
    """The standing agreements; where a plan type has none of those, the first actions of the goals."""
    found: list[_Agreement] = []
    if paper.questions("start", K.AGREEMENTS):
        for one in sorted(paper.view.agreements, key=lambda each: each.order):
            text = one.easy_text.strip() or one.what.strip()
            if text:
                found.append(_Agreement(text, paper.who_short(one.who, one.who_function), one.when.strip()))
    if paper.questions("start", K.GOALS) and not found:
        for goal in printed_goals(paper):
            for action in goal.live_actions:
                text = action.easy_text.strip() or action.what.strip()
                if text and goal.standing_of(action).is_open:
                    when = f"klaar op {plain_date(action.done_by)}" if action.done_by else ""
                    who = paper.who_short(action.responsible_person, action.responsible_function)
                    found.append(_Agreement(text, who, when))
    return found


def _matters_blocks(matters: list[tuple[str, str]], room: _Room, paper: Paper) -> list[Block]:
    word = "ons" if paper.is_household else "mij"
    blocks: list[Block] = [Heading(1, f"Dit is belangrijk voor {word}", paper.picture("belangrijk"))]
    if not matters:
        return [*blocks, _lines(("Wat", "Waarom"), room.blank)]
    for label, text in matters[: room.answers]:
        if "belangrijk" not in label.casefold():  # the heading says that already
            blocks.append(Paragraph(label, TextStyle.LABEL))
        blocks.append(Paragraph(shortened(text, room.length), TextStyle.QUOTE))
    return blocks


def _unsafe_blocks(unsafe: list[str], room: _Room, paper: Paper) -> list[Block]:
    heading = Heading(1, "Dit is nu niet veilig", paper.picture("niet-veilig"))
    if not unsafe:
        return [heading, _lines(("Wat is niet veilig", "Wat doen we dan"), room.blank - 1)]
    texts = "\n\n".join(shortened(text, room.length) for text in unsafe[: room.dangers])
    return [heading, Callout(CalloutKind.SAFETY, "Let hierop", texts)]


def _agreement_blocks(agreed: list[_Agreement], room: _Room, paper: Paper) -> list[Block]:
    rows: list[tuple[Text, ...]] = [
        (
            str(number),
            shortened(one.what, room.length),
            shortened(one.who, room.name),
            shortened(one.when, room.name),
        )
        for number, one in enumerate(agreed[:AGREEMENTS], 1)
    ]
    rows += [(str(number), "", "", "") for number in range(len(rows) + 1, AGREEMENTS + 1)]
    columns = (Column("", 0.2), Column("Wat", 2.6), Column("Wie", 1.1), Column("Wanneer", 1.1))
    heading = Heading(1, "Dit spreken we af", paper.picture("afspraken"))
    return [heading, Table(columns, tuple(rows), row_headers=True, write_mm=_WRITE_MM)]


def _calling_blocks(calls: tuple[Call, ...], room: _Room, paper: Paper) -> list[Block]:
    heading = Heading(
        1, "Die bellen we" if paper.is_household else "Die kan ik bellen", paper.picture("bellen")
    )
    rows = [_call_row(number, one, room) for number, one in enumerate(calls[: room.calls], 1)]
    rows += [(str(number), "", "", "") for number in range(len(rows) + 1, room.blank + 1)]
    columns = (
        Column("", 0.2),
        Column("Wie", 1.6),
        Column("Wie is dat, wanneer", 1.8),
        Column("Telefoon", 1.2),
    )
    danger = Paragraph((Run("Gevaar? Bel 112.", bold=True),))
    return [heading, Table(columns, tuple(rows), row_headers=True, write_mm=_WRITE_MM), danger]


def _call_row(number: int, one: Call, room: _Room) -> tuple[Text, ...]:
    what = ", ".join(part for part in (one.role, inside(one.when) if one.role else one.when) if part)
    phone = shortened(one.number, _NUMBER)
    link = (Run(phone, bold=True, link=f"tel:{''.join(phone.split())}"),) if phone else ""
    return str(number), shortened(one.name, room.name), shortened(what, min(room.length, _WHAT)), link


def _lines(titles: tuple[str, str], count: int) -> Table:
    """Room to write by hand."""
    columns = (Column("", 0.2), Column(titles[0], 2.4), Column(titles[1], 2.4))
    rows = tuple((str(number), "", "") for number in range(1, count + 1))
    return Table(columns, rows, row_headers=True, write_mm=_WRITE_MM)
