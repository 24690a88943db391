"""Hints on readability ("leesbaarheid", never "B1-keurmerk"): rules part F. They never stop anything."""
