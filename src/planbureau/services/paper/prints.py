"""Paper: a plan in one of its editions, as a PDF that validates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from planbureau.errors import NotFoundError, PrintError
from planbureau.formats.model import Access
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading import tasks as task_reading
from planbureau.model.reading import terms
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.pictograms.library import PictogramLibrary
from planbureau.services.adoption.versions import last_version, read_version
from planbureau.services.api import (
    AgendaPrint,
    Edition,
    FileCheckPrint,
    GapsPrint,
    GoalsPrint,
    GoalsShape,
    NotesPrint,
    PreviewDocument,
    PrintedDocument,
    PrintRequest,
)
from planbureau.services.consent.expected import Expected, expected
from planbureau.services.context import Context
from planbureau.services.exchange.service import Exchange
from planbureau.services.files import write_whole
from planbureau.services.paper.agenda import agenda_on_paper
from planbureau.services.paper.file_check import file_check_on_paper
from planbureau.services.paper.gaps import gaps_on_paper
from planbureau.services.paper.goals import goals_on_paper
from planbureau.services.paper.notes import notes_on_paper
from planbureau.services.paper.previewing import PreviewPages
from planbureau.services.plan import attachments
from planbureau.services.plan.viewing import current_view, open_annex_view
from planbureau.services.sight.openings import NOTES_PRINTED, PRINTED, note_notes, note_plan
from planbureau.views import PlanView

if TYPE_CHECKING:
    from planbureau.documents.blocks import Document

NOT_ON_A_WALL = "Dit plan is afgeschermd. Er komt geen bladzijde met startafspraken van."


class Prints:
    """`services.api.PrintService` on the vault."""

    def __init__(self, context: Context, pictograms: PictogramLibrary) -> None:
        self._context = context
        self._pictograms = pictograms

    def render(self, request: PrintRequest) -> PrintedDocument:
        with self._context.reading() as session:
            view, meeting = self._view(session, request)
            organisation = people_reading.organisation(session)
        if request.edition is Edition.START and view.format.access is Access.LISTED:
            raise PrintError(NOT_ON_A_WALL, "Maak het volledige plan, of de makkelijke versie.")
        note_plan(self._context, view, PRINTED)
        # Lazy: ReportLab is not needed to open a vault.
        from planbureau.documents.editions import EditionContext, edit
        from planbureau.documents.finish import plain
        from planbureau.documents.fonts import missing_signs
        from planbureau.documents.pdf import render
        from planbureau.documents.text_dump import dump

        people = self._people(view, meeting)
        edited = edit(
            view,
            request.edition.value,
            EditionContext(
                today=self._context.today(),
                audience=frozenset(request.audience),
                organisation=organisation,
                goal_library=self._context.goal_library,
                pictogram_name=self._name,
                asked=people.signing,
                nobody_needed=people.nobody_needed,
                meeting=meeting,
                photo=self._picture(view.client.photo) if view.client else b"",
                picture=self._picture,
                part=request.part,
                pick=self._pick,
            ),
        )
        pdf = plain(render(edited.document, self._pictograms))
        state = f"versie-{view.version}" if request.version else "concept"
        name = f"{view.format.id}-{request.edition.value}-{state}-{self._context.today().isoformat()}.pdf"
        return PrintedDocument(pdf, name, missing_signs(dump(edited.document)), edited.left_out)

    def _view(self, session: ReadSession, request: PrintRequest) -> tuple[PlanView, dict[str, object]]:
        row = plan_reading.plan_row(session, request.plan_id)
        if request.version is None:
            now = self._annex(session, row) if row.parent_id else current_view(self._context, session, row)
            return now, {}
        for version in terms.version_rows(session, request.plan_id):
            if version.number == request.version:
                return read_version(self._context, session, version), dict(version.meeting)
        raise PrintError(f"Versie {request.version} van dit plan bestaat niet.")

    def _annex(self, session: ReadSession, row: PlanRecord) -> PlanView:
        """An annex together with its plan, and as it was finished once it is."""
        finished = last_version(self._context, session, row.id) if row.status == "active" else None
        return finished or open_annex_view(self._context, session, row)

    def _people(self, view: PlanView, meeting: Mapping[str, object]) -> Expected:
        """Who is asked to agree; with an adopted version as it was judged in its own talk."""
        on = next((one.adopted_on for one in view.versions if meeting and one.number == view.version), None)
        unable: Any = meeting.get("not_competent") or ()
        return expected(view, on or self._context.today(), unable)

    def _picture(self, sha256: str) -> bytes:
        """A photo or drawing; what is no picture (or is no longer there) prints as none at all."""
        from planbureau.documents.layout.graphics import is_picture

        if not sha256:
            return b""
        try:
            picture = attachments.content(self._context, sha256)
        except NotFoundError:
            return b""
        return picture if is_picture(picture) else b""

    def _pick(self, words: str) -> str:
        found = self._pictograms.suggest(words)
        return found[0].id if found else ""

    def _name(self, pictogram_id: str) -> str:
        return self._pictograms.get(pictogram_id).name if pictogram_id in self._pictograms else ""

    def render_notes(self, request: NotesPrint) -> PrintedDocument:
        paper = notes_on_paper(self._context, request)
        note_notes(self._context, request.subject_ids, NOTES_PRINTED)
        from planbureau.documents.editions.notes import notes_document

        name = f"rapportage-{request.first.isoformat()}-{request.last.isoformat()}.pdf"
        return self._printed(notes_document(paper), name, left_out=paper.left_out)

    def render_goals(self, request: GoalsPrint) -> PrintedDocument:
        paper = goals_on_paper(self._context, request, self._name)
        from planbureau.documents.editions.doing import doing, doing_easy
        from planbureau.documents.editions.goal_overview import goals_in_time, matrix_of_plans

        make, kind = {
            GoalsShape.MATRIX: (matrix_of_plans, "doelenmatrix"),
            GoalsShape.IN_TIME: (goals_in_time, "doelen-in-de-tijd"),
            GoalsShape.WHO: (doing, "wie-doet-wat"),
            GoalsShape.WHO_EASY: (doing_easy, "wie-doet-wat-makkelijk"),
        }[request.shape]
        name = f"{kind}-{self._context.today().isoformat()}.pdf"
        return self._printed(make(paper), name, left_out=paper.left_out)

    def render_file_check(self, request: FileCheckPrint) -> PrintedDocument:
        paper = file_check_on_paper(self._context, request)
        from planbureau.documents.editions.file_check import file_check_document

        name = f"dossiercheck-{self._context.today().isoformat()}.pdf"
        return self._printed(file_check_document(paper), name, left_out=paper.left_out)

    def render_gaps(self, request: GapsPrint) -> PrintedDocument:
        paper = gaps_on_paper(self._context, request)
        from planbureau.documents.editions.gaps import gaps_document

        name = f"dossiercheck-lijst-{self._context.today().isoformat()}.pdf"
        return self._printed(gaps_document(paper), name, left_out=paper.left_out)

    def render_tasks(self, plan_id: str, meeting_on: date) -> PrintedDocument:
        from planbureau.documents.editions.tick_list import TickListOnPaper, tick_list_document

        with self._context.reading() as session:
            plan = plan_reading.plan_row(session, plan_id)
            found = task_reading.tasks(session, plan_id=plan_id)
            paper = TickListOnPaper(
                tasks=tuple(one for one in found if one.meeting_on == meeting_on),
                name=people_reading.name_of_subject(session, plan.client_id or plan.household_id),
                plan_title=plan.title,
                meeting_on=meeting_on,
                organisation=people_reading.organisation(session).name,
                today=self._context.today(),
            )
        name = f"takenlijst-{meeting_on.isoformat()}.pdf"
        return self._printed(tick_list_document(paper), name, left_out=False)

    def render_agenda(self, request: AgendaPrint) -> PrintedDocument:
        paper = agenda_on_paper(self._context, request)
        from planbureau.documents.editions.agenda import agenda_document
        from planbureau.documents.editions.month import month_document

        make = month_document if paper.month else agenda_document
        day = request.month.strftime("%Y-%m") if request.month else self._context.today().isoformat()
        return self._printed(make(paper), f"agenda-{day}.pdf", left_out=paper.left_out)

    def _printed(self, document: Document, name: str, *, left_out: bool) -> PrintedDocument:
        from planbureau.documents.finish import plain
        from planbureau.documents.fonts import missing_signs
        from planbureau.documents.pdf import render
        from planbureau.documents.text_dump import dump

        pdf = plain(render(document, self._pictograms))
        return PrintedDocument(pdf, name, missing_signs(dump(document)), left_out)

    def preview(self, document: PrintedDocument) -> PreviewDocument:
        from planbureau.documents.preview import open_preview

        return PreviewPages(open_preview(document.pdf))

    def save(self, document: PrintedDocument, path: Path) -> None:
        try:
            write_whole(path, document.pdf)
        except OSError as problem:
            raise PrintError(
                "Het bestand kon niet worden bewaard. Het plan zelf staat veilig in de kluis.",
                "Kijk of er plaats is op de schijf en of je hier mag schrijven, of kies een andere map.",
            ) from problem

    def locked(self, document: PrintedDocument, password: str) -> PrintedDocument:
        from planbureau.documents.finish import mail

        return _as(document, mail(document.pdf, password), "met-wachtwoord")

    def archived(self, document: PrintedDocument, request: PrintRequest) -> PrintedDocument:
        from planbureau.documents.finish import archive

        data = Exchange(self._context).export_plan(request.plan_id, request.audience)
        return _as(document, archive(document.pdf, data), "archief")

    def recovery_sheet(self, code: str, organisation: str) -> PrintedDocument:
        from planbureau.documents.editions.recovery import recovery_document
        from planbureau.documents.finish import plain
        from planbureau.documents.pdf import render

        document = recovery_document(code, organisation, self._context.today())
        return PrintedDocument(plain(render(document, self._pictograms)), "herstelcode.pdf")


def _as(document: PrintedDocument, pdf: bytes, word: str) -> PrintedDocument:
    name = f"{document.file_name.removesuffix('.pdf')}-{word}.pdf"
    return replace(document, pdf=pdf, file_name=name)
