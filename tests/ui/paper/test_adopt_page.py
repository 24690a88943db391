"""Adopting: who is asked, what is missing, what is recorded, and that nothing typed is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.paper.conftest import Plans
from tests.ui.walker import walk

from planbureau.errors import InvalidInputError
from planbureau.rules.goals.status import AgreedBy
from planbureau.services.api import AdoptPlan as AdoptRequest
from planbureau.services.api import Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.paper.adopt_page import AdoptPage
from planbureau.ui.paper.consent_card import ConsentCard
from planbureau.ui.paper.consents_card import capacities
from planbureau.ui.paper.entries import BY_MEASURE, DRAFT_KEY
from planbureau.ui.paper.lacking import all_agreed
from planbureau.ui.places import AdoptPlan, OpenPlan, PrintPlan
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.labels import TextLabel
from planbureau.views import CustodyView, PersonView


def shown(qtbot: QtBot, context: PageContext, plan_id: str, size: tuple[int, int] = (1160, 768)) -> AdoptPage:
    page = AdoptPage(context, draft_ms=1)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_place(AdoptPlan(plan_id))
    page.show()
    return page


def words(page: AdoptPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(TextLabel) if label.isVisibleTo(page))


def lines(page: AdoptPage) -> list[str]:
    """What still has to be done first, as it stands above the button."""
    return [b.label() for b in page.decide.findChildren(Button) if b.isVisibleTo(page)]


def press(page: AdoptPage, name: str) -> None:
    (button,) = [b for b in page.findChildren(Button) if name in b.accessibleName() and b.isVisibleTo(page)]
    button.click()


def fill_talk(page: AdoptPage, person_id: str) -> None:
    chip = page.talk.present.chip(person_id)
    assert chip is not None
    chip.click()
    page.talk.all.click()
    page.talk.place.setText("thuis")
    page.talk.said.set_value("Ik vind het goed zo.")


def asked(page: AdoptPage) -> set[str]:
    names = [card.accessibleName() for card in page.consents.cards if not card.entry.heard]
    return {name.removeprefix("Akkoord van ") for name in names}


def heard(page: AdoptPage) -> dict[str, ConsentCard]:
    """The cards of those whose view is written down, by name."""
    cards = [card for card in page.consents.cards if card.entry.heard]
    return {card.accessibleName().removeprefix("Mening van "): card for card in cards}


def test_from_talk_to_version(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, plans.noor_plan)
    assert not page.decide.button.isEnabled()
    assert "Kies wie erbij waren." in page.decide.button.accessibleDescription()
    fill_talk(page, plans.noor_person)
    (card,) = page.consents.cards
    card.outcome.set_value("agreed")
    card.form.set_value("spoken")
    assert "Niemand tekent" in words(page)
    assert "De cliënt zei: “Ik vind het goed zo.”" in words(page)
    gaps = words(page).partition("Zo wordt de aantekening compleet:")[2].strip().splitlines()
    assert gaps[0] == "Kies wanneer de cliënt het plan kreeg."
    assert "Schrijf op waar of hoe" not in words(page)
    assert page.decide.button.isEnabled()
    page.decide.button.click()
    plan = workspace.plans.plan(plans.noor_plan)
    assert plan.version == 1
    assert not plan.versions[0].without_consent
    assert [(c.outcome, c.form, c.version) for c in plan.consents] == [("agreed", "spoken", 1)]
    assert "Versie 1 is vastgesteld op 16 maart 2026." in words(page)
    assert "Deze datums lopen nu" in words(page)
    assert workspace.plans.drafts(plans.noor_plan) == ()
    with qtbot.waitSignal(page.place_requested) as went:
        press(page, "Makkelijke versie")
    assert went.args == [PrintPlan(plans.noor_plan, "easy", 1)]


def test_a_long_name_stands_on_one_line_when_there_is_room(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace
) -> None:
    name = "Jolanda Schreuder-Kwiatkowska"
    person = PersonView(
        given_name="Jolanda", family_name="Schreuder-Kwiatkowska", birth_date=date(1983, 2, 28)
    )
    client, _ = workspace.clients.add_client(person)
    plan, _ = workspace.plans.start_plan("osp", client)
    workspace.plans.save_frame(workspace.plans.plan(plan), ["wlz"], [], {})
    page = shown(qtbot, page_context, plan)
    QApplication.processEvents()
    (card,) = page.consents.cards
    (label,) = [one for one in card.findChildren(TextLabel) if one.text() == name]
    assert label.height() < 2 * label.fontMetrics().height()


def test_a_signature_needs_no_note(qtbot: QtBot, page_context: PageContext, plans: Plans) -> None:
    page = shown(qtbot, page_context, plans.noor_plan)
    card = page.consents.cards[0]
    card.outcome.set_value("agreed")
    card.form.set_value("spoken")
    assert "Niemand tekent" in words(page)
    card.form.set_value("paper")
    assert "Niemand tekent" not in words(page)


def test_a_gate_leads_to_its_question(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    heads = workspace.plans.plan(plans.noor_plan).answers["wens"].heads
    workspace.plans.save_answer(plans.noor_plan, "wens", "", heads)
    page = shown(qtbot, page_context, plans.noor_plan)
    assert "Vul eerst aan wat in het plan nog nodig is: 1." in lines(page)
    with qtbot.waitSignal(page.place_requested) as went:
        press(page, "Naar de vraag")
    assert went.args == [OpenPlan(plans.noor_plan, "wens", "wens")]


def test_child_and_both_parents_are_asked(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, plans.sem_plan)
    assert asked(page) == {"Sem Anders", "Ada Anders", "Bo Anders"}
    page.consents.cards[0].outcome.set_value("refused")
    page.consents.cards[0].reason.set_value("Hij wil niet op dinsdag.")
    tick = next(iter(page.consents._unable.values()))
    tick.setChecked(True)
    assert asked(page) == {"Ada Anders", "Bo Anders"}
    assert workspace.plans.plan(plans.sem_plan).version == 0


def test_within_a_measure_everybody_is_heard_and_nobody_blocks(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    plan = workspace.plans.plan(plans.sem_plan)
    days = {"datum_start_zorg": date(2026, 3, 2)}
    workspace.plans.save_frame(plan, ["jeugdwet"], ["gi_ots"], days)
    page = shown(qtbot, page_context, plans.sem_plan)
    assert asked(page) == set()
    cards = heard(page)
    assert set(cards) == {"Sem Anders", "Ada Anders", "Bo Anders"}
    assert not cards["Sem Anders"].outcome.isVisibleTo(page)
    assert "nog niet gehoord" in words(page)
    fill_talk(page, workspace.clients.client(plans.sem).person.id)
    cards["Sem Anders"].reason.set_value("Ik wil liever bij oma wonen.")
    assert page.decide.reason.value() == BY_MEASURE  # the law gives the reason: nobody writes it again
    assert "Een behandeling mag dat niet" in words(page)
    assert page.decide.button.isEnabled()
    page.decide.button.click()
    (version,) = workspace.plans.plan(plans.sem_plan).versions
    assert version.reason == BY_MEASURE
    (view,) = workspace.plans.plan(plans.sem_plan).consents
    assert (view.outcome, view.form, view.reason) == ("heard", "none", "Ik wil liever bij oma wonen.")


def test_the_reason_of_a_measure_goes_when_somebody_must_agree_after_all(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    days = {"datum_start_zorg": date(2026, 3, 2)}
    workspace.plans.save_frame(workspace.plans.plan(plans.sem_plan), ["jeugdwet"], ["gi_ots"], days)
    page = shown(qtbot, page_context, plans.sem_plan)
    fill_talk(page, workspace.clients.client(plans.sem).person.id)
    workspace.plans.save_frame(workspace.plans.plan(plans.sem_plan), ["jeugdwet"], [], days)
    page.talk.day_changed.emit()
    assert asked(page) == {"Sem Anders", "Ada Anders", "Bo Anders"}
    assert page.decide.reason.value() == ""
    assert "Schrijf op waarom je vaststelt zonder ieders akkoord." in lines(page)


def test_under_the_wzd_resistance_is_asked(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    clients = workspace.clients
    mentor, _ = clients.add_person(PersonView(given_name="Ina", family_name="Mentor"))
    clients.add_custody(CustodyView("", plans.noor, clients.person(mentor), "mentor"))
    plan = workspace.plans.plan(plans.noor_plan)
    days = {"datum_start_zorg": date(2026, 3, 2)}
    workspace.plans.save_frame(plan, ["wlz"], ["wzd_van_toepassing"], days)
    page = shown(qtbot, page_context, plans.noor_plan)
    next(iter(page.consents._unable.values())).setChecked(True)
    (ina,) = [card for card in page.consents.cards if not card.entry.heard]
    ina.outcome.set_value("agreed")
    ina.form.set_value("spoken")
    noor = heard(page)["Noor Voorbeeld"]
    assert not all_agreed(page._entries, page._check)
    noor.outcome.set_value("heard")
    assert "Schrijf bij Noor Voorbeeld op wat je zag of hoorde." in lines(page)
    noor.reason.set_value("Noor knikte en lachte.")
    assert all_agreed(page._entries, page._check)
    noor.outcome.set_value("resists")
    assert not all_agreed(page._entries, page._check)


def test_without_everyone_it_needs_a_reason(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, plans.sem_plan)
    chip = page.talk.present.chip(page_context.workspace.clients.client(plans.sem).person.id)
    assert chip is not None
    chip.click()
    page.talk.all.click()
    for card in page.consents.cards[:2]:
        card.outcome.set_value("agreed")
        card.form.set_value("spoken")
    page.consents.cards[2].outcome.set_value("unreachable")
    third = page.consents.cards[2].accessibleName().removeprefix("Akkoord van ")
    assert f"Schrijf bij {third} op waarom: niet bereikbaar." in lines(page)
    page.consents.cards[2].reason.set_value("Drie keer gebeld.")
    assert "Schrijf op waarom je vaststelt zonder ieders akkoord." in lines(page)
    assert not page.decide.button.isEnabled()
    page.decide.reason.set_value("Sem kan niet wachten op hulp.")
    page.decide.button.click()
    (version,) = workspace.plans.plan(plans.sem_plan).versions
    assert version.without_consent
    assert version.reason == "Sem kan niet wachten op hulp."
    assert workspace.plans.row(plans.sem_plan).agreed_by is AgreedBy.ADOPTED_WITHOUT_CONSENT
    assert workspace.plans.row(plans.noor_plan).agreed_by is AgreedBy.CONSENT


def test_somebody_else_can_be_asked_too(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, plans.noor_plan)
    page.consents.more.click()
    user = workspace.organisation.user()
    page.consents.person.set_value(user.id)
    page.consents.capacity.set_value("relative")
    page.consents.put.click()
    assert user.full_name in asked(page)
    page.consents.cards[-1].remove_requested.emit()
    assert user.full_name not in asked(page)


@pytest.mark.parametrize("wzd", [True, False])
def test_roles_of_the_wzd_are_only_named_under_the_wzd(*, wzd: bool) -> None:
    named = [label for _, label in capacities(wzd=wzd)]
    assert ("Zorgverantwoordelijke" in named) is wzd
    assert ("Wzd-functionaris" in named) is wzd
    assert "Mentor" in named


def test_what_was_filled_in_is_there_again(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, plans.noor_plan)
    fill_talk(page, plans.noor_person)
    page.consents.cards[0].outcome.set_value("partly")
    page.consents.cards[0].reason.set_value("Niet met de dinsdag.")
    assert page.leave()
    assert [draft.key for draft in workspace.plans.drafts(plans.noor_plan)] == [DRAFT_KEY]
    again = shown(qtbot, page_context, plans.noor_plan)
    assert again.talk.said.value() == "Ik vind het goed zo."
    assert again.talk.present.checked() == {plans.noor_person}
    assert again.consents.cards[0].entry.reason == "Niet met de dinsdag."
    other = shown(qtbot, page_context, plans.sem_plan)
    assert other.talk.said.value() == ""


def test_unbroken_typing_is_kept(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    page = shown(qtbot, page_context, plans.noor_plan)
    page.talk.said.set_value("half een zin")
    qtbot.waitUntil(lambda: bool(workspace.plans.drafts(plans.noor_plan)))
    assert "half een zin" in workspace.plans.drafts(plans.noor_plan)[0].text


def test_a_refusal_is_said_and_loses_nothing(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def refuse(_: AdoptRequest) -> None:
        raise InvalidInputError("Dit kan nu niet.", "Je concept is bewaard.")

    page = shown(qtbot, page_context, plans.noor_plan)
    fill_talk(page, plans.noor_person)
    page.consents.cards[0].outcome.set_value("agreed")
    page.consents.cards[0].form.set_value("spoken")
    monkeypatch.setattr(workspace.plans, "adopt", refuse)
    page.decide.button.click()
    assert page.decide.problem.isVisibleTo(page)
    assert "Dit kan nu niet." in words(page)
    assert page.talk.said.value() == "Ik vind het goed zo."


def test_a_small_change_takes_the_answers_over(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    check = workspace.plans.adoption_check(plans.noor_plan, date(2026, 3, 10))
    consents = tuple(replace(c, outcome="agreed", form="paper") for c in check.expected)
    workspace.plans.adopt(
        AdoptRequest(
            plans.noor_plan, date(2026, 3, 10), "thuis", (plans.noor_person,), "", ("wens",), "", consents
        )
    )
    heads = workspace.plans.plan(plans.noor_plan).answers["wens"].heads
    workspace.plans.save_answer(plans.noor_plan, "wens", "Ik wil trommelen op zondagen.", heads)
    page = shown(qtbot, page_context, plans.noor_plan)
    assert page.consents.cards[0].entry.outcome == ""
    page.decide.small.setChecked(True)
    assert page.consents.cards[0].entry.outcome == "agreed"
    assert "antwoord van 10 maart 2026" in words(page)


def test_nobody_of_elsewhere_can_be_chosen(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    workspace.clients.add_person(PersonView(given_name="Vreemd", family_name="Elders"))
    page = shown(qtbot, page_context, plans.noor_plan)
    assert "Vreemd" not in words(page)
    offered = {label for _, label in page._table.named()} if page._table else set()
    assert not any("Anders" in label or "Elders" in label for label in offered)


@pytest.mark.parametrize(
    ("size", "look", "text"),
    [
        ((1366, 768), Look.LIGHT, TextSize.NORMAL),
        ((1093, 614), Look.CONTRAST, TextSize.LARGEST),
        ((683, 384), Look.DARK, TextSize.NORMAL),
    ],
)
def test_everyone_can_use_it(
    qtbot: QtBot,
    page_context: PageContext,
    plans: Plans,
    theme: Theme,
    size: tuple[int, int],
    look: Look,
    text: TextSize,
) -> None:
    theme.apply(look, text)
    page = shown(qtbot, page_context, plans.sem_plan, size)
    page.consents.cards[0].outcome.set_value("partly")
    assert walk(page) == []


def test_everyone_can_use_the_end(qtbot: QtBot, page_context: PageContext, plans: Plans) -> None:
    page = shown(qtbot, page_context, plans.noor_plan)
    fill_talk(page, plans.noor_person)
    page.consents.cards[0].outcome.set_value("agreed")
    page.consents.cards[0].form.set_value("paper")
    page.decide.button.click()
    assert page.first_focus() is not None
    assert walk(page) == []


def test_a_parent_without_custody_is_named_in_dutch(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    client = workspace.plans.plan(plans.sem_plan).clients[0]
    father, _ = workspace.clients.add_person(PersonView(given_name="Omer", family_name="Vader"))
    person = workspace.clients.person(father)
    workspace.clients.add_custody(CustodyView("", client.id, person, kind="parent_without_custody"))
    page = shown(qtbot, page_context, plans.sem_plan)
    chip = page.talk.present.chip(father)
    assert chip is not None
    assert chip.text() == "Omer Vader (ouder zonder gezag)"
