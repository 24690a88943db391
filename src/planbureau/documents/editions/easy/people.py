"""The people of the easy edition: who helps me, and whom I can call, each with a picture."""

from __future__ import annotations

from planbureau.documents.blocks import Block, IdeaDetail, IdeaRow, PictureRow, Run, Text
from planbureau.documents.editions.calling import Call, whom_to_call
from planbureau.documents.editions.easy.ideas import detail
from planbureau.documents.editions.paper import Paper
from planbureau.rules.dutch import sentence
from planbureau.views import PersonView

_ROLES = (
    ("pleegouder", "pleeggezin"), ("pleegmoeder", "pleeggezin"), ("pleegvader", "pleeggezin"),
    ("moeder", "moeder"), ("mama", "moeder"), ("vader", "vader"), ("papa", "vader"), ("ouders", "ouders"),
    ("opa", "opa"), ("oma", "oma"), ("broer", "broer"), ("zus", "zus"), ("partner", "partner"),
    ("dochter", "meisje"), ("zoon", "jongen"), ("kind", "kind"), ("vriendin", "vriendin"),
    ("vriend", "vriend"), ("buur", "buren"), ("buren", "buren"), ("mentor", "vertegenwoordiger"),
    ("curator", "vertegenwoordiger"), ("voogd", "vertegenwoordiger"),
    ("bewindvoerder", "bewindvoerder"),
    ("huisarts", "dokter"), ("arts", "dokter"), ("tandarts", "tandarts"), ("verpleeg", "verpleegkundige"),
    ("psycholoog", "psycholoog"), ("gedrag", "psycholoog"), ("school", "school"), ("docent", "leraar"),
    ("leraar", "leraar"), ("leerkracht", "leraar"), ("juf", "leraar"), ("vrijwillig", "vrijwilliger"),
    ("mantelzorg", "mantelzorger"), ("persoonlijk", "mijn-begeleider"), ("begeleid", "begeleider"),
    ("wijkteam", "begeleider"), ("jeugd", "begeleider"), ("collega", "collega"), ("werk", "werk"),
    ("dagbesteding", "dagbesteding"),
)  # fmt: skip
"""A part of a role or function -> the picture of such a person; the first that fits counts."""


def person_picture(role: str, person: PersonView | None, paper: Paper) -> str:
    """A picture for somebody by role."""
    words = " ".join(part for part in (role, person.function if person else "") if part).casefold()
    fitting = [picture for part, picture in _ROLES if part in words]
    default = "begeleider" if person is not None and person.professional else "mensen-om-mij-heen"
    return paper.picture(*fitting, default)


def network(paper: Paper) -> list[Block]:
    """Everybody around the client: name, role, and what he or she does."""
    blocks: list[Block] = []
    alive = (one for one in paper.view.relations if one.person.deceased_on is None)
    for one in sorted(alive, key=lambda each: each.person.professional):
        runs: list[Run] = [Run(_name(one.person), bold=True)]
        role = one.role or one.person.function
        if role:
            runs.append(Run(f", {role}"))
        if one.contribution.strip():
            runs.append(Run(f"\n{sentence(one.contribution.strip())}"))
        photo, alt = paper.face(one.person.id)
        picture = person_picture(role, one.person, paper)
        blocks.append(PictureRow((picture,), tuple(runs), photo=photo, photo_alt=alt))
    return blocks


def household(paper: Paper) -> list[Block]:
    """The members of the family."""
    members = paper.view.household.members if paper.view.household else ()
    return [
        PictureRow(
            (person_picture(one.role, one.person, paper),),
            (Run(one.person.short_name, bold=True), *([Run(f", {one.role}")] if one.role else [])),
        )
        for one in members
        if one.person.deceased_on is None
    ]


def calling(paper: Paper) -> list[Block]:
    """Whom to call, in the order of the list: the number large, who it is below it."""
    return [
        IdeaRow(_call_picture(one, paper), _call_number(one), _call_when(one))
        for one in whom_to_call(paper, "easy")
    ]


def _call_picture(one: Call, paper: Paper) -> str:
    if one.role or one.person:
        return person_picture(one.role, one.person, paper)
    return paper.picture("bellen", "telefoon")


def _call_number(one: Call) -> Text:
    """The name and the number in the largest type."""
    name = f"{one.name}, {one.role}" if one.role else one.name
    if not one.number:
        return name
    return (Run(f"{name}\n"), Run(one.number, bold=True, link=f"tel:{''.join(one.number.split())}"))


def _call_when(one: Call) -> tuple[IdeaDetail, ...]:
    return detail("Wanneer", one.when)


def _name(person: PersonView) -> str:
    return person.full_name if person.professional else person.short_name
