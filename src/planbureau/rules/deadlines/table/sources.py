"""The dates of the law texts that were read: a rule is known to hold from that day at the latest."""

from __future__ import annotations

from datetime import date

JEUGDWET = date(2021, 11, 6)
JEUGDWET_OFFER = date(2017, 1, 1)  # articles 4.1.1 and 4.1.2 were read in the text of 2017
BESLUIT_JEUGDWET = date(2017, 2, 28)
WLZ = date(2018, 7, 28)
WLZ_MEETING = date(2017, 1, 1)  # article 8.1.1 was read in the text of 2017
WMO = date(2017, 1, 1)
WMO_FILE = date(2019, 7, 1)
WGBO = date(2020, 1, 1)  # the change of 2020 as the Handreiking of 2023 tells it, not the text itself
WZD = date(2025, 1, 1)
LOGGING = date(2019, 7, 1)
