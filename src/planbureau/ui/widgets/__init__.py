"""Building blocks for every page, one file each. What they offer is listed in README.md beside them.

Each takes the ThemeContext first and its parent last, can be used by keyboard alone, and has a name
for a screen reader.
"""
