"""What every service works with: the store, the clock, the formats, and who is at the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from datetime import date, datetime

from planbureau.changes import Changes
from planbureau.clock import Clock
from planbureau.errors import InvalidInputError, PlanbureauError
from planbureau.formats.goals import GoalLibrary
from planbureau.formats.library import FormatLibrary
from planbureau.model.reading.last_written import last_written
from planbureau.model.reading.own_goals import library_of
from planbureau.model.sight import Sight, look_with, unlimited
from planbureau.model.store import ReadSession, Store
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.services.clock_watch import ClockWatch
from planbureau.services.sighting import DECIDES_SIGHT, sight_of
from planbureau.vault.diagnose import explain

Listener = Callable[[Changes], None]
NOT_IN_THE_PLAN = frozenset(
    {"done", "deviation", "pause", "not_applicable", "task", "plan_code", "plan_share", "plan_opening"}
)
"""Kinds of records about a plan that are no part of what its client wrote."""
Renewer = Callable[[UnitOfWork], None]


@contextmanager
def told_in_words() -> Iterator[None]:
    """Turns what the database or the disk reports into a VaultError for people; the rest passes unchanged."""
    try:
        yield
    except PlanbureauError:
        raise
    except UnicodeEncodeError as problem:
        raise InvalidInputError(
            "In de tekst staat een half teken, een stuk van een emoji bijvoorbeeld. Er is niets veranderd.",
            "Haal het rare teken weg, en bewaar opnieuw.",
        ) from problem
    except Exception as problem:
        told = explain(problem)
        if told is None:
            raise
        raise told from problem


class Context:
    """The open vault as the services see it. Every write goes through `writing` and is announced once."""

    def __init__(
        self, store: Store, clock: Clock, formats: FormatLibrary, goals: GoalLibrary, user_id: str = ""
    ) -> None:
        self.store = store
        self.clock = clock
        self.formats = formats
        self._shipped_goals = goals
        self._goal_library: GoalLibrary | None = None
        self.user_id = user_id
        self.visiting = False  # during a home visit no plan with a list exists
        self.client_writes = ""  # the plan that its client opened with the own code
        self.client_person = ""  # who that client is
        self.noted: dict[tuple[str, str], datetime] = {}  # openings of late, by plan and what was done
        self._watch: ClockWatch | None = None
        self._sight: Sight | None = None
        self._listeners: list[Listener] = []
        self._renewers: list[Renewer] = []
        self._gathered: list[Changes] | None = None  # of the verbs that are one transaction now

    def today(self) -> date:
        """The calendar day in Amsterdam."""
        return self.clock.today()

    @property
    def watch(self) -> ClockWatch:
        """Whether the clock can be right, seen from what is in the vault."""
        if self._watch is None:
            with self.store.reading() as session:
                self._watch = ClockWatch(self.clock, last_written(session), self._written)
        return self._watch

    def _written(self) -> datetime | None:
        with self.store.reading() as session:
            return last_written(session)

    def last_day(self) -> date:
        """The last day that can have passed; a day that was typed wins from a clock that runs behind."""
        return self.watch.last_day()

    @contextmanager
    def reading(self) -> Iterator[ReadSession]:
        """A session that reads one moment of the vault. Raises VaultError when disk or database refuse."""
        with told_in_words():
            sight = self.sight()
            with self.store.reading() as session:
                look_with(session, sight)
                yield session

    @property
    def goal_library(self) -> GoalLibrary:
        """The ready-made goals: the shipped ones with those of the organisation."""
        if self._goal_library is None:
            with told_in_words(), self.store.reading() as session:
                self._goal_library = library_of(session, self._shipped_goals)
        return self._goal_library

    @property
    def shipped_goals(self) -> GoalLibrary:
        """The ready-made goals as they came with the program."""
        return self._shipped_goals

    def sight(self) -> Sight:
        """What who works here may not see now."""
        if self._sight is None:
            with self.store.reading() as session:
                self._sight = sight_of(
                    session, self.formats, self.user_id, visiting=self.visiting, opened=self.client_writes
                )
        return self._sight

    def may_write(self, subjects: Iterable[str]) -> None:
        """Raises InvalidInputError when one of these is a plan that its client keeps shut now."""
        if not self.sight().kept.keys().isdisjoint(subjects):
            raise InvalidInputError(
                "Dit plan is van de cliënt. Alleen de cliënt schrijft erin. Er is niets veranderd.",
                "Laat de cliënt het plan openen met de eigen code.",
            )

    def look_again(self) -> None:
        """What may be seen changed: it is found out anew at the next look."""
        self._sight = None

    @contextmanager
    def writing(self) -> Iterator[UnitOfWork]:
        """A transaction of the user; derived rows are renewed in it, and listeners hear of it after it.

        Raises VaultError when the disk is full, the place is for reading only, or the vault is damaged; then
        nothing of the transaction was written.
        """
        with told_in_words():
            sight = self.sight()
            with self.store.writing(self.client_person or self.user_id) as work:
                if not sight.clear:
                    look_with(work.session, sight)
                yield work
                if self._gathered is not None:
                    self._gathered.append(work.changes)
                elif work.changes.changed:
                    self._renew(work)
                if not NOT_IN_THE_PLAN.issuperset(change.kind for change in work.changes.changed):
                    self.may_write(work.changes.subjects)
        if work.changes.touches(*DECIDES_SIGHT):
            self.look_again()
        if work.changes.changed and self._watch is not None:
            self._watch.note(work.now())
        if work.changes.touches("ready_goal", "organisation"):
            self._goal_library = None
        if work.changes.changed and self._gathered is None:
            self.announce(work.changes)

    def _renew(self, work: UnitOfWork) -> None:
        work.flush()
        with nullcontext() if self.sight().clear else unlimited(work.session):
            for renew in self._renewers:
                renew(work)

    @contextmanager
    def together(self) -> Iterator[None]:
        """Makes many verbs one transaction: derived rows are renewed, and listeners hear of it, at the end.

        A fault in the block undoes all of it. See `Store.together` for whom this is.
        """
        with told_in_words(), self.store.together():
            gathered: list[Changes] = []
            self._gathered = gathered
            try:
                yield
            finally:
                self._gathered = None
            with self.store.writing(self.user_id) as work:
                for changes in gathered:
                    work.gather(changes)
                if work.changes.changed:
                    self._renew(work)
        if work.changes.touches("ready_goal", "organisation"):
            self._goal_library = None
        if work.changes.changed:
            self.announce(work.changes)

    @contextmanager
    def written_by(self, person_id: str) -> Iterator[None]:
        """Lets somebody else be at the keyboard: an invented colleague in a story that is told."""
        before, self.user_id = self.user_id, person_id
        self.look_again()
        try:
            yield
        finally:
            self.user_id = before
            self.look_again()

    def announce(self, changes: Changes) -> None:
        """Tells every listener what changed."""
        for listener in tuple(self._listeners):
            listener(changes)

    def renew_with(self, renewer: Renewer) -> None:
        """Lets `renewer` bring derived rows (deadlines, search) up to date inside each write."""
        self._renewers.append(renewer)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` after every write; the answer stops that."""
        self._listeners.append(listener)

        def stop() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return stop
