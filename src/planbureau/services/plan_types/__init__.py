"""The plan types an organisation made itself: reading, checking and writing their files."""
