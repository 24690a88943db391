"""Every plan type filled in whole by hand, adopted and printed: nothing that was said is lost on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.journeys.hands import keys, pick, type_day
from tests.journeys.office import Office, text_of
from tests.journeys.whole.case import Made, WholeCase, make_plan, whole_cases
from tests.journeys.whole.hands import WholeHands
from tests.journeys.whole.on_paper import lost, unseen
from tests.pdf_checks import assert_pdf_ua
from tests.vault_room import VaultRoom

from planbureau.clock import FixedClock
from planbureau.formats.model import Access
from planbureau.ui.paper.adopt_page import AdoptPage
from planbureau.ui.places import AdoptPlan, ClientWrites, OpenPlan, PrintPlan
from planbureau.ui.protect.own_page import OwnPlanPage

TODAY = date(2026, 3, 16)
CASES = whole_cases()


@pytest.fixture(scope="module")
def shared_office(
    qapp: QApplication, request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """One laptop with one open vault for all plans of this file."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
    qapp.setCursorFlashTime(0)
    folder = tmp_path_factory.mktemp("heel")
    room = VaultRoom(folder / "laptop", clock=FixedClock.on(TODAY))
    room.create().lock()
    office = Office(QtBot(request), room, folder)
    office.start()
    office.unlock()
    yield office
    office.end()


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_a_plan_that_is_filled_in_whole(shared_office: Office, qtbot: QtBot, case: WholeCase) -> None:
    office = shared_office
    office.qtbot = qtbot
    made = make_plan(case, office.workspace)
    hands = WholeHands(
        office, made.plan_id, case.answers, made.helper, case=case, file=_letter(office.folder)
    )
    own = office.workspace.plans.plan(made.plan_id).format.access is Access.OWNER
    if own:
        opened_by_the_client(office, made.plan_id)
    hands.whole_frame()
    hands.fill_whole()
    office.look(f"heel-{case.name}")
    if own:  # it is the client's own: there is nothing to adopt, and nobody is asked
        printed(office, case, made, version=0)
        office.go(ClientWrites())
        return
    check = office.workspace.plans.adoption_check(made.plan_id, TODAY)
    assert [gate.text for gate in check.gates if gate.blocks] == []
    adopt(office, case, made)
    printed(office, case, made)


def opened_by_the_client(office: Office, plan_id: str) -> None:
    """The client chooses a code, and writes."""
    office.go(OpenPlan(plan_id))
    card = office.on(OwnPlanPage).code
    assert card is not None
    keys(card.code.line, "lente7")
    keys(card.again.line, "lente7")
    card.button.click()


def _letter(folder: Path) -> Path:
    path = folder / "brief-van-het-gezin.txt"
    path.write_text("Zo willen wij het.", encoding="utf-8")
    return path


def adopt(office: Office, case: WholeCase, made: Made) -> None:
    """The right people are asked and heard; everyone agrees but those who refuse."""
    office.go(AdoptPlan(made.plan_id))
    page = office.on(AdoptPage)
    if page.hand_in.isVisible():
        hand_in(office, case, made, page)
        return
    names = {person_id: name for name, person_id in made.people.items()}
    entries = [card.entry for card in page.consents.cards]
    assert [names[one.person_id] for one in entries if not one.heard] == list(case.asked)
    assert [names[one.person_id] for one in entries if one.heard] == list(case.heard)
    type_day(page.talk.day, "16-3-2026")
    chip = page.talk.present.chip(next(iter(made.people.values())))
    assert chip is not None
    chip.click()
    page.talk.all.click()
    for card in page.consents.cards:
        if card.entry.heard:
            keys(card.reason.edit, "Vindt het goed zo.")
            continue
        if names[card.entry.person_id] in case.refuses:
            pick(card.outcome, "refused")
            pick(card.form, "spoken")
            keys(card.reason.edit, "Wil eerst weten wie er 's avonds bereikbaar is.")
            continue
        pick(card.outcome, "agreed")
        pick(card.form, "spoken")
        for name in card.explained._chips:
            told = card.explained.chip(name)
            assert told is not None
            told.click()
    if not page.decide._without.isHidden() and not page.decide.reason.value():
        keys(page.decide.reason.edit, "De rechter gaf de opdracht.")
    office.look(f"heel-{case.name}-akkoord")
    assert page.decide.button.isEnabled(), page.decide.button.accessibleDescription()
    page.decide.button.click()
    assert office.workspace.plans.plan(made.plan_id).version == 1


def hand_in(office: Office, case: WholeCase, made: Made, page: AdoptPage) -> None:
    """A plan of the client or the family asks for no more than a day."""
    assert (case.asked, case.heard) == ((), ())
    type_day(page.hand_in.day, "16-3-2026")
    office.look(f"heel-{case.name}-inleveren")
    assert page.hand_in.button.isEnabled()
    page.hand_in.button.click()
    assert office.workspace.plans.plan(made.plan_id).version == 1


def printed(office: Office, case: WholeCase, made: Made, *, version: int = 1) -> None:
    """Valid files, with every answer in each edition that its question names."""
    view = office.workspace.plans.plan(made.plan_id)
    assert unseen(view.format, "easy") == []
    for edition in ("professional", "easy"):
        pdf = office.saved_pdf(PrintPlan(made.plan_id, edition, version))
        kept = office.folder / f"{case.name}-{edition}.pdf"
        kept.write_bytes(pdf)
        assert_pdf_ua(pdf)
        words = text_of(pdf)
        assert lost(view, edition, words, TODAY) == []
        assert [one for one in case.printed.get(edition, ()) if one not in words] == []
