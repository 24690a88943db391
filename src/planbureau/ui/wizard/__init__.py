"""The wizard: a plan, step by step, in free order, saved while it is written."""
