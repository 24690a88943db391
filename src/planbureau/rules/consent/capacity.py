"""In which capacity ("hoedanigheid") a person agrees, and who has custody (rules B2, B6).

An administrator of money ("bewindvoerder") is missing on purpose: he or she never decides about care.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Capacity(Enum):
    """In which capacity somebody gives, or does not give, consent."""

    CLIENT = "client"
    PARENT = "parent"
    GUARDIAN = "guardian"
    GI_GUARDIAN = "gi_guardian"
    MENTOR = "mentor"
    CURATOR = "curator"
    AUTHORISED = "authorised"
    PARTNER = "partner"
    RELATIVE = "relative"
    FOSTER_PARENT = "foster_parent"
    CARE_COORDINATOR = "care_coordinator"
    PHYSICIAN = "physician"
    WZD_OFFICER = "wzd_officer"

    @property
    def label(self) -> str:
        """The Dutch name as a user reads it."""
        return _LABELS[self]


OWN_PART = frozenset({Capacity.FOSTER_PARENT.value})
"""Who agrees with a part of a plan alone: without it that part stays a concept (Jeugdwet 4.1.3 lid 6)."""

_FOSTER = ("pleegouder", "pleegouders", "pleegmoeder", "pleegvader", "pleegmama", "pleegpapa", "pleegoma",
           "pleegopa")  # fmt: skip
"""How people call a foster parent; also "netwerkpleegouder" ends so."""


def is_foster_parent(role: str) -> bool:
    """Whether a role in the network or the family, in anybody's words, is that of a foster parent."""
    return any(word.endswith(_FOSTER) for word in re.findall(r"\w+", role.casefold()))


_PARENTS = frozenset({"moeder", "vader", "ouder", "stiefouder", "stiefmoeder", "stiefvader"})
_CHILDREN = frozenset({"kind", "zoon", "dochter", "stiefkind", "pleegkind"})
_GROWN_UP = _PARENTS | {"partner", "oma", "opa"}
"""Roles in a family that only adults have in practice; of them no birth date is needed to see who decides."""


def is_grown_up_role(role: str) -> bool:
    """Whether somebody with this role in a family is an adult in practice."""
    return role.strip().casefold() in _GROWN_UP or is_foster_parent(role)


def is_parent_role(role: str) -> bool:
    """Whether a role in a family is that of somebody who brings up a child."""
    return role.strip().casefold() in _PARENTS or is_foster_parent(role)


def is_child_role(role: str) -> bool:
    """Whether a role in a family is that of a child, of whatever age."""
    return role.strip().casefold() in _CHILDREN


_LABELS = {
    Capacity.CLIENT: "cliënt",
    Capacity.PARENT: "ouder met gezag",
    Capacity.GUARDIAN: "voogd",
    Capacity.GI_GUARDIAN: "gecertificeerde instelling als voogd",
    Capacity.MENTOR: "mentor",
    Capacity.CURATOR: "curator",
    Capacity.AUTHORISED: "gemachtigde",
    Capacity.PARTNER: "partner",
    Capacity.RELATIVE: "familielid",
    Capacity.FOSTER_PARENT: "pleegouder",
    Capacity.CARE_COORDINATOR: "zorgverantwoordelijke",
    Capacity.PHYSICIAN: "arts (Wzd 10 lid 3)",
    Capacity.WZD_OFFICER: "Wzd-functionaris",
}


class CustodyKind(Enum):
    """On what ground somebody has custody over a child."""

    PARENT = "parent"
    GUARDIAN = "guardian"
    GI_GUARDIAN = "gi_guardian"

    @property
    def capacity(self) -> Capacity:
        """The capacity in which this holder of custody agrees."""
        return Capacity(self.value)


@dataclass(frozen=True)
class CustodyHolder:
    """One person (or body) with custody. A parent without custody is not in this list."""

    person_id: str
    kind: CustodyKind
