"""Before a vault is open: unlocking, the first start, the way back with a code or a backup."""
