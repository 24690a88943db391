"""Pauses, the end of care, terms that do not hold, corrected dates and requests, and undoing them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pytest
from tests.vault_room import DAY, VaultRoom

from planbureau.clock import FixedClock
from planbureau.errors import InvalidInputError
from planbureau.rules.deadlines import Deadline, RequestKind, Status
from planbureau.rules.deadlines.requests import Ground
from planbureau.services.api import Workspace
from planbureau.views import PauseView, PersonView, RelationView, RequestView

SAM = PersonView(given_name="Sam", family_name="Voorbeeld", birth_date=date(1985, 3, 1))


@dataclass
class Care:
    """Sam gets support under the Wmo and the Wlz; both plans have an evaluation that is near."""

    room: VaultRoom
    work: Workspace
    client: str
    wmo: str
    wlz: str

    def term(self, rule: str, plan: str = "") -> Deadline:
        rows = self.work.calendar.deadlines(client_id=self.client)
        wanted = [plan] if plan else [self.wmo, self.wlz]
        return next(r.deadline for r in rows if r.plan_id in wanted and r.deadline.rule_id == rule)


@pytest.fixture
def care(room: VaultRoom) -> Iterator[Care]:
    work = room.create()
    client, _ = work.clients.add_client(SAM)
    wmo, _ = work.plans.start_plan("wmo", client)
    wlz, _ = work.plans.start_plan("osp", client)
    plans = work.plans
    plans.save_frame(plans.plan(wmo), ["wmo"], [], {"datum_start_begeleiding": date(2026, 2, 16)})
    plans.save_frame(plans.plan(wlz), ["wlz"], [], {"datum_start_zorg": date(2026, 2, 16)})
    yield Care(room, work, client, wmo, wlz)
    work.lock()


def test_a_pause_shifts_nothing_and_allows_a_small_move_of_what_is_no_law(care: Care) -> None:
    """T14: start 16-2 + 42 days is 30-3-2026; ten days in hospital allow a move to 9-4 at the latest."""
    terms, calendar = care.work.terms, care.work.calendar
    pause = PauseView("", care.wmo, date(2026, 3, 1), date(2026, 3, 10), "hospital")
    terms.add_pause(pause)
    terms.add_pause(replace(pause, plan_id=care.wlz))
    for rule in ("WMO-05", "WLZ-02"):
        assert care.term(rule).last_date == date(2026, 3, 30)
    assert care.term("WMO-05").movable_until == date(2026, 4, 9)
    assert care.term("WLZ-02").movable_until is None
    with pytest.raises(InvalidInputError, match="uit de wet"):
        calendar.deviate(care.wlz, "WLZ-02", date(2026, 4, 1), "Ziekenhuis.", "Sam")
    calendar.deviate(care.wmo, "WMO-05", date(2026, 4, 9), "Ziekenhuis.", "Sam")
    moved = care.term("WMO-05")
    assert (moved.last_date, moved.status) == (date(2026, 4, 9), Status.DEVIATED)


def test_a_pause_is_corrected_and_taken_away(care: Care) -> None:
    terms = care.work.terms
    terms.add_pause(PauseView("", care.wmo, date(2026, 3, 1), date(2026, 3, 10), "holiday"))
    (pause,) = terms.pauses(care.wmo)
    terms.save_pause(pause, replace(pause, last_day=date(2026, 3, 5)))
    assert care.term("WMO-05").movable_until == date(2026, 4, 4)
    terms.remove_pause(terms.pauses(care.wmo)[0])
    assert terms.pauses(care.wmo) == ()
    assert care.term("WMO-05").movable_until is None


def test_a_pause_that_still_goes_on_counts_until_today(care: Care) -> None:
    """T14: from 1 to 16 March, today, is sixteen days: 30-3-2026 may become 15-4, and a day more tomorrow."""
    care.work.terms.add_pause(PauseView("", care.wmo, date(2026, 3, 1), None, "detention"))
    assert care.work.terms.pauses(care.wmo)[0].last_day is None
    assert care.term("WMO-05").movable_until == date(2026, 4, 15)
    care.work.calendar.deviate(care.wmo, "WMO-05", date(2026, 4, 15), "Gedetineerd.", "Sam")
    care.room.clock.moment += timedelta(days=1)
    assert care.term("WMO-05").movable_until == date(2026, 4, 16)
    assert care.term("WMO-05").last_date == date(2026, 4, 15)


@pytest.mark.parametrize(
    ("first", "last", "kind", "reason", "words"),
    [
        (None, date(2026, 3, 1), "hospital", "", "eerste dag"),
        (date(2026, 3, 9), date(2026, 3, 8), "hospital", "", "voor de eerste dag"),
        (date(2026, 3, 1), date(2026, 3, 2), "", "", "waarom"),
        (date(2026, 3, 1), date(2026, 3, 2), "other", " ", "waarom"),
        (date(2026, 2, 27), date(2026, 2, 28), "holiday", "", "al een pauze"),
        (date(2026, 2, 20), None, "holiday", "", "al een pauze"),
    ],
)
def test_a_pause_that_cannot_be(
    care: Care, first: date | None, last: date | None, kind: str, reason: str, words: str
) -> None:
    terms = care.work.terms
    terms.add_pause(PauseView("", care.wmo, date(2026, 2, 28), date(2026, 2, 28), "hospital"))
    with pytest.raises(InvalidInputError, match=words):
        terms.add_pause(PauseView("", care.wmo, first, last, kind, reason))
    assert len(terms.pauses(care.wmo)) == 1


def test_care_that_ended_closes_what_is_open_and_starts_the_keeping(care: Care) -> None:
    """T16 and A6; a correction brings the terms back, and the file knows when it was last written in."""
    clients = care.work.clients
    care.room.clock.moment = FixedClock.on(date(2026, 4, 1)).moment
    care.work.plans.save_answer(care.wlz, "belangrijk_voor_mij", "Buiten zijn.", ())
    clients.end_care(care.client, date(2026, 3, 10))
    ended = care.term("WMO-05")
    assert ended.status is Status.LAPSED
    assert ended.status_label == "vervallen (zorg beëindigd op 10 maart 2026)"
    assert care.term("BWT-WMO", care.wmo).last_date == date(2041, 3, 16)
    assert care.term("BWT-WGBO", care.wlz).last_date == date(2046, 4, 1)
    clients.end_care(care.client, None)
    assert care.term("WMO-05").status is Status.LATE
    rules = {row.deadline.rule_id for row in care.work.calendar.deadlines(client_id=care.client)}
    assert not any(rule.startswith("BWT") for rule in rules)
    told = [record.words for record in care.work.terms.records(care.wmo, "WMO-05")]
    assert sorted(told) == [
        "Het einde van de zorg is weggehaald: de termijnen lopen weer.",
        "Zorg beëindigd op 10 maart 2026.",
    ]


def test_a_client_who_comes_back_gets_the_terms_of_the_new_start(care: Care) -> None:
    """T16, WLZ-02: what was done before the care ended settles nothing of a care that began after it."""
    work, clients = care.work, care.work.clients
    work.calendar.mark_done(care.wlz, "WLZ-02", "", date(2026, 2, 27))
    assert care.term("WLZ-02").status is Status.DONE_IN_TIME
    care.room.clock.moment += timedelta(minutes=1)  # a record that never changed has no earlier end
    clients.end_care(care.client, date(2026, 3, 2))
    clients.end_care(care.client, None)
    assert care.term("WLZ-02").status is Status.DONE_IN_TIME, "the end was a mistake: nothing began anew"
    plan = work.plans.plan(care.wlz)
    again = {"datum_start_zorg": date(2026, 3, 10)}
    work.plans.save_frame(plan, ["wlz"], [], again, "Weer bij ons komen wonen.")
    back = care.term("WLZ-02")
    assert (back.last_date, back.status) == (date(2026, 4, 21), Status.RUNNING)
    work.calendar.mark_done(care.wlz, "WLZ-02", "", date(2026, 3, 16))
    assert care.term("WLZ-02").status is Status.DONE_IN_TIME


def test_an_end_that_was_put_right_is_no_end_of_an_earlier_care(care: Care) -> None:
    """What was done between the end and the new start counts, also when another end was typed at first."""
    work, clients = care.work, care.work.clients
    work.calendar.mark_done(care.wlz, "WLZ-02", "", date(2026, 2, 27))
    for day in (date(2026, 3, 5), date(2026, 2, 25), None):
        care.room.clock.moment += timedelta(hours=1)
        clients.end_care(care.client, day)
    again = {"datum_start_zorg": date(2026, 3, 10)}
    work.plans.save_frame(work.plans.plan(care.wlz), ["wlz"], [], again, "Weer bij ons.")
    assert care.term("WLZ-02").status is Status.DONE_IN_TIME


@pytest.mark.parametrize(("later", "status"), [(0, Status.DONE_IN_TIME), (1, Status.RUNNING)])
def test_an_end_that_was_taken_away_on_the_same_day_is_a_mistake_unless_care_began_after_it(
    care: Care, later: int, status: Status
) -> None:
    work, clients, plans = care.work, care.work.clients, care.work.plans
    work.calendar.mark_done(care.wlz, "WLZ-02", "", date(2026, 2, 27))
    days = [date(2026, 3, 9), date(2026, 3, 10)]
    plans.save_frame(plans.plan(care.wlz), ["wlz"], [], {"datum_start_zorg": days[0]}, "Eerst een weekend.")
    assert care.term("WLZ-02").status is Status.DONE_IN_TIME, "nothing ended, so nothing began anew"
    for day in (date(2026, 3, 2), None):
        care.room.clock.moment += timedelta(minutes=2)
        clients.end_care(care.client, day)
    plans.save_frame(plans.plan(care.wlz), ["wlz"], [], {"datum_start_zorg": days[later]}, "Verbeterd.")
    assert care.term("WLZ-02").status is status


def test_an_end_that_stood_for_a_day_counts_also_when_the_new_start_was_typed_first(care: Care) -> None:
    work, clients, plans = care.work, care.work.clients, care.work.plans
    work.calendar.mark_done(care.wlz, "WLZ-02", "", date(2026, 2, 27))
    again = {"datum_start_zorg": date(2026, 3, 10)}
    plans.save_frame(plans.plan(care.wlz), ["wlz"], [], again, "Weer bij ons.")
    for day in (date(2026, 3, 2), None):
        care.room.clock.moment += timedelta(days=1)
        clients.end_care(care.client, day)
    assert care.term("WLZ-02").status is Status.RUNNING


def test_a_client_who_died(care: Care) -> None:
    client = care.work.clients.client(care.client)
    died = replace(client.person, deceased_on=date(2026, 3, 12))
    care.work.clients.save_client(client, replace(client, person=died))
    assert care.term("WLZ-02").status_label == "vervallen (cliënt overleden op 12 maart 2026)"


def test_a_plan_that_was_closed_says_so_and_keeps_its_day(care: Care) -> None:
    care.work.plans.close_plan(care.wmo, "Overgedragen.")
    care.room.clock.moment += timedelta(30)
    assert care.term("WMO-05").status_label == f"vervallen (plan afgesloten op {DAY.day} maart 2026)"
    assert care.term("WLZ-02").status is Status.LATE


def test_a_term_that_does_not_hold_needs_a_reason_and_is_no_law(care: Care) -> None:
    terms = care.work.terms
    with pytest.raises(InvalidInputError, match="Schrijf op waarom"):
        terms.not_applicable(care.wmo, "WMO-05", "", " ")
    with pytest.raises(InvalidInputError, match="staat in de wet"):
        terms.not_applicable(care.wlz, "WLZ-02", "", "Geen tijd.")
    terms.not_applicable(care.wmo, "WMO-05", "", "De gemeente vraagt geen plan.")
    term = care.term("WMO-05")
    assert (term.status, term.status_label) == (
        Status.NOT_APPLICABLE,
        "n.v.t. (De gemeente vraagt geen plan.)",
    )
    assert "WMO-05" not in {
        row.deadline.rule_id for row in care.work.calendar.deadlines(client_id=care.client, open_only=True)
    }
    (record,) = terms.records(care.wmo, "WMO-05")
    assert (record.kind, record.reason) == ("not_applicable", "De gemeente vraagt geen plan.")
    terms.take_back(record)
    assert care.term("WMO-05").status is Status.NEAR
    (record,) = terms.records(care.wmo, "WMO-05")
    assert record.taken_back == f"teruggenomen op {DAY.day} maart 2026 door Sanne Begeleider"


def test_what_was_done_earlier_says_when_it_was_written_down(care: Care) -> None:
    care.work.calendar.mark_done(care.wmo, "WMO-05", "", date(2026, 3, 2))
    assert care.term("WMO-05").status is Status.DONE_IN_TIME
    (record,) = care.work.terms.records(care.wmo, "WMO-05")
    assert record.words == "Gedaan op 2 maart 2026. Dat is later vastgelegd, op 16 maart 2026."
    assert record.by == "Sanne Begeleider"
    care.work.terms.take_back(record)
    assert care.term("WMO-05").status is Status.NEAR


def test_a_corrected_date_moves_its_terms_and_asks_to_look_at_the_deviation(care: Care) -> None:
    """T13: the old date, who changed it, when and why stay; WMO-05 goes from 30-3 to 6-4-2026."""
    care.work.calendar.deviate(care.wmo, "WMO-05", date(2026, 4, 20), "Vakantie.", "Sam")
    plan = care.work.plans.plan(care.wmo)
    triggers = {"datum_start_begeleiding": date(2026, 2, 23)}
    care.work.plans.save_frame(plan, plan.regimes, plan.flags, triggers, "Verkeerd getypt.")
    term = care.term("WMO-05")
    assert term.term_date == date(2026, 4, 6)
    assert term.last_date == date(2026, 4, 20)
    assert term.deviation_check
    assert "Controleer de afwijking" in term.warning
    (correction,) = care.work.terms.corrections(care.wmo)
    assert (correction.old, correction.new) == (date(2026, 2, 16), date(2026, 2, 23))
    assert (correction.by, correction.why) == ("Sanne Begeleider", "Verkeerd getypt.")
    kinds = [record.kind for record in care.work.terms.records(care.wmo, "WMO-05")]
    assert sorted(kinds) == ["corrected", "deviation"]
    corrected = next(r for r in care.work.terms.records(care.wmo, "WMO-05") if r.kind == "corrected")
    with pytest.raises(InvalidInputError, match="hier niet worden teruggenomen"):
        care.work.terms.take_back(corrected)


def _asked(care: Care, kind: RequestKind, **more: object) -> RequestView:
    return replace(RequestView("", care.client, kind.name, DAY - timedelta(5), "Jo"), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        (RequestKind.ACCESS, {"asked_on": None}, "Kies op welke dag"),
        (RequestKind.ACCESS, {"asked_on": DAY + timedelta(1)}, "moet nog komen"),
        (RequestKind.ACCESS, {"done_on": DAY - timedelta(6)}, "voor de dag waarop"),
        (RequestKind.DESTRUCTION, {"refused": True, "done_on": DAY}, "waarom je weigert"),
        (RequestKind.OWN_STATEMENT, {"refused": True}, "niet weigeren"),
        (RequestKind.BY_RELATIVES, {"done_on": DAY}, "alleen laten zien als"),
    ],
)
def test_a_request_that_cannot_be(care: Care, kind: RequestKind, more: dict[str, object], words: str) -> None:
    with pytest.raises(InvalidInputError, match=words):
        care.work.clients.add_request(_asked(care, kind, **more))
    assert care.work.clients.requests(care.client) == ()


def test_requests_that_can_be(care: Care) -> None:
    clients = care.work.clients
    for kind, more in (
        (RequestKind.DESTRUCTION, {"refused": True, "done_on": DAY, "ground": Ground.LAW.value}),
        (RequestKind.BY_RELATIVES, {"done_on": DAY, "ground": Ground.INCIDENT.value}),
        (RequestKind.BY_RELATIVES, {"refused": True, "ground": Ground.OBJECTION_IN_LIFE.value}),
        (RequestKind.CORRECTION, {"done_on": DAY, "note": "Geboortedatum verbeterd."}),
    ):
        clients.add_request(_asked(care, kind, **more))
    assert len(clients.requests(care.client)) == 4


def test_only_three_may_ask_for_the_plan_on_paper(care: Care) -> None:
    """HVP-02: a request of a neighbour starts no term; of several requests the earliest counts."""
    plans = care.work.plans
    youth, _ = plans.start_plan("hvp", care.client)
    plans.save_frame(plans.plan(youth), ["jeugdwet"], [], {})
    care.work.clients.add_request(_asked(care, RequestKind.IN_WRITING, requester_role="other"))
    rows = care.work.calendar.deadlines(client_id=care.client)
    assert "HVP-02" not in {row.deadline.rule_id for row in rows}
    for day, role in ((DAY - timedelta(3), "parent"), (DAY - timedelta(4), "provider")):
        asked = _asked(care, RequestKind.IN_WRITING, requester_role=role, asked_on=day)
        care.work.clients.add_request(asked)
    assert care.term("HVP-02", youth).last_date == date(2026, 3, 26)


def test_a_request_is_in_the_list_once_and_done_for_every_plan(care: Care) -> None:
    """RCT-01 is about the file, not about one of the plans of a client."""
    care.work.clients.add_request(_asked(care, RequestKind.ACCESS))
    rows = care.work.calendar.deadlines(client_id=care.client, open_only=True)
    (row,) = [one for one in rows if one.deadline.rule_id == "RCT-01"]
    care.work.calendar.mark_done(row.plan_id, "RCT-01", row.deadline.subject, DAY)
    (request,) = care.work.clients.requests(care.client)
    assert request.done_on == DAY
    left = care.work.calendar.deadlines(client_id=care.client, open_only=True)
    assert "RCT-01" not in {one.deadline.rule_id for one in left}
    (record,) = care.work.terms.records(row.plan_id, "RCT-01", row.deadline.subject)
    care.work.terms.take_back(record)
    assert care.work.clients.requests(care.client)[0].done_on is None


def _family(care: Care) -> tuple[str, str]:
    """A second client in the home of Sam, with a gezinsplan of the two; its plan and the other client."""
    clients, plans = care.work.clients, care.work.plans
    other, _ = clients.add_client(PersonView(given_name="Jo", birth_date=date(2014, 5, 1)))
    home, _ = clients.add_household("Gezin Voorbeeld")
    for client, role in ((care.client, "moeder"), (other, "kind")):
        clients.add_member(home, clients.client(client).person.id, role)
    plan, _ = plans.start_plan("gzp", household_id=home)
    triggers = {"einddatum_beschikking": date(2026, 12, 31)}
    plans.save_frame(plans.plan(plan), ["jeugdwet"], [], triggers)
    return plan, other


def test_the_plan_of_a_family_ends_with_the_care_of_the_last_of_them(care: Care) -> None:
    plan, other = _family(care)
    care.work.clients.end_care(care.client, date(2026, 3, 2))
    assert care.term("GZP-03", plan).status is Status.RUNNING
    care.work.clients.end_care(other, date(2026, 3, 9))
    ended = care.term("GZP-03", plan)
    assert ended.status_label == "vervallen (zorg beëindigd op 9 maart 2026)"


@pytest.mark.parametrize(("who_left", "again"), [((0,), False), ((0, 1), True)])
def test_a_plan_of_a_family_begins_anew_when_all_of_them_had_left(
    care: Care, who_left: tuple[int, ...], *, again: bool
) -> None:
    """0041: new youth help asks to offer a family plan again; while a brother stays, the help went on."""
    clients, plans = care.work.clients, care.work.plans
    other, _ = clients.add_client(PersonView(given_name="Jo", birth_date=date(2014, 5, 1)))
    home, _ = clients.add_household("Gezin Voorbeeld")
    for client in (care.client, other):
        clients.add_member(home, clients.client(client).person.id, "kind")
    plan, _ = plans.start_plan("fgp", household_id=home)
    days = {"datum_start_jeugdhulp": date(2026, 2, 9), "datum_aanbod_fgp": date(2026, 2, 12)}
    plans.save_frame(plans.plan(plan), ["jeugdwet"], [], days)
    assert care.term("FGP-01", plan).status is Status.DONE_IN_TIME
    for day in (date(2026, 3, 2), None):
        care.room.clock.moment += timedelta(minutes=1)
        for number in who_left:
            clients.end_care((care.client, other)[number], day)
    plans.save_frame(plans.plan(plan), ["jeugdwet"], [], {**days, "datum_start_jeugdhulp": DAY}, "Terug.")
    assert (care.term("FGP-01", plan).status is Status.RUNNING) is again


def test_a_gezinsplan_counts_the_organisations_around_everyone_in_the_family(care: Care) -> None:
    """GZP-01: three different organisations, wherever in the family, and the GP is none of them."""
    plan, other = _family(care)
    clients = care.work.clients
    for subject, organisation, role in (
        (care.client, "Zorg A", "begeleider"),
        (other, "School B", "mentor"),
        (other, "zorg a", "behandelaar"),
        (other, "Huisartsen", "huisarts"),
    ):
        person, _ = clients.add_person(
            PersonView(given_name=role, organisation=organisation, professional=True)
        )
        clients.add_relation(RelationView("", subject, clients.person(person), role=role))
    assert "GZP-01" not in {row.deadline.rule_id for row in care.work.calendar.deadlines(client_id=other)}
    person, _ = clients.add_person(
        PersonView(given_name="Els", organisation="Stichting C", professional=True)
    )
    clients.add_relation(RelationView("", other, clients.person(person), role="coach"))
    found = care.term("GZP-01", plan)
    assert (found.trigger, found.last_date) == ("datum_derde_organisatie", DAY)
