"""Who was asked and who agreed: the talk, boxes per person, and the note when nobody signed (rules B6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from planbureau.documents.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    KeyValues,
    Pair,
    Paragraph,
    SignatureBlock,
    SignatureBox,
    TextStyle,
)
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.custody import capacity_word
from planbureau.documents.editions.signers import expected_signers
from planbureau.formats import flow
from planbureau.formats.model import Question, Section
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.no_signature_note import Answered, NoteFacts, Present, compose_note
from planbureau.rules.consent.record import SIGNED, ConsentForm, ConsentOutcome, ConsentSubject
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.people.names import join_names
from planbureau.views import ConsentView

_FORMS = {form.value: form for form in ConsentForm}
_OUTCOMES = {outcome.value: outcome for outcome in ConsentOutcome}
_SUBJECTS = {subject.value: subject for subject in ConsentSubject}
_CAPACITIES = {capacity.value: capacity for capacity in Capacity}


def consent_blocks(question: Question, section: Section, paper: Paper) -> list[Block]:  # noqa: ARG001
    """The talk about the plan, then who agreed; in a concept lines to sign on."""
    given = [one for one in paper.view.consents if one.outcome]
    blocks: list[Block] = []
    meeting = _meeting_pairs(paper)
    noted = bool(meeting) and not paper.handed_in and not any(_FORMS.get(one.form) in SIGNED for one in given)
    if noted:
        lines = compose_note(_note(paper, given))
        blocks.append(
            Callout(CalloutKind.INFO, "Aantekening: er is niet getekend", blocks=(BulletList(lines),))
        )
    elif meeting:
        blocks.append(KeyValues(meeting))
    boxes = [_answered(one, paper) for one in given]
    asked = {one.person_id for one in given}
    boxes += [
        SignatureBox(one.name, one.capacity, sign_here=True)
        for one in expected_signers(paper)
        if one.person_id not in asked
    ]
    if boxes:
        blocks += [Paragraph(question.label, TextStyle.LABEL)]
        blocks.append(SignatureBlock(tuple(boxes)))
    return blocks


def _answered(one: ConsentView, paper: Paper) -> SignatureBox:
    outcome, form = _OUTCOMES.get(one.outcome), _FORMS.get(one.form)
    words = sentence(outcome.label) if outcome else one.outcome
    details = [
        form.label if form and form is not ConsentForm.NONE else "",
        plain_date(one.on) if one.on else "",
    ]
    subject = _SUBJECTS.get(one.subject)
    about = f"over: {subject.label}" if subject and subject is not ConsentSubject.WHOLE_PLAN else ""
    withdrawn = f"Ingetrokken op {plain_date(one.withdrawn_on)}" if one.withdrawn_on else ""
    reason = [one.reason.strip(), withdrawn, one.withdrawn_reason.strip()]
    return SignatureBox(
        name=paper.full_name(one.person_id) or "(zonder naam)",
        capacity=sentence(capacity_word(one.capacity)),
        outcome=", ".join(part for part in (words, *details, about) if part),
        note="\n".join(part for part in reason if part),
    )


def _meeting_pairs(paper: Paper) -> tuple[Pair, ...]:
    meeting = paper.context.meeting and paper.redacted.meeting
    if not meeting:
        return ()
    on, copied = _day(meeting.get("on")), _day(meeting.get("copy_given_on"))
    if paper.handed_in:
        answered = paper.version is not None and paper.version.answered
        pairs: tuple[Pair, ...] = (
            Pair("Antwoord gegeven op" if answered else "Ingeleverd op", plain_date(on) if on else ""),
            Pair(
                "Besproken met" if answered else "Ingeleverd door",
                join_names([one.text for one in _present(paper)]),
            ),
            Pair("Wat erbij is gezegd", str(meeting.get("client_said") or "")),
            Pair("Kind van 12 of ouder gehoord", str(meeting.get("child_heard") or "")),
        )
        return tuple(pair for pair in pairs if pair.value)
    pairs = (
        Pair("Besproken op", plain_date(on) if on else ""),
        Pair("Waar of hoe", str(meeting.get("place") or "")),
        Pair("Aanwezig", join_names([one.text for one in _present(paper)])),
        Pair("Besproken", join_names(_discussed(paper))),
        Pair("Wat de cliënt zei", str(meeting.get("client_said") or "")),
        Pair("Reden om zonder akkoord vast te stellen", str(meeting.get("reason_without_consent") or "")),
        Pair("Plan gegeven op", plain_date(copied) if copied else ""),
    )
    return tuple(pair for pair in pairs if pair.value)


def _note(paper: Paper, given: Sequence[ConsentView]) -> NoteFacts:
    meeting = paper.redacted.meeting
    clients = {one.person.id for one in paper.view.clients}
    if paper.view.client is not None:
        clients.add(paper.view.client.person.id)
    own = next((one for one in given if one.person_id in clients), None)
    version = paper.version
    if paper.is_household:
        own = None
    return NoteFacts(
        talked_on=_day(meeting.get("on")),
        place_or_way=str(meeting.get("place") or ""),
        present=tuple(_present(paper)),
        discussed=tuple(_discussed(paper)),
        own_words=str(meeting.get("client_said") or ""),
        outcome=_OUTCOMES.get(own.outcome) if own else None,
        with_what=own.reason if own and own.outcome != ConsentOutcome.AGREED.value else "",
        adopted_because=str(meeting.get("reason_without_consent") or ""),
        reason_unsigned=_unsigned(given),
        copy_given_on=_day(meeting.get("copy_given_on")),
        noted_by=paper.adopter(version) if version else "",
        family=paper.is_household,
        answers=tuple(_answers(paper, given)) if paper.is_household else (),
    )


def _answers(paper: Paper, given: Sequence[ConsentView]) -> Iterator[Answered]:
    """What each member of a family answered, by name; nobody who is kept from this reader."""
    for one in given:
        name, outcome = paper.full_name(one.person_id), _OUTCOMES.get(one.outcome)
        if name and outcome is not None:
            yield Answered(name, outcome, one.reason if outcome is not ConsentOutcome.AGREED else "")


def _unsigned(given: Sequence[ConsentView]) -> str:
    """Why there is no signature: agreement, or none, was given in another form."""
    forms = [_FORMS[one.form].label for one in given if one.form in _FORMS and one.form != "none"]
    return f"het antwoord is zo gegeven: {join_names(list(dict.fromkeys(forms)))}" if forms else ""


def _present(paper: Paper) -> list[Present]:
    meeting = paper.redacted.meeting
    capacities = {one.person_id: one.capacity for one in paper.view.consents}
    roles = {one.person.id: one.role for one in paper.view.relations}
    ids: Any = meeting.get("present") or ()
    found = []
    for person_id in ids:
        person = paper.person(str(person_id))
        if person is None:
            continue
        capacity = _CAPACITIES.get(capacities.get(person.id, ""))
        found.append(Present(person.full_name, capacity or roles.get(person.id, person.function)))
    others = str(meeting.get("present_others") or "").strip().rstrip(".")
    return [*found, *([Present(others, "")] if others else [])]


def _discussed(paper: Paper) -> list[str]:
    """The titles of the discussed sections, or that it was all of them; what is hidden is not named."""
    wanted: Any = paper.redacted.meeting.get("discussed") or ()
    if wanted and {step.section.id for step in flow.steps(paper.view.format, paper.whole)} <= set(wanted):
        return ["alle delen van het plan"]
    shown = {one.section.id: one.section.title for one in paper.shown("professional")}
    titles = {one.id: one.title for one in paper.view.format.sections if one.id in shown}
    return [titles[str(one)] for one in wanted if str(one) in titles]


def _day(value: object) -> date | None:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
