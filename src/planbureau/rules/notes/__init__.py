"""Progress notes and jottings: what they are, what makes one wrong, and where a line can go."""
