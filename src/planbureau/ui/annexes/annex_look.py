"""How far an annex is, as words, tone and icon."""

from __future__ import annotations

from planbureau.rules.dutch import plain_date
from planbureau.ui.theme.tokens import Tone
from planbureau.views import AnnexRow


def look_of(row: AnnexRow) -> tuple[str, Tone, str]:
    """What was added to a finished annex is finished on its own."""
    if row.status == "active":
        return "afgesloten", Tone.OK, "circle-check"
    if row.status == "correcting":
        return "wordt verbeterd", Tone.INFO, "pen-line"
    if row.version:
        return "aanvulling nog niet afgesloten", Tone.INFO, "pen-line"
    if row.empty:
        return "nog leeg", Tone.IDLE, "circle-dashed"
    if row.needed:
        return f"nog nodig: {row.needed}", Tone.WARN, "pen-line"
    return "klaar om af te sluiten", Tone.INFO, "check-check"


def detail_of(row: AnnexRow) -> str:
    """The day that it is about, and when it was finished."""
    day = plain_date(row.day)
    if row.finished_on is None or row.finished_on == row.day:
        return day
    return f"{day} · afgesloten op {plain_date(row.finished_on)}"
