"""The calendar on paper, with names, initials or codes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from planbureau.errors import InvalidInputError
from planbureau.model.reading import access
from planbureau.model.reading import people as people_reading
from planbureau.model.rows import ClientRecord
from planbureau.model.store import ReadSession
from planbureau.rules.appointments import AppointmentKind
from planbureau.rules.deadlines import RULES, Deadline
from planbureau.rules.dutch import sentence
from planbureau.rules.preparation import TaskState
from planbureau.services.api.requests import AgendaPrint, NamesOnPaper
from planbureau.services.calendar.term_marks import Named, terms_kept_from
from planbureau.services.context import Context
from planbureau.services.paper.naming import Naming, hidden_names
from planbureau.services.sighting import guarded_plans
from planbureau.views import AppointmentView, DeadlineRow, TaskView

if TYPE_CHECKING:
    from planbureau.documents.editions.agenda import AgendaLine, AgendaOnPaper

Line = DeadlineRow | AppointmentView | TaskView


MOST_LINES = 400
"""Lines in one print: more takes many seconds to lay out, and nobody reads it."""

_OPEN = "open"
_TASKS = {TaskState.DONE: "gedaan", TaskState.LATE: "te laat", TaskState.PASSED: "voorbij"}


def agenda_on_paper(context: Context, request: AgendaPrint) -> AgendaOnPaper:
    """Everything for the print; terms of guarded plans stay away, and the paper says so.

    Raises InvalidInputError for more lines than anybody reads on paper.
    """
    from planbureau.documents.blocks import PaperSize
    from planbureau.documents.editions.agenda import AgendaOnPaper

    many = sum(len(lines) for _, lines in request.sections)
    if many > MOST_LINES:
        raise InvalidInputError(
            f"Dit zijn {many} regels: te veel voor papier. Er is niets gemaakt.",
            "Kies in de agenda een collega, een cliënt of een soort, en druk die af.",
        )
    with context.reading() as session:
        words = _Words(session, context, request)
        sections = [
            (title, [words.of(line) for line in lines if not words.is_guarded(line)])
            for title, lines in request.sections
        ]
        guarded = any(words.is_guarded(line) for _, lines in request.sections for line in lines)
        left_out = guarded or words.name_left_out
        return AgendaOnPaper(
            title=request.title,
            sections=sections,
            organisation=people_reading.organisation(session).name,
            today=context.today(),
            whose=words.whose(request.subject_id),
            month=request.month,
            left_out=left_out,
            size=PaperSize(request.size),
        )


def _standing(term: Deadline) -> str:
    """How a term stands in words that are still true tomorrow."""
    if term.is_late:
        return "te laat"
    return _OPEN if term.status.is_open else term.status_label


def _not_for_readers(session: ReadSession, lines: Sequence[Line], subject_id: str) -> frozenset[Line]:
    """The lines that are not for somebody around the client or household of this print."""
    if not subject_id:
        return frozenset()
    around = {one.id for one in people_reading.people_of(session, subject_id)}
    marks = people_reading.restrictions(
        session, [one.id for one in lines if isinstance(one, AppointmentView)]
    )
    away: set[str | Named] = {mark.target_id for mark in marks if around & set(mark.not_for)}
    terms = terms_kept_from(session, [one for one in lines if isinstance(one, DeadlineRow)])
    away |= {named for named, people in terms.items() if around & people}
    return frozenset(one for one in lines if _named(one) in away)


def _names_kept(session: ReadSession, subject_id: str) -> frozenset[str]:
    """The names that stay out of the words: of who is not for somebody around the client or household."""
    if not subject_id:
        return frozenset()
    around = {one.id: one for one in people_reading.people_of(session, subject_id)}
    marks = people_reading.restrictions(session, [*around])
    away = {
        mark.target_id for mark in marks if mark.target_kind == "person" and set(around) & set(mark.not_for)
    }
    client = session.get(ClientRecord, subject_id)
    away -= {client.person_id} if client is not None else set()  # whose paper it is
    return hidden_names(around.values(), [one for one in around.values() if one.id in away])


def _named(line: Line) -> str | Named:
    return (line.plan_id, line.deadline.key) if isinstance(line, DeadlineRow) else line.id


class _Words:
    """The words of lines on paper."""

    def __init__(self, session: ReadSession, context: Context, request: AgendaPrint) -> None:
        from planbureau.documents.editions.scrubbing import NAME_GAP, Scrubber

        self._today = context.today()
        lines = [line for _, lines in request.sections for line in lines]
        subjects = {line.client_id or line.household_id for line in lines} | {request.subject_id}
        self._naming = Naming(session, request.names, subjects)
        plans = set(guarded_plans(session, context.formats))
        self._guarded = plans | access.annexes_of(session, plans)
        self._away = _not_for_readers(session, lines, request.subject_id)
        self._clean = Scrubber(_names_kept(session, request.subject_id), NAME_GAP)
        self.name_left_out = False

    def is_guarded(self, line: Line) -> bool:
        """Whether it is about a plan that not everybody may open, or not for the people of this print."""
        return line.plan_id in self._guarded or line in self._away

    def whose(self, subject_id: str) -> str:
        """A client or household as the paper means it."""
        return self._naming.whose(subject_id)

    def of(self, line: Line) -> AgendaLine:
        """One line as it is printed."""
        from planbureau.documents.editions.agenda import AgendaLine

        who = self.whose(line.client_id or line.household_id)
        if isinstance(line, AppointmentView):
            kind = AppointmentKind(line.kind).word
            what = sentence(kind) if line.title == sentence(kind) else self._text(line.title)
            off = "afgezegd" if line.cancelled else ""
            return AgendaLine(line.day, line.time, who, what, self._text(line.place), kind, off)
        if isinstance(line, TaskView):
            state = _TASKS.get(line.state(self._today), _OPEN)
            return AgendaLine(line.target, "", who, self._text(line.title), line.role, "taak", state)
        term, day = line.deadline, line.deadline.last_date or date.max
        mark, standing = term.mark.label, _standing(term)
        return AgendaLine(day, "", who, self._about(term, who), line.plan_title, mark, standing)

    def _about(self, term: Deadline, who: str) -> str:
        """What a term is about, and whom when that is not `who` it is of; with codes it names nobody."""
        if self._naming.names is NamesOnPaper.CODE and term.rule_id in RULES:
            return RULES[term.rule_id].title
        told = term.subject_label and term.subject_label not in term.title
        label = self._text(term.subject_label) if told else ""
        return self._text(term.title) + (f": {label}" if label not in ("", who) else "")

    def _text(self, text: str) -> str:
        """What people wrote, without the names that are not for somebody who may read it."""
        clean = self._clean.text(text)
        self.name_left_out |= clean != text
        return self._naming.text(clean)
