"""A plan in the client's own hands: opened with a code, shared part by part, edited by nobody else."""

from __future__ import annotations

from dataclasses import replace

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError, WrongSecretError
from planbureau.formats.frame import FRAME_ID
from planbureau.formats.model import Access, PlanFormat
from planbureau.model.reading import access
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import CodeTryRow, PlanCodeRow, PlanOpeningRow, PlanRecord, PlanShareRow
from planbureau.model.store import ReadSession
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.services.context import Context, told_in_words
from planbureau.vault.codes import code_fits, hash_code
from planbureau.vault.opening import delay_after
from planbureau.views import OpeningLine, OwnPlanView, PersonView, ShareLine

LEAST = 4
"""Signs of a code, at least: the client's own choice of a PIN or a word. Own choice (O)."""
TOO_SHORT = f"Een code heeft minstens {LEAST} tekens. Er is niets veranderd."
FIRST_CODE, NEW_CODE = "eerste code gekozen", "nieuwe code gekozen"


class OwnPlans:
    """`services.api.OwnPlanService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def is_own(self, plan_id: str) -> bool:
        with self._context.reading() as session:
            return self._format(plan_reading.plan_row(session, plan_id)).access is Access.OWNER

    def locked(self, plan_id: str) -> bool:
        return plan_id in self._context.sight().kept

    def own_plan(self, plan_id: str) -> OwnPlanView:
        context = self._context
        with context.reading() as session:
            row = plan_reading.plan_row(session, plan_id)
            plan_format = self._format(row)
            shared = {one.section_id: one.with_whom for one in access.shares(session, [plan_id])[plan_id]}
            noted = tuple(
                OpeningLine(people_reading.person(session, one.person_id).full_name, one.what, one.made_at)
                for one in access.openings(session, plan_id)
            )
            return OwnPlanView(
                plan_id,
                row.title,
                row.client_id,
                people_reading.client(session, row.client_id).person.short_name,
                has_code=access.code(session, plan_id) is not None,
                opened=context.client_writes == plan_id,
                wait_seconds=self._wait(session, plan_id),
                shares=tuple(
                    ShareLine(section.id, section.easy_title or section.title, shared.get(section.id, ""))
                    for section in plan_format.sections
                    if section.id != FRAME_ID
                ),
                noted=noted,
            )

    def readers(self) -> tuple[PersonView, ...]:
        with self._context.reading() as session:
            return tuple(one for one in people_reading.all_persons(session) if one.professional)

    # The code

    def choose_code(self, plan_id: str, code: str) -> Changes:
        if len(code.strip()) < LEAST:
            raise InvalidInputError(TOO_SHORT)
        with self._context.writing() as work:
            row = plan_reading.plan_row(work.session, plan_id)
            if access.code(work.session, plan_id) is not None:
                raise InvalidInputError("Dit plan heeft al een code. Er is niets veranderd.")
            self._put_code(work, plan_id, code, FIRST_CODE)
            work.touch(plan_id, row.client_id)
        return work.changes

    def replace_code(self, plan_id: str, code: str) -> Changes:
        if len(code.strip()) < LEAST:
            raise InvalidInputError(TOO_SHORT)
        with self._context.writing() as work:
            row = plan_reading.plan_row(work.session, plan_id)
            old = access.code(work.session, plan_id)
            if old is not None:
                work.remove(old)
            self._put_code(work, plan_id, code, NEW_CODE)
            tries = work.session.get(CodeTryRow, plan_id)
            if tries is not None:
                work.session.delete(tries)
            work.touch(plan_id, row.client_id)
        return work.changes

    def _put_code(self, work: UnitOfWork, plan_id: str, code: str, what: str) -> None:
        """A client chooses a code on the laptop of a professional: who that was is always noted."""
        user = self._context.user_id
        fields = {"plan_id": plan_id, "code_hash": hash_code(code.strip()), "chosen_with": user}
        work.create(PlanCodeRow, fields)
        work.create(PlanOpeningRow, {"plan_id": plan_id, "person_id": user, "what": what})

    def open(self, plan_id: str, code: str) -> None:
        context = self._context
        with context.reading() as session:
            row = plan_reading.plan_row(session, plan_id)
            kept, wait = access.code(session, plan_id), self._wait(session, plan_id)
            person = people_reading.client(session, row.client_id).person.id
        if kept is None:
            raise InvalidInputError("Kies eerst een code voor dit plan.")
        if wait > 0:
            raise WrongSecretError(f"Wacht nog {round(wait + 0.5)} seconden en probeer het dan opnieuw.")
        fits = code_fits(code.strip(), kept.code_hash)
        if not context.store.read_only:
            self._count(plan_id, fits=fits)
        if not fits:
            raise WrongSecretError(
                "Deze code klopt niet. Er is niets veranderd.",
                "Probeer het opnieuw, of kies samen een nieuwe.",
            )
        context.client_writes, context.client_person = plan_id, person
        context.look_again()

    def leave(self) -> None:
        self._context.client_writes = self._context.client_person = ""
        self._context.look_again()

    def _count(self, plan_id: str, *, fits: bool) -> None:
        context = self._context
        with told_in_words(), context.store.writing(context.user_id) as work:
            tries = work.session.get(CodeTryRow, plan_id)
            if fits and tries is not None:
                work.session.delete(tries)
            elif not fits:
                failures = (tries.failures if tries else 0) + 1
                work.session.merge(CodeTryRow(plan_id=plan_id, failures=failures, at=context.clock.now()))

    def _wait(self, session: ReadSession, plan_id: str) -> float:
        tries = session.get(CodeTryRow, plan_id)
        if tries is None:
            return 0.0
        passed = (self._context.clock.now() - tries.at).total_seconds()
        left = delay_after(tries.failures) - max(passed, 0.0)
        return max(left, 0.0)

    # Sharing

    def share(self, plan_id: str, section_id: str, with_whom: str) -> Changes:
        with self._context.writing() as work:
            if self._context.client_writes != plan_id:
                raise InvalidInputError("Alleen de cliënt zelf deelt dit plan. Er is niets veranderd.")
            row = plan_reading.plan_row(work.session, plan_id)
            if section_id not in {section.id for section in self._format(row).sections}:
                raise InvalidInputError("Dit deel bestaat niet. Er is niets veranderd.")
            rows = access.shares(work.session, [plan_id])[plan_id]
            known = next((one for one in rows if one.section_id == section_id), None)
            if known is not None:
                work.change(known, {"with_whom": with_whom})
            else:
                fields = {"plan_id": plan_id, "section_id": section_id, "with_whom": with_whom}
                work.create(PlanShareRow, fields)
            work.touch(plan_id, row.client_id)
        return work.changes

    def _format(self, row: PlanRecord) -> PlanFormat:
        return self._context.formats.get(row.format_id, row.format_version)


def shared_part(context: Context, plan_id: str, plan_format: PlanFormat) -> PlanFormat:
    """The format with only the sections that may be read now; of most plans that is all."""
    ids = context.sight().kept.get(plan_id)
    if ids is None:
        return plan_format
    sections = tuple(one for one in plan_format.sections if any(q.id in ids for q in one.questions))
    return replace(plan_format, sections=sections)
