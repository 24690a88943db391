"""The verbs of the program: each does one whole thing in the vault and tells what it changed."""
