"""What is still missing before a plan can be adopted, each with the part of the page where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from planbureau.rules.consent.capacity import OWN_PART
from planbureau.rules.consent.record import SIGNED, ConsentForm, ConsentOutcome
from planbureau.services.api import AdoptionCheck
from planbureau.ui.paper.entries import AdoptEntries, ConsentEntry
from planbureau.ui.paper.table import Table


class Part(Enum):
    """The parts of the page."""

    GATES = "gates"
    DAY = "day"
    PRESENT = "present"
    DISCUSSED = "discussed"
    CONSENT = "consent"
    REASON = "reason"


@dataclass(frozen=True)
class Lacking:
    """One thing to do first. `about` is the key of a consent when it is about one."""

    part: Part
    text: str
    about: tuple[str, str] = ("", "")


def lacking(entries: AdoptEntries, check: AdoptionCheck, table: Table, last_day: date) -> tuple[Lacking, ...]:
    """Everything that adopting would refuse, in the order of the page (rules B6).

    `last_day` is the last day that can have passed.
    """
    if check.hand_in:
        return _of_hand_in(entries, last_day, answer=check.answer)
    found = []
    blocking = sum(gate.blocks for gate in check.gates)
    if blocking:
        found.append(Lacking(Part.GATES, f"Vul eerst aan wat in het plan nog nodig is: {blocking}."))
    if entries.on is None:
        found.append(Lacking(Part.DAY, "Kies wanneer jullie het plan bespraken."))
    elif entries.on > last_day:
        found.append(Lacking(Part.DAY, "De dag van de bespreking moet nog komen."))
    if not entries.present and not entries.present_others.strip():
        found.append(Lacking(Part.PRESENT, "Kies wie erbij waren."))
    if not entries.discussed:
        found.append(Lacking(Part.DISCUSSED, "Vink aan wat jullie bespraken."))
    found += [one for entry in entries.consents for one in _of_consent(entry, check, table)]
    if not all_agreed(entries, check) and not entries.reason_without_consent.strip():
        found.append(Lacking(Part.REASON, "Schrijf op waarom je vaststelt zonder ieders akkoord."))
    return tuple(found)


def _of_hand_in(entries: AdoptEntries, last_day: date, *, answer: bool) -> tuple[Lacking, ...]:
    """A plan of the client or family itself needs nothing but a day."""
    if entries.on is None:
        what = "het antwoord is gegeven" if answer else "het plan is ingeleverd"
        return (Lacking(Part.DAY, f"Kies op welke dag {what}."),)
    if entries.on > last_day:
        what = "het antwoord" if answer else "het inleveren"
        return (Lacking(Part.DAY, f"De dag van {what} moet nog komen."),)
    return ()


def _of_consent(entry: ConsentEntry, check: AdoptionCheck, table: Table) -> list[Lacking]:
    answer = entry.answer
    if answer is None:
        return []
    name = table.name(entry.person_id)
    found = []
    if answer.is_answer and not entry.form:
        found.append(Lacking(Part.CONSENT, f"Kies hoe {name} het antwoord gaf.", entry.key))
    if check.medical and answer.is_answer and not entry.explained:
        found.append(Lacking(Part.CONSENT, f"Vink aan wat je aan {name} hebt uitgelegd.", entry.key))
    if answer is ConsentOutcome.HEARD and not entry.reason.strip():
        found.append(Lacking(Part.CONSENT, f"Schrijf bij {name} op wat je zag of hoorde.", entry.key))
    elif answer.needs_reason and not entry.reason.strip():
        found.append(Lacking(Part.CONSENT, f"Schrijf bij {name} op waarom: {answer.label}.", entry.key))
    return found


def all_agreed(entries: AdoptEntries, check: AdoptionCheck) -> bool:
    """Whether everyone who is asked agreed. Nobody asked, as under a court order, is no agreement.

    Nor is it one when somebody who must agree is not known yet, or when resistance counts (Wzd 3a): who may
    resist without being asked to agree is asked about that alone. A plan that may be kept without anybody's
    consent needs nobody's.
    """
    if check.free:
        return True
    given = {entry.key for entry in entries.consents if entry.answer is ConsentOutcome.AGREED}
    resisted = {entry.person_id for entry in entries.consents if entry.answer is ConsentOutcome.RESISTS}
    needed = {(view.person_id, view.capacity) for view in check.expected if view.capacity not in OWN_PART}
    told = all(entry.answer is not None for entry in entries.consents if entry.may_resist)
    agreed = check.complete and bool(needed) and needed <= given
    return agreed and told and resisted.isdisjoint(check.resists)


def signed(entries: AdoptEntries) -> bool:
    """Whether somebody signed, on paper or on a screen."""
    forms = {entry.form for entry in entries.consents if entry.answer and entry.answer.is_answer}
    return any(form.value in forms for form in SIGNED)


def why_unsigned(entries: AdoptEntries) -> str:
    """Why there is no signature: how people answered instead."""
    labels = {form.value: form.label for form in ConsentForm if form is not ConsentForm.NONE}
    given = [labels[e.form] for e in entries.consents if e.form in labels and e.answer]
    return f"het antwoord is zo gegeven: {', '.join(dict.fromkeys(given))}" if given else ""
