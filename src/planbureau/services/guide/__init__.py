"""Which plan? The guide, what it knows already, and answers offered from another plan."""
