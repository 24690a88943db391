"""Pieces of a page that know their height, can break over pages, and draw themselves tagged."""
