"""Progress notes: writing one from anywhere, and reading them."""
