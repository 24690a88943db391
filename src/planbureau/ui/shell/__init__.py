"""The window around the pages: navigation, locking, and the wiring between them."""
