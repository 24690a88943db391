"""The note when nobody signs (B6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.no_signature_note import Answered, NoteFacts, Present, check_note, compose_note
from planbureau.rules.consent.record import ConsentOutcome

GOOD = NoteFacts(
    talked_on=date(2026, 4, 15),
    place_or_way="thuis",
    present=(Present("Ria", Capacity.CLIENT), Present("Anna", "begeleider")),
    discussed=("Dit ben ik", "Doelen", "Afspraken"),
    own_words="Het is goed zo.",
    outcome=ConsentOutcome.PARTLY,
    with_what="het doel over zwemmen.",
    reason_unsigned="Ria schrijft niet",
    copy_given_on=date(2026, 4, 20),
    noted_by="Anna",
)


def test_the_note_says_every_field_in_order() -> None:
    assert check_note(GOOD) == ()
    assert compose_note(GOOD) == (
        "Wij bespraken dit plan op 15 april 2026 (thuis).",
        "Aanwezig: Ria (cliënt) en Anna (begeleider).",
        "Besproken: Dit ben ik, Doelen en Afspraken.",
        "De cliënt zei: “Het is goed zo.”",
        "De cliënt is deels akkoord. Niet akkoord met: het doel over zwemmen.",
        "Er is geen handtekening. Reden: Ria schrijft niet.",
        "De cliënt kreeg het plan op 20 april 2026.",
        "Opgeschreven door Anna.",
    )


def test_why_it_was_adopted_without_agreement_is_no_reason_for_a_missing_signature() -> None:
    facts = replace(GOOD, adopted_because="De hulp kan niet wachten.", reason_unsigned="")
    assert check_note(facts) == ()
    told = "Het plan is vastgesteld zonder ieders akkoord. Reden: De hulp kan niet wachten."
    assert told in compose_note(facts)
    assert not any("handtekening" in line for line in compose_note(facts))


def test_an_empty_note_asks_all_and_says_nothing() -> None:
    assert len(check_note(NoteFacts())) == 9
    assert compose_note(NoteFacts()) == ()


@pytest.mark.parametrize(
    ("outcome", "words"),
    [
        (ConsentOutcome.AGREED, "is akkoord met het hele plan"),
        (ConsentOutcome.REFUSED, "is niet akkoord"),
        (ConsentOutcome.RESISTS, "verzet zich"),
        (ConsentOutcome.UNREACHABLE, "niet bereikbaar"),
    ],
)
def test_each_answer_has_its_sentence(outcome: ConsentOutcome, words: str) -> None:
    facts = replace(GOOD, outcome=outcome, with_what="")
    assert any(words in line for line in compose_note(facts))
    asks = [hint.field for hint in check_note(facts)]
    assert asks == (["with_what"] if outcome in {ConsentOutcome.REFUSED, ConsentOutcome.RESISTS} else [])


def test_in_a_family_it_says_whose_answer_it_is() -> None:
    said = (
        Answered("Elif Demir", ConsentOutcome.AGREED),
        Answered("Mert Demir", ConsentOutcome.REFUSED, "het doel over school."),
        Answered("Yara Demir", ConsentOutcome.PARTLY),
    )
    facts = replace(GOOD, outcome=None, with_what="", family=True, answers=said)
    lines = compose_note(facts)
    assert lines[3:7] == (
        "Het gezin zei: “Het is goed zo.”",
        "Elif Demir is akkoord met het hele plan.",
        "Mert Demir is niet akkoord. Het gaat om: het doel over school.",
        "Yara Demir is deels akkoord. Niet akkoord met: niet ingevuld.",
    )
    assert lines[8] == "Het gezin kreeg het plan op 20 april 2026."
    assert not any("cliënt " in line for line in lines[3:])
    assert [hint.text for hint in check_note(facts)] == ["Schrijf op waar Yara Demir het niet mee eens is."]
    assert "Kies of het gezin akkoord is, deels akkoord of niet." in [
        hint.text for hint in check_note(replace(facts, answers=()))
    ]
