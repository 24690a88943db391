"""Named checks that a plan type asks for with `[[gate]]`: what its questions alone cannot say.

What they find stands in the same list as what the questions lack, so that it is seen while writing and not
only when the plan is adopted.
"""

from __future__ import annotations

from collections.abc import Iterator

from planbureau.formats.answered import filled_rows, holds
from planbureau.formats.answers import PlanState, has_value
from planbureau.formats.completeness import Level, Missing, StepState
from planbureau.formats.completeness import missing as missing_answers
from planbureau.formats.completeness import step_states as states_of_steps
from planbureau.formats.demands import handed_in
from planbureau.formats.lookup import plan_answer
from planbureau.formats.model import PlanFormat, Question, QuestionKind
from planbureau.formats.moments import read_day
from planbureau.rules.dutch import plain_date
from planbureau.rules.found import Check, Found
from planbureau.rules.people.names import join_names
from planbureau.rules.report_code import YES, Verdict, Weighing, weigh
from planbureau.rules.wzd.checks import WZD_CHECKS

_WEIGHING = "Afwegingskader van de meldcode; Kennisitem eisen aan zorgplannen, deel 7"
_VERDICTS: dict[Verdict, tuple[Level, str, str]] = {
    Verdict.MUST: (
        "danger",
        "Het is acuut of structureel onveilig en er is niet gemeld. Meld bij Veilig Thuis: 0800-2000",
        "Zelf hulp regelen mag ook na een melding. Direct gevaar? Bel eerst 112.",
    ),
    Verdict.SHOULD: (
        "attention",
        "Je antwoorden op vraag 3, 4 of 5 wijzen naar melden. Overleg opnieuw met de aandachtsfunctionaris",
        "Zelf hulp organiseren past alleen als de hulp goed is, mensen meedoen en het veilig wordt.",
    ),
    Verdict.ASK: (
        "attention",
        "Of het veilig is, is nog niet duidelijk. Vraag advies aan Veilig Thuis: 0800-2000",
        "Advies vragen mag zonder de naam van de cliënt.",
    ),
}


def _report(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    """Whether the five questions ask for a report that was not made."""

    def said(name: str) -> str:
        return str(plan_answer(name, state, plan).value or "")

    day = read_day(said("gemeld_op"))
    ahead = day is not None and bool(state.today) and day.isoformat() > state.today
    weighing = Weighing(
        suspicion=said("vermoeden"),
        acute=said("acuut_onveilig"),
        structural=said("structureel_onveilig"),
        can_help=said("zelf_goede_hulp"),
        take_part=said("doen_mee"),
        becomes_safe=said("wordt_veilig"),
        reported=said("besluit").startswith("melden") and bool(said("gemeld_op")) and not ahead,
    )
    verdict = weigh(weighing)
    if verdict in _VERDICTS:
        level, text, why = _VERDICTS[verdict]
        yield Found(_where(weighing, verdict, decided=bool(said("besluit"))), level, text, why, _WEIGHING)
    if ahead and day is not None:
        yield Found(
            "gemeld_op",
            "attention",
            f"Gemeld bij Veilig Thuis op {plain_date(day)}: die dag moet nog komen",
            "Een melding telt als zij is gedaan. Vul de dag in waarop er is gemeld.",
            _WEIGHING,
        )


def _where(weighing: Weighing, verdict: Verdict, *, decided: bool) -> str:
    """The decision; while there is none, the answer that calls for a report at once."""
    if decided or verdict is not Verdict.MUST:
        return "besluit"
    return "acuut_onveilig" if weighing.acute == YES else "structureel_onveilig"


def _directions(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    """Each direction of the goals has a goal, or there is a reason why it has none."""
    asked = (q for section in plan.sections for q in section.questions if q.kind is QuestionKind.GOALS)
    goals = next(asked, None)
    if goals is None:
        return
    open_ones = [option for option in goals.options if option.id not in state.purposes.values()]
    if open_ones and not has_value(plan_answer("richting_ontbreekt", state, plan).value):
        labels = "; ".join(option.label[:1].lower() + option.label[1:] for option in open_ones)
        yield Found(
            "richting_ontbreekt",
            "needed",
            f"Maak een doel of schrijf op waarom niet: {labels}",
            "Het geweld stopt, het blijft veilig, wat is aangericht herstelt, en mensen worden sterker.",
            "Kennisitem eisen aan zorgplannen, deel 7",
        )


def _question(plan: PlanFormat, question_id: str) -> Question | None:
    """A question that the plan type of an organisation may not have."""
    asked = (q for section in plan.sections for q in section.questions)
    return next((q for q in asked if q.id == question_id), None)


_CONDITIONAL = "Jeugdwet 6.1.4 lid 5 en 6 (tekst van 2017; niet nagekeken voor nu)"


def _court_request(plan: PlanFormat, state: PlanState) -> Iterator[Found]:
    """Before a conditional order is asked for, the plan says four things (VM-01, unconfirmed: no demand)."""

    def said(name: str) -> bool:
        return has_value(plan_answer(name, state, plan).value)

    conditions = _question(plan, "vm_voorwaarden")
    if conditions is None:
        return
    rows = filled_rows(conditions, state, plan)
    parts = (
        ("de voorwaarden", bool(rows) and all(has_value(row.get("tekst")) for row in rows)),
        ("het toezicht", bool(rows) and all(has_value(row.get("toezicht")) for row in rows)),
        ("de jeugdhulp", said("vm_jeugdhulp") and said("vm_aanbieder")),
        ("wie over opname mag beslissen", said("vm_beslist")),
    )
    lacking = [words for words, there in parts if not there]
    if lacking:
        yield Found(
            "vm_verzoek_op",
            "attention",
            f"Voor het verzoek aan de rechter staat nog niet in het plan: {join_names(lacking)}",
            "De rechter kijkt naar het plan. Kijk na of dit nu nog zo geldt: het is de wettekst van 2017.",
            _CONDITIONAL,
        )


CHECKS: dict[str, Check] = {
    "meldcode_melden": _report,
    "machtiging_verzoek": _court_request,
    "meldcode_doelen": _directions,
    **WZD_CHECKS,
}
"""The checks by the name that a plan type gives to `[[gate]]`."""


def missing(plan: PlanFormat, state: PlanState) -> tuple[Missing, ...]:
    """Everything that is missing, in the order of the steps: of the questions, and what the checks found.

    Nothing stands in the way of a plan that is handed in, so its checks are silent.
    """
    found = (*missing_answers(plan, state), *checked(plan, state))
    order = {section.id: index for index, section in enumerate(plan.sections)}
    return tuple(sorted(found, key=lambda item: order[item.section_id]))


def step_states(plan: PlanFormat, state: PlanState) -> tuple[StepState, ...]:
    """The state of every step that shows, with what the checks found."""
    return states_of_steps(plan, state, checked(plan, state))


def checked(plan: PlanFormat, state: PlanState) -> tuple[Missing, ...]:
    """What the checks of this plan type found; a check that this program does not know says nothing."""
    if handed_in(plan, state):
        return ()
    sections = {question.id: section.id for section in plan.sections for question in section.questions}
    return tuple(
        Missing(sections[one.question_id], one.question_id, one.level, one.text, one.why, one.source)
        for gate in plan.gates
        if gate.check in CHECKS and (gate.when is None or holds(gate.when, state, plan))
        for one in CHECKS[gate.check](plan, state)
        if one.question_id in sections
    )
