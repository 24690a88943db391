"""The record of one consent: what is asked for, and what the answers together mean (rules B1, B2, B6).

Agreement is free of form; a signature is one proof of it. The program's own signing is an ordinary
electronic signature (BW 3:15a) and never called "gekwalificeerd".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum

from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.hints import Hint, needed, tip, wrong
from planbureau.rules.status_look import LookedStatus, StatusLook, Tone


class ConsentSubject(Enum):
    """What the consent is about."""

    WHOLE_PLAN = "whole_plan"
    PART = "part"
    GOAL = "goal"
    FOSTER_PART = "foster_part"
    TERM_DEVIATION = "term_deviation"
    SHARING = "sharing"
    INVOLUNTARY_CARE = "involuntary_care"
    PHOTO = "photo"
    PORTAL = "portal"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _SUBJECTS[self]


_SUBJECTS = {
    ConsentSubject.WHOLE_PLAN: "hele plan",
    ConsentSubject.PART: "onderdeel",
    ConsentSubject.GOAL: "doel",
    ConsentSubject.FOSTER_PART: "deel van de pleegouder",
    ConsentSubject.TERM_DEVIATION: "afwijking van een termijn",
    ConsentSubject.SHARING: "delen met",
    ConsentSubject.INVOLUNTARY_CARE: "onvrijwillige zorg",
    ConsentSubject.PHOTO: "foto of film",
    ConsentSubject.PORTAL: "opname in het portaal",
}
_WITH_DETAIL = frozenset({ConsentSubject.PART, ConsentSubject.GOAL, ConsentSubject.SHARING})


class ConsentOutcome(Enum):
    """What somebody answered, or why there is no answer (B6, and "spoed" of B2).

    HEARD is of somebody whose consent is not needed: the reason then holds what this person thinks of it
    (B2 row 8, "record view").
    """

    AGREED = "agreed"
    PARTLY = "partly"
    REFUSED = "refused"
    RESISTS = "resists"
    HEARD = "heard"
    NOT_ASKED = "not_asked"
    UNREACHABLE = "unreachable"
    PRESUMED = "presumed"
    EMERGENCY = "emergency"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _OUTCOMES[self]

    @property
    def needs_reason(self) -> bool:
        """Whether a reason must be written down."""
        return self is not ConsentOutcome.AGREED

    @property
    def is_answer(self) -> bool:
        """Whether the person gave an answer; then a form belongs to it."""
        return self in _ANSWERS


_OUTCOMES = {
    ConsentOutcome.AGREED: "akkoord",
    ConsentOutcome.PARTLY: "deels akkoord",
    ConsentOutcome.REFUSED: "niet akkoord",
    ConsentOutcome.RESISTS: "verzet",
    ConsentOutcome.HEARD: "gehoord",
    ConsentOutcome.NOT_ASKED: "niet gevraagd",
    ConsentOutcome.UNREACHABLE: "niet bereikbaar",
    ConsentOutcome.PRESUMED: "verondersteld, niet ingrijpend",
    ConsentOutcome.EMERGENCY: "spoed, ernstig nadeel",
}
_ANSWERS = frozenset(
    {ConsentOutcome.AGREED, ConsentOutcome.PARTLY, ConsentOutcome.REFUSED, ConsentOutcome.RESISTS}
)


class ConsentForm(Enum):
    """How the answer was given."""

    PAPER = "paper"
    ELECTRONIC = "electronic"
    SPOKEN = "spoken"
    MESSAGE = "message"
    GESTURE = "gesture"
    NONE = "none"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _FORMS[self]


_FORMS = {
    ConsentForm.PAPER: "op papier getekend",
    ConsentForm.ELECTRONIC: "elektronisch getekend",
    ConsentForm.SPOKEN: "mondeling",
    ConsentForm.MESSAGE: "bericht (mail of app)",
    ConsentForm.GESTURE: "gebaar of gedrag",
    ConsentForm.NONE: "n.v.t.",
}
SIGNED = frozenset({ConsentForm.PAPER, ConsentForm.ELECTRONIC})


class Explained(Enum):
    """What was explained before somebody was asked (BW 7:448)."""

    WHAT = "wat en waarom"
    RISKS = "gevolgen en risico's"
    OTHER_WAYS = "andere mogelijkheden"
    OUTLOOK = "vooruitzicht"
    DOING_NOTHING = "niets doen"
    HOW_LONG = "hoe lang"


class AdaptedBy(Enum):
    """How the explanation was made to fit the person."""

    PLAIN = "eenvoudige taal"
    READ_ALOUD = "voorgelezen"
    PICTURES = "beelden of picto's"
    INTERPRETER = "tolk"
    SIGNS = "gebaren"
    FILM = "film"
    OTHER = "anders"


@dataclass(frozen=True)
class ConsentRecord:
    """One consent, of one person in one capacity, for one subject of one version of a plan."""

    person_id: str = ""
    capacity: Capacity | None = None
    subject: ConsentSubject | None = None
    subject_detail: str = ""
    outcome: ConsentOutcome | None = None
    form: ConsentForm | None = None
    day: date | None = None
    moment: time | None = None
    recorded_by: str = ""
    explained: frozenset[Explained] = frozenset()
    adapted_by: frozenset[AdaptedBy] = frozenset()
    reason: str = ""
    withdrawn_on: date | None = None
    withdrawn_reason: str = ""


def check_consent(
    record: ConsentRecord, today: date, *, wzd: bool = False, medical: bool = False
) -> tuple[Hint, ...]:
    """What is missing or wrong in a consent record (B6). The Wzd asks a time, treatment an explanation."""
    return (
        *_required(record, wzd=wzd),
        *_answer(record),
        *_dates(record, today),
        *_explanation(record, medical=medical),
    )


def _required(record: ConsentRecord, *, wzd: bool) -> list[Hint]:
    asked = (
        ("subject", record.subject, "Kies waar het akkoord over gaat."),
        ("person_id", record.person_id.strip(), "Kies om wie het gaat."),
        ("capacity", record.capacity, "Kies in welke rol deze persoon antwoordt."),
        ("outcome", record.outcome, "Kies wat het antwoord is."),
        ("form", record.form, "Kies hoe het antwoord is gegeven."),
        ("day", record.day, "Kies op welke dag dit was."),
        ("recorded_by", record.recorded_by.strip(), "Leg vast wie dit opschrijft."),
    )
    found = [needed(field, text) for field, value, text in asked if not value]
    if record.subject in _WITH_DETAIL and not record.subject_detail.strip():
        found.append(
            needed("subject_detail", "Schrijf op om welk deel, welk doel of welke ontvanger het gaat.")
        )
    if wzd and record.moment is None:
        found.append(needed("moment", "Bij de Wzd hoort ook het tijdstip."))
    return found


def _answer(record: ConsentRecord) -> list[Hint]:
    outcome, found = record.outcome, []
    if outcome is None:
        return []
    if outcome.needs_reason and not record.reason.strip():
        found.append(needed("reason", f'Bij "{outcome.label}" hoort een reden.'))
    if outcome.is_answer and record.form is ConsentForm.NONE:
        found.append(wrong("form", "Er is een antwoord. Kies dus hoe dat gegeven is."))
    if not outcome.is_answer and record.form not in {None, ConsentForm.NONE}:
        found.append(wrong("form", 'Er is geen antwoord gegeven. Kies bij de vorm "n.v.t.".'))
    if record.capacity is Capacity.FOSTER_PARENT and record.subject is ConsentSubject.WHOLE_PLAN:
        found.append(tip("subject", "Een pleegouder gaat alleen over het eigen deel van het plan."))
    return found


def _dates(record: ConsentRecord, today: date) -> list[Hint]:
    found = []
    if record.day and record.day > today:
        found.append(wrong("day", "Deze dag moet nog komen."))
    if record.withdrawn_on and record.withdrawn_on > today:
        found.append(wrong("withdrawn_on", "Deze dag moet nog komen."))
    if record.withdrawn_on and record.day and record.withdrawn_on < record.day:
        found.append(wrong("withdrawn_on", "Intrekken kan niet voor de dag van het antwoord."))
    return found


def _explanation(record: ConsentRecord, *, medical: bool) -> list[Hint]:
    if record.outcome is None or not record.outcome.is_answer:
        return []
    found = []
    if not record.explained:
        text = "Vink aan wat je hebt uitgelegd."
        found.append(needed("explained", text) if medical else tip("explained", text))
    elif medical and len(record.explained) < len(Explained):
        rest = ", ".join(item.value for item in Explained if item not in record.explained)
        found.append(tip("explained", f"Nog niet uitgelegd: {rest}."))
    if not record.adapted_by:
        found.append(tip("adapted_by", "Vink aan hoe je de uitleg begrijpelijk maakte."))
    return found


class ConsentState(LookedStatus):
    """What all answers together mean."""

    NOT_NEEDED = "niet nodig"
    COMPLETE = "akkoord"
    INCOMPLETE = "onvolledig"
    CLOSED = "niet iedereen akkoord"

    @property
    def look(self) -> StatusLook:
        icon, tone = _STATE_LOOKS[self]
        return StatusLook(self.value, icon, tone)


_STATE_LOOKS: dict[ConsentState, tuple[str, Tone]] = {
    ConsentState.NOT_NEEDED: ("circle", "idle"),
    ConsentState.COMPLETE: ("circle-check", "ok"),
    ConsentState.INCOMPLETE: ("circle-question-mark", "warn"),
    ConsentState.CLOSED: ("info", "info"),
}


def consent_state(outcomes: Iterable[ConsentOutcome | None]) -> ConsentState:
    """The state of a version; `outcomes` has one entry for each person who is asked, None without answer.

    One answer missing is "onvolledig", never "akkoord" (B2, both parents). "Niet gevraagd" closes nothing,
    and who is only heard changes nothing.
    """
    known = tuple(outcome for outcome in outcomes if outcome is not ConsentOutcome.HEARD)
    if not known:
        return ConsentState.NOT_NEEDED
    if any(outcome in {None, ConsentOutcome.NOT_ASKED} for outcome in known):
        return ConsentState.INCOMPLETE
    if all(outcome is ConsentOutcome.AGREED for outcome in known):
        return ConsentState.COMPLETE
    return ConsentState.CLOSED
