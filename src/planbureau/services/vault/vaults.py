"""Vaults before they are open: making one, opening it, and the way back from a backup."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from planbureau import resources
from planbureau.clock import Clock
from planbureau.errors import InvalidInputError, VaultError
from planbureau.formats.goals import GoalLibrary, load_goals
from planbureau.formats.library import FormatLibrary
from planbureau.formats.loader import load_formats
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import user as user_reading
from planbureau.model.rows import OrganisationRow, PersonRow
from planbureau.model.store import Store, prepare_models
from planbureau.model.unit_of_work import new_id
from planbureau.pictograms.library import PictogramLibrary, load_library
from planbureau.rules.deadlines.catalogue import RULE_IDS
from planbureau.rules.deadlines.triggers import TRIGGER_FIELDS
from planbureau.rules.plan_checks import CHECKS
from planbureau.services.api import CreateVault, NewVault, PasswordStrength, Workspace
from planbureau.services.api.users import Opener
from planbureau.services.calendar.deadline_stamp import deadline_stamp
from planbureau.services.context import Context, told_in_words
from planbureau.services.vault.passwords import strength
from planbureau.services.vault.places import APP, Places
from planbureau.services.workspace import OpenWorkspace
from planbureau.vault import (
    creation,
    keys,
    lock,
    opening,
    passwords,
    places,
    recovery,
    restore,
    rotation,
    verify,
)
from planbureau.vault.access import VaultAccess
from planbureau.vault.errors import RecoveryCodeMisspelledError
from planbureau.vault.header import KEY_FILE
from planbureau.vault.kdf import DEFAULT_KDF, KdfParameters


class Vaults:
    """`services.api.VaultService`: the slow verbs are meant for a worker thread."""

    def __init__(
        self,
        clock: Clock,
        places_: Places | None = None,
        kdf: KdfParameters = DEFAULT_KDF,
        holder: str = APP,
        content: Callable[[], Content] | None = None,
    ) -> None:
        self._clock = clock
        self._places = places_ or Places()
        self._kdf = kdf
        self._holder = holder
        self._content: Callable[[], Content] = cache(content or partial(load_content, [self._places.formats]))

    def prepare(self) -> None:
        """Reads formats, goals and pictograms, so that opening a vault need not wait for them."""
        prepare_models()
        keys.prepare()
        deadline_stamp(self._content().formats)

    def default_folder(self) -> Path:
        return self._places.vault

    def exists(self, folder: Path) -> bool:
        return (folder / KEY_FILE).exists() or any(folder.glob("vault-*.db"))

    def place_warning(self, folder: Path) -> str:
        return places.warn_unsafe_place(folder) or ""

    def password_strength(self, password: str, own_words: Sequence[str] = ()) -> PasswordStrength:
        return strength(password, own_words)

    def wait_after(self, failures: int) -> float:
        return float(opening.delay_after(failures))

    def create(self, request: CreateVault) -> NewVault:
        own_words = (request.organisation, request.user_name, APP)
        found = strength(request.password, own_words)
        if not found.accepted:
            raise InvalidInputError(
                f"Dit wachtwoord is {found.word}. Er is nog geen kluis gemaakt.", found.advice
            )
        made = creation.create_vault(
            request.folder, request.password, request.user_name, self._clock, self._kdf
        )
        try:
            with self._held(request.folder) as held:
                workspace = self._open(made.access, held, first=request)
        except BaseException:
            # Nobody has seen its recovery code, and nothing of anyone is in it.
            shutil.rmtree(request.folder, ignore_errors=True)
            raise
        return NewVault(workspace, made.recovery_code)

    def openers(self, folder: Path) -> tuple[Opener, ...]:
        return tuple(Opener(one.slot_id, one.label) for one in opening.look_at(folder).users)

    def unlock(self, folder: Path, password: str, *, read_only: bool = False, slot_id: str = "") -> Workspace:
        """Opens a vault; the lock comes before the slow key, so that a second program hears it at once."""
        if read_only:
            access = opening.unlock_with_password(folder, password, slot_id=slot_id or None, read_only=True)
            return self._open(access, lock.VaultLock(folder, self._holder, self._clock))
        opening.look_at(folder)
        with self._held(folder) as held:
            return self._open(opening.unlock_with_password(folder, password, slot_id=slot_id or None), held)

    def unlock_with_recovery(
        self, folder: Path, code: str, new_password: str, slot_id: str = ""
    ) -> Workspace:
        found = strength(new_password, ())
        if not found.accepted:
            raise InvalidInputError(
                f"Het nieuwe wachtwoord is {found.word}. Er is niets veranderd.", found.advice
            )
        opening.look_at(folder)
        with self._held(folder) as held:
            access = passwords.reset_password_with_recovery(
                folder, code, new_password, slot_id=slot_id or None
            )
            return self._open(access, held)

    def recovery_code_fault(self, code: str) -> str:
        try:
            recovery.parse_recovery_code(code)
        except RecoveryCodeMisspelledError as fault:
            return str(fault)
        return ""

    def restore(self, backup: Path, folder: Path) -> None:
        restore.restore(backup, folder)

    @contextmanager
    def _held(self, folder: Path) -> Iterator[lock.VaultLock]:
        """The right to write; given back at once when the vault does not open."""
        held = lock.VaultLock(folder, self._holder, self._clock)
        held.acquire()
        try:
            yield held
        except BaseException:
            held.release()
            raise

    def _open(self, access: VaultAccess, held: lock.VaultLock, first: CreateVault | None = None) -> Workspace:
        try:
            with told_in_words():
                return self._workspace(access, held, first)
        except BaseException:
            access.close()
            raise

    def _workspace(
        self, access: VaultAccess, held: lock.VaultLock, first: CreateVault | None
    ) -> OpenWorkspace:
        store = Store(
            lambda: access.connect(read_only=access.read_only),
            access.dbapi,
            self._clock,
            read_only=access.read_only,
            ground=_Ground(access, held),
        )
        try:
            return self._prepared(store, access, held, first)
        except BaseException:
            store.close()
            raise

    def _prepared(
        self, store: Store, access: VaultAccess, held: lock.VaultLock, first: CreateVault | None
    ) -> OpenWorkspace:
        store.prepare(
            lambda: _keep(rotation.automatic_backup(access, self._places.backups, self._clock)),
            new_device=restore.was_put_back(access.folder),
        )
        if not access.read_only:
            restore.settle(access.folder)
        content = self._content()
        context = Context(store, self._clock, content.formats, content.goals)
        if first is not None:
            _set_up(store, first)
        with store.reading() as session:
            context.user_id = user_reading.user_id(session, access.slot_id)
            people_reading.organisation(session)
        workspace = OpenWorkspace(
            context, access, held, self._places, content.pictograms, self._formats_again
        )
        if not access.read_only:
            workspace.users.settle()
        workspace.refresh()
        return workspace

    def _formats_again(self) -> FormatLibrary:
        """The plan types as their files are now; a vault that is opened later gets these too."""
        content = replace(self._content(), formats=read_formats([self._places.formats]))
        self._content = lambda: content
        return content.formats


@dataclass(frozen=True)
class _Ground:
    """`model.ground.Ground` of an open vault."""

    access: VaultAccess
    held: lock.VaultLock

    def file(self) -> object:
        return self.access.file()

    def fault(self) -> VaultError:
        return verify.disk_or_damage(self.access)

    def take_up(self) -> None:
        self.held.release()
        self.held.acquire()


def _keep(_report: object) -> None:
    """The backup before a migration needs no more than to have been made."""


@dataclass(frozen=True)
class Content:
    """What is shipped with the program, or added by the organisation, and the same for every vault."""

    formats: FormatLibrary
    goals: GoalLibrary
    pictograms: PictogramLibrary


def read_formats(own_formats: Sequence[Path] = ()) -> FormatLibrary:
    """The plan types of the program and of the organisation."""
    return load_formats(
        [resources.path("formats"), *own_formats],
        RULE_IDS,
        frozenset(CHECKS),
        known_triggers=frozenset(TRIGGER_FIELDS),
    )


def load_content(own_formats: Sequence[Path] = ()) -> Content:
    """Plan types, ready-made goals and pictograms. Takes about half a second."""
    return Content(
        read_formats(own_formats),
        load_goals(resources.path("goals.toml")),
        load_library(),
    )


def _set_up(store: Store, first: CreateVault) -> None:
    user_id = new_id()
    given, _, family = first.user_name.strip().partition(" ")
    with store.writing(user_id) as work:
        work.create(OrganisationRow, {"name": first.organisation.strip()})
        work.create(
            PersonRow,
            {
                "given_name": given,
                "family_name": family.strip(),
                "function": first.user_function.strip(),
                "organisation": first.organisation.strip(),
                "professional": True,
            },
            user_id,
        )
        user_reading.remember_user(work.session, user_id)
