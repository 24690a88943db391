"""Clients, households and the people around them on the screen."""
