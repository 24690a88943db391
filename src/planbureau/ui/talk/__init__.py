"""The conversation sheet: the questions of a plan on the whole screen, to answer together."""
