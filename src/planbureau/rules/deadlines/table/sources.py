"""The dates of the law texts that were read: a rule is known to hold from that day at the latest."""

from __future__ import annotations

from datetime import date

JEUGDWET = date(2021, 11, 6)
BESLUIT_JEUGDWET = date(2017, 2, 28)
WLZ = date(2018, 7, 28)
WMO = date(2017, 1, 1)
WMO_FILE = date(2019, 7, 1)
WGBO = date(2020, 1, 1)
WZD = date(2025, 1, 1)
LOGGING = date(2019, 7, 1)
