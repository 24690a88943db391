"""Who may see which plan, who opened one, and the lists that decide it."""
