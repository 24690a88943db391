#!/bin/sh
# Finds a Python that is new enough and runs the given script with it.
# 3.11 comes first: the locked versions were compiled and tested with it.
for candidate in ${PYTHON:-} python3.11 python3.12 python3.13 python3.14 python3 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$candidate" "$@"
    fi
done
{
    echo "Planbureau heeft Python 3.11 of nieuwer nodig, en die staat niet op deze computer."
    if found=$(python3 --version 2>/dev/null); then
        echo "Gevonden: $found. Dat is te oud."
    fi
    echo "Op Debian 12: apt-get install python3 python3-venv. Anders: python.org/downloads."
} >&2
exit 1
