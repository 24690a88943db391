"""Drawings, photos and recordings given as an answer: what can be seen is printed, sound is named."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.documents.blocks import Block, BulletList, Figure, ListItem, Paragraph, TextStyle
from planbureau.documents.editions.paper import Paper
from planbureau.formats.answers import Answer, AnswerFile

WIDE_MM = 110.0
"""So wide a drawing prints: large enough to see, small enough to share a page with a text."""
PAGE_MM = 150.0
"""So wide a photo or scan of somebody's own paper prints: it must be possible to read it."""
SOUND = "Opname"
IN_FILE = "Te beluisteren in het dossier."
_FIELDS = ("sha256", "name", "media_type", "caption")
NOT_SHOWN = "Dit bestand kan niet op papier. Het staat in het dossier."


def file_blocks(answer: Answer, label: str, paper: Paper) -> list[Block]:
    """The files of an answer in their order; `label` is the question that they answer."""
    return [_block(file, label, paper) for file in answer.files]


def attached(value: object) -> tuple[AnswerFile, ...]:
    """The files of an answer of the kind `attachments`."""
    items = value if isinstance(value, list) else []
    told = [{name: str(one.get(name) or "") for name in _FIELDS} for one in items if isinstance(one, dict)]
    return tuple(AnswerFile(**one) for one in told if one["caption"] or one["name"])


def attachment_blocks(files: Iterable[AnswerFile], label: str, paper: Paper) -> list[Block]:
    """Each picture as a picture; a file that paper cannot show by its name, for it stays in the vault."""
    blocks: list[Block] = []
    named: list[ListItem] = []
    for file in files:
        content = paper.context.picture(file.sha256) if file.is_picture else b""
        caption = file.caption.strip()
        if content:
            blocks.append(Figure(content, caption or f"{label}: {file.name}", PAGE_MM, caption))
        elif caption and file.name and file.name != caption:
            named.append(ListItem(f"{caption} ({file.name})"))
        else:
            named.append(ListItem(caption or file.name))
    return [*blocks, *([BulletList(tuple(named))] if named else [])]


def alt_text(file: AnswerFile, label: str) -> str:
    """The words that replace a picture: its caption, else what it is an answer to."""
    kind = "Tekening" if file.media_type == "image/png" else "Foto"
    return file.caption.strip() or f"{kind} als antwoord op: {label}"


def _block(file: AnswerFile, label: str, paper: Paper) -> Block:
    content = paper.context.picture(file.sha256) if file.is_picture else b""
    caption = file.caption.strip()
    if content:
        return Figure(content, alt_text(file, label), WIDE_MM, caption)
    what = SOUND if file.is_sound else "Bestand"
    where = IN_FILE if file.is_sound else NOT_SHOWN
    return Paragraph(f"{what}: {caption or file.name}. {where}", TextStyle.BODY)
