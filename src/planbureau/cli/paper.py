"""The demo and prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planbureau.cli.dutch import Options
from planbureau.cli.numbers import readers
from planbureau.cli.opening import opened
from planbureau.clock import Clock

if TYPE_CHECKING:
    from planbureau.views import PlanRow


def demo(options: Options, clock: Clock) -> int:
    """Makes the demo vault, and prints its plans when asked."""
    from planbureau.services.demo import DEMO_PASSWORD, make_demo, print_all

    workspace = make_demo(options.folder, clock)
    print(f"De demokluis staat in: {workspace.folder}")
    print(f"Het wachtwoord van de demokluis is: {DEMO_PASSWORD}")
    try:
        if options.prints:
            files = print_all(workspace, options.prints)
            print(f"{len(files)} afdrukken staan in: {options.prints}")
    finally:
        workspace.lock()
    return 0


def _last_version(plan: PlanRow) -> int | None:
    """Of a plan that has nothing newer than its last version: that version. "Concept" would mislead."""
    newest = plan.version and plan.status in ("active", "closed") and not plan.parent_id
    return plan.version if newest else None


def print_plan(options: Options, clock: Clock) -> int:
    """Prints one plan into a file."""
    from planbureau.services.api import Edition, PrintRequest

    with opened(options, clock, reading=True) as workspace:
        version = options.plan_version or _last_version(workspace.plans.row(options.plan))
        audience = readers(workspace, options.reader)
        request = PrintRequest(options.plan, Edition(options.edition), version, audience)
        document = workspace.prints.render(request)
        workspace.prints.save(document, options.out)
    print(f"De PDF staat in: {options.out}")
    if document.left_out:
        print("In deze afdruk is iets weggelaten dat niet voor deze lezer is.")
    if document.missing_signs:
        print(f"Let op: deze tekens kunnen niet worden afgedrukt: {' '.join(document.missing_signs)}")
    return 0
