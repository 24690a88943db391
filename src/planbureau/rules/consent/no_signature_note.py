"""The note for a plan that nobody signs: what is asked, and the text made from it (rules B6).

Required for every plan without a signature under Wlz, Zvw and Wmo (guidance), elsewhere a house choice.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import ConsentOutcome
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.hints import Hint, needed
from planbureau.rules.people.names import join_names

_DISAGREES = frozenset({ConsentOutcome.PARTLY, ConsentOutcome.REFUSED, ConsentOutcome.RESISTS})
"""Answers that ask to say about what."""


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
class Answered:
    """What one member of a family answered; `with_what` as in `NoteFacts`."""

    name: str
    outcome: ConsentOutcome
    with_what: str = ""


@dataclass(frozen=True)
class NoteFacts:
    """The fields of the note; `outcome` is what the client answered, `with_what` to which parts.

    A plan of a family has the answer of each person instead, in `answers`.
    """

    talked_on: date | None = None
    place_or_way: str = ""
    present: tuple[Present, ...] = ()
    discussed: tuple[str, ...] = ()
    own_words: str = ""
    outcome: ConsentOutcome | None = None
    with_what: str = ""
    adopted_because: str = ""  # why it was adopted though not everyone agreed
    reason_unsigned: str = ""
    copy_given_on: date | None = None
    noted_by: str = ""
    family: bool = False
    answers: tuple[Answered, ...] = ()

    @property
    def whose(self) -> str:
        """Whose plan it is, in a sentence."""
        return "het gezin" if self.family else "de cliënt"


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
        ("own_words", facts.own_words.strip(), f"Schrijf op wat {facts.whose} zei, in eigen woorden."),
        (
            "outcome",
            facts.outcome or facts.answers,
            f"Kies of {facts.whose} akkoord is, deels akkoord of niet.",
        ),
        (
            "reason_unsigned",
            facts.reason_unsigned.strip() or facts.adopted_because.strip(),
            "Schrijf op waarom er geen handtekening is.",
        ),
        ("copy_given_on", facts.copy_given_on, f"Kies wanneer {facts.whose} het plan kreeg."),
        ("noted_by", facts.noted_by.strip(), "Leg vast wie dit opschrijft."),
    )
    found = [needed(field, text) for field, value, text in asked if not value]
    own = Answered("de cliënt", facts.outcome, facts.with_what) if facts.outcome else None
    found += [
        needed("with_what", f"Schrijf op waar {one.name} het niet mee eens is.")
        for one in (*([own] if own else []), *facts.answers)
        if one.outcome in _DISAGREES and not one.with_what.strip()
    ]
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
        lines.append(f"{sentence(facts.whose)} zei: “{facts.own_words.strip()}”")
    if facts.outcome:
        lines.append(_answer("de cliënt", facts.outcome, facts.with_what.strip().rstrip(".")))
    lines += [_answer(one.name, one.outcome, one.with_what.strip().rstrip(".")) for one in facts.answers]
    if facts.adopted_because.strip():
        because = facts.adopted_because.strip().rstrip(".")
        lines.append(f"Het plan is vastgesteld zonder ieders akkoord. Reden: {because}.")
    if facts.reason_unsigned.strip():
        lines.append(f"Er is geen handtekening. Reden: {facts.reason_unsigned.strip().rstrip('.')}.")
    if facts.copy_given_on:
        lines.append(f"{sentence(facts.whose)} kreeg het plan op {plain_date(facts.copy_given_on)}.")
    if facts.noted_by.strip():
        lines.append(f"Opgeschreven door {facts.noted_by.strip()}.")
    return tuple(lines)


def _answer(who: str, outcome: ConsentOutcome, with_what: str) -> str:
    name = sentence(who)
    if outcome is ConsentOutcome.AGREED:
        return f"{name} is akkoord met {with_what or 'het hele plan'}."
    if outcome is ConsentOutcome.PARTLY:
        return f"{name} is deels akkoord. Niet akkoord met: {with_what or 'niet ingevuld'}."
    if outcome is ConsentOutcome.REFUSED:
        return f"{name} is niet akkoord. Het gaat om: {with_what or 'het hele plan'}."
    if outcome is ConsentOutcome.RESISTS:
        return f"{name} verzet zich. Het gaat om: {with_what or 'het hele plan'}."
    if outcome is ConsentOutcome.HEARD:
        return f"{name} is gehoord. Dit vindt {who}: {with_what or 'niet ingevuld'}."
    return f"Over het akkoord van {who} is vastgelegd: {outcome.label}."
