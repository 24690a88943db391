"""The plan types that can be used, and what is wrong with the files of those that cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from planbureau.errors import NotFoundError

from .model import PlanFormat
from .problems import FormatProblem


@dataclass(frozen=True)
class FormatLibrary:
    """Every version of every plan type that was read. A broken file stands in `problems` alone."""

    formats: tuple[PlanFormat, ...]
    problems: tuple[FormatProblem, ...]
    reader: Callable[[str, str], PlanFormat] = field(repr=False, compare=False)
    paths: Mapping[tuple[str, int], Path] = field(default_factory=dict, repr=False, compare=False)
    """The file of each id and version that came from one."""

    def get(self, format_id: str, version: int | None = None) -> PlanFormat:
        """A plan type, the newest version unless one is named. Raises NotFoundError."""
        fitting = [plan for plan in self.formats if plan.id == format_id and version in {None, plan.version}]
        if not fitting:
            which = f"'{format_id}'" if version is None else f"'{format_id}', versie {version},"
            raise NotFoundError(
                f"Het plantype {which} is er niet.",
                "Plannen van dit type blijven bewaard. Zet het bestand van dit plantype terug.",
            )
        return max(fitting, key=lambda plan: plan.version)

    def has(self, format_id: str, version: int) -> bool:
        """Whether this version of a plan type can be used."""
        return any(plan.id == format_id and plan.version == version for plan in self.formats)

    def family(self, format_id: str) -> str:
        """The id that rules go by for plans of this type: an own copy follows its base."""
        return next((plan.family for plan in self.formats if plan.id == format_id), format_id)

    def private(self, format_id: str) -> bool:
        """Whether what stands in plans of this type stays in them; so it does when the type is not there."""
        found = [plan for plan in self.formats if plan.id == format_id]
        return not found or any(plan.private for plan in found)

    def all(self) -> tuple[PlanFormat, ...]:
        """The newest version of each plan type, in the order of their titles; annexes are none."""
        return self._newest(annexes=False)

    def annexes(self) -> tuple[PlanFormat, ...]:
        """The newest version of each annex, in the order of their titles."""
        return self._newest(annexes=True)

    def _newest(self, *, annexes: bool) -> tuple[PlanFormat, ...]:
        wanted = [plan for plan in self.formats if (plan.annex is not None) is annexes]
        newest = {plan.id: plan for plan in sorted(wanted, key=lambda plan: plan.version)}
        return tuple(sorted(newest.values(), key=lambda plan: plan.title.casefold()))

    def parse(self, text: str, name: str) -> PlanFormat:
        """The plan type in this text: a file of one's own, or the text that an adopted version kept.

        Raises FormatError.
        """
        return self.reader(text, name)
