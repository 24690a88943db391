"""Progress notes, and the pad of whoever is at the keyboard."""
