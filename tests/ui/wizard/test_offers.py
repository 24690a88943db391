"""An empty question shows what another plan of the same client says, and copies it only when asked."""

from __future__ import annotations

from typing import cast

from PySide6.QtTest import QTest
from tests.ui.wizard.conftest import SLOW, Table, desk_of, field_of

from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.ui.wizard.fields.long_text import LongTextField
from planbureau.ui.wizard.plan_page import PlanPage

KEY = "belangrijk_voor_mij"
WORDS = "Rust aan tafel, en samen koken op vrijdag."


def _other(table: Table) -> str:
    """Another plan of the same client, in which something stands already."""
    plans = table.workspace.plans
    plan_id, _ = plans.start_plan("osp", table.client_id)
    plans.save_answer(plan_id, KEY, WORDS, (), easy_text="Rustig eten.", pictograms=("eten",))
    plans.save_answer(plan_id, "leefgebieden/lichaam", {"state": "open", "now": "Slaapt goed"}, ())
    return plan_id


def _text(page: PlanPage) -> LongTextField:
    return cast("LongTextField", field_of(page, KEY))


def _shows(page: PlanPage) -> bool:
    offer = _text(page).offer
    return offer is not None and not offer.isHidden()


def test_an_offer_is_quiet_and_copies_all_of_the_answer(osp: Table) -> None:
    other = _other(osp)
    page = osp.open()
    field = _text(page)
    assert field.offer is not None
    assert field.offer.button.accessibleName() == "Overnemen bij Wat is belangrijk voor mij"
    said = field.offer.button.accessibleDescription()
    assert said == f"In het ondersteuningsplan van 16 maart 2026 staat: {WORDS}"
    assert osp.stored.answers == {}

    field.offer.button.click()
    assert field.value() == WORDS
    assert not _shows(page)
    taken = osp.stored.answer(KEY)
    assert (taken.value, taken.easy_text, taken.pictograms) == (WORDS, "Rustig eten.", ("eten",))
    assert field.easy is not None
    assert field.easy.text() == "Rustig eten."
    QTest.keyClicks(field.focus_widget(), "Nu ")
    page.leave()
    assert osp.stored.answer(KEY).value != WORDS
    assert osp.workspace.plans.plan(other).answer(KEY).value == WORDS


def test_it_goes_when_somebody_types_and_comes_back_when_all_is_wiped(osp: Table) -> None:
    _other(osp)
    page = osp.open(SLOW)
    assert _shows(page)
    field = _text(page)
    QTest.keyClicks(field.focus_widget(), "Zelf")
    assert not _shows(page)
    field._text.set_value("")
    field._changed()
    assert _shows(page)


def test_without_another_plan_or_for_a_mark_there_is_nothing(osp: Table) -> None:
    page = osp.open()
    assert _text(page).offer is None
    other = _other(osp)
    osp.workspace.clients.restrict("answer", f"{other}:{KEY}", (osp.mother,), "afgesproken")
    desk_of(page).reload()
    assert not _shows(page)


def test_what_was_changed_elsewhere_meanwhile_is_not_copied(osp: Table) -> None:
    other = _other(osp)
    page = osp.open()
    field = _text(page)
    plans = osp.workspace.plans
    plans.save_answer(other, KEY, "Iets heel anders.", plans.plan(other).answers[KEY].heads)
    assert field.offer is not None
    field.offer.button.click()
    assert osp.stored.answers == {}
    assert "niet meer worden overgenomen" in page.trouble.accessibleName()
    desk_of(page).reload()
    field.offer.button.click()
    assert osp.stored.answer(KEY).value == "Iets heel anders."
    assert page.trouble.isHidden()


def test_a_life_domain_that_nobody_touched_is_offered_too(osp: Table) -> None:
    _other(osp)
    page = osp.open()
    field = cast("LifeDomainField", field_of(page, "leefgebieden"))
    card, *others = field.cards.values()
    assert not card.offer.isHidden()
    assert all(one.offer.isHidden() for one in others)
    card.offer.button.click()
    assert card.offer.isHidden()
    assert osp.stored.answer("leefgebieden/lichaam").value == {"state": "open", "now": "Slaapt goed"}
    assert card.answer().now == "Slaapt goed"


def test_a_domain_that_is_put_aside_gets_no_offer(osp: Table) -> None:
    _other(osp)
    page = osp.open()
    field = cast("LifeDomainField", field_of(page, "leefgebieden"))
    card = next(iter(field.cards.values()))
    card._choose("not_now")
    assert card.offer.isHidden()
