"""Every rule in the program: a user gives its begin, its dates follow, something settles it, a button helps.

The plan types keep their names, laws, flags and rules; their questions are left out, so that a plan can be
adopted in a line.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.vault_room import PASSWORD, QUICK, SHIPPED, VaultRoom

from planbureau.clock import FixedClock
from planbureau.formats.model import Subject
from planbureau.rules.deadlines import RULES, Deadline, Regime, Status, triggers_for
from planbureau.services.api import AdoptPlan, Workspace
from planbureau.services.vault.places import Places
from planbureau.services.vault.vaults import Vaults, load_content
from planbureau.services.workspace import OpenWorkspace
from planbureau.ui.calendar.acting import act_label, act_place
from planbureau.ui.places import (
    AdoptPlan as AdoptPlace,
)
from planbureau.ui.places import (
    OpenClient,
    OpenForm,
    OpenPlan,
    PrintPlan,
)
from planbureau.views import DeadlineRow, PersonView, RequestView

Case = dict[str, Any]
CASES: list[Case] = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "deadlines" / "in_the_program.toml").read_text(encoding="utf-8")
)["case"]
SHIELDED = ("mld", "wrap", "pp")
CODE = "appelboom zeven"
LATER = date(2031, 1, 15)
NOT_IN_A_PLAN = {"VVT-01", "WZD-09", "BWT-LOG", "BWT-WERK", "EVA-01", "GHZ-01"}
"""Off because it is not confirmed; of the whole organisation; of the log; of the scratch pad; of a day that
stands in the plan (test_adopted_terms); only where the organisation wants it (test_small_talks)."""
PLACES: dict[str, tuple[type[object], ...]] = {
    "FRAME": (OpenPlan,),
    "ADOPT": (AdoptPlace, OpenPlan),
    "RECORD": (OpenPlan,),
    "PRINT": (PrintPlan,),
    "REQUEST": (OpenForm,),
    "PEOPLE": (OpenClient,),
    "OPEN": (OpenPlan,),
    "DONE": (OpenPlan,),  # the form stands in the panel itself
}


@dataclass
class Made:
    """A plan for one case."""

    case: Case
    plan: str
    client: str


@dataclass
class Office:
    """An open vault with a plan for each case."""

    workspace: Workspace
    made: dict[int, Made]

    def rows(self, made: Made) -> list[DeadlineRow]:
        home = self.workspace.plans.row(made.plan).household_id
        found = self.workspace.calendar.deadlines(client_id=made.client, household_id=home)
        return [
            one for one in found if one.plan_id == made.plan and one.deadline.rule_id == made.case["rule"]
        ]

    def one(self, made: Made) -> DeadlineRow:
        (row,) = self.rows(made)
        return row


def _formats(folder: Path) -> list[Path]:
    """Each plan type without its questions."""
    folder.mkdir()
    for plan in SHIPPED().formats.all():
        kept = {"regimes": list(plan.regimes), "flags": list(plan.flags), "deadlines": list(plan.deadlines)}
        lines = [f'id = "{plan.id}"', "version = 99", f'title = "{plan.title}"']
        lines += [f'subject = "{plan.subject.value}"']
        lines += [f"{name} = {json.dumps(value)}" for name, value in kept.items()]
        (folder / f"{plan.id}.toml").write_text(
            "\n".join([*lines, "", "[[section]]", 'use = ["INS"]', ""]), encoding="utf-8"
        )
    return [folder]


@contextmanager
def _opened(room: VaultRoom) -> Iterator[Workspace]:
    room.create().lock()
    folders = _formats(room.folder / "formaten")
    places = Places(room.place, room.folder / "kopieen", daily=False)
    vaults = Vaults(room.clock, places, QUICK, content=lambda: load_content(folders))
    workspace = vaults.unlock(room.place, PASSWORD)
    yield workspace
    workspace.lock()


def _make(workspace: Workspace, case: Case) -> Made:
    born = case["day"] if case["begin"].startswith("born") else date(1985, 3, 1)
    clients, plans = workspace.clients, workspace.plans
    client, _ = clients.add_client(PersonView(given_name="Sam", family_name="Voorbeeld", birth_date=born))
    home = ""
    if workspace.plans.formats() and SHIPPED().formats.get(case["plan"]).subject is Subject.HOUSEHOLD:
        home, _ = clients.add_household("Gezin Voorbeeld")
        clients.add_member(home, clients.client(client).person.id, "moeder")
    plan, _ = plans.start_plan(case["plan"], "" if home else client, home)
    if workspace.own_plans.is_own(plan):
        workspace.own_plans.choose_code(plan, CODE)
    with _written_by(workspace, plan):
        plans.save_frame(plans.plan(plan), case["regimes"], case.get("flags", []), dict(_days_given(case)))
    return Made(case, plan, client)


@contextmanager
def _written_by(workspace: Workspace, plan: str) -> Iterator[None]:
    """By the client, in a plan that is the client's own."""
    own = workspace.own_plans.is_own(plan)
    if own:
        workspace.own_plans.open(plan, CODE)
    yield
    if own:
        workspace.own_plans.leave()


