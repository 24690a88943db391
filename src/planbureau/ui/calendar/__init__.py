"""Dates on the screen: the start page and the calendar."""
