"""The whole plan for the file, the team and the family: every section that shows."""
