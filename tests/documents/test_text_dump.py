"""The tree as text: complete, stable, and not to be fooled by a text that looks like a line of it."""

from __future__ import annotations

from tests.documents.samples import DONE, PROFESSIONAL, document

from planbureau.documents.blocks import Document, Heading, KeyValues, Pair, Paragraph, Run, StatusLine
from planbureau.documents.text_dump import content_hash, dump


def test_the_dump_reads_as_an_outline() -> None:
    tree = Document(
        "Plan",
        (
            Heading(1, "Dit ben ik"),
            Paragraph((Run("Ik "), Run("wil", bold=True), Run(" dat"))),
            StatusLine(DONE),
            KeyValues((Pair("Naam", "Daan\nVries"),)),
        ),
    )
    assert dump(tree).splitlines()[:24] == [
        "Document",
        '  title: "Plan"',
        "  blocks:",
        "    Heading",
        "      level: 1",
        '      text: "Dit ben ik"',
        "    Paragraph",
        '      text: "Ik [vet: wil] dat"',
        "      style: body",
        "    StatusLine",
        "      status: Status",
        "        icon: done",
        '        word: "behaald"',
        "        tone: ok",
        "    KeyValues",
        "      pairs:",
        "        Pair",
        '          label: "Naam"',
        '          value: "Daan\\nVries"',
        "      layout: table",
        '      empty_text: "–"',
        '  language: "nl"',
        "  edition: professional",
        "  footer: Footer",
    ]


def test_every_change_of_a_word_changes_the_hash() -> None:
    first = content_hash(document(Paragraph("Daan wil thee.")))
    assert first == content_hash(document(Paragraph("Daan wil thee.")))
    assert first != content_hash(document(Paragraph("Daan wil  thee.")))
    assert first != content_hash(document(Paragraph((Run("Daan wil "), Run("thee.", bold=True)))))


def test_a_text_cannot_look_like_two_blocks() -> None:
    one = document(Paragraph('a"\n    Paragraph\n      text: "b'))
    two = document(Paragraph("a"), Paragraph("b"))
    assert dump(one) != dump(two)
    assert len(dump(one).splitlines()) < len(dump(two).splitlines())


def test_runs_and_a_string_with_the_same_look_are_told_apart() -> None:
    marked = document(Paragraph((Run("x", bold=True),)))
    written = document(Paragraph("[vet: x]"))
    assert dump(marked) != dump(written)


def test_a_whole_document_can_be_dumped() -> None:
    assert len(dump(PROFESSIONAL).splitlines()) > 300
