"""Invented people and sentences for the vault that the benchmark measures. Every run makes the same ones."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

GIVEN = (
    "Noor", "Daan", "Fatima", "Emre", "Sem", "Lotte", "Ruben", "Aylin", "Joris", "Mila", "Hugo", "Samira",
    "Thijs", "Esra", "Bram", "Yara", "Koen", "Zoë", "Oumar", "Femke", "Lars", "Nadia", "Stijn", "Iris",
)  # fmt: skip
FAMILY = (
    "Voorbeeld", "Yıldız", "de Vries", "Bakker", "El Amrani", "Smit", "van Dijk", "Kaya", "Mulder", "Visser",
    "Peeters", "Hendriks", "Brouwer", "Aydın", "Dekker", "Kuipers", "van der Meer", "Willems", "Postma",
    "Okafor", "Schouten", "Maas", "Verhoeven", "Koster", "Prins", "Huisman", "Peters", "Timmer", "Evers",
)  # fmt: skip
STREETS = ("Lindelaan", "Kerkstraat", "Molenweg", "Dorpsplein", "Havenkade", "Beukenhof", "Schoolstraat")
PLACES = ("Zwolle", "Breda", "Assen", "Gouda", "Venlo", "Almere", "Hoorn", "Tiel")
SENTENCES = (
    "Ik wil graag elke dag even naar buiten, ook als het regent.",
    "’s Ochtends gaat het aankleden beter als er rust is.",
    "Op woensdag komt mijn zus eten en dan koken we samen.",
    "De begeleider vertelt de avond tevoren wie er in de ochtend komt.",
    "Bij te veel geluid in de groep ga ik naar mijn eigen kamer.",
    "Het lukt om zelf boodschappen te doen met een lijstje.",
    "Op de dagbesteding werk ik het liefst in de tuin.",
    "Als er iets verandert, wil ik dat een dag van tevoren weten.",
    "De medicijnen neem ik zelf in; de avonddienst kijkt mee.",
    "School belt op dinsdag en dan hoort moeder hoe de week ging.",
    "Ik slaap beter met het kleine lampje aan.",
    "We spraken af dat het geld op vrijdag op de leefrekening komt.",
)


@dataclass(frozen=True)
class Someone:
    """An invented person."""

    given_name: str
    family_name: str
    birth_date: date

    @property
    def fields(self) -> dict[str, str]:
        """What the record of a person holds, as JSON."""
        return {
            "given_name": self.given_name,
            "family_name": self.family_name,
            "birth_date": self.birth_date.isoformat(),
        }


class Inventor:
    """Makes people, homes and texts from one fixed seed."""

    def __init__(self, today: date, seed: int = 20260316) -> None:
        self.today = today
        self.dice = random.Random(seed)  # noqa: S311 - invents people, keeps no secret

    def someone(self, youngest: int, oldest: int) -> Someone:
        """A person between these ages in years."""
        born = self.today - timedelta(days=self.dice.randint(youngest * 365 + 200, oldest * 365))
        return Someone(self.dice.choice(GIVEN), self.dice.choice(FAMILY), born)

    def address(self, number: int) -> dict[str, str]:
        """An address as a person's record holds it."""
        street = f"{self.dice.choice(STREETS)} {number % 180 + 1}"
        postcode = f"{1000 + number % 8999} AB"
        return {
            "id": f"adres-{number}",
            "label": "",
            "street": street,
            "postcode": postcode,
            "city": self.dice.choice(PLACES),
        }

    def text(self, fewest: int = 1, most: int = 5) -> str:
        """A few sentences."""
        return " ".join(self.dice.sample(SENTENCES, self.dice.randint(fewest, most)))

    def day_before(self, fewest: int, most: int) -> date:
        """A day so many days before today."""
        return self.today - timedelta(days=self.dice.randint(fewest, most))
