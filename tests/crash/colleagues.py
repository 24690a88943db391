"""Two colleagues type in one vault and are killed: run by `test_kill.py` in a process of its own.

Each writer is a fork that unlocks the vault with the password of its colleague, takes the lock, types in one
place without a break, tells on a pipe what was acknowledged, and dies by SIGKILL in the middle of whatever it
does. Then that colleague unlocks again: the lock is free, and everything acknowledged is there, as theirs.
Prints one JSON line with what was found.
"""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.crash.killing import killed
from tests.vault_room import PASSWORD, VaultRoom

from planbureau.services.api import Workspace
from planbureau.services.api.users import Newcomer
from planbureau.views import FormKey, GoalView, PersonView

BRAM = "gele eenden fietsen langzaam"
KEY = "belangrijk_voor_mij"
SENTENCE = "Noor wil graag elke dag even naar buiten, ook als het regent. "


@dataclass(frozen=True)
class Case:
    """What the colleagues work on."""

    client: str
    plan: str
    report: str
    outcome: str


def heads_of(work: Workspace, plan: str, key: str) -> tuple[str, ...]:
    """What a form is opened with."""
    found = work.plans.plan(plan).answers.get(key)
    return found.heads if found is not None else ()


def answer(work: Workspace, case: Case, text: str, count: int) -> None:
    """A question of the plan: drafts, and now and then a revision."""
    if count % 7 == 6:
        heads = heads_of(work, case.plan, KEY)
        work.plans.save_answer(case.plan, KEY, text, heads)
        work.plans.drop_draft(case.plan, KEY)
    else:
        work.plans.save_draft(case.plan, KEY, text)


def answer_kept(work: Workspace, case: Case) -> Iterable[object]:
    yield from (draft.text for draft in work.plans.drafts(case.plan))
    yield work.plans.plan(case.plan).answer(KEY).value


def outcome(work: Workspace, case: Case, text: str, _: int) -> None:
    """How a goal went, in the form of an evaluation."""
    heads = heads_of(work, case.report, case.outcome)
    work.plans.save_answer(case.report, case.outcome, {"how_seen": text}, heads)


def outcome_kept(work: Workspace, case: Case) -> Iterable[object]:
    value = work.plans.plan(case.report).answer(case.outcome).value
    yield value.get("how_seen") if isinstance(value, dict) else None


def jot(work: Workspace, case: Case, text: str, count: int) -> None:
    """The scratch pad: what is being typed, and now and then a line."""
    if count % 7 == 6:
        work.scratch.jot(case.client, "", text)
    else:
        work.scratch.keep_typing(case.client, "", text)


def jot_kept(work: Workspace, case: Case) -> Iterable[object]:
    for pad in work.scratch.pads(case.client):
        yield pad.typing
        yield from (line.words for line in pad.lines)


def note(work: Workspace, case: Case, text: str, _: int) -> None:
    """A form that is not saved yet."""
    work.forms.keep(FormKey("note", case.client), "Rapportage", {"tekst": text})


def note_kept(work: Workspace, case: Case) -> Iterable[object]:
    draft = work.forms.find(FormKey("note", case.client))
    yield draft.typed.get("tekst") if draft is not None else None


Type = Callable[[Workspace, Case, str, int], None]
Kept = Callable[[Workspace, Case], Iterable[object]]
PLACES: tuple[tuple[Type, Kept], ...] = (
    (answer, answer_kept), (outcome, outcome_kept), (jot, jot_kept), (note, note_kept),
)  # fmt: skip


def typed(round_: int, count: int) -> str:
    """What stands there after so many keys."""
    whole = SENTENCE * (count // len(SENTENCE) + 1)
    return f"ronde {round_} toets {count} {whole[: count + 1]}".strip()


def counted(text: object, round_: int) -> int:
    """How many keys a kept text has; -1 for an earlier round. Raises AssertionError on a torn text."""
    if not isinstance(text, str) or not text.startswith(f"ronde {round_} toets "):
        return -1
    count = int(text.split(" ", 4)[3])
    if text != typed(round_, count):
        raise AssertionError("the kept text is not what was typed")
    return count


def open_as(room: VaultRoom, slot_id: str, password: str) -> Workspace:
    return room.vaults.unlock(room.place, password, slot_id=slot_id)


def one_round(
    room: VaultRoom, who: tuple[str, str], case: Case, round_: int, dice: random.Random
) -> tuple[int, int]:
    """Kills one writer; the answer is the last key that was acknowledged, and the last that is kept."""
    type_, kept = PLACES[round_ // 2 % len(PLACES)]

    def work(pipe: int) -> None:
        mine = open_as(room, *who)
        for count in range(1_000_000):
            type_(mine, case, typed(round_, count), count)
            os.write(pipe, f"{count}\n".encode())

    told = killed(work, dice)
    again = open_as(room, *who)  # the lock of who died is free
    found = max(counted(text, round_) for text in kept(again, case))
    again.lock()
    return told, found


def main(folder: str, rounds: int, seed: int) -> None:
    """Runs the rounds and tells what was lost."""
    dice = random.Random(seed)  # noqa: S311 - chooses moments, keeps no secret
    room = VaultRoom(Path(folder) / "laptop")
    work = room.create()
    client, _ = work.clients.add_client(PersonView(given_name="Noor", family_name="Verzonnen"))
    plan, _ = work.plans.start_plan("osp", client)
    goal, _ = work.goals.add_goal(GoalView("", plan, 0, sentence="Noor gaat elke dag naar buiten."))
    report, _ = work.annexes.start(plan, "evaluatieverslag")
    case = Case(client, plan, report, f"uitkomsten/{goal}")
    mine = work.users.me()
    other = work.users.enlist(Newcomer(name="Bram van Bos"))
    work.users.admit(other, PASSWORD, BRAM)
    work.lock()
    people = ((mine, PASSWORD), (other, BRAM))
    lost, acknowledged = [], 0
    for round_ in range(rounds):
        told, found = one_round(room, people[round_ % 2], case, round_, dice)
        acknowledged += told + 1
        if found < told:
            lost.append([round_, told, found])
    last = open_as(room, *people[0])
    verdict = last.organisation.verify()
    last.lock()
    print(json.dumps({"rounds": rounds, "acknowledged": acknowledged, "lost": lost, "verdict": verdict}))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