def _adopt(workspace: Workspace, made: Made, on: date) -> None:
    workspace.plans.adopt(
        AdoptPlan(made.plan, on, "thuis", (), "Sam", ("alles",), "", (), reason_without_consent="Nog niet.")
    )


def _set_days(workspace: Workspace, made: Made, **days: date) -> None:
    with _written_by(workspace, made.plan):
        plan = workspace.plans.plan(made.plan)
        workspace.plans.save_frame(plan, plan.regimes, plan.flags, {**plan.triggers, **days}, "test")


def _begin(workspace: Workspace, made: Made) -> None:
    """What a user does, as the table says."""
    for part in made.case["begin"].split(" & "):
        way, _, what = part.partition(":")
        name, _, given = what.partition("=")
        day: date = date.fromisoformat(given) if given and way != "annex" else made.case["day"]
        if way == "adopt":
            _adopt(workspace, made, day)
        elif way == "request":
            asked = RequestView("", made.client, name, day, "Sam")
            workspace.clients.add_request(asked)
        elif way == "annex":
            kind, _, question = name.partition("/")
            annex, _ = workspace.annexes.start(made.plan, kind)
            workspace.plans.save_answer(annex, question, given, ())
        elif way == "mark":
            workspace.calendar.mark_done(made.plan, name, "", day)
        elif way == "ended":
            workspace.clients.end_care(made.client, day)
        elif way == "closed":
            workspace.plans.close_plan(made.plan, "Klaar.")
        else:
            assert way in ("born", "frame", "store")


def _days_given(case: Case) -> Iterator[tuple[str, date]]:
    """The dates that are known before anything else happens."""
    if case["begin"] == "adopt" and _waits_for_family(case["plan"]):
        yield "datum_afzien_fgp", case["day"]
    if case["begin"].startswith("mark"):
        yield "datum_start_uitvoering", case["day"]
        yield "datum_laatste_planbespreking", case["day"] - timedelta(180)
    for part in case["begin"].split(" & "):
        way, _, what = part.partition(":")
        name, _, given = what.partition("=")
        if way == "frame":
            _is_asked(case, name)
        if way in ("frame", "store"):
            yield name, date.fromisoformat(given) if given else case["day"]


def _waits_for_family(plan: str) -> bool:
    """Under the Jeugdwet a plan waits for the familiegroepsplan (FGP-01)."""
    return plan != "fgp" and "FGP-01" in SHIPPED().formats.get(plan).deadlines


def _adoptable(workspace: Workspace, made: Made, on: date) -> None:
    if _waits_for_family(made.case["plan"]):
        plan = workspace.plans.plan(made.plan)
        if not {"datum_afzien_fgp", "datum_aanbod_fgp"} & set(plan.triggers):
            _set_days(workspace, made, datum_afzien_fgp=on)


