"""Reports and annexes of a plan: which there are, and finishing one."""
