"""A big vault of an invented provider: 2,000 clients and 10,000 plans, written through the model.

Every record gets its real revision. Only the order of the work differs from the program: many records in one
transaction, and the search index written beside them instead of after each write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from bench_people import Inventor, Someone

from planbureau.clock import Clock
from planbureau.formats.library import FormatLibrary
from planbureau.formats.model import QuestionKind
from planbureau.model import deadline_index
from planbureau.model.rows import (
    ActionRow,
    AnswerRow,
    ClientRecord,
    DoneRow,
    GoalRow,
    HouseholdRow,
    MemberRow,
    PersonRow,
    PlanGoalRow,
    PlanRecord,
    PlanVersionRow,
    RelationRow,
    SearchRow,
)
from planbureau.model.store import Store
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.services.api import CreateVault
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults
from planbureau.vault import opening
from planbureau.vault.access import VaultAccess
from planbureau.vault.kdf import KdfParameters

QUICK = KdfParameters(64 * 1024, 1, 1)
PASSWORD = "paard batterij nietje correct"  # noqa: S105 - of a vault that lives as long as one run
CLIENTS = 2_000
PLANS_PER_CLIENT = 5
AT_ONCE = 200
"""Clients in one transaction."""

ANSWERS = {"closed": 5, "active": 10, "concept": 8}
"""How many questions a plan has answered."""


@dataclass(frozen=True)
class BigVault:
    """Where it stands, and a few ids to ask after."""

    folder: Path
    clients: int
    plans: int


def vaults(folder: Path, clock: Clock) -> Vaults:
    """The service of the program, with the lightest key derivation and no copy at each lock."""
    return Vaults(clock, Places(folder, folder.with_name("kopieen"), daily=False), QUICK)


def open_access(folder: Path) -> VaultAccess:
    """The vault without its services."""
    return opening.unlock_with_password(folder, PASSWORD)


def without_key_derivation(folder: Path) -> None:
    """Derives the key of this vault once; from then on this process opens it without that wait."""
    found = opening.derive_from_password(opening.look_at(folder), PASSWORD)

    def derived(*_given: object) -> opening.SlotKey:
        return found

    vars(opening)["derive_from_password"] = derived


def make(folder: Path, clock: Clock, formats: FormatLibrary, clients: int = CLIENTS) -> BigVault:
    """Makes the vault in a folder that does not exist yet; its deadlines are computed at the first unlock."""
    request = CreateVault(folder, "Zorg Voorbeeld", "Sanne Begeleider", "persoonlijk begeleider", PASSWORD)
    vaults(folder, clock).create(request).workspace.lock()
    access = open_access(folder)
    store = Store(access.connect, access.dbapi, clock)
    store.prepare()
    writer = _Writer(Inventor(clock.today()), formats)
    try:
        with store.writing("") as work:
            writer.professionals(work)
        for start in range(0, clients, AT_ONCE):
            with store.writing("") as work:
                for number in range(start, min(start + AT_ONCE, clients)):
                    writer.client(work, number)
        with store.writing("") as work:
            deadline_index.stamp(work.session, "")
    finally:
        store.close()
        access.close()
    return BigVault(folder, clients, clients * PLANS_PER_CLIENT)


class _Writer:
    """Writes one client after the other."""

    def __init__(self, inventor: Inventor, formats: FormatLibrary) -> None:
        self._invent = inventor
        self._formats = formats
        self._questions = {plan.id: _open_questions(formats, plan.id) for plan in formats.all()}
        self._professionals: list[str] = []

    def professionals(self, work: UnitOfWork, count: int = 60) -> None:
        """The people of other organisations, who stand around many clients."""
        for number in range(count):
            someone = self._invent.someone(25, 64)
            fields = {**someone.fields, "professional": True, "organisation": f"Praktijk {number % 20 + 1}"}
            self._professionals.append(work.create(PersonRow, fields).id)

    def client(self, work: UnitOfWork, number: int) -> None:
        """A client with a home, people around, five plans, and what makes them found."""
        dice = self._invent.dice
        child = number % 3 == 0
        someone = self._invent.someone(5, 17) if child else self._invent.someone(18, 85)
        parent = self._invent.someone(30, 60)
        person = work.create(PersonRow, {**someone.fields, "addresses": [self._invent.address(number)]}).id
        mother = work.create(PersonRow, {**parent.fields, "family_name": someone.family_name}).id
        code = f"C-{number + 1:04}"
        client = work.create(ClientRecord, {"person_id": person, "code": code}).id
        home = work.create(HouseholdRow, {"name": f"Gezin {someone.family_name}"}).id
        for who, role in ((person, "kind" if child else "volwassene"), (mother, "moeder")):
            work.create(MemberRow, {"household_id": home, "person_id": who, "role": role})
        around = [(mother, "moeder"), *((i, "huisarts") for i in dice.sample(self._professionals, 2))]
        for who, role in around:
            work.create(RelationRow, {"subject_id": client, "person_id": who, "role": role})
        name = f"{someone.given_name} {someone.family_name}"
        body = f"{name} {code} {parent.given_name} {someone.family_name}"
        _put(work, ("client", client, client, name, code), body, rowid=-1 - number)
        for plan in _plans(self._invent, someone, child=child):
            self._plan(work, plan, client, home, name, person)

    def _plan(self, work: UnitOfWork, plan: _Plan, client: str, home: str, name: str, person: str) -> None:
        plan_format = self._formats.get(plan.format_id)
        fields = {
            "format_id": plan.format_id,
            "format_version": plan_format.version,
            "title": plan_format.title,
            "client_id": client,
            "household_id": home if plan.format_id == "gzp" else "",
            "regimes": [plan.regime],
            "triggers": plan.triggers,
            "status": plan.status,
            "version": plan.version,
            "adopted_on": plan.adopted_on.isoformat() if plan.adopted_on else None,
        }
        row = work.create(PlanRecord, fields)
        words = list(self._answers(work, row.id, plan))
        for rule_id, day in plan.done:
            work.create(DoneRow, {"plan_id": row.id, "rule_id": rule_id, "on": day.isoformat()})
        if plan.adopted_on is not None:
            self._version(work, row.id, plan.adopted_on, words)
        if plan.status != "closed":
            words += self._goal(work, row.id, client, person)
        _put(work, ("plan", row.id, client, row.title, name), " ".join(words))

    def _answers(self, work: UnitOfWork, plan_id: str, plan: _Plan) -> Iterator[str]:
        for key in self._questions[plan.format_id][: ANSWERS[plan.status]]:
            text = self._invent.text()
            work.create(AnswerRow, {"plan_id": plan_id, "key": key, "value": {"v": text}})
            yield text

    def _version(self, work: UnitOfWork, plan_id: str, day: date, words: list[str]) -> None:
        content = "\n".join(words)
        fields = {"plan_id": plan_id, "number": 1, "adopted_on": day.isoformat(), "content": content}
        work.create(PlanVersionRow, fields)

    def _goal(self, work: UnitOfWork, plan_id: str, client: str, person: str) -> tuple[str, str]:
        sentence, what = self._invent.text(1, 1), self._invent.text(1, 2)
        end = self._invent.today + timedelta(days=self._invent.dice.randint(20, 300))
        goal = {
            "client_id": client,
            "sentence": sentence,
            "for_whom": [person],
            "target_date": end.isoformat(),
        }
        goal_id = work.create(GoalRow, {**goal, "status": "active"}).id
        work.create(PlanGoalRow, {"plan_id": plan_id, "goal_id": goal_id, "number": 1})
        work.create(ActionRow, {"goal_id": goal_id, "letter": "a", "what": what})
        return sentence, what


def _put(work: UnitOfWork, hit: tuple[str, str, str, str, str], body: str, **place: int) -> None:
    kind, record_id, client_id, title, detail = hit
    found = {"kind": kind, "record_id": record_id, "client_id": client_id, "title": title}
    work.session.add(SearchRow(**found, **place, detail=detail, body=body))


def _open_questions(formats: FormatLibrary, format_id: str) -> list[str]:
    texts = (QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT)
    sections = formats.get(format_id).sections
    return [q.id for section in sections for q in section.questions if q.kind in texts and not q.bind]


@dataclass(frozen=True)
class _Plan:
    """What decides the deadlines of a plan."""

    format_id: str
    regime: str
    status: str
    triggers: dict[str, str]
    adopted_on: date | None = None
    done: tuple[tuple[str, date], ...] = ()

    @property
    def version(self) -> int:
        return 0 if self.adopted_on is None else 1


def _plans(invent: Inventor, someone: Someone, *, child: bool) -> Iterator[_Plan]:
    """Three plans of earlier years, one that is in force, and every fourth client a new concept."""
    regime = "jeugdwet" if child else ("wmo" if someone.birth_date.day % 3 == 0 else "wlz")
    for years in (4, 3, 2):
        started = invent.day_before(years * 365, years * 365 + 300)
        adopted = started + timedelta(days=30)
        yield _Plan("osp", regime, "closed", _triggers("osp", regime, started, adopted), adopted)
    started = invent.day_before(200, 560)
    adopted = started + timedelta(days=invent.dice.randint(20, 40))
    met = _met(invent, regime, adopted)
    yield _Plan("osp", regime, "active", _triggers("osp", regime, started, adopted), adopted, met)
    yield _last_plan(invent, regime, child=child)


def _last_plan(invent: Inventor, regime: str, *, child: bool) -> _Plan:
    if invent.dice.random() < 0.25:
        started = invent.day_before(0, 44)
        kind = "gzp" if child else "osp"
        return _Plan(kind, regime, "concept", _triggers(kind, regime, started, None))
    started = invent.day_before(100, 700)
    talk = invent.day_before(0, 90)
    days = _triggers("gzp", regime, started, None)
    return _Plan("gzp", regime, "active", days, started, (("GZP-02", max(talk, started)),))


_EVALUATION = {"wlz": "WLZ-04", "jeugdwet": "HVP-04", "wmo": "WMO-06"}


def _met(invent: Inventor, regime: str, adopted: date) -> tuple[tuple[str, date], ...]:
    """The evaluations and copies of a plan in force; of a few nobody noted them."""
    talk = max(invent.day_before(0, 178), adopted)
    told = (("WLZ-03", adopted), ("WLZ-05", talk)) if regime == "wlz" else ()
    return () if invent.dice.random() < 0.02 else (*told, (_EVALUATION[regime], talk))


def _triggers(kind: str, regime: str, started: date, adopted: date | None) -> dict[str, str]:
    day = started.isoformat()
    if kind == "gzp":
        return {"datum_start_plan": day}
    if regime == "wlz":
        talk = {"datum_laatste_planbespreking": adopted.isoformat()} if adopted else {}
        return {"datum_start_zorg": day, "datum_geinformeerd_pp": day, **talk}
    if regime == "jeugdwet":
        return {"datum_start_jeugdhulp": day, "datum_aanbod_fgp": day, "datum_afzien_fgp": day}
    end = (started + timedelta(days=700)).isoformat()
    return {"datum_start_begeleiding": day, "einddatum_beschikking": end}
