"""The words that a format may use for what the program itself knows: laws, facts, bound records."""

from __future__ import annotations

REGIMES = frozenset({"jeugdwet", "wlz", "wmo", "zvw", "wgbo", "strafrecht"})
"""The legal frames, by the same ids as `rules.regime.Regime` (a test compares them)."""

FACTS = {
    "has_minor": "de cliënt of iemand in het gezin is jonger dan 18",
    "has_12_to_17": "de cliënt of iemand in het gezin is 12 tot en met 17 jaar",
    "has_16_17": "de cliënt of iemand in het gezin is 16 of 17 jaar",
    "members": "aantal gezinsleden",
    "organisations": "aantal verschillende organisaties, zonder de huisarts",
    "professionals": "aantal betrokken beroepskrachten",
    "network": "aantal betrokken naasten",
    "carers": "aantal mantelzorgers",
    "representatives": "aantal vertegenwoordigers",
    "versions": "aantal versies dat is vastgesteld of ingeleverd",
    "open_goals": "aantal doelen die nog lopen, bij de persoon die er de meeste heeft",
}
"""Facts that services count from the records of a client or household; a missing one counts as 0."""

BINDS = frozenset(
    {
        "client.name",
        "client.call_name",
        "client.birth_date",
        "client.address",
        "client.phone",
        "client.email",
        "client.bsn",
        "client.languages",
        "client.communication",
        "client.photo",
        "household.name",
        "household.members",
        "plan.coordinator",
        "plan.part",
    }
)
"""Records that a question may show and write; "trigger.<field>" shows a trigger date of the plan."""
PLAN_PART = "plan.part"
"""The part of life that a plan is about, when there are more of its type: it stands in the name."""

LINTS = ("results", "diagnosis", "history")
"""What a text of a plan may be looked at for: scores and results, diagnoses, the story of a life."""

AGREED_BY = frozenset({"foster_parent"})
"""Who may have to agree with a part of a plan, by the ids of `Capacity` in the rules (a test compares)."""

TRIGGER_BIND = "trigger."

FINISH_EFFECTS = {
    "evaluation": "dit was een evaluatie van het plan; de termijnen tellen vanaf deze dag",
    "next_evaluation": "op deze dag is de volgende evaluatie afgesproken",
    "agreements": "wat in deze tabel staat, komt bij de afspraken van het plan, of als actie bij een doel",
    "own_statement": "een eigen verklaring is bij het dossier gevoegd",
    "judgement": "een oordeel over wilsbekwaamheid komt in het plan te staan (Wlz 8.1.3 lid 3)",
    "resistance": "er is verzet; eerdere instemming met het plan houdt op (Wzd 3a lid 5)",
}
"""What finishing an annex can do to its plan.

Besides there are "trigger.<field>", which sets a date of the plan when it is later than the one that stands
there, "begins.<rule>", which starts a term unless it runs already, "ends.<rule>", which makes it shorter than
the law allows, and "done.<rule>", which settles one.
"""

AGREEMENTS_EFFECT = "agreements"
AGREED_COLUMNS = ("wat", "wie", "hoe_vaak", "wanneer", "doel")
"""What the columns of a table with this effect are called; only the first must be there."""

DONE_EFFECT = "done."
BEGINS_EFFECT = "begins."
ENDS_EFFECT = "ends."

EDITIONS = ("professional", "easy", "start", "table")
"""Prints: for the file and the family, the easy version, the one page of first agreements, and of a talk the
one page that tells who sits at the table and why.
"""


def known_bind(name: str) -> bool:
    """Whether a question may be bound to this record."""
    return name in BINDS or is_trigger(name)


def is_trigger(name: str) -> bool:
    """Whether this names a trigger date of the plan."""
    return name.startswith(TRIGGER_BIND) and len(name) > len(TRIGGER_BIND)
