"""argparse in Dutch: usage, titles and messages. What was typed is never repeated: it may be a password."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn

Options = argparse.Namespace
"""What was asked for on the command line."""

if TYPE_CHECKING:
    Groups = argparse._SubParsersAction["DutchParser"]
else:
    Groups = argparse._SubParsersAction
"""Where verbs are added."""

_TOLD: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<a>.+)", "er ontbreekt nog: {a}."),
    (r"argument (?P<a>\S+): expected (one|at least one) argument", "achter {a} hoort nog iets."),
    (r"argument (?P<a>\S+): not allowed with argument (?P<b>\S+)", "{a} en {b} gaan niet samen."),
    (r"argument (?P<a>\S+): invalid choice: .*\(choose from (?P<b>.+)\)", "bij {a} kun je kiezen uit {b}."),
    (r"argument (?P<a>\S+): invalid \S+ value: .*", "bij {a} hoort een getal."),
    (r"one of the arguments (?P<a>.+) is required", "kies een van deze: {a}."),
)
_EXTRA = "unrecognized arguments: "


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """A parser that explains itself in Dutch; its exit code for what it does not understand is 2."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(formatter_class=_Formatter, add_help=False, allow_abbrev=False, **settings)
        self._positionals.title = "wat"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        """Says in Dutch what is wrong, and where the explanation is."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_dutch(message)} Uitleg: {self.prog} --help\n")


def in_dutch(message: str) -> str:
    """What argparse says, in Dutch and without the values that somebody typed."""
    if message.startswith(_EXTRA):
        return _extra(message.removeprefix(_EXTRA))
    for pattern, told in _TOLD:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found is not None:
            parts = {name: _plain(text) for name, text in found.groupdict().items()}
            return told.format(**parts)
    return "deze opdracht klopt niet."


def _extra(words: str) -> str:
    names = [_name(word) for word in words.split() if word.startswith("-")]
    named = ", ".join(dict.fromkeys(names))
    text = f"dit is onbekend: {named}." if named else "er staat iets te veel in de opdracht."
    if any("wacht" in name or "pass" in name or name == "-p" for name in names):
        text += " Een wachtwoord geef je nooit mee in de opdracht, maar via de standaardinvoer."
    return text


def _name(word: str) -> str:
    """The option without a value that is glued to it: `--code=1234`, `-p1234`."""
    return word.partition("=")[0] if word.startswith("--") else word[:2]


def _plain(text: str) -> str:
    return text.replace("'", "")


def add_verb(
    verbs: Groups,
    name: str,
    told: str,
    run: Callable[..., int],
    *,
    vault: bool = True,
) -> DutchParser:
    """A verb with its explanation; most verbs can be told where the vault is."""
    from pathlib import Path

    made = verbs.add_parser(name, help=told, description=told)
    made.set_defaults(verb=run)
    if vault:
        made.add_argument(
            "--vault", type=Path, metavar="MAP", help="map van de kluis (anders de gewone plek)"
        )
        made.add_argument(
            "--user",
            type=int,
            default=0,
            metavar="GETAL",
            help="wie je bent, als meer mensen een wachtwoord hebben: 1 is de eerste in de lijst",
        )
    return made
