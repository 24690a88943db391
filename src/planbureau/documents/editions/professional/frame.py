"""Under which law the plan stands, what applies, the dates that count, and every term with its why."""

from __future__ import annotations

from datetime import date, timedelta

from planbureau.documents.blocks import Block, Column, Heading, KeyValues, Pair, Paragraph, Table, TextStyle
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.professional.together import labels_kept
from planbureau.formats.frame import FRAME_ID
from planbureau.rules.deadlines import Deadline
from planbureau.rules.deadlines.kinds import Status
from planbureau.rules.deadlines.triggers import trigger_label
from planbureau.rules.dutch import long_date, plain_date
from planbureau.rules.people.names import join_names
from planbureau.rules.regime import Regime

_HORIZON = timedelta(days=2 * 366)
"""What lies further away (a child that comes of age in ten years) belongs in the calendar, not on paper."""
_SHOWN = frozenset({*(one for one in Status if one.is_open), Status.DEVIATED})


def frame_blocks(paper: Paper) -> list[Block]:
    """The legal frame and the terms; nothing when neither is known. Those of an annex stand in its plan."""
    if paper.is_annex or FRAME_ID in paper.redacted.hidden_questions:
        return []
    inside = [*_frame(paper), *_terms(paper)]
    head = Heading(1, "Kader en datums", paper.picture("kalender"))
    return labels_kept([head, *inside]) if inside else []


def _frame(paper: Paper) -> list[Block]:
    view = paper.view
    regimes = {one.value: one.label for one in Regime}
    flags = {one.id: one.label for one in view.format.flag_details}
    pairs = [
        Pair("Wet", join_names([regimes.get(one, one) for one in view.regimes])),
        Pair("Wat er verder geldt", "\n".join(flags.get(one, one) for one in view.flags)),
        *(
            Pair(trigger_label(name), plain_date(day))
            for name, day in sorted(view.triggers.items(), key=_in_time)
        ),
    ]
    filled = tuple(pair for pair in pairs if pair.value)
    return [KeyValues(filled)] if filled else []


def _in_time(trigger: tuple[str, date]) -> tuple[date, str]:
    name, day = trigger
    return day, name


def _terms(paper: Paper) -> list[Block]:
    rows = tuple(_row(one) for one in _wanted(paper) if one.last_date is not None)
    if not rows:
        return []
    columns = (Column("Uiterlijk", 1.0), Column("Wat", 1.2), Column("Waarom deze datum", 2.4))
    return [Paragraph("Wanneer wat klaar is", TextStyle.LABEL), Table(columns, rows, row_headers=True)]


def _wanted(paper: Paper) -> list[Deadline]:
    """The terms that this plan type names and that still ask something of somebody."""
    named = frozenset(paper.view.format.deadlines)
    horizon = paper.context.today + _HORIZON
    found = [
        one
        for one in paper.view.deadlines
        if one.rule_id in named and one.status in _SHOWN and (one.last_date or horizon) <= horizon
    ]
    return sorted(found, key=lambda one: (one.last_date is None, one.last_date, one.title))


def _row(one: Deadline) -> tuple[str, str, str]:
    day = long_date(one.last_date) if one.last_date else ""
    about = f"{one.title} ({one.about})" if one.about else one.title
    return day, about, one.why
