"""The documents behind the rows, as a user finds them back."""

from __future__ import annotations

DEMANDS = "Kennisitem eisen aan zorgplannen"
"""The overview of kinds of plans; followed by ", deel 3" and the like."""
VGN = "VGN Handreiking Ondersteuningsplannen 2023"
FAMILY_PLAN = "Instructie Gezinsplan 2019 (regio Zuid-Limburg)"
IPA = "Beschrijving Integraal Plan van Aanpak (regio Hart van Brabant)"
METHOD = "Methodisch werken met zorgleefplan, ondersteuningsplan of begeleidingsplan"
WEIGHING = "Afwegingskader meldcode huiselijk geweld en kindermishandeling"
OWN = "Keuze van Planbureau"
