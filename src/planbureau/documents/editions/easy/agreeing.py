"""What the client thinks of the plan: the recorded answer, or boxes to tick and a line to sign on."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    KeepTogether,
    Paragraph,
    PictureCard,
    PictureGrid,
    PictureRow,
    Run,
    SignatureBox,
)
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.values import day_words
from planbureau.rules.consent.record import ConsentOutcome
from planbureau.views import ConsentView, PersonView

_SAID = {
    ConsentOutcome.AGREED.value: ("akkoord", "{who} {be} het eens met dit plan."),
    ConsentOutcome.PARTLY.value: ("misschien", "{who} {be} het eens met een deel van dit plan."),
    ConsentOutcome.REFUSED.value: ("niet-eens", "{who} {be} het niet eens met dit plan."),
    ConsentOutcome.RESISTS.value: ("niet-eens", "{who} {want} dit plan niet."),
}

_ANSWERS = (("Ja", "akkoord"), ("Een beetje", "misschien"), ("Nee", "niet-eens"))
"""Pictures to point at, for who does not read or write."""


def agreeing(paper: Paper) -> list[Block]:
    """The answers that were given; in a concept room to answer."""
    own = [one for one in paper.view.consents if _own(one, paper)]
    given = [one for one in own if one.outcome in _SAID]
    heard = [one for one in own if one.outcome == ConsentOutcome.HEARD.value and one.reason.strip()]
    spoken = [_words(one, paper) for one in heard]
    if given or not paper.concept:
        return [*(_answer(one, paper) for one in given), *spoken]
    what = "dit verslag" if paper.is_annex else "dit plan" if paper.is_household else "je plan"
    question = f"{'Zijn jullie' if paper.is_household else 'Ben je'} het eens met {what}?"
    cards = tuple(PictureCard(paper.picture(picture), word) for word, picture in _ANSWERS)
    name = paper.call_name
    return [
        *spoken,
        KeepTogether(
            (
                Paragraph((Run(question, bold=True), Run("\nWijs aan, of zet een kruis."))),
                PictureGrid(cards, columns=len(cards)),
            )
        ),
        KeepTogether(
            (
                Paragraph("Je mag hier je naam zetten. Dat hoeft niet."),
                SignatureBox(name, "", sign_here=True),
            )
        ),
    ]


def _own(one: ConsentView, paper: Paper) -> bool:
    """Whether this is the answer of the client, or of a member of the family or a parent elsewhere."""
    return any(one.person_id == person.id for person in _people(paper))


def _people(paper: Paper) -> list[PersonView]:
    view = paper.view
    people = [one.person for one in view.clients]
    if view.client is not None:
        people.append(view.client.person)
    if paper.is_household and view.household is not None:
        people += [one.person for one in view.household.members]
        people += [one.person for one in view.custody]  # a parent who lives elsewhere decides with them
    return people


def _words(one: ConsentView, paper: Paper) -> Block:
    """What somebody said whose agreement is not needed: most often a child."""
    who = f"{paper.short_name(one.person_id)} zegt" if paper.is_household else "Ik zeg"
    day = f"\nDat was op {day_words(one.on, paper.context.today)}." if one.on else ""
    return PictureRow((paper.picture("praten"),), f"{who}: “{one.reason.strip()}”{day}")


def _answer(one: ConsentView, paper: Paper) -> Block:
    picture, sentence = _SAID[one.outcome]
    client = paper.view.client
    self_said = not paper.is_household and client is not None and client.person.id == one.person_id
    who, be, want = ("Ik", "ben", "wil") if self_said else (paper.short_name(one.person_id), "is", "wil")
    text = sentence.format(who=who, be=be, want=want)
    if paper.is_annex:
        text = text.replace("dit plan", "dit verslag")
    day = f"\nDat was op {day_words(one.on, paper.context.today)}." if one.on else ""
    return PictureRow((paper.picture(picture),), text + day)
