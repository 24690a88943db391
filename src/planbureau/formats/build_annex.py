"""What makes a format an annex: the plans it belongs to, when it can be begun, and what finishing it does."""

from __future__ import annotations

from .conditions import read_condition
from .model import AnnexForm, FinishRule, PlanFormat, Question, QuestionKind, Section
from .problems import Problems, nearest
from .reading import TableReader
from .tree import Table
from .vocabulary import (
    AGREED_COLUMNS,
    AGREEMENTS_EFFECT,
    BEGINS_EFFECT,
    DONE_EFFECT,
    ENDS_EFFECT,
    FINISH_EFFECTS,
    TRIGGER_BIND,
    is_trigger,
)

K = QuestionKind
_OF_AN_ANNEX = frozenset({K.GOAL_OUTCOMES, K.AGREEMENT_REVIEWS, K.RISK_REVIEWS})
"""Kinds that look back on what stands in the plan."""
_ONLY_ANNEX = (
    "annex_of", "annex_when", "many", "dated_by", "on_finish", "group", "group_place", "involuntary_care",
)  # fmt: skip
ANNEX_KEYS = frozenset({"annex", *_ONLY_ANNEX})
"""Every key that makes an annex of a format."""

_OF_THE_PLAN = ("subject", "deadlines", "goal_library")
"""Keys that say what an annex takes from its plan."""

_KINDS_OF_THE_PLAN = frozenset({K.GOALS, K.GOAL_MATRIX, K.RISKS, K.AGREEMENTS})
_DAYS = frozenset({K.DATE, K.MOMENT})


def build_annex(reader: TableReader, problems: Problems) -> AnnexForm | None:
    """The annex part of a format; None for a plan type. Faults are noted."""
    if not reader.truth("annex"):
        for key in _ONLY_ANNEX:
            if key in reader.table.entries:
                reader.fault(key, f"'{key}' hoort bij een bijlage. Zet er annex = true bij, of haal dit weg.")
        return None
    for key in _OF_THE_PLAN:
        if key in reader.table.entries:
            reader.fault(key, f"'{key}' kan niet in een bijlage: dat komt van het plan waar die bij hoort.")
    return AnnexForm(
        of=reader.texts("annex_of"),
        when=read_condition(reader.sub("annex_when"), problems),
        many=reader.truth("many"),
        dated_by=reader.text("dated_by"),
        on_finish=tuple(_finish_rule(table, problems) for table in reader.tables("on_finish")),
        group=reader.text("group"),
        group_place=reader.number("group_place", 0),
        involuntary_care=reader.truth("involuntary_care"),
    )


def _finish_rule(table: Table, problems: Problems) -> FinishRule:
    reader = TableReader(table, frozenset({"effect", "question", "when"}), problems, "een [[on_finish]]")
    effect = reader.text("effect", required=True)
    if effect and effect not in FINISH_EFFECTS and not is_trigger(effect) and not _settles(effect):
        known = [
            *FINISH_EFFECTS,
            f"{TRIGGER_BIND}(naam van een datum)",
            f"{BEGINS_EFFECT}(termijnregel)",
            f"{ENDS_EFFECT}(termijnregel)",
            f"{DONE_EFFECT}(termijnregel)",
        ]
        reader.fault("effect", f"'{effect}' kan niet bij 'effect'. {nearest(effect, known)}")
    return FinishRule(
        effect, reader.text("question", required=True), read_condition(reader.sub("when"), problems)
    )


def _settles(effect: str) -> bool:
    """Whether this starts, shortens or settles a term."""
    names = (DONE_EFFECT, BEGINS_EFFECT, ENDS_EFFECT)
    return any(effect.startswith(name) and len(effect) > len(name) for name in names)


def check_annex(plan: PlanFormat, document: Table, problems: Problems) -> None:
    """Notes what cannot be in an annex, and what cannot be in a plan type."""
    annex = plan.annex
    for section, table in zip(own_sections(plan), document.tables("section"), strict=True):
        for question, part in zip(section.questions, table.tables("question"), strict=True):
            if annex is None and (question.after_finishing or question.kind in _OF_AN_ANNEX):
                key = "after_finishing" if question.after_finishing else "kind"
                problems.add(table.place, key, f"'{question.id}' kan alleen in een bijlage (annex = true).")
            if annex is not None and question.kind in _KINDS_OF_THE_PLAN:
                text = f"het soort '{question.kind.value}' hoort in het plan zelf en kan niet in een bijlage."
                entry = part.entries.get("kind")
                problems.add(entry.place if entry else table.place, "kind", text)
    if annex is None:
        return
    days = {q.id: q for section in plan.sections for q in section.questions if q.kind in _DAYS}
    if annex.dated_by and annex.dated_by not in days:
        entry = document.entries["dated_by"]
        problems.add(entry.place, "dated_by", _no_day(annex.dated_by, days))
    for rule, table in zip(annex.on_finish, document.tables("on_finish"), strict=True):
        if rule.effect == AGREEMENTS_EFFECT:
            if not _holds_agreements(plan, rule.question):
                text = f"'{rule.question}' is geen tabel met een kolom '{AGREED_COLUMNS[0]}' in deze bijlage."
                problems.add(table.place, "question", text)
        elif rule.question not in days:
            problems.add(table.place, "question", _no_day(rule.question, days))


def _holds_agreements(plan: PlanFormat, name: str) -> bool:
    asked = (q for section in plan.sections for q in section.questions if q.id == name and q.kind is K.TABLE)
    return any(column.id == AGREED_COLUMNS[0] for question in asked for column in question.columns)


def _no_day(name: str, days: dict[str, Question]) -> str:
    return f"'{name}' is geen vraag naar een datum of moment in deze bijlage. {nearest(name, days)}"


def own_sections(plan: PlanFormat) -> tuple[Section, ...]:
    """The sections that stand in the file: all but the step that the program adds to a plan."""
    return plan.sections if plan.annex is not None else plan.sections[1:]
