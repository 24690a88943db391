"""A line to sign on where the client asked for one in an answer."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.documents.blocks import Block, SignatureBox
from planbureau.documents.editions.paper import Paper
from planbureau.formats.model import Question

YES = "ja"


def sign_lines(questions: Iterable[Question], paper: Paper) -> list[Block]:
    """A line for each of these questions that asks whether the client wants to sign and got a yes."""
    return [
        SignatureBox(paper.call_name, "", sign_here=True)
        for question in questions
        if question.signature and paper.value(question) == YES
    ]
