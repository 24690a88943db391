"""From a plan to paper: a neutral tree of blocks, and the tagged PDF that is made of it.

Importing this package or `blocks` loads nothing heavy; ReportLab is loaded by `pdf` and `tagging`,
pikepdf by `finish`, pypdfium2 by `preview`.
"""
