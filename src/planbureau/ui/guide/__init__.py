"""The guide "Welk plan past?": a few questions, the plans that fit with why, and beginning them."""
