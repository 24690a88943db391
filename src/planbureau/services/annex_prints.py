"""Paper of annexes: put together with their plan, and as they were finished once they are."""

from __future__ import annotations

from planbureau.model.reading import plans as plan_reading
from planbureau.model.reading import terms
from planbureau.model.store import ReadSession
from planbureau.services import adopting
from planbureau.services.api import PrintRequest
from planbureau.services.prints import Prints
from planbureau.services.viewing import open_annex_view
from planbureau.views import PlanView


class AnnexPrints(Prints):
    """`services.api.PrintService` for plans and their annexes."""

    def _view(self, session: ReadSession, request: PrintRequest) -> tuple[PlanView, dict[str, object]]:
        row = plan_reading.plan_row(session, request.plan_id)
        if not row.parent_id or request.version is not None:
            return super()._view(session, request)
        if row.status == "active":
            version = terms.version_rows(session, row.id)[-1]
            return adopting.read_version(self._context, session, version), {}
        return open_annex_view(self._context, session, row), {}
