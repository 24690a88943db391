"""Numbers, addresses, names and initials of people."""
