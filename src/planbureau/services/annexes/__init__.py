"""The records on a plan (evaluation, review, Wzd): answering, finishing with its effects, and correcting."""
