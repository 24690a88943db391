"""The settings: this device, the organisation, its terms, and the care of the vault."""
