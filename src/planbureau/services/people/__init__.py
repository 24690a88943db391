"""Clients with the people around them, and finding one."""
