"""The ready-made goals of the organisation, and how goals were worded before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from planbureau.changes import Changes
from planbureau.errors import InvalidInputError, NotFoundError
from planbureau.formats.goals import GoalLibrary, ReadyGoal
from planbureau.formats.model import Access
from planbureau.model.reading import own_goals as reading
from planbureau.model.reading import people as people_reading
from planbureau.model.reading import plans as plan_reading
from planbureau.model.rows import OrganisationRow, ReadyGoalRow
from planbureau.model.unit_of_work import UnitOfWork
from planbureau.rules.goals.wording import NAME, lower_words, possible_names, stripped, to_template, words_of
from planbureau.rules.people.names import fill, template_errors
from planbureau.services.context import Context
from planbureau.views import EarlierWording, GoalWording, LibraryGoal

FIRST_OWN = 101
"""Numbers below it belong to goals that come with the program, also later ones."""
_LEAST, _MOST, _SHOWN = 3, 400, 20
_WORDS = 20
"""A whole page that is pasted into the search is looked for by its first words."""
_KEPT = "Er is nog niets bewaard; je tekst staat er nog."


class OwnGoals:
    """`services.api.OwnGoalService` on the vault."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._nobody: frozenset[str] | None = None  # words of the program itself, that name nobody

    def all(self) -> tuple[LibraryGoal, ...]:
        library, shipped = self._context.goal_library, self._context.shipped_goals
        came = {goal.code for goal in shipped.goals}
        with self._context.reading() as session:
            hidden = set(people_reading.organisation(session).hidden_goals)
        latest = {goal.code: goal for goal in library.former if goal.code in hidden}
        return tuple(
            LibraryGoal(goal, goal.code in hidden, goal.code in came)
            for area in library.areas
            for goal in sorted(
                (*area.goals, *(one for one in latest.values() if one.area == area.code)),
                key=lambda one: int(one.code.rpartition("-")[2]),
            )
        )

    def add(self, area: str, wording: GoalWording, *, confirmed: bool) -> tuple[str, Changes]:
        with self._context.writing() as work:
            self._context.shipped_goals.area(area)
            _require(wording, confirmed=confirmed)
            code = reading.next_code(work.session, area, FIRST_OWN)
            _write(work, code, area, 1, wording)
        return code, work.changes

    def reword(self, code: str, wording: GoalWording, *, confirmed: bool) -> Changes:
        goal = _of(self._context.goal_library, code)
        with self._context.writing() as work:
            _require(wording, confirmed=confirmed)
            version = reading.next_version(work.session, code, self._context.shipped_goals)
            _write(work, code, goal.area, version, wording)
        return work.changes

    def hide(self, code: str, *, hidden: bool = True) -> Changes:
        _of(self._context.goal_library, code)
        with self._context.writing() as work:
            view = people_reading.organisation(work.session)
            codes = [one for one in view.hidden_goals if one != code] + ([code] if hidden else [])
            work.change(work.get(OrganisationRow, view.id), {"hidden_goals": codes})
        return work.changes

    def from_goal(self, goal_id: str) -> GoalWording:
        with self._context.reading() as session:
            goal = plan_reading.goal(session, goal_id)
            people = people_reading.persons(session, goal.for_whom)
            every = reading.known_names(session)
        names = [person.short_name for person in people.values()]
        common = self._common(())
        sentence, easy = (
            stripped(to_template(text, names), every, common) for text in (goal.sentence, goal.easy_text)
        )
        return GoalWording(sentence, easy, goal.pictograms)

    def names_in(self, wording: GoalWording) -> tuple[str, ...]:
        with self._context.reading() as session:
            every = reading.known_names(session)
        common = self._common(())
        found = (possible_names(text, every, common) for text in (wording.sentence, wording.easy_text))
        return tuple(dict.fromkeys(word for words in found for word in words))

    def worded_before(self, query: str) -> tuple[EarlierWording, ...]:
        words = tuple(dict.fromkeys(query.casefold().split()))[:_WORDS]
        if self._context.visiting or self._context.client_writes or len("".join(words)) < _LEAST:
            return ()
        formats = self._context.formats.all()
        shown = [one.id for one in formats if one.access is Access.TEAM]
        with self._context.reading() as session:
            every = reading.known_names(session)
            found = tuple(reading.sentences(session, words, shown, _MOST))
        common = self._common([sentence for sentence, _ in found])
        bare = ((stripped(sentence, every, common), area) for sentence, area in found)
        # A word that was taken out is not found either: a search for a name answers nothing.
        ready = self._ready_made()  # those stand in the list itself, to be ticked
        counted = Counter(
            one for one in bare if one[0] not in ready and all(word in one[0].casefold() for word in words)
        )
        return tuple(
            EarlierWording(sentence, area, times) for (sentence, area), times in counted.most_common(_SHOWN)
        )

    def _ready_made(self) -> frozenset[str]:
        """The sentences of the library as a goal has them, of one and of more people, without their names."""
        library = self._context.goal_library
        return frozenset(
            fill(goal.sentence, [NAME] * people).replace(f"{NAME} en {NAME}", NAME)
            for goal in (*library.goals, *library.former)
            for people in (1, 2)
        )

    def _common(self, more: Collection[str]) -> frozenset[str]:
        if self._nobody is None:
            goals = self._context.shipped_goals.goals
            texts = [text for goal in goals for text in (goal.sentence, goal.easy_text)]
            self._nobody = words_of([*texts, *(one.text for one in self._context.formats.all())])
        return self._nobody | lower_words(more)


def _require(wording: GoalWording, *, confirmed: bool) -> None:
    """Raises InvalidInputError when it cannot be filled in, or nobody looked whether a name is left."""
    for text in (wording.sentence, wording.easy_text):
        errors = template_errors(text)
        if errors:
            raise InvalidInputError(errors[0], _KEPT)
    if not confirmed:
        raise InvalidInputError("Kijk eerst na of er geen naam meer in staat, en bevestig dat.", _KEPT)


def _write(work: UnitOfWork, code: str, area: str, version: int, wording: GoalWording) -> None:
    work.create(
        ReadyGoalRow,
        {
            "code": code,
            "area": area,
            "version": version,
            "sentence": wording.sentence.strip(),
            "easy_text": wording.easy_text.strip(),
            "pictograms": list(wording.pictograms),
        },
    )


def _of(library: GoalLibrary, code: str) -> ReadyGoal:
    for goal in (*library.goals, *library.former):
        if goal.code == code:
            return goal
    raise NotFoundError(f"Het kant-en-klare doel '{code}' bestaat niet.", "Kies een ander doel.")
