"""Plans under the Jeugdwet: the family's own first, then that of the provider (rules C1 to C4, C10)."""

from __future__ import annotations

from planbureau.rules.mark import Mark
from planbureau.rules.plan_guide.advice import Advice, Reason, Strength
from planbureau.rules.plan_guide.table import sources
from planbureau.rules.plan_guide.when import UNANSWERED, When

_LAW = ("jeugdwet",)
_NO_OFFER = ("jeugdreclassering", "gi_voogdij")
_PLAN_OF_LAW = Reason(
    "Maken de ouders zelf geen plan, dan maak jij het met het kind en de ouders, binnen zes weken.",
    "Jeugdwet 4.1.3",
    Mark.LAW,
)
_IN_WRITING = Reason("Bij deze maatregel staat het plan altijd op papier.", "Jeugdwet 4.1.3 lid 4", Mark.LAW)


def _family_group(strength: Strength, when: When, *reasons: Reason) -> Advice:
    return Advice(plan="fgp", strength=strength, when=when, reasons=reasons, regimes=_LAW)


def _help(strength: Strength, when: When, *reasons: Reason, extra: tuple[str, ...] = ()) -> Advice:
    return Advice(
        plan="hvp", strength=strength, when=when, reasons=reasons, regimes=_LAW, extra_regimes=extra
    )


_FAMILY_GROUP = (
    _family_group(
        Strength.OFFER,
        When(has={"wet": _LAW, "plan_ouders": ("nog-niet", UNANSWERED)}, lacks={"bijzonder": _NO_OFFER}),
        Reason(
            "Vertel de ouders dat zij eerst zelf met familie en anderen een plan mogen maken. Zij hoeven "
            "het niet te doen.",
            "Jeugdwet 4.1.2",
            Mark.LAW,
        ),
    ),
    _family_group(
        Strength.OFFER,
        When(has={"wet": _LAW, "plan_ouders": ("aangeboden",)}),
        Reason("De ouders krijgen een redelijke tijd om te kiezen.", "Jeugdwet 4.1.2", Mark.LAW),
    ),
    _family_group(
        Strength.NEEDED,
        When(has={"wet": _LAW, "plan_ouders": ("bezig",)}),
        Reason(
            "De ouders maken zelf een plan. Het kan in de plaats komen van een hulpverleningsplan.",
            f"Jeugdwet 1.1; {sources.DEMANDS}, deel 1",
            Mark.LAW,
        ),
    ),
    _family_group(
        Strength.ALSO,
        When(has={"wet": _LAW, "plan_ouders": ("afgezien",)}),
        Reason(
            "De ouders mogen later alsnog een eigen plan maken.",
            f"{sources.DEMANDS}, deel 1",
            Mark.GUIDANCE,
        ),
    ),
    _family_group(
        Strength.NOT,
        When(has={"wet": _LAW, "plan_ouders": ("uitzondering",)}),
        Reason(
            "Er is een uitzondering. Noteer de reden, en wie dat beoordeelde.", "Jeugdwet 4.1.2", Mark.LAW
        ),
    ),
    _family_group(
        Strength.NOT,
        When(has={"wet": _LAW, "bijzonder": ("jeugdreclassering",)}),
        Reason(
            "Bij jeugdreclassering hoef je het niet aan te bieden.",
            f"Jeugdwet 4.1.2; {sources.DEMANDS}, deel 1",
            Mark.LAW,
        ),
    ),
    _family_group(
        Strength.NOT,
        When(has={"wet": _LAW, "bijzonder": ("gi_voogdij",)}),
        Reason(
            "Een gecertificeerde instelling is voogd en het gezag van de ouders is beëindigd. Dan hoef je "
            "het niet aan te bieden.",
            f"Jeugdwet 4.1.2; {sources.DEMANDS}, deel 1",
            Mark.LAW,
        ),
    ),
)

