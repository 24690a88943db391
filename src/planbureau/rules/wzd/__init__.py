"""The records of the Wzd: order, terms, measures and checks (rules C13)."""
