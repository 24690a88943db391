"""The plan format as data: what a plan type asks, when, why, and from which source."""
