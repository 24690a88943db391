"""A plan of the client itself: handed in as it is, named so everywhere, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pytestqt.qtbot import QtBot
from tests.journeys.office import text_of
from tests.ui.walker import walk
from tests.ui.wizard.conftest import SLOW, Table, desk_of, page_context, room, workspace

from planbureau.errors import InvalidInputError
from planbureau.services.api import AdoptPlan as AdoptRequest
from planbureau.services.api import Edition, PrintRequest
from planbureau.ui.page import PageContext
from planbureau.ui.paper.adopt_page import AdoptPage
from planbureau.ui.people.plans_card import _badges
from planbureau.ui.places import AdoptPlan
from planbureau.ui.widgets.labels import TextLabel
from planbureau.ui.wizard.put_back import PutBack
from planbureau.views import PersonView, VersionRow

__all__ = ["page_context", "room", "workspace"]


@pytest.fixture
def own(qtbot: QtBot, page_context: PageContext) -> Iterator[Table]:
    """An empty personal plan."""
    person = PersonView(given_name="Noor", family_name="Voorbeeld", birth_date=date(1990, 5, 1))
    client_id, _ = page_context.workspace.clients.add_client(person)
    plan_id, _ = page_context.workspace.plans.start_plan("pp", client_id)
    table = Table(qtbot, page_context, plan_id, client_id, "")
    yield table
    table.leave()


def _page(own: Table, size: tuple[int, int] = (1160, 768)) -> AdoptPage:
    page = AdoptPage(own.context, draft_ms=1)
    own.qtbot.addWidget(page)
    page.resize(*size)
    page.show_place(AdoptPlan(own.plan_id))
    page.show()
    page.activateWindow()
    own.qtbot.waitUntil(page.isActiveWindow)
    return page


def test_an_empty_plan_is_handed_in_with_one_button(own: Table) -> None:
    page = own.open(SLOW)
    assert page.header.adopt.label() == "Inleveren"
    assert page.steps.missing.label() == "Inleveren kan"
    assert {item.level for item in desk_of(page).missing()} <= {"tip"}
    form = _page(own)
    shown = [label.text() for label in form.findChildren(TextLabel) if label.isVisibleTo(form)]
    assert "Inleveren" in shown
    assert not any("vaststel" in text.lower() or "akkoord geeft" in text.lower() for text in shown)
    form.hand_in.others.setText("tante Jo")
    form.hand_in.button.click()
    version = own.stored.versions[0]
    assert (version.handed_in, version.without_consent, version.how) == (True, False, "ingeleverd")
    assert own.workspace.plans.row(own.plan_id).handed_in
    again = own.open(SLOW)
    assert again.header.status.accessibleName().startswith("Versie 1, ingeleverd op 16 maart 2026")


def test_of_a_child_of_twelve_is_asked_whether_it_was_heard(qtbot: QtBot, page_context: PageContext) -> None:
    plans = page_context.workspace.plans
    child = PersonView(given_name="Sem", birth_date=date(2013, 6, 1))
    client_id, _ = page_context.workspace.clients.add_client(child)
    home, _ = page_context.workspace.clients.add_household("Familie Sem")
    own_id = page_context.workspace.clients.client(client_id).person.id
    page_context.workspace.clients.add_member(home, own_id, "kind")
    for name, born in (("Ida", date(2014, 3, 16)), ("Bo", date(2014, 3, 17)), ("Ada", date(1985, 1, 1))):
        without_file, _ = page_context.workspace.clients.add_person(
            PersonView(given_name=name, birth_date=born)
        )
        page_context.workspace.clients.add_member(home, without_file, "kind")
    plan_id, _ = plans.start_plan("fgp", client_id, home)
    form = _page(Table(qtbot, page_context, plan_id, client_id, ""))
    assert form.hand_in.heard.isVisible()
    assert form.hand_in._heard_label.text() == "Zijn Sem en Ida gehoord? (mag leeg)"
    assert form.hand_in.button.isEnabled()  # asked, never demanded
    form.hand_in.heard.set_value("ja")
    form.hand_in.button.click()
    assert plans.plan(plan_id).versions[0].handed_in
    printed = page_context.workspace.prints.render(PrintRequest(plan_id, Edition.PROFESSIONAL, version=1))
    assert "Kind van 12 of ouder gehoord ja" in text_of(printed.pdf)


def test_only_the_day_must_have_been(own: Table) -> None:
    form = _page(own)
    tomorrow = own.context.clock.today() + timedelta(days=1)
    form.hand_in.day.set_value(tomorrow)
    form.hand_in.entries_changed.emit()
    assert not form.hand_in.button.isEnabled()
    assert form.hand_in.lacking.text() == "De dag van het inleveren moet nog komen."
    with pytest.raises(InvalidInputError, match="inleveren ligt in de toekomst"):
        own.workspace.plans.adopt(AdoptRequest(own.plan_id, tomorrow, "", (), "", (), "", ()))
    assert own.stored.versions == ()


def test_what_is_being_filled_in_stays_when_the_page_is_left(own: Table) -> None:
    form = _page(own)
    form.hand_in.said.set_value("Lees het samen met mij.")
    form.hand_in.entries_changed.emit()
    form.leave()
    assert _page(own).hand_in.said.value() == "Lees het samen met mij."


def test_the_print_says_that_it_was_handed_in(own: Table) -> None:
    day = own.context.clock.today()
    own.workspace.plans.adopt(AdoptRequest(own.plan_id, day, "", (), "tante Jo", (), "Lees het.", ()))
    for edition in (Edition.PROFESSIONAL, Edition.EASY):
        whole = own.workspace.prints.render(PrintRequest(own.plan_id, edition, 1, ()))
        words = " ".join(text_of(whole.pdf).split())
        assert "ngeleverd" in words
        assert "astgesteld" not in words
        assert "niet getekend" not in words


def test_each_step_has_its_own_words(own: Table) -> None:
    """C12: the client hands in, whom it was handed to answers, and the client may write on."""
    plans, day = own.workspace.plans, date(2026, 3, 16)
    plans.save_frame(own.stored, ["wlz"], [], {})
    plans.save_answer(own.plan_id, "wlz_bereiken", "Naar buiten", ())
    plans.adopt(AdoptRequest(own.plan_id, day, "", (), "tante Jo", (), "", ()))

    def button() -> str:
        page = own.open(SLOW)
        label = page.header.adopt.label()
        page.leave()
        return label

    def write(key: str, words: str) -> None:
        before = own.stored.answers.get(key)
        plans.save_answer(own.plan_id, key, words, before.heads if before else ())

    write("wlz_bereiken_gebruikt", "Elke dag een rondje")
    assert button() == "Antwoord vastleggen"
    form = _page(own)
    assert form.hand_in.button.label() == "Antwoord vastleggen"
    assert form.hand_in.day.line.accessibleName() == "Antwoord gegeven op"
    shown = {label.text() for label in form.hand_in.findChildren(TextLabel)}
    assert "Wanneer, en met wie" in shown
    form.hand_in.day.set_value(None)
    form.hand_in.entries_changed.emit()
    assert form.hand_in.lacking.text() == "Kies op welke dag het antwoord is gegeven."
    assert walk(form) == []
    form.hand_in.day.set_value(day)
    form.hand_in.entries_changed.emit()
    form.hand_in.button.click()
    first, second = own.stored.versions
    assert [(one.how, one.handed_in) for one in (first, second)] == [
        ("ingeleverd", True),
        ("beantwoord", True),
    ]
    row = plans.row(own.plan_id)
    assert [words for words, _, _ in _badges(row)] == ["beantwoord"]
    printed = own.workspace.prints.render(PrintRequest(own.plan_id, Edition.PROFESSIONAL, 2, ()))
    words = " ".join(text_of(printed.pdf).split())
    assert "Beantwoord op 16 maart 2026" in words
    assert "ngeleverd door" not in words

    write("wlz_bereiken", "Naar buiten, en naar zee")
    assert button() == "Opnieuw inleveren"
    write("wlz_bereiken_gebruikt", "In mei naar zee")
    assert button() == "Opnieuw inleveren", "the words of the client changed too"


@pytest.mark.parametrize("size", [(1160, 768), (615, 384)])
def test_everyone_can_hand_in(own: Table, size: tuple[int, int]) -> None:
    assert walk(_page(own, size)) == []


def test_an_answer_after_handing_in_says_what_it_is(own: Table) -> None:
    """The words of the client stay; the answer is a concept beside them, and the page says so (C12)."""
    version = VersionRow(own.plan_id, 1, date(2026, 3, 16), "u", "", handed_in=True)
    page = own.open()
    desk = desk_of(page)
    desk.plan = replace(own.stored, status="concept_beside_active", versions=(version,))
    page.header.show_plan(desk, "")
    assert "Versie 1 is ingeleverd, met een concept ernaast" in page.header.status.text()
    page.notice.show_plan(desk, page._leftovers, PutBack())
    assert "Wat is ingeleverd, blijft zoals het is" in page.notice.accessibleName()
    desk.plan = replace(desk.plan, versions=(replace(version, handed_in=False),))
    page.notice.show_plan(desk, page._leftovers, PutBack())
    assert page.notice.isHidden()


def test_an_open_page_follows_what_became_of_its_plan(own: Table) -> None:
    page = own.open(SLOW)
    assert page.notice.isHidden()
    changes = own.workspace.plans.adopt(AdoptRequest(own.plan_id, date(2026, 3, 16), "", (), "", (), "", ()))[
        1
    ]
    page.refresh(changes)
    assert page.notice.accessibleName().startswith("Dit plan is ingeleverd.")
    page.refresh(own.workspace.plans.save_answer(own.plan_id, "wlz_bereiken", "Naar buiten", ()))
    assert page.notice.accessibleName().startswith("Wat is ingeleverd, blijft zoals het is.")
