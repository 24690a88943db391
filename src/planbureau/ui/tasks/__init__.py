"""Tasks that prepare a talk about a plan: ticking them off, planning them, and the list on paper."""
