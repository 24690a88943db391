"""Documents with every kind of block, and a small picture set, for the tests of this room."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from PIL import Image

from planbureau.documents.blocks import (
    Align,
    Bar,
    BarFill,
    Bars,
    Block,
    BulletList,
    Callout,
    CalloutKind,
    Cell,
    CheckItem,
    CheckList,
    Column,
    Cover,
    Divider,
    Document,
    Edition,
    Figure,
    Footer,
    Heading,
    IdeaDetail,
    IdeaRow,
    KeepTogether,
    KeyValueLayout,
    KeyValues,
    ListItem,
    Matrix,
    MatrixCell,
    MatrixRow,
    NumberedList,
    PageBreak,
    Pair,
    Paragraph,
    PictureCard,
    PictureGrid,
    PictureRow,
    Run,
    SignatureBlock,
    SignatureBox,
    Status,
    StatusIcon,
    StatusLine,
    Table,
    TextStyle,
    Tone,
)
from planbureau.pictograms.errors import UnknownPictogramError
from planbureau.pictograms.values import Pictogram, StoredPicture

NAMES = {"douchen": "douchen", "eten": "eten", "fiets": "fietsen", "bed": "slapen"}
HOUSE = StoredPicture(
    (0, 0, 72, 72),
    b"0.05 0.4 0.44 rg 12 12 48 34 re f 0.95 0.7 0.2 rg 6 46 m 36 68 l 66 46 l f 1 1 1 rg 30 12 12 18 re f",
)


class FakePictograms:
    """Four pictures that all show a house, under one licence line."""

    def get(self, pictogram_id: str) -> Pictogram:
        if pictogram_id not in NAMES:
            raise UnknownPictogramError(pictogram_id)
        return Pictogram(pictogram_id, NAMES[pictogram_id], (), "thuis", "proef")

    def pdf_picture(self, pictogram_id: str) -> StoredPicture:
        self.get(pictogram_id)
        return HOUSE

    def credit_lines(self, pictogram_ids: Iterable[str]) -> tuple[str, ...]:
        return ("Pictogrammen: Proefset, vrij te gebruiken.",) if list(pictogram_ids) else ()


DONE = Status(StatusIcon.DONE, "behaald", Tone.OK)
BUSY = Status(StatusIcon.ACTIVE, "bezig", Tone.INFO)
LATE = Status(StatusIcon.LATE, "te laat", Tone.ERROR)
PAUSED = Status(StatusIcon.PAUSED, "ligt stil", Tone.WARN)
PLANNED = Status(StatusIcon.PLANNED, "gepland")
STOPPED = Status(StatusIcon.STOPPED, "gestopt")

SENTENCE = "Daan staat het liefst rustig op en wil eerst zijn thee, en daarna pas praten over de dag. "


def photo(form: str = "PNG") -> bytes:
    """A small coloured picture."""
    target = BytesIO()
    Image.new("RGB", (60, 40), "#CC8833").save(target, form)
    return target.getvalue()


def document(*blocks: Block, edition: Edition = Edition.PROFESSIONAL, cover: Cover | None = None) -> Document:
    """A document around the blocks."""
    return Document(
        title="Ondersteuningsplan",
        blocks=blocks,
        subject="Plan van Daan",
        author="De Linde",
        edition=edition,
        cover=cover,
        footer=Footer(("De Linde", "Ondersteuningsplan D.V.", "versie 2")),
    )


COVER = Cover(
    organisation="Stichting De Linde",
    subtitle="Daan de Vries, geboren op 4 mei 1998",
    facts=(
        Pair("Zorgverantwoordelijke", "Fatima Yıldız"),
        Pair("Geldig van", "16 maart 2026"),
        Pair("Versie", "2, vastgesteld op 16 maart 2026"),
    ),
    status=Status(StatusIcon.DONE, "vastgesteld", Tone.OK),
    pictogram="bed",
)

MATRIX = Matrix(
    corner="Resultaatgebied",
    columns=("Hele gezin", "Fatima (moeder)", "Emre (vader)", "Elif (11)", "Can (7)"),
    rows=(
        MatrixRow(
            "Geld en papieren",
            (
                MatrixCell((BUSY,), "1a, 1b"),
                MatrixCell((DONE, PAUSED), "2"),
                MatrixCell(),
                MatrixCell((STOPPED,)),
                MatrixCell((LATE,), "3a"),
            ),
        ),
        MatrixRow(
            "Veiligheid thuis",
            (MatrixCell((PLANNED,)), MatrixCell(), MatrixCell((), "Sara"), MatrixCell(), MatrixCell()),
        ),
    ),
    caption="Doelen van het gezin",
)

TABLE = Table(
    columns=(
        Column("Nr", 0.5, Align.RIGHT),
        Column("Wat", 3, group="Afspraak"),
        Column("Wie", 1.6, group="Afspraak"),
        Column("Status", 1.5),
    ),
    rows=(
        ("1a", "De time-outafspraak ophangen bij de voordeur.", "Fatima (moeder)", DONE),
        ("1b", (Run("Drie gesprekken"), Run(" met het wijkteam", bold=True)), "Wijkteam", BUSY),
        ("1c", Cell((Paragraph("Elke woensdag."), BulletList(("ochtend", "middag")))), "Opa", LATE),
        ("1d", Cell((Paragraph("Over twee kolommen samen."),), span=2), ""),
    ),
    caption="Acties bij doel 1",
    row_headers=True,
)

PROFESSIONAL_BLOCKS: tuple[Block, ...] = (
    Heading(1, "Dit ben ik", pictogram="bed"),
    Paragraph(SENTENCE * 2, TextStyle.LEAD),
    Paragraph(SENTENCE * 4 + "\n\nEen tweede alinea.\nMet een nieuwe regel."),
    Paragraph("Ik wil dat mensen kloppen voor ze binnenkomen. " * 3, TextStyle.QUOTE),
    Paragraph(
        (
            Run("Meer weten? Kijk op "),
            Run("de website van de cliëntondersteuning in jouw gemeente", link="https://voorbeeld.nl/hulp"),
            Run(", of vraag het "),
            Run("vandaag", bold=True),
            Run(" nog aan "),
            Run("Fatima", italic=True),
            Run("."),
        ),
    ),
    Paragraph("Je mag dit ook samen invullen.", TextStyle.HINT),
    Paragraph("Voor ✓ en → en Київ, en de naam 王小明 met 👩‍🦽.", TextStyle.SMALL),
    Heading(2, "Wat is belangrijk"),
    BulletList(
        (
            "thee op bed",
            ListItem(
                "op tijd weten wie er komt", (NumberedList(("naam", "foto")), Paragraph("Op het bord."))
            ),
            ListItem("eigen merkteken", label="→"),
        ),
    ),
    NumberedList((SENTENCE, "kort"), start=9),
    CheckList(
        (
            CheckItem("Gesproken met Daan", checked=True),
            CheckItem("Gesproken met de wettelijk vertegenwoordiger"),
        )
    ),
    Heading(2, "Gegevens"),
    KeyValues(
        (
            Pair("Naam", "Daan de Vries"),
            Pair("Huisarts", ""),
            Pair("Wat zeker niet", SENTENCE * 3),
        ),
    ),
    KeyValues((Pair("Woont", "Kastanjelaan 4"), Pair("Belt met", "zijn zus")), KeyValueLayout.LIST),
    Callout(CalloutKind.INFO, "Goed om te weten", "Dit plan is van Daan. Hij krijgt altijd een afschrift."),
    Callout(
        CalloutKind.WARN,
        "Let op",
        "De beschikking loopt af op 1 september 2026.",
        (BulletList(("bel de gemeente",)),),
    ),
    Callout(CalloutKind.SAFETY, "Veiligheid", "Bij een aanval: blijf erbij, bel 112 na vijf minuten."),
    Heading(1, "Doelen"),
    MATRIX,
    TABLE,
    Table((Column("Datum"), Column("Wat")), (), caption="Evaluaties"),
    StatusLine(DONE, "Op 3 maart besproken met Daan en zijn zus."),
    StatusLine(PLANNED),
    Divider(),
    PictureRow(("douchen", "eten"), "Elke ochtend eerst douchen en dan ontbijten."),
    PictureRow(("weg",), "Een pictogram dat er niet meer is."),
    Figure(photo(), "Foto van de voordeur", 40, caption="De voordeur"),
    Figure(HOUSE, "Tekening van een huis", 20),
    Bars(
        (
            Bar("Toen", 0.4, "2 van 5", BarFill.HATCHED),
            Bar("Nu", 0.6, "6 van 10"),
            Bar("Gewenst", 1.0, "goed (3 van 3)", BarFill.OPEN),
        ),
        "Cijfer: toen 2 van 5, nu 6 van 10, gewenst goed (3 van 3)",
    ),
    Heading(1, "Bespreking en akkoord"),
    SignatureBlock(
        (
            SignatureBox("Daan de Vries", "cliënt", "Akkoord, mondeling, 3 maart 2026"),
            SignatureBox(
                "Ans de Vries", "mentor", "Gedeeltelijk akkoord", "Zij wil dat de nachtcontrole blijft."
            ),
            SignatureBox("Fatima Yıldız", "zorgverantwoordelijke", sign_here=True),
        ),
    ),
    KeepTogether((SignatureBox("Emre Yıldız", "vader", "Niet bereikbaar"), Paragraph("Drie keer gebeld."))),
)

EASY_BLOCKS: tuple[Block, ...] = (
    Heading(1, "Mijn ochtend"),
    IdeaRow(
        "douchen",
        "Ik ga elke dag zelf douchen.",
        (IdeaDetail("Wie helpt mij", "Fatima", "eten"), IdeaDetail("Wanneer", "Elke ochtend om half acht")),
    ),
    IdeaRow("eten", "Ik maak mijn eigen brood."),
    IdeaRow("fiets", "Ik fiets naar mijn werk.", (IdeaDetail("Wie helpt mij", "Niemand. Ik kan het zelf."),)),
    PageBreak(),
    Heading(1, "Mijn dag"),
    PictureGrid(tuple(PictureCard(each, name) for each, name in NAMES.items()), columns=3),
    Paragraph("Dit plan is van mij."),
    CheckList((CheckItem("Ik vind dit goed"), CheckItem("Ik wil praten"))),
    SignatureBlock((SignatureBox("Daan", "ik", sign_here=True),)),
)

PROFESSIONAL = document(*PROFESSIONAL_BLOCKS, cover=COVER)
EASY = document(*EASY_BLOCKS, edition=Edition.EASY, cover=COVER)