_OF_PROVIDER = (
    _help(
        Strength.NEEDED,
        When(has={"wet": _LAW, "hulp": ("opvoeden", UNANSWERED)}, lacks={"plan_ouders": ("bezig",)}),
        _PLAN_OF_LAW,
    ),
    _help(
        Strength.ALSO,
        When(
            has={"wet": _LAW, "plan_ouders": ("bezig",)}, lacks={"bijzonder": ("voorwaardelijke_machtiging",)}
        ),
        Reason(
            "Pas nodig als het plan van de ouders er niet komt, of niet wordt overgenomen.",
            "Jeugdwet 1.1 en 4.1.3",
            Mark.LAW,
        ),
    ),
    _help(
        Strength.NEEDED,
        When(
            has={"wet": _LAW, "bijzonder": ("gi_ots", "gi_voogdij", "gesloten_jeugdhulp")},
            lacks={"hulp": ("beperking", "behandeling"), "plan_ouders": ("bezig",)},
        ),
        _IN_WRITING,
    ),
    _help(
        Strength.NEEDED,
        When(has={"wet": _LAW, "bijzonder": ("jeugdreclassering",)}),
        _IN_WRITING,
        Reason(
            "Neem op: de voorwaarden, het toezicht, de hulp, en wie beslist als een afspraak niet wordt "
            "nagekomen.",
            f"{sources.DEMANDS}, deel 2",
            Mark.GUIDANCE,
        ),
        extra=("strafrecht",),
    ),
    _help(
        Strength.NEEDED,
        When(has={"wet": _LAW, "bijzonder": ("voorwaardelijke_machtiging",)}),
        Reason(
            "Voor de rechter beslist, is er een plan met voorwaarden, toezicht, hulp en wie over opname "
            "mag beslissen.",
            "Jeugdwet 6.1.4 lid 5 en 6 (tekst van 2017; daarna veranderd)",
            Mark.UNCONFIRMED,
        ),
    ),
    _help(
        Strength.NEEDED,
        When(
            has={"wet": _LAW, "bijzonder": ("pleegzorg",)},
            lacks={"hulp": ("beperking", "behandeling"), "plan_ouders": ("bezig",)},
        ),
        Reason(
            "De pleegouder stemt in met de eigen rol in de hulp en met de begeleiding die erbij hoort.",
            "Jeugdwet 4.1.3 lid 3 en 6",
            Mark.LAW,
        ),
    ),
    _help(
        Strength.ALSO,
        When(has={"wet": _LAW, "hulp": ("beperking", "behandeling")}),
        Reason(
            "Mag ernaast, bijvoorbeeld als er ook hulp bij opvoeden is.",
            f"{sources.DEMANDS}, deel 2",
            Mark.GUIDANCE,
        ),
    ),
    Advice(
        plan="osp",
        strength=Strength.NEEDED,
        when=When(has={"wet": _LAW, "hulp": ("beperking",)}),
        reasons=(
            Reason(
                "De Jeugdwet vraagt een plan. Voor kinderen met een beperking is dit de gewone vorm.",
                f"{sources.DEMANDS}, deel 3; {sources.VGN}, par. 12.3",
                Mark.GUIDANCE,
            ),
            _PLAN_OF_LAW,
        ),
        regimes=_LAW,
    ),
    Advice(
        plan="bhp",
        strength=Strength.NEEDED,
        when=When(has={"wet": _LAW, "hulp": ("behandeling",)}),
        reasons=(
            Reason(
                "Behandeling in de jeugd-GGZ krijgt een behandelplan, samen met het kind en de ouders.",
                f"{sources.DEMANDS}, deel 4",
                Mark.GUIDANCE,
            ),
            _PLAN_OF_LAW,
        ),
        regimes=_LAW,
        extra_regimes=("wgbo",),
    ),
)


def _perspective(strength: Strength, when: When, text: str, mark: Mark = Mark.GUIDANCE) -> Advice:
    return Advice(
        plan="ppl",
        strength=strength,
        when=when,
        reasons=(Reason(text, sources.IPA if mark is Mark.GUIDANCE else sources.OWN, mark),),
        regimes=_LAW,
    )


_TOWARDS_EIGHTEEN = (
    _perspective(
        Strength.NEEDED,
        When(has={"wet": _LAW, "perspectief": ("nu",)}),
        "De jongere is oud genoeg om vooruit te kijken naar 18. Is dit plan hier niet nodig? Noteer dan "
        "waarom.",
    ),
    _perspective(
        Strength.NEEDED,
        When(has={"wet": _LAW, "perspectief": ("klaar",)}),
        "De jongere is 17 en een half of ouder: het plan hoort nu klaar te zijn.",
    ),
    _perspective(
        Strength.ALSO,
        When(has={"wet": _LAW, "perspectief": ("straks",)}),
        "Binnen drie maanden is het tijd om hiermee te beginnen. Nu al beginnen mag.",
        Mark.OWN,
    ),
    _perspective(
        Strength.NOT,
        When(has={"wet": _LAW, "perspectief": ("nog-niet",)}),
        "Je begint ermee rond de 16e verjaardag.",
    ),
    _perspective(
        Strength.NOT,
        When(has={"wet": _LAW, "perspectief": ("voorbij",)}),
        "Dit plan kijkt vooruit naar 18, en dat is al geweest.",
    ),
)

ADVICES = (*_FAMILY_GROUP, *_OF_PROVIDER, *_TOWARDS_EIGHTEEN)
