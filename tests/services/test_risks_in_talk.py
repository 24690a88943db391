"""What a talk says of a risk stands in the concept of the next version, with the care that agreements get."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.journeys.office import text_of
from tests.services.test_agreed_in_talk import Table
from tests.services.test_evaluation_report import workspace

from planbureau.services.api import Edition, PrintRequest, Workspace
from planbureau.views import PersonView, RiskView

__all__ = ["workspace"]

LOOK = date(2026, 3, 1)
FALL, FIRE = "Noor valt op de trap.", "Het eten brandt aan."
Told = tuple[str, str, str, date | None]
"""What may happen, what is done, who watches, and when people look again."""
NEW = {
    "choice": "anders",
    "then": "changes",
    "what": "Noor valt op de natte trap.",
    "signs": "Zij loopt op sokken.",
    "measures": "Antislip op de trap.",
    "likelihood": "midden",
    "impact": "hoog",
    "function": "avonddienst",
    "again": "2026-09-01",
}


class Risks(Table):
    """The same table, of a plan with two risks."""

    def __init__(self, workspace: Workspace, kind: str = "evaluatieverslag") -> None:
        super().__init__(workspace, kind=kind)
        for order, what in enumerate((FALL, FIRE)):
            workspace.plans.add_risk(
                RiskView("", self.plan_id, order, what, measures="Samen lopen.", look_again_on=LOOK)
            )
        self.ids = {one.what: one.id for one in workspace.plans.plan(self.plan_id).risks}

    def look(self, risk: str, /, **said: str) -> None:
        self.say(f"risicos_opnieuw/{self.ids[risk]}", said)

    def risks(self) -> list[Told]:
        found = self.workspace.plans.plan(self.plan_id).risks
        return [(one.what, one.measures, one.who_function, one.look_again_on) for one in found]

    def effects(self) -> tuple[str, ...]:
        return self.workspace.annexes.check(self.report, date(2026, 3, 16)).effects


WAS: list[Told] = [(FALL, "Samen lopen.", "", LOOK), (FIRE, "Samen lopen.", "", LOOK)]
NOW: Told = ("Noor valt op de natte trap.", "Antislip op de trap.", "avonddienst", date(2026, 9, 1))


@pytest.fixture
def table(workspace: Workspace) -> Risks:
    return Risks(workspace)


def test_a_risk_changes_or_goes_and_is_said_beforehand(table: Risks) -> None:
    table.look(FALL, **NEW)
    table.look(FIRE, choice="weg", then="ends")
    assert table.effects() == (f"Risico verandert: {FALL}", f"Risico gaat uit het plan: {FIRE}")
    assert table.finish()
    assert table.risks() == [NOW]
    (risk,) = table.workspace.plans.plan(table.plan_id).risks
    assert (risk.signs, risk.likelihood, risk.impact) == ("Zij loopt op sokken.", "midden", "hoog")
    looked_at = table.workspace.plans.plan(table.report).risks
    assert [one.what for one in looked_at] == [FALL, FIRE], "the report keeps what was looked at"


def test_a_risk_that_stays_gets_its_next_day(table: Risks) -> None:
    table.look(FALL, choice="zelfde", again="2026-09-01")
    table.look(FIRE, choice="zelfde")
    assert table.effects() == (f"Risico krijgt een nieuwe dag, 1 september 2026: {FALL}",)
    assert table.finish()
    assert table.risks() == [(*WAS[0][:3], date(2026, 9, 1)), WAS[1]]


def test_a_new_day_that_has_passed_already_is_said_and_stops_nothing(table: Risks) -> None:
    table.look(FALL, choice="zelfde", again="2025-09-01")
    words = f"Risico “{FALL}”: opnieuw kijken op 1 september 2025 ligt niet na dit gesprek"
    gates = table.workspace.annexes.check(table.report, date(2026, 3, 16)).gates
    assert [gate.blocks for gate in gates if gate.text == words] == [False]
    assert table.finish()


def test_a_change_without_a_new_sentence_keeps_the_sentence_and_not_the_rest(table: Risks) -> None:
    table.look(FALL, **{name: part for name, part in NEW.items() if name not in ("what", "function")})
    assert table.finish()
    assert table.risks() == [(FALL, NOW[1], "", NOW[3]), WAS[1]]


def test_what_an_older_report_said_without_more_does_nothing(table: Risks) -> None:
    table.look(FALL, choice="anders", note="De trap is nat.")
    table.look(FIRE, choice="weg")
    assert not table.finish()
    assert table.risks() == WAS


CORRECTIONS: tuple[tuple[dict[str, str], dict[str, str], list[Told]], ...] = (
    (NEW, NEW, [NOW, WAS[1]]),
    (NEW, {**NEW, "measures": "Een leuning."}, [(NOW[0], "Een leuning.", *NOW[2:]), WAS[1]]),
    (NEW, {"choice": "zelfde"}, WAS),
    (NEW, {"choice": "weg", "then": "ends"}, [WAS[1]]),
    ({"choice": "weg", "then": "ends"}, {"choice": "zelfde"}, WAS),
    ({"choice": "weg", "then": "ends"}, NEW, [NOW, WAS[1]]),
    ({"choice": "zelfde", "again": "2026-09-01"}, {"choice": "zelfde"}, WAS),
)


@pytest.mark.parametrize(("said", "corrected", "stands"), CORRECTIONS)
def test_a_corrected_report_is_followed_once(
    table: Risks,
    said: dict[str, str],
    corrected: dict[str, str],
    stands: list[Told],
) -> None:
    table.look(FALL, **said)
    table.finish()
    table.correct(f"risicos_opnieuw/{table.ids[FALL]}", corrected)
    assert sorted(table.risks(), key=str) == sorted(stands, key=str)
    table.correct("client_vindt", "Nog iets anders verbeterd.")
    assert sorted(table.risks(), key=str) == sorted(stands, key=str)


@pytest.mark.parametrize("corrected", [NEW, {"choice": "weg", "then": "ends"}, {"choice": "zelfde"}])
def test_what_people_rewrote_since_stays(table: Risks, corrected: dict[str, str]) -> None:
    table.look(FALL, **{**NEW, "measures": "Een mat."})
    table.finish()
    risk = next(one for one in table.workspace.plans.plan(table.plan_id).risks if one.what == NOW[0])
    table.workspace.plans.save_risk(risk, replace(risk, measures="Samen herschreven."))
    before = table.risks()
    table.correct(f"risicos_opnieuw/{table.ids[FALL]}", corrected)
    assert table.risks() == before


def test_words_that_are_not_for_somebody_in_the_report_are_not_for_them_in_the_plan(table: Risks) -> None:
    els, _ = table.workspace.clients.add_person(PersonView(given_name="Els"))
    key = f"risicos_opnieuw/{table.ids[FALL]}"
    table.workspace.clients.restrict("answer", f"{table.report}:{key}", [els], "Op verzoek van Noor.")
    table.look(FALL, **NEW)
    table.look(FIRE, choice="zelfde", again="2026-09-01")
    table.finish()
    marks = table.workspace.plans.plan(table.plan_id).restrictions
    assert [(one.target_kind, one.target_id, one.not_for) for one in marks] == [
        ("risk", table.ids[FALL], (els,))
    ]


def test_a_question_that_does_not_show_any_more_says_nothing(workspace: Workspace) -> None:
    table = Risks(workspace)
    table.report, _ = workspace.annexes.start(table.plan_id, "bespreking")
    table.say("soort", "halfjaar")
    table.look(FIRE, choice="weg", then="ends")
    assert f"Risico gaat uit het plan: {FIRE}" in table.effects()
    table.say("soort", "eerste")
    assert table.effects() == ()


def test_what_was_emptied_is_named_in_the_report(table: Risks) -> None:
    """The plan loses it, so whoever reads the report has to see that."""
    plans = table.workspace.plans
    risk = next(one for one in plans.plan(table.plan_id).risks if one.what == FALL)
    plans.save_risk(risk, replace(risk, signs="Zij wankelt.", likelihood="hoog", who_function="mentor"))
    table.look(FALL, choice="anders", then="changes", what=FALL, impact="laag", again="2026-09-01")
    table.finish()
    text = text_of(table.workspace.prints.render(PrintRequest(table.report, Edition.PROFESSIONAL)).pdf)
    for part in ("Je merkt het aan", "Wat we doen", "Kans", "Wie let hierop"):
        assert f"{part}: staat er niet meer bij" in text
    assert "Gevolg: laag" in text
