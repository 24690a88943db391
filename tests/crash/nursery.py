"""Raises writers on a real vault and kills them: run by `test_kill.py` in a process of its own.

Everything is imported once; each writer is a fork that opens its own connections. A writer tells on a pipe
what has been acknowledged to it, and dies by SIGKILL in the middle of whatever it does. Afterwards the
vault must hold everything that was acknowledged. Prints one JSON line with what was found.
"""

from __future__ import annotations

import json
import os
import random
import sys
from pathlib import Path

from tests.crash.killing import killed

from planbureau.clock import SystemClock
from planbureau.model import drafts
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import AnswerRow, PlanRecord
from planbureau.model.store import Store
from planbureau.services.answers.answering import AnswerChange, write_answer
from planbureau.vault import creation
from planbureau.vault.access import VaultAccess
from planbureau.vault.kdf import KdfParameters
from planbureau.vault.verify import verify_vault

KEY = "belangrijk"
SENTENCE = "Noor wil graag elke dag even naar buiten, ook als het regent. "


def open_store(access: VaultAccess) -> Store:
    """A store with connections of this process."""
    store = Store(access.connect, access.dbapi, SystemClock())
    store.prepare()
    return store


def writer(access: VaultAccess, plan_id: str, pipe: int, round_: int) -> None:
    """Types without a break: drafts, and now and then a revision. Acknowledges each with its number."""
    store = open_store(access)
    typed = ""
    for count in range(1_000_000):
        typed += SENTENCE[count % len(SENTENCE)]
        text = f"{round_}:{count}:{typed}"
        with store.writing("schrijver") as work:
            if count % 7 == 6:
                plan = plan_reading.plan_row(work.session, plan_id)
                write_answer(work, plan.id, AnswerChange(KEY, text, (), None, None))
                drafts.drop(work, plan_id, KEY, author="")
            else:
                drafts.put(work, plan_id, KEY, text, author="")
        os.write(pipe, f"{count}\n".encode())


def kept(store: Store, plan_id: str) -> tuple[int, int, str]:
    """The newest thing in the vault: round, count and text, of the draft or else of the answer."""
    with store.reading() as session:
        found = [draft.text for draft in drafts.found(session, plan_id, reader="")]
        answer = plan_reading.answers(session, plan_id).get(KEY)
        if answer is not None:
            found.append(str(answer.answer.value))
    numbered = [(int(t.split(":", 2)[0]), int(t.split(":", 2)[1]), t.split(":", 2)[2]) for t in found]
    return max(numbered, default=(-1, -1, ""))


def one_round(access: VaultAccess, plan_id: str, round_: int, dice: random.Random) -> tuple[int, int, int]:
    """Kills one writer; the answer is what was acknowledged, and what the vault holds (round, count)."""
    acknowledged = killed(lambda pipe: writer(access, plan_id, pipe, round_), dice)
    store = open_store(access)
    kept_round, kept_count, text = kept(store, plan_id)
    store.close()
    whole = (SENTENCE * (kept_count // len(SENTENCE) + 1))[: kept_count + 1]
    if kept_round >= 0 and text != whole:
        raise AssertionError("the kept text is not what was typed")
    return acknowledged, kept_round, kept_count


def main(folder: str, rounds: int, seed: int) -> None:
    """Runs the rounds and tells what was lost."""
    dice = random.Random(seed)  # noqa: S311 - chooses moments, keeps no secret
    made = creation.create_vault(
        Path(folder) / "kluis", "een lang wachtwoord", "ik", SystemClock(), KdfParameters(65536, 1, 1)
    )
    store = open_store(made.access)
    with store.writing("ik") as work:
        plan_id = work.create(PlanRecord, {"format_id": "osp", "format_version": 1, "client_id": "c"}).id
    store.close()
    lost, acknowledged_in_all = [], 0
    for round_ in range(rounds):
        acknowledged, kept_round, kept_count = one_round(made.access, plan_id, round_, dice)
        acknowledged_in_all += acknowledged + 1
        if acknowledged >= 0 and (kept_round, kept_count) < (round_, acknowledged):
            lost.append([round_, acknowledged, kept_round, kept_count])
    report = verify_vault(made.access)
    store = open_store(made.access)
    with store.reading() as session:
        answers = session.query(AnswerRow).count()
    store.close()
    result = {
        "rounds": rounds, "acknowledged": acknowledged_in_all, "lost": lost, "problems": report.problems,
        "answers": answers,
    }  # fmt: skip
    print(json.dumps(result))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
