"""The order of the Wzd: which record comes next, whose resistance stands, and when a plan may start.

Duties are those of the law. That this program refuses to adopt a plan as long as a record is not finished
is an own choice (rules A4, WZD-10), and each gate says which of the two it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from planbureau.formats.answers import JsonValue
from planbureau.formats.moments import read_day
from planbureau.rules.mark import Mark
from planbureau.rules.wzd.measures import forms_in

GROUND, ROLES, JUDGEMENT, RESISTANCE = (
    "wzd_grondslag", "wzd_rollen", "wzd_wilsbekwaamheid", "wzd_instemming",
)  # fmt: skip
ALTERNATIVES, CARE, WIDER_TALK, ADVICE, OFFICER = (
    "wzd_alternatieven", "wzd_onvrijwillige_zorg", "wzd_uitgebreid_overleg", "wzd_extern_advies",
    "wzd_beoordeling",
)  # fmt: skip
EXECUTION, EMERGENCY, EVALUATION, PAPERS = (
    "wzd_toepassing", "wzd_noodsituatie", "wzd_evaluatie", "wzd_stukken",
)  # fmt: skip
JUDGED = "beoordeling_wils"
"""The question of a plan type in which the judgements stand, each for one decision."""
KINDS = (
    GROUND, ROLES, JUDGEMENT, RESISTANCE, ALTERNATIVES, CARE, WIDER_TALK, ADVICE, OFFICER, EXECUTION,
    EMERGENCY, EVALUATION, PAPERS,
)  # fmt: skip
"""The records in the order of the law (W1 to W13); W14 is the overview for the inspectorate."""

_GOES_ON = {WIDER_TALK: "besluit", ADVICE: "verder"}
"""The records that can begin a new term, with the question that says so."""
_YES = ("verder", "ja")
_CAME_IN_PLAN = {WIDER_TALK: "opgenomen_op", ADVICE: "begin"}

_SOON = timedelta(days=21)
"""How long before the end of a term the next talk is the next step; own choice (O)."""


@dataclass(frozen=True)
class WzdRecord:
    """One record: its kind, whether it is finished, the day it is about, and what was answered."""

    kind: str
    finished: bool
    day: date
    answers: Mapping[str, JsonValue] = field(default_factory=dict)

    def said(self, name: str) -> str:
        """The answer to a choice; empty without one."""
        value = self.answers.get(name)
        return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class NextStep:
    """The record that comes next. `mark` says whether the law asks it now."""

    kind: str
    why: str
    source: str
    mark: Mark = Mark.LAW


@dataclass(frozen=True)
class WzdGate:
    """Why this plan cannot be adopted yet. `mark` is that of the duty behind it."""

    kind: str
    text: str
    why: str
    source: str
    mark: Mark


@dataclass(frozen=True)
class Resistance:
    """Resistance that was not followed by agreement: of whom, against what, and since when."""

    person: str
    against: str
    how: str
    day: date


def latest(records: Iterable[WzdRecord], kind: str) -> WzdRecord | None:
    """The last finished record of a kind."""
    found = [one for one in records if one.kind == kind and one.finished]
    return max(found, key=lambda one: one.day, default=None)


_OF_THE_PERSON = frozenset({GROUND, PAPERS, RESISTANCE})
"""Records that stay when the care ends: why the law holds, the papers, and who resists."""


def of_this_care(records: Iterable[WzdRecord], ended: date) -> tuple[WzdRecord, ...]:
    """Without the records of a care that ended on this day, before the client came back (T16; own choice)."""
    return tuple(one for one in records if one.day > ended or one.kind in _OF_THE_PERSON)


def standing_resistance(records: Sequence[WzdRecord]) -> tuple[Resistance, ...]:
    """The resistance that stands now, one for each person: the last thing that somebody let know counts."""
    found: dict[str, Resistance | None] = {}
    for one in sorted((r for r in records if r.kind == RESISTANCE and r.finished), key=lambda r: r.day):
        person = _person(one.answers.get("wie"))
        if one.said("uitkomst") == "verzet":
            found[person] = Resistance(person, one.said("waartegen").strip(), one.said("hoe"), one.day)
        else:
            found[person] = None
    return tuple(one for person, one in found.items() if one is not None and person)


def involuntary(records: Sequence[WzdRecord]) -> WzdRecord | None:
    """The last record of involuntary care in the plan, also an unfinished one, unless that care stopped."""
    found = [one for one in records if one.kind == CARE]
    last = max(found, key=lambda one: (one.finished, _asked_on(one), one.day), default=None)
    drafts = [one for one in found if not one.finished]
    stopped = [
        one.day
        for one in records
        if one.finished and one.kind == EVALUATION and one.said("oz") == "gestopt"
    ]  # fmt: skip
    if drafts:
        return drafts[-1]
    return None if last is None or any(day >= last.day for day in stopped) else last


def next_step(records: Sequence[WzdRecord], today: date) -> NextStep | None:
    """The record that comes next by the order of the law; None when nothing waits."""
    return (
        _at_the_start(records)
        or _about_care(records)
        or _about_terms(records, today)
        or _before_care(records, today)
    )


def _at_the_start(records: Sequence[WzdRecord]) -> NextStep | None:
    if latest(records, GROUND) is None:
        return NextStep(GROUND, "Leg eerst vast waarom de wet voor deze cliënt geldt.", "Wzd 1")
    if latest(records, ROLES) is None:
        return NextStep(ROLES, "Leg vast wie welke rol heeft.", "Wzd 2b, 5")
    return None


def _before_care(records: Sequence[WzdRecord], today: date) -> NextStep | None:
    """Somebody resists or an emergency ended: look for another way first."""
    talk = latest(records, ALTERNATIVES)
    resisting = standing_resistance(records)
    since = max((one.day for one in resisting), default=None)
    if since is not None and involuntary(records) is None and (talk is None or talk.day < since):
        why = "Er is verzet. Zoek met een andere discipline naar een manier waar de cliënt wel mee instemt."
        return NextStep(ALTERNATIVES, why, "Wzd 9")
    emergency = latest(records, EMERGENCY)
    recent = emergency is not None and today <= emergency.day + timedelta(days=14)
    if emergency is not None and recent and (talk is None or talk.day < emergency.day):
        why = "Het besluit geldt hooguit twee weken. Is er langer iets nodig, overleg dan nu."
        return NextStep(ALTERNATIVES, why, "Wzd 9, 15")
    if talk is None or talk.said("conclusie") != "onvrijwillig":
        return None
    judged = latest(records, JUDGEMENT)
    if talk.said("kan_beslissen") == "nee" and judged is None:
        return NextStep(
            JUDGEMENT, "Leg eerst vast wie beoordeelde dat de cliënt dit niet zelf beslist.", "Wzd 3"
        )
    if involuntary(records) is None and not any(
        one.kind == EVALUATION and one.finished and one.day >= talk.day for one in records
    ):
        return NextStep(
            CARE, "Vrijwillig lukt niet. Schrijf op welke zorg in het plan komt en waarom.", "Wzd 10"
        )
    return None


def _about_care(records: Sequence[WzdRecord]) -> NextStep | None:
    """Involuntary care stands in the plan: it is finished, talked over, and judged."""
    care = involuntary(records)
    if care is None:
        return None
    if latest(records, ALTERNATIVES) is None:
        return NextStep(ALTERNATIVES, "Onvrijwillige zorg kan pas na overleg over alternatieven.", "Wzd 9")
    if not care.finished:
        return NextStep(CARE, "Maak de onvrijwillige zorg in het plan af.", "Wzd 10")
    judged = latest(records, OFFICER)
    if judged is None or judged.day < _put_in_plan(records, care):
        return NextStep(
            OFFICER, "Leg het plan voor aan de Wzd-functionaris en schrijf het oordeel op.", "Wzd 11a"
        )
    if judged.said("oordeel") == "niet":
        return NextStep(CARE, "De functionaris keurde het plan niet goed. Pas de zorg aan.", "Wzd 11a")
    return None


def _about_terms(records: Sequence[WzdRecord], today: date) -> NextStep | None:
    """The term that ends first: for that measure the wider talk, then the advice from outside."""
    care = involuntary(records)
    if care is None or not care.finished:
        return None
    found = [one for measure in _measures(records) if (one := _term_of(records, measure)) is not None]
    ends, kind = min(found, default=(None, ""))
    if ends is None or today < ends - _SOON:
        return None
    if kind == WIDER_TALK:
        why = "De termijn loopt bijna af. Lukt afbouwen niet, overleg dan met iemand van buiten het team."
        return NextStep(WIDER_TALK, why, "Wzd 10 lid 10")
    return NextStep(ADVICE, "De termijn loopt bijna af. Vraag advies aan een externe deskundige.", "Wzd 11")


def _measures(records: Sequence[WzdRecord]) -> list[WzdRecord]:
    """The finished care of each measure that did not stop, as it was written down last."""
    found: list[WzdRecord] = []
    for care in sorted(
        (one for one in records if one.kind == CARE and one.finished), key=lambda one: one.day
    ):
        found = [*(one for one in found if not _same(one, care)), care]
    stops = [one for one in records if one.kind == EVALUATION and one.finished]
    return [care for care in found if not any(_stopped(care, one) for one in stops)]


def _stopped(care: WzdRecord, evaluation: WzdRecord) -> bool:
    if evaluation.day < care.day:
        return False
    said = evaluation.said("oz")
    return said == "gestopt" or (said == "deels" and _same(care, evaluation))


def _same(care: WzdRecord, other: WzdRecord) -> bool:
    """Whether a record is about this care: in one of its forms, or about all care that runs."""
    forms = forms_in(other.answers.get("over")) or forms_in(other.answers.get("vormen"))
    mine = forms_in(care.answers.get("vormen"))
    return not forms or not mine or not mine.isdisjoint(forms)


def _term_of(records: Sequence[WzdRecord], care: WzdRecord) -> tuple[date, str] | None:
    """When the term of a measure ends, and which record is next then."""
    ours = [one for one in records if one.kind in (WIDER_TALK, ADVICE) and _same(care, one)]
    wider, advice = latest(ours, WIDER_TALK), latest(ours, ADVICE)
    if wider is not None and wider.day < care.day:
        wider = None
    if advice is not None and (wider is None or advice.day < wider.day):
        advice = None
    ends = _end(advice or wider or care)
    if ends is None or (wider is not None and wider.said("besluit") == "stopt"):
        return None
    return ends, WIDER_TALK if wider is None else ADVICE


def gates(records: Sequence[WzdRecord]) -> tuple[WzdGate, ...]:
    """What stands in the way of adopting a plan under the Wzd."""
    found = []
    if latest(records, GROUND) is None:
        found.append(
            WzdGate(GROUND, "Leg vast op welke grond de Wzd geldt", "De wet geldt alleen met een grond.",
                    "Wzd 1", Mark.OWN)
        )  # fmt: skip
    if latest(records, ROLES) is None:
        found.append(
            WzdGate(ROLES, "Leg vast wie welke rol heeft in de Wzd",
                    "Zonder zorgverantwoordelijke gaat niemand over het zorgplan.", "Wzd 2b, 5", Mark.OWN)
        )  # fmt: skip
    return (*found, *_care_gates(records))


def _care_gates(records: Sequence[WzdRecord]) -> Iterable[WzdGate]:
    care = involuntary(records)
    if care is None:
        return
    talk = latest(records, ALTERNATIVES)
    if talk is None:
        yield WzdGate(ALTERNATIVES, "Overleg eerst over vrijwillige alternatieven",
                      "Onvrijwillige zorg mag pas als vrijwillig niet lukt.", "Wzd 9", Mark.LAW)  # fmt: skip
    if not care.finished:
        yield WzdGate(CARE, "Maak 'Onvrijwillige zorg in het plan' af, of gooi het weg als het leeg is",
                      "Wat niet is uitgeschreven, mag niet worden gegeven.", "Wzd 10", Mark.LAW)  # fmt: skip
    judged = latest(records, OFFICER)
    if judged is None or judged.day < _put_in_plan(records, care):
        yield WzdGate(OFFICER, "De Wzd-functionaris heeft dit nog niet beoordeeld",
                      "Het plan voorleggen aan de functionaris moet van de wet.",
                      "Wzd 11a", Mark.OWN)  # fmt: skip
    elif judged.said("oordeel") == "niet":
        yield WzdGate(OFFICER, "De Wzd-functionaris keurde dit plan niet goed",
                      "Pas de zorg aan en leg het plan opnieuw voor.", "Wzd 11a", Mark.LAW)  # fmt: skip


def _asked_on(care: WzdRecord) -> date:
    """The day on which the care was put in the plan: a judgement from before is about another plan."""
    return read_day(care.answers.get("opgenomen_op")) or care.day


def _put_in_plan(records: Iterable[WzdRecord], care: WzdRecord) -> date:
    """The last day on which this care came in the plan: at first, or for a new term (rules A4, WZD-10)."""
    later = [
        one
        for one in records
        if one.finished
        and one.kind in _GOES_ON
        and one.day >= care.day
        and one.said(_GOES_ON[one.kind]) in _YES
    ]
    days = (read_day(one.answers.get(_CAME_IN_PLAN[one.kind])) for one in later)
    return max([_asked_on(care), *(day for day in days if day is not None)])


def _end(record: WzdRecord) -> date | None:
    return read_day(record.answers.get("eind")) or read_day(record.answers.get("overbrugging_eind"))


def _person(value: JsonValue) -> str:
    first = value[0] if isinstance(value, list) and value else {}
    return str(first.get("person") or "") if isinstance(first, dict) else ""
