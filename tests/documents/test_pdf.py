"""The printed file: PDF/UA-1, complete, the same each time, with its own fonts."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from tests.documents.samples import (
    COVER,
    EASY,
    EASY_BLOCKS,
    PROFESSIONAL,
    PROFESSIONAL_BLOCKS,
    SENTENCE,
    TABLE,
    FakePictograms,
    document,
    photo,
)
from tests.pdf_checks import assert_pdf_ua, elements, font_names, roles, ua_failures, untagged_text

from planbureau.documents.blocks import (
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    CheckItem,
    CheckList,
    Column,
    Cover,
    Document,
    Edition,
    Figure,
    Footer,
    Heading,
    KeepTogether,
    KeyValues,
    ListItem,
    NumberedList,
    Page,
    PageBreak,
    Pair,
    PaperSize,
    Paragraph,
    PictureRow,
    Run,
    Status,
    StatusIcon,
    StatusLine,
    Table,
    TextStyle,
)
from planbureau.documents.looks import sheet_of
from planbureau.documents.pdf import render
from planbureau.documents.preview import open_preview
from planbureau.errors import PrintError


def text_of(pdf: bytes) -> str:
    with open_preview(pdf) as preview:
        return preview.text()


def words(text: str) -> str:
    """The text on one line, with single spaces and without broken words."""
    return re.sub(r"\s+", " ", text)


def page_count(pdf: bytes) -> int:
    with open_preview(pdf) as preview:
        return preview.page_count


@pytest.mark.parametrize(
    "block",
    [*PROFESSIONAL_BLOCKS, *EASY_BLOCKS],
    ids=lambda block: type(block).__name__,
)
def test_every_block_alone_passes_pdf_ua(block: Block) -> None:
    for edition in Edition:
        assert_pdf_ua(render(document(block, edition=edition), FakePictograms()))


def test_a_whole_professional_document_passes_pdf_ua(professional_pdf: bytes) -> None:
    assert_pdf_ua(professional_pdf)


def test_a_whole_easy_document_passes_pdf_ua(easy_pdf: bytes) -> None:
    assert_pdf_ua(easy_pdf)


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("landscape", [False, True])
def test_every_paper_size_passes_pdf_ua(size: PaperSize, landscape: bool) -> None:
    paper = Document("Plan", PROFESSIONAL_BLOCKS, cover=COVER, page=Page(size, landscape))
    pdf = render(paper, FakePictograms())
    assert_pdf_ua(pdf)
    with open_preview(pdf) as preview:
        width, height = preview.page_size(0)
        assert (width > height) is landscape


def test_empty_texts_and_lists_print_without_a_fault() -> None:
    pdf = render(
        document(
            Paragraph(""),
            BulletList(()),
            NumberedList(("",)),
            CheckList(()),
            KeyValues(()),
            KeepTogether(()),
            Callout(CalloutKind.INFO, ""),
            Heading(1, ""),
            Table((Column(""),), (("",),)),
        ),
    )
    assert_pdf_ua(pdf)


def test_the_same_document_gives_the_same_bytes(professional_pdf: bytes) -> None:
    assert render(PROFESSIONAL, FakePictograms()) == professional_pdf


def test_only_the_shipped_fonts_are_in_the_file(professional_pdf: bytes) -> None:
    assert font_names(professional_pdf) == {
        "AtkinsonHyperlegibleNext-Regular",
        "AtkinsonHyperlegibleNext-Italic",
        "AtkinsonHyperlegibleNext-SemiBold",
        "AtkinsonHyperlegibleNext-Bold",
        "DejaVuSans",
        "DejaVuSans-Bold",
    }
    assert b"Helvetica" not in professional_pdf


def test_title_language_and_author_are_in_the_file(professional_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(professional_pdf)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "Ondersteuningsplan"
        assert str(pdf.docinfo["/Author"]) == "De Linde"
        assert str(pdf.Root.Lang) == "nl"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert "/CreationDate" not in pdf.docinfo
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Ondersteuningsplan"


def every_text(value: object) -> list[str]:
    """All texts of a block, except its ids and links."""
    if isinstance(value, Run):
        return [value.text]
    if isinstance(value, Enum):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for each in value for text in every_text(each)]
    if isinstance(value, bytes) or not hasattr(value, "__dataclass_fields__"):
        return []
    skipped = {"pictogram", "pictograms", "content", "alt", "language", "empty_text", "link", "subject"}
    fields = [name for name in value.__dataclass_fields__ if name not in skipped]
    return [text for name in fields for text in every_text(getattr(value, name))]


@pytest.mark.parametrize("sample", [PROFESSIONAL, EASY], ids=["professional", "easy"])
def test_every_text_of_the_tree_is_on_paper_with_its_spaces(sample: Document) -> None:
    printed = words(text_of(render(sample, FakePictograms())))
    texts = [part for text in every_text(sample) for part in re.split(r"\n+", text) if "👩" not in part]
    assert len(texts) > 20
    missing = [text for text in texts if words(text).strip() not in printed]
    assert missing == []


def test_words_at_a_line_end_do_not_run_together() -> None:
    pdf = render(document(Paragraph(SENTENCE * 30)))
    assert words(SENTENCE * 30).strip() in words(text_of(pdf))
    with pikepdf.open(BytesIO(pdf)) as opened:
        shown = [
            bytes(each.operands[0])
            for each in pikepdf.parse_content_stream(opened.pages[0])
            if str(each.operator) == "Tj"
        ]
    lines = [text for text in shown if text.startswith(b"D") or b"thee" in text]
    assert sum(text.endswith(b" ") for text in lines) >= len(lines) - 2


def test_a_heading_level_is_never_skipped() -> None:
    pdf = render(document(Heading(4, "diep"), Heading(1, "hoog"), Heading(3, "diep")))
    assert [role for role in roles(pdf) if role.startswith("H")] == ["H1", "H2", "H2", "H3"]
    assert_pdf_ua(pdf)


def test_headings_are_bookmarks(professional_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(professional_pdf)) as pdf, pdf.open_outline() as outline:
        top = outline.root[0]
        assert top.title == "Ondersteuningsplan"
        assert [each.title for each in top.children] == ["Dit ben ik", "Doelen", "Bespreking en akkoord"]
        assert [each.title for each in top.children[0].children] == ["Wat is belangrijk", "Gegevens"]


def test_table_heads_have_a_scope_and_return_as_artifact() -> None:
    rows = tuple((str(number), SENTENCE, "") for number in range(60))
    pdf = render(
        document(Table((Column("Nummer"), Column("Watdan", 3), Column("Wie")), rows, row_headers=True))
    )
    assert page_count(pdf) > 2
    assert text_of(pdf).count("Watdan") == page_count(pdf)
    assert roles(pdf).count("TH") == 3 + 60
    assert roles(pdf).count("TR") == 61
    with pikepdf.open(BytesIO(pdf)) as opened:
        scopes = [str(each.A[0].Scope) for each in elements(opened) if each.S == "/TH"]
    assert scopes[:4] == ["/Column", "/Column", "/Column", "/Row"]
    assert_pdf_ua(pdf)


def test_a_column_is_wide_enough_for_its_longest_word() -> None:
    pdf = render(document(Table((Column("Nr", 0.01), Column("Tekst", 50)), (("123456789", SENTENCE * 3),))))
    assert "123456789" in text_of(pdf)


def test_a_link_leads_to_its_address_and_is_said(professional_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(professional_pdf)) as pdf:
        links = [link for sheet in pdf.pages for link in sheet.get("/Annots", [])]
        assert {str(link.A.URI) for link in links} == {"https://voorbeeld.nl/hulp"}
        assert "cliëntondersteuning" in str(links[0].Contents)
    assert roles(professional_pdf).count("Link") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "onzin"])
def test_other_addresses_are_plain_text(address: str) -> None:
    pdf = render(document(Paragraph((Run("klik hier", link=address),))))
    assert "Link" not in roles(pdf)
    assert "klik hier" in text_of(pdf)


def test_a_sign_without_a_font_is_a_box_that_keeps_its_text() -> None:
    pdf = render(document(Paragraph("De naam 王小明 staat hier.")))
    with pikepdf.open(BytesIO(pdf)) as opened:
        spoken = [str(each.ActualText) for each in elements(opened) if "/ActualText" in each]
    assert spoken == ["王小明"]
    assert "De naam 王小明 staat hier." in words(text_of(pdf))
    assert_pdf_ua(pdf)


def test_an_unknown_pictogram_does_not_stop_the_print() -> None:
    pdf = render(document(PictureRow(("weg",), "De tekst blijft.")), FakePictograms())
    assert "De tekst blijft." in text_of(pdf)
    assert_pdf_ua(pdf)


def test_thirty_pictograms_are_stored_once_each_and_named() -> None:
    rows = [PictureRow((name,), "tekst") for name in ["eten", "bed", "fiets"] * 10]
    pdf = render(document(*rows), FakePictograms())
    assert_pdf_ua(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        alts = [str(each.Alt) for each in elements(opened) if each.S == "/Figure"]
        forms = [
            each
            for each in opened.objects
            if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Form"
        ]
    assert alts == ["eten", "slapen", "fietsen"] * 10
    assert len(forms) == 3


def test_the_credit_stands_on_a_print_that_uses_pictograms_and_on_no_other() -> None:
    line = "Pictogrammen: Proefset, vrij te gebruiken."
    assert line in text_of(render(document(PictureRow(("eten",), "a")), FakePictograms()))
    assert line not in text_of(render(document(PictureRow(("weg",), "a")), FakePictograms()))


def test_the_foot_counts_the_pages() -> None:
    text = text_of(render(document(Paragraph("een"), PageBreak(), Paragraph("twee"), PageBreak())))
    assert "bladzijde 1 van 2" in text
    assert "bladzijde 2 van 2" in text
    assert "De Linde · Ondersteuningsplan D.V. · versie 2" in words(text)


@pytest.mark.parametrize(
    "page",
    [Page(), Page(PaperSize.A4, landscape=True, narrow=True), Page(PaperSize.A6), Page(PaperSize.A3)],
    ids=["A4", "smal", "A6", "A3"],
)
def test_a_long_foot_stays_between_the_text_and_the_edge(page: Page) -> None:
    texts = ("Stichting Zorg en Ondersteuning Noordoost-Nederland en omstreken " * 3, "Agenda", "laatste")
    blocks = tuple(Paragraph(SENTENCE) for _ in range(60))
    made = Document("Agenda", blocks, footer=Footer(texts), page=page)
    sheet = sheet_of(page)
    with pypdfium2.PdfDocument(render(made)) as opened:
        found = [one.get_bounds() for one in opened[0].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])]
    low = [top for _, bottom, _, top in found if bottom < sheet.bottom - 4]
    assert min(bottom for _, bottom, _, _ in found) > sheet.foot - 4
    assert max(low) < sheet.bottom


def test_a_date_in_the_foot_is_not_torn_over_two_lines() -> None:
    day = "afgedrukt op 23 november 2026"
    for signs in range(20, 53):
        made = Document("Plan", (Paragraph("Dag"),), footer=Footer(("CONCEPT", "n" * signs, day)))
        with pypdfium2.PdfDocument(render(made)) as opened:
            lines = opened[0].get_textpage().get_text_bounded().splitlines()
        assert any(day in line for line in lines)


def test_a_full_cover_page_stands_alone() -> None:
    cover = Cover("De Linde", "Daan", (Pair("Versie", "2"),), full_page=True)
    pdf = render(document(Paragraph("begin"), cover=cover))
    assert page_count(pdf) == 2
    with open_preview(pdf) as preview:
        assert "begin" not in preview.page_text(0)


LONG = (SENTENCE * 1200)[:100_000].strip()


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(LONG),
        Paragraph("x" * 100_000),
        Table(
            (Column("Nr", 0.3), Column("Wat")), (("1", "kort"), ("2", LONG), ("3", "na")), row_headers=True
        ),
        KeyValues((Pair("Lang", LONG[:20_000]), Pair("Kort", "na"))),
        BulletList((LONG[:20_000], ListItem("na", (BulletList((LONG[:9_000], "dieper")),)))),
        Callout(CalloutKind.SAFETY, "Veiligheid", LONG[:20_000]),
        Paragraph(LONG[:20_000], TextStyle.QUOTE),
        CheckList((CheckItem(LONG[:20_000]),)),
        Table((Column("Cel"),), ((Cell((Paragraph(LONG[:20_000]),)),),)),
        KeepTogether((Paragraph(LONG[:20_000]),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_a_very_long_text_flows_over_pages_and_is_complete(block: Block) -> None:
    pdf = render(document(block))
    assert page_count(pdf) > 3
    assert_pdf_ua(pdf)
    printed = re.sub(r"\s+", "", text_of(pdf))
    feet = re.sub(r"\s+", "", "De Linde · Ondersteuningsplan D.V. · versie 2")
    body = re.sub(rf"{re.escape(feet)}bladzijde\d+van\d+", "", printed)
    if isinstance(block, Table):
        body = body.replace("".join(column.title for column in block.columns), "")
    texts = every_text(block.rows if isinstance(block, Table) else block)
    assert [text for text in texts if re.sub(r"\s+", "", text) not in body] == []


def test_a_row_that_breaks_stays_one_row_of_one_table() -> None:
    pdf = render(document(Table((Column("Nr", 0.3), Column("Wat")), (("1", LONG[:20_000]),))))
    assert roles(pdf).count("TR") == 2
    assert roles(pdf).count("Table") == 1
    assert roles(pdf).count("TD") == 2


def test_a_heading_does_not_hang_at_the_foot_of_a_page() -> None:
    blocks: list[Block] = []
    for number in range(40):
        blocks += [Heading(1, f"Kop{number}"), Paragraph(f"Eerste{number} " + SENTENCE * (number % 5))]
    with open_preview(render(document(*blocks))) as preview:
        for sheet in range(preview.page_count):
            text = preview.page_text(sheet)
            for number in range(40):
                assert (re.search(rf"Kop{number}\b", text) is None) == (
                    re.search(rf"Eerste{number}\b", text) is None
                )


def test_a_status_stays_with_what_it_is_about() -> None:
    status = Status(StatusIcon.DONE, "vastgelegd")
    blocks: list[Block] = []
    for at in range(40):
        blocks += [
            Heading(2, f"Kop{at}"),
            StatusLine(status),
            Paragraph(f"Eerste{at} " + SENTENCE * (at % 5)),
        ]
        blocks += [Heading(2, f"Deel{at}", status=status), Paragraph(f"Tweede{at} " + SENTENCE * (at % 3))]
    with open_preview(render(document(*blocks))) as preview:
        for sheet in range(preview.page_count):
            text = preview.page_text(sheet)
            for at in range(40):
                assert (f"Kop{at}\n" in text) <= (re.search(rf"Eerste{at}\b", text) is not None)
                assert (f"Deel{at}\n" in text) <= (re.search(rf"Tweede{at}\b", text) is not None)


@pytest.mark.parametrize("form", ["lijst", "feiten"])
def test_no_single_line_of_a_list_stands_alone_at_the_end_of_a_page(form: str) -> None:
    for above in range(20, 45):
        blocks: list[Block] = [Paragraph(f"Regel{at}") for at in range(above)]
        words = [f"Feit{at}" for at in range(6)]
        if form == "lijst":
            blocks.append(BulletList(tuple(ListItem(word) for word in words)))
        else:
            blocks.append(KeyValues(tuple(Pair(word, "ja") for word in words)))
        with open_preview(render(document(*blocks))) as preview:
            counts = [preview.page_text(at).count("Feit") for at in range(preview.page_count)]
        assert 1 not in counts


def test_what_an_item_says_first_does_not_stand_on_the_page_before_the_rest_of_it() -> None:
    items = tuple(ListItem(f"Eerst{at}", (Paragraph(f"Dan{at} {SENTENCE * (at % 5)}"),)) for at in range(60))
    with open_preview(render(document(BulletList(items)))) as preview:
        assert preview.page_count > 2
        for sheet in range(preview.page_count):
            text = preview.page_text(sheet)
            for at in range(60):
                assert (f"Eerst{at}\n" in text) <= (re.search(rf"Dan{at}\b", text) is not None)


def test_a_photo_that_is_no_picture_is_said_in_words() -> None:
    with pytest.raises(PrintError, match="afbeelding"):
        render(document(Figure(b"geen plaatje", "foto")))


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_photos_print(form: str) -> None:
    assert_pdf_ua(render(document(Figure(photo(form), "foto"))))


def _first(pdf: pikepdf.Pdf, role: str) -> pikepdf.Object:
    return next(each for each in elements(pdf) if f"/{role}" == each.S)


def _without_alt(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "Figure")["/Alt"]


def _without_scope(pdf: pikepdf.Pdf) -> None:
    for element in elements(pdf):
        if element.S == "/TH" and "/A" in element:
            del element["/A"]


def _skipped_heading(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "H2").S = pikepdf.Name("/H5")


def _without_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _without_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


def _without_title_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/ViewerPreferences"]


def _without_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0]["/Tabs"]


def _without_a_cell(pdf: pikepdf.Pdf) -> None:
    row = [each for each in elements(pdf) if each.S == "/TR"][-1]
    row.K = pikepdf.Array(list(row.K)[:-1])


def _list_item_as_text(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "LI").S = pikepdf.Name("/Span")


@pytest.mark.parametrize(
    "damage",
    [
        _without_alt,
        _without_scope,
        _skipped_heading,
        _without_language,
        _without_parent_tree,
        _without_title_shown,
        _without_tab_order,
        _without_a_cell,
        _list_item_as_text,
    ],
)
def test_the_validator_notices_broken_tags(
    damage: Callable[[pikepdf.Pdf], None], professional_pdf: bytes
) -> None:
    with pikepdf.open(BytesIO(professional_pdf)) as pdf:
        damage(pdf)
        target = BytesIO()
        pdf.save(target)
    assert ua_failures(target.getvalue()) != []


def test_the_check_on_tagged_text_notices_a_mark_that_no_element_holds() -> None:
    with pikepdf.open(BytesIO(render(document(TABLE)))) as pdf:
        del _first(pdf, "TD").K[0]["/K"]
        target = BytesIO()
        pdf.save(target)
    assert untagged_text(target.getvalue()) != []
