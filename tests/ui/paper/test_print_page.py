"""Printing: what you see is what is saved and printed, and it is only for those who may read it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from tests.documents.editions import noor
from tests.pdf_checks import archive_failures
from tests.ui.paper.conftest import Plans
from tests.ui.walker import walk

from planbureau.documents.finish import attachment
from planbureau.errors import PrintError
from planbureau.formats.model import Access
from planbureau.services.api import Edition, PageImage, PrintedDocument, PrintRequest, Workspace
from planbureau.ui.page import PageContext
from planbureau.ui.paper.lock_dialog import LockDialog
from planbureau.ui.paper.pages_view import PagesView, as_image
from planbureau.ui.paper.print_options import PrintOptions
from planbureau.ui.paper.print_page import PrintPage
from planbureau.ui.paper.printing import paper_of, print_pages
from planbureau.ui.places import OpenPlan, PrintPlan
from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.theme import Theme
from planbureau.ui.theme.tokens import Look, TextSize
from planbureau.ui.widgets.confirm_dialog import ConfirmDialog
from planbureau.ui.widgets.labels import TextLabel
from planbureau.views import VersionRow


@dataclass
class Pages:
    """Twenty pages, of which the third lies on its side; remembers which were drawn."""

    page_count: int = 20
    drawn: list[int] = field(default_factory=list)
    closed: bool = False

    def page(self, number: int, scale: float) -> PageImage:
        self.drawn.append(number)
        wide, high = round(595 * scale), round(842 * scale)
        if number == 2:
            wide, high = high, wide
        return PageImage(wide, high, bytes((number, 90, 120, 255)) * (wide * high))

    def close(self) -> None:
        self.closed = True


def shown(
    qtbot: QtBot, context: PageContext, place: PrintPlan, size: tuple[int, int] = (1160, 768),
    target: Path | None = None,
) -> PrintPage:  # fmt: skip
    def choose(_: QWidget, proposed: str) -> Path | None:
        return target / proposed if target else None

    page = PrintPage(context, choose_file=choose, wait_ms=1)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show_place(place)
    page.show()
    ready(qtbot, page)
    return page


def ready(qtbot: QtBot, page: PrintPage) -> None:
    qtbot.waitUntil(page.save_button.isEnabled, timeout=20_000)


def words(page: PrintPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(TextLabel) if label.isVisibleTo(page))


def test_the_preview_is_the_file(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace, tmp_path: Path
) -> None:
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan), target=tmp_path)
    assert page.pane.pages.page_count >= 1
    with qtbot.waitSignal(page.message_requested):
        page.save_button.click()
    (saved,) = tmp_path.glob("*.pdf")
    assert "Noor" not in saved.name
    made = workspace.prints.render(PrintRequest(plans.noor_plan, Edition.PROFESSIONAL))
    assert saved.read_bytes() == made.pdf
    page.leave()


def test_a_print_is_saved_behind_a_password(
    qtbot: QtBot, page_context: PageContext, plans: Plans, tmp_path: Path
) -> None:
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan), target=tmp_path)
    way = next(one for one in page.more_button.menu().actions() if "wachtwoord" in one.text())
    way.trigger()
    dialog = page.more_button.dialog
    assert isinstance(dialog, LockDialog)
    walk(dialog)
    word = "vier losse woorden samen"
    dialog.new.first.line.setText(word)
    dialog.save_button.click()
    assert dialog.isVisible(), "typed once only"
    dialog.new.second.line.setText(word)
    with qtbot.waitSignal(page.message_requested, timeout=10_000):
        dialog.save_button.click()
    (saved,) = tmp_path.glob("*-met-wachtwoord.pdf")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(saved)
    with pikepdf.open(saved, password=word) as locked:
        assert len(locked.pages) == page.pane.pages.page_count
    page.leave()


def test_an_archive_copy_carries_the_plan_and_says_so_first(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace, tmp_path: Path
) -> None:
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan), target=tmp_path)
    page.more_button.archive()
    dialog = page.more_button.dialog
    assert isinstance(dialog, ConfirmDialog)
    assert "niet versleuteld" in dialog.accessibleDescription()
    dialog.reject()
    assert not list(tmp_path.glob("*.pdf"))
    page.more_button.archive()
    with qtbot.waitSignal(page.message_requested):
        page.findChildren(ConfirmDialog)[-1].accept()
    (saved,) = tmp_path.glob("*-archief.pdf")
    assert not archive_failures(saved.read_bytes())
    assert attachment(saved.read_bytes()) == workspace.exchange.export_plan(plans.noor_plan)
    page.options.edition.set_value("easy")
    ready(qtbot, page)
    ways = {one.text(): one.isEnabled() for one in page.more_button.menu().actions()}
    assert [enabled for text, enabled in ways.items() if "Archief" in text] == [False]
    page.leave()


def test_another_edition_makes_another_document(
    qtbot: QtBot, page_context: PageContext, plans: Plans
) -> None:
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan, "easy"))
    assert page.options.request() == PrintRequest(plans.noor_plan, Edition.EASY)
    page.options.edition.set_value("start")
    assert not page.save_button.isEnabled()
    ready(qtbot, page)
    assert page._document is not None
    assert "start" in page._document.file_name
    page.leave()


def test_a_shielded_plan_has_no_page_for_on_the_wall(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    plan = workspace.plans.plan(plans.noor_plan)
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan))
    assert "start" in page.options._offer(plan)
    listed = replace(plan, format=replace(plan.format, access=Access.LISTED))
    assert "start" not in page.options._offer(listed)
    page.leave()


def test_for_readers_something_stays_out(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    workspace.clients.restrict("answer", f"{plans.noor_plan}:wens", [plans.noor_person])
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan))
    assert "Er is iets weggelaten." not in words(page)
    chip = page.options.audience.chip(plans.noor_person)
    assert chip is not None
    chip.click()
    ready(qtbot, page)
    assert page.options.request().audience == (plans.noor_person,)
    assert "Er is iets weggelaten." in words(page)
    page.leave()


def test_a_document_for_everyone_cannot_be_saved_once_a_reader_is_chosen(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    workspace.clients.restrict("answer", f"{plans.noor_plan}:wens", [plans.noor_person])
    page = PrintPage(page_context, wait_ms=60_000)
    qtbot.addWidget(page)
    page.show_place(PrintPlan(plans.noor_plan))
    page.show()
    (job,) = page._jobs
    chip = page.options.audience.chip(plans.noor_person)
    assert chip is not None
    chip.click()
    qtbot.waitUntil(lambda: not job.busy, timeout=20_000)
    assert not page.save_button.isEnabled()
    assert page._document is None
    page.leave()


def test_a_sign_that_cannot_be_printed_is_named(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace
) -> None:
    heads = workspace.plans.plan(plans.noor_plan).answers["wens"].heads
    workspace.plans.save_answer(plans.noor_plan, "wens", "Naar 王 toe.", heads)
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan))
    assert "Deze tekens kan de afdruk niet tonen: 王" in words(page)
    page.leave()


def test_what_goes_wrong_is_said(
    qtbot: QtBot, page_context: PageContext, plans: Plans, workspace: Workspace,
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
) -> None:  # fmt: skip
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan), target=tmp_path / "bestaat niet")
    page.save_button.click()
    assert "Het bestand kon niet worden bewaard." in words(page)

    def refuse(_: PrintRequest) -> PrintedDocument:
        raise PrintError("Er ontbreekt een lettertype.")

    monkeypatch.setattr(workspace.prints, "render", refuse)
    page.options.edition.set_value("easy")
    qtbot.waitUntil(lambda: "Er ontbreekt een lettertype." in words(page))
    assert not page.save_button.isEnabled()
    page.leave()


def test_leaving_forgets_the_document(qtbot: QtBot, page_context: PageContext, plans: Plans) -> None:
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan))
    assert page.leave()
    assert page._document is None
    assert page.pane.pages.page_count == 0
    with qtbot.waitSignal(page.place_requested) as went:
        page._back.click()
    assert went.args == [OpenPlan(plans.noor_plan)]


def test_pages_are_drawn_when_they_are_seen(qtbot: QtBot, context: ThemeContext) -> None:
    view, pages = PagesView(context), Pages()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.set_document(pages)
    view.show()
    view.grab()
    assert set(pages.drawn) == {0}
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    view.grab()
    assert view.current == 2
    assert max(pages.drawn) < 6
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.current == 19
    assert view.accessibleName().endswith("bladzijde 20 van 20")
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.current == 0


def test_zooming_stays_at_the_page(qtbot: QtBot, context: ThemeContext) -> None:
    view, pages = PagesView(context), Pages()
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.set_document(pages)
    view.show()
    view.go_to(7)
    view.zoom_in()
    assert view.zoom > 1
    assert view.current == 7
    for _ in range(20):
        view.zoom_out()
    assert view.zoom == 0.5


@pytest.mark.usefixtures("qapp")
def test_the_printer_gets_the_same_pictures(tmp_path: Path) -> None:
    target, pages = tmp_path / "spool.pdf", Pages(page_count=3)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    print_pages(pages, printer)
    assert pages.drawn == [0, 1, 2]
    assert target.read_bytes().count(b"/Type /Page\n") == 3


@dataclass
class LargePages(Pages):
    """An A3 on its side, as a large matrix is."""

    page_count: int = 1

    def page(self, number: int, scale: float) -> PageImage:
        wide, high = round(1191 * scale), round(842 * scale)
        return PageImage(wide, high, bytes((number, 90, 120, 255)) * (wide * high))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("chosen", "box"), [("A3", (1191, 842)), ("A4", (842, 595))])
def test_a_large_page_goes_on_large_paper_unless_one_chose_otherwise(
    tmp_path: Path, chosen: str, box: tuple[int, int]
) -> None:
    assert paper_of(LargePages()).id() == QPageSize.PageSizeId.A3
    assert paper_of(Pages()).id() == QPageSize.PageSizeId.A4
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "spool.pdf"))
    printer.setPageSize(QPageSize(QPageSize.PageSizeId[chosen]))
    print_pages(LargePages(), printer)
    with pikepdf.open(tmp_path / "spool.pdf") as printed:
        assert [round(float(edge)) for edge in printed.pages[0].mediabox] == [0, 0, *box]


def test_a_page_keeps_its_colours() -> None:
    image = as_image(Pages().page(1, 0.1))
    colour = image.pixelColor(3, 3)
    assert (colour.red(), colour.green(), colour.blue(), colour.alpha()) == (1, 90, 120, 255)


@pytest.mark.parametrize(
    ("size", "look", "text"),
    [
        ((1366, 768), Look.LIGHT, TextSize.NORMAL),
        ((1093, 614), Look.CONTRAST, TextSize.LARGEST),
        ((683, 384), Look.DARK, TextSize.NORMAL),
    ],
)
def test_everyone_can_use_it(
    qtbot: QtBot, page_context: PageContext, plans: Plans, theme: Theme, size: tuple[int, int], look: Look,
    text: TextSize,
) -> None:  # fmt: skip
    theme.apply(look, text)
    page = shown(qtbot, page_context, PrintPlan(plans.noor_plan), size)
    assert walk(page) == []
    page._turn_to(choices=True)
    assert walk(page) == []
    page.leave()


@pytest.mark.parametrize(
    ("status", "first"), [("active", 1), ("closed", 1), ("concept_beside_active", None), ("concept", None)]
)
def test_without_a_newer_concept_the_adopted_version_is_chosen(
    context: ThemeContext, qtbot: QtBot, status: str, first: int | None
) -> None:
    version = VersionRow("plan-noor", 1, date(2026, 3, 2), "p-mila", "ab" * 32)
    plan = replace(noor.rich(), status=status, versions=() if status == "concept" else (version,))
    options = PrintOptions(context)
    qtbot.addWidget(options)
    options.show_plan(plan, (), "professional", 0)
    assert options.request().version == first
