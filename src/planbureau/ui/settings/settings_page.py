"""The settings page: one column of cards, each of which saves itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from planbureau.changes import Changes
from planbureau.ui.device import Device
from planbureau.ui.page import Page, PageContext
from planbureau.ui.settings.about_card import AboutCard
from planbureau.ui.settings.clock_card import ClockCard
from planbureau.ui.settings.device_card import DeviceCard
from planbureau.ui.settings.formats_card import FormatsCard
from planbureau.ui.settings.goals_card import GoalsCard
from planbureau.ui.settings.preparation_card import PreparationSettings
from planbureau.ui.settings.region_card import RegionCard
from planbureau.ui.settings.reports_card import ReportsCard
from planbureau.ui.settings.stricter_card import StricterCard
from planbureau.ui.settings.terms_card import TermsCard
from planbureau.ui.settings.text_card import TextCard, TextLine
from planbureau.ui.settings.users_card import UsersCard
from planbureau.ui.settings.vault_card import VaultCard
from planbureau.ui.settings.wzd_card import WzdCard
from planbureau.ui.start.choosers import Choosers
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.widgets.labels import TextRole
from planbureau.ui.widgets.scroll_page import ScrollPage
from planbureau.ui.widgets.section_header import SectionHeader

ORGANISATION = (
    TextLine("name", "Naam van de organisatie", needed=True),
    TextLine(
        "complaint_contact",
        "Bij wie kan iemand een klacht kwijt?",
        help_text="Naam en telefoonnummer. Dit komt op elk plan.",
    ),
    TextLine(
        "client_support",
        "Onafhankelijke cliëntondersteuning",
        help_text="Bij wie krijgt iemand gratis hulp bij het plan? Dit komt op elk plan.",
    ),
)
USER = (
    TextLine("given_name", "Voornaam", needed=True),
    TextLine("prefix", "Tussenvoegsel"),
    TextLine("family_name", "Achternaam"),
    TextLine("function", "Functie"),
)
SAVED = "Bewaard"


class SettingsPage(Page):
    """Shows OpenSettings."""

    def __init__(
        self,
        context: PageContext,
        device: Device,
        *,
        choosers: Choosers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, parent)
        theme, workspace = context.theme, context.workspace
        service = workspace.organisation
        self.device = DeviceCard(theme, device)
        self.organisation = TextCard(
            theme, "Organisatie", ORGANISATION, self._organisation_texts, self._save_organisation
        )
        self.user = TextCard(theme, "Je naam en functie", USER, self._user_texts, self._save_user)
        choosers = choosers or Choosers()
        self.vault = VaultCard(context, choosers)
        self.users = UsersCard(context)
        self.clock = ClockCard(context)
        self.formats = FormatsCard(context, choosers)
        self.goals = GoalsCard(context)
        self.wzd = WzdCard(context, choosers)
        self.region = RegionCard(theme, service)
        self.terms = TermsCard(theme, service)
        self.stricter = StricterCard(theme, service)
        self.reports = ReportsCard(theme, service)
        self.preparation = PreparationSettings(theme, context.clock, service)
        cards = (
            self.device,
            self.organisation,
            self.reports,
            self.preparation,
            self.user,
            self.vault,
            self.users,
            self.clock,
            self.region,
            self.terms,
            self.stricter,
            self.wzd,
            self.goals,
            self.formats,
            AboutCard(theme),
        )
        scroll = ScrollPage(theme, margins=(20, 16, 20, 20))
        scroll.add(SectionHeader("Instellingen", level=TextRole.TITLE))
        if workspace.read_only:
            words = "De kluis is alleen om te lezen open. Je kunt hier nu niets in de kluis veranderen."
            scroll.add(Banner(theme, words, Tone.WARN))
        for card in cards:
            scroll.add(card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self._connect()

    def _connect(self) -> None:
        numbers = (self.region, self.terms, self.stricter)
        for saving in (
            self.organisation, self.reports, self.preparation, self.user, *numbers, self.goals
        ):  # fmt: skip
            saving.saved.connect(lambda: self.message_requested.emit(SAVED))
            saving.setEnabled(not self.context.workspace.read_only)

    def first_focus(self) -> QWidget:
        return self.device.look

    def refresh(self, changes: Changes) -> None:
        if changes.touches("organisation"):
            self.organisation.show_texts()
            self.terms.show_terms()
            self.stricter.show_terms()
            self.region.show_region()
            self.reports.show_choice()
            self.preparation.show_steps()
        if changes.touches("ready_goal", "organisation"):
            self.goals.show_goals()
        if changes.touches("format", "plan"):
            self.formats.show_formats()
        if changes.touches("clock_check", "done", "plan_version"):
            self.clock.show_checks()
        if changes.touches("person"):
            self.user.show_texts()
            self.users.show_users()

    def leave(self) -> bool:
        """Saves what was typed; stays when disk or vault refuse, with the reason below the fields."""
        return self.organisation.leave_now() and self.user.leave_now() and self.preparation.save()

    def _organisation_texts(self) -> Mapping[str, str]:
        view = self.context.workspace.organisation.organisation()
        return {line.name: getattr(view, line.name) for line in ORGANISATION}

    def _save_organisation(self, changed: Mapping[str, str]) -> None:
        service = self.context.workspace.organisation
        before = service.organisation()
        service.save(before, replace(before, **changed))  # type: ignore[arg-type]

    def _user_texts(self) -> Mapping[str, str]:
        view = self.context.workspace.organisation.user()
        return {line.name: getattr(view, line.name) for line in USER}

    def _save_user(self, changed: Mapping[str, str]) -> None:
        service = self.context.workspace.organisation
        before = service.user()
        service.save_user(before, replace(before, **changed))  # type: ignore[arg-type]
