"""What is printed: each print put together, seen beforehand, and saved."""
