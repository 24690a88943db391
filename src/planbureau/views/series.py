"""What was seen of a goal over time, laid out for a picture: days as shares of the width, nothing drawn yet.

Voices stay apart and nothing is averaged, not over people and not over clients (rules D4).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from planbureau.rules.dates import add_months
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.goals.gas import SCORES, WORSE_THAN_START, signed
from planbureau.rules.goals.looks import Noticed, Voice
from planbureau.views.goals import GoalView
from planbureau.views.looks import LookView

FELT = "Wat de cliënt vindt"
"""The widest word before a picture. All leave room for it, so that the same days stand below each other."""
SHAPES = 8
"""Full round, open square, open triangle, full diamond; then each of them open or full the other way."""
CORNERS: tuple[tuple[tuple[float, float], ...], ...] = (
    (),
    ((-1, 1), (1, 1), (1, -1), (-1, -1)),
    ((0, 1.3), (1.2, -0.9), (-1.2, -0.9)),
    ((0, 1.3), (1.3, 0), (0, -1.3), (-1.3, 0)),
)
"""The corners of a shape around its middle, upwards positive; none is a round."""
DASHES: tuple[tuple[float, ...], ...] = ((), (1.5, 2.0), (5.0, 2.0), (7.0, 2.0, 1.5, 2.0))
"""The dashes of the line of a shape, in points."""
_FULL = frozenset({0, 3, 5, 6})
_MOST_TICKS = 7
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_SIGNS = {Noticed.YES.value: "+", Noticed.NO.value: "-", Noticed.UNKNOWN.value: "?"}


@dataclass(frozen=True)
class ScorePoint:
    """A score at `at` (0 to 1) of the width; points with the same `scale` belong to one line."""

    at: float
    score: int
    scale: str


@dataclass(frozen=True)
class ScoreLine:
    """What one voice says, in time. `shape` is 0 to 7: how its points look, so that no colour is needed."""

    word: str
    shape: int
    points: tuple[ScorePoint, ...]


@dataclass(frozen=True)
class StripMark:
    """Something at one day in a strip: `share` is how high it reaches, 0 for a sign alone."""

    at: float
    share: float
    says: str


@dataclass(frozen=True)
class Strip:
    """A row of marks below the scores: how the client feels, or what was noticed."""

    word: str
    marks: tuple[StripMark, ...]


@dataclass(frozen=True)
class GoalPicture:
    """A goal over time. `said` replaces the picture in words, `rows` is the same as a table."""

    goal_id: str
    title: str
    scores: tuple[int, ...]
    lines: tuple[ScoreLine, ...]
    new_scales: tuple[float, ...]
    strips: tuple[Strip, ...]
    ticks: tuple[tuple[float, str], ...]
    said: str
    rows: tuple[tuple[str, str, str, str], ...]


COLUMNS = ("Wanneer", "Wie", "Wat", "Opmerking")
"""The heads of `GoalPicture.rows`."""

Named = Callable[[str], str]


def is_full(shape: int) -> bool:
    """Whether the points of a shape are filled."""
    return shape in _FULL


def span_of(looks: Iterable[LookView]) -> tuple[date, date] | None:
    """The first and last day on which people looked; None when nobody did."""
    days = [look.on for look in looks if not look.replaced_by]
    return (min(days), max(days)) if days else None


def picture_of(
    goal: GoalView, looks: Iterable[LookView], named: Named, span: tuple[date, date] | None = None
) -> GoalPicture | None:
    """The picture of one goal; None when there is nothing to see. Goals with one `span` share their time."""
    mine = [look for look in looks if look.goal_id == goal.id and not look.replaced_by]
    found = span or span_of(mine)
    if not mine or found is None:
        return None
    first, last = found
    days = max((last - first).days, 1)

    def at(day: date) -> float:
        return (day - first).days / days if first != last else 0.5

    scored = [look for look in mine if look.score is not None]
    return GoalPicture(
        goal.id,
        f"Doel {goal.number}. {goal.sentence.strip() or 'nog zonder zin'}",
        _scores(goal, scored),
        tuple(_lines(scored, at, named)),
        tuple(_new_scales(scored, at)),
        tuple(_strips(mine, at)),
        _ticks(first, last, at),
        _said(goal, mine),
        tuple(_row(goal, look, named) for look in mine),
    )


def _scores(goal: GoalView, scored: Sequence[LookView]) -> tuple[int, ...]:
    if not scored:
        return ()
    worse = any(scale.with_worse for scale in goal.scales) or any(
        look.score == WORSE_THAN_START for look in scored
    )
    return (WORSE_THAN_START, *SCORES) if worse else SCORES


def _lines(scored: Sequence[LookView], at: Callable[[date], float], named: Named) -> Iterable[ScoreLine]:
    found: dict[tuple[str, str], list[ScorePoint]] = {}
    for look in scored:
        assert look.score is not None
        point = ScorePoint(at(look.on), look.score, look.scale_id)
        found.setdefault((look.voice, look.said_by), []).append(point)
    for number, ((voice, said_by), points) in enumerate(found.items()):
        name = named(said_by) if said_by else ""
        yield ScoreLine(sentence(name or Voice(voice).word), number % SHAPES, tuple(points))


def _new_scales(scored: Sequence[LookView], at: Callable[[date], float]) -> Iterable[float]:
    before = ""
    for look in scored:
        if before and look.scale_id != before:
            yield at(look.on)
        before = look.scale_id


def _strips(looks: Sequence[LookView], at: Callable[[date], float]) -> Iterable[Strip]:
    felt = tuple(
        StripMark(at(look.on), look.feeling.share, f"{look.feeling.value}/{look.feeling.of}")
        for look in looks
        if look.feeling is not None
    )
    if felt:
        yield Strip(FELT, felt)
    for word, name in (("Verandering", "change"), ("Zinvol", "meaningful")):
        marks = tuple(
            StripMark(at(look.on), 0.0, _SIGNS[getattr(look, name)])
            for look in looks
            if getattr(look, name) in _SIGNS
        )
        if marks:
            yield Strip(word, marks)


def _ticks(first: date, last: date, at: Callable[[date], float]) -> tuple[tuple[float, str], ...]:
    """The first days of months, not too many; for a short time the first and last day themselves."""
    if (last - first) < timedelta(days=62):
        ends = (first,) if first == last else (first, last)
        return tuple((at(day), f"{day.day} {_MONTHS[day.month - 1]}") for day in ends)
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((one for one in (1, 2, 3, 6, 12, 24, 60) if months / one <= _MOST_TICKS), 120)
    start = date(first.year, first.month, 1)
    days = [add_months(start, number) for number in range(step if first.day > 1 else 0, months + 1, step)]
    return tuple((at(day), _month(day)) for day in days if first <= day <= last)


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1]} {day.year}"


def _said(goal: GoalView, looks: Sequence[LookView]) -> str:
    """The picture in words, in the order of time."""
    parts = []
    for look in looks:
        what = _what(goal, look, short=True)
        if what:
            parts.append(f"{plain_date(look.on)}: {what}")
    return f"Doel {goal.number} in de tijd. " + "; ".join(parts) + "."


def _row(goal: GoalView, look: LookView, named: Named) -> tuple[str, str, str, str]:
    who = (named(look.said_by) if look.said_by else "") or Voice(look.voice).word
    about = [f"Volgende stap: {look.next_step}" if look.next_step else "", look.remark]
    return (
        plain_date(look.on), sentence(who), _what(goal, look), "\n".join(part for part in about if part),
    )  # fmt: skip


def _what(goal: GoalView, look: LookView, *, short: bool = False) -> str:
    parts = []
    if look.score is not None:
        scale = next((one for one in goal.scales if one.id == look.scale_id), None)
        text = scale.inside(look.score) if scale is not None and not short else ""
        parts.append(f"score {signed(look.score)} ({text})" if text else f"score {signed(look.score)}")
    if look.change in _SIGNS:
        parts.append(f"verandering: {Noticed(look.change).word}")
    if look.meaningful in _SIGNS:
        parts.append(f"zinvol: {Noticed(look.meaningful).word}")
    if look.feeling is not None:
        parts.append(f"de cliënt: {look.feeling.words}")
    return ", ".join(parts)
