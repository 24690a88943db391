"""Making, opening, keeping and sharing the vault."""
