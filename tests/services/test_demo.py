"""The demo: fourteen people in all stages, told with the verbs, alive on whatever day it is made."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from tests.demo_room import DemoRoom, demo, demo_room, made_demo  # noqa: F401
from tests.vault_room import SHIPPED, VaultRoom

from planbureau import resources
from planbureau.clock import FixedClock
from planbureau.documents.editions.easy.ideas import sentences
from planbureau.errors import FormatError, InvalidInputError
from planbureau.rules.deadlines.kinds import Status
from planbureau.rules.goals.status import GoalStatus
from planbureau.services.api import PrintRequest, Workspace
from planbureau.services.demo.days import Days
from planbureau.services.demo.events import tell_event
from planbureau.services.demo.making import made_on, open_demo
from planbureau.services.demo.printing import editions_of
from planbureau.services.demo.story import Story
from planbureau.services.demo.tables import Names, Part
from planbureau.services.workspace import OpenWorkspace
from planbureau.views import PlanRow

DAY = date(2026, 11, 23)


def plan_of(demo: Workspace, name: str, format_id: str) -> PlanRow:
    """The only plan of this type of somebody or of a household."""
    (row,) = [one for one in demo.plans.rows() if (one.subject_name, one.format_id) == (name, format_id)]
    return row


def test_fourteen_people_in_all_stages(demo: Workspace) -> None:
    clients = demo.clients.rows()
    assert len(clients) == 14  # ten stories; five of them are of children of two families
    assert sum(row.closed for row in clients) == 1
    without = [row.full_name for row in clients if not demo.plans.rows(row.id)]
    assert without == ["Jin Voorbeeld"]
    statuses = {row.status for row in demo.plans.rows()}
    assert statuses == {"concept", "active", "concept_beside_active", "closed"}
    assert demo.plans.row(plan_of(demo, "Amira Fictief", "wmo").id).needed > 8
    assert 1 <= demo.plans.row(plan_of(demo, "Noor Voorbeeld", "osp").id).needed <= 5
    assert plan_of(demo, "Gezin Fictief", "fgp").handed_in
    assert plan_of(demo, "Noor Voorbeeld", "pp").handed_in
    luuk = demo.plans.plan(plan_of(demo, "Luuk van Verzonnen", "osp").id)
    assert luuk.versions[-1].without_consent
    assert luuk.versions[-1].reason
    assert {c.outcome for c in luuk.consents} == {"agreed", "refused"}


def test_every_plan_type_exists(demo: Workspace) -> None:
    assert {row.format_id for row in demo.plans.rows()} == {one.id for one in SHIPPED().formats.all()}


def test_the_calendar_is_late_near_and_far(demo: Workspace) -> None:
    rows = demo.calendar.deadlines(open_only=True)
    statuses = [row.deadline.status for row in rows]
    assert Status.LATE in statuses
    assert Status.NEAR in statuses
    assert statuses.count(Status.RUNNING) > 5
    late = {row.client_name for row in rows if row.deadline.status is Status.LATE}
    assert late == {"Piet Fictief"}


def test_goals_stand_in_every_status(demo: Workspace) -> None:
    found = {goal.status for row in demo.clients.rows() for goal in demo.goals.goals_of(row.id)}
    assert found == {status.value for status in GoalStatus} - {GoalStatus.REMOVED.value}


def test_the_family_has_what_a_family_has(demo: Workspace) -> None:
    household = next(h for h in demo.clients.households() if h.name == "Gezin Demir-Voorbeeld")
    assert len(household.members) == 6
    sem = next(m for m in household.members if m.person.given_name == "Sem")
    assert len(demo.clients.client(sem.client_id).household_ids) == 2
    plan = plan_of(demo, "Gezin Demir-Voorbeeld", "gzp")
    goals = demo.plans.plan(plan.id).goals
    letters = [(action.letter, action.cancelled) for action in goals[0].actions]
    assert letters == [("a", False), ("b", False), ("c", False), ("d", True)]
    assert all(goal.matrix_code for goal in goals)


def test_a_year_of_one_family(demo: Workspace) -> None:
    plan = plan_of(demo, "Gezin Demir-Voorbeeld", "gzp")
    sem, mert = (plan_of(demo, f"{name} Fictief", kind) for name, kind in (("Sem", "hvp"), ("Mert", "ppl")))
    assert (plan.version, sem.version, mert.version) == (2, 1, 1)
    view = demo.plans.plan(plan.id)
    assert view.versions[-1].adopted_on - view.versions[0].adopted_on > timedelta(weeks=24)
    annexes = {one.format_id: one.status for one in demo.annexes.rows(plan.id)}
    assert annexes == dict.fromkeys(("bespreking", "evaluatieverslag", "eigen_verklaring"), "active")
    scores = {look.score for look in demo.looks.of_plan(plan.id) if look.score is not None}
    assert scores == {-3, -2, -1, 0}
    notes = demo.notes.notes([plan.household_id])
    assert any(note.replaced_by for note in notes)
    assert any(note.question_done_on for note in notes)
    assert any(note.incident_discussed_on for note in notes)
    assert {note.author for note in demo.notes.unread()} == {"Tom van den Verzinsel", "Ruben Fictief"}
    assert [note.question_to for note in demo.notes.waiting()] == [demo.organisation.user().id]
    assert [len(pad.lines) for pad in demo.scratch.pads("", plan.household_id)] == [4]
    assert len(demo.terms.pauses(plan.id)) == 1
    assert Status.DEVIATED in {term.status for term in view.deadlines}
    assert demo.tasks.tasks(plan_id=plan.id)
    assert any(one.done_on is None for one in demo.clients.requests(sem.client_ids[0]))


def test_the_wzd_is_followed_step_by_step(demo: Workspace) -> None:
    henk = plan_of(demo, "Henk van den Voorbeeld", "osp")
    kinds = [one.format_id for one in demo.annexes.rows(henk.id)]
    assert set(kinds) == {"wzd_grondslag", "wzd_rollen", "wzd_wilsbekwaamheid", "wzd_instemming",
                          "wzd_alternatieven", "wzd_onvrijwillige_zorg", "wzd_beoordeling",
                          "wzd_evaluatie"}  # fmt: skip
    assert demo.annexes.next_step(henk.id) is None
    version = demo.plans.plan(henk.id).versions[-1]
    assert version.without_consent
    assert {one.outcome for one in demo.plans.version_consents(henk.id).asked} >= {"agreed"}


def test_what_is_kept_apart_stays_apart(demo: Workspace) -> None:
    rosa = plan_of(demo, "Rosa Demo-Fictief", "wrap")
    assert demo.own_plans.locked(rosa.id)
    shared = {line.section_id: line.with_whom for line in demo.own_plans.own_plan(rosa.id).shares}
    assert {section for section, whom in shared.items() if whom == "team"} == {"crisis"}
    piet = plan_of(demo, "Piet Fictief", "mld")
    names = {line.name for line in demo.protection.access(piet.id).now}
    assert names == {"Mila Verzonnen", "Ada Fictief"}
    demo.protection.set_visiting(visiting=True)
    assert piet.id not in {row.id for row in demo.plans.rows()}


def test_marks_point_at_something_that_exists(demo: Workspace) -> None:
    marks = 0
    for row in demo.plans.rows():
        marks += len(demo.plans.plan(row.id).restrictions)
    assert marks >= 7


def test_every_plan_and_version_opens(demo: Workspace) -> None:
    for row in demo.plans.rows():
        view = demo.plans.plan(row.id)
        assert editions_of(view)
        for version in view.versions:
            frozen = demo.plans.version_plan(row.id, version.number)
            assert {goal.status for goal in frozen.goals}.isdisjoint({"concept"})


def test_the_demo_is_alive_on_a_leap_day_in_a_weekend(tmp_path: Path) -> None:
    workspace = DemoRoom(tmp_path, date(2048, 2, 29)).make()
    statuses = [row.deadline.status for row in workspace.calendar.deadlines(open_only=True)]
    workspace.lock()
    assert Status.LATE in statuses
    assert Status.NEAR in statuses


def test_a_fresh_demo_is_opened_and_an_old_one_replaced_beside_its_prints(demo_room: DemoRoom) -> None:
    def plans(clock: FixedClock) -> set[str]:
        workspace = open_demo(demo_room.folder, clock)
        found = {row.id for row in workspace.plans.rows()}
        workspace.lock()
        return found

    (demo_room.folder / "afdrukken").mkdir()
    (demo_room.folder / "afdrukken" / "plan.pdf").write_bytes(b"blijft")
    first = plans(demo_room.clock)
    assert plans(FixedClock.on(demo_room.today + timedelta(days=7))) == first
    later = demo_room.today + timedelta(days=8)
    assert plans(FixedClock.on(later)).isdisjoint(first)
    assert made_on(demo_room.folder) == later
    assert (demo_room.folder / "afdrukken" / "plan.pdf").read_bytes() == b"blijft"


def _content(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_a_vault_of_somebody_is_never_touched(tmp_path: Path) -> None:
    room = VaultRoom(tmp_path)
    room.create().lock()
    before = _content(tmp_path)
    for folder in (room.place, room.folder):  # the vault itself, and the folder that holds it
        with pytest.raises(InvalidInputError, match="Er is niets veranderd"):
            DemoRoom(folder).make()
    assert _content(tmp_path) == before


def test_a_vault_put_in_the_place_of_the_demo_is_not_deleted(demo_room: DemoRoom, tmp_path: Path) -> None:
    own = VaultRoom(tmp_path / "eigen")
    own.create().lock()
    vault = demo_room.folder / "kluis"
    vault.rename(tmp_path / "weg")
    own.place.rename(vault)
    before = _content(demo_room.folder)
    with pytest.raises(InvalidInputError, match="niet van de demo"):
        demo_room.make()
    assert _content(demo_room.folder) == before


def test_something_strange_in_the_folder_of_the_demo_stops_it(demo_room: DemoRoom) -> None:
    (demo_room.folder / "kluis" / "brief.txt").write_text("van iemand")
    before = _content(demo_room.folder)
    with pytest.raises(InvalidInputError, match=r"brief\.txt"):
        demo_room.make()
    assert _content(demo_room.folder) == before


def _pairs(value: Any) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        if value.get("easy") and value.get("pictograms"):
            yield value["easy"], value["pictograms"]
        for part in value.values():
            yield from _pairs(part)
    elif isinstance(value, list):
        for part in value:
            yield from _pairs(part)


def _pictograms(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            if key == "pictograms":
                yield from part
            else:
                yield from _pictograms(part)
    elif isinstance(value, list):
        for part in value:
            yield from _pictograms(part)


FILES = sorted(resources.path("demo").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_sentence_of_an_easy_text_has_its_own_pictogram(path: Path) -> None:
    told = tomllib.loads(path.read_text("utf-8"))
    for easy, pictograms in _pairs(told):
        assert len(sentences(easy)) == len(pictograms), easy
    library = SHIPPED().pictograms
    assert [name for name in _pictograms(told) if name not in library] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nobody_in_the_demo_can_be_called(path: Path) -> None:
    text = path.read_text("utf-8")
    told = tomllib.loads(text)
    people = [*told.get("person", []), told.get("user", {})]
    assert all(str(person.get("phone", "06-0000")).startswith("06-0000") for person in people)
    assert all(str(person.get("email", ".example")).endswith(".example") for person in people)
    assert "bsn" not in text


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("-1d", date(2026, 11, 20)),  # Sunday becomes the Friday before
        ("+1w", date(2026, 11, 30)),
        ("-3m", date(2026, 8, 21)),  # 23 August 2026 is a Sunday
        ("-12j +5w", date(2014, 12, 28)),  # a birthday may be a Sunday
        ("2026-01-31", date(2026, 1, 31)),
    ],
)
def test_days_count_from_today(text: str, day: date) -> None:
    assert Days(DAY).read(text) == day


@pytest.mark.parametrize("text", ["", "gisteren", "-1x", "2026-02-30", "- 1d"])
def test_what_is_no_day_is_refused(text: str) -> None:
    part = Part("proef", {"day": text}, Names(), Days(DAY))
    with pytest.raises(FormatError, match="geen dag"):
        part.day("day")


def test_an_unknown_field_is_refused() -> None:
    part = Part("proef", {"naam": "x"}, Names(), Days(DAY))
    with pytest.raises(FormatError, match="naam is onbekend"):
        part.only("name")
    with pytest.raises(FormatError, match=r"kent .* \(nog\) niet"):
        part.names.id("niemand")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"day": "-1w", "do": "vliegen"}, r"proef\.event\[1\]: vliegen kan niet gebeuren"),
        ({"day": "+1w", "do": "done"}, r"proef\.event\[1\]: .* maar dat moet nog komen"),
        ({"day": "-1w", "do": "done", "at": "kwart over"}, r"proef\.event\[1\]: bij at hoort een tijd"),
        (
            {"day": "-1w", "do": "done", "rule": "WLZ-04", "wie": "x"},
            r"proef\.event\[1\]: .* wie is onbekend",
        ),
        ({"day": "-1w", "do": "move", "goal": "geen", "to": "active"}, r"proef\.event\[1\]: .* kent geen"),
        ({"day": "-1w", "do": "note", "by": "geen", "text": ["x"]}, r"proef\.event\[1\]: .* kent geen"),
        ({"day": "-1w", "do": "close", "reason": ""}, r"proef\.event\[1\]: Schrijf op waarom"),
        ({"day": "-1w", "do": "annex", "key": "a", "format": "osp"}, r"proef\.event\[1\]: Dit verslag hoort"),
    ],
)
def test_a_fault_in_a_story_names_the_file_and_the_place(
    demo: Workspace, told: dict[str, Any], words: str
) -> None:
    assert isinstance(demo, OpenWorkspace)
    plan = plan_of(demo, "Amira Fictief", "wmo")
    part = Part("proef", {"key": "plan", "event": [told]}, Names({"plan": plan.id}), Days(DAY))
    story = Story(demo, FixedClock.on(DAY), DAY, {plan.id: (plan.client_ids[0], "")})
    with pytest.raises(FormatError, match=words):
        tell_events(part, story)


def tell_events(part: Part, story: Story) -> None:
    for event in part.parts("event"):
        tell_event("plan", event, story)
    story.tell()


@pytest.mark.parametrize(
    ("about", "kind", "reader", "secret"),
    [
        ("Noor Voorbeeld", "osp", "Samir", "aanval"),
        ("Noor Voorbeeld", "osp", "Samir", "epilep"),
        ("Luuk van Verzonnen", "osp", "Erik", "06-0000 0144"),
        ("Luuk van Verzonnen", "osp", "Erik", "logeer"),
        ("Gezin Demir-Voorbeeld", "gzp", "Peter", "06-0000 0130"),
        ("Gezin Demir-Voorbeeld", "gzp", "Daan", "Voorbeeldkade"),
        ("Mert Fictief", "ppl", "Marco", "spaart"),
        ("Fatma Verzonnen", "osp", "Gerda", "06-0000 0171"),
    ],
)
def test_what_is_not_for_a_reader_is_on_no_print_of_theirs(
    demo: Workspace, about: str, kind: str, reader: str, secret: str
) -> None:
    row = plan_of(demo, about, kind)
    view = demo.plans.plan(row.id)
    person = next(p.id for p in view.people.values() if p.given_name == reader)
    for edition in editions_of(view):
        for version in (None, *(one.number for one in view.versions)):
            printed = demo.prints.render(PrintRequest(row.id, edition, version, (person,)))
            assert secret not in _text(printed.pdf)


def _text(pdf: bytes) -> str:
    document = pdfium.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())
