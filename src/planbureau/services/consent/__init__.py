"""Who must agree and who may sign, and whether the one who plans is competent to."""
