"""A plan from beginning to end: starting, viewing, parts, attachments, and plans of the client alone."""
