"""What stays on one page: a heading or label with what it names, and a short piece as a whole."""

from __future__ import annotations

from collections.abc import Sequence

from planbureau.documents.blocks import (
    Block,
    Callout,
    Heading,
    KeepTogether,
    Matrix,
    Paragraph,
    Table,
    TextStyle,
)

_SHORT_TABLE = 4
"""Rows; a longer table may run over the end of a page, with its column heads repeated."""
_SHORT_CARD = 3
"""Rows below a card that stays whole; more would leave half of a page empty above it."""


def labels_kept(blocks: Sequence[Block]) -> list[Block]:
    """Every label in one piece with the short table or matrix below it, and call-outs whole."""
    kept: list[Block] = []
    for block in blocks:
        short = isinstance(block, Matrix) or (isinstance(block, Table) and len(block.rows) <= _SHORT_TABLE)
        if short and kept and (_is_label(kept[-1]) or isinstance(kept[-1], Heading)):
            kept.append(KeepTogether((kept.pop(), block)))
        elif short or isinstance(block, Callout):
            kept.append(KeepTogether((block,)))
        else:
            kept.append(block)
    return kept


def card(head: Sequence[Block], rest: Sequence[Block] = ()) -> list[Block]:
    """A card whose head never hangs alone at the end of a page; a short one stays whole."""
    short = all(not isinstance(one, Table) or len(one.rows) <= _SHORT_CARD for one in rest)
    return [KeepTogether((*head, *rest))] if short else [KeepTogether(tuple(head)), *rest]


def long_card(head: Heading, rest: Sequence[Block], below: Sequence[Block] = ()) -> list[Block]:
    """A card that may run on: the head with the first piece, labels with their words, `below` last."""
    pieces: list[list[Block]] = []
    for block in rest:
        if pieces and len(pieces[-1]) == 1 and _is_label(pieces[-1][0]):
            pieces[-1].append(block)
        else:
            pieces.append([block])
    pieces[0].insert(0, head)
    pieces[-1].extend(below)
    return [KeepTogether(tuple(piece)) if len(piece) > 1 else piece[0] for piece in pieces]


def _is_label(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.style is TextStyle.LABEL
