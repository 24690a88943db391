"""What is "niet voor ..." a reader is in no edition for that reader, and for others everything stays."""

# ruff: noqa: E501  # each case stands on one line

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.documents.editions import demir, noor
from tests.documents.editions.cases import EDITIONS
from tests.documents.editions.shipped import context

from planbureau.documents.editions import edit
from planbureau.documents.editions.redaction import LEFT_OUT
from planbureau.documents.text_dump import dump
from planbureau.views import PlanView, RestrictionView

READER = "p-els"
N, D = noor.PLAN, demir.PLAN
HIDDEN: list[tuple[str, PlanView, str, str, tuple[str, ...]]] = [
    ("persoon", noor.rich(), "person", "p-rico", ("Rico", "Zandstra", "06 19 99 99 04", "Geheimpad", "De Oven")),
    ("geboortedag", noor.rich(), "person_field", "p-noor:birth_date", ("12 mei 1996",)),
    ("organisatie", noor.rich(), "person_field", "p-jan:organisation", ("Huisartsen De Brug",)),
    ("talen", noor.rich(), "person_field", "p-noor:languages", ("Nederlands",)),
    ("contacten", noor.rich(), "person_field", "p-els:contacts", ("06 10 00 00 03",)),
    ("adres", noor.rich(), "address", "adr-1", ("Lindelaan 12",)),
    ("telefoon", noor.rich(), "contact", "tel-rico", ("06 19 99 99 04",)),
    ("doel", noor.rich(), "goal", "g-1", ("kookt elke zondag", "Ik kook op zondag", "recept met plaatjes", "zes uur op tafel")),
    ("actie", noor.rich(), "action", "a-1b", ("Samen oefenen in de keuken", "wat lukte zonder hulp")),
    ("afspraak", noor.rich(), "agreement", "ag-2", ("Moeder belt op woensdag", "Mama belt")),
    ("risico", noor.rich(), "risk", "ri-1", ("Vallen op de trap", "leuning")),
    ("antwoord", noor.rich(), "answer", f"{N}:belangrijk_voor_mij", ("Muziek maakt mijn dag", "hou van muziek")),
    ("leefgebied", noor.rich(), "answer", f"{N}:leefgebieden/lichaam", ("Ik wil weer zwemmen", "Ik slaap goed")),
    ("gebonden", noor.rich(), "answer", f"{N}:adres", ("Lindelaan 12",)),
    ("alle risico's", noor.rich(), "answer", f"{N}:risicos", ("Vallen op de trap", "bank-app")),
    ("alle doelen", noor.rich(), "answer", f"{N}:doelen", ("kookt elke zondag", "trap te nemen")),
    ("netwerk", noor.rich(), "answer", f"{N}:betrokkenen", ("bewaakt het plan", "brengt boodschappen")),
    ("akkoord", noor.rich(), "answer", f"{N}:akkoord", ("Zij wil vaker bellen",)),
    ("gezinslid", demir.rich(), "person", "p-murat", ("Murat", "06 10 00 00 12", "binnenkomt en uitgaat")),
    ("opa", demir.rich(), "person", "p-opa", ("Hasan", "06 10 00 00 13", "oppassen")),
    ("kind", demir.rich(), "person", "p-sara", ("Sara", "Lyceum", "1 juni 2012", "weekbord", "Ondertoezicht")),
]  # fmt: skip


def restricted(view: PlanView, kind: str, target: str, *not_for: str) -> PlanView:
    """The plan with one mark on it."""
    return replace(view, restrictions=(RestrictionView("r", kind, target, not_for, "geheime reden"),))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("name", "view", "kind", "target", "texts"), HIDDEN, ids=[one[0] for one in HIDDEN])
def test_no_text_of_a_hidden_record_is_printed(
    edition: str, name: str, view: PlanView, kind: str, target: str, texts: tuple[str, ...]
) -> None:
    marked = restricted(view, kind, target, READER, "p-iemand")
    printed = dump(edit(marked, edition, context(frozenset({READER}))).document)
    assert name
    assert [text for text in texts if text in printed] == []
    assert "geheime reden" not in printed


@pytest.mark.parametrize(("name", "view", "kind", "target", "texts"), HIDDEN, ids=[one[0] for one in HIDDEN])
def test_the_same_record_does_print_for_others(
    name: str, view: PlanView, kind: str, target: str, texts: tuple[str, ...]
) -> None:
    """Otherwise the test above proves nothing; and the file itself (no audience) holds everything."""
    marked = restricted(view, kind, target, READER)
    for audience in (frozenset[str](), frozenset({"p-iemand"})):
        printed = [edit(marked, edition, context(audience)) for edition in EDITIONS]
        everything = "".join(dump(one.document) for one in printed)
        assert name
        assert any(text in everything for text in texts)
        assert not any(one.left_out for one in printed)


@pytest.mark.parametrize(("kind", "target"), [(one[2], one[3]) for one in HIDDEN[:1]])
def test_the_copy_says_that_something_was_left_out(kind: str, target: str) -> None:
    marked = restricted(noor.rich(), kind, target, READER)
    edited = edit(marked, "professional", context(frozenset({READER})))
    assert edited.left_out
    assert LEFT_OUT in dump(edited.document)


def test_a_mark_that_changes_nothing_on_this_print_is_not_announced() -> None:
    marked = restricted(noor.rich(), "address", "adr-els", READER)
    edited = edit(marked, "matrix", context(frozenset({READER})))
    assert not edited.left_out


def test_one_reader_of_the_group_is_enough_to_hide() -> None:
    marked = restricted(noor.rich(), "goal", "g-1", READER)
    printed = dump(edit(marked, "matrix", context(frozenset({READER, "p-noor"}))).document)
    assert "kookt elke zondag" not in printed


def test_a_name_of_somebody_who_may_be_named_stays_in_a_sentence() -> None:
    """Hiding Rico leaves sentences about Fatima whole, and fills no other gap than his name."""
    marked = restricted(noor.rich(), "person", "p-rico", READER)
    printed = dump(edit(marked, "professional", context(frozenset({READER}))).document)
    assert "Fatima luistert goed. (weggelaten) kwam vaak te laat." in printed


def test_people_of_one_address_do_not_hide_it_for_each_other() -> None:
    rico = replace(noor.RICO, addresses=noor.NOOR.addresses)
    view = replace(noor.rich(), people={**noor.rich().people, "p-rico": rico})
    printed = dump(edit(restricted(view, "person", "p-rico", READER), "professional",
                        context(frozenset({READER}))).document)  # fmt: skip
    assert "Lindelaan 12" in printed


def test_the_talk_names_no_hidden_person() -> None:
    view, meeting = noor.adopted()
    meeting = {**meeting, "present": [*meeting["present"], "p-rico"], "client_said": "Rico mag weg."}
    marked = restricted(view, "person", "p-rico", READER)
    printed = dump(edit(marked, "professional", context(frozenset({READER}), meeting)).document)
    assert "Rico" not in printed
    assert "(weggelaten) mag weg." in printed


def test_a_gap_opens_no_other_question() -> None:
    """The words for a plan without risks may not appear because the risks are hidden."""
    view = replace(noor.rich(), risks=noor.rich().risks[:1])
    marked = restricted(view, "risk", "ri-1", READER)
    printed = dump(edit(marked, "professional", context(frozenset({READER}))).document)
    assert "geen bijzondere risico" not in printed
    assert "wat kan er gebeuren en wat doen we dan" not in printed
