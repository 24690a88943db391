"""The message at the top of a plan: what was put back, what could not be read, how the plan stands."""

from __future__ import annotations

from collections.abc import Iterable

from planbureau.ui.theme.context import ThemeContext
from planbureau.ui.theme.tokens import Tone
from planbureau.ui.widgets.banner import Banner
from planbureau.ui.wizard.desk import Desk
from planbureau.ui.wizard.kind_words import words_of
from planbureau.ui.wizard.leftovers import Leftovers
from planbureau.ui.wizard.put_back import PutBack
from planbureau.ui.wizard.step_page import StepPage

_READ = "Lees het even na. Je kunt gewoon verder schrijven."
_LEFT = "Maak er een datum of getal van, of sluit deze melding als het niet meer nodig is."
_CLOSED = "Dit plan is afgesloten. Je kunt het lezen en afdrukken."
_READ_ONLY = "De kluis is alleen om te lezen open. Wat je hier ziet, kun je nu niet veranderen."

_ANSWER = "Wat is ingeleverd, blijft zoals het is. Wat je nu schrijft, staat in een concept ernaast."
_ANSWER_HOW = (
    "Zo geeft de zorgaanbieder of de gemeente antwoord zonder de woorden van de cliënt te veranderen. Klaar? "
    "Kies Antwoord vastleggen: dan staat het antwoord erbij in een volgende versie. De cliënt hoeft niets te "
    "doen. Schreef de cliënt zelf verder? Dan heet de knop Opnieuw inleveren."
)
_CORRECTING = "Je verbetert dit verslag. Wat was afgesloten, blijft te lezen."
_CORRECTING_HOW = (
    "Alleen wat je anders opschrijft, verandert iets in het plan en de agenda. Klaar? Kies Afsluiten. Wil je "
    "het laten zoals het was? Kies Toch niet verbeteren in het menu rechtsboven."
)


def _answering(desk: Desk) -> bool:
    """Whether a plan that was handed in is being written in: by whom it was handed to, most often (C12)."""
    plan = desk.plan
    return plan.status == "concept_beside_active" and bool(plan.versions) and plan.versions[-1].handed_in


class PlanNotice(Banner):
    """Closing it says that what could not be read is not needed any more."""

    def __init__(self, context: ThemeContext) -> None:
        super().__init__(context, "", dismissible=True)
        self._leftovers: Leftovers | None = None
        self._standing = ""
        self._told: tuple[str, ...] = ()
        self.dismissed.connect(self._forget)
        self.hide()

    def show_plan(self, desk: Desk, leftovers: Leftovers, returned: PutBack) -> None:
        """What there is to say about this plan; hidden when that is nothing."""
        self._leftovers, self._standing = leftovers, desk.plan.status
        self._told = leftovers.words()
        self._show(desk, returned.words(desk), self._told)

    def keep(self, desk: Desk, leftovers: Leftovers, pages: Iterable[StepPage]) -> bool:
        """Keeps what is no date or number yet; says no more of what is one by now.

        What is being typed is not told meanwhile. False when disk or vault refuse.
        """
        kept = leftovers.keep(field for page in pages for field in page.fields.values())
        left = tuple(words for words in self._told if words in leftovers.words())
        if left != self._told:
            self._told = left
            self._show(desk, "", left)
        return kept

    def _show(self, desk: Desk, words: str, left: tuple[str, ...]) -> None:
        if left:
            text = f"Dit staat nog niet als datum of getal in het plan: {', '.join(left)}."
            self.set_message(words or text, Tone.WARN, detail=text if words else _LEFT)
        elif words:
            self.set_message(words, Tone.INFO, detail=_READ)
        elif desk.plan.status == "closed":
            self.set_message(_CLOSED, Tone.INFO)
        elif desk.read_only:
            self.set_message(_READ_ONLY, Tone.INFO)
        elif desk.plan.status == "active":
            self.set_message(words_of(desk).active, Tone.INFO)
        elif desk.correcting:
            self.set_message(_CORRECTING, Tone.INFO, detail=_CORRECTING_HOW)
        elif _answering(desk):
            self.set_message(_ANSWER, Tone.INFO, detail=_ANSWER_HOW)
        told = desk.read_only or desk.plan.status == "active" or desk.correcting or _answering(desk)
        self.setVisible(bool(words or left) or told)

    def show_standing(self, desk: Desk, leftovers: Leftovers) -> None:
        """Says how the plan stands when that is not how it stood, and there is something to say about it."""
        status = desk.plan.status
        if status != self._standing and (status == "active" or desk.correcting or _answering(desk)):
            self.show_plan(desk, leftovers, PutBack())
        self._standing = status

    def _forget(self) -> None:
        self._told = ()  # whoever closed it is told no more of it
        if self._leftovers is not None:
            self._leftovers.forget_waiting()
