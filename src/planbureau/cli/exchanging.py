"""A client or plan to a file, and from a file."""

from __future__ import annotations

from planbureau.cli.dutch import Options
from planbureau.cli.numbers import readers
from planbureau.cli.opening import opened
from planbureau.clock import Clock
from planbureau.rules.dutch import count


def export(options: Options, clock: Clock) -> int:
    """Writes a client or plan to a file that only its owner may read."""
    from planbureau.services.files import write_private

    with opened(options, clock, reading=True) as workspace:
        exchange = workspace.exchange
        audience = readers(workspace, options.reader)
        content = (
            exchange.export_client(options.client, audience)
            if options.client
            else exchange.export_plan(options.plan, audience)
        )
        left_out = exchange.left_out(options.client) if options.client else 0
    write_private(options.out, content)
    print(f"Het bestand staat in: {options.out}. Het is niet versleuteld: bewaar het veilig.")
    if left_out:
        print(f"Niet in het bestand: {count(left_out, 'afgeschermd plan', 'afgeschermde plannen')}.")
    return 0


def import_(options: Options, clock: Clock) -> int:
    """Reads a client or plan."""
    from planbureau.services.files import read_whole

    content = read_whole(options.file)
    with opened(options, clock) as workspace:
        told, _ = workspace.exchange.import_file(content, as_copy=options.copy)
    print(told)
    return 0
