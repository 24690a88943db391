"""Plan types of the organisation's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from planbureau.changes import Changes
    from planbureau.formats import FormatProblem
    from planbureau.formats.copy_draft import CopyDraft
    from planbureau.formats.model import PlanFormat
    from planbureau.views.formats import FormatRow


class FormatService(Protocol):
    """Plan types: those of the program, and those in the organisation's own folder."""

    def rows(self) -> tuple[FormatRow, ...]:
        """Every plan type that can be used, own ones first."""
        ...

    def problems(self) -> tuple[FormatProblem, ...]: ...

    def wrong_pictures(self) -> tuple[FormatProblem, ...]:
        """The pictograms in own files that lead nowhere; such a plan type works, with a hole on paper."""
        ...

    def offer(self, format_id: str, *, offered: bool) -> Changes:
        """Says whether new plans can be made with an own plan type; those that there are stay as they are.

        Raises InvalidInputError.
        """
        ...

    def remove(self, format_id: str) -> Changes:
        """Takes an own plan type away with all its versions; its files wait in a folder beside the others.

        Raises InvalidInputError when a plan was ever made with it.
        """
        ...

    def folder(self) -> Path:
        """The folder of own plan types, made when it was not there. Raises InvalidInputError."""
        ...

    def reload(self) -> Changes:
        """Reads the files again; a plan type that was put right can be used at once."""
        ...

    def suggested_id(self, title: str) -> str:
        """A free id for a copy with this title."""
        ...

    def copy(self, format_id: str, new_id: str, title: str) -> Changes:
        """Makes a file for a copy of the newest version. Raises InvalidInputError."""
        ...

    def new_version(self, format_id: str) -> Changes:
        """Copies the file of an own plan type as its next version; the old one stays.

        Raises InvalidInputError.
        """
        ...

    def draft(self, format_id: str) -> CopyDraft:
        """What an editor shows of a copy. Raises InvalidInputError when the file is no copy."""
        ...

    def base(self, format_id: str) -> PlanFormat:
        """The plan type that a copy is based on. Raises InvalidInputError, NotFoundError."""
        ...

    def save(self, format_id: str, before: CopyDraft, after: CopyDraft) -> tuple[int, Changes]:
        """Writes what was changed; the answer is the version that holds it.

        When there are plans of the present version, a next version is made and the present one stays.
        Raises FormatError when the result breaks a rule, InvalidInputError when the disk refuses; then
        nothing was changed.
        """
        ...
