"""The library of ready-made goals: ten result areas with goals in which names are filled in.

The sentences are templates that `rules.people.names.fill` completes. A code keeps its meaning for ever,
because plans refer to it; a goal of one's own has a code such as "EIG-1".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from planbureau import resources
from planbureau.errors import FormatError, NotFoundError

from .problems import Place, Problems
from .reading import TableReader
from .tree import Table, read_toml

OWN_GOAL = "EIG"
"""The code of a goal that somebody made up: "EIG-1", "EIG-2", ...; possible in every area."""

_AREA_CODE = re.compile(r"[A-Z]{3}")
_FILE_KEYS = frozenset({"version", "source", "area"})
_AREA_KEYS = frozenset({"code", "title", "easy_title", "pictogram", "goals"})
_GOAL_KEYS = frozenset({"code", "text", "easy", "pictogram", "of"})
_OF_PARENT = "ouder"


@dataclass(frozen=True)
class ReadyGoal:
    """A ready-made goal; `sentence` and `easy_text` are templates with {naam} and {voelt/voelen}."""

    code: str
    area: str
    sentence: str
    easy_text: str
    pictogram: str
    more_pictograms: tuple[str, ...] = ()
    version: int = 1  # another wording of the same meaning is the next version
    own: bool = False  # the wording is the organisation's own
    of_parent: bool = False  # its name is that of a parent, also when people think of a child

    @property
    def pictograms(self) -> tuple[str, ...]:
        """All its pictograms."""
        return tuple(one for one in (self.pictogram, *self.more_pictograms) if one)


@dataclass(frozen=True)
class ResultArea:
    """A result area of the goal matrix ("resultaatgebied")."""

    code: str
    title: str
    easy_title: str
    pictogram: str
    goals: tuple[ReadyGoal, ...]


@dataclass(frozen=True)
class GoalLibrary:
    """All areas with their goals, in the order of the matrix."""

    areas: tuple[ResultArea, ...]
    version: int = 1
    source: str = ""
    former: tuple[ReadyGoal, ...] = ()  # hidden goals and earlier wordings: to recognise, not to choose

    @property
    def goals(self) -> tuple[ReadyGoal, ...]:
        """Every goal, area by area."""
        return tuple(goal for area in self.areas for goal in area.goals)

    def area(self, code: str) -> ResultArea:
        """The area with this code ("VEI"), or that of a goal ("VEI-1"). Raises NotFoundError."""
        for area in self.areas:
            if area.code == code.split("-", 1)[0]:
                return area
        raise NotFoundError(f"Het resultaatgebied '{code}' bestaat niet.", "Kies een ander gebied.")

    def goal(self, code: str) -> ReadyGoal:
        """The goal with this code. Raises NotFoundError."""
        for goal in self.goals:
            if goal.code == code:
                return goal
        raise NotFoundError(f"Het kant-en-klare doel '{code}' bestaat niet.", "Maak een eigen doel.")


def with_own(library: GoalLibrary, own: Iterable[ReadyGoal], hidden: Collection[str]) -> GoalLibrary:
    """The library with the organisation's own goals and wordings, and without what it hides.

    Of each code the highest version counts; what it replaces, and what is hidden, stays in `former`.
    """
    known = {goal.code: [goal] for goal in library.goals}
    for goal in sorted(own, key=lambda one: one.version):
        meant = known.get(goal.code)  # another wording of the same meaning is of the same people
        known.setdefault(goal.code, []).append(replace(goal, of_parent=meant[0].of_parent) if meant else goal)
    former = [goal for versions in known.values() for goal in versions[:-1]]
    former += [versions[-1] for code, versions in known.items() if code in hidden]
    areas = tuple(
        replace(
            area,
            goals=tuple(
                versions[-1]
                for code, versions in known.items()
                if versions[-1].area == area.code and code not in hidden
            ),
        )
        for area in library.areas
    )
    return replace(library, areas=areas, former=tuple(former))


def load_goals(path: Path | None = None) -> GoalLibrary:
    """The goals in this file; without a path the shipped ones.

    Raises FormatError, naming file, line and what is expected.
    """
    path = path or resources.path("goals.toml")
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FormatError(
            f"Het bestand met doelen ({path.name}) is niet te lezen.", "Zet het bestand terug als UTF-8."
        ) from error
    return parse_goals(text, path.name)


def parse_goals(text: str, name: str) -> GoalLibrary:
    """The goals in this TOML text. Raises FormatError."""
    problems = Problems()
    document = read_toml(text, name, problems)
    library = GoalLibrary(())
    if document is not None:
        reader = TableReader(document, _FILE_KEYS, problems, "een bestand met doelen")
        areas = tuple(_area(table, problems) for table in reader.tables("area"))
        if not areas:
            reader.fault("area", "een bestand met doelen heeft minstens één [[area]] nodig.")
        library = GoalLibrary(areas, reader.number("version", 1, least=1), reader.text("source"))
        _unique([(area.code, document.place) for area in areas], problems)
        _unique([(goal.code, document.place) for goal in library.goals], problems)
    problems.raise_any()
    return library


def _area(table: Table, problems: Problems) -> ResultArea:
    reader = TableReader(table, _AREA_KEYS, problems, "een [[area]]")
    code = reader.text("code", required=True)
    if code and (not _AREA_CODE.fullmatch(code) or code == OWN_GOAL):
        reader.fault("code", f"'{code}' kan geen code zijn. Gebruik drie hoofdletters, maar niet {OWN_GOAL}.")
    return ResultArea(
        code=code,
        title=reader.text("title", required=True),
        easy_title=reader.text("easy_title", required=True),
        pictogram=reader.text("pictogram", required=True),
        goals=tuple(_goal(part, code, problems) for part in reader.tables("goals")),
    )


def _goal(table: Table, area: str, problems: Problems) -> ReadyGoal:
    reader = TableReader(table, _GOAL_KEYS, problems, "een doel")
    code = reader.text("code", required=True)
    if code and not re.fullmatch(rf"{re.escape(area)}-[1-9]\d*", code):
        reader.fault("code", f"'{code}' hoort niet bij dit gebied. Gebruik {area}- met een getal.")
    goal = ReadyGoal(
        code=code,
        area=area,
        sentence=reader.text("text", required=True),
        easy_text=reader.text("easy", required=True),
        pictogram=reader.text("pictogram", required=True),
        of_parent=reader.text("of") == _OF_PARENT,
    )
    if reader.text("of") not in ("", _OF_PARENT):
        reader.fault("of", f"dit is '{_OF_PARENT}', of het staat er niet.")
    for key, template in (("text", goal.sentence), ("easy", goal.easy_text)):
        if template.count("{") != template.count("}"):
            reader.fault(key, "een accolade is niet gesloten. Gebruik {naam} of {voelt/voelen}.")
    return goal


def _unique(codes: list[tuple[str, Place]], problems: Problems) -> None:
    seen: set[str] = set()
    for code, place in codes:
        if code and code in seen:
            problems.add(place, "code", f"de code '{code}' komt twee keer voor. Een code is van één doel.")
        seen.add(code)


def next_own_code(codes: Iterable[str]) -> str:
    """The code for one more goal of one's own in a plan that has goals with these codes ("EIG-2")."""
    used = [code.partition("-")[2] for code in codes if code.startswith(OWN_GOAL)]
    return f"{OWN_GOAL}-{max((int(part) for part in used if part.isdigit()), default=0) + 1}"
