"""Dates for another calendar: without names, seen before they go out, and noted when they went."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError
from planbureau.interop.calendar_file import CalendarEntry, calendar_file, uid_of
from planbureau.model.deadline_index import plans_with
from planbureau.model.reading import access, lists
from planbureau.model.reading import appointments as appointment_reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import tasks as task_reading
from planbureau.model.reading.labels import Label, everyones_names, labels_of
from planbureau.model.reading.plan_heads import heads_named
from planbureau.model.reading.sent import sent_by
from planbureau.model.rows import PlanOpeningRow, SentRow
from planbureau.model.store import ReadSession
from planbureau.rules.deadlines import RULES, Deadline
from planbureau.rules.deadlines.outline import ONCE
from planbureau.rules.dutch import sentence
from planbureau.rules.people.initials import Masker
from planbureau.services.api.sending import Outgoing, SendChoice, Standing, Whose
from planbureau.services.calendar import terms as terms_service
from planbureau.services.calendar.overview_term import overview_term
from planbureau.services.calendar.term_marks import terms_kept_from
from planbureau.services.context import Context
from planbureau.services.files import write_private
from planbureau.services.sight.openings import EXPORTED
from planbureau.services.sighting import guarded_plans
from planbureau.views import AppointmentView, DeadlineRow, TaskView

Line = DeadlineRow | AppointmentView | TaskView
_APPOINTMENT, _DEADLINE, _TASK = "appointment", "deadline", "task"
_OF_A_TERM = "Uiterste datum ({mark}). Meer staat in Planbureau."
_FROM_HERE = "Meer staat in Planbureau."
_FIELDS = ("summary", "day", "starts", "ends", "place", "note")


def item_of(line: Line) -> str:
    """The name of a line among all that can be sent."""
    if isinstance(line, AppointmentView):
        return f"{_APPOINTMENT}:{line.id}"
    if isinstance(line, TaskView):
        return f"{_TASK}:{line.id}"
    # What hangs on a person or on the whole file keeps its name, whatever plan the list shows it with.
    plan_id = "" if line.deadline.rule_id in ONCE else line.plan_id
    return f"{_DEADLINE}:{plan_id}:{line.deadline.key}"


class Sending:
    """`services.api.sending.SendService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def outgoing(self, lines: Sequence[Line], choice: SendChoice) -> tuple[Outgoing, ...]:
        with self._context.reading() as session:
            return self._outgoing(session, lines, choice)

    def write(self, lines: Sequence[Line], choice: SendChoice, items: Collection[str], path: Path) -> Changes:
        with self._context.writing() as work:
            chosen = [one for one in self._outgoing(work.session, lines, choice) if one.item in items]
            if not chosen:
                raise InvalidInputError(
                    "Er is niets gekozen. Er is geen bestand gemaakt.", "Vink aan wat in het bestand moet."
                )
            before = sent_by(work.session, self._context.user_id)
            for one in chosen:
                fields = {name: getattr(one, name) for name in _FIELDS} | {
                    "day": one.day.isoformat(),
                    "sequence": one.sequence,
                    "cancelled": one.cancelled,
                }
                if one.item in before:
                    work.change(before[one.item], fields)
                else:
                    kept = {"item": one.item, "owner_id": self._context.user_id, "plan_id": one.plan_id}
                    work.create(SentRow, kept | fields)
            for plan_id in sorted({one.plan_id for one in chosen if one.guarded and one.plan_id}):
                opened = {"plan_id": plan_id, "person_id": self._context.user_id, "what": EXPORTED}
                work.create(PlanOpeningRow, opened)
            # Inside the transaction: what cannot be written is not noted; what cannot be noted stays here.
            work.session.flush()
            write_private(path, calendar_file(map(_entry, chosen), self._context.clock.now()))
        return work.changes

    def _outgoing(
        self, session: ReadSession, lines: Sequence[Line], choice: SendChoice
    ) -> tuple[Outgoing, ...]:
        sent = sent_by(session, self._context.user_id)
        listed = {item_of(line): line for line in lines if _can_go(line, self._context.today())}
        standing = self._standing(session, [row for item, row in sent.items() if item not in listed])
        words = _Words(session, self._context, (*listed.values(), *standing.values()), choice)
        found = [_against(words.of(line), sent.get(item)) for item, line in listed.items()]
        for item, row in sent.items():
            line = listed.get(item) or standing.get(item)
            if line is None:
                found += [] if row.cancelled or row.day < self._context.today() else [_gone(row)]
            elif item not in listed:
                again = _against(words.of(line), row)
                found += [again] if again.standing is not Standing.SAME else []
        return tuple(sorted(found, key=lambda one: (one.day, one.starts, one.summary, one.item)))

    def _standing(self, session: ReadSession, rows: Sequence[SentRow]) -> dict[str, Line]:
        """What these were made from, as far as it still stands."""
        parts: dict[str, set[str]] = {_APPOINTMENT: set(), _DEADLINE: set(), _TASK: set()}
        for row in rows:
            kind, _, rest = row.item.partition(":")
            parts[kind].add(rest if kind == _APPOINTMENT else row.plan_id)
            if kind == _DEADLINE:
                parts[kind].update(_also_with(session, rest))
        found: list[Line] = []
        if parts[_APPOINTMENT]:
            found += appointment_reading.appointments(session, ids=parts[_APPOINTMENT])
        for plan_id in parts[_TASK]:
            found += task_reading.tasks(session, plan_id=plan_id)
        found += self._terms(session, parts[_DEADLINE])
        return {item_of(line): line for line in found if _can_go(line, self._context.today())}

    def _terms(self, session: ReadSession, plans: Collection[str]) -> Iterator[DeadlineRow]:
        """The terms of these plans; an empty id stands for those of the organisation itself."""
        clock = self._context.clock
        own = overview_term(session, clock.today()) if "" in plans else None
        if own is not None:
            yield own
        heads = heads_named(session, plans) if plans else []
        names = lists.subject_names(session, heads)
        for head, deadlines in terms_service.computed(session, self._context.formats, heads, clock):
            for one in deadlines:
                yield DeadlineRow(one, head.client_id, names[head.id], head.household_id, head.id, head.title)


def _also_with(session: ReadSession, rest: str) -> Sequence[str]:
    """The plans in which a term stands that belongs to no single plan; `rest` is the name of its item."""
    _, rule_id, subject = (*rest.split(":", 2), "")[:3]
    return plans_with(session, rule_id, subject) if rule_id in ONCE else ()


class _Words:
    """The words of lines as they go out."""

    def __init__(
        self, session: ReadSession, context: Context, lines: Iterable[Line], choice: SendChoice
    ) -> None:
        listed = list(lines)
        self._choice = choice
        subjects = {line.client_id or line.household_id for line in listed}
        self._labels: Mapping[str, Label] = labels_of(session, subjects)
        self._mask = Masker(everyones_names(session))
        plans = set(guarded_plans(session, context.formats))
        self._guarded = plans | access.annexes_of(session, plans)
        marks = people_reading.restrictions(
            session, [line.id for line in listed if isinstance(line, AppointmentView)]
        )
        self._marked = frozenset(mark.target_id for mark in marks)
        self._away = terms_kept_from(session, [line for line in listed if isinstance(line, DeadlineRow)])

    def of(self, line: Line) -> Outgoing:
        """The line as it goes out, as if it were new."""
        marked = isinstance(line, AppointmentView) and line.id in self._marked
        if isinstance(line, DeadlineRow):
            marked = (line.plan_id, line.deadline.key) in self._away
        guarded = marked or line.plan_id in self._guarded
        label = self._label(self._labels.get(line.client_id or line.household_id))
        if isinstance(line, AppointmentView):
            made = self._appointment(line, guarded=guarded)
        elif isinstance(line, TaskView):
            title = "Taak" if guarded else self._mask(line.title)
            known = f"{line.subject_name}: {line.title}"
            made = _whole_day(line, known, title, line.target, _FROM_HERE)
        else:
            term = line.deadline
            assert term.last_date is not None
            told = _FROM_HERE if guarded else _OF_A_TERM.format(mark=term.mark.label)
            known = ": ".join(part for part in (line.client_name, term.title) if part)
            made = _whole_day(line, known, self._title(term, guarded=guarded), term.last_date, told)
        summary = f"{label}: {made.summary}" if label else made.summary
        return replace(made, summary=summary, guarded=guarded, plan_id=line.plan_id)

    def _appointment(self, line: AppointmentView, *, guarded: bool) -> Outgoing:
        what = sentence(line.kind_word)
        title = self._mask(line.title).strip() if self._choice.titles and not guarded else ""
        if title and title != what:
            what = f"{what}, {title}"
        known = ": ".join(part for part in (line.subject_name, line.title) if part)
        place = self._mask(line.place) if self._choice.places and not guarded else ""
        return Outgoing(
            item_of(line), known, Standing.NEW, what, line.day, line.starts, line.ends, place, _FROM_HERE, 0
        )

    def _title(self, term: Deadline, *, guarded: bool) -> str:
        """What a term is about. Some terms name somebody ("Sem wordt 12 jaar"): that becomes an initial."""
        if guarded:
            return "Termijn"
        named = self._choice.whose is Whose.INITIALS or term.rule_id not in RULES
        title = self._mask(term.title if named else RULES[term.rule_id].title)
        hour = term.last_moment  # of a term of hours (Wzd 15): the day alone would say that there is time
        return f"{title}, uiterlijk {hour:%H:%M} uur" if hour is not None else title

    def _label(self, label: Label | None) -> str:
        if label is None or self._choice.whose is Whose.NOBODY:
            return ""
        return (label.code or label.initials) if self._choice.whose is Whose.CODE else label.initials


def _whole_day(line: Line, known: str, summary: str, day: date, told: str) -> Outgoing:
    return Outgoing(item_of(line), known, Standing.NEW, summary, day, "", "", "", told, 0)


def _can_go(line: Line, today: date) -> bool:
    """Whether it stands: an appointment that is on, a term or task that somebody still has to see to."""
    if isinstance(line, AppointmentView):
        return not line.cancelled
    if isinstance(line, TaskView):
        return line.state(today).is_open
    return line.deadline.is_to_do and line.deadline.last_date is not None


def _against(made: Outgoing, row: SentRow | None) -> Outgoing:
    """The same item, as it stands against what was sent before."""
    if row is None:
        return made
    same = not row.cancelled and all(getattr(made, name) == getattr(row, name) for name in _FIELDS)
    if same:
        return replace(made, standing=Standing.SAME, sequence=row.sequence)
    return replace(made, standing=Standing.CHANGED, sequence=row.sequence + 1)


def _gone(row: SentRow) -> Outgoing:
    """What was sent and does not stand any more, with the words that it had."""
    return Outgoing(
        row.item, row.summary, Standing.GONE, row.summary, row.day, row.starts, row.ends, row.place, row.note,
        row.sequence + 1, plan_id=row.plan_id,
    )  # fmt: skip


def _entry(one: Outgoing) -> CalendarEntry:
    return CalendarEntry(
        uid_of(one.item), one.summary, one.day, one.starts, one.ends, one.place, one.note, one.sequence,
        one.cancelled,
    )  # fmt: skip
