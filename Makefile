# Alle opdrachten van het project. Het denkwerk staat in packaging/.
.PHONY: help run demo test check format shots bench package resources lock clean

VENV := .venv/bin/python
SETUP := sh packaging/python.sh packaging/setup_env.py
QT_NEEDS := sh packaging/python.sh packaging/system_libraries.py
# make test SCHERMTEST=nee  slaat de proef op een nagebootst scherm (Xvfb) over
SCHERMTEST ?= ja
# make test PYTEST="tests/rules -k dates"  draait een deel
# Ze draaien op alle kernen tegelijk; make test PYTEST="-n 0 -x" doet er één tegelijk, in volgorde
PYTEST ?=
TEGELIJK := -n auto --maxprocesses 8 --dist worksteal

help:
	@echo "make run        Planbureau starten (zet de eerste keer alles klaar)"
	@echo "make demo       starten met een verzonnen organisatie en veertien verzonnen cliënten"
	@echo "make test       alle tests"
	@echo "make check      stijl, typen en bouwregels"
	@echo "make shots      van elke pagina een plaatje, in shots/"
	@echo "make bench      snelheid, als verhoudingen"
	@echo "make package    een pakket voor Linux, in dist/"
	@echo "make resources  pictogrammen opnieuw maken"
	@echo "make lock       versies van bibliotheken opnieuw vastleggen"
	@echo "make clean      alles weghalen wat gemaakt is (nooit een kluis)"

run:
	@$(SETUP) run
	@$(VENV) packaging/start.py

demo:
	@$(SETUP) run
	@$(VENV) packaging/start.py --demo

test:
	@$(QT_NEEDS) test --schermtest=$(SCHERMTEST)
	@$(SETUP) dev
	@SCHERMTEST=$(SCHERMTEST) $(VENV) -m pytest $(TEGELIJK) $(PYTEST)

check:
	@$(QT_NEEDS) offscreen
	@$(SETUP) dev
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check .
	@$(VENV) -m mypy
	@$(VENV) -m pytest tests/test_architecture.py

format:
	@$(SETUP) dev
	@$(VENV) -m ruff check --fix .
	@$(VENV) -m ruff format .

shots:
	@$(QT_NEEDS) offscreen
	@$(SETUP) dev
	@$(VENV) packaging/shots.py

bench:
	@$(QT_NEEDS) offscreen
	@$(SETUP) dev
	@$(VENV) packaging/bench.py

package:
	@$(SETUP) package
	@$(VENV) packaging/linux/build.py

resources:
	@$(SETUP) run --resources

lock:
	@$(SETUP) lock

clean:
	@rm -rf .venv .venv-* build dist shots resources/_generated
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
	@find src tests packaging -name __pycache__ -prune -exec rm -rf {} +
