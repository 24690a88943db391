"""Planbureau: care plans made with a client, offline, in an encrypted vault."""

__version__ = "0.1.0"
