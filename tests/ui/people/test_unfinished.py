"""A form that cannot be saved does not keep the vault open, and nothing typed in it is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot
from tests.ui.people.family import make_family
from tests.vault_room import VaultRoom

from planbureau.errors import VaultError
from planbureau.services.api import Workspace
from planbureau.ui.calendar.today_page import TodayPage
from planbureau.ui.guide.form import GuideForm
from planbureau.ui.guide.subjects import of_client
from planbureau.ui.page import Page, PageContext
from planbureau.ui.people.client_form import ClientForm
from planbureau.ui.people.clients_page import ClientsPage
from planbureau.ui.people.custody_form import CustodyForm
from planbureau.ui.people.desk import Desk
from planbureau.ui.people.form_panel import FormPanel
from planbureau.ui.people.measure_form import MeasureForm
from planbureau.ui.people.member_form import HouseholdForm, MemberForm
from planbureau.ui.people.new_client_form import NewClientForm
from planbureau.ui.people.person_form import PersonForm
from planbureau.ui.people.relation_form import RelationForm
from planbureau.ui.people.reopening import form_of
from planbureau.ui.people.request_form import RequestForm
from planbureau.ui.people.typed import typed_in
from planbureau.ui.people.who_field import WhoField
from planbureau.ui.places import OpenClient, OpenClients, OpenForm, OpenToday
from planbureau.ui.shell.main_window import MainWindow, PageEntry
from planbureau.ui.theme.context import ThemeContext
from planbureau.views import ClientView, FormKey

CANARY = "Kanariegeel-9920"
ENTRIES = (
    PageEntry("vandaag", (OpenToday,), TodayPage, in_visit=False),
    PageEntry("clienten", (OpenClients, OpenClient, OpenForm), ClientsPage),
)


def shown(qtbot: QtBot, workspace: Workspace, theme: ThemeContext, room: VaultRoom) -> MainWindow:
    window = MainWindow(PageContext(workspace, theme, room.clock), ENTRIES, idle_minutes=0)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    return window


def page_of(window: MainWindow) -> ClientsPage:
    page = window._pages["clienten"]
    assert isinstance(page, ClientsPage)
    return page


def words_in(page: Page) -> str:
    labels = [label.text() for label in page.findChildren(QLabel)]
    return " ".join([*labels, *(button.text() for button in page.findChildren(QAbstractButton))])


@pytest.mark.parametrize("how", ["idle", "close"])
def test_an_unfinished_form_locks_and_comes_back(
    qtbot: QtBot, workspace: Workspace, context: ThemeContext, room: VaultRoom, how: str
) -> None:
    family = make_family(workspace)
    window = shown(qtbot, workspace, context, room)
    window.go(OpenClient(family.child))
    page = page_of(window)
    page.open_form(MeasureForm(page._desk, family.child))
    form = cast("MeasureForm", page.form)
    QTest.keyClicks(form.authority, CANARY)
    QTest.keyClicks(form.begin.line, "ergens in mei")
    with qtbot.waitSignal(window.locked):
        window._idle.idle.emit() if how == "idle" else window.close()
    with pytest.raises(VaultError, match="op slot"):
        workspace.clients.rows()
    for file in room.folder.rglob("*"):
        assert not file.is_file() or CANARY.encode() not in file.read_bytes()

    again = room.unlock()
    window = shown(qtbot, again, context, room)
    today = window._pages["vandaag"]
    assert "nog niet bewaard" in words_in(today)
    assert CANARY not in words_in(today)
    line = next(b for b in today.findChildren(QAbstractButton) if "Maatregel" in b.accessibleName())
    assert line.accessibleName() == "Can Yıldız: Maatregel, nog niet bewaard"
    line.click()
    page = page_of(window)
    back = cast("MeasureForm", page.form)
    assert (back.authority.text(), back.begin.line.text()) == (CANARY, "ergens in mei")
    assert not back.begin.is_valid()
    assert not back.put_back_banner.isHidden()
    assert "Je tekst van 10:00 is teruggezet." in words_in(page)
    back.begin.set_value(room.clock.today())
    back.kind.set_value("ots")
    assert back.submit()
    assert again.forms.all() == ()
    assert any(one.authority == CANARY for one in again.clients.measures(family.child))
    window.lock()


def test_a_page_that_breaks_does_not_keep_the_vault_open(
    qtbot: QtBot,
    workspace: Workspace,
    context: ThemeContext,
    room: VaultRoom,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = shown(qtbot, workspace, context, room)
    kept: list[bool] = []

    def breaks(_page: Page) -> bool:
        raise RuntimeError("kapot")

    monkeypatch.setattr(TodayPage, "leave", breaks)
    monkeypatch.setattr(TodayPage, "keep_unfinished", lambda _page: kept.append(True))
    with qtbot.waitSignal(window.locked):
        window.lock()
    assert kept == [True]
    with pytest.raises(VaultError, match="op slot"):
        workspace.clients.rows()


@pytest.fixture
def desk(page_context: PageContext) -> Desk:
    return Desk(page_context, lambda _: None, lambda _: None, lambda _: None)


FORMS: dict[str, Callable[[Desk, ClientView], FormPanel]] = {
    "client": ClientForm,
    "person": lambda desk, client: PersonForm(desk, client.person, client.id),
    "relation": lambda desk, client: RelationForm(desk, client.id),
    "known relation": lambda d, c: RelationForm(d, c.id, d.clients.relations(c.id)[0]),
    "new member": lambda d, c: MemberForm(d, d.clients.household(c.household_ids[0]), c.id),
    "member": lambda d, c: MemberForm(
        d, home := d.clients.household(c.household_ids[0]), c.id, home.members[0]
    ),
    "household": lambda d, c: HouseholdForm(d, d.clients.household(c.household_ids[0])),
    "new household": lambda desk, client: HouseholdForm(desk, None, client),
    "custody": CustodyForm,
    "measure": lambda desk, client: MeasureForm(desk, client.id),
    "request": lambda desk, client: RequestForm(desk, client.id, desk.clients.requests(client.id)[0]),
    "guide": lambda desk, client: GuideForm(desk, of_client(client, desk.households_of(client))),
    "new client": lambda desk, _client: NewClientForm(desk),
}


@pytest.mark.parametrize("name", list(FORMS))
def test_every_form_opens_again_with_what_was_typed(
    qtbot: QtBot, desk: Desk, workspace: Workspace, name: str
) -> None:
    family = make_family(workspace)
    form = FORMS[name](desk, workspace.clients.client(family.mother))
    qtbot.addWidget(form)
    assert form.put_back_banner.isHidden()
    _fill(form)
    typed = typed_in(form)
    assert form.keep_unfinished()
    (draft,) = workspace.forms.all()
    assert draft.key == form._keeper._key

    again = form_of(desk, draft.key)
    qtbot.addWidget(again)
    assert type(again) is type(form)
    assert typed_in(again) == typed
    assert again.changed()
    assert not again.put_back_banner.isHidden()
    again.closed.emit()
    assert workspace.forms.all() == ()


def _fill(form: FormPanel) -> None:
    """Types in every kind of field that a form has."""
    for name in ("family", "name", "authority", "requester", "proof"):
        line = getattr(form, name, None)
        if line is not None:
            line.setText(f"{line.text()} {CANARY}")
    for name in ("role",):
        if hasattr(form, name):
            getattr(form, name).set_value("een eigen rol")
    if isinstance(form, ClientForm):
        form.bsn.put_back("12345")
        form.ways.set_checked({"tolk"})
        form.person.addresses.rows[0].remove_button.click()
        form.person.contacts.add().line.setText(CANARY)
        form.person.contacts.rows[0].line.setText("06-00000000")
        form.ended.line.setText("ooit")
        form.ended.line.setModified(True)
    if isinstance(form, GuideForm):
        form.boxes["wet"].choose({"wlz", "zvw"})
    if isinstance(form, PersonForm):
        form.fields_of_person.note.set_value(CANARY)
    for who in form.findChildren(WhoField):
        who.choose(who._people[-1])


def test_typing_is_kept_while_it_goes_on_and_dropped_when_it_is_undone(
    qtbot: QtBot, desk: Desk, workspace: Workspace
) -> None:
    form = NewClientForm(desk)
    qtbot.addWidget(form)
    form._keeper.timer.setInterval(5)
    form.family.setText("Prins")
    qtbot.waitUntil(lambda: [dict(d.typed) for d in workspace.forms.all()] == [{"Achternaam": "Prins"}])
    form.family.clear()
    qtbot.waitUntil(lambda: workspace.forms.all() == ())


def test_text_without_a_field_is_shown_and_a_form_about_nothing_says_so(
    qtbot: QtBot, page_context: PageContext, workspace: Workspace
) -> None:
    family = make_family(workspace)
    workspace.forms.keep(FormKey("measure", family.child), "Maatregel", {"Oud veld": CANARY})
    page = ClientsPage(page_context)
    qtbot.addWidget(page)
    said: list[str] = []
    page.message_requested.connect(said.append)
    page.show_place(OpenForm(FormKey("measure", family.child)))
    assert isinstance(page.form, MeasureForm)
    assert CANARY in words_in(page)
    page.form.closed.emit()
    page.show_place(OpenForm(FormKey("measure", family.child, "weg")))
    assert page.form is None
    assert "niet meer is" in said[-1]
