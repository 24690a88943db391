"""How firm the source of a question stands: each part of it under law, guidance, own choice or not confirmed.

A plan type names its sources in one text, with a semicolon between them (rules part 0).
"""

from __future__ import annotations

import re

from planbureau.rules.mark import Mark

_LAWS = re.compile(
    r"(Jeugdwet|Wlz|Wmo|Wzd|Zvw|BW|Wgbo|Wabvpz|Wkkgz|AVG|UAVG|Algemene termijnenwet"
    r"|Besluit (Jeugdwet|langdurige zorg|verplichte meldcode))\b"
)
_OWN = re.compile(r"eigen (keuze|indeling|werkwijze)\b", re.IGNORECASE)
_UNCONFIRMED = re.compile(r"niet (nagekeken|bevestigd)|onbevestigd", re.IGNORECASE)
_BETWEEN = re.compile(r";\s*(?![^()]*\))")
NO_SOURCE = "Bron: eigen keuze"
"""What stands at a question that gives a reason and names no source."""


def source_lines(source: str) -> tuple[str, ...]:
    """The source as lines, one for each mark, the firmest first: "Bron (wet): Wlz 8.1.1 lid 6"."""
    found: dict[Mark, list[str]] = {mark: [] for mark in Mark}
    for part in filter(None, (one.strip() for one in _BETWEEN.split(source))):
        found[mark_of(part)].append(part)
    return tuple(
        f"Bron ({mark.label}): {'; '.join(parts)}" if mark is not Mark.OWN else f"Bron: {'; '.join(parts)}"
        for mark, parts in found.items()
        if parts
    )


def mark_of(part: str) -> Mark:
    """The mark of one source by its words; what is no law and not our own is guidance."""
    if _UNCONFIRMED.search(part):
        return Mark.UNCONFIRMED
    if _OWN.match(part):
        return Mark.OWN
    return Mark.LAW if _LAWS.match(part) else Mark.GUIDANCE
