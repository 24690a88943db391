"""How every screen looks: tokens for colour, one text size, one stylesheet, one set of icons.

A widget never names a colour. It names what it is (`tone`, `kind`, `role`) and the theme decides.
"""
