"""The file check: what is missing over all clients, and the thread of one goal on one page."""
