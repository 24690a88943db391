"""The note for a plan that nobody signs: what is asked, and the text made from it (rules B6).

Required for every plan without a signature under Wlz, Zvw and Wmo (guidance), elsewhere a house choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules.capacity import Capacity
from planbureau.rules.consent_record import ConsentOutcome
from planbureau.rules.dutch import plain_date
from planbureau.rules.hints import Hint, needed
from planbureau.rules.names import join_names


@dataclass(frozen=True)
class Present:
    """Somebody who was there, with what he or she is to the client."""

    name: str
    capacity: Capacity | str

    @property
    def text(self) -> str:
        """The name with the capacity behind it."""
        word = self.capacity.label if isinstance(self.capacity, Capacity) else self.capacity
        return f"{self.name} ({word})" if word else self.name


@dataclass(frozen=True)
class NoteFacts:
    """The fields of the note; `outcome` is what the client answered, `with_what` to which parts."""

    talked_on: date | None = None
    place_or_way: str = ""
    present: tuple[Present, ...] = ()
    discussed: tuple[str, ...] = ()
    own_words: str = ""
    outcome: ConsentOutcome | None = None
    with_what: str = ""
    reason_unsigned: str = ""
    copy_given_on: date | None = None
    noted_by: str = ""


def check_note(facts: NoteFacts) -> tuple[Hint, ...]:
    """What is still missing in the note."""
    asked = (
        ("talked_on", facts.talked_on, "Kies wanneer jullie het plan bespraken."),
        (
            "place_or_way",
            facts.place_or_way.strip(),
            "Schrijf op waar of hoe: thuis, op kantoor, telefonisch.",
        ),
        ("present", facts.present, "Kies wie erbij waren."),
        ("discussed", facts.discussed, "Vink aan welke delen zijn besproken."),
        ("own_words", facts.own_words.strip(), "Schrijf op wat de cliënt zei, in eigen woorden."),
        ("outcome", facts.outcome, "Kies of de cliënt akkoord is, deels akkoord of niet."),
        ("reason_unsigned", facts.reason_unsigned.strip(), "Schrijf op waarom er geen handtekening is."),
        ("copy_given_on", facts.copy_given_on, "Kies wanneer de cliënt het plan kreeg."),
        ("noted_by", facts.noted_by.strip(), "Leg vast wie dit opschrijft."),
    )
    found = [needed(field, text) for field, value, text in asked if not value]
    partly = facts.outcome in {ConsentOutcome.PARTLY, ConsentOutcome.REFUSED, ConsentOutcome.RESISTS}
    if partly and not facts.with_what.strip():
        found.append(needed("with_what", "Schrijf op waar de cliënt het niet mee eens is."))
    return tuple(found)


def compose_note(facts: NoteFacts) -> tuple[str, ...]:
    """The note as Dutch sentences, one per fact that is known, in the order of B6."""
    lines = []
    if facts.talked_on:
        place = f" ({facts.place_or_way.strip()})" if facts.place_or_way.strip() else ""
        lines.append(f"Wij bespraken dit plan op {plain_date(facts.talked_on)}{place}.")
    if facts.present:
        lines.append(f"Aanwezig: {join_names([person.text for person in facts.present])}.")
    if facts.discussed:
        lines.append(f"Besproken: {join_names(facts.discussed)}.")
    if facts.own_words.strip():
        lines.append(f"De cliënt zei: “{facts.own_words.strip()}”")
    if facts.outcome:
        lines.append(_answer(facts.outcome, facts.with_what.strip().rstrip(".")))
    if facts.reason_unsigned.strip():
        lines.append(f"Er is geen handtekening. Reden: {facts.reason_unsigned.strip().rstrip('.')}.")
    if facts.copy_given_on:
        lines.append(f"De cliënt kreeg het plan op {plain_date(facts.copy_given_on)}.")
    if facts.noted_by.strip():
        lines.append(f"Opgeschreven door {facts.noted_by.strip()}.")
    return tuple(lines)


def _answer(outcome: ConsentOutcome, with_what: str) -> str:
    if outcome is ConsentOutcome.AGREED:
        return f"De cliënt is akkoord met {with_what or 'het hele plan'}."
    if outcome is ConsentOutcome.PARTLY:
        return f"De cliënt is deels akkoord. Niet akkoord met: {with_what or 'niet ingevuld'}."
    if outcome is ConsentOutcome.REFUSED:
        return f"De cliënt is niet akkoord. Het gaat om: {with_what or 'het hele plan'}."
    if outcome is ConsentOutcome.RESISTS:
        return f"De cliënt verzet zich. Het gaat om: {with_what or 'het hele plan'}."
    if outcome is ConsentOutcome.HEARD:
        return f"De cliënt is gehoord. Dit vindt de cliënt: {with_what or 'niet ingevuld'}."
    return f"Over het akkoord van de cliënt is vastgelegd: {outcome.label}."
