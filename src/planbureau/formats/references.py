"""Whether everything that a format names exists: questions, domain sets, flags, rules, checks."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .build_annex import check_annex, own_sections
from .frame import FRAME_ID
from .model import (
    All,
    AnswerIs,
    AnyOf,
    Condition,
    Filled,
    Flag,
    Not,
    PlanFormat,
    Question,
    QuestionKind,
    UnderRegime,
)
from .problems import Place, Problems, nearest
from .tree import Table
from .vocabulary import BEGINS_EFFECT, DONE_EFFECT, ENDS_EFFECT, TRIGGER_BIND

_TEXT_ANSWERS = frozenset({QuestionKind.SHORT_TEXT, QuestionKind.LONG_TEXT, QuestionKind.DATE})


@dataclass(frozen=True)
class KnownNames:
    """The names of rules, checks and trigger dates that exist; None does not look.

    `kept` is for a format that was written out before: its blocks may speak of flags that it does not have.
    """

    rules: frozenset[str] | None = None
    checks: frozenset[str] | None = None
    triggers: frozenset[str] | None = None
    kept: bool = False


def check_references(plan: PlanFormat, document: Table, names: KnownNames, problems: Problems) -> None:
    """Notes every name in `plan` that leads nowhere; `document` tells where it stands."""
    _Checker(plan, document, names, problems).all()


@dataclass(frozen=True)
class _Spot:
    """A question with its section: what is wrong with a shared question is told where it is used."""

    table: Table
    section: Place

    def is_shared(self, key: str) -> bool:
        return _place(self.table, key).file != self.section.file

    def of(self, key: str) -> Place:
        return self.section if self.is_shared(key) else _place(self.table, key)


class _Checker:
    def __init__(self, plan: PlanFormat, document: Table, names: KnownNames, problems: Problems) -> None:
        self._plan = plan
        self._document = document
        self._names = names
        self._problems = problems
        self._questions = {q.id: q for section in plan.sections for q in section.questions}

    def all(self) -> None:
        self._unique_ids()
        self._history()
        for section, table in zip(own_sections(self._plan), self._document.tables("section"), strict=True):
            self._condition(section.when, _place(table, "when"))
            for question, part in zip(section.questions, table.tables("question"), strict=True):
                self._question(question, _Spot(part, table.place))
        for gate, table in zip(self._plan.gates, self._document.tables("gate"), strict=True):
            self._condition(gate.when, _place(table, "when"))
            self._known(gate.check, self._names.checks, _place(table, "check"), "de controle")
        check_annex(self._plan, self._document, self._problems)
        if self._plan.annex is not None:
            rules = zip(self._plan.annex.on_finish, self._document.tables("on_finish"), strict=True)
            for finish, table in rules:
                self._condition(finish.when, _place(table, "when"))
                if finish.effect.startswith(TRIGGER_BIND):
                    day = finish.effect.removeprefix(TRIGGER_BIND)
                    self._known(day, self._names.triggers, _place(table, "effect"), "de datum")
                if finish.effect.startswith((DONE_EFFECT, BEGINS_EFFECT, ENDS_EFFECT)):
                    rule = finish.effect.partition(".")[2]
                    self._known(rule, self._names.rules, _place(table, "effect"), "de termijnregel")
        for rule in self._plan.deadlines:
            self._known(rule, self._names.rules, _place(self._document, "deadlines"), "de termijnregel")
        self._condition(self._plan.need_when, _place(self._document, "need_when"))
        self._no_circles()

    def _unique_ids(self) -> None:
        sections, questions = {FRAME_ID}, {FRAME_ID}
        for table in self._document.tables("section"):
            self._once(table, table, sections, "het hoofdstuk")
            for part in table.tables("question"):
                self._once(part, table, questions, "de vraag")
                _once_each(part, "options", "het antwoord", self._problems)
                _once_each(part, "column", "de kolom", self._problems)
        for key, what in (("flag", "de vlag"), ("domain_set", "de set leefgebieden")):
            _once_each(self._document, key, what, self._problems)
        for domain_set in self._document.tables("domain_set"):
            _once_each(domain_set, "domain", "het leefgebied", self._problems)

    def _once(self, table: Table, section: Table, seen: set[str], what: str) -> None:
        name = table.text("id")
        if name and name in seen:
            text = f"{what} '{name}' bestaat al. Elke id komt één keer voor."
            self._problems.add(_Spot(table, section.place).of("id"), "id", text)
        seen.add(name)

    def _history(self) -> None:
        place, removed = _place(self._document, "renamed"), self._plan.removed
        for old, new in self._plan.renamed.items():
            if old in self._questions or old in removed:
                text = f"'{old}' is hernoemd en kan niet ook een vraag zijn of in 'removed' staan."
                self._problems.add(place, "renamed", text)
            if new not in self._questions:
                text = f"'{old}' heet nu '{new}', maar die vraag is er niet. {nearest(new, self._questions)}"
                self._problems.add(place, "renamed", text)
        for old in removed:
            if old in self._questions:
                text = f"'{old}' staat in 'removed' en kan geen vraag zijn. Geef de vraag een nieuwe id."
                self._problems.add(_place(self._document, "removed"), "removed", text)

    def _question(self, question: Question, spot: _Spot) -> None:
        for condition, key in (
            (question.show_when, "when"),
            (question.need_when, "need_when"),
            (question.hidden_when, "hidden_when"),
        ):
            self._condition(condition, spot.of(key), shared=spot.is_shared(key))
        for option, table in zip(question.options, spot.table.tables("options"), strict=True):
            entry = table.entries.get("when")
            if entry is not None:
                shared = entry.place.file != spot.section.file
                self._condition(option.show_when, spot.section if shared else entry.place, shared=shared)
        for column, table in zip(question.columns, spot.table.tables("column"), strict=True):
            entry = table.entries.get("when")
            if entry is not None:
                shared = entry.place.file != spot.section.file
                self._condition(column.show_when, spot.section if shared else entry.place, shared=shared)
        if question.reason_instead:
            self._exists(question.reason_instead, spot.of("reason_instead"))
        if question.wish_reason and question.kind is not QuestionKind.TABLE:
            self._exists(question.wish_reason, spot.of("wish_reason"))
        elif question.wish_reason:
            columns = [column.id for column in question.columns]
            self._known(question.wish_reason, columns, spot.of("wish_reason"), "de kolom")
        name, sets = question.domain_set, [domain_set.id for domain_set in self._plan.domain_sets]
        if name and name not in sets:
            text = f"de set leefgebieden '{name}' bestaat niet. {nearest(name, sets)}"
            self._problems.add(spot.of("domain_set"), "domain_set", text)
        if question.bind.startswith(TRIGGER_BIND):
            day = question.bind.removeprefix(TRIGGER_BIND)
            self._known(day, self._names.triggers, spot.of("bind"), "de datum")
        for check in question.checks:
            self._known(check, self._names.checks, spot.of("checks"), "de controle")

    def _condition(self, condition: Condition | None, place: Place, *, shared: bool = False) -> None:
        """A shared block may ask for a flag or law that this format does not know: then it never holds."""
        lenient = shared or self._names.kept
        for part in walk(condition):
            match part:
                case Flag(name) if name not in self._plan.flags and not lenient:
                    text = f"de vlag '{name}' staat niet bij dit plantype. {nearest(name, self._plan.flags)}"
                    self._problems.add(place, "flag", text)
                case UnderRegime(name) if (
                    name not in self._plan.regimes and not lenient and self._plan.regimes
                ):
                    text = f"de wet '{name}' staat niet bij dit plantype. {nearest(name, self._plan.regimes)}"
                    self._problems.add(place, "regime", text)
                case Filled(question):
                    self._exists(question, place)
                case AnswerIs(question, values):
                    self._answer(question, values, place)
                case _:
                    pass

    def _answer(self, name: str, values: tuple[str | int | bool, ...], place: Place) -> None:
        if not self._exists(name, place):
            return
        question = self._questions[name]
        options = [option.id for option in question.options]
        for value in values:
            if options and value not in options:
                text = f"'{value}' is geen antwoord op '{name}'. {nearest(str(value), options)}"
                self._problems.add(place, "is", text)
            if question.kind is QuestionKind.TICK and not isinstance(value, bool):
                self._problems.add(place, "is", f"bij het vinkje '{name}' hoort true of false.")
            if question.kind in _TEXT_ANSWERS and not isinstance(value, str):
                self._problems.add(place, "is", f"bij '{name}' hoort een tekst.")

    def _exists(self, name: str, place: Place) -> bool:
        if name and name not in self._questions:
            text = f"de vraag '{name}' bestaat niet in dit plantype. {nearest(name, self._questions)}"
            self._problems.add(place, name, text)
        return name in self._questions

    def _known(self, name: str, known: Collection[str] | None, place: Place, what: str) -> None:
        if known is not None and name not in known:
            self._problems.add(place, name, f"{what} '{name}' bestaat niet. {nearest(name, known)}")

    def _no_circles(self) -> None:
        leads = {name: self._asked_by(name) for name in self._questions}
        for name, direct in leads.items():
            seen: set[str] = set()
            ahead = set(direct)
            while ahead - seen:
                step = (ahead - seen).pop()
                seen.add(step)
                ahead |= leads.get(step, set())
            if name in seen:
                text = f"of de vraag '{name}' of een antwoord erop te zien is, hangt van haarzelf af."
                text += " Verander een voorwaarde."
                self._problems.add(self._where(name), name, text)

    def _where(self, question_id: str) -> Place:
        """Where a question stands; where its block is used when it is a shared one."""
        for section in self._document.tables("section"):
            for table in section.tables("question"):
                if table.text("id") == question_id:
                    return _Spot(table, section.place).of("id")
        return self._document.place

    def _asked_by(self, name: str) -> set[str]:
        """The questions that decide whether this one shows, and which answers and columns it has."""
        for section in self._plan.sections:
            for question in section.questions:
                if question.id == name:
                    closing = [part for option in question.options for part in walk(option.show_when)]
                    closing += [part for column in question.columns for part in walk(column.show_when)]
                    parts = (*walk(section.when), *walk(question.show_when), *closing)
                    return {part.question for part in parts if isinstance(part, AnswerIs | Filled)}
        return set()


def walk(condition: Condition | None) -> Iterator[Condition]:
    """The condition and every part inside it."""
    if condition is None:
        return
    yield condition
    if isinstance(condition, All | AnyOf):
        for part in condition.parts:
            yield from walk(part)
    elif isinstance(condition, Not):
        yield from walk(condition.part)


def _once_each(table: Table, key: str, what: str, problems: Problems) -> None:
    seen: set[str] = set()
    for part in table.tables(key):
        name = part.text("id")
        if name and name in seen:
            problems.add(_place(part, "id"), "id", f"{what} '{name}' staat er twee keer.")
        seen.add(name)


def _place(table: Table, key: str) -> Place:
    entry = table.entries.get(key)
    return entry.place if entry is not None else table.place
