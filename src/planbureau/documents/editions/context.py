"""What an edition needs beside the plan itself, and what it gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from planbureau.documents.blocks import Document
from planbureau.formats.goals import GoalLibrary
from planbureau.views import ConsentView, OrganisationView


@dataclass(frozen=True)
class EditionContext:
    """The circumstances of one print.

    `audience` are the person ids of who will read the copy; empty is the file itself. `meeting` holds the
    stored fields of the talk in which an adopted version was adopted, and is empty for a concept.
    `photo` is the picture of the client (bytes of a PNG or JPEG), or empty; it prints only when its
    readers may see it. `pictogram_name` gives the Dutch name of a pictogram, and "" when no set on this
    device has it. `picture` gives the bytes of a drawing or photo by its SHA-256, and nothing when it is no
    picture that can be printed. `asked` are those who are asked to agree (`services.consent.expected`): the
    rules of B2 are applied in one place, and a print only gives them a line to sign on. `nobody_needed` is
    whether nobody's agreement is needed, as within a measure (B2, rows 8 and 15).
    `part` is what cards are asked of (`rules.talk.deck`), and `pick` gives the
    pictogram that fits some words.
    """

    today: date
    audience: frozenset[str]
    organisation: OrganisationView
    goal_library: GoalLibrary
    pictogram_name: Callable[[str], str]
    asked: tuple[ConsentView, ...] = ()
    nobody_needed: bool = False
    meeting: Mapping[str, object] = field(default_factory=dict)
    photo: bytes = field(default=b"", repr=False)
    picture: Callable[[str], bytes] = lambda _: b""
    part: str = ""
    pick: Callable[[str], str] = lambda _: ""


@dataclass(frozen=True)
class Edited:
    """A finished edition, and whether something was left out of it for these readers."""

    document: Document
    left_out: bool
