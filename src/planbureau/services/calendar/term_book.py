"""What is recorded about terms: pauses of care, terms that do not hold, and what stood there before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from planbureau.changes import Changes
from planbureau.clock import AMSTERDAM
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.model import codec
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading import term_records as reading
from planbureau.model.rows import NotApplicableRow, PauseRow, PlanRecord, RequestRow
from planbureau.model.sight import unlimited
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules import dutch
from planbureau.rules.deadlines import RULES
from planbureau.rules.deadlines.outline import BIRTHDAYS, BY_REQUESTS
from planbureau.rules.deadlines.pauses import check_pause
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS, trigger_label
from planbureau.rules.mark import Mark
from planbureau.rules.wzd.measures import AT, field_of
from planbureau.services.context import Context
from planbureau.views import CorrectionView, PauseView, TermRecordView


class TermBook:
    """`services.api.TermService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # Pauses

    def pauses(self, plan_id: str) -> tuple[PauseView, ...]:
        with self._context.reading() as session:
            return tuple(codec.view_of(row, PauseView) for row in reading.pauses(session, plan_id))

    def add_pause(self, pause: PauseView) -> tuple[str, Changes]:
        with self._context.writing() as work:
            plan = plan_reading.plan_row(work.session, pause.plan_id)
            _check(work.session, pause)
            made = work.create(PauseRow, codec.fields_of(PauseRow, pause))
            _touch(work, plan)
        return made.id, work.changes

    def save_pause(self, before: PauseView, after: PauseView) -> Changes:
        with self._context.writing() as work:
            _check(work.session, after)
            changed = codec.difference(PauseRow, before, after)
            work.change(work.get(PauseRow, before.id), changed, before.heads)
            _touch(work, plan_reading.plan_row(work.session, before.plan_id))
        return work.changes

    def remove_pause(self, pause: PauseView) -> Changes:
        with self._context.writing() as work:
            work.remove(work.get(PauseRow, pause.id), pause.heads)
            _touch(work, plan_reading.plan_row(work.session, pause.plan_id))
        return work.changes

    # Terms that do not hold

    def not_applicable(self, plan_id: str, rule_id: str, subject: str, reason: str) -> Changes:
        rule = RULES.get(rule_id)
        if rule is None:
            raise NotFoundError(
                "Deze termijn bestaat niet (meer).", "Er is niets veranderd. Open de agenda opnieuw."
            )
        if rule.mark is Mark.LAW:
            raise InvalidInputError(
                f"Deze termijn staat in de wet ({rule.source}) en geldt dus ook hier.",
                "Er is niets veranderd. Is hij gehaald, of te laat gehaald? Kies dan ‘Gedaan op’.",
            )
        if not reason.strip():
            raise InvalidInputError("Schrijf op waarom deze termijn hier niet geldt. Er is niets veranderd.")
        with self._context.writing() as work:
            plan = plan_reading.plan_row(work.session, plan_id)
            work.create(
                NotApplicableRow,
                {
                    "plan_id": plan_id,
                    "rule_id": rule_id,
                    "subject": subject,
                    "reason": reason.strip(),
                    "on": self._context.today().isoformat(),
                },
            )
            _touch(work, plan)
        return work.changes

    # The history

    def records(self, plan_id: str, rule_id: str, subject: str = "") -> tuple[TermRecordView, ...]:
        with self._context.reading() as session:
            plan = plan_reading.plan_row(session, plan_id)
            rows = reading.term_records(session, plan_id, rule_id, subject)
            mine = {field_of(name, subject) for name in _triggers(rule_id)} | {*_triggers(rule_id)}
            corrections = [one for one in plan.trigger_history if one["trigger"] in mine]
            endings = reading.care_endings(session, plan.client_id)
            by = {row.edited_by for _, row in rows} | {one["by"] for one in corrections}
            by |= {row.author for row, _, _ in endings}
            names = _names(session, by)
            found = [_record(kind, row, names) for kind, row in rows]
            found += [_corrected(one, names) for one in corrections]
            found += [_ending(row, field, day, names) for row, field, day in endings]
        return tuple(sorted(found, key=lambda one: one.at, reverse=True))

    def take_back(self, record: TermRecordView) -> Changes:
        table = reading.TERM_KINDS.get(record.kind)
        if table is None:
            raise InvalidInputError(
                "Een verandering van een datum kan hier niet worden teruggenomen.",
                "Er is niets veranderd. Zet de goede datum bij ‘Kader en datums’.",
            )
        with self._context.writing() as work:
            row = work.get(table, record.id)
            work.remove(row)
            if record.kind == "done" and row.subject and row.rule_id in BY_REQUESTS:
                work.change(work.get(RequestRow, row.subject), {"done_on": None})
            _touch(work, plan_reading.plan_row(work.session, row.plan_id))
            if record.kind == "done" and row.rule_id in BIRTHDAYS:
                with unlimited(work.session):  # one was told out of sight too
                    for other in reading.told_together(work.session, row):
                        work.remove(other)
                        _touch(work, plan_reading.plan_row(work.session, other.plan_id))
        return work.changes

    def corrections(self, plan_id: str) -> tuple[CorrectionView, ...]:
        with self._context.reading() as session:
            history = plan_reading.plan_row(session, plan_id).trigger_history
            names = _names(session, {one["by"] for one in history})
        return tuple(_correction(one, names) for one in reversed(history))


def _check(session: ReadSession, pause: PauseView) -> None:
    others = [
        (row.first_day, row.last_day) for row in reading.pauses(session, pause.plan_id) if row.id != pause.id
    ]
    check_pause(pause.first_day, pause.last_day, pause.kind, pause.reason, others)


def _touch(work: UnitOfWork, plan: PlanRecord) -> None:
    work.touch(plan.id, plan.client_id, plan.household_id)


def _triggers(rule_id: str) -> tuple[str, ...]:
    rule = RULES.get(rule_id)
    return (*rule.triggers, *rule.done_by) if rule is not None else ()


def _names(session: ReadSession, ids: Iterable[str]) -> dict[str, str]:
    return {key: person.full_name for key, person in people_reading.persons(session, ids).items()}


def _record(kind: str, row: Any, names: dict[str, str]) -> TermRecordView:
    """A row and, when it was taken back, who did that: then its last change is the taking back."""
    by, at = names.get(row.edited_by, ""), row.edited_at
    taken_back = f"teruggenomen op {_day_words(at)}{_by(by)}" if row.removed else ""
    return TermRecordView(
        row.id,
        kind,
        " ".join(_words(kind, row)),
        row.reason,
        "" if row.removed else by,
        row.made_at,
        taken_back,
    )


def _words(kind: str, row: Any) -> Iterator[str]:
    noted = row.made_at.astimezone(AMSTERDAM).date()
    if kind == "done":
        yield f"Gedaan op {dutch.plain_date(row.on)}."
        if row.on != noted:
            yield f"Dat is later vastgelegd, op {dutch.plain_date(noted)}."
        return
    if kind == "not_applicable":
        yield "Geldt hier niet."
        return
    old = f" in plaats van {dutch.plain_date(row.old_date)}" if row.old_date else ""
    yield f"Afgesproken: {dutch.plain_date(row.new_date)}{old}." if row.new_date else "Deze termijn vervalt."
    if row.asked_by:
        yield f"Gevraagd door: {row.asked_by}."
    if row.consent_of:
        yield f"Akkoord: {', '.join(row.consent_of)}."
    if row.told_right:
        yield "De cliënt weet dat dit een recht is."


def _ending(row: Any, field: str, day: str | None, names: dict[str, str]) -> TermRecordView:
    what, gone = _ENDINGS[field]
    words = f"{what} op {dutch.plain_date(date.fromisoformat(day))}." if day else gone
    return TermRecordView("", "ended", words, "", names.get(row.author, ""), row.at)


_ENDINGS = {
    "care_ended_on": ("Zorg beëindigd", "Het einde van de zorg is weggehaald: de termijnen lopen weer."),
    "deceased_on": ("Cliënt overleden", "De datum van overlijden is weggehaald: de termijnen lopen weer."),
}


def _corrected(entry: dict[str, Any], names: dict[str, str]) -> TermRecordView:
    one = _correction(entry, names)
    return TermRecordView("", "corrected", _correction_words(one), one.why, one.by, one.at)


def _correction_words(one: CorrectionView) -> str:
    """The change in Dutch: "Eerste dag van de zorg: was 5 januari 2026, nu 12 januari 2026."."""
    known = one.trigger.partition(AT)[0] in TRIGGER_FIELDS
    label = trigger_label(one.trigger) if known else one.trigger
    old = dutch.plain_date(one.old) if one.old else "leeg"
    new = dutch.plain_date(one.new) if one.new else "leeg"
    return f"{label}: was {old}, nu {new}."


def _correction(entry: dict[str, Any], names: dict[str, str]) -> CorrectionView:
    return CorrectionView(
        entry["trigger"],
        _day(entry["old"]),
        _day(entry["new"]),
        names.get(entry["by"], ""),
        datetime.fromisoformat(entry["at"]),
        entry["why"] or "",
    )


def _day(text: str | None) -> date | None:
    """The day of a trigger, also of one with a time."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    return moment.date() if moment.tzinfo is None else moment.astimezone(AMSTERDAM).date()


def _day_words(at: datetime) -> str:
    return dutch.plain_date(at.astimezone(AMSTERDAM).date())


def _by(name: str) -> str:
    return f" door {name}" if name else ""
