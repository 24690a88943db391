"""Answers that another plan of the same person has already."""
