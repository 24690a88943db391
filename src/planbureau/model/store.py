"""The open database: an engine on the vault's connection, short sessions, one way to read, one to write."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, configure_mappers, sessionmaker
from sqlalchemy.pool import QueuePool

from planbureau.clock import Clock
from planbureau.errors import VaultError
from planbureau.model.ground import Ground, holds, is_dead, is_unreadable, left_behind, replaced
from planbureau.model.migrations.running import migrate
from planbureau.model.rows import LocalRow
from planbureau.model.sight import apart
from planbureau.model.unit_of_work import OnDisk, UnitOfWork, new_id, rows_of

DEVICE = "device"

ReadSession = Session
"""What `reading` hands out: a session of one short moment."""


class Store:
    """Reads and writes the records of one vault. It gets connections, and never sees a key."""

    def __init__(
        self,
        connect: Callable[[], Any],
        dbapi: ModuleType,
        clock: Clock,
        *,
        read_only: bool = False,
        ground: Ground | None = None,
    ) -> None:
        self._ground = ground
        self._file: object = None  # that was opened, or written in last; None: look anew
        self._clock = clock
        self.read_only = read_only
        self._connect = connect
        self._dbapi_error: type[Exception] = dbapi.Error
        self._engine = create_engine(
            "sqlite:///kluis",
            module=dbapi,
            creator=connect,
            poolclass=QueuePool,
            pool_size=3,
            max_overflow=2,
            hide_parameters=True,  # without it names and texts stand in exceptions
        )
        event.listen(self._engine, "begin", _begin)
        self._read = sessionmaker(self._engine, expire_on_commit=False)
        # IMMEDIATE: a read that turns into a write meets "database is locked" at once.
        self._writer = self._engine.execution_options(sqlite_begin="BEGIN IMMEDIATE")
        self._device = ""
        self._on_disk = OnDisk()
        self._shared: Session | None = None
        self._turn = threading.RLock()  # of who writes

    def prepare(
        self, before_migrating: Callable[[], None] | None = None, *, new_device: bool = False
    ) -> None:
        """Brings the schema up to date, and gives this copy of the vault a device id.

        `before_migrating` is called once when there is something to migrate, to make a backup. `new_device`
        is for a copy that was put back: the id in it is still in use where the copy came from, and two
        copies that number their revisions under one id could never be brought together.
        """
        raw = self._connect()
        try:
            migrate(raw, self._engine, before_migrating, read_only=self.read_only)
        finally:
            raw.close()
        with self.reading() as session:
            known = session.get(LocalRow, DEVICE)
        if (known is None or new_device) and not self.read_only:
            with self._writer.begin() as connection, closing(rows_of(connection)) as session:
                known = session.merge(LocalRow(key=DEVICE, value=new_id()))
                session.flush()
        self._device, self._on_disk = known.value if known else "", OnDisk()
        self._file = self._ground.file() if self._ground is not None else None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that reads one moment of the vault."""
        if self._shared is not None:
            with apart(self._shared):
                yield self._shared
            return
        if self.read_only:
            self._still_there()
        try:
            with self._read() as session:
                yield session
        except DBAPIError as problem:
            if is_dead(problem):
                self._engine.dispose()  # a stick that was put back is found by who asks anew
            self._tell_fault(problem)
            raise

    @contextmanager
    def writing(self, author: str) -> Iterator[UnitOfWork]:
        """A transaction of writes by `author`; it is on disk when the block ends, or not at all.

        Raises VaultError when the file is no longer where it was opened.
        """
        if self.read_only:
            raise VaultError(
                "De kluis is alleen om te lezen open.", "Sluit het andere venster en open de kluis opnieuw."
            )
        if self._shared is not None:
            with apart(self._shared):
                shared = self._shared
                yield UnitOfWork(shared.connection(), self._clock, author, self._device, session=shared)
                shared.flush()
            return
        with self._turn:
            self._stand()
            with self._committing() as connection:
                work = UnitOfWork(connection, self._clock, author, self._device, self._on_disk)
                with closing(work):
                    yield work
                    work.flush()
            # Order: it counts once it is on disk, and before somebody else has a turn.
            self._on_disk = work.on_disk

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything that is read and written in the block is one transaction; a fault undoes all of it.

        For one thread that has the vault to itself: a window must never wait for a block like this.
        """
        with self._turn, self._committing() as connection, closing(rows_of(connection)) as session:
            self._on_disk = OnDisk()
            self._shared = session
            try:
                yield
            finally:
                self._shared = None
            session.flush()

    @contextmanager
    def standing_still(self) -> Iterator[None]:
        """Nobody writes during the block; after it every connection is made anew.

        For a moment in which the database itself becomes another file: a write would go into the old one.
        """
        with self._turn:
            self._empty_log()
            try:
                yield
            finally:
                self._engine.dispose()
            self._file = self._ground.file() if self._ground is not None else None

    @contextmanager
    def _committing(self) -> Iterator[Connection]:
        """A transaction that counts only if the file is still where everybody will look for it."""
        try:
            with self._writer.begin() as connection:
                yield connection
                if self._ground is not None and self._ground.file() != self._file:
                    raise replaced()
        except DBAPIError as problem:
            if is_dead(problem):
                self._file = None
            self._tell_fault(problem)
            raise

    def _tell_fault(self, problem: DBAPIError) -> None:
        """Raises what is behind a page that could not be read; the next who asks gets another connection."""
        if is_unreadable(problem):
            self._engine.dispose()
            if self._ground is not None:
                raise self._ground.fault() from problem

    def _still_there(self) -> None:
        """Somebody else may write: their next copy of the vault is another file, without who was removed."""
        if self._ground is None or self._file is None:
            return
        try:
            same = self._ground.file() == self._file
        except VaultError:
            same = False
        if not same:
            raise left_behind()

    def _stand(self) -> None:
        """Goes on in the file that is there now, when it has everything that was saved.

        A stick that was put back is the same vault, seen by the system as another file.
        """
        if self._ground is None:
            return
        found = self._ground.file()
        if found == self._file:
            return
        if not self._is_whole():
            raise replaced()
        self._engine.dispose()
        self._ground.take_up()
        self._file, self._on_disk = found, OnDisk()

    def _is_whole(self) -> bool:
        try:
            raw = self._connect()
        except self._dbapi_error as problem:
            if is_dead(problem):
                raise
            return False  # of another vault, or damaged
        try:
            return holds(raw, self._device, self._on_disk.last_seq)
        finally:
            raw.close()

    def close(self) -> None:
        """Writes the log into the database file and closes every connection.

        A log that cannot be written now is kept beside the database and read at the next opening.
        """
        with self._turn:
            try:
                if not self.read_only:
                    self._empty_log()
            finally:
                self._engine.dispose()

    def _empty_log(self) -> None:
        with suppress(DBAPIError, self._dbapi_error):
            raw = self._engine.raw_connection()
            try:
                raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            finally:
                raw.close()


def prepare_models() -> None:
    """Joins the classes of the rows to their tables now; else the first question to a vault waits for it."""
    configure_mappers()


def _begin(connection: Connection) -> None:
    # Past SQLAlchemy, which would make a result of it: this is asked at each read and each write.
    begin = connection.get_execution_options().get("sqlite_begin", "BEGIN")
    cursor = connection.connection.cursor()
    cursor.execute(begin)
    cursor.close()
