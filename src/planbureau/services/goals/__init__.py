"""Goals, their looks and decisions, and the goals of the organisation itself."""
