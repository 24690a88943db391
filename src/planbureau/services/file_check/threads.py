"""The thread of one goal: everything that is written about it, link by link, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from planbureau.clock import AMSTERDAM
from planbureau.errors import NotFoundError
from planbureau.formats.answers import DomainAnswer
from planbureau.formats.outcomes import GoalOutcome
from planbureau.formats.wishes import wish_asks
from planbureau.model.reading import annexes as annex_reading
from planbureau.model.reading import looks as look_reading
from planbureau.model.reading import notes as note_reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import PlanRecord
from planbureau.model.store import ReadSession
from planbureau.rules.consent.capacity import Capacity
from planbureau.rules.consent.record import ConsentForm, ConsentOutcome, ConsentSubject
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.file_check import Gap, Link, LinkState, state_of
from planbureau.rules.goals.evaluation import decision_of, differing, new_day_of, result_of
from planbureau.rules.goals.gas import MEANINGS, signed
from planbureau.rules.goals.looks import Noticed
from planbureau.rules.goals.smart import GoalForm
from planbureau.rules.goals.status import GoalStatus
from planbureau.rules.goals.words import kind_of, seen_on_word, status_word
from planbureau.services.context import Context
from planbureau.services.file_check.moves import Report, moves
from planbureau.services.goals.looks import EVALUATION
from planbureau.views import (
    ConsentView,
    GoalThread,
    GoalView,
    LookView,
    NoteView,
    PlanView,
    ThreadEntry,
    ThreadPart,
)

_NOT_YET = {
    Link.WISH: "Er staat niet bij welke wens of zorg hierbij hoort.",
    Link.DOING: "Er zijn nog geen acties of afspraken.",
    Link.NOTES: "Er is nog niet over dit doel gerapporteerd.",
    Link.EVALUATION: "Er is nog niet op dit doel teruggekeken.",
    Link.AGREEMENT: "Het plan is nog niet vastgesteld.",
}
_ELSEWHERE = "Rapportages staan in een ander systeem."


def thread_of(
    session: ReadSession, context: Context, view: PlanView, goal_id: str, gaps: tuple[Gap, ...]
) -> GoalThread:
    """Puts the thread together. Raises NotFoundError when the plan has no such goal."""
    goal = next((one for one in view.goals if one.id == goal_id), None)
    if goal is None:
        raise NotFoundError("Dit doel staat niet in dit plan.", "Kies een doel uit de lijst.")
    elsewhere = people_reading.organisation(session).reports_elsewhere
    reports = _reports(session, view)
    entries = {
        Link.WISH: _wish(goal, view),
        Link.GOAL: (*_goal(goal, view), *moves(session, reports, goal)),
        Link.DOING: (*_actions(goal, view), *_agreements(goal, view)),
        Link.NOTES: _notes(session, context, view, goal),
        Link.EVALUATION: _evaluations(session, context, view, goal, reports),
        Link.AGREEMENT: _agreed(goal, view),
    }
    client = view.client
    return GoalThread(
        plan_id=view.id,
        plan_title=view.title,
        version=view.version,
        client_id=client.id if client is not None else "",
        household_id=view.household.id if view.household is not None and client is None else "",
        subject_name=view.subject_name,
        goal_id=goal.id,
        number=goal.number,
        sentence=goal.sentence,
        parts=tuple(_part(link, tuple(entries[link]), gaps, elsewhere=elsewhere) for link in Link),
    )


def _part(
    link: Link, entries: tuple[ThreadEntry, ...], gaps: tuple[Gap, ...], *, elsewhere: bool
) -> ThreadPart:
    own = tuple(gap for gap in gaps if gap.kind.link is link)
    state = state_of(link, gaps, filled=bool(entries), elsewhere=elsewhere)
    words = "" if entries else _ELSEWHERE if state is LinkState.ELSEWHERE else _NOT_YET.get(link, "")
    return ThreadPart(link, state, entries, own, words)


def _wish(goal: GoalView, view: PlanView) -> Iterator[ThreadEntry]:
    if goal.origin.strip():
        kind = {"wens": "Wens", "zorg": "Zorg"}.get(goal.origin_kind, "Wens of zorg")
        yield ThreadEntry(kind, lines=(goal.origin,), target=("goal", goal.id), quote=True)
    if goal.own_words.strip():
        yield ThreadEntry("In eigen woorden", lines=(goal.own_words,), target=("goal", goal.id), quote=True)
    for key, answer in view.answers.items():
        if goal.area and key.rpartition("/")[2] == goal.area:
            said = DomainAnswer.read(answer.answer.value)
            if said.change.strip():
                target = ("answer", f"{view.id}:{key}")
                yield ThreadEntry("Uit het leefgebied", lines=(said.change,), target=target, quote=True)
    for ask in wish_asks(view.format):
        told = view.answers.get(ask.question_id)
        words = told.answer.value if told is not None and goal.area and ask.area == goal.area else None
        if isinstance(words, str) and words.strip():
            label = view.format.question(ask.question_id).label
            target = ("answer", f"{view.id}:{ask.question_id}")
            yield ThreadEntry(label, lines=(words,), target=target, quote=True)


def _goal(goal: GoalView, view: PlanView) -> Iterator[ThreadEntry]:
    goz, kind = goal.form == GoalForm.GOZ.value, kind_of(goal.kind)
    now = GoalStatus(goal.status)
    status = status_word(now, kind, view.agreed_by)
    lines = [
        f"Status: {status}{f', {goal.status_reason}' if goal.status_reason else ''}",
        f"Soort: {kind.label}",
        f"Hoe we het merken: {goal.measure}" if goal.measure and not goz else "",
        f"Waar we op letten: {goal.observe_what}" if goal.observe_what and goz else "",
        f"Wie kijkt: {goal.observe_who}" if goal.observe_who and goz else "",
        f"Waar, wanneer, waarom: {goal.context}" if goal.context else "",
        f"Streefdatum: {plain_date(goal.target_date)}" if goal.target_date and not goz else "",
        f"Geen einddatum: {goal.no_end_reason}" if goal.no_end_date else "",
        f"We kijken weer op: {plain_date(goal.look_date)}" if goal.look_date else "",
        f"{seen_on_word(kind, now)}: {plain_date(goal.reached_on)}" if goal.reached_on else "",
    ]
    yield ThreadEntry(
        goal.sentence or "(nog zonder zin)",
        goal.start,
        tuple(line for line in lines if line),
        target=("goal", goal.id),
    )


def _actions(goal: GoalView, view: PlanView) -> Iterator[ThreadEntry]:
    for action in goal.live_actions:
        lines = (
            _who(action.responsible_person, action.responsible_function, view),
            action.how_often,
            sentence(goal.standing_of(action).word),
            f"Klaar op: {plain_date(action.done_by)}" if action.done_by else "",
            f"Rapporteren: {action.reporting_hint}" if action.reporting_hint else "",
        )
        title = f"Actie {goal.number}{action.letter}: {action.what}"
        shown = tuple(line for line in lines if line)
        yield ThreadEntry(title, action.start, shown, target=("action", action.id))


def _agreements(goal: GoalView, view: PlanView) -> Iterator[ThreadEntry]:
    for one in view.agreements:
        if goal.area and one.area == goal.area:
            lines = (
                _who(one.who, one.who_function, view),
                one.when,
                f"Geldt tot: {plain_date(one.valid_until)}" if one.valid_until else "",
                f"Rapporteren: {one.reporting_hint}" if one.reporting_hint else "",
            )
            shown = tuple(line for line in lines if line)
            yield ThreadEntry(f"Afspraak: {one.what}", None, shown, target=("agreement", one.id))


def _who(person_id: str, function: str, view: PlanView) -> str:
    person = view.people.get(person_id)
    return f"Wie: {person.full_name}" if person is not None else f"Wie: {function}" if function else ""


def _notes(session: ReadSession, context: Context, view: PlanView, goal: GoalView) -> list[ThreadEntry]:
    subject = view.client.id if view.client else view.household.id if view.household else ""
    subjects = people_reading.linked_subjects(session, subject)
    wanted = {goal.id, *(action.id for action in goal.actions)}
    wanted |= {one.id for one in view.agreements if goal.area and one.area == goal.area}
    notes = note_reading.notes_about(session, subjects, context.user_id)
    about = [note for note in notes if any(topic.id in wanted for topic in note.about)]
    return [_note(note) for note in sorted(about, key=lambda note: (note.happened_at, note.written_at))]


def _note(note: NoteView) -> ThreadEntry:
    who = ", ".join(part for part in (note.author, note.function) if part)
    corrected = " (later verbeterd)" if note.replaced_by else ""
    return ThreadEntry(
        f"{sentence(note.kind_word)}{corrected}",
        note.happened_at.astimezone(AMSTERDAM).date(),
        (who,) if who else (),
        note.text,
        ("note", note.id),
        note.for_client,
        replaces=note.replaces,
    )


def _reports(session: ReadSession, view: PlanView) -> tuple[Report, ...]:
    """The annexes of a plan with their answers."""
    return tuple(
        (record, {key: one.answer.value for key, one in plan_reading.answers(session, record.id).items()})
        for record in annex_reading.annex_records(session, [view.id])
    )


def _evaluations(
    session: ReadSession, context: Context, view: PlanView, goal: GoalView, reports: Iterable[Report]
) -> list[ThreadEntry]:
    found = []
    for record, given in reports:
        for key, value in given.items():
            said = GoalOutcome.read(value)
            if key.partition("/")[2] == goal.id and not said.empty:
                annex = context.formats.get(record.format_id, record.format_version)
                on = annex_reading.talked_on(annex, record, given)
                found.append(replace(_evaluation(record, said, on, goal, view), target=_target(record, key)))
    looks = look_reading.looks_at(session, [goal.id])
    told = (look for look in looks if not look.replaced_by and look.source != EVALUATION)
    found += [_look(look, goal) for look in told]
    return sorted(found, key=lambda entry: entry.on or date.max)


def _target(record: PlanRecord, key: str) -> tuple[str, str]:
    return ("answer", f"{record.id}:{key}")


def _look(look: LookView, goal: GoalView) -> ThreadEntry:
    """One moment at which people looked; what an evaluation scored stands with its report."""
    scale = next((one for one in goal.scales if one.id == look.scale_id), None)
    lines = []
    if look.score is not None:
        own = scale.text(look.score) if scale is not None else ""
        lines.append(f"Score {signed(look.score)}: {own or MEANINGS.get(look.score, '')}")
    if look.change:
        lines.append(f"Verandering: {Noticed(look.change).word}")
    if look.meaningful:
        lines.append(f"Zinvol: {Noticed(look.meaningful).word}")
    if look.feeling is not None:
        lines.append(f"Volgens de cliënt: {look.feeling.words}")
    lines += [text for text in (look.remark.strip(), look.next_step.strip()) if text]
    return ThreadEntry("Kijkmoment", look.on, tuple(lines), not_for=look.not_for)


def _evaluation(
    record: PlanRecord, said: GoalOutcome, on: date | None, goal: GoalView, view: PlanView
) -> ThreadEntry:
    result, decision, day = result_of(said), decision_of(said), new_day_of(said)
    outcome = status_word(result, kind_of(goal.kind)) if result is not None else ""
    told = (outcome, decision.label if decision else "")
    words = ", ".join(part for part in told if part)
    score = "" if said.score is None else f"Score {signed(said.score)}: {MEANINGS.get(said.score, '')}"
    lines = (
        score,
        f"Wat er gebeurde: {said.happened}" if said.happened else "",
        f"Volgens de cliënt: {said.feeling.words}" if said.feeling is not None else "",
        f"Waaraan we dat zien: {said.how_seen}" if said.how_seen else "",
        f"Wat hielp: {said.helped}" if said.helped else "",
        f"De cliënt: {said.client}" if said.client else "",
        f"De familie: {said.family}" if said.family else "",
        f"De begeleider: {said.professional}" if said.professional else "",
        f"Zo wordt het doel: {said.new_sentence}" if said.new_sentence else "",
        f"Nieuwe datum: {plain_date(day)}" if day else "",
        f"Reden: {said.reason}" if said.reason else "",
    )
    open_yet = "" if record.version else " (nog niet afgesloten)"
    title = f"{record.title}{open_yet}: {words}" if words else f"{record.title}{open_yet}"
    differs = differing(said, view.spoken_of(goal))
    return ThreadEntry(title, on, tuple(line for line in lines if line), differs=differs)


def _agreed(goal: GoalView, view: PlanView) -> Iterator[ThreadEntry]:
    names = [view.people[i].full_name for i in goal.agreed_by if i in view.people]
    if names:
        yield ThreadEntry("Eens met dit doel", lines=(", ".join(names),), target=("goal", goal.id))
    for version in view.versions:
        title = f"Versie {version.number} {version.how}"
        reason = (f"Zonder ieders akkoord: {version.reason}",) if version.reason else ()
        yield ThreadEntry(title, version.adopted_on, reason)
        asked = [one for one in view.consents if one.version == version.number and one.outcome]
        yield from (_consent(one, view) for one in _in_order(asked))


def _in_order(consents: Iterable[ConsentView]) -> list[ConsentView]:
    return sorted(consents, key=lambda one: one.on or date.min)


def _consent(one: ConsentView, view: PlanView) -> ThreadEntry:
    person = view.people.get(one.person_id)
    capacity = {c.value: c.label for c in Capacity}.get(one.capacity, "")
    outcome = ConsentOutcome(one.outcome).label
    form = {f.value: f.label for f in ConsentForm}.get(one.form, "")
    about = "" if one.subject == ConsentSubject.WHOLE_PLAN.value else ConsentSubject(one.subject).label
    gone = ""
    if one.withdrawn_on is not None:
        gone = f"Ingetrokken op {plain_date(one.withdrawn_on)}: {one.withdrawn_reason}"
    name = person.full_name if person is not None else "Iemand"
    title = f"{name} ({capacity}): {outcome}" if capacity else f"{name}: {outcome}"
    lines = (about, form if one.form != ConsentForm.NONE.value else "", one.reason, gone)
    return ThreadEntry(title, one.on, tuple(line for line in lines if line), target=("person", one.person_id))
