"""The text that an adopted version keeps of its format: everything written out, as JSON.

The number says how it is written, so that a later program can still read what an earlier one kept.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from .frame import FrameWords
from .problems import Place, Problems
from .tree import Table, table_of

_KIND = "planbureau_format"
_WRITTEN_AS = 1


@dataclass(frozen=True)
class KeptFormat:
    """A format as it was kept."""

    document: Table
    words: FrameWords


def kept_text(document: Table, words: FrameWords) -> str:
    """The text to keep; the same format gives the same text."""
    whole = {_KIND: _WRITTEN_AS, "frame": words.to_json(), "format": document.plain()}
    # TOML has days and times, JSON does not. They stand here for a file that is refused for them.
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)


def read_kept(text: str, name: str, problems: Problems) -> KeptFormat | None:
    """What was kept; a text that cannot be read is a problem and gives None."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        whole = None
    number = whole.get(_KIND) if isinstance(whole, dict) else None
    if isinstance(number, int) and number > _WRITTEN_AS:
        problems.add(Place(name), _KIND, "dit plantype is met een nieuwere versie van Planbureau bewaard.")
        return None
    if not isinstance(whole, dict) or number != _WRITTEN_AS or not isinstance(whole.get("format"), dict):
        problems.add(Place(name), "", "de bewaarde tekst van dit plantype is niet te lezen.")
        return None
    frame = whole.get("frame")
    return KeptFormat(
        table_of(whole["format"], name), FrameWords.read(frame if isinstance(frame, dict) else {})
    )
