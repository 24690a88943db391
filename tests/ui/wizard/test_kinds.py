"""Every kind of question: filled, saved, and the same on a fresh page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QRadioButton
from tests.ui.wizard.conftest import QUICK, SLOW, Table, desk_of, field_of, stop

from planbureau.formats.answers import DomainAnswer
from planbureau.formats.model import QuestionKind
from planbureau.ui.places import AdoptPlan, OpenClient, OpenForm
from planbureau.ui.widgets.buttons import Button
from planbureau.ui.widgets.choice_box import ChoiceBox
from planbureau.ui.widgets.person_picker import Pick
from planbureau.ui.wizard.fields import corrected_date, person
from planbureau.ui.wizard.fields.agreements import AgreementsField
from planbureau.ui.wizard.fields.attachments import AttachmentsField
from planbureau.ui.wizard.fields.choice import ChoiceField
from planbureau.ui.wizard.fields.consent import ConsentField
from planbureau.ui.wizard.fields.custody import CustodyField
from planbureau.ui.wizard.fields.date_answer import DateAnswerField
from planbureau.ui.wizard.fields.frame import FrameField
from planbureau.ui.wizard.fields.household import HouseholdField
from planbureau.ui.wizard.fields.life_domain import LifeDomainField
from planbureau.ui.wizard.fields.mark import MarkField
from planbureau.ui.wizard.fields.network import NetworkField
from planbureau.ui.wizard.fields.new_person import NewPersonDialog
from planbureau.ui.wizard.fields.number import NumberField
from planbureau.ui.wizard.fields.person import PersonField
from planbureau.ui.wizard.fields.registry import FIELDS
from planbureau.ui.wizard.fields.risks import RisksField
from planbureau.ui.wizard.fields.table import TableField
from planbureau.ui.wizard.fields.topics import TopicsField
from planbureau.views import AgreementView, CustodyView, FormKey, GoalView, PersonView, RiskView


def test_every_kind_has_its_field() -> None:
    assert set(FIELDS) == set(QuestionKind)


def test_a_choice_of_a_few_is_buttons_and_can_be_taken_back(osp: Table) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "wens_niet_gevolgd")
    assert isinstance(found, ChoiceField)
    yes = found.focus_widget()
    assert isinstance(yes, QRadioButton)
    yes.click()
    osp.qtbot.waitUntil(lambda: osp.stored.answer("wens_niet_gevolgd").value == "ja")
    again = field_of(osp.open(), "wens_niet_gevolgd")
    assert again.value() == "ja"
    found._clear.click()
    osp.qtbot.waitUntil(lambda: not osp.stored.answer("wens_niet_gevolgd").value)
    assert found.value() is None


@pytest.mark.parametrize(
    ("given", "shown"),
    [(7.5, "Gegeven als 7,5 van 10."), (8.0, ""), (0.5, "Gegeven als 0,5."), (11, "Gegeven als 11.")],
)
def test_a_mark_of_before_the_scales_shows_as_it_was_given(osp: Table, given: float, shown: str) -> None:
    report, _ = osp.workspace.annexes.start(osp.plan_id, "evaluatieverslag")
    osp.workspace.plans.save_answer(report, "cijfer", given, ())
    found = field_of(osp.open(SLOW, plan_id=report), "cijfer")
    assert isinstance(found, MarkField)
    assert (found.mark._earlier.text(), found.mark._other.isHidden()) == (shown, not shown)
    assert found.value() not in (None, ""), "an offer of another plan would take its place"
    osp.leave()
    assert osp.workspace.plans.plan(report).answer("cijfer").value == given
    found.mark._away.click() if shown else found.mark.press(8)
    osp.leave()
    assert osp.workspace.plans.plan(report).answer("cijfer").value is None


def test_a_new_agreement_names_its_goal_in_words(osp: Table) -> None:
    for number, status in ((1, "active"), (2, "stopped"), (3, "paused")):
        osp.workspace.goals.add_goal(
            GoalView("", osp.plan_id, number, sentence=f"Doel {number}.", status=status)
        )
    report, _ = osp.workspace.annexes.start(osp.plan_id, "evaluatieverslag")
    row = {"id": "a", "wat": "Boodschappen.", "doel": 2}
    osp.workspace.plans.save_answer(report, "nieuwe_afspraken", [row], ())
    found = field_of(osp.open(SLOW, plan_id=report), "nieuwe_afspraken")
    assert isinstance(found, TableField)
    (box,) = (one for one in found.findChildren(ChoiceBox) if "Bij doel" in one.accessibleName())
    offered = [box.itemText(index) for index in range(box.count())]
    assert offered == ["Geen", "1. Doel 1.", "3. Doel 3.", "2"], "who stopped stays where it was chosen"
    assert found.value() == [row]
    QTest.keyClick(box, Qt.Key.Key_3)
    osp.leave()
    assert osp.workspace.plans.plan(report).answer("nieuwe_afspraken").value == [{**row, "doel": 3}]


def test_an_answer_that_a_measure_forbids_is_not_offered_and_stays_in_sight_until_it_changes(
    osp: Table,
) -> None:
    plans = osp.workspace.plans
    osp.plan_id, _ = plans.start_plan("hvp", osp.client_id)
    found = field_of(osp.open(QUICK), "vorm_plan")
    assert isinstance(found, ChoiceField)
    spoken, written = found._radios["mondeling"], found._radios["schriftelijk"]
    spoken.click()
    osp.qtbot.waitUntil(lambda: osp.stored.answer("vorm_plan").value == "mondeling")
    plans.save_frame(osp.stored, ["jeugdwet"], ["gi_ots"], {})
    found.desk.reload()
    found.be_strict()
    assert spoken.isChecked()
    assert not spoken.isEnabled()
    assert "kan hier nu niet" in found.message.text()
    assert found.focus_widget() is written
    written.click()
    osp.qtbot.waitUntil(lambda: osp.stored.answer("vorm_plan").value == "schriftelijk")
    assert spoken.isHidden()


def test_a_question_that_follows_from_an_answer_comes_and_goes(osp: Table) -> None:
    page = osp.open(QUICK)
    yes = field_of(page, "wens_niet_gevolgd").focus_widget()
    assert isinstance(yes, QRadioButton)
    step = page.current_page()
    assert step is not None
    assert "wensen_niet_gevolgd" not in step.fields
    yes.click()
    osp.qtbot.waitUntil(lambda: "wensen_niet_gevolgd" in step.fields)
    table = step.fields["wensen_niet_gevolgd"]
    assert table.isVisible()
    found = field_of(page, "wens_niet_gevolgd")
    assert isinstance(found, ChoiceField)
    found._clear.click()
    osp.qtbot.waitUntil(lambda: not table.isVisible())


def test_several_choices_are_boxes(osp: Table) -> None:
    page = osp.open(QUICK)
    box = field_of(page, "vorm_van_het_plan").focus_widget()
    assert isinstance(box, QCheckBox)
    box.click()
    osp.qtbot.waitUntil(lambda: osp.stored.answer("vorm_van_het_plan").value == ["tekst"])
    assert field_of(osp.open(), "vorm_van_het_plan").value() == ["tekst"]


def test_bound_choices_are_the_record_of_the_client(osp: Table) -> None:
    page = osp.open(QUICK)
    box = field_of(page, "communicatie").focus_widget()
    assert isinstance(box, QCheckBox)
    box.click()
    osp.qtbot.waitUntil(lambda: osp.workspace.clients.client(osp.client_id).communication == ("praten",))


def test_a_date_is_read_as_people_write_it(osp: Table) -> None:
    page = osp.open(SLOW)
    found = field_of(page, "ondersteuner_aangeboden")
    assert isinstance(found, DateAnswerField)
    line = found.focus_widget()
    QTest.keyClicks(line, "2-3-26")
    page.leave()
    found.flush()
    assert osp.stored.answer("ondersteuner_aangeboden").value == "2026-03-02"
    assert field_of(osp.open(), "ondersteuner_aangeboden").value() == "2026-03-02"


def test_a_date_that_does_not_exist_is_said(osp: Table) -> None:
    page = osp.open(SLOW)
    found = field_of(page, "ondersteuner_aangeboden")
    assert isinstance(found, DateAnswerField)
    QTest.keyClicks(found.focus_widget(), "30-2-2026")
    found.flush()
    assert found._date.message.text()
    assert found._date.line.text() == "30-2-2026"
    assert osp.stored.answer("ondersteuner_aangeboden").empty


def test_a_number_that_is_none_is_said_and_not_saved(osp: Table) -> None:
    page = osp.open(SLOW)
    question = next(
        q.id for s in desk_of(page).format.sections for q in s.questions if q.kind is QuestionKind.NUMBER
    )
    found = field_of(page, question)
    assert isinstance(found, NumberField)
    line = found.focus_widget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "zeven")
    found.left()
    assert "getal" in found.message.text()
    assert osp.stored.answer(question).empty
    line.clear()
    QTest.keyClicks(line, "7,5")
    found.left()
    assert osp.stored.answer(question).value == 7.5
    assert field_of(osp.open(), question).value() == 7.5


def test_a_tick_can_be_on_and_off(family: Table) -> None:
    page = family.open(QUICK)
    box = field_of(page, "alleen_hoofdlijnen").focus_widget()
    assert isinstance(box, QCheckBox)
    box.click()
    family.qtbot.waitUntil(lambda: family.stored.answer("alleen_hoofdlijnen").value is True)
    box.click()
    family.qtbot.waitUntil(lambda: family.stored.answer("alleen_hoofdlijnen").value is False)
    assert field_of(family.open(), "alleen_hoofdlijnen").value() is False


def test_a_person_or_a_function(osp: Table) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "makkelijke_versie_door")
    assert isinstance(found, PersonField)
    found._picker.choose(osp.mother)
    found._picker.set_value((*found._picker.value(), Pick("", "avonddienst")))
    found.chosen()
    wanted = [{"person": osp.mother}, {"function": "avonddienst"}]
    osp.qtbot.waitUntil(lambda: osp.stored.answer("makkelijke_versie_door").value == wanted)
    assert field_of(osp.open(), "makkelijke_versie_door").value() == wanted


def test_the_coordinator_is_that_of_the_plan(osp: Table) -> None:
    page = osp.open(QUICK)
    user = osp.workspace.organisation.user()
    found = field_of(page, "coordinator")
    assert isinstance(found, PersonField)
    found._picker.choose(user.id)
    osp.qtbot.waitUntil(lambda: osp.stored.coordinator is not None)
    assert osp.stored.coordinator is not None
    assert osp.stored.coordinator.id == user.id


def test_a_new_person_is_added_around_the_client(osp: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "makkelijke_versie_door")
    assert isinstance(found, PersonField)

    def filled(context: object, parent: object) -> NewPersonDialog:
        dialog = NewPersonDialog(context, parent)  # type: ignore[arg-type]
        dialog.given.setText("Bo")
        dialog.role_line.setText("buurman")
        monkeypatch.setattr(dialog, "exec", lambda: dialog.DialogCode.Accepted)
        return dialog

    monkeypatch.setattr(person, "ask_person", filled)
    found._add_new()
    osp.qtbot.waitUntil(lambda: not osp.stored.answer("makkelijke_versie_door").empty)
    roles = {relation.role: relation.person.given_name for relation in osp.stored.relations}
    assert roles["buurman"] == "Bo"


def test_a_table_keeps_its_rows_and_its_draft(osp: Table) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "wie_bellen")
    assert isinstance(found, TableField)
    row = found._table.add_row()
    row.set_value({"wie": "Huisarts", "nummer": "010 123"})
    found.chosen()
    osp.qtbot.waitUntil(lambda: not osp.stored.answer("wie_bellen").empty)
    again = field_of(osp.open(), "wie_bellen")
    assert [(r["wie"], r["nummer"]) for r in again.value()] == [("Huisarts", "010 123")]
    slow = osp.open(SLOW)
    busy = field_of(slow, "wie_bellen")
    assert isinstance(busy, TableField)
    busy._table.rows()[0].set_value({"wie": "Huisarts", "nummer": "010 999"})
    busy.chosen()
    stop(slow)
    back = osp.open()
    assert back.notice.accessibleName().startswith("Je tekst van")
    assert osp.stored.answer("wie_bellen").value[0]["nummer"] == "010 999"


def test_a_life_domain_opens_or_goes_aside_with_one_tap(osp: Table) -> None:
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {})
    page = osp.open(QUICK)
    found = field_of(page, "leefgebieden")
    assert isinstance(found, LifeDomainField)
    body, feeling = found.cards["lichaam"], found.cards["gevoel"]
    chip = feeling._states.chip("not_now")
    assert chip is not None
    chip.click()
    osp.qtbot.waitUntil(lambda: DomainAnswer.read(osp.stored.answer("leefgebieden/gevoel").value).marked)
    opener = body._states.chip("open")
    assert opener is not None
    opener.click()
    editor = body._editor
    assert editor is not None
    assert editor.isVisible()
    QTest.keyClicks(editor.texts["now"].edit, "Noor slaapt goed")
    editor.satisfied._buttons["ja"].click()
    editor.marks["mark_now"].press(7)
    page.leave()
    answer = DomainAnswer.read(osp.stored.answer("leefgebieden/lichaam").value)
    assert (answer.now, answer.satisfied, answer.mark_now) == ("Noor slaapt goed", "ja", 7)
    again = field_of(osp.open(), "leefgebieden")
    assert isinstance(again, LifeDomainField)
    assert again.cards["lichaam"].answer() == answer
    assert again.cards["gevoel"].answer().state == "not_now"


def test_a_domain_keeps_its_draft_and_its_easy_text(osp: Table) -> None:
    page = osp.open(SLOW)
    found = field_of(page, "leefgebieden")
    assert isinstance(found, LifeDomainField)
    card = found.cards["meedoen"]
    opener = card._states.chip("open")
    assert opener is not None
    opener.click()
    assert card._editor is not None
    QTest.keyClicks(card._editor.texts["change"].edit, "Ik wil werken")
    stop(page)
    osp.open()
    assert DomainAnswer.read(osp.stored.answer("leefgebieden/meedoen").value).change == "Ik wil werken"
    fresh = osp.open(SLOW)
    domains = field_of(fresh, "leefgebieden")
    assert isinstance(domains, LifeDomainField)
    easy = domains.cards["meedoen"]._easy
    assert easy is not None
    easy.button.setChecked(True)
    editor = easy.editor()
    assert editor is not None
    QTest.keyClicks(editor, "Ik wil een baan")
    fresh.leave()
    assert osp.stored.answer("leefgebieden/meedoen").easy_text == "Ik wil een baan"


def test_topics_follow_from_what_was_talked_about(osp: Table) -> None:
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {})
    osp.workspace.plans.save_answer(osp.plan_id, "leefgebieden/lichaam", {"state": "open", "now": "goed"}, ())
    page = osp.open(QUICK)
    found = field_of(page, "wlz_onderwerpen")
    assert isinstance(found, TopicsField)
    chips, origin, _ = found._rows["eten"]
    assert chips.checked() == {"besproken"}
    assert origin.text() == "Besproken bij: Lichaam en gezondheid"
    faith, _, _ = found._rows["levensbeschouwing"]
    chip = faith.chip("nvt")
    assert chip is not None
    chip.click()
    osp.qtbot.waitUntil(lambda: osp.stored.answer("wlz_onderwerpen").value == {"levensbeschouwing": "nvt"})
    again = field_of(osp.open(), "wlz_onderwerpen")
    assert again.value() == {"levensbeschouwing": "nvt"}
    chip.click()
    osp.qtbot.waitUntil(lambda: not osp.stored.answer("wlz_onderwerpen").value)


def test_topics_that_are_left_take_one_tap_and_what_follows_from_a_talk_stays(osp: Table) -> None:
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {})
    osp.workspace.plans.save_answer(osp.plan_id, "leefgebieden/lichaam", {"state": "open", "now": "goed"}, ())
    found = field_of(osp.open(QUICK), "wlz_onderwerpen")
    assert isinstance(found, TopicsField)
    outside = found._rows["buiten"][0].chip("besproken")
    assert outside is not None
    outside.click()
    found.rest.findChildren(Button)[1].click()
    left = {"zeggenschap", "schoon", "sfeer", "levensbeschouwing", "daginvulling", "ontwikkeling"}
    wanted = {"buiten": "besproken", **dict.fromkeys(left, "nvt")}
    osp.qtbot.waitUntil(lambda: "schoon" in (osp.stored.answer("wlz_onderwerpen").value or {}))
    assert osp.stored.answer("wlz_onderwerpen").value == wanted
    assert found.rest.isHidden()
    assert found._rows["eten"][1].text() == "Besproken bij: Lichaam en gezondheid"


def test_files_are_kept_in_the_vault_and_leave_it_on_request(osp: Table, tmp_path: Path) -> None:
    picture = tmp_path / "tekening.png"
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF8800)
    assert image.save(str(picture))
    page = osp.open(QUICK)
    found = field_of(page, "bijlagen")
    assert isinstance(found, AttachmentsField)
    found.add_files([picture])
    osp.qtbot.waitUntil(lambda: not osp.stored.answer("bijlagen").empty)
    item = osp.stored.answer("bijlagen").value[0]
    assert (item["name"], item["media_type"]) == ("tekening.png", "image/png")
    assert found._thumbnail(item) is not None
    again = field_of(osp.open(), "bijlagen")
    assert isinstance(again, AttachmentsField)
    assert again.value() == osp.stored.answer("bijlagen").value
    copy = tmp_path / "kopie.png"
    again.save_copy(item, copy)
    assert copy.read_bytes() == picture.read_bytes()
    again._remove(again._items[0])
    osp.qtbot.waitUntil(lambda: not osp.stored.answer("bijlagen").value)


def test_a_file_that_is_gone_is_said(osp: Table, tmp_path: Path) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "bijlagen")
    assert isinstance(found, AttachmentsField)
    found.add_files([tmp_path / "weg.pdf"])
    assert "kan niet worden gelezen" in page.trouble.accessibleName()
    assert osp.stored.answer("bijlagen").empty


def test_the_photo_is_that_of_the_client(osp: Table, tmp_path: Path) -> None:
    picture = tmp_path / "noor.png"
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
    page = osp.open(QUICK)
    found = field_of(page, "foto")
    assert isinstance(found, AttachmentsField)
    found.add_files([picture])
    osp.qtbot.waitUntil(lambda: bool(osp.workspace.clients.client(osp.client_id).photo))
    photo = osp.workspace.clients.client(osp.client_id).photo
    again = field_of(osp.open(), "foto")
    assert again.value() == [{"sha256": photo}]
    assert isinstance(again, AttachmentsField)
    assert again._items[0]["name"] == "noor.png"


def test_what_is_no_photo_is_refused_and_the_photo_stays(osp: Table, tmp_path: Path) -> None:
    picture, letter = tmp_path / "noor.png", tmp_path / "brief.txt"
    assert QImage(8, 8, QImage.Format.Format_RGB32).save(str(picture))
    letter.write_text("Beste Noor,", encoding="utf-8")
    page = osp.open(QUICK)
    found = field_of(page, "foto")
    assert isinstance(found, AttachmentsField)
    found.add_files([picture])
    osp.qtbot.waitUntil(lambda: bool(osp.workspace.clients.client(osp.client_id).photo))
    found.add_files([letter])
    assert "Dit is geen foto" in page.trouble.accessibleName()
    assert [item["name"] for item in found._items] == ["noor.png"]


def test_an_agreement_is_written_once_something_stands_in_it(osp: Table) -> None:
    page = osp.open(SLOW)
    found = field_of(page, "afspraken")
    assert isinstance(found, AgreementsField)
    found.add_button.click()
    page.leave()
    assert not osp.stored.agreements
    card = found.cards[0]
    assert card._editor is not None
    QTest.keyClicks(card._editor.focus_target(), "Samen ontbijten")
    page.leave()
    assert [one.what for one in osp.stored.agreements] == ["Samen ontbijten"]
    assert len(found.cards) == 1
    values = card._editor.values() | {"who_function": "ochtenddienst", "when": "om 8 uur"}
    card._editor.show_values(values)
    card.kept.touched()
    page.leave()
    stored = osp.stored.agreements[0]
    assert (stored.what, stored.who_function, stored.when) == ("Samen ontbijten", "ochtenddienst", "om 8 uur")
    again = field_of(osp.open(), "afspraken")
    assert isinstance(again, AgreementsField)
    assert again.cards[0]._title.text() == "Samen ontbijten"
    assert again.cards[0]._detail.text() == "ochtenddienst · om 8 uur"


def test_a_draft_of_a_new_agreement_is_put_back(osp: Table) -> None:
    page = osp.open(SLOW)
    found = field_of(page, "afspraken")
    assert isinstance(found, AgreementsField)
    found.add_button.click()
    assert found.cards[0]._editor is not None
    QTest.keyClicks(found.cards[0]._editor.focus_target(), "Half")
    stop(page)
    osp.open()
    assert [one.what for one in osp.stored.agreements] == ["Half"]
    assert osp.workspace.plans.drafts() == ()


def test_a_draft_of_a_stored_agreement_is_put_back(osp: Table) -> None:
    agreement, _ = osp.workspace.plans.add_agreement(
        AgreementView("", osp.plan_id, what="Eerst", valid_until=date(2026, 6, 1))
    )
    page = osp.open(SLOW)
    found = field_of(page, "afspraken")
    assert isinstance(found, AgreementsField)
    found.cards[0].open()
    assert found.cards[0]._editor is not None
    QTest.keyClicks(found.cards[0]._editor.focus_target(), "x")
    stop(page)
    osp.open()
    assert [(a.id, a.what, a.valid_until) for a in osp.stored.agreements] == [
        (agreement, "xEerst", date(2026, 6, 1))
    ]


def test_an_easy_text_of_an_agreement_can_be_confirmed(osp: Table) -> None:
    osp.workspace.plans.add_agreement(AgreementView("", osp.plan_id, what="Eerst", easy_text="Makkelijk"))
    page = osp.open(SLOW)
    found = field_of(page, "afspraken")
    assert isinstance(found, AgreementsField)
    card = found.cards[0]
    card.open()
    assert card._editor is not None
    QTest.keyClicks(card._editor.focus_target(), "Nu ")
    page.leave()
    assert osp.stored.agreements[0].easy_stale
    card._confirm_easy()
    assert not osp.stored.agreements[0].easy_stale


def test_a_suggested_risk_begins_a_card(osp: Table) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "risicos")
    assert isinstance(found, RisksField)
    found.add("Vallen")
    osp.qtbot.waitUntil(lambda: [risk.what for risk in osp.stored.risks] == ["Vallen"])
    assert found._suggestions.chip("Vallen") is None
    card = found.cards[0]
    assert card._editor is not None
    card._editor.show_values({**osp.stored.risks[0].__dict__, "likelihood": "hoog", "who": osp.mother})
    card.kept.touched_at_once()
    osp.qtbot.waitUntil(lambda: osp.stored.risks[0].likelihood == "hoog")
    assert card._detail.text() == "Ada Voorbeeld · kans hoog"


def test_a_record_that_was_removed_elsewhere_goes_away(osp: Table) -> None:
    osp.workspace.plans.add_risk(RiskView("", osp.plan_id, what="Vallen"))
    page = osp.open(QUICK)
    found = field_of(page, "risicos")
    assert isinstance(found, RisksField)
    assert len(found.cards) == 1
    page.refresh(osp.workspace.plans.remove_risk(osp.stored.risks[0]))
    assert found.cards == []


def test_consent_tells_whom_to_ask_and_leads_there(osp: Table) -> None:
    page = osp.open()
    found = field_of(page, "akkoord")
    assert isinstance(found, ConsentField)
    assert found.ask_button.isVisible()
    found.ask_button.click()
    assert osp.places == [AdoptPlan(osp.plan_id)]


def test_people_are_shown_and_kept_with_the_client(osp: Table, family: Table) -> None:
    mentor, _ = osp.workspace.clients.add_person(PersonView(given_name="Jan"))
    osp.workspace.clients.add_custody(
        CustodyView("", osp.client_id, osp.workspace.clients.person(mentor), "mentor")
    )
    page = osp.open()
    network = field_of(page, "betrokkenen")
    assert isinstance(network, NetworkField)
    assert [(line.name, line.role) for line in network.lines()] == [("Ada Voorbeeld", "moeder")]
    network.add(PersonView(given_name="Bo"), "buurman")
    assert {relation.role for relation in osp.stored.relations} == {"moeder", "buurman"}
    custody = field_of(page, "gezag")
    assert isinstance(custody, CustodyField)
    assert [(line.name, line.role) for line in custody.lines()] == [("Jan", "mentor")]
    custody.edit_button.click()
    assert osp.places == [OpenClient(osp.client_id, "")]
    home = family.open()
    members = field_of(home, "gezinsleden")
    assert isinstance(members, HouseholdField)
    members.add(PersonView(given_name="Opa"), "opa")
    assert {line.role for line in members.lines()} == {"kind", "moeder", "opa"}
    members.edit_button.click()
    assert family.stored.household is not None
    assert family.places == [OpenClient("", family.stored.household.id)]


def test_a_child_without_a_file_gets_one_where_custody_is_asked(family: Table) -> None:
    clients = family.workspace.clients
    household = family.stored.household
    assert household is not None
    tom, _ = clients.add_person(PersonView(given_name="Tom", birth_date=date(2018, 2, 1)))
    clients.add_member(household.id, tom, "kind")
    custody = field_of(family.open(), "gezag")
    buttons = {button.accessibleName(): button for button in custody.findChildren(Button)}
    buttons["Gezag over Sem"].click()
    buttons["Dossier van Tom maken, met gezag"].click()
    made = next(client for client in family.stored.clients if client.person.id == tom)
    assert family.places == [
        OpenForm(FormKey("custody", family.client_id)),
        OpenForm(FormKey("custody", made.id)),
    ]
    assert "Gezag over Tom" in {one.accessibleName() for one in custody.findChildren(Button)}
    assert not any("Ada" in name for name in buttons)


def test_the_frame_asks_for_dates_and_shows_what_follows(osp: Table) -> None:
    page = osp.open(QUICK)
    found = field_of(page, "kader")
    assert isinstance(found, FrameField)
    assert found._rows == {}
    chip = found._regimes.chip("wlz")
    assert chip is not None
    chip.click()
    osp.qtbot.waitUntil(lambda: osp.stored.regimes == ("wlz",))
    row = found._rows["datum_start_zorg"]
    QTest.keyClicks(row.date.line, "2-3-2026")
    row.commit()
    assert osp.stored.triggers == {"datum_start_zorg": date(2026, 3, 2)}
    assert not row._follows.isHidden()
    flag = found._flags["verblijf"].box
    flag.click()
    osp.qtbot.waitUntil(lambda: osp.stored.flags == ("verblijf",))
    again = field_of(osp.open(), "kader")
    assert isinstance(again, FrameField)
    assert again._regimes.checked() == {"wlz"}
    assert again._flags["verblijf"].checked()
    assert again._rows["datum_start_zorg"].date.value() == date(2026, 3, 2)


def test_the_first_date_of_step_one_shows_without_scrolling(osp: Table) -> None:
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {})
    page = osp.open(QUICK)
    page.resize(1140, 760)  # what the window leaves for a page at 1366 x 768
    found = field_of(page, "kader")
    assert isinstance(found, FrameField)
    line = found._rows["datum_start_zorg"].date.line
    osp.qtbot.waitUntil(lambda: not line.visibleRegion().isEmpty())
    assert line.visibleRegion().boundingRect() == line.rect()


def test_the_words_of_a_flag_tick_it_too(osp: Table) -> None:
    found = field_of(osp.open(QUICK), "kader")
    assert isinstance(found, FrameField)
    line = found._flags["verblijf"]
    QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=line.rect().center())
    osp.qtbot.waitUntil(lambda: osp.stored.flags == ("verblijf",))


@pytest.mark.parametrize(
    ("born", "shown"), [(date(1991, 5, 9), False), (date(2012, 5, 9), True), (None, True)]
)
def test_what_ends_at_eighteen_is_not_asked_about_adults(
    osp: Table, born: date | None, *, shown: bool
) -> None:
    client = osp.stored.client
    assert client is not None
    clients = osp.workspace.clients
    clients.save_person(client.person, replace(client.person, birth_date=born))
    found = field_of(osp.open(QUICK), "kader")
    assert isinstance(found, FrameField)
    assert {found._flags[name].isHidden() for name in ("gi_ots", "gi_voogdij")} == {not shown}
    assert not found._flags["jeugdreclassering"].isHidden()  # that may go on after eighteen


def test_a_day_that_must_still_come_stays_where_it_was_typed(osp: Table) -> None:
    """It tells of what did not happen yet; the next date that is saved does not wipe it out."""
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {})
    page = osp.open(QUICK)
    found = field_of(page, "kader")
    assert isinstance(found, FrameField)
    told, start = found._rows["datum_geinformeerd_pp"], found._rows["datum_start_zorg"]
    QTest.keyClicks(told.date.line, "1-3-2031")
    told.commit()
    QTest.keyClicks(start.date.line, "2-3-2026")
    start.commit()
    assert osp.stored.triggers == {"datum_start_zorg": date(2026, 3, 2)}
    assert told.date.line.text() == "zaterdag 1 maart 2031"
    assert "moet nog komen" in told.date.message.text()
    told.date.line.clear()
    QTest.keyClicks(told.date.line, "3-3-2026")
    told.commit()
    assert osp.stored.triggers["datum_geinformeerd_pp"] == date(2026, 3, 3)
    assert told.date.message.text() == ""


@pytest.mark.parametrize("reason", ["verkeerd overgenomen", None])
def test_a_corrected_date_asks_why(osp: Table, monkeypatch: pytest.MonkeyPatch, reason: str | None) -> None:
    osp.workspace.plans.save_frame(osp.stored, ["wlz"], [], {"datum_start_zorg": date(2026, 3, 2)})
    monkeypatch.setattr("planbureau.ui.wizard.fields.frame.ask_reason", lambda *_: reason)
    page = osp.open(QUICK)
    found = field_of(page, "kader")
    assert isinstance(found, FrameField)
    row = found._rows["datum_start_zorg"]
    row.date.line.clear()
    QTest.keyClicks(row.date.line, "9-3-2026")
    row.commit()
    wanted = date(2026, 3, 9) if reason else date(2026, 3, 2)
    assert osp.stored.triggers["datum_start_zorg"] == wanted
    assert row.date.value() == wanted


def test_a_reason_may_not_be_empty(osp: Table) -> None:
    dialog = corrected_date.ReasonDialog(
        osp.context.theme, "Eerste dag", date(2026, 3, 2), date(2026, 3, 9), osp.open()
    )
    assert not dialog.action_button.isEnabled()
    dialog.line.setText("typefout")
    assert dialog.action_button.isEnabled()


def test_goals_stand_in_their_step(osp: Table, family: Table) -> None:
    for table, question in ((osp, "doelen"), (family, "doelenmatrix"), (family, "doelen")):
        found = field_of(table.open(), question)
        assert found.isVisible()
        assert found.flush()
