"""An open vault: all services on one store, until it is locked."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from planbureau.changes import Changes
from planbureau.errors import VaultError
from planbureau.formats.library import FormatLibrary
from planbureau.pictograms.library import PictogramLibrary
from planbureau.services.annexes.service import Annexes
from planbureau.services.api import NewRecoveryCode
from planbureau.services.calendar.appointments import Appointments
from planbureau.services.calendar.service import Calendar
from planbureau.services.calendar.tasks import Tasks
from planbureau.services.calendar.term_book import TermBook
from planbureau.services.context import Context
from planbureau.services.form_drafts import FormDrafts
from planbureau.services.goals.looks import Looks
from planbureau.services.goals.service import Goals
from planbureau.services.notes.service import Notes
from planbureau.services.organisation import Organisation
from planbureau.services.people.clients import Clients
from planbureau.services.people.finding import Finding
from planbureau.services.pictures import Pictures
from planbureau.services.plan.own_plans import OwnPlans
from planbureau.services.plan.service import Plans
from planbureau.services.sight.protection import Protection
from planbureau.services.vault.places import Places
from planbureau.vault import backup, passwords, rotation, verify
from planbureau.vault.access import VaultAccess
from planbureau.vault.lock import VaultLock
from planbureau.views import SearchHit

if TYPE_CHECKING:
    from planbureau.services.calendar.clock_checks import ClockChecks
    from planbureau.services.exchange.sending import Sending
    from planbureau.services.exchange.service import Exchange
    from planbureau.services.file_check.service import FileChecks
    from planbureau.services.goals.own_goals import OwnGoals
    from planbureau.services.guide.offers import Offers
    from planbureau.services.guide.service import Guide
    from planbureau.services.notes.scratch import Scratch
    from planbureau.services.paper.prints import Prints
    from planbureau.services.plan_types.own_formats import OwnFormats
    from planbureau.services.vault.users import Users

A_DAY = timedelta(hours=20)
"""After which a new automatic copy is due: the next working day, also when it begins an hour earlier."""


class OpenWorkspace:
    """`services.api.Workspace` on the vault."""

    def __init__(
        self,
        context: Context,
        access: VaultAccess,
        held: VaultLock,
        places: Places,
        library: PictogramLibrary,
        read_formats: Callable[[], FormatLibrary],
    ) -> None:
        self._context = context
        self.together = context.together
        self.written_by = context.written_by
        self._access = access
        self._held = held
        self._places = places
        self._library = library
        self._read_formats = read_formats
        self.clients = Clients(context)
        self.forms = FormDrafts(context)
        self.plans = Plans(context)
        self.annexes = Annexes(context)
        self.goals = Goals(context)
        self.looks = Looks(context)
        self.calendar = Calendar(context)
        self.appointments = Appointments(context)
        self.terms = TermBook(context)
        self.pictograms = Pictures(library)
        self.organisation = Organisation(context, self)
        self.notes = Notes(context)
        self.tasks = Tasks(context)
        self.own_plans = OwnPlans(context)
        self.protection = Protection(context)
        self._finding = Finding(context)

    # What the first page does not show is loaded when somebody asks for it (decision 0020).

    @cached_property
    def offers(self) -> Offers:
        from planbureau.services.guide.offers import Offers

        return Offers(self._context)

    @cached_property
    def guide(self) -> Guide:
        from planbureau.services.guide.service import Guide

        return Guide(self._context)

    @cached_property
    def scratch(self) -> Scratch:
        from planbureau.services.notes.scratch import Scratch

        return Scratch(self._context)

    @cached_property
    def prints(self) -> Prints:
        from planbureau.services.paper.prints import Prints

        return Prints(self._context, self._library)

    @cached_property
    def own_goals(self) -> OwnGoals:
        from planbureau.services.goals.own_goals import OwnGoals

        return OwnGoals(self._context)

    @cached_property
    def sending(self) -> Sending:
        from planbureau.services.exchange.sending import Sending

        return Sending(self._context)

    @cached_property
    def exchange(self) -> Exchange:
        from planbureau.services.exchange.service import Exchange

        return Exchange(self._context)

    @cached_property
    def file_check(self) -> FileChecks:
        from planbureau.services.file_check.service import FileChecks

        return FileChecks(self._context)

    @cached_property
    def own_formats(self) -> OwnFormats:
        from planbureau.services.plan_types.own_formats import OwnFormats

        return OwnFormats(
            self._context, self._places.formats, self._read_formats, self.refresh, self._library
        )

    @cached_property
    def clock_checks(self) -> ClockChecks:
        from planbureau.services.calendar.clock_checks import ClockChecks

        return ClockChecks(self._context)

    @cached_property
    def users(self) -> Users:
        from planbureau.services.vault.users import Users

        return Users(self._context, self._access)

    @property
    def folder(self) -> Path:
        return self._access.folder

    @property
    def read_only(self) -> bool:
        return self._access.read_only

    def refresh(self) -> None:
        """Brings what follows from the day up to date."""
        self.calendar.refresh()

    def search(self, text: str, limit: int = 30) -> tuple[SearchHit, ...]:
        return self._finding.search(text, limit)

    def subscribe(self, listener: Callable[[Changes], None]) -> Callable[[], None]:
        return self._context.subscribe(listener)

    def lock(self) -> None:
        if not self._access.is_open:
            return
        try:
            self._keep_daily_copy()
            self._context.store.close()
        finally:
            self._access.close()
            self._held.release()

    def _keep_daily_copy(self) -> None:
        """A verified copy at the first lock of a day. A disk that refuses must not keep the vault open."""
        if self.read_only or not self._places.daily:
            return
        clock, folder = self._context.clock, self._places.backups
        with suppress(Exception):  # whatever it is: the vault closes, and the copy is made another time
            last = rotation.last_backup(folder, self._access.vault_id)
            if last is None or clock.now() - last > A_DAY or last > clock.now():
                rotation.automatic_backup(self._access, folder, clock)

    def change_password(self, old: str, new: str) -> None:
        passwords.change_password(self._access, old, new)

    def rename_user(self, name: str) -> None:
        self.users.rename_me(name)

    def new_recovery_code(self, password: str) -> NewRecoveryCode:
        code = passwords.new_recovery_code(self._access, password, self._context.clock)
        return NewRecoveryCode(code.text, code.keep)

    def backup(self, target: Path) -> str:
        report = backup.backup(self._access, target, self._context.clock)
        return f"De reservekopie is gemaakt en nagekeken ({report.size_bytes // 1024 + 1} kB)."

    def verify(self) -> str:
        report = verify.verify_vault(self._access)
        if not report.ok:
            raise VaultError(
                "De kluis is beschadigd: " + "; ".join(report.problems) + ".",
                "Zet een reservekopie terug. Gebruik deze kluis niet verder.",
            )
        return "De kluis is in orde."
