"""Terms, tasks and appointments: computing, stamping, closing, and what the agenda shows of them."""
