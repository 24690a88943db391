"""Cutting a text in paragraphs, sentences and words, with their places (rules F2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from planbureau.rules.plain_language.word_lists import WordLists

_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ'’-]+")
_LETTER = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]")
# Possessive, and begun once per run of stops: pasted text of any shape must stay linear.
_END = re.compile(r"(?<![.!?])[.!?]++[\"'”’)]*+(?=\s++[\"'“‘(]*+[A-ZÀ-ÖØ-Þ0-9])")
_BULLET = re.compile(r"[ \t]*+(?:[-•*–]|\d{1,2}[.)])[ \t]+")
_LONGEST_ABBREVIATION = 12
MAX_HEADING_WORDS = 8


@dataclass(frozen=True)
class Word:
    """One word and where it starts."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The place just behind the word."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Sentence:
    """One sentence with its words."""

    text: str
    start: int
    words: tuple[Word, ...]

    @property
    def end(self) -> int:
        """The place just behind the sentence."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Paragraph:
    """Text between empty lines; a heading is one short line without a full stop."""

    start: int
    end: int
    words: int
    heading: bool


def find_words(text: str, offset: int = 0) -> tuple[Word, ...]:
    """The words of a text: letters, apostrophes and hyphens, with at least one letter."""
    return tuple(
        Word(match[0], offset + match.start()) for match in _WORD.finditer(text) if _LETTER.search(match[0])
    )


def find_sentences(text: str, lists: WordLists) -> tuple[Sentence, ...]:
    """The sentences: at a full stop before a capital, a bullet, and a line that starts anew."""
    found = []
    for start, block in _blocks(text):
        cut = 0
        for match in _END.finditer(block):
            if not _is_abbreviation(block, match.end(), lists):
                found.append((start + cut, block[cut : match.end()]))
                cut = match.end()
        found.append((start + cut, block[cut:]))
    return tuple(sentence for at, part in found if (sentence := _sentence(at, part)).words)


def find_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs: what stands between empty lines."""
    found = []
    start = at = 0
    lines: list[str] = []
    for line in [*text.splitlines(keepends=True), ""]:
        if line.strip():
            lines.append(line)
        else:
            if lines:
                found.append(_paragraph(start, lines))
            lines = []
            start = at + len(line)
        at += len(line)
    return tuple(found)


def _paragraph(start: int, lines: list[str]) -> Paragraph:
    block = "".join(lines)
    count = len(find_words(block))
    heading = len(lines) == 1 and 0 < count <= MAX_HEADING_WORDS and block.rstrip()[-1] not in ".!?,;"
    return Paragraph(start, start + len(block), count, heading)


def _blocks(text: str) -> list[tuple[int, str]]:
    """Lines, joined again where the next one goes on in lower case and is no bullet."""
    blocks: list[tuple[int, list[str]]] = []
    at = 0
    joins = False
    for line in text.splitlines(keepends=True):
        first = line.strip()[:1]
        bullet = _BULLET.match(line)
        if joins and first.islower() and not bullet:
            blocks[-1][1].append(line)
        else:
            skip = bullet.end() if bullet else 0
            blocks.append((at + skip, [line[skip:]]))
        joins = bool(first)
        at += len(line)
    return [(start, "".join(lines)) for start, lines in blocks]


def _is_abbreviation(block: str, end: int, lists: WordLists) -> bool:
    """Whether the stop just before `end` belongs to an abbreviation or a single initial."""
    tail = block[max(0, end - _LONGEST_ABBREVIATION) : end].rstrip("\"'”’)")
    if not tail.endswith(".") or tail.endswith(".."):
        return False
    tokens = tail[:-1].split()
    token = tokens[-1].lstrip("(\"'“‘") if tokens else ""
    return token.lower() in lists.no_stop or (len(token) == 1 and token.isupper())


def _sentence(at: int, part: str) -> Sentence:
    body = part.strip()
    start = at + len(part) - len(part.lstrip())
    return Sentence(body, start, find_words(body, start))
