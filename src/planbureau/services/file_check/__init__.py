"""The thread from wish to agreement, and the gaps in it over all clients."""
