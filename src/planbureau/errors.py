"""The errors that a person may meet, each saying in Dutch what happened and what to do now.

Every error of the program that can reach a screen, a terminal or a report is a `PlanbureauError`.
`str(error)` is the whole message. No message holds a secret, a client's name or a typed text.
"""

from __future__ import annotations

_STEPS = 8
"""Of where it went wrong: enough to find it."""
_ENDS = (".", "!", "?", ":", "…")


class PlanbureauError(Exception):
    """Something a person must know: `what` happened, and the `advice` what to do now.

    `what` is a sentence before the advice, also when it ends in words that came from a list.
    """

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(what, advice)
        self.what = f"{what}." if advice and not what.endswith(_ENDS) else what
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.what} {self.advice}".strip()


class NotFoundError(PlanbureauError):
    """A record that was asked for does not exist (any more)."""


class InvalidInputError(PlanbureauError):
    """What was entered cannot be right; nothing was changed."""


class VaultError(PlanbureauError):
    """The vault cannot be created, opened, locked, copied or restored."""


class WrongSecretError(VaultError):
    """A password or recovery code that does not fit; another try makes sense, after a wait."""


class OnlyReadableError(VaultError):
    """The vault cannot be written in now, and may still be opened to read."""


class FormatError(PlanbureauError):
    """A plan format file has an error; the message names file, line and what is expected."""


class ImportFileError(PlanbureauError):
    """A file from elsewhere cannot be imported; nothing was changed."""


class PrintError(PlanbureauError):
    """A document could not be made."""


def unforeseen(problem: BaseException) -> PlanbureauError:
    """An error that nobody foresaw, without its technical text: that may hold what somebody typed."""
    if isinstance(problem, PlanbureauError):
        return problem
    return PlanbureauError(
        f"Er ging iets mis dat Planbureau niet kent ({type(problem).__name__}).",
        "Wat bewaard was, is er nog. Sluit Planbureau en start het opnieuw.",
    )


def place_of(problem: BaseException) -> str:
    """Where in the program it went wrong, for who mends it: files and line numbers, no word of anyone."""
    # Lazy: nothing of it stands before the first window.
    import traceback
    from pathlib import PurePath

    steps = traceback.extract_tb(problem.__traceback__)
    lines = [f"{PurePath(step.filename).name}:{step.lineno}" for step in reversed(steps)]
    return f"{type(problem).__name__} ({', '.join(lines[:_STEPS])})"
