"""Adopting a plan: what is still needed, what is frozen, which terms start, and who agrees afterwards."""
