"""What the vault keeps: records per subject, one revision chain, and the store that writes both."""
