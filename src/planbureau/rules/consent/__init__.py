"""Who decides: representation, capacity, whose agreement is asked, and the record of it (rules B)."""
