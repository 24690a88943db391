"""Twenty minutes on an imitated screen: first start, a client, three answers, and one page on paper.

Run by test_on_a_screen.py in a process of its own; pytest does not collect it by itself.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from tests.journeys.hands import Hands
from tests.journeys.office import Office, text_of
from tests.journeys.test_ondersteuningsplan import CASE, new_client, start_plan
from tests.pdf_checks import assert_pdf_ua

from planbureau.ui.places import PrintPlan


def test_from_an_empty_laptop_to_a_page_on_paper(office: Office) -> None:
    assert QGuiApplication.platformName() == "xcb"
    office.start()
    office.make_vault("Zorghoeve Voorbeeld", "Sanne de Wit", "begeleider")
    new_client(office)
    hands = Hands(office, start_plan(office), CASE)
    hands.frame("wlz", "datum_start_zorg", "17-1-2026")
    for question in ("belangrijk_voor_mij", "benaderen", "afspraken", "wie_bellen"):
        hands.fill(question)
    assert "maandag 2 maart 2026" in str([d.why for d in hands.stored.deadlines])
    pdf = office.saved_pdf(PrintPlan(hands.plan_id, "start"))
    assert_pdf_ua(pdf)
    for words in ("Bram van der Veen", "Ik voer de kippen.", "Elke avond om acht uur"):
        assert words in text_of(pdf)
    picture = office.window.grab().toImage()
    assert len({picture.pixelColor(x, y).rgb() for x in range(0, 800, 20) for y in range(0, 600, 20)}) > 3
    office.lock()
    office.unlock()
    assert hands.stored.answer("benaderen").value == CASE["benaderen"]
