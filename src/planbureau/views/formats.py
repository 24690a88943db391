"""Plan types as Settings shows them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FormatRow:
    """One plan type, in its newest version."""

    id: str
    title: str
    version: int
    versions: tuple[int, ...]  # all that can be read, the oldest first
    own: bool  # of the organisation, not shipped
    file: str  # the name of its file, without folder
    source: str
    base: str  # the id of the plan type that it is based on, "" when none
    base_title: str
    base_version: int
    plans: int  # how many plans were made with any version of it
    plans_now: int  # how many were made with this version
    offered: bool = True  # whether new plans can be made with it