def _is_asked(case: Case, name: str) -> None:
    """The field stands in the first step of the shipped plan type."""
    shipped = SHIPPED().formats.get(case["plan"])
    assert set(case.get("flags", [])) <= set(shipped.flags)
    asked = triggers_for(
        shipped.family,
        frozenset(Regime(one) for one in case["regimes"]),
        frozenset(case.get("flags", [])),
        frozenset(shipped.deadlines),
    )
    assert name in {one.name for one in asked}


@contextmanager
def _office(folder: Path, numbers: Sequence[int]) -> Iterator[Office]:
    """What begins early comes first; then the clock goes on, and what the table says is done.

    Care ends when its day has come: a day that must still come is refused.
    """
    room = VaultRoom(folder)
    with _opened(room) as workspace:
        made: dict[int, Made] = {}
        assert isinstance(workspace, OpenWorkspace)
        with workspace.together():
            for number in sorted(numbers, key=lambda n: not _early(CASES[n])):
                if not _early(CASES[number]):
                    room.clock.moment = FixedClock.on(LATER).moment
                made[number] = _make(workspace, CASES[number])
                if not _ends(CASES[number]):
                    _begin(workspace, made[number])
            room.clock.moment = FixedClock.on(LATER).moment
            for one in made.values():
                if _ends(one.case):
                    _begin(workspace, one)
        yield Office(workspace, made)


