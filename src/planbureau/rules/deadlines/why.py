"""The explanation of a deadline in full Dutch sentences: why this date."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from planbureau.rules import dates, dutch
from planbureau.rules.deadlines.catalogue import RULES
from planbureau.rules.deadlines.deviations import Applied
from planbureau.rules.deadlines.interval import Interval
from planbureau.rules.deadlines.kinds import Direction, Shape, Unit
from planbureau.rules.deadlines.occurrence import Occurrence
from planbureau.rules.deadlines.rule import DeadlineRule, Special
from planbureau.rules.deadlines.triggers import trigger_label
from planbureau.rules.mark import Mark

_OWN = "Dit is een afspraak van de organisatie, geen wet."
LAST_TIME = "Vorige keer"
"""What a term of a series counts from, once it was done."""
_MOVES = "Een termijn uit de wet eindigt niet op een vrije dag (Algemene termijnenwet 1)."
_MOVES_TOO = "Op een vrije dag eindigt deze termijn niet, net als een termijn uit de wet."
_STAYS = "Een vrije dag maakt dit maximum niet langer."


def explain(rule: DeadlineRule, one: Occurrence, applied: Applied | None) -> str:
    """How the dates of this term came about, who made the rule, and what was decided otherwise."""
    standing = _standing(rule.id, one.amount, agreed=one.agreed)
    parts = [_counting(rule, one), _begin(rule, one), one.why or _free_day(rule, one), standing]
    if applied is not None:
        parts.append(_deviation(one, applied))
    return " ".join(part for part in parts if part)


def _counting(rule: DeadlineRule, one: Occurrence) -> str:
    law = f" ({rule.source})"
    if one.anchor is None or one.term is None or one.last is None:
        return f"De termijn begint zodra deze datum is ingevuld: {trigger_label(one.trigger)}{law}."
    if one.agreed and not one.why:
        return f"Met elkaar is {dutch.long_date(one.term)} afgesproken{law}."
    interval = rule.interval
    if one.moment is not None:
        return _moment(one, law)
    if interval is not None and interval.unit is Unit.AGE_MONTHS and one.trigger == "geboortedatum":
        return _age(one, law)
    if rule.special is Special.KEEPING_LONGEST:
        return f"Het dossier blijft bewaard tot en met {dutch.long_date(one.last)}{law}."
    if rule.special is Special.AFTER_TERM:
        return f"De tijd van de gemeente is dan voorbij, dus het kan vanaf {dutch.long_date(one.last)}{law}."
    if interval is None or one.amount == 0:
        return _same_day(one, law)
    return _counted(rule, interval, one, law)


def _counted(rule: DeadlineRule, interval: Interval, one: Occurrence, law: str) -> str:
    anchor, term, last = one.anchor, one.term, one.last
    if anchor is None or term is None or last is None:
        return ""
    word = "voor" if interval.direction is Direction.BACKWARD else "na"
    start = f"{dutch.sentence(interval.words(one.amount))} {word} {dutch.long_date(anchor)}"
    until = {Shape.DUE: "dus uiterlijk", Shape.WINDOW: "dus tot en met", Shape.OPENS: "dus vanaf"}[rule.shape]
    if term != last:
        name = dates.holiday_name(term) or dutch.long_date(term)
        return f"{start} is {name}, {until} {dutch.long_date(last)}{law}."
    if one.rhythm_from is not None and not one.why:
        first = dutch.long_date(one.rhythm_from)
        rhythm = f"Het vaste ritme is {interval.words(one.amount)}, vanaf {first}"
        return f"{rhythm}: de volgende keer is {dutch.long_date(last)}{law}."
    if one.why:
        return f"De termijn loopt tot en met {dutch.long_date(last)}{law}."
    if rule.shape is Shape.WINDOW:
        return f"{start} is {dutch.long_date(last)}. Tot en met die dag is er tijd{law}."
    if interval.unit is Unit.KEEPING_YEARS:
        return f"{start} is {dutch.long_date(last)}. Zo lang blijft het dossier bewaard{law}."
    return f"{start} is {dutch.long_date(last)}. Dat is de laatste dag{law}."


def _age(one: Occurrence, law: str) -> str:
    if one.anchor is None or one.term is None:
        return ""
    years, rest = divmod(one.amount, 12)
    age = f"{years} jaar" if not rest else f"{years} jaar en {dutch.months_words(rest)}"
    born, reached = dutch.plain_date(one.anchor), dutch.long_date(one.term)
    text = f"Geboren op {born}, dus {age} op {reached}{law}."
    if not rest and one.anchor.month == 2 and one.anchor.day == 29 and one.term.day != 29:
        text += f" Een schrikkeldagkind is in een gewoon jaar jarig op {one.term.day} "
        text += "maart." if one.term.month == 3 else "februari."
    return text


def _same_day(one: Occurrence, law: str) -> str:
    if one.anchor is None or one.last is None:
        return ""
    day = f"{trigger_label(one.trigger)}: {dutch.long_date(one.anchor)}. Te doen op dezelfde dag"
    until = "" if one.last == one.anchor else f", en uiterlijk {dutch.long_date(one.last)}"
    return f"{day}{until}{law}."


def _begin(rule: DeadlineRule, one: Occurrence) -> str:
    """What happened on the day from which the term counts, where the sentence before names a day only."""
    interval = rule.interval
    told = interval is None or one.amount == 0 or one.moment is not None or bool(one.why) or one.agreed
    if told or one.anchor is None or one.trigger == "geboortedatum":
        return ""
    if rule.special in (Special.AFTER_TERM, Special.KEEPING_LONGEST):
        return ""
    label = LAST_TIME if one.again and one.rhythm_from is None else trigger_label(one.trigger)
    if one.trigger == "einddatum_beschikking":
        label = "Einde van de beschikking"  # the question reads as the beginning of a date
    back = interval is not None and interval.direction is Direction.BACKWARD
    return f"{'Teruggeteld' if back else 'Geteld'} vanaf: {dutch.inside(label)}."


def _free_day(rule: DeadlineRule, one: Occurrence) -> str:
    """Why the last day did or did not move away from a weekend or holiday (T6, T7)."""
    if one.term is None or one.agreed:
        return ""
    if rule.atw and one.term != one.last:
        return _MOVES if rule.mark is Mark.LAW else _MOVES_TOO
    stays = rule.agreed_end and one.term == one.last and not dates.is_working_day(one.term)
    return _STAYS if stays else ""


def _moment(one: Occurrence, law: str) -> str:
    if one.moment is None:
        return ""
    return f"{one.amount} uur na het besluit is {dutch.moment_words(one.moment)}{law}."


@lru_cache(maxsize=512)
def _standing(rule_id: str, amount: int, *, agreed: bool) -> str:
    """Who made the rule, when it is not simply the law; a day that was agreed does not hang on the number."""
    rule = RULES[rule_id]
    own = rule.interval is not None and amount not in {0, rule.interval.amount}
    if rule.why_extra:
        return rule.why_extra
    if rule.mark is Mark.OWN and rule.source.startswith("Afspraak van"):
        return "Dit is geen wet."
    if rule.mark is Mark.OWN:
        return "Dit is een afspraak, geen wet." if agreed else _OWN
    if rule.mark is Mark.UNCONFIRMED:
        return "Voor deze termijn is geen wet of richtlijn gevonden."
    length = dutch.sentence(rule.interval.words(amount)) if rule.interval and amount and not agreed else ""
    if rule.number_mark is Mark.OWN:
        chosen = f" {length} is een afspraak van de organisatie." if length else ""
        if rule.mark is Mark.LAW:
            return f"De wet noemt hier geen vast aantal.{chosen}"
        return f"Het is een richtlijn, geen wet.{chosen}"
    if rule.mark is Mark.GUIDANCE:
        return "Dit is een richtlijn, geen wet."
    if own and rule.interval is not None and rule.interval.unit is not Unit.AGE_MONTHS:
        return f"De wet noemt {rule.interval.words(rule.interval.amount)}; de organisatie is hier strenger."
    return ""


def _deviation(one: Occurrence, applied: Applied) -> str:
    reason = applied.deviation.reason.strip().rstrip(".")
    if applied.falls_away:
        return f"Er is besloten dat deze termijn vervalt. Reden: {reason}."
    if applied.deviation.told_gives_up_right and applied.new_date == one.last:
        return f"De cliënt ziet af van vaker evalueren. Reden: {reason}."
    if applied.new_date is None:
        return ""
    return f"Afgesproken is {_until(applied.new_date)}. Reden: {reason}."


def _until(day: date) -> str:
    return f"uiterlijk {dutch.long_date(day)}"
