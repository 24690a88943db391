"""What the vault itself takes: saving a field, and the deadlines of ten thousand plans."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import bench_vault
from bench_vault import CLIENTS, PLANS_PER_CLIENT

from planbureau.clock import SystemClock
from planbureau.formats.library import FormatLibrary
from planbureau.model import deadline_index
from planbureau.model.reading.terms import all_plans
from planbureau.model.store import ReadSession, Store
from planbureau.services.calendar import terms
from planbureau.services.vault.vaults import load_content

SAVES = 120
ANSWERS_IN_ALL = 80_000
KEY = "belangrijk_voor_mij"
TEXT = "Ik wil graag elke dag even naar buiten, ook als het regent. Keer {}."


def _waited(act: Callable[[], object]) -> float:
    """Milliseconds on the clock: what is compared in turn with something else."""
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


def _worked(act: Callable[[], object]) -> float:
    """Milliseconds of work of this process: what is held against a fixed limit."""
    began = time.process_time()
    act()
    return (time.process_time() - began) * 1000


def deadlines(folder: Path) -> dict[str, list[float]]:
    """The deadlines of all plans computed anew, the same with their rows written, and those of one client."""
    clock = SystemClock()
    vaults = bench_vault.vaults(folder, clock)
    bench_vault.without_key_derivation(folder)
    _forget_rules(folder)
    began = time.process_time()
    workspace = vaults.unlock(folder, bench_vault.PASSWORD)
    renewed = (time.process_time() - began) * 1000
    some = [row.id for row in workspace.clients.rows()[:: CLIENTS // 40]]
    calendar = workspace.calendar
    one = [_worked(partial(calendar.deadlines, client_id=client_id)) for client_id in (*some, *some)]
    workspace.lock()
    return {"all": _computed(folder), "renewed": [renewed], "one": one[len(some) :]}


def file_check(folder: Path) -> dict[str, list[float]]:
    """What is missing in the files of everyone, and of one client."""
    bench_vault.without_key_derivation(folder)
    workspace = bench_vault.vaults(folder, SystemClock()).unlock(folder, bench_vault.PASSWORD)
    some = [row.id for row in workspace.clients.rows()[:: CLIENTS // 20]]
    check = workspace.file_check
    all_gaps = [_worked(check.gaps) for _ in range(3)]
    one = [_worked(partial(check.gaps, [client_id])) for client_id in some]
    workspace.lock()
    return {"all": all_gaps, "one": one}


def _computed(folder: Path) -> list[float]:
    formats = load_content().formats
    access = bench_vault.open_access(folder)
    store = Store(access.connect, access.dbapi, SystemClock())
    times = []
    for _ in range(7):
        with store.reading() as session:
            times.append(_worked(partial(_outlines, session, formats)))
    store.close()
    access.close()
    return times


def _outlines(session: ReadSession, formats: FormatLibrary) -> None:
    for _ in terms.outlined(session, formats, all_plans(session)):
        pass


def _forget_rules(folder: Path) -> None:
    access = bench_vault.open_access(folder)
    store = Store(access.connect, access.dbapi, SystemClock())
    store.prepare()
    with store.writing("") as work:
        deadline_index.stamp(work.session, "")
    store.close()
    access.close()


def saving(folder: Path) -> dict[str, list[float]]:
    """A field saved by the program, and the same text in a plain SQLite table of as many rows, in turn."""
    workspace = bench_vault.vaults(folder, SystemClock()).unlock(folder, bench_vault.PASSWORD)
    rows = workspace.plans.recent(CLIENTS * PLANS_PER_CLIENT // 50)
    plan_id = next(row.id for row in rows if row.format_id == "osp" and row.status == "concept")
    plain = _plain(folder.with_name("plain.db"))
    saved: list[float] = []
    committed: list[float] = []
    for number in range(SAVES):
        text = TEXT.format(number)
        heads = workspace.plans.plan(plan_id).answers[KEY].heads
        saved.append(_waited(partial(workspace.plans.save_answer, plan_id, KEY, text, heads)))
        committed.append(_waited(partial(_commit, plain, number * 97, text)))
    plain.close()
    workspace.lock()
    return {"saved": saved[20:], "committed": committed[20:]}


def _plain(path: Path) -> sqlite3.Connection:
    """A table of answers without encryption, as safe against a power cut as the vault."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, value TEXT)")
    connection.execute("BEGIN")
    rows = ((number, TEXT.format(number) * 3) for number in range(ANSWERS_IN_ALL))
    connection.executemany("INSERT INTO answer VALUES (?, ?)", rows)
    connection.execute("COMMIT")
    return connection


def _commit(connection: sqlite3.Connection, number: int, text: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE answer SET value = ? WHERE id = ?", (text, number))
    connection.execute("COMMIT")
