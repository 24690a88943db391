"""Drawings, photos and recordings given as an answer: what can be seen is printed, sound is named."""

from __future__ import annotations

from planbureau.documents.blocks import Block, Figure, Paragraph, TextStyle
from planbureau.documents.editions.paper import Paper
from planbureau.formats.answers import Answer, AnswerFile

WIDE_MM = 110.0
"""So wide a drawing prints: large enough to see, small enough to share a page with a text."""
SOUND = "Opname"
IN_FILE = "Te beluisteren in het dossier."
NOT_SHOWN = "Dit bestand kan niet op papier. Het staat in het dossier."


def file_blocks(answer: Answer, label: str, paper: Paper) -> list[Block]:
    """The files of an answer in their order; `label` is the question that they answer."""
    return [_block(file, label, paper) for file in answer.files]


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