@pytest.fixture(scope="module")
def shielded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Plans that not everyone sees: every look at a vault that has them takes longer."""
    with _office(
        tmp_path_factory.mktemp("beschermd"), [n for n, c in enumerate(CASES) if c["plan"] in SHIELDED]
    ) as made:
        yield made


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """All other plans."""
    with _office(
        tmp_path_factory.mktemp("regels"), [n for n, c in enumerate(CASES) if c["plan"] not in SHIELDED]
    ) as made:
        yield made


@pytest.fixture
def case_office(request: pytest.FixtureRequest, number: int) -> Office:
    """The vault in which the plan of this case stands."""
    name = "shielded" if CASES[number]["plan"] in SHIELDED else "office"
    found: Office = request.getfixturevalue(name)
    return found


def _early(case: Case) -> bool:
    """A birthday shows when it falls after the begin of a plan; a file is kept from its last change."""
    return case["begin"] in ("ended", "closed") or case["rule"].startswith("LFT")


def _ends(case: Case) -> bool:
    return "ended" in case["begin"].split(" & ")


def _named(number: int) -> str:
    case = CASES[number]
    return f"{case['rule']}-{case['plan']}-{case['day']}"


EACH = pytest.mark.parametrize("number", range(len(CASES)), ids=_named)


@EACH
def test_the_dates(case_office: Office, number: int) -> None:
    office = case_office
    made = office.made[number]
    deadline = office.one(made).deadline
    case = made.case
    assert (deadline.target_date, deadline.term_date, deadline.last_date) == (
        case["target"],
        case["term"],
        case["last"],
    )
    assert deadline.why.endswith(".")
    assert deadline.source
    assert deadline.what_now


@EACH
def test_the_button_beside_it_goes_somewhere(case_office: Office, number: int) -> None:
    office = case_office
    made = office.made[number]
    row = office.one(made)
    case, deadline = made.case, row.deadline
    assert deadline.act.name == case["act"]
    label = act_label(row, office.workspace)
    assert label
    before = {one.id for one in office.workspace.annexes.rows(made.plan)}
    place = act_place(row, office.workspace)
    assert isinstance(place, PLACES[case["act"]])
    if case["act"] == "RECORD":
        assert isinstance(place, OpenPlan)
        (begun,) = [one for one in office.workspace.annexes.rows(made.plan) if one.id == place.plan_id]
        assert begun.format_id == deadline.annex
        words = "Verder met" if begun.id in before else "Begin"
        assert label == f"{words}: {begun.title}"
        assert act_label(row, office.workspace) == f"Verder met: {begun.title}"
        assert act_place(row, office.workspace) == place  # the one that was begun is gone on with
        if begun.id not in before:
            office.workspace.annexes.throw_away(begun.id)


@EACH
def test_something_settles_it(case_office: Office, number: int) -> None:
    office = case_office
    made, workspace = office.made[number], office.workspace
    case, row = made.case, office.one(made)
    done = case.get("done", "")
    if not done:
        return
    on = min(case["last"], LATER)
    if ">" in done:
        day, following = (date.fromisoformat(part) for part in done.split(">"))
        workspace.calendar.mark_done(made.plan, case["rule"], "", day)
        deadline = office.one(made).deadline
        assert (deadline.trigger_date, deadline.last_date) == (day, following)
        return
    _settle(workspace, made, row, done, on)
    status = office.one(made).deadline.status
    assert status is (Status.CLOSED if done == "passes" else Status.DONE_IN_TIME)


def _settle(workspace: Workspace, made: Made, row: DeadlineRow, done: str, on: date) -> None:
    way, _, name = done.partition(":")
    if way == "frame":
        _is_asked(made.case, name)
        _set_days(workspace, made, **{name: on})
    elif way == "flag":
        plan = workspace.plans.plan(made.plan)
        workspace.plans.save_frame(plan, plan.regimes, [*plan.flags, name], plan.triggers)
    elif way == "adopt":
        if made.case["rule"] != "FGP-02":
            _adoptable(workspace, made, on)
        _adopt(workspace, made, on)
    elif way == "request":
        (request,) = workspace.clients.requests(made.client)
        workspace.clients.save_request(request, replace(request, done_on=on))
    elif way == "mark":
        workspace.calendar.mark_done(made.plan, made.case["rule"], row.deadline.subject, on)
    else:
        assert way == "passes"


def test_the_table_has_every_rule() -> None:
    named = {case["rule"] for case in CASES}
    assert named == set(RULES) - NOT_IN_A_PLAN
    settled = {case["rule"] for case in CASES if case.get("done")}
    kept = {rule for rule in RULES if rule.startswith("BWT")}  # a term of keeping is not done: it runs out
    assert named - settled == kept - NOT_IN_A_PLAN | {"WLZ-06"}


def test_a_decision_of_48_hours_counts_real_hours(office: Office) -> None:
    """The night of 29 October 2028 has an hour more: 23:30 is 22:30 two days later."""
    (made,) = [one for one in office.made.values() if one.case["rule"] == "WZD-08a"]
    moment = office.one(made).deadline.last_moment
    assert moment is not None
    assert moment.isoformat() == "2028-10-30T22:30:00+01:00"


def _only(office: Office, rule: str) -> Deadline:
    return next(office.one(made).deadline for made in office.made.values() if made.case["rule"] == rule)


def test_a_birthday_is_shown_before_it_comes(office: Office) -> None:
    assert _only(office, "LFT-18").start_date == date(2029, 12, 1)


def test_a_copy_that_is_given_at_the_talk_needs_no_second_note(office: Office) -> None:
    """WLZ-03: the date of the copy is asked when the plan is adopted."""
    case: Case = {
        "plan": "osp",
        "regimes": ["wlz"],
        "begin": "adopt",
        "day": date(2029, 3, 5),
        "rule": "WLZ-03",
    }
    made = _make(office.workspace, case)
    office.workspace.plans.adopt(
        AdoptPlan(
            made.plan,
            case["day"],
            "thuis",
            (),
            "Sam",
            ("alles",),
            "",
            (),
            reason_without_consent="Nog niet.",
            copy_given_on=case["day"],
        )
    )
    deadline = office.one(made).deadline
    assert (deadline.status, deadline.done_on) == (Status.DONE_IN_TIME, date(2029, 3, 5))
