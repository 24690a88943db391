"""From answers to plans: reads the table, and says for each plan type how it stands and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from planbureau.formats.model import PlanFormat
from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide.advice import Advice, Note, Reason, Strength
from planbureau.rules.plan_guide.facts import GuideFacts, asked, effective, told_by_file
from planbureau.rules.plan_guide.questions import QUESTIONS, GuideQuestion
from planbureau.rules.plan_guide.table import ADVICES, KNOWN_PLANS, NOTES, sources
from planbureau.rules.plan_guide.when import Answers, When
from planbureau.rules.regime import Regime

_ORDER = tuple(Strength)
_OF_PERSON = ("leeftijd", "perspectief")
_HANDED_IN_FLAG = "persoonlijk_plan_ingeleverd"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One plan type: how it stands, why, and what step one of it is started with.

    `people` are the keys of those it can be about. `running`: a plan of this type is not closed yet.
    """

    plan: str
    strength: Strength
    reasons: tuple[Reason, ...]
    regimes: tuple[str, ...]
    flags: tuple[str, ...]
    people: tuple[str, ...] = ()
    running: bool = False


Remark = Note
"""A note that holds now."""


@dataclass(frozen=True, slots=True)
class Guide:
    """What the guide says. `open_questions` could still change it."""

    proposals: tuple[Proposal, ...]
    remarks: tuple[Remark, ...]
    open_questions: tuple[GuideQuestion, ...]

    def of(self, *strengths: Strength) -> tuple[Proposal, ...]:
        """The plans that stand so."""
        return tuple(one for one in self.proposals if one.strength in strengths)

    @property
    def proposed(self) -> tuple[Proposal, ...]:
        """The plans that are put forward, what comes first on top."""
        return tuple(one for one in self.proposals if one.strength.proposed)


def asked_questions(facts: GuideFacts) -> tuple[GuideQuestion, ...]:
    """The questions to put now, each with the options that can still be chosen."""
    counts = effective(facts)
    return tuple(
        replace(question, options=tuple(o for o in question.options if o.when.holds(counts)))
        for question in QUESTIONS
        if asked(question, facts, counts)
    )


def guide(facts: GuideFacts, formats: Sequence[PlanFormat]) -> Guide:
    """Which of these plan types fit, and why."""
    counts = effective(facts)
    found = [one for one in (_proposal(f, facts, counts) for f in formats) if one is not None]
    found.sort(key=lambda one: (_ORDER.index(one.strength), _place(one.plan)))
    remarks = tuple(
        note
        for note in NOTES
        if note.when.holds(counts) and not (note.private and facts.watched) and _to_say(note, facts)
    )
    return Guide(tuple(found), remarks, _open(facts, counts))


def _to_say(note: Note, facts: GuideFacts) -> bool:
    """That a private question was left out is only said where it was left out."""
    return note.id != "veiligheid-open" or facts.watched


def _open(facts: GuideFacts, counts: Answers) -> tuple[GuideQuestion, ...]:
    return tuple(
        question
        for question in asked_questions(facts)
        if not counts.get(question.id) and question.id != "bijzonder"
    )


def _place(plan: str) -> int:
    return next((at for at, advice in enumerate(ADVICES) if advice.plan == plan), len(ADVICES))


def _proposal(plan_format: PlanFormat, facts: GuideFacts, counts: Answers) -> Proposal | None:
    if plan_format.id not in KNOWN_PLANS:
        return _own_type(plan_format, facts, counts)
    rows = [one for one in ADVICES if one.plan == plan_format.id and _people(one.when, facts, counts)[0]]
    if not rows:
        return None
    strength = min((row.strength for row in rows), key=_ORDER.index)
    rows = [row for row in rows if row.strength is strength or (strength.proposed and row.strength.proposed)]
    rows.sort(key=lambda row: _ORDER.index(row.strength))
    people = dict.fromkeys(key for row in rows for key in _people(row.when, facts, counts)[1])
    return Proposal(
        plan=plan_format.id,
        strength=strength,
        reasons=tuple(dict.fromkeys(reason for row in rows for reason in row.reasons)),
        regimes=_regimes(plan_format, rows, counts),
        flags=_flags(plan_format, counts),
        people=tuple(people),
        running=plan_format.id in facts.running,
    )


def _people(when: When, facts: GuideFacts, counts: Answers) -> tuple[bool, tuple[str, ...]]:
    """Whether a row holds, and for whom: age conditions are those of one and the same person."""
    if not facts.people:
        return when.holds(counts), ()
    keys = []
    for person in facts.people:
        own = counts
        if person.birth_date is not None:
            told = told_by_file(facts, (person,))
            own = {**counts, **{name: told[name] for name in _OF_PERSON}}
        if when.holds(own):
            keys.append(person.key)
    return bool(keys), tuple(keys)


def _regimes(plan_format: PlanFormat, rows: Iterable[Advice], counts: Answers) -> tuple[str, ...]:
    chosen = counts.get("wet", frozenset())
    wanted = {name for row in rows for name in row.regimes if name in chosen}
    wanted |= {name for row in rows for name in row.extra_regimes}
    return tuple(name for name in plan_format.regimes if name in wanted)


def _flags(plan_format: PlanFormat, counts: Answers) -> tuple[str, ...]:
    held = set(counts.get("bijzonder", frozenset()))
    if "ingeleverd" in counts.get("persoonlijk_plan", frozenset()):
        held.add(_HANDED_IN_FLAG)
    return tuple(name for name in plan_format.flags if name in held)


def _own_type(plan_format: PlanFormat, facts: GuideFacts, counts: Answers) -> Proposal | None:
    """A plan type of the organisation itself is offered under the laws that it is made for."""
    chosen = counts.get("wet", frozenset())
    regimes = tuple(name for name in plan_format.regimes if name in chosen)
    if not regimes:
        return None
    laws = " en ".join(Regime(name).label for name in regimes)
    reason = Reason(f"Een plantype van je eigen organisatie, voor de {laws}.", sources.OWN, Mark.OWN)
    return Proposal(
        plan=plan_format.id,
        strength=Strength.ALSO,
        reasons=(reason,),
        regimes=regimes,
        flags=_flags(plan_format, counts),
        people=tuple(person.key for person in facts.people),
        running=plan_format.id in facts.running,
    )
