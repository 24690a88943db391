"""The easy edition as a whole."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Block,
    Callout,
    CalloutKind,
    Cover,
    Document,
    Edition,
    Heading,
    KeepTogether,
    Paragraph,
    PictureRow,
    Run,
    Status,
    StatusIcon,
    TextStyle,
    Tone,
)
from planbureau.documents.editions.easy import answers, goals, people
from planbureau.documents.editions.easy.agreeing import agreeing
from planbureau.documents.editions.easy.outcomes import outcomes
from planbureau.documents.editions.easy.reviews import agreement_reviews
from planbureau.documents.editions.easy.risks import risks
from planbureau.documents.editions.head import footer
from planbureau.documents.editions.paper import Paper, Shown
from planbureau.documents.editions.pending import PENDING_EASY, pending
from planbureau.documents.editions.signing import sign_lines
from planbureau.documents.editions.values import day_words
from planbureau.formats.model import Question, QuestionKind, Section
from planbureau.formats.naming import part_in, titled
from planbureau.rules.consent.record import ConsentOutcome
from planbureau.rules.consent.topics import free_of_consent
from planbureau.rules.dutch import sentence
from planbureau.rules.goals.status import AgreedBy
from planbureau.views import VersionRow

K = QuestionKind
_NOT_NEEDED = "Een ja was niet nodig"
_WITHDRAWN = "Nu zegt niet iedereen meer ja"
_NOT_ALL = "Niet iedereen zei ja"
_NOT_YET_ALL = "Nog niet iedereen zei ja"
_SAID_NO = frozenset({ConsentOutcome.REFUSED, ConsentOutcome.PARTLY, ConsentOutcome.RESISTS})
LEFT_OUT = "Niet alles staat in dit boekje. Vraag ernaar als je meer wilt weten."
_ELSEWHERE = frozenset({"naam", "roepnaam", "geboortedatum"})
"""Questions that the cover answers already."""


def easy(paper: Paper, *, left_out: bool) -> Document:
    """The plan in easy words."""
    kind = paper.view.format
    title = titled(kind.easy_title or kind.title, part_in(paper.view.title, kind.title))
    blocks: list[Block] = []
    if left_out:
        blocks.append(Callout(CalloutKind.INFO, "Let op", LEFT_OUT))
    for shown in paper.shown("easy"):
        blocks += _section(shown, paper)
    blocks += _calling(paper)
    blocks += _help(paper)
    return Document(
        title=title,
        blocks=tuple(blocks),
        subject=f"{title}, van {paper.view.subject_name}",
        author=paper.context.organisation.name or paper.view.organisation,
        edition=Edition.EASY,
        cover=_cover(paper),
        footer=footer(paper, title),
    )


def _cover(paper: Paper) -> Cover:
    version = paper.version
    if paper.is_annex:
        status = _annex_status(paper)
    elif paper.own:
        status = Status(StatusIcon.DONE, "Dit plan is van mij", Tone.OK)
    elif version is None:
        status = Status(StatusIcon.OPEN, "CONCEPT: dit plan is nog niet klaar", Tone.WARN)
    else:
        day = day_words(version.adopted_on, paper.context.today)
        # Who said no, or was not asked, agreed to nothing: the booklet must not say so (rules B1.1, B1.4).
        words = (
            f"Vastgesteld op {day}. {_lacks(version, paper)}"
            if version.without_consent
            else f"{_said(version, paper)} op {day}"
        )
        fine = not version.without_consent or paper.not_needed
        icon, tone = (StatusIcon.DONE, Tone.OK) if fine else (StatusIcon.ATTENTION, Tone.WARN)
        status = Status(icon, words, tone)
    photo, alt = paper.photo
    return Cover(
        organisation=paper.context.organisation.name or paper.view.organisation,
        subtitle=f"Dit hoort bij het plan van {_whose(paper)}."
        if paper.is_annex
        else f"Dit plan is van {_whose(paper)}.",
        status=status,
        photo=photo,
        photo_alt=alt,
        pictogram=paper.picture("plan"),
    )


def _lacks(version: VersionRow, paper: Paper) -> str:
    """Why not everybody agreed: no is something else than not asked (yet), or not needed."""
    if version.agreed_by is AgreedBy.WITHDRAWN:
        return _WITHDRAWN
    if paper.not_needed:
        return _NOT_NEEDED
    said = {ConsentOutcome(one.outcome) for one in paper.view.consents if one.outcome}
    return _NOT_ALL if said & _SAID_NO else _NOT_YET_ALL


def _said(version: VersionRow, paper: Paper) -> str:
    """What was done with this version: agreed on only where somebody is asked to agree."""
    if version.handed_in:
        return sentence(version.how)
    return "Vastgesteld" if free_of_consent(paper.view.format.family) else "Afgesproken"


def _annex_status(paper: Paper) -> Status:
    version = paper.version
    if version is None:
        return Status(StatusIcon.OPEN, "CONCEPT: dit is nog niet klaar", Tone.WARN)
    return Status(StatusIcon.DONE, f"Klaar op {day_words(version.adopted_on, paper.context.today)}", Tone.OK)


def _whose(paper: Paper) -> str:
    name = paper.call_name
    if not paper.is_household:
        return name
    return f"het gezin {name.removeprefix('Gezin ').removeprefix('gezin ')}"


def _section(shown: Shown, paper: Paper) -> list[Block]:
    inside = [
        block
        for question in shown.questions
        if question.id not in _ELSEWHERE
        for block in _question(question, shown.section, paper)
    ]
    if not inside:
        return []
    section = shown.section
    heading = Heading(1, section.easy_title or section.title, paper.picture(section.pictogram))
    who = pending(section, paper)
    if who:
        inside.insert(0, PictureRow((paper.picture("wachten"),), PENDING_EASY.format(who=who)))
    return [heading, *inside]


def _question(question: Question, section: Section, paper: Paper) -> list[Block]:
    match question.kind:
        case K.CHOICE if question.signature:
            return sign_lines((question,), paper)
        case K.SHORT_TEXT | K.CHOICE | K.CHOICES | K.DATE | K.MOMENT | K.NUMBER | K.MARK | K.TICK | K.PERSON:
            return answers.short_answer(question, section, paper)
        case K.LONG_TEXT:
            return answers.text_answer(question, section, paper)
        case K.ATTACHMENTS:
            return answers.files_answer(question, section, paper)
        case K.TABLE:
            return answers.table_answer(question, section, paper)
        case K.LIFE_DOMAIN:
            return answers.domains(question, section, paper)
        case K.GOAL_OUTCOMES:
            return outcomes(question, paper)
        case K.AGREEMENT_REVIEWS:
            return agreement_reviews(question, paper)
        case K.GOALS:
            return goals.goals(question, paper)
        case K.AGREEMENTS:
            return goals.agreements(paper)
        case K.RISKS:
            return risks(question, section, paper)
        case K.NETWORK:
            return people.network(paper)
        case K.HOUSEHOLD:
            return people.household(paper)
        case K.CONSENT:
            return agreeing(paper)
        case _:  # custody, matrix, files and statutory topics belong to the professional edition
            return []


def _calling(paper: Paper) -> list[Block]:
    rows = people.calling(paper)
    if not rows:
        return []
    title = "Wie kunnen we bellen?" if paper.is_household else "Wie kan ik bellen?"
    return [Heading(1, title, paper.picture("bellen")), *rows]


def _help(paper: Paper) -> list[Block]:
    """Help with the talk and where to complain, in easy words (rules B8)."""
    organisation = paper.context.organisation
    blocks: list[Block] = [
        Heading(1, "Hulp bij een gesprek", paper.picture("clientondersteuner")),
        PictureRow(
            (paper.picture("samen", "gesprek"),),
            "Je mag iemand meenemen naar een gesprek over je plan. Dat kost niets.",
        ),
    ]
    support, complaint = organisation.client_support.strip(), organisation.complaint_contact.strip()
    if support:
        blocks.append(Paragraph((Run("Wie kan er mee? ", bold=True), Run(support)), TextStyle.BODY))
    blocks.append(
        PictureRow((paper.picture("klacht"),), "Ben je niet tevreden? Zeg het. Dat mag altijd."),
    )
    if complaint:
        blocks.append(Paragraph((Run("Wie luistert? ", bold=True), Run(complaint)), TextStyle.BODY))
    return [KeepTogether(tuple(blocks))]
