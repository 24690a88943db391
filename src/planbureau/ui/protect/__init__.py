"""Who may open a protected plan: the list of a plan, and the plan that a client keeps with a code."""
