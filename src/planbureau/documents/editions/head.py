"""What every edition has at its head and foot: whose plan, which version, and whether it is a concept."""

from __future__ import annotations

from planbureau.documents.blocks import (
    Callout,
    CalloutKind,
    Cover,
    Footer,
    Pair,
    Status,
    StatusIcon,
    Tone,
)
from planbureau.documents.editions.paper import Paper
from planbureau.documents.editions.redaction import LEFT_OUT
from planbureau.documents.editions.values import shortened
from planbureau.rules.dutch import plain_date, sentence
from planbureau.rules.goals.status import WITHDRAWN_WORD, AgreedBy, consent_word
from planbureau.views import VersionRow
from planbureau.views.plans import how_done

CONCEPT = "CONCEPT"
_HASH = 8
_JOINT = ", "
_FOOT_NAME, _FOOT_NAME_OF_VERSION = 52, 42
"""Characters of title and name in the foot. The name of whom it is about stays; the title gives way."""
_FOOT_WHOSE = 30


def status(paper: Paper) -> Status:
    """Concept or adopted, as a sign with its words."""
    version = paper.version
    if paper.is_annex:
        return _annex_status(version)
    if paper.own:
        return Status(StatusIcon.DONE, f"Eigen plan van {paper.call_name}", Tone.OK)
    if paper.concept:
        return Status(StatusIcon.OPEN, f"{CONCEPT}: nog niet {_done(paper)}", Tone.WARN)
    if version is not None and version.without_consent:
        if paper.not_needed:
            words = f"{sentence(_done(paper))}, versie {version.number}. Akkoord was niet nodig: maatregel"
            return Status(StatusIcon.DONE, words, Tone.INFO)
        words = f"Versie {version.number}, {consent_word(version.agreed_by)}"
        return Status(StatusIcon.ATTENTION, words, Tone.WARN)
    return Status(StatusIcon.DONE, f"{sentence(_done(paper))}, versie {paper.view.version}", Tone.OK)


def _annex_status(version: VersionRow | None) -> Status:
    if version is None:
        return Status(StatusIcon.OPEN, f"{CONCEPT}: nog niet afgesloten", Tone.WARN)
    words = f"Afgesloten op {plain_date(version.adopted_on)}"
    if version.without_consent:
        withdrawn = version.agreed_by is AgreedBy.WITHDRAWN
        lacks = WITHDRAWN_WORD if withdrawn else "niet iedereen is akkoord"
        return Status(StatusIcon.ATTENTION, f"{words}, {lacks}", Tone.WARN)
    return Status(StatusIcon.DONE, words, Tone.OK)


def footer(paper: Paper, title: str) -> Footer:
    """The foot of each page: a concept says so, an adopted version carries its number, date and mark."""
    name = shortened(paper.view.subject_name, _FOOT_WHOSE)
    room = (_FOOT_NAME if paper.version is None else _FOOT_NAME_OF_VERSION) - len(name) - len(_JOINT)
    whose = _JOINT.join(part for part in (shortened(title, room), name) if part)
    today = plain_date(paper.context.today)
    if paper.own:
        return Footer((whose, f"afgedrukt op {today}"))
    if paper.concept:
        return Footer((CONCEPT, whose, f"afgedrukt op {today}"), mark=f"{CONCEPT}, nog niet {_done(paper)}")
    version = paper.version
    if version is None:
        return Footer((whose, f"versie {paper.view.version}", f"afgedrukt op {today}"))
    day, mark = plain_date(version.adopted_on), version.content_hash[:_HASH]
    return Footer((whose, f"versie {version.number} van {day}", f"kenmerk {mark}"))


def _done(paper: Paper) -> str:
    if paper.is_annex:
        return "afgesloten"
    answered = paper.version is not None and paper.version.answered
    return how_done(handed_in=paper.handed_in, answered=answered)


def professional_cover(paper: Paper) -> Cover:
    """Who the plan is about, who keeps it, and which version it is."""
    view = paper.view
    facts: list[Pair] = []
    if paper.is_household:
        facts.append(Pair("Over", view.subject_name))
    elif view.client is not None:
        facts += [Pair("Over", view.client.person.full_name)]
        if view.client.person.birth_date:
            facts.append(Pair("Geboren op", plain_date(view.client.person.birth_date)))
    if view.parent is not None:
        facts.append(Pair("Hoort bij", view.parent.title))
    if view.coordinator is not None:
        word = "Regisseur" if paper.is_household else "Coördinator"
        facts.append(Pair(word, _with_function(paper)))
    facts += _version_facts(paper)
    readers = paper.names(sorted(paper.context.audience))
    if readers:
        facts.append(Pair("Deze afdruk is voor", readers))
    facts.append(Pair("Afgedrukt op", plain_date(paper.context.today)))
    photo, alt = paper.photo
    return Cover(
        organisation=paper.context.organisation.name or view.organisation,
        subtitle=view.subject_name,
        facts=tuple(facts[1:]),
        status=status(paper),
        photo=photo,
        photo_alt=alt,
    )


def _with_function(paper: Paper) -> str:
    person = paper.view.coordinator
    if person is None:
        return ""
    about = ", ".join(part for part in (person.function, person.organisation) if part)
    return f"{person.full_name} ({about})" if about else person.full_name


def _version_facts(paper: Paper) -> list[Pair]:
    version = paper.version
    if version is not None:
        return [
            *([] if paper.is_annex and version.number == 1 else [Pair("Versie", str(version.number))]),
            Pair(f"{sentence(_done(paper))} op", plain_date(version.adopted_on)),
            Pair("Kenmerk", version.content_hash[:_HASH]),
        ]
    if paper.is_annex or paper.own:
        return []
    if paper.view.version:
        return [Pair("Versie", f"concept na versie {paper.view.version}")]
    return [Pair("Versie", "eerste concept")]


def left_out_notice(*, left_out: bool) -> tuple[Callout, ...]:
    """The sentence that something was left out; never what (rules B7)."""
    return (Callout(CalloutKind.INFO, "Niet alles staat erin", LEFT_OUT),) if left_out else ()
