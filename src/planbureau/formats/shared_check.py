"""Reading every shared part once, so that a fault shows even when no format uses that part yet."""

from __future__ import annotations

from .build import build_domain_set
from .build_question import build_question
from .model import Flag
from .problems import Problems, nearest
from .reading import TableReader
from .references import walk
from .shared import BLOCK_KEYS, Shared, with_options
from .tree import Table


def check_shared(document: Table, shared: Shared, problems: Problems) -> None:
    """Notes the faults in the blocks and domain sets of one file; `shared` holds those of all files."""
    for block in document.tables("block"):
        TableReader(block, BLOCK_KEYS, problems, "een [[block]]")
        for table in block.tables("question"):
            _check_question(table, shared, problems)
    topics = {part.text("id") for known in shared.domain_sets.values() for part in known.tables("domain")}
    for table in document.tables("domain_set"):
        for domain in build_domain_set(table, problems).domains:
            for topic in domain.topics:
                if topic not in topics:
                    text = f"het onderwerp '{topic}' bij '{domain.id}' bestaat niet. {nearest(topic, topics)}"
                    problems.add(table.place, "topics", text)


def _check_question(table: Table, shared: Shared, problems: Problems) -> None:
    question = build_question(with_options(table, shared, problems), problems)
    of_parts = [option.show_when for option in question.options]
    of_parts += [column.show_when for column in question.columns]
    for condition in (question.show_when, question.need_when, question.hidden_when, *of_parts):
        for part in walk(condition):
            if isinstance(part, Flag) and part.name not in shared.flags:
                text = f"de vlag '{part.name}' is niet bekend. {nearest(part.name, shared.flags)}"
                problems.add(table.place, "flag", text)
